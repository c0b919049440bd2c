/* SPDX-License-Identifier: Apache-2.0
 * The position that the verb or noun of a claim takes by itself, by its class:
 * "rejected the offer", "demanded that", "refused to sign", "dropped its demand
 * for". The verb comes first: what it takes a position on says no more, but may
 * turn it ("rejected the allegations": deny; "refused the offer": reject;
 * "declined to say": decline-comment) or tie it ("agreed to talks once": accept
 * and condition). */
#include "base/text.h"
#include "read/stance_int.h"

static bool has_any(const read_unit *u, read_range r, const char *list) {
    return stance_find(u, r, list) >= 0;
}

static bool begins_with_not(const read_unit *u, read_range r) {
    return unit_tag(u, r.first) == TAG_NOT;
}

/* "[insisted that] the army leave": the base form behind one thing is a wish.
 */
bool stance_is_wish(const read_unit *u, read_range content) {
    for (int i = content.first + 1; i < content.last; i++) {
        read_tag before = unit_tag(u, i - 1);
        bool base = unit_is(u, i, "be") &&
                    (before == TAG_NOUN || before == TAG_PROPER ||
                     before == TAG_VBN || before == TAG_VBD);
        if (base) return true; /* "those who burned them be named" */
    }
    read_range who = phrase_after(u, content.first);
    if (range_empty(who)) return false;
    const read_token *head = &u->p->tokens[who.last - 1];
    unsigned last = unit_word(u, who.last - 1)->forms;
    bool swallowed = who.last - who.first > 2 && last == FORM_VB;
    if (swallowed) return true; /* "the army leave" looks like one phrase */
    bool one = u->p->bytes[head->end - 1] != 's' &&
               !unit_is_any(u, who.first, "i you we they these those") &&
               !unit_word(u, who.last - 1)->plural;
    unsigned forms = unit_word(u, who.last)->forms;
    return (one && forms == FORM_VB) || unit_is(u, who.last, "be");
}

/* "whether the union would sign", "who would pay" */
static bool asks_question(const read_unit *u, read_range content) {
    read_tag tag = unit_tag(u, content.first);
    return tag == TAG_WHAT || tag == TAG_WH || unit_is(u, content.first, "if");
}

/* "insisted that" and "asked whether" demand nothing by themselves. */
static read_stance_kind demanded(const read_unit *u, const read_claim *c) {
    read_range content = c->parts[0];
    if (text_same(c->lemma, "insist") || text_same(c->lemma, "insistence")) {
        bool asks = unit_is(u, content.first, "on") ||
                    stance_is_wish(u, content) ||
                    !unit_has_finite(u, content.first, content.last);
        return asks ? STANCE_DEMAND : STANCE_NONE;
    }
    bool asks =
        text_same(c->lemma, "ask") && (c->direct || asks_question(u, content));
    if (asks) return STANCE_NONE;
    return STANCE_DEMAND;
}

/* "vowed to strike" is a threat, "vowed not to leave" a refusal. */
static read_stance_kind promised(const read_unit *u, const read_claim *c) {
    bool vows = text_same(c->lemma, "vow") || text_same(c->lemma, "swear");
    if (begins_with_not(u, c->parts[0])) {
        return vows ? STANCE_REFUSE : STANCE_GUARANTEE;
    }
    bool vow =
        text_same(c->lemma, "vow") && unit_tag(u, c->parts[0].first) == TAG_TO;
    return vow ? STANCE_NONE : STANCE_GUARANTEE;
}

/* "declined to be interviewed", "refused to take questions" */
static bool is_silence(const read_unit *u, const read_claim *c) {
    return (text_same(c->lemma, "decline") || text_same(c->lemma, "refuse")) &&
           has_any(u, c->parts[0],
                   "interview interviewed interviews questions comment "
                   "elaborate say disclose drawn specify speculate answer "
                   "identify");
}

static read_stance_kind rejected(const read_unit *u, const read_claim *c) {
    if (is_silence(u, c)) return STANCE_DECLINE;
    if (text_same(c->lemma, "object") || text_same(c->lemma, "protest")) {
        return c->is_object ? STANCE_REJECT : STANCE_NONE;
    }
    bool denies = stance_about_reports(u, c->parts[0]) ||
                  has_any(u, c->parts[0], "propaganda");
    bool bare = c->parts[0].first < c->cue.last; /* "declined" */
    bool does =
        text_same(c->lemma, "decline") &&
        (bare || (!c->is_object && unit_tag(u, c->parts[0].first) == TAG_TO));
    if (does) return STANCE_REFUSE; /* "declined to reopen the file" */
    return denies ? STANCE_DENY : STANCE_REJECT;
}

