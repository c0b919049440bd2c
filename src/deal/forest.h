/* SPDX-License-Identifier: Apache-2.0
 * Points of three and more dimensions, asked whether one covers another. */
#ifndef DEAL_MERGE_FOREST_H
#define DEAL_MERGE_FOREST_H

#include "base/arena.h"
#include "deal/relate.h"

typedef struct deal_forest deal_forest;
/* All points lie between low and high. */
deal_forest *deal_forest_new(int dimensions, const fixed *low,
                             const fixed *high, arena *mem);
/* The number of a point with at least v in every dimension; -1: none. */
int64_t deal_forest_find(deal_forest *f, const fixed *v);
void deal_forest_add(deal_forest *f, const fixed *v, size_t number);

#endif
