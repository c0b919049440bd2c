/* SPDX-License-Identifier: Apache-2.0
 * What each proposal is worth over the draws. The lens `plans` shows it, and
 * `brief` takes the parts it needs. */
#ifndef LENS_PLANS_H
#define LENS_PLANS_H

#include "belief/belief.h"
#include "lens/lens.h"
#include "plan/plan.h"

/* Who accepts, as shares of draws. */
typedef struct plans_shares {
    belief_measure all;
    const belief_measure *by_party;
    const bool *accepted; /* by all: one a draw */
} plans_shares;

/* Draws from one reading of the record, with the plans that go with them. */
typedef struct plans_view {
    const belief *belief;
    const plan_setup *setup;
} plans_view;

typedef struct plans_phase {
    const char *name;
    belief_measure comply; /* over draws in which earlier phases were complied
                              with; mean NAN if there are none */
    int weakest;  /* the party that would walk away most often; of ties the one
                     with the least mean slack (worths of different parties
                     have no common scale) */
    double leave; /* in this share of draws */
    double slack; /* its mean slack */
} plans_phase;

typedef struct plans_row {
    const char *name; /* the proposal's id */
    const case_proposal *proposal;
    const plan *plan;
    plans_shares accept;
    const belief_measure *gain;     /* [party] V1 - cost - V0 */
    const belief_measure *leverage; /* [party] mean NAN: no settlement */
    const plans_phase *phases;
    int phase_count;
    belief_measure comply; /* all parties, all phases */
    belief_measure locked; /* mean NAN unless talks that fail: stay */
    belief_measure settle; /* x* gives all strictly more than F; mean NAN
                              without talks */
    const int *settlement; /* the most frequent x*, or NULL */
    belief_measure settlement_share;
    const double *options; /* [cell] share of settlements with this option */
    int binding;           /* the party that refuses most, or -1: nobody does */
    int binding_row; /* where it loses most when it refuses (plan_row_name) */
    const plan_value *value; /* with a single draw, else NULL */
    /* Honesty: the same shares with no record at all, and with the record but
     * without the analyst's assumptions. Means NAN with a single draw. */
    plans_shares bare, sourced;
} plans_row;

/* Statements that stand and have a likelihood, of one party. */
typedef struct plans_grounds {
    int own, reported, assumed;
    int proposed; /* proposals that count as its word */
} plans_grounds;

typedef enum plans_basis {
    PLANS_REPORTED,
    PLANS_ASSUMED,
    PLANS_DEFAULT,
} plans_basis;

/* One difference between two proposals taken over, the others as they were. */
typedef struct plans_step {
    const char *what;      /* "duration" */
    const char *from, *to; /* as people read them */
    plans_basis basis;     /* the weaker of the two sides */
    plans_shares accept;   /* after it */
    belief_measure change; /* of all, on common draws */
} plans_step;

typedef struct plans_bridge {
    const plans_row *from, *to;
    const plans_step *steps;
    int step_count;
} plans_bridge;

typedef struct plans_answer {
    plans_view main, bare, sourced; /* the latter two NULL with one draw */
    const plans_row *rows;          /* as asked for */
    int row_count;
    const plans_row *talks; /* talks without a truce: one of rows, or apart */
    const int *order;       /* rows by share of all, best first */
    const belief_measure *no_deal, *now; /* [party] V0 and u(now) */
    const int *early;                    /* xF with a single draw, or NULL */
    const double *early_worth;
    const plans_grounds *grounds; /* [party] */
    const plans_bridge *bridge;   /* or NULL */
} plans_answer;

/* `proposals`: indices in q->c; bridged when they are two and asked to. */
parley_status plans_find(const plans_answer **out, const lens_request *q,
                         int_list proposals, arena *mem, parley_diags *d);

/* Fills main, bare and sourced alone. */
parley_status plans_look(plans_answer *a, const lens_request *q, arena *mem,
                         parley_diags *d);

/* --- The module's own --- */

/* Fills a row of which proposal and plan are set; everything it points to is
 * made beforehand by plans_row_new, so rows can be measured at once. */
plans_row *plans_row_new(const plans_view *v, const case_proposal *p,
                         arena *mem);
void plans_row_measure(plans_row *r, const plans_view *v, arena *scratch);

/* Who accepts, and nothing else. cost: [party] weights of public rejections,
 * or NULL: the plan's own. */
plans_shares plans_accept(const plans_view *v, const plan *p,
                          const double *cost, arena *mem);

/* The mean over the draws of a view of: all accept `first`, less the same of
 * `second`. */
belief_measure plans_lead(const plans_view *v, const plans_shares *first,
                          const plans_shares *second, arena *mem);

/* A proposal as people call it; its id where it has no name. */
const char *plans_name(const plans_row *r);

/* Something the shares rest on is the analyst's: without it they may differ. */
bool plans_assumes(const plans_answer *a);

/* "reported", "assumed", "default". */
const char *plans_basis_name(plans_basis basis);

const plans_bridge *plans_bridge_build(const plans_view *v,
                                       const plans_row *from,
                                       const plans_row *to, arena *mem);

void plans_put(doc *to, const case_model *c, const plans_answer *a);
void plans_say(doc *to, const case_model *c, const plans_answer *a);
/* The last section: what all of it rests on. */
void plans_say_care(doc *to, const case_model *c, const plans_answer *a);

#endif
