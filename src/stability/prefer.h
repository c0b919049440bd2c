/* SPDX-License-Identifier: Apache-2.0
 * How a party ranks the states of a case. */
#ifndef STABILITY_PREFER_H
#define STABILITY_PREFER_H

#include "deal/draw.h"
#include "stability/build.h"

/* From what the case gives exactly: an order of statements, a ranking or
 * worths (`inferred` parties have none). */
void stability_rank_exact(const stability_case *k, int party, uint32_t *rank,
                          arena *scratch);

/* What each state is worth to a party whose worths are given. */
void stability_worth_exact(const stability_case *k, int party, fixed *worth,
                           arena *scratch);

/* From the true worths of a draw; worths within 1e-9 tie. */
void stability_rank_draw(const stability_case *k, int party, const draw *w,
                         uint32_t *rank, arena *scratch);

#endif
