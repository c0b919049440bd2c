/* SPDX-License-Identifier: Apache-2.0
 * One chain of the sampler, and where its draws are written. */
#ifndef BELIEF_CHAIN_H
#define BELIEF_CHAIN_H

#include "belief/likelihood.h"

/* Arrays over all draws; a chain writes its own stretch. */
typedef struct belief_output {
    int draw_count;
    draw *draws;
    double *worth; /* what the draws point to */
    double *honour;
    bool *satisfied; /* [claim * draw_count + draw] */
    double *gain;    /* [(proposal * party_count + party) * draw_count + draw],
                        or NULL */
} belief_output;

belief_output belief_output_new(const belief_likelihood *l, int draw_count,
                                arena *mem);
/* Doubles an output takes a draw, for limits. */
double belief_output_size(const case_model *c, int claim_count);
/* Writes the state at one place. */
void belief_output_keep(const belief_likelihood *l, const belief_state *s,
                        belief_room *room, belief_output *to, int at);

/* Chain number `chain` of a seed: a start from the prior, warm-up, then one
 * draw a sweep into places chain * length and on. Returns the logarithm of
 * the start's likelihood. */
double belief_chain_run(const belief_likelihood *l, uint64_t seed, int chain,
                        int length, belief_output *to, arena *scratch);

#endif
