/* SPDX-License-Identifier: Apache-2.0
 * What a plan (a proposal of phases and talks) is worth to each party in one
 * draw: DESIGN section 5. Four steps, from rare to often:
 *
 *   plan_setup_new    once a case       shared by all threads, never changed
 *   plan_prepare      once a proposal   shared by all threads, never changed
 *   plan_work_new     once a thread     tables of the draw at hand
 *   plan_begin        once a draw       V0, xF, the signed and promised worths
 *   plan_eval ...     once a draw and proposal; nothing is allocated
 *
 * Units: worths as in the draw; times in days; rates per day. Arrays "[party]"
 * have one entry a party, "[party][cell]" are party * cell_count + cell. */
#ifndef PLAN_PLAN_H
#define PLAN_PLAN_H

#include "deal/bargain.h"
#include "deal/diagram.h"
#include "deal/draw.h"
#include "record/evidence.h"

/* --- The case --- */

/* False, with located errors, where deals and plans can't be asked for: no
 * issues, a party with only an order or ranking (`case/ordinal-only`), no
 * status quo although it is needed. */
bool plan_usable(const case_model *c, bool needs_now, parley_diags *d);

/* What can be signed: a list of outcomes where that is quickest, else a
 * diagram of them. Answers don't depend on which. */
typedef struct plan_field {
    const deal_space *list;
    const double *const *conditions; /* listed: [party] -> [outcome], what the
                                        extras come to; NULL: none */
    const deal_diagram *diagram;
    deal_extras extras; /* worths on conditions, which are exact and the same
                           in every draw, and payments */
} plan_field;

/* More outcomes (before the rules) than this are not listed by themselves. */
#define PLAN_LISTED_MOST 2000

/* most: outcomes to list. NULL with an error where there are too many. */
const plan_field *plan_field_new(const case_model *c, deal_scope scope,
                                 deal_extras extras, uint64_t most, arena *mem,
                                 parley_diags *d);
/* Sums that a draw takes a party: what limits on work count. */
double plan_field_sums(const plan_field *f);

typedef struct plan_setup {
    const case_model *c;
    const record_evidence *evidence;
    const plan_field *field; /* X: every feasible outcome */
    uint64_t listed_most;
    const int *now; /* option an issue, or NULL: the case has no status quo
                       (its worth is 0 then, and no plan can be prepared) */
    const double *now_condition; /* [party] */
    /* A given no-deal worth, which replaces V0; `reserve: none` gives the
     * least true worth. */
    const bool *has_reserve;          /* [party] */
    const double *reserve;            /* [party] */
    const struct plan_ground *ground; /* the module's own */

} plan_setup;

/* NULL with an error when rules and conditions are too intricate. The setup
 * points to c and e, which must outlive it. Caps and discounts of imported
 * preferences play no part in plans. */
const plan_setup *plan_setup_new(const case_model *c, const record_evidence *e,
                                 arena *mem, parley_diags *d);
/* The same with other outcomes listed: for tests. */
const plan_setup *plan_setup_listing(const case_model *c,
                                     const record_evidence *e,
                                     uint64_t listed_most, arena *mem,
                                     parley_diags *d);

/* The sum of party's worths on conditions that hold in an outcome, which
 * need not be feasible. */
double plan_condition(const plan_setup *s, int party, const int *outcome);

/* Is a guarantee given to this party? An empty `to` speaks to all. */
bool plan_speaks_to(const case_guarantee *g, int party);

/* --- A proposal --- */

/* What is to be evaluated: a proposal of the case, or one made up in memory
 * (a variant). */
typedef struct plan_request {
    const case_proposal *proposal;
    int like; /* the case's proposal whose public rejection this one carries,
                 besides those with the same plan; -1: none. A proposal of the
                 case carries its own whatever stands here. */
    const case_payment *payments; /* worths promised with this plan while their
                                     condition holds; not part of V0 */
    int payment_count;
} plan_request;

typedef struct plan plan;

/* NULL without a problem when a phase's standing terms break a rule; NULL with
 * an error when its talks' rules are too intricate. The plan keeps what it
 * needs of the proposal by pointer. The case must have a status quo. */
const plan *plan_prepare(const plan_setup *s, plan_request q, arena *mem,
                         parley_diags *d);

/* y of one phase of a proposal, without preparing it: one option an issue.
 * False if it breaks a rule. The case must have a status quo. */
bool plan_stand(const plan_setup *s, const case_proposal *p, int phase,
                int *standing);

int plan_phase_count(const plan *p);
const case_proposal *plan_proposal(const plan *p);
/* y_k: options an issue, the status quo with the terms of phases 0..k. */
const int *plan_standing(const plan *p, int phase);
/* The talks of the last phase, or NULL. */
const case_talks *plan_talks(const plan *p);
/* What the talks can end with: X restricted to the agenda and `within`; NULL
 * without talks. */
const plan_field *plan_talks_field(const plan *p);
/* True when the standing terms of the talks' phase don't meet the case's
 * `talks-need`: W = F. */
