/* SPDX-License-Identifier: Apache-2.0
 * Which worth vectors cover which: the one structure that enumerating and
 * merging ask. */
#ifndef DEAL_REACH_H
#define DEAL_REACH_H

#include "base/arena.h"
#include "base/number.h"

/* Below, at or above 0 as a comes before b: descending by the first worth,
 * then the second, and so on. */
int deal_compare_worth(const fixed *a, const fixed *b, int n);

/* --- What is in reach of points seen --- */

typedef struct deal_reach deal_reach;
/* Points lie between low and high: wrong bounds cost time and nothing else. */
deal_reach *deal_reach_new(int dimensions, const fixed *low, const fixed *high,
                           arena *mem);
/* The number of a point with at least v in every dimension; -1: there is none.
 */
int64_t deal_reach_find(deal_reach *r, const fixed *v);
/* Adds a point; v is not covered. */
void deal_reach_add(deal_reach *r, const fixed *v, size_t number);

/* Adds the least and the most of each of n worths to low and high. */
void deal_widen(const fixed *worth, size_t count, size_t n, fixed *low,
                fixed *high);

/* stays[i]: i where no vector dominates vector i; the number of an equal one
 * that stays in its place; SIZE_MAX where it is dominated. */
void deal_undominated(const fixed *worth, size_t count, int n, size_t *stays,
                      arena *scratch);

#endif
