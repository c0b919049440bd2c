/* SPDX-License-Identifier: Apache-2.0
 * Points of three and more dimensions, asked whether one covers another. */
#ifndef DEAL_MERGE_FOREST_H
#define DEAL_MERGE_FOREST_H

#include "base/arena.h"
#include "deal/relate.h"

typedef struct merge_forest merge_forest;
/* All points lie between low and high. */
merge_forest *merge_forest_new(int dimensions, const fixed *low,
                               const fixed *high, arena *mem);
/* Is there a point with at least v in every dimension? */
bool merge_forest_covers(merge_forest *f, const fixed *v);
void merge_forest_add(merge_forest *f, const fixed *v);

#endif
