/* SPDX-License-Identifier: Apache-2.0
 * Positions in the words of the content: modal verbs (must, will not, would ...
 * if), readiness, needs and wants, denials, and verbs of the lexicon with
 * subjects of their own. */
#include "read/stance_int.h"

/* The verb that a modal or auxiliary at i goes with. */
static int main_verb(const read_unit *u, int i) {
    int k = i + 1;
    while (unit_tag(u, k) == TAG_ADV || unit_tag(u, k) == TAG_NOT ||
           unit_tag(u, k) == TAG_HAVE || unit_tag(u, k) == TAG_BE ||
           unit_tag(u, k) == TAG_OPEN) {
        k++;
    }
    return k;
}

static const char idle_verbs[] =
    "know say tell think believe expect see be have happen need want able "
    "seem appear mean matter";

/* A modal verb and what it goes with: "would not accept". */
typedef struct modal_group {
    int at, verb;
    bool no;   /* not, no, none of */
    bool firm; /* will, would, shall; not can */
    bool acts; /* somebody does something */
    bool yes;  /* accept, agree */
    bool tied; /* to a condition */
    read_range holder;
} modal_group;

static const read_range speaker = {0, 0};

static modal_group modal_at(const stance_finder *f, int i) {
    const read_unit *u = f->u;
    modal_group m = {.at = i, .verb = main_verb(u, i)};
    read_range subject = clause_subject(f, i);
    bool none = !range_empty(subject) &&
                unit_is_any(u, subject.first, "none nobody neither");
    m.no = clause_negated(u, i) || none;
    m.firm = unit_is_any(u, i, "will would 'll wo shall");
    m.acts =
        !unit_is_any(u, m.verb, idle_verbs) && unit_tag(u, m.verb) == TAG_VB;
    m.yes = unit_is_any(u, m.verb, "accept agree");
    m.tied = clause_has_condition(f, i);
    m.holder = none ? speaker : clause_holder(f, i);
    return m;
}

static read_stance_kind will_not(const modal_group *m) {
    if (!m->firm && !m->yes) return STANCE_NONE;
    if (m->tied) return STANCE_CONDITION;
    if (m->yes) return STANCE_REJECT;
    return m->acts ? STANCE_REFUSE : STANCE_NONE;
}

/* "would return only if", "would return if" */
static read_stance_kind tied_to(const stance_finder *f, const modal_group *m) {
    const read_unit *u = f->u;
    read_range rest = {m->at, clause_end(f, m->at)};
    int only = stance_find(u, rest, "only");
    bool sole = only > 0 && unit_is_any(u, only + 1, "if when after once");
    return sole ? STANCE_REQUIRE : STANCE_CONDITION;
}

static read_stance_kind will(const stance_finder *f, const modal_group *m) {
    const read_unit *u = f->u;
    bool done = unit_tag(u, m->verb) == TAG_VBN; /* "would be restored if" */
    if (m->tied && (m->acts || m->yes || done)) return tied_to(f, m);
    if (!m->firm) return STANCE_NONE;
    if (m->yes) return STANCE_ACCEPT;
    if (unit_is_any(u, m->verb,
                    "honour honor respect keep guarantee ensure "
                    "uphold")) {
        return STANCE_GUARANTEE;
    }
    if (unit_is_any(u, m->verb, "support welcome pay help open")) {
        return STANCE_OFFER;
    }
    bool against = unit_is(u, m->verb + 1, "against");
    bool turns_down = unit_is_any(u, m->verb, "reject oppose refuse") ||
                      (against && unit_is(u, m->verb, "vote"));
    return turns_down ? STANCE_REJECT : STANCE_NONE;
}

/* will, would, can, must, shall at i */
static void look_at_modal(stance_finder *f, int i) {
    const read_unit *u = f->u;
    modal_group m = modal_at(f, i);
    if (unit_is(u, i, "must")) {
        stance_add(f, STANCE_DEMAND, m.no, speaker);
        return;
    }
    if (!unit_is_any(u, i, "will would 'll wo shall could can cannot")) return;
    if (unit_is(u, i - 1, "there") && unit_is(u, m.verb, "no")) {
        stance_add(f, m.tied ? STANCE_REQUIRE : STANCE_REFUSE, false, speaker);
        return;
    }
    read_stance_kind kind = m.no ? will_not(&m) : will(f, &m);
    stance_add(f, kind, false, m.holder);
}

