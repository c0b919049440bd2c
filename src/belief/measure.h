/* SPDX-License-Identifier: Apache-2.0
 * How well chains have mixed, from one number a draw. Values stand chain after
 * chain, each chain `length` long. */
#ifndef BELIEF_MEASURE_H
#define BELIEF_MEASURE_H

#include "base/arena.h"

typedef struct belief_chains {
    const double *values;
    int chain_count, length;
} belief_chains;

/* Fewer draws a half chain than this say nothing of mixing. */
enum { BELIEF_HALF_LEAST = 4 };

typedef struct belief_mixing {
    double r_hat, bulk_ess; /* NAN when the chains are too short */
} belief_mixing;

/* The normal scores of ranks 1 to count, for belief_mix. */
const double *belief_rank_scores(int count, arena *mem);
/* Of the rank-normalised halves of the chains; scores: of as many ranks as
 * there are values. */
belief_mixing belief_mix(belief_chains v, const double *scores, arena *scratch);
/* Effective sample size of the mean of the values as they are. */
double belief_mean_ess(belief_chains v, arena *scratch);
bool belief_constant(belief_chains v);

/* The standard normal quantile, to 1e-9 relative; 0 < p < 1. */
double belief_normal_quantile(double p);

#endif
