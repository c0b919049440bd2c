/* SPDX-License-Identifier: Apache-2.0
 * What the files of the merge share: levels and big counts. */
#ifndef DEAL_MERGE_INT_H
#define DEAL_MERGE_INT_H

#include "deal/block.h"
#include "deal/merge.h"
#include "deal/reach.h"

/* How a point came about: a point of the level before, and an element of the
 * block that was added. */
typedef struct merge_step {
    uint32_t parent, element;
    uint64_t copies; /* outcomes of these worths; UINT64_MAX: that or more */
} merge_step;

/* The frontier of the first k blocks, in order of descending worths by the
 * first party, then the second, and so on. */
typedef struct merge_level {
    size_t count;
    fixed *worth; /* [point * party_count + party] */
    merge_step *step;
} merge_level;

typedef struct merge {
    const case_model *c;
    int n; /* parties */
    const deal_blocks *blocks;
    merge_level *levels; /* block count + 1; the first is "nothing yet" */
    size_t total, most;  /* points so far; and allowed */
    size_t room;         /* allowed in the step at hand */
    size_t count_states; /* see merge_limits */
    /* What steps may lose: shares of the range of each party's worths. */
    double allowed, used; /* by all of them; so far */
    double last_share;    /* by the last step that lost something */
    const fixed *range;   /* [party] */
    fixed *lost;          /* [party], so far */
    fixed *slack;         /* [party]: what the step at hand loses */
    bool has_slack;       /* or it loses nothing */
    arena *mem, *level_mem;
} merge;

/* Adds block k to level k. False when the points become too many: the level
 * k + 1 then has the count reached and no points. */
bool merge_two(merge *m, int k);
bool merge_many(merge *m, int k);
/* The same, losing no more than is allowed and needed. */
bool merge_add(merge *m, int k);
void merge_find_range(merge *m);
/* All blocks; false as above, with *reached the number of blocks done. */
bool merge_run(merge *m, int *reached);

/* a * b, a + b, or UINT64_MAX. */
static inline uint64_t merge_times(uint64_t a, uint64_t b) {
    uint64_t product;
    return __builtin_mul_overflow(a, b, &product) ? UINT64_MAX : product;
}
static inline uint64_t merge_plus(uint64_t a, uint64_t b) {
    uint64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? UINT64_MAX : sum;
}

/* Two ways to one worth vector of level k + 1: keeps the one whose first
 * outcome comes first, and counts both. */
void merge_unite(const merge *m, int k, merge_step *into, merge_step other);

/* --- Reading the levels --- */

/* The first outcome of a point of the last level. */
void merge_outcome(const merge *m, size_t point, int *outcome);
/* The number of outcomes of every point of the last level. */
const char **merge_counts(const merge *m, arena *mem);
/* Outcomes of a point of the last level: at most `most`, ascending; with more
 * of them than that, some, the first one among them. */
const int **merge_members(const merge *m, size_t point, size_t most,
                          size_t *count, arena *mem);
/* The point of level k with these worths, or the level's count. */
size_t merge_find(const merge *m, int k, const fixed *worth);
int merge_compare_outcome(const int *a, const int *b, int n);

#endif
