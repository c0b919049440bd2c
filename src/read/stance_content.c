/* SPDX-License-Identifier: Apache-2.0
 * Positions in the words of the content: readiness, needs and wants, denials,
 * red lines. Modal verbs, verbs of the lexicon, fixed words and the speaker's
 * own voice have files of their own; here all are looked at, word by word. */
#include "read/stance_int.h"

/* "is ready for talks", "is willing." Before "to" it is a mood of the act
 * behind (stance_act.c). */
static void look_at_ready(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!unit_is_any(u, i, "ready willing prepared available")) return;
    bool ends = i + 1 >= f->piece.last || unit_tag(u, i + 1) == TAG_STOP;
    bool talks =
        unit_is_any(u, i + 1, "for at") &&
        stance_find(u, (read_range){i + 2, i + 5},
                    "talks dialogue compromise negotiations peace talk "
                    "deal discussion discussions truce ceasefire any "
                    "negotiation") >= 0;
    int verb = clause_finite_before(f, i);
    if ((!ends && !talks) || verb < 0 || clause_supposed(f, verb)) return;
    bool no = clause_negated(u, verb);
    stance_add(f, no ? STANCE_REFUSE : STANCE_OFFER, false,
               clause_holder(f, verb));
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
        if (answer) {
            stance_add(f, STANCE_REJECT, false, (read_range){0, 0});
        }
    }
}

/* All words that the functions below the verbs begin with: one look for most.
 */
static const char telling_words[] =
    "ready willing prepared available readiness willingness no";

/* A finite verb begins a group at i. */
static bool begins_group(const read_unit *u, int i) {
    if (!unit_finite(u, i) || unit_tag(u, i - 1) == TAG_DET) return false;
    int k = i - 1;
    while (unit_tag(u, k) == TAG_NOT || unit_tag(u, k) == TAG_ADV)
        k--; /* "do not have to" */
    bool helped = unit_tag(u, k) == TAG_MODAL || unit_tag(u, k) == TAG_DO;
    if (helped && k < i - 1) return false;
    read_tag before = unit_tag(u, i - 1);
    return before != TAG_MODAL && before != TAG_DO &&
           !(unit_finite(u, i - 1) && before != TAG_VBD && before != TAG_VBZ);
}

void stance_look(stance_finder *f) {
    const read_unit *u = f->u;
    for (int i = f->piece.first; i < f->piece.last; i++) {
        if (i >= f->covered && begins_group(u, i)) stance_clause(f, i);
        if (unit_is_any(u, i, telling_words)) {
            look_at_ready(f, i);
            look_at_noun(f, i);
        }
        stance_phrase(f, i);
        stance_noun(f, i);
        stance_voice(f, i);
    }
}
