/* SPDX-License-Identifier: Apache-2.0
 * Routes over one link of unknown state. Inside src/record only. */
#ifndef RECORD_GAP_H
#define RECORD_GAP_H

#include "record/route.h"

/* Fills r->unknown; r->open must be there. */
void gap_find(record_routes *r, const record_network *n, int from, int to,
              int most, arena *mem);
record_route route_make(const record_network *n, const int *actors, int count,
                        arena *mem);

#endif
