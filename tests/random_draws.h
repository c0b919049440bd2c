/* SPDX-License-Identifier: Apache-2.0
 * Many random draws of a random case: worths differ from draw to draw, as they
 * do for parties that are inferred from a record. */
#ifndef TESTS_RANDOM_DRAWS_H
#define TESTS_RANDOM_DRAWS_H

#include "random_case.h"

/* `reserve: none` is read off exact worths, and here there are none. */
static inline void drop_least_reserves(case_model *c) {
    case_preference *of = (case_preference *)(uintptr_t)c->preferences;
    for (int p = 0; p < c->party_count; p++)
        of[p].no_reserve = false;
}

/* fading: after the first few all are about little, so what is left to gain is
 * little while most draws are still to come. */
static inline const draw *some_draws(chance *h, case_model *c, int count,
                                     bool fading) {
    size_t cells = (size_t)c->party_count * (size_t)c->cell_count;
    draw *draws = ARENA_ARRAY(h->mem, draw, (size_t)count);
    drop_least_reserves(c);
    for (int i = 0; i < count; i++) {
        draws[i] = *some_draw(h, c);
        double *worth = ARENA_ARRAY(h->mem, double, cells);
        double scale = fading && i > count / 5 ? 0.001 : 1;
        for (size_t k = 0; k < cells; k++)
            worth[k] =
                scale * (h->grid ? 0.1 * below(h, 11) : between(h, 0, 1));
        draws[i].worth = worth;
    }
    return draws;
}

#endif