static read_stance_kind accepted(const read_unit *u, const read_claim *c) {
    bool concedes = text_same(c->lemma, "agree") && !c->is_object &&
                    unit_tag(u, c->parts[0].first) != TAG_TO &&
                    !has_any(u, c->parts[0], "will would should shall");
    if (concedes) return STANCE_NONE; /* "agreed that it was late" */
    if (text_same(c->lemma, "welcome")) return STANCE_NONE; /* praise */
    bool now = unit_is_any(u, c->cue.first, "do does am is are");
    bool firm = c->modal || now; /* "would not", "does not accept" */
    return firm && c->negated ? STANCE_REJECT : STANCE_ACCEPT;
}

/* "suggested that the two navies exchange": no past behind a past */
static bool asks_many(const read_unit *u, const read_claim *c) {
    read_range who = phrase_after(u, c->parts[0].first);
    if (range_empty(who) || unit_tag(u, c->cue.last - 1) != TAG_VBD) {
        return false;
    }
    unsigned forms = unit_word(u, who.last)->forms;
    return (forms & FORM_VB) != 0 && (forms & FORM_VBD) == 0 &&
           unit_tag(u, who.last) == TAG_VBZ;
}

/* "suggested that both sides pull back" */
static read_stance_kind suggested(const read_unit *u, const read_claim *c) {
    read_range content = c->parts[0];
    bool tells = text_same(c->lemma, "tell") &&
                 unit_tag(u, content.first) == TAG_TO &&
                 unit_tag(u, content.first + 1) == TAG_VB;
    if (tells) return STANCE_DEMAND; /* "told them to talk" */
    bool step = text_same(c->lemma, "suggest") &&
                (!unit_has_finite(u, content.first, content.last) ||
                 c->is_object || stance_is_wish(u, content) || asks_many(u, c));
    return step ? STANCE_PROPOSE : STANCE_NONE;
}

/* "Neither agreed to it", "none was accepted" */
static bool is_nobody(const read_unit *u, read_range who) {
    return unit_is_any(u, who.first, "neither none nobody nothing");
}

/* "called the report a fabrication" */
static read_stance_kind judged(const read_unit *u, const read_claim *c) {
    for (int i = c->parts[0].first; i < c->parts[0].last; i++) {
        if (stance_false_word(u, i)) return STANCE_DENY;
    }
    return STANCE_NONE;
}

/* "offered no comment on", "invited both sides to talks", "invited guests" */
static read_stance_kind offered(const read_unit *u, const read_claim *c) {
    enum { NEAR = 6 };
    read_range content = c->parts[0];
    read_range near = {content.first, content.first + NEAR};
    bool none = stance_find(u, near, "no") >= 0 || c->negated;
    if (none && stance_find(u, near, "comment comments") >= 0) {
        return STANCE_DECLINE;
    }
    if (!text_same(c->lemma, "invite")) return STANCE_OFFER;
    bool talks = has_any(u, content,
                         "talks conference negotiations table dialogue round");
    if (talks) return STANCE_PROPOSE;
    bool does = false;
    for (int i = content.first; i < content.last; i++) {
        does =
            does || (unit_tag(u, i) == TAG_TO && unit_tag(u, i + 1) == TAG_VB);
    }
    return does ? STANCE_OFFER : STANCE_NONE;
}

/* "refused the terms" */
static read_stance_kind refused(const read_unit *u, const read_claim *c) {
    if (is_silence(u, c)) return STANCE_DECLINE;
    bool offered = c->is_object &&
                   has_any(u, c->parts[0],
                           "offer offers terms deal proposal proposals plan "
                           "request invitation demand demands bid text draft "
                           "compromise money");
    return offered && text_same(c->lemma, "refuse") ? STANCE_REJECT
                                                    : STANCE_REFUSE;
}

/* "stopped short of accepting the draft": what is withheld. */
static bool stops_short(const read_unit *u, const read_claim *c) {
    return text_same(c->lemma, "stop short") &&
           unit_verb_at(u, c->parts[0].first) != NULL;
}

static read_stance_kind stopped(const read_unit *u, const read_claim *c) {
    return stance_of_class(unit_verb_at(u, c->parts[0].first)->sense->class);
}