/* "is ready to", "was willing to", "stand ready to", "are prepared to" */
static void look_at_ready(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is_any(u, i, "ready willing prepared") ||
        !unit_is_any(u, i + 1, "to for")) {
        return;
    }
    int verb = i - 1;
    bool no = false;
    while (verb > f->piece.first && !unit_finite(u, verb) &&
           unit_tag(u, verb) != TAG_COMMA) {
        no = no || unit_tag(u, verb) == TAG_NOT;
        verb--;
    }
    while (unit_finite(u, verb - 1) || unit_tag(u, verb - 1) == TAG_NOT) {
        verb--;
    }
    bool tied = clause_has_condition(f, i);
    bool accept = unit_is_any(u, i + 2, "accept");
    stance_add(f,
               tied     ? STANCE_CONDITION
               : accept ? STANCE_ACCEPT
                        : STANCE_OFFER,
               no, clause_holder(f, verb));
}

/* need(s), want(s), "do not want" */
static void look_at_want(stance_finder *f, int i) {
    const read_unit *u = f->u;
    bool need = unit_is_any(u, i, "need needs needed");
    bool want = unit_is_any(u, i, "want wants wanted");
    read_tag next = unit_tag(u, i + 1);
    bool object = next == TAG_DET || next == TAG_NOUN || next == TAG_ADJ ||
                  next == TAG_PROPER || next == TAG_NUM || next == TAG_POSS ||
                  next == TAG_OPEN || next == TAG_VBN || next == TAG_THAT ||
                  next == TAG_OBJ;
    bool verb = unit_tag(u, i) != TAG_NOUN;
    if ((!need && !want) || !verb) return;
    int first = i;
    bool no = false;
    while (unit_tag(u, first - 1) == TAG_DO ||
           unit_tag(u, first - 1) == TAG_NOT ||
           unit_tag(u, first - 1) == TAG_ADV ||
           unit_tag(u, first - 1) == TAG_MODAL) {
        first--;
        no = no || unit_tag(u, first) == TAG_NOT;
        if (unit_tag(u, first) == TAG_MODAL) return;
    }
    bool what = unit_tag(u, i + 1) == TAG_COMMA || unit_tag(u, i + 1) == TAG_BE;
    if (!object && !(want && what)) return;
    if ((need && next == TAG_TO) || clause_supposed(f, first)) return;
    read_range holder = clause_holder(f, first);
    if (no && want) {
        stance_add(f, STANCE_REFUSE, false, holder);
    } else if (!no) {
        stance_add(f, need ? STANCE_REQUIRE : STANCE_DEMAND, false, holder);
    }
}

/* "has never taken", "it never laid them" */
static void look_at_never(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (unit_is(u, i, "true") && unit_tag(u, i - 1) == TAG_NOT) {
        stance_add(f, STANCE_DENY, false, (read_range){0, 0});
        return;
    }
    if (!unit_is(u, i, "never")) return;
    read_tag next = unit_tag(u, i + 1), before = unit_tag(u, i - 1);
    bool past = next == TAG_VBD || next == TAG_VBN || before == TAG_HAVE ||
                unit_is(u, i - 1, "was") || unit_is(u, i - 1, "were");
    bool agreed = unit_is_any(u, i + 1, "agreed accepted");
    if (!past || agreed) return;
    int first = before == TAG_HAVE || before == TAG_BE ? i - 1 : i;
    read_range holder = clause_holder(f, first);
    bool other = !range_empty(holder) && !unit_is(u, holder.first, "it");
    if (f->direct && other) return; /* a reproach */
    if (before == TAG_BE) holder = (read_range){0, 0};
    stance_add(f, STANCE_DENY, false, holder);
}

