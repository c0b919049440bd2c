/* SPDX-License-Identifier: Apache-2.0
 * The lanes of a space: what the last issues leave of a row. Conditions are
 * asked of all lanes of a row at once. */
#ifndef DEAL_LANES_H
#define DEAL_LANES_H

#include "deal/space.h"

/* All outcomes of these issues. */
deal_lanes lanes_of(const case_model *c, const int *issues, int count,
                    arena *mem);
/* Those with keep[lane] != 0, in the same order. */
deal_lanes lanes_pick(const deal_lanes *from, const uint8_t *keep, arena *mem);

/* --- Conditions --- */

typedef struct lane_test lane_test;

typedef struct lane_verdict {
    bool known;          /* the same for all lanes */
    bool holds;          /* where known */
    const uint8_t *mask; /* else, [lane]: 1 where it holds */
} lane_verdict;

/* What a condition says of the lanes of any row. */
lane_test *lane_test_new(const expr *e, const case_model *c,
                         const deal_lanes *lanes, arena *mem);
/* outcome: the options of the row. The mask stays until the next question. */
lane_verdict lane_test_ask(lane_test *t, const int *outcome);

#endif
