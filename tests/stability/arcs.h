/* SPDX-License-Identifier: Apache-2.0
 * The moves of a random model for the engine, arc by arc. Apart from models.h,
 * which knows nothing of the engine. */
#ifndef TESTS_STABILITY_ARCS_H
#define TESTS_STABILITY_ARCS_H

#include "stability/graph.h"
#include "stability/models.h"

static inline stability_moves arcs_of(const model *m, int i, arena *mem) {
    stability_arc arcs[LITERAL_STATES * LITERAL_STATES];
    size_t count = 0;
    for (int s = 0; s < m->lit.states; s++)
        for (int q = 0; q < m->lit.states; q++)
            if (in(m->lit.moves[i][s], q))
                arcs[count++] = (stability_arc){(uint32_t)s, (uint32_t)q};
    return stability_arcs((uint32_t)m->lit.states, arcs, count, mem);
}

#endif
