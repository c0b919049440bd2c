/* SPDX-License-Identifier: Apache-2.0
 * The exact frontier of a case of any size, where worths add up over issues:
 * block after block, what is dominated is dropped. DESIGN section 4. */
#ifndef DEAL_MERGE_H
#define DEAL_MERGE_H

#include "deal/block.h"

/* Points that the partial frontiers may have, all together. */
#define MERGE_POINTS_MOST 1000000
/* Ties of a solution beyond this are counted and not listed. */
#define MERGE_TIES_MOST 1000

typedef struct merge_point {
    const fixed *worth; /* one a party */
    const int *outcome; /* the first in issue order, one option an issue */
    const char *count;  /* outcomes of these worths, decimal digits */
} merge_point;

typedef struct merge_solution {
    const char *name;
    const int *outcome;     /* the first of the ties in issue order */
    const int *const *ties; /* ascending; all of them where listed == count */
    size_t listed;
    const char *count; /* decimal digits */
    bool all_listed;
    const fixed *worth;
} merge_solution;

typedef struct merge_answer {
    const deal_party *parties;
    const char *outcome_count;  /* that keep the rules, decimal digits; NULL:
                                   not counted */
    const char *rational_count; /* NULL: not counted */
    bool counts_least; /* outcomes of a point and of a tie: that or more */
    const fixed *gap;  /* [party]: no outcome is worth more than some point
                          plus this to all; NULL: exact, nothing is missing */
    bool any_rational;
    const merge_point *points; /* by outcome */
    size_t point_count;
    const merge_solution *solutions; /* none without a rational outcome */
    int solution_count;
} merge_answer;

typedef struct merge_limits {
    size_t points;  /* 0: MERGE_POINTS_MOST */
    size_t ties;    /* 0: MERGE_TIES_MOST */
    double epsilon; /* the share of each party's range of worths that the
                       frontier may miss; 0: nothing */
    deal_block_limits block;
    size_t count_states; /* states that counting rational outcomes may take; 0:
                            they aren't counted */
} merge_limits;

/* True if every party's worths are exact, so that the worth of an outcome is
 * the sum of its blocks', at most the cap. */
bool merge_applies(const case_model *c);

/* NULL with an error: `deal/space-limit` where a block is too intricate,
 * `deal/frontier-limit` where the frontier is, with the number reached and the
 * accuracy that would have fit. */
const merge_answer *merge_solve(const case_model *c,
                                const deal_concept *const *wanted,
                                int wanted_count, merge_limits limits,
                                arena *mem, parley_diags *d);

#endif