bool plan_talks_barred(const plan *p);
/* The weight k (0, 0.4, 1) of party's public rejection of this plan. */
double plan_rejected(const plan *p, int party);

/* "Talks without a truce": one phase without terms, 7 days, all issues on the
 * agenda, fail: resume. */
const case_proposal *plan_bare_talks(const case_model *c, arena *mem);
bool plan_is_bare_talks(const case_model *c, const case_proposal *p);

/* --- One draw --- */

/* The tables of one thread. The members below are for reading; they hold from
 * plan_begin to the next one. */
typedef struct plan_work {
    const plan_setup *setup;
    const draw *draw;
    double rate;                /* r: discounting per day */
    const double *now_worth;    /* [party] u(now), true */
    const double *no_deal;      /* [party] V0 */
    const int *early;           /* xF: an option an issue; NULL: none */
    const double *early_worth;  /* [party] u~(xF); u(now) when there is none */
    const double *signed_worth; /* [party][cell] w' */
    const double *promised;     /* [party][cell] of u~ with z = now, without
                                   conditions */
    struct plan_room *room;
} plan_work;

plan_work *plan_work_new(const plan_setup *s, arena *mem);
/* Computes everything in plan_work for a draw, which must stay until the next
 * plan_begin. This and what values a plan leaves through the arena's guard,
 * with what was reached, where a settlement takes too long to find. */
void plan_begin(plan_work *t, const draw *w);

/* The same in two steps: all but xF and V0, and then these, unless they are
 * there. */
void plan_open(plan_work *t, const draw *w);
void plan_close(plan_work *t);
/* Is this worth at least V0? Closes the draw only where bounds don't tell. */
bool plan_reaches_no_deal(plan_work *t, int party, double worth);

/* u and u' of an outcome that need not be feasible, conditions included. */
double plan_true_worth(const plan_work *t, int party, const int *outcome);
double plan_signed_worth(const plan_work *t, int party, const int *outcome);
/* u'(x) of party for every outcome of a listed field. room: as long. */
void plan_signed_worths(const plan_work *t, const plan_field *f, int party,
                        double *worth, double *room);

/* --- One draw and proposal --- */

/* V_1 alone: what the evidence and the sampler ask for. first: [party]. */
void plan_first(const plan *p, plan_work *t, double *first);

typedef struct plan_value {
    int phase_count, party_count;
    /* [phase][party] */
    double *value; /* V_k, at the start of phase k */
    double *after; /* W_k; of an open phase without talks: V0 */
    double *start; /* slack at the start */
    double *end;   /* slack at the end; INFINITY for an open phase without
                      talks, which has none */
    /* [party] */
    double *gain;             /* V_1 - cost - V0 */
    double *cost;             /* of having rejected the plan */
    double *breach;           /* b, guarantees of the truce included */
    double *fallback;         /* F; NAN without talks */
    double *settlement_worth; /* u~(x*); NAN without a settlement */
    double *leverage;         /* u~(x*) - u~(xF); NAN without a settlement */
    bool *accept;
    bool all; /* every party accepts */
    bool has_talks;
    const int *settlement;      /* x*: an option an issue; NULL: none */
    int *settled;               /* room for it */
    bool can_settle;            /* x* gives every party strictly more than F */
    bool locked;                /* talks, fail: stay, and nobody would break */
    int weak_party, weak_phase; /* of the smallest slack; the first of ties */
} plan_value;

/* Room for plans of at most phase_most phases. */
plan_value *plan_value_new(const plan_setup *s, int phase_most, arena *mem);
void plan_eval(const plan *p, plan_work *t, plan_value *out);
/* The smaller slack of a party in a phase; comply iff it is > -DEAL_TIE. */
double plan_slack(const plan_value *v, int phase, int party);
bool plan_complies(const plan_value *v, int phase, int party);

/* What V_1 is mixed from, for whoever values many variants of one plan. */
typedef struct plan_flow {
    double stay;  /* weight of u'(y_k) */
    double fall;  /* weight of V0 */
    double after; /* weight of W_k: E */
} plan_flow;
plan_flow plan_flow_of(const plan *p, const plan_work *t, int phase);
/* q of a party: the chance it gives the talks to close. */
double plan_closing(const plan *p, const plan_work *t, int party);

/* The rows into which V_1 - cost - V0 of a party splits: one an issue, then
 * these four. */
enum {
    PLAN_ROW_CONDITIONS, /* worths on conditions, and payments */
    PLAN_ROW_REJECTED,
    PLAN_ROW_BREACH,
    PLAN_ROW_RESERVE,
    PLAN_ROWS,
};
/* After plan_eval of the same plan and draw. row: issue_count + PLAN_ROWS
 * numbers that add up to the party's gain. */
void plan_split(const plan *p, const plan_work *t, const plan_value *v,
                int party, double *row);
/* "rejected", "breach", ..., or the id. */
const char *plan_row_name(const case_model *c, int row);

#endif
