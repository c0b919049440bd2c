/* SPDX-License-Identifier: Apache-2.0
 * Blocks: the issues of a case cut into groups that don't speak of each other.
 * Rules and worths on conditions join the issues they name. The worth of an
 * outcome is then the sum of its blocks' worths, and it keeps the rules when
 * each block does. */
#ifndef DEAL_BLOCK_H
#define DEAL_BLOCK_H

#include "deal/bargain.h"
#include "deal/live.h"

/* Larger blocks are not enumerated. */
#define DEAL_BLOCK_MOST 10000

/* One block with what no other of its outcomes dominates. Outcomes of equal
 * worths are one element; elements stand in order of descending worths, by the
 * first party, then the second, and so on. */
typedef struct deal_block {
    const int *issues; /* ascending */
    int issue_count;
    const char *outcomes;      /* that keep the block's rules: decimal digits,
                                  NULL where they were not counted */
    size_t count;              /* elements */
    const fixed *worth;        /* [element * party_count + party] */
    const int *options;        /* [element * issue_count + i], of the first */
    const uint64_t *copies;    /* [element]; UINT64_MAX: that or more */
    const fixed *least;        /* one a party, over all outcomes of the block;
                                  of a live one a lower bound, but for
                                  parties with `reserve: none` */
    const case_model *own;     /* the case with the block's rules alone */
    const deal_party *parties; /* what of them lies in the block */
    const deal_space *space;   /* NULL for a lone issue, or where live */
    const live_task *live;     /* of a block too large to enumerate */
    const fixed *gap;          /* NULL: exact; see live_front */
} deal_block;

typedef struct deal_blocks {
    const case_model *c;
    const deal_block *items; /* by first issue */
    int count;
} deal_blocks;

typedef struct deal_block_limits {
    uint64_t outcomes; /* 0: DEAL_BLOCK_MOST */
    live_limits live;
} deal_block_limits;

/* Needs exact worths for every party; caps are not looked at. Blocks of more
 * outcomes than that are solved by their conditions (deal/live.h). NULL with
 * an error when one is too intricate for that. */
const deal_blocks *deal_blocks_new(const case_model *c,
                                   deal_block_limits limits, arena *mem,
                                   parley_diags *d);

/* What an option of a lone issue is worth to each party; only that issue's
 * entry of the outcome is read. */
void deal_block_worth(const deal_block *b, const int *outcome, fixed *worth);

/* The outcomes of an element, the first `most` of them in issue order:
 * options[i * issue_count + issue of the block]. Gives how many. */
size_t deal_block_members(const deal_block *b, size_t element, size_t most,
                          int *options, arena *mem);

#endif
