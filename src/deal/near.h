/* SPDX-License-Identifier: Apache-2.0
 * Nothing is good enough for everybody: what is nearest, and what would have
 * to give way? */
#ifndef DEAL_NEAR_H
#define DEAL_NEAR_H

#include "deal/bargain.h"

/* A deal that falls short of what no deal is worth to somebody. */
typedef struct deal_miss {
    size_t point;          /* of the frontier */
    const fixed *short_of; /* [party]: d_p - u_p, 0 where there is enough */
    fixed most, sum;       /* the largest shortfall, and all together */
} deal_miss;

typedef struct deal_near {
    const deal_miss *misses; /* no other falls less short for all; the smallest
                                largest shortfall first */
    size_t count;
    /* What has to go if one party's d alone gives way: [party], -1 where that
     * can't be enough; and the point it leads to. */
    const fixed *alone;
    const size_t *alone_point;
} deal_near;

/* worth[i]: the worths of point i of the whole frontier. */
const deal_near *deal_near_find(const fixed *const *worth, size_t count,
                                const deal_party *parties, int party_count,
                                arena *mem);

/* The smallest set of rules without which something is good enough for all. */
typedef struct deal_giving {
    bool looked;        /* false: too many outcomes without the rules */
    const int *outcome; /* NULL: no set is enough */
    const int *rules;   /* those it breaks, ascending */
    int rule_count;
} deal_giving;
deal_giving deal_giving_find(const case_model *c, const deal_party *parties,
                             arena *mem);

#endif
