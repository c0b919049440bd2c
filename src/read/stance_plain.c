/* SPDX-License-Identifier: Apache-2.0
 * Clauses whose main verb says too little for the table of acts:
 *
 *   there is    "there will be no talks" (refuse; with "until": require),
 *               "there was no list" (deny), "there are no guarantees"
 *   is          "is a condition", "its one demand was", "nothing is ruled out"
 *   wants       "wants ten percent" (demand), "needs a date" (require), "does
 *               not want a wall" (refuse)
 *   did not     "had not fired on anybody", "was never removed" (deny) */
#include "read/stance_act.h"

static const read_range speaker = {0, 0};

/* "there will be no talks until" (require), "there will be no talks" (refuse),
 * "there is no list" (deny). */
static bool exists(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    if (!unit_is(u, a->first - 1, "there") || !unit_is(u, a->at, "no")) {
        return false;
    }
    read_range all = {f->piece.first, clause_end(f, a->first)};
    bool tied = a->tie != TIES_NOT || stance_find(u, all, "without") >= 0;
    bool willed = a->force == FORCE_WILL || a->force == FORCE_CAN;
    bool promise = stance_find(u, (read_range){a->at, a->at + 3},
                               "guarantee guarantees promises") >= 0;
    if (promise) {
        stance_add(f, STANCE_GUARANTEE, true, speaker);
        return true;
    }
    bool matter = stance_find(u, (read_range){a->at, a->at + 4},
                              "list lists talks deal plan plans contact "
                              "contacts order orders meeting agreement "
                              "negotiations secret attack shortage prisoners "
                              "hostages soldiers troops weapons evidence") >= 0;
    if (tied) {
        stance_add(f, STANCE_REQUIRE, false, speaker);
    } else if (willed) {
        stance_add(f, STANCE_REFUSE, false, speaker);
    } else if (matter) {
        stance_add(f, STANCE_DENY, false, speaker);
    }
    return true;
}

/* A noun phrase, or what stands for one, begins at i. */
static bool is_object(const read_unit *u, int i) {
    switch (unit_tag(u, i)) {
    case TAG_DET:
    case TAG_NOUN:
    case TAG_ADJ:
    case TAG_PROPER:
    case TAG_NUM:
    case TAG_POSS:
    case TAG_OPEN:
    case TAG_VBN:
    case TAG_THAT:
    case TAG_OBJ:
    case TAG_PRON:
        return true;
    default:
        return false;
    }
}

/* What a noun after or before "is" makes of it. */
static read_stance_kind noun_kind(const read_unit *u, int i) {
    if (unit_is_any(u, i, "condition conditions precondition requirement")) {
        return STANCE_REQUIRE;
    }
    return unit_is_any(u, i, "demand demands") ? STANCE_DEMAND : STANCE_NONE;
}

/* "its condition", "Dravia's one condition", "the only condition" */
static bool is_owned(const read_unit *u, read_range who) {
    if (range_empty(who)) return false;
    bool only = unit_is_any(u, who.last - 2, "one only first single main");
    for (int i = who.first; i < who.last; i++) {
        read_tag tag = unit_tag(u, i);
        if (tag == TAG_POSS || tag == TAG_APOSTROPHE) return true;
    }
    return only;
}

/* "is a condition, not a wish"; "their one condition is that" */
static bool is_condition(stance_finder *f, const stance_act *a) {
    enum { NEAR = 4 };
    const read_unit *u = f->u;
    if (!a->copula || a->no) return false;
    read_stance_kind kind = STANCE_NONE;
    for (int i = a->at; i < a->at + NEAR && kind == STANCE_NONE; i++) {
        if (unit_tag(u, i) == TAG_PREP) break;
        kind = noun_kind(u, i);
    }
    if (kind == STANCE_NONE && is_owned(u, a->subject)) {
        kind = noun_kind(u, a->subject.last - 1);
    }
    if (kind == STANCE_NONE) return false;
    read_range owner = speaker;
    for (int i = a->subject.first; i < a->subject.last; i++) {
        if (unit_tag(u, i) == TAG_APOSTROPHE) {
            owner = (read_range){a->subject.first, i};
        }
    }
    stance_add(f, kind, false, owner);
    return true;
}

/* "All we ask is a fair hearing", "What we need is a date" */
static bool all_we_ask(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    bool all = unit_is_any(u, a->at, "ask demand want need") &&
               unit_tag(u, a->at + 1) == TAG_BE && !a->no &&
               unit_is_any(u, a->subject.first - 1, "what all");
    if (!all) return false;
    bool needs = unit_is(u, a->at, "need");
    stance_add(f, needs ? STANCE_REQUIRE : STANCE_DEMAND, false, a->holder);
    return true;
}

/* "wanted to see the accounts", "I'd like to know" */
static bool wants_to_see(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    bool sees = unit_is_any(u, a->at, "see read inspect") ||
                (unit_is_any(u, a->at, "know hear") && a->whose == WHOSE_OWN);
    if (a->force != FORCE_WANT || a->no || !sees) return false;
    stance_add(f, STANCE_DEMAND, false, a->holder);
    return true;
}

