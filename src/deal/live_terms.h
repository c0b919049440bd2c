/* SPDX-License-Identifier: Apache-2.0
 * How a live_task is made: the order of issues, conditions as conjunctions,
 * tables. */
#ifndef DEAL_LIVE_TERMS_H
#define DEAL_LIVE_TERMS_H

#include "deal/live_int.h"

/* Conjunctions of one condition, or of all rules. */
enum { LIVE_TERMS_MOST = 512 };

/* A set of options, one bit each, over all issues of the task. */
typedef struct live_term {
    uint64_t *has;
    int64_t times;
} live_term;

typedef struct live_terms {
    live_term *items;
    size_t count;
} live_terms;

typedef struct live_making {
    const case_model *c;
    const int *place;   /* [issue of the case]: issue of the task, or -1 */
    const int *options; /* of the task */
    const int *from;
    const int *order;
    int depth, cells, n;
    size_t words;   /* of a set of options */
    live_terms sum; /* all conjunctions that are worth something */
    fixed *worth;   /* [live_term * n + party] */
    size_t room;
    live_terms bans;
    bool too_many;
    arena *mem;
} live_making;

static inline bool live_has(const uint64_t *has, int cell) {
    return has[cell / 64] >> (cell % 64) & 1;
}
/* How many options of an issue are in the set. */
int live_allowed(const live_making *m, const uint64_t *has, int issue);

/* The issues, by numbers of the case, in the order to take them; m->order. */
const int *live_order(live_making *m, const int *issues,
                      const deal_party *parties);
/* Fills m->sum with m->worth, and m->bans. */
void live_add_conditions(live_making *m, const deal_party *parties);
void live_add_bans(live_making *m);

#endif
