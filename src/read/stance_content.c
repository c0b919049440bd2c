/* SPDX-License-Identifier: Apache-2.0
 * Positions in the words of the content: readiness, needs and wants, denials,
 * red lines. Modal verbs, verbs of the lexicon, fixed words and the speaker's
 * own voice have files of their own; here all are looked at, word by word. */
#include "read/stance_int.h"

/* "is ready to", "was willing to", "stand ready to", "are prepared to" */
static void look_at_ready(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is_any(u, i, "ready willing prepared happy glad available") ||
        (!unit_is_any(u, i + 1, "to for at") && i + 1 < f->piece.last)) {
        return;
    }
    if (unit_is(u, i + 1, "for") &&
        stance_find(u, (read_range){i + 2, i + 5},
                    "talks dialogue compromise negotiations peace talk deal "
                    "discussion discussions truce ceasefire") < 0) {
        return; /* "ready for a long strike" */
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
    clause_ties tie = clause_tie(f, i);
    bool tied = tie == TIES_IF || tie == TIES_WHEN || tie == TIES_ONLY;
    bool accept = unit_is_any(u, i + 2, "accept");
    bool happy = unit_is_any(u, i, "happy glad");
    read_stance_kind kind = tied     ? STANCE_CONDITION
                            : accept ? STANCE_ACCEPT
                                     : STANCE_OFFER;
    bool refuses = no && happy; /* "would not be happy to" */
    stance_add(f, refuses ? STANCE_REFUSE : kind, no && !refuses,
               clause_holder(f, verb));
}

/* A noun phrase, or what stands for one. */
static bool is_object(read_tag tag) {
    return tag == TAG_DET || tag == TAG_NOUN || tag == TAG_ADJ ||
           tag == TAG_PROPER || tag == TAG_NUM || tag == TAG_POSS ||
           tag == TAG_OPEN || tag == TAG_VBN || tag == TAG_THAT ||
           tag == TAG_OBJ;
}

/* Where the group of the verb at i begins ("do not really want"); -1: it is
 * modal, or only half meant ("don't just want"). */
static int want_begins(const read_unit *u, int i, bool *no) {
    int first = i;
    *no = false;
    for (;; first--) {
        read_tag tag = unit_tag(u, first - 1);
        if (tag == TAG_MODAL) return -1;
        if (tag == TAG_NOT) *no = true;
        if (tag != TAG_DO && tag != TAG_NOT && tag != TAG_ADV) break;
    }
    return *no && unit_is_any(u, i - 1, "just only simply") ? -1 : first;
}

/* need(s), want(s), "do not want" */
static void look_at_want(stance_finder *f, int i) {
    const read_unit *u = f->u;
    bool need = unit_is_any(u, i, "need needs needed");
    bool want = unit_is_any(u, i, "want wants wanted seeking seeks");
    read_tag next = unit_tag(u, i + 1);
    bool object = is_object(next);
    bool verb = unit_tag(u, i) != TAG_NOUN;
    if ((!need && !want) || !verb) return;
    bool no;
    int first = want_begins(u, i, &no);
    if (first < 0) return;
    bool see = next == TAG_TO && unit_is_any(u, i + 2, "see know hear");
    if (want && see && !no) object = true; /* "wanted to see the accounts" */
    bool what = unit_tag(u, i + 1) == TAG_COMMA || unit_tag(u, i + 1) == TAG_BE;
    if (!object && !(want && what)) return;
    read_range who = clause_subject(f, first);
    bool asked = !range_empty(who) && unit_tag(u, who.first - 1) == TAG_WHAT;
    if (asked && !what) return; /* "nobody knows what they want" */
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
    const read_verb *v = unit_verb_at(u, i + 1);
    bool stands = v != NULL && stance_of_class(v->sense->class) != STANCE_NONE;
    if (!past || agreed || stands) return; /* "never refused" */
    if (stance_idle(u, i + 1)) return;     /* "never seen" */
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
        bool ends = i + 1 >= f->piece.last || unit_tag(u, i + 1) == TAG_STOP ||
                    unit_tag(u, i + 1) == TAG_COMMA;
        bool says = unit_is_any(u, i - 1, "said say") &&
                    (unit_is(u, i + 1, "to") || ends);
        bool answer = !says && ends &&
                      stance_find(u, f->piece, "answer reply response") >= 0;
        if (says) {
            stance_add(f, STANCE_REJECT, false, clause_holder(f, i - 1));
        } else if (answer) {
            stance_add(f, STANCE_REJECT, false, (read_range){0, 0});
        }
    }
    if (unit_is(u, i, "line") && unit_is(u, i - 1, "red")) {
        stance_add(f, STANCE_REQUIRE, false, (read_range){0, 0});
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

/* All words that the functions below the verbs begin with: one look for most.
 */
static const char telling_words[] =
    "ready willing prepared happy glad available need needs needed want wants "
    "wanted seeking seeks true never "
    "readiness willingness no line without";

void stance_look(stance_finder *f) {
    const read_unit *u = f->u;
    for (int i = 0; i < u->verb_count; i++) {
        const read_verb *v = &u->verbs[i];
        if (v->at >= f->piece.first && v->at < f->piece.last) {
            stance_verb(f, v);
        }
    }
    for (int i = f->piece.first; i < f->piece.last; i++) {
        if (unit_tag(u, i) == TAG_MODAL) stance_modal(f, i);
        if (unit_is_any(u, i, telling_words)) {
            look_at_ready(f, i);
            look_at_want(f, i);
            look_at_never(f, i);
            look_at_noun(f, i);
        }
        stance_phrase(f, i);
        stance_noun(f, i);
        stance_voice(f, i);
    }
}
