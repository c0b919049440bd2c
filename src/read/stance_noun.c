/* SPDX-License-Identifier: Apache-2.0
 * Positions that a noun of speech holds (those that the lexicon gives a class).
 *
 *   had     "the union's refusal to discuss the cranes", "a request by Nuray to
 *           delay", "our demand that": whose it is stands before or behind it,
 *           what it is about behind
 *   given   "gave no guarantees", "made an offer", "repeated its call for":
 *           whoever gives it; "dropped its demand", "lifted its veto": taken
 *           back */
#include "read/stance_act.h"

static const read_range nobody = {0, 0};

/* Nouns that speech acts are made of, beside those that report. */
static read_stance_kind kind_of(const read_unit *u, int i) {
    if (unit_is_any(u, i,
                    "protest protests dismissal condition conditions order "
                    "orders call calls instruction instructions plea pleas")) {
        bool call = unit_is_any(u, i, "call calls plea pleas") &&
                    unit_tag(u, i + 1) == TAG_PREP;
        return call && unit_is(u, i + 1, "for") ? STANCE_DEMAND : STANCE_NONE;
    }
    if (unit_is_any(u, i, "readiness willingness")) return STANCE_OFFER;
    if (unit_is_any(u, i, "consent approval assent blessing backing")) {
        return STANCE_ACCEPT;
    }
    if (unit_is_any(u, i, "opposition veto")) return STANCE_REJECT;
    return stance_of_class(unit_word(u, i)->cue);
}

/* "decision to reject": what is decided. */
static read_stance_kind decided(const read_unit *u, int i) {
    if (!unit_is_any(u, i, "decision vote choice") ||
        unit_tag(u, i + 1) != TAG_TO) {
        return STANCE_NONE;
    }
    const read_verb *v = unit_verb_at(u, i + 2);
    return v != NULL ? stance_of_class(v->sense->class) : STANCE_NONE;
}

/* --- Had --- */

/* Whose it is, as tokens; *behind: the word behind that. Empty: nobody's, or
 * *own: the speaker's ("[reiterated] its request for", "our demand that"). */
static read_range owner_of(const stance_finder *f, int i, int *behind,
                           bool *own) {
    const read_unit *u = f->u;
    *behind = i + 1;
    *own = false;
    if (unit_is_any(u, i + 1, "by from")) {
        read_range who = phrase_core(u, i + 2);
        if (range_empty(who)) return nobody;
        *behind = who.last;
        return who;
    }
    int k = i - 1;
    while (unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_NUM)
        k--;
    if (unit_tag(u, k) == TAG_APOSTROPHE) return phrase_before(u, k);
    if (unit_tag(u, k) != TAG_POSS) return nobody;
    *own = unit_is_any(u, k, "my our") || k == f->piece.first;
    if (*own || unit_is(u, k, "your")) return nobody;
    int verb = clause_finite_before(f, k);
    return verb < 0 ? nobody : clause_subject(f, verb);
}

/* Something that it is about stands behind: "to", "for", "that", "is". */
static bool is_about(const read_unit *u, int i) {
    read_tag tag = unit_tag(u, i);
    return tag == TAG_TO || tag == TAG_THAT || tag == TAG_BE ||
           unit_is_any(u, i, "of for on");
}

/* "have withdrawn their offer" */
bool stance_dropped(const read_unit *u, int i) {
    return unit_is_any(u, i,
                       "withdraw withdrew withdrawn withdraws withdrawing "
                       "dropped drop drops dropping retracted retract lifted "
                       "lift lifting abandoned abandon shelved cancelled "
                       "waived waive rescinded");
}

static bool gives_verb(const read_unit *u, int i) {
    return unit_is_any(u, i,
                       "give gives gave given giving make makes made making "
                       "have has had raise raised raises extend extended "
                       "extends submit submitted submits present presented "
                       "presents issue issued issues repeat repeated repeats "
                       "renew renewed renews offer offered offers");
}

/* A verb that gives the noun at i stands before it: stance_gives looks. */
static bool is_given(const stance_finder *f, int i) {
    const read_unit *u = f->u;
    int verb = clause_finite_before(f, i);
    if (verb < 0 || clause_supposed(f, verb)) return false;
    int k = i - 1;
    while (unit_tag(u, k) == TAG_DET || unit_tag(u, k) == TAG_ADJ ||
           unit_tag(u, k) == TAG_POSS || unit_tag(u, k) == TAG_NUM) {
        k--;
    }
    return gives_verb(u, k) || stance_dropped(u, k);
}

/* "rejected a request by its neighbour": the answer is the position. */
static bool is_answered(const read_unit *u, int i) {
    int k = i - 1;
    while (unit_tag(u, k) == TAG_DET || unit_tag(u, k) == TAG_ADJ ||
           unit_tag(u, k) == TAG_NUM) {
        k--;
    }
    const read_verb *v = unit_verb_at(u, k);
    return v != NULL &&
           (v->sense->class == CLASS_REJECT ||
            v->sense->class == CLASS_REFUSE || v->sense->class == CLASS_ACCEPT);
}