/* "a red line", "a condition for", "without that they will never" */
static void look_at_noun(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (unit_is_any(u, i, "readiness willingness") &&
        unit_tag(u, i - 1) == TAG_POSS) {
        int verb = clause_finite_before(f, i);
        if (verb >= 0)
            stance_add(f, STANCE_OFFER, false, clause_holder(f, verb));
    }
    if (unit_is(u, i, "no") && unit_is_any(u, i - 1, "said say been was is")) {
        bool says =
            unit_is_any(u, i - 1, "said say") && unit_is(u, i + 1, "to");
        bool answer = !says && unit_is_any(u, i + 1, ". \"") &&
                      stance_find(u, f->piece, "answer reply response") >= 0;
        if (says || answer)
            stance_add(f, STANCE_REJECT, false, (read_range){0, 0});
    }
    if (unit_is(u, i, "comment") && unit_tag(u, i - 1) == TAG_NOT) {
        stance_add(f, STANCE_DECLINE, false, (read_range){0, 0});
    }
    if (unit_is(u, i, "line") && unit_is(u, i - 1, "red")) {
        stance_add(f, STANCE_REFUSE, false, (read_range){0, 0});
    }
    if (unit_is(u, i, "without") && unit_tag(u, i - 1) != TAG_VB &&
        i <= f->piece.first + 1) {
        for (int k = i; k < f->piece.last; k++) {
            if (unit_tag(u, k) == TAG_MODAL && clause_negated(u, k)) {
                stance_add(f, STANCE_REQUIRE, false, clause_holder(f, k));
                return;
            }
        }
    }
}

/* "had not offered guarantees": it is the guarantee that is withheld. */
static bool gives_guarantee(const read_unit *u, const read_verb *v) {
    for (int i = v->at + 1; i < v->at + 6; i++) {
        if (unit_is_any(u, i, "guarantee guarantees assurance assurances")) {
            return true;
        }
    }
    return false;
}

/* A verb of the lexicon inside the content. */
static void look_at_verb(stance_finder *f, const read_verb *v) {
    const read_unit *u = f->u;
    bool finite = v->finite && !v->passive;
    if (!finite || v->modal || clause_supposed(f, v->group.first)) return;
    read_stance_kind kind = stance_of_class(v->sense->class);
    if (v->sense->class == CLASS_DECLINE || v->sense->class == CLASS_DENY) {
        bool give = unit_is_any(u, v->at, "give gave given gives offer");
        if (v->sense->class == CLASS_DECLINE) {
            kind =
                give && gives_guarantee(u, v) ? STANCE_GUARANTEE : STANCE_NONE;
        }
    }
    if (kind == STANCE_DEMAND) {
        bool insist = unit_is_any(u, v->at,
                                  "insisted insists insist ask asks "
                                  "asked");
        if (insist && !unit_is_any(u, v->group.last, "on for")) {
            kind = STANCE_NONE;
        }
    }
    if (unit_is_any(u, v->at, "agree agreed agrees") &&
        !unit_is_any(u, v->group.last, "to on with in")) {
        kind = STANCE_NONE;
    }
    bool offers = unit_is_any(u, v->at, "offered offer offers made");
    if (offers && gives_guarantee(u, v)) kind = STANCE_GUARANTEE;
    if (kind == STANCE_REJECT &&
        stance_about_reports(u, (read_range){v->group.last, f->piece.last})) {
        kind = STANCE_DENY;
    }
    stance_add(f, kind, v->negated, clause_holder(f, v->group.first));
}

/* All words that the functions below the verbs begin with: one look for most.
 */
static const char telling_words[] =
    "ready willing prepared need needs needed want wants wanted true never "
    "readiness willingness no comment line without";

void stance_look(stance_finder *f) {
    const read_unit *u = f->u;
    for (int i = 0; i < u->verb_count; i++) {
        const read_verb *v = &u->verbs[i];
        if (v->at >= f->piece.first && v->at < f->piece.last) {
            look_at_verb(f, v);
        }
    }
    for (int i = f->piece.first; i < f->piece.last; i++) {
        if (unit_tag(u, i) == TAG_MODAL) look_at_modal(f, i);
        if (unit_is_any(u, i, telling_words)) {
            look_at_ready(f, i);
            look_at_want(f, i);
            look_at_never(f, i);
            look_at_noun(f, i);
        }
        stance_phrase(f, i);
    }
}
