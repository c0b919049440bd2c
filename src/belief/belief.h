/* SPDX-License-Identifier: Apache-2.0
 * What each party seems to want: draws of everything that is uncertain, given
 * the record (DESIGN section 3). Every lens that speaks of shares of draws
 * starts with belief_sample and reads the draws; the same case and seed give
 * the same draws to all of them (common random numbers). */
#ifndef BELIEF_BELIEF_H
#define BELIEF_BELIEF_H

#include "base/diag.h"
#include "deal/draw.h"
#include "record/evidence.h"

/* A fuzzer looks for crashes and needs no precision: it sets the macro below,
 * as libFuzzer's manual has it, and a look takes a thousandth of the time. */
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
enum { BELIEF_PRIOR_DRAWS = 64, BELIEF_WARM_UP = 2 };
#else
enum {
    BELIEF_PRIOR_DRAWS = 10000, /* what "informative" is judged on */
    BELIEF_WARM_UP = 50,        /* sweeps of a chain before draws are kept */
};
#endif

enum {
    BELIEF_CHAINS = 8,
    BELIEF_ESS_LEAST = 400,
};
#define BELIEF_R_HAT_MOST 1.01

typedef struct belief_ask {
    uint64_t seed;
    int draws; /* at least 1; rounded up to a multiple of BELIEF_CHAINS */
    int threads;
    bool prior;  /* no record at all: no statement, no face, no cost of a
                    rejection (honesty rule 2) */
    bool ranges; /* the question depends on the model's ranges; false: with
                    exact preferences alone one draw is enough */
} belief_ask;

/* The worst of a diagnostic over every weight, model range and gain. */
typedef struct belief_worst {
    double value;     /* NAN with a single draw */
    const char *name; /* "weight of gate to a", "gain of a from pause" */
} belief_worst;

typedef struct belief {
    const case_model *c; /* without entries when the prior was asked for */
    const record_evidence *evidence; /* without claims, faces and rejections
                                        when the prior was asked for */
    belief_ask ask;
    const draw *draws; /* chain after chain, each of the same length */
    int draw_count, chain_count;
    bool single; /* everything is exact: one draw, no errors to speak of */
    belief_worst r_hat, ess;
    /* V1 - cost - V0, what `accept` looks at, by draw:
     * gain[(proposal * party_count + party) * draw_count + draw]; NULL where
     * plans can't be valued (no `now`, an ordinal party). */
    const double *gain;
    /* Whether a draw satisfies a claim of the evidence, replaced ones too:
     * satisfied[claim * draw_count + draw]; false where a claim can't be
     * judged. */
    const bool *satisfied;
    const struct belief_setup *setup; /* the sampler's own */
} belief;

/* Samples the posterior (or the prior, or gives the one draw). Not PARLEY_OK:
 * PARLEY_EINPUT with `belief/impossible-record`, PARLEY_ELIMIT when the draws
 * don't fit in memory. Warns of a worst R-hat above 1.01 and of a worst
 * effective sample size below 400, by name. */
parley_status belief_sample(const belief **out, const case_model *c,
                            const belief_ask *ask, arena *mem, parley_diags *d);

/* --- A quantity that was computed for every draw --- */

typedef struct belief_measure {
    double mean, deviation;
    double error; /* Monte Carlo standard error of the mean; 0 if it never
                     varies */
    double ess;   /* of the mean */
} belief_measure;

/* values[i] belongs to b->draws[i]. */
belief_measure belief_mean(const belief *b, const double *values,
                           arena *scratch);
/* The same over the draws where kept[i] only (a ratio: its error is by the
 * delta method); mean NAN if there are none. */
belief_measure belief_mean_where(const belief *b, const double *values,
                                 const bool *kept, arena *scratch);

/* --- What the draws say, in numbers --- */

typedef struct belief_range {
    double mean, low, high; /* the middle 90 % */
} belief_range;

typedef struct belief_summary {
    const belief_range *weight; /* [party * issue_count + issue]: the spread of
                                   the worths; 1 in sum if inferred */
    const double *best;  /* [party * cell_count + cell]: share of draws in which
                            the option is the party's best (ties count) */
    const double *value; /* [party * cell_count + cell]: mean of the worth over
                            the weight, 0 the worst option and 1 the best */
    const belief_range *model;  /* [CASE_PARAMETERS] */
    const belief_range *honour; /* [party * actor_count + actor] */
    const bool *honour_drawn;   /* [party * actor_count + actor] */
} belief_summary;

const belief_summary *belief_summarise(const belief *b, arena *mem);

/* --- What the statements say of the draws, and of each other --- */

typedef struct belief_statement { /* one a claim of the evidence, in order */
    const record_claim *claim;
    bool weighed;     /* it stands, can be evaluated, and has a likelihood */
    double prior;     /* share of prior draws that satisfy it; NAN if it can't
                         be evaluated */
    double posterior; /* share of b's draws */
    bool informative; /* between 0.1 % and 99.9 % of prior draws */
} belief_statement;

/* Two standing claims of one party, each satisfied by over 1 % of the prior
 * draws and by none together. */
typedef struct belief_contradiction {
    int first, second; /* claims */
} belief_contradiction;

typedef struct belief_review {
    const belief_statement *statements;
    int statement_count;
    const belief_contradiction *contradictions;
    int contradiction_count;
} belief_review;

const belief_review *belief_judge(const belief *b, arena *mem);

/* --- Which statement carries what --- */

/* What would be believed without some entries of the record, with their faces
 * and rejections gone too. */
typedef struct belief_without {
    int entry;             /* in b->c->record: the first of them, or -1 */
    const belief *b;       /* whose draws these are: the same, or new ones */
    const double *weights; /* one a draw, 1 in sum; NULL: all alike */
    double ess;            /* of the weights, or of the new draws (worst) */
} belief_without;

/* Entries that have a claim, in the record's order. */
int_list belief_carriers(const belief *b, arena *mem);
parley_status belief_leave_out(belief_without *out, const belief *b, int entry,
                               arena *mem, parley_diags *d);
/* entries: of b->c->record; none: the draws as they are. */
parley_status belief_leave_out_all(belief_without *out, const belief *b,
                                   int_list entries, arena *mem,
                                   parley_diags *d);
/* Mean of a quantity under the weights. */
double belief_without_mean(const belief_without *w, const double *values);

#endif
