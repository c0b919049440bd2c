/* SPDX-License-Identifier: Apache-2.0
 * Logrolling: which issues could two parties trade for one another? */
#ifndef DEAL_ROLL_H
#define DEAL_ROLL_H

#include "deal/bargain.h"

/* parties[0] has its way on issues[0] and parties[1] on issues[1]. */
typedef struct deal_roll {
    int parties[2], issues[2];
    int options[2];    /* what the one who has its way would choose */
    double ratio[2];   /* [party]: swing on issues[0] / swing on issues[1] */
    double difference; /* ratio[0] / ratio[1]; above 1 */
    fixed change[2];   /* [party]: against having its way on the other issue */
} deal_roll;

typedef struct deal_rolls {
    const deal_roll *items; /* the largest difference first */
    int count;
    int found; /* pairs there are; items has the first `most` of them */
} deal_rolls;

/* The best and the worst option of an issue to somebody. */
typedef struct deal_swing {
    int best, worst;
} deal_swing;
deal_swing deal_swing_of(const case_issue *issue, const fixed *worth);

/* Conditions aren't looked at: only the worths of options are. */
deal_rolls deal_rolls_find(const case_model *c, const deal_party *parties,
                           int most, arena *mem);

#endif
