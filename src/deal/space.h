/* SPDX-License-Identifier: Apache-2.0
 * The outcomes that can be signed: one option an issue, keeping every rule,
 * in issue order (the first issue slowest), numbered from 0.
 *
 * Shape: rows and lanes. The last free issues, as many as have few outcomes
 * together, are the lanes; a row is one choice of the options before them, and
 * its outcomes are a run, one a lane that the rules leave. Rows that are left
 * the same lanes share them, so nothing here is as long as the outcomes are
 * many. Lanes are a tree with one level for each of their issues: the children
 * of a node stand together and nodes of a level are in order, so worths are
 * summed level by level, one addition a node. Issues that are held fixed have
 * no level.
 *
 * "Worth" tables here are one number a cell (cell = issue.cell + option). */
#ifndef DEAL_SPACE_H
#define DEAL_SPACE_H

#include "case/model.h"

/* More outcomes than this are not enumerated. */
#define DEAL_OUTCOMES_MOST 10000000
#define DEAL_ROW_MOST      128

typedef struct deal_level {
    int issue;
    uint32_t count;
    const uint32_t *parent; /* node of the level above; 0 on the first */
    const uint32_t *cell;
} deal_level;

/* What a row leaves open: the nodes of the last level are its outcomes. */
typedef struct deal_lanes {
    const deal_level *levels; /* in issue order */
    int level_count;
    uint32_t count; /* 1 without a level */
} deal_lanes;

typedef struct deal_row {
    uint32_t begin; /* its first outcome */
    uint32_t lanes; /* which */
} deal_row;

typedef struct deal_space {
    const case_model *c;
    uint32_t count;       /* outcomes; 0 when the rules allow none */
    const deal_row *rows; /* and one more, at `count` */
    uint32_t row_count;
    const uint32_t *row_cells; /* [row * head_count + i] */
    const int *head;           /* the free issues before the lanes */
    int head_count;
    const deal_lanes *lanes;
    const int *fixed; /* cells every outcome has: of the issues held fixed */
    int fixed_count;
} deal_space;

/* Which outcomes are wanted; all zero: every one that keeps the rules. */
typedef struct deal_scope {
    const int *fixed;          /* one an issue: its option, or -1: free;
                                  NULL: all are free */
    const expr *const *within; /* further conditions; all must hold */
    int within_count;
    uint64_t row_most; /* as many last issues are lanes as have no more outcomes
                          together, and at least one; 0: DEAL_ROW_MOST */
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

/* The options of a row and of the issues held fixed; those of the lanes are
 * left alone. */
void deal_row_outcome(const deal_space *s, uint32_t row, int *outcome);
/* The options of a lane alone. */
void deal_lane_outcome(const case_model *c, const deal_lanes *lanes,
                       uint32_t lane, int *outcome);

/* sum[i] = the worth of outcome begin + i, for i < end - begin: its cells'
 * worths added up. room: end - begin numbers of scratch. */
void deal_sums(const deal_space *s, const double *worth, uint32_t begin,
               uint32_t end, double *sum, double *room);
/* sum[i] = the worth of lane i, its cells alone; room: as many. */
void deal_lane_sums(const deal_lanes *lanes, const fixed *worth, fixed *sum,
                    fixed *room);

#endif
