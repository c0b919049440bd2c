/* SPDX-License-Identifier: Apache-2.0
 * Positions that a noun holds: "the union's refusal to discuss the cranes", "a
 * request by Nuray to delay", "their demand that", "the decision to reject".
 * The noun must have somebody whose it is (before 's, behind "by" or "from", or
 * "its": the subject before) and something it is about behind it ("to", "of",
 * "for", "that"). */
#include "read/stance_int.h"

/* All words of the functions below: one look for most. */
static const char held_words[] =
    "refusal rejection opposition objection objections demand demands request "
    "requests insistence call calls appeal acceptance offer readiness "
    "willingness promise pledge guarantee assurance assurances denial decision "
    "vote choice";

static read_stance_kind kind_of(const read_unit *u, int i) {
    if (unit_is_any(u, i, "refusal")) return STANCE_REFUSE;
    if (unit_is_any(u, i, "rejection opposition objection objections")) {
        return STANCE_REJECT;
    }
    if (unit_is_any(u, i,
                    "demand demands request requests insistence call calls "
                    "appeal")) {
        return STANCE_DEMAND;
    }
    if (unit_is_any(u, i, "acceptance")) return STANCE_ACCEPT;
    if (unit_is_any(u, i, "offer readiness willingness")) return STANCE_OFFER;
    if (unit_is_any(u, i, "promise pledge guarantee assurance assurances")) {
        return STANCE_GUARANTEE;
    }
    if (unit_is_any(u, i, "denial")) return STANCE_DENY;
    return STANCE_NONE;
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

/* Whose it is, as tokens; *behind: the word behind that. Empty: nobody's, or
 * *own: the speaker's ("[reiterated] its request for"). */
static read_range owner_of(const stance_finder *f, int i, int *behind,
                           bool *own) {
    const read_unit *u = f->u;
    const read_range nobody = {0, 0};
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
    if (unit_tag(u, k) != TAG_POSS || unit_is_any(u, k, "my our your")) {
        return nobody;
    }
    int verb = clause_finite_before(f, k);
    *own = verb < 0 && k == f->piece.first;
    return verb < 0 ? nobody : clause_subject(f, verb);
}

/* "have withdrawn their offer" */
static bool withdrawn(const stance_finder *f, int i) {
    return stance_find(f->u, (read_range){i - 4, i},
                       "withdraw withdrew withdrawn withdraws dropped drop "
                       "retracted cancelled") >= 0;
}

void stance_noun(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (unit_tag(u, i) != TAG_NOUN || !unit_is_any(u, i, held_words)) return;
    read_stance_kind kind = kind_of(u, i);
    if (kind == STANCE_NONE) kind = decided(u, i);
    if (kind == STANCE_NONE || (kind == STANCE_OFFER && withdrawn(f, i))) {
        return;
    }
    int behind;
    bool own;
    read_range who = owner_of(f, i, &behind, &own);
    bool about = unit_tag(u, behind) == TAG_TO ||
                 unit_tag(u, behind) == TAG_THAT ||
                 unit_is_any(u, behind, "of for on");
    if (own && about) {
        stance_add(f, kind, false, who);
        return;
    }
    bool inside = who.first >= f->piece.first && who.last <= f->piece.last;
    if (range_empty(who) || !about || !inside || !phrase_can_act(u, who)) {
        return;
    }
    stance_add(f, kind, false, who);
}