/* All nouns of the functions above that have no class: one look for most. */
static bool may_hold(const read_unit *u, int i) {
    return unit_word(u, i)->cue != CLASS_NONE ||
           unit_is_any(
               u, i,
               "readiness willingness consent approval assent blessing "
               "backing opposition veto decision vote choice call calls "
               "order orders");
}

void stance_noun(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (unit_tag(u, i) != TAG_NOUN || !may_hold(u, i)) return;
    read_stance_kind kind = kind_of(u, i);
    if (kind == STANCE_NONE) kind = decided(u, i);
    int verb = clause_finite_before(f, i);
    bool supposed = verb >= 0 && clause_supposed(f, verb);
    if (kind == STANCE_NONE || supposed || is_given(f, i)) return;
    if (is_answered(u, i)) return;
    int behind;
    bool own;
    read_range who = owner_of(f, i, &behind, &own);
    bool is = unit_tag(u, behind) == TAG_BE;
    if (!is_about(u, behind) || (is && !own)) return;
    if (own) {
        stance_add(f, kind, false, nobody);
        return;
    }
    bool inside = who.first >= f->piece.first && who.last <= f->piece.last;
    if (range_empty(who) || !inside || !phrase_can_act(u, who)) return;
    bool pronoun = unit_tag(u, who.first) == TAG_PRON && !f->direct;
    bool self = pronoun && range_empty(clause_holder(f, who.last));
    stance_add(f, kind, false, self ? nobody : who);
}

/* --- Given --- */

/* The noun of speech that a verb gives, behind it; -1 if it gives none. */
static int given_noun(const read_unit *u, const stance_act *a) {
    enum { NEAR = 5 };
    for (int i = a->at + 1; i < a->at + NEAR; i++) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_NOUN && kind_of(u, i) != STANCE_NONE) return i;
        if (tag != TAG_DET && tag != TAG_ADJ && tag != TAG_POSS &&
            tag != TAG_NUM && tag != TAG_NOUN && tag != TAG_OBJ &&
            tag != TAG_PROPER && tag != TAG_PRON && tag != TAG_THAT &&
            tag != TAG_NOT && tag != TAG_OPEN && tag != TAG_CLOSE) {
            return -1;
        }
    }
    return -1;
}

/* "gave its word" */
static bool gives_word(const read_unit *u, const stance_act *a) {
    bool gives = unit_is_any(u, a->at, "give gives gave given have has");
    read_range near = {a->at + 1, a->at + 4};
    int word = stance_find(u, near, "word");
    return gives && word > 0 && unit_tag(u, word - 1) == TAG_POSS;
}

/* What holds the noun and does not give it: "had an offer", "made demands". */
static bool only_has(const read_unit *u, const stance_act *a,
                     read_stance_kind kind) {
    bool has = unit_tag(u, a->at) == TAG_HAVE;
    return has && kind != STANCE_REJECT;
}

/* "No promises were made" */
static bool not_given(stance_finder *f, const stance_act *a) {
    if (a->whose != WHOSE_NONE || !gives_verb(f->u, a->at)) return false;
    read_stance_kind kind = kind_of(f->u, a->subject.last - 1);
    stance_add(f, kind, true, nobody);
    return kind != STANCE_NONE;
}

bool stance_gives(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    bool drops = stance_dropped(u, a->at);
    if ((a->force & (FORCE_MAY | FORCE_FATE | FORCE_WANT)) != 0) return false;
    if (a->passive) return not_given(f, a);
    if (gives_word(u, a)) { /* "You have my word": the speaker's, too */
        bool you = a->whose == WHOSE_VAGUE;
        stance_add(f, STANCE_GUARANTEE, a->no, you ? nobody : a->holder);
        return true;
    }
    if (a->whose == WHOSE_VAGUE) return false;
    int noun = gives_verb(u, a->at) || drops ? given_noun(u, a) : -1;
    if (noun < 0) return false;
    read_stance_kind kind = kind_of(u, noun);
    bool willing = (a->force & (FORCE_WILL | FORCE_CAN)) != 0;
    bool tied = a->tie != TIES_NOT && willing; /* a condition alone */
    bool unsaid = range_empty(a->subject) && a->first > f->piece.first;
    bool retracts = drops && kind == STANCE_OFFER;
    if (only_has(u, a, kind) || tied || unsaid || retracts) return false;
    bool yes = kind == STANCE_REJECT && (drops || a->no);
    if (yes) { /* "has no objection", "dropped its veto" */
        stance_add(f, STANCE_ACCEPT, false, a->holder);
    } else {
        stance_add(f, kind, drops || a->no, a->holder);
    }
    return true;
}