/* "might want", "nobody knows what they want", "want to go" */
static bool wants_nothing(const stance_finder *f, const stance_act *a,
                          bool want) {
    const read_unit *u = f->u;
    int next = a->at + 1;
    if (unit_is(u, next, "at") && unit_is(u, next + 1, "least")) next += 2;
    bool what = unit_tag(u, next) == TAG_COMMA || unit_tag(u, next) == TAG_BE;
    bool likely = (a->force & (FORCE_MAY | FORCE_CAN | FORCE_MUST)) != 0;
    bool asked = !range_empty(a->subject) &&
                 unit_tag(u, a->subject.first - 1) == TAG_WHAT;
    bool object = is_object(u, next) || (want && what && asked);
    return likely || !object || (asked && !what) || a->whose == WHOSE_NONE;
}

/* "wants ten percent" (demand), "does not want a wall" (refuse), "needs a
 * date" (require). What others don't want is a reproach in one's own words. */
bool stance_wants(stance_finder *f, const stance_act *a) {
    const read_unit *u = f->u;
    bool may = a->force == FORCE_WANT ||
               unit_is_any(u, a->at,
                           "ask demand want wants wanted need needs needed "
                           "seek seeks sought seeking");
    if (!may) return false;
    if (all_we_ask(f, a) || wants_to_see(f, a)) return true;
    bool need = unit_is_any(u, a->at, "need needs needed");
    bool want =
        unit_is_any(u, a->at, "want wants wanted seeking seek seeks sought");
    bool verb = unit_tag(u, a->at) != TAG_NOUN && !a->passive && !a->copula;
    if ((!need && !want) || !verb || a->half) return false;
    if (wants_nothing(f, a, want)) return true;
    bool reproach = f->direct && a->whose != WHOSE_OWN &&
                    unit_tag(u, a->subject.last - 1) != TAG_PROPER;
    if (!a->no) {
        stance_add(f, need ? STANCE_REQUIRE : STANCE_DEMAND, false, a->holder);
    } else if (want && !reproach) {
        stance_add(f, STANCE_REFUSE, false, a->holder);
    }
    return true;
}

/* "The bonus was never removed", "it was never on the table" */
static bool never_was(stance_finder *f, const stance_act *a) {
    bool was = a->never && a->force == FORCE_DONE &&
               ((a->passive &&
                 !unit_is_any(f->u, a->at,
                              "answered consulted told asked informed invited "
                              "seen heard found repaired meant")) ||
                (a->copula && unit_is(f->u, a->at, "on")));
    if (!was || a->whose == WHOSE_OTHER) return false;
    stance_add(f, STANCE_DENY, false, speaker);
    return true;
}

/* "We never took the money", "it had not fired on anybody": what one is said to
 * have done, and did not. "We did not know" denies nothing. */
bool stance_denied(stance_finder *f, const stance_act *a) {
    if (never_was(f, a)) return true;
    const read_unit *u = f->u;
    bool plain =
        a->class == CLASS_NONE || (a->deed && a->class != CLASS_REFUSE);
    bool held =
        a->force == FORCE_DOING &&
        unit_is_any(u, a->at,
                    "holding keeping hiding sheltering arming targeting "
                    "supplying using building running taking acting");
    bool none = a->whose == WHOSE_NONE && a->force == FORCE_DONE;
    bool done = (a->force == FORCE_DONE || held) && a->no && !a->nothing &&
                ((plain && !a->copula) || (none && a->copula));
    if (!done || a->class == CLASS_IDLE || a->half) return false;
    read_tag tag = unit_tag(u, a->at);
    bool acts = tag == TAG_VB || tag == TAG_VBN || tag == TAG_VBD || held ||
                (none && a->copula);
    read_range rest = {a->at, clause_end(f, a->at)};
    bool lasts =
        stance_find(u, rest, "since yet expect expected discuss discussed") >=
        0;
    bool men = !range_empty(a->subject) && /* "our troops" */
               phrase_can_act(u, a->subject) &&
               unit_is_any(u, a->subject.first,
                           f->direct ? "my our" : "my our its their");
    bool ours = a->whose == WHOSE_OWN || men ||
                (a->whose == WHOSE_NONE && !f->direct &&
                 unit_tag(u, a->subject.first + 2) == TAG_POSS);
    bool theirs =
        (a->never || clause_mouthpiece(f)) && !f->direct &&
        a->whose == WHOSE_OTHER &&
        (clause_mouthpiece(f) || unit_tag(u, a->subject.first) == TAG_PRON ||
         unit_tag(u, a->subject.last - 1) == TAG_PROPER);
    if (!acts || lasts || !(ours || theirs)) return true;
    stance_add(f, STANCE_DENY, false, men ? speaker : a->holder);
    return true;
}

/* "Nothing is ruled out" */
static bool nothing_is(stance_finder *f, const stance_act *a) {
    bool open = a->passive && a->class == CLASS_REFUSE &&
                !range_empty(a->subject) &&
                unit_is(f->u, a->subject.first, "nothing");
    if (open) stance_add(f, STANCE_REFUSE, true, speaker);
    return open;
}

bool stance_plain(stance_finder *f, const stance_act *a) {
    return exists(f, a) || is_condition(f, a) || nothing_is(f, a);
}
