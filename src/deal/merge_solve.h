/* SPDX-License-Identifier: Apache-2.0
 * From the merged levels to the answer. */
#ifndef DEAL_MERGE_SOLVE_H
#define DEAL_MERGE_SOLVE_H

#include "deal/merge_int.h"

typedef struct merge_ask {
    const deal_concept *const *wanted;
    int wanted_count;
    size_t ties_most;
} merge_ask;

/* The answer is in mem and needs the levels no more. */
const merge_answer *merge_answer_new(const merge *m, const merge_ask *ask,
                                     arena *mem);

#endif
