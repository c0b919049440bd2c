/* SPDX-License-Identifier: Apache-2.0
 * The exact frontier of a case of any size, where worths add up over issues:
 * block after block, what is dominated is dropped. DESIGN section 4. */
#ifndef DEAL_MERGE_H
#define DEAL_MERGE_H

#include "deal/bargain.h"

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
    const char *outcome_count;  /* that keep the rules, decimal digits */
    const char *rational_count; /* NULL: it would take enumeration */
    bool any_rational;
    const merge_point *points; /* by outcome */
    size_t point_count;
    const merge_solution *solutions; /* none without a rational outcome */
    int solution_count;
} merge_answer;

typedef struct merge_limits {
    size_t points; /* 0: MERGE_POINTS_MOST */
    size_t ties;   /* 0: MERGE_TIES_MOST */
} merge_limits;

/* True if every party's worths are exact and no cap can bind, so that the
 * worth of an outcome is the sum of its blocks'. */
bool merge_applies(const case_model *c);

/* NULL with an error: `deal/space-limit` where a block is too large to be
 * enumerated, `deal/frontier-limit` where the frontier is, with the number
 * reached and the accuracy that would have fit. */
const merge_answer *merge_solve(const case_model *c,
                                const deal_concept *const *wanted,
                                int wanted_count, merge_limits limits,
                                arena *mem, parley_diags *d);

#endif
