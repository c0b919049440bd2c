/* SPDX-License-Identifier: Apache-2.0
 * The outcomes that can be signed: one option an issue, keeping every rule,
 * in issue order (the first issue slowest), numbered from 0.
 *
 * Shape: a tree with one level for each free issue; the nodes of the last
 * level are the outcomes. The children of a node stand together and nodes of a
 * level are in order, so a run of outcomes has a run of ancestors on each
 * level: worths are summed level by level, one addition a node, for all
 * outcomes or piece by piece. Issues that are held fixed have no level.
 *
 * "Worth" tables here are one number a cell (cell = issue.cell + option). */
#ifndef DEAL_SPACE_H
#define DEAL_SPACE_H

#include "case/model.h"

/* More outcomes than this are not enumerated. */
#define DEAL_OUTCOMES_MOST 10000000

typedef struct deal_level {
    int issue;
    uint32_t count;
    const uint32_t *parent; /* node of the level above; 0 on the first */
    const uint32_t *cell;
} deal_level;

typedef struct deal_space {
    const case_model *c;
    uint32_t count;           /* outcomes; 0 when the rules allow none */
    const deal_level *levels; /* one a free issue, in issue order */
    int level_count;
    const int *fixed; /* cells every outcome has: of the issues held fixed */
    int fixed_count;
} deal_space;

/* Which outcomes are wanted; all zero: every one that keeps the rules. */
typedef struct deal_scope {
    const int *fixed;          /* one an issue: its option, or -1: free;
                                  NULL: all are free */
    const expr *const *within; /* further conditions; all must hold */
    int within_count;
} deal_scope;

/* Enumerates. NULL with an error `deal/space-limit` that names the size when
 * there are more than DEAL_OUTCOMES_MOST outcomes, or when the rules make it
 * too long to find out; nothing large is allocated before that is known. */
const deal_space *deal_space_new(const case_model *c, deal_scope scope,
                                 arena *mem, parley_diags *d);

/* The outcomes were there no rule; UINT64_MAX where that is too many. */
uint64_t deal_space_bound(const case_model *c);

/* Writes the options of an outcome: outcome has one entry an issue. */
void deal_space_outcome(const deal_space *s, uint32_t index, int *outcome);
/* The number of an outcome, or -1 when the space doesn't have it. */
int64_t deal_space_find(const deal_space *s, const int *outcome);
/* True if the outcome keeps the rules of the case. */
bool deal_feasible(const case_model *c, const int *outcome);

/* sum[i] = the worth of outcome begin + i, for i < end - begin: its cells'
 * worths added up. room: end - begin numbers of scratch. */
void deal_sums(const deal_space *s, const double *worth, uint32_t begin,
               uint32_t end, double *sum, double *room);
void deal_sums_exact(const deal_space *s, const fixed *worth, uint32_t begin,
                     uint32_t end, fixed *sum, fixed *room);

#endif
