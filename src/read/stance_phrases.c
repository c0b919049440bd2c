/* SPDX-License-Identifier: Apache-2.0
 * Positions that fixed words take: "out of the question", "nothing to do with",
 * "opposed to". The words are in the lexicon ("phrase"); here they are looked
 * for at each word of what was said. Their holder is the subject of the clause
 * they stand in. Its "not" turns some around ("not acceptable": reject) and
 * opens others ("not opposed to": reject-). What is supposed ("if it is open
 * to") is none. */
#include "read/stance_act.h"

typedef struct turned {
    read_stance_kind kind, into;
    bool negated;
} turned;

/* What "not" before the words makes of a position; the rest become none. */
static const turned by_not[] = {
    {STANCE_ACCEPT, STANCE_REJECT, false},
    {STANCE_REJECT, STANCE_REJECT, true},
    {STANCE_REFUSE, STANCE_REFUSE, true},
    {STANCE_OFFER, STANCE_REFUSE, false},
    {STANCE_GUARANTEE, STANCE_GUARANTEE, true},
};

static turned turn(read_stance_kind kind, bool no) {
    if (!no) return (turned){kind, kind, false};
    for (size_t i = 0; i < sizeof by_not / sizeof *by_not; i++) {
        if (by_not[i].kind == kind) return by_not[i];
    }
    return (turned){kind, STANCE_NONE, false};
}

/* Somebody who is named, described, or the speaker. */
static bool is_somebody(const stance_finder *f, read_range who,
                        read_range holder) {
    return !range_empty(who) &&
           (unit_tag(f->u, who.first) == TAG_PRON ||
            unit_tag(f->u, who.last - 1) == TAG_PROPER || !range_empty(holder));
}

/* "may be", "would not be": the clause of the verb only guesses. */
static bool is_guess(const stance_finder *f, int verb) {
    return unit_is_any(f->u, verb, "may might if");
}

static void look_at_fixed(stance_finder *f, int i) {
    const lexicon_phrase *p = stance_words(f->u, i, WORDS_PHRASE);
    if (p == NULL) return;
    int verb = clause_finite_before(f, i + 1);
    read_range who = {0, 0}, holder = {0, 0};
    bool no = false;
    if (verb >= 0) {
        if (clause_supposed(f, verb) || is_guess(f, verb)) return;
        bool willed = unit_tag(f->u, verb) == TAG_MODAL;
        if (willed && p->class == CLASS_DENY) return; /* "will take no part" */
        who = clause_subject(f, verb);
        holder = clause_holder(f, verb);
        bool own_not = unit_tag(f->u, i) == TAG_NOT;  /* it begins with "not" */
        bool near = unit_tag(f->u, i - 1) == TAG_NOT; /* "small and not" */
        bool none = !range_empty(who) &&
                    unit_is_any(f->u, who.first, "nothing none neither");
        no = (near || none) ? !own_not
                            : !own_not && clause_negated(f->u, verb) &&
                                  !unit_is(f->u, i, "no");
    }
    bool somebody = is_somebody(f, who, holder);
    if (p->who && !somebody) return;
    if (p->class == CLASS_GUILT && no) {
        stance_add(f, STANCE_DENY, false, (read_range){0, 0});
        return;
    }
    bool never = no && stance_find(f->u, (read_range){verb, i}, "never") >= 0;
    if (p->class == CLASS_SHUN && no && !never) {
        stance_add(f, STANCE_REFUSE, false, holder);
        return;
    }
    turned t = turn(stance_of_class(p->class), no);
    bool plain =
        unit_is_any(f->u, who.first, "it that this") && !range_empty(who);
    if (t.kind == STANCE_DENY || plain) holder = (read_range){0, 0};
    stance_add(f, t.into, t.negated, holder);
}

bool stance_false_word(const read_unit *u, int i) {
    return unit_is_any(u, i,
                       "false lie lies nonsense fiction fantasy fabrication "
                       "fabrications untrue invented fabricated baseless "
                       "unfounded groundless propaganda invention forgery fake "
                       "hoax laughable");
}

/* "was false", "is a lie", "were nonsense": of what others say. */
static void look_at_falsehood(stance_finder *f, int i) {
    const read_unit *u = f->u;
    if (!stance_false_word(u, i)) return;
    int k = i - 1;
    while (unit_tag(u, k) == TAG_DET || unit_tag(u, k) == TAG_ADV ||
           unit_tag(u, k) == TAG_ADJ || unit_tag(u, k) == TAG_OPEN) {
        k--;
    }
    if (unit_tag(u, k) == TAG_BE) {
        stance_add(f, STANCE_DENY, false, (read_range){0, 0});
    }
}

/* "it is time for the army to go" */
static void look_at_time(stance_finder *f, int i) {
    enum { NEAR = 8 };
    const read_unit *u = f->u;
    bool time = unit_is(u, i, "time") && unit_is(u, i + 1, "for") &&
                (unit_tag(u, i - 1) == TAG_BE || unit_is(u, i - 2, "is") ||
                 unit_is(u, i - 1, "'s"));
    bool up_to = unit_is(u, i, "up") && unit_is(u, i + 1, "to") &&
                 unit_tag(u, i - 1) == TAG_BE; /* "it is up to them to" */
    for (int k = i + 2; (time || up_to) && k < i + NEAR; k++) {
        if (unit_tag(u, k) != TAG_TO) continue;
        stance_add(f, STANCE_DEMAND, false, (read_range){0, 0});
        return;
    }
}

void stance_phrase(stance_finder *f, int i) {
    const read_unit *u = f->u;
    bool words = unit_word(u, i)->phrases != NULL || unit_tag(u, i) == TAG_NOT;
    if (words) look_at_fixed(f, i);
    look_at_falsehood(f, i);
    if (unit_is_any(u, i, "time up")) look_at_time(f, i);
}