static read_stance_kind of_cue(const read_unit *u, const read_claim *c) {
    switch (c->class) {
    case CLASS_DEMAND:
        return demanded(u, c);
    case CLASS_GUARANTEE:
        return promised(u, c);
    case CLASS_REJECT:
        return rejected(u, c);
    case CLASS_ACCEPT:
        return accepted(u, c);
    case CLASS_SAY:
        return stops_short(u, c) ? stopped(u, c) : suggested(u, c);
    case CLASS_OFFER:
        return offered(u, c);
    case CLASS_REFUSE:
        return refused(u, c);
    case CLASS_JUDGE:
        return judged(u, c);
    default:
        return stance_of_class(c->class);
    }
}

/* A noun that is not given, or taken back: "made no promise of", "dropped its
 * demand for". */
static bool is_withheld(const read_unit *u, const read_claim *c) {
    int i = c->cue.first;
    if (unit_tag(u, i) != TAG_NOUN) return false;
    if (unit_is(u, i - 1, "no")) return true;
    while (unit_tag(u, i - 1) == TAG_POSS || unit_tag(u, i - 1) == TAG_ADJ)
        i--;
    return stance_dropped(u, i - 1);
}

/* "offered to cut subsidies if the tariff was capped" */
static bool is_tied(const stance_finder *f, read_stance_kind kind) {
    if (kind != STANCE_OFFER && kind != STANCE_GUARANTEE &&
        kind != STANCE_ACCEPT) {
        return false;
    }
    clause_ties tie = clause_tie(f, f->piece.first);
    return tie == TIES_IF || tie == TIES_WHEN || tie == TIES_ONLY ||
           tie == TIES_WHILE;
}

/* "has neither accepted nor turned down": both are withheld. */
static void neither_nor(stance_finder *f, const read_claim *c) {
    enum { NEAR = 4 };
    const read_unit *u = f->u;
    int nor = -1;
    for (int i = c->cue.first - 1; i < c->cue.last + NEAR; i++) {
        if (unit_is(u, i, "nor")) nor = i;
    }
    if (nor < 0 || c->class == CLASS_DECLINE) return;
    for (int k = 0; k < u->verb_count; k++) {
        const read_verb *v = &u->verbs[k];
        if (v->at < c->cue.first - NEAR || v->at > nor + 2) continue;
        read_stance_kind kind = stance_of_class(v->sense->class);
        if (kind == STANCE_REFUSE) kind = STANCE_REJECT; /* the request */
        for (int i = 0; i < f->count; i++) {
            if (f->out[i].kind == kind) f->out[i].negated = true;
        }
        if (kind == STANCE_REFUSE) kind = STANCE_REJECT; /* the request */
        stance_add(f, kind, true, (read_range){0, 0});
    }
}

/* "refused to accept": what it is refused to do decides. */
static bool refuses_to(const read_unit *u, const read_claim *c) {
    return c->class == CLASS_REFUSE && !c->is_object && !c->passive &&
           unit_tag(u, c->parts[0].first) == TAG_TO;
}

/* "neither would comment", "none was accepted" */
static bool by_nobody(const read_unit *u, const read_claim *c) {
    return is_nobody(u, c->speaker) ||
           (c->is_object && is_nobody(u, c->parts[0]));
}

static bool is_negated(const read_unit *u, const read_claim *c,
                       read_stance_kind kind) {
    if (kind == STANCE_DECLINE) return false;
    bool turned = kind == STANCE_REJECT && c->class != CLASS_REJECT;
    return (c->negated && !turned) || by_nobody(u, c) || is_withheld(u, c) ||
           stops_short(u, c);
}

void stance_cue(stance_finder *f, const read_claim *c) {
    const read_range speaker = {0, 0};
    read_stance_kind kind = of_cue(f->u, c);
    if (kind == STANCE_REFUSE && refuses_to(f->u, c)) {
        stance_refusal(f, c->cue.first);
    } else if (kind == STANCE_REFUSE && c->class == CLASS_GUARANTEE) {
        stance_add(f, kind, false, speaker); /* "vowed not to" */
    } else {
        bool tied = is_tied(f, kind);
        bool only_tied = tied && c->modal; /* "would accept if" */
        bool negated = is_negated(f->u, c, kind);
        if (!only_tied) stance_add(f, kind, negated, speaker);
        if (tied) stance_add(f, STANCE_CONDITION, false, speaker);
    }
    neither_nor(f, c);
}
