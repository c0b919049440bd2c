/* SPDX-License-Identifier: Apache-2.0
 * What an option of an issue to come can still bring: its own worth, and a
 * share of every conjunction alive that allows it. */
#ifndef DEAL_LIVE_SHARE_H
#define DEAL_LIVE_SHARE_H

#include "deal/live_int.h"

typedef struct live_shares {
    const live_task *t;
    int next;             /* the first issue without an option */
    size_t dims;          /* the parties' worths, then weighted sums of them */
    size_t width;         /* options of an issue, with some that are none */
    const double *weight; /* [dim * n + party] */
    double *part;         /* [bit][issue][dim]: whose sum over the issues to
                             come that the bit speaks of is 1; else 0 */
    float *base;          /* [issue][dim][option]: its own worth */
    float *share;         /* [slot][dim][option] */
    float *sum;           /* [issue][dim][option]: base and shares */
    int *slot_issue, *slot_from; /* [slot]; [bit], bit_count + 1 */
    arena *mem;
} live_shares;

/* For all issues; mem outlives the pass. False where there is nothing to share,
 * or an issue has too many options. */
bool live_shares_begin(live_shares *s, const live_task *t, arena *mem);
/* Shares for the issues from `next` on, in scratch, such that bounds of the
 * states of the level become low. */
void live_shares_set(live_shares *s, int next, const live_level *l,
                     arena *scratch);
/* Sums for the conjunctions alive in a key. */
void live_shares_add(const live_shares *s, const uint64_t *key);
double live_shares_weigh(const live_shares *s, size_t dim, const fixed *worth);

#endif
