/* SPDX-License-Identifier: Apache-2.0
 * What the files of this module share of a sample. */
#ifndef BELIEF_SETUP_H
#define BELIEF_SETUP_H

#include "belief/belief.h"
#include "belief/likelihood.h"

typedef struct belief_setup {
    const belief_prior *prior;
    const belief_likelihood *likelihood;
} belief_setup;

/* The spread of an issue's worths to a party in one draw: its weight. */
double belief_weight(const belief *b, int at, int party, int issue);
/* Fills b's r_hat and ess. */
void belief_judge_mixing(belief *b, arena *mem);

#endif
