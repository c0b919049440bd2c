/* SPDX-License-Identifier: Apache-2.0
 * Whether theta satisfies a statement, and what that does to its density. */
#ifndef BELIEF_LIKELIHOOD_H
#define BELIEF_LIKELIHOOD_H

#include "belief/state.h"
#include "plan/plan.h"

/* What must be computed before a claim can be judged. */
typedef enum belief_need {
    BELIEF_NEEDS_WORTHS,  /* the party's own worths */
    BELIEF_NEEDS_HONOUR,  /* one directed honour */
    BELIEF_NEEDS_NO_DEAL, /* V0: a settlement per state */
    BELIEF_NEEDS_PLANS,   /* V0 and V1 of proposals */
} belief_need;

/* A claim of the evidence, made ready. */
typedef struct belief_claim {
    const record_claim *said;
    const case_entry *entry;
    belief_need need;
    const char *obstacle; /* why it can't be evaluated, or NULL */
    bool weighed;         /* it stands and has a likelihood */
    double log_true, log_false;
    const int *outcome, *other;   /* an option an issue; -1: none */
    const deal_diagram *outcomes; /* those that must be worth less than V0 */
    int_list proposals; /* accept, reject: one; else those that must be worth
                           less than V0 */
} belief_claim;

typedef struct belief_likelihood {
    const belief_prior *prior;
    const record_evidence *evidence;
    const belief_claim *claims; /* one a claim of the evidence, in order */
    int claim_count;
    const plan_setup *plans;      /* NULL: no settlement can be found */
    const plan *const *proposals; /* of the case, or NULL */
    const int_list *touched; /* by block: the weighed claims it can change */
} belief_likelihood;

/* Prepares claims and proposals. PARLEY_ELIMIT with an error when a statement
 * needs settlements and there are too many outcomes for `draws` draws; without
 * such a statement `plans` is then NULL. Warns of statements that stand and
 * can't be evaluated. */
parley_status belief_likelihood_new(const belief_likelihood **out,
                                    const belief_prior *p,
                                    const record_evidence *e, int draws,
                                    arena *mem, parley_diags *d);

/* What is known of one state, computed when it is first asked for. */
typedef struct belief_room belief_room;
belief_room *belief_room_new(const belief_likelihood *l, arena *mem);
/* The state has changed: forget. */
void belief_room_move(belief_room *room);
bool belief_satisfies(const belief_likelihood *l, const belief_state *s,
                      int claim, belief_room *room);
/* V1 - cost - V0 of a proposal by party; NAN where it can't be valued. Holds
 * until the next call. */
const double *belief_gains(const belief_likelihood *l, const belief_state *s,
                           int proposal, belief_room *room);

#endif
