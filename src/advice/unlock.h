/* SPDX-License-Identifier: Apache-2.0
 * What smallest change to a proposal would make all accept (DESIGN section 7):
 * sets of changes on the front of (cost, share of draws in which all accept,
 * smallest mean gain). */
#ifndef ADVICE_UNLOCK_H
#define ADVICE_UNLOCK_H

#include "belief/belief.h"
#include "plan/plan.h"

enum {
    UNLOCK_CHANGES_MOST = 6,      /* in a set */
    UNLOCK_CANDIDATES_MOST = 500, /* changes on their own */
    UNLOCK_PARENTS = 200,         /* best first: sets that are carried on */
};

typedef enum unlock_kind {
    UNLOCK_TERM,      /* another option of an issue */
    UNLOCK_PART,      /* a part of it now, the rest left to the talks */
    UNLOCK_TO_TERMS,  /* taken from the agenda and settled in a phase */
    UNLOCK_TO_TALKS,  /* left to the talks */
    UNLOCK_FAIL,      /* what happens if the talks fail */
    UNLOCK_LASTS,     /* how long a phase lasts */
    UNLOCK_GUARANTEE, /* one that is offered */
    UNLOCK_PAIR,      /* "if you, we": a trade on record */
    UNLOCK_LEVER,     /* of the case */
    UNLOCK_KINDS,
} unlock_kind;

/* A field of the plan is given a value. */
typedef struct unlock_write {
    int slot, value;
} unlock_write;

typedef struct unlock_change {
    unlock_kind kind;
    const char *what; /* "fighting is ended as the truce starts" */
    double cost;
    int issue; /* that it is about, or -1 */
    int entry; /* UNLOCK_PAIR: the trade, in the record; else -1 */
    int lever; /* UNLOCK_LEVER: in the case; else -1 */
    const unlock_write *writes;
    int write_count;
} unlock_change;

/* A variant of the proposal, ready to be valued. */
typedef struct unlock_variant {
    const case_proposal *proposal;
    const case_payment *payments; /* promised with it */
    int payment_count;
    const case_parameter *parameters; /* set in every draw */
    int parameter_count;
} unlock_variant;

typedef struct unlock_set {
    int changes[UNLOCK_CHANGES_MOST]; /* in the answer's, ascending */
    int count;
    double cost;
    double all;      /* on the draws of the search */
    double smallest; /* the least mean gain of a party, the same way */
    unlock_variant variant;
} unlock_set;

/* What became of the sets. */
typedef struct unlock_work {
    double sets;      /* that the size allows */
    double twice;     /* touch a field twice */
    double broken;    /* a phase breaks a rule, or nothing is left of the plan,
                         of a phase before the talks, or to talk about */
    double equal;     /* the plan of a set seen before */
    double valued;    /* plans */
    double pairs;     /* plans x draws that valuing each in full would take */
    double spared;    /* of these, left out since the plan could not matter */
    double tables;    /* settlements solved: one a draw and bargain */
    int exact_most;   /* sets of up to so many changes were all tried */
    int changes_most; /* larger ones, up to this, best first */
    bool best_first;
    double bound;  /* no set whatever is accepted by all in a larger share */
    double regret; /* what best first would have missed in the largest size
                      of which all sets were tried; NAN: not measured */
} unlock_work;

typedef struct unlock_ask {
    const belief *belief;
    const plan_setup *setup;
    int proposal;
    int changes_most;
    int best_most;    /* sets of two and more only of so many single changes,
                         the best; 0: of all */
    double target;    /* a share, or NAN */
    double sets_most; /* more sets of a size are not all tried; 0: 600,000, or
                         what outcomes and draws allow */
    int parents_most; /* best first: so many are carried on; 0: the above */
} unlock_ask;

typedef struct unlock_answer {
    const case_proposal *proposal;
    int index;
    const unlock_change *changes;
    int change_count;
    unlock_set base; /* no change */
    /* By cost, then share; those that differ from cheaper ones. */
    const unlock_set *sets;
    int set_count;
    int unclear;              /* on the front, but not told apart */
    const unlock_set *target; /* the cheapest that reaches it, or NULL */
    const unlock_set *best;   /* of the highest share, or NULL */
    unlock_work work;
} unlock_answer;

/* PARLEY_ELIMIT when not even single changes can be tried; the proposal's own
 * phases must keep the rules. */
parley_status unlock_find(const unlock_answer **out, const unlock_ask *ask,
                          arena *mem, parley_diags *d);

/* --- Sets in full, on any draws --- */

typedef struct unlock_effect {
    belief_measure all, by_base; /* by_base: less the same of the proposal as
                                    it is, on common draws */
    belief_measure comply, comply_change;
    const belief_measure *accept, *accept_change; /* [party] */
    const belief_measure *gain, *gain_change;     /* [party] */
    int smallest;         /* the party of the least mean gain */
    const bool *accepted; /* by all: one a draw */
    const double *others; /* [party] share in which all others accept */
} unlock_effect;

/* One effect a set; sets[0] is what the others are compared with. `proposal`
 * is the one whose public rejection all of them carry, in b->c. */
const unlock_effect *unlock_measure(const unlock_set *const *sets, int count,
                                    const belief *b, const plan_setup *s,
                                    int proposal, arena *mem);

/* Who could carry a plan to a party: sourced relations of influence. The
 * model gives asking no effect on what a party wants. */
typedef struct unlock_approach {
    int relation; /* in the case */
    int actor, party;
} unlock_approach;
typedef struct unlock_approaches {
    const unlock_approach *items;
    int count;
} unlock_approaches;
unlock_approaches unlock_approaches_find(const case_model *c, arena *mem);

#endif
