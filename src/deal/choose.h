/* SPDX-License-Identifier: Apache-2.0
 * Choosing from the points of a frontier: the one path from a row of
 * deal_concepts to the points that tie. */
#ifndef DEAL_CHOOSE_H
#define DEAL_CHOOSE_H

#include "deal/bargain.h"

/* Is it good enough for every party? */
bool deal_is_rational(const fixed *worth, const deal_party *parties, int n);

/* The points of a frontier, all of it. */
typedef struct deal_choices {
    const fixed *const *worth; /* [point][party] */
    const bool *rational;      /* [point]: u_p >= d_p for every party */
    size_t count;
    deal_stakes stakes;
    bool any; /* rational */
} deal_choices;

/* worth: pointers that stay with the choices. */
deal_choices deal_choices_new(const fixed *const *worth, size_t count,
                              const deal_party *parties, int party_count,
                              arena *mem);
/* tied[i]: point i is a solution. There must be a rational one. */
void deal_choose(const deal_choices *from, const deal_concept *k, bool *tied);

#endif
