/* SPDX-License-Identifier: Apache-2.0
 * The least label that others can bring about, where it matters who moved
 * last: any graph, any moves. */
#ifndef STABILITY_SEARCH_H
#define STABILITY_SEARCH_H

#include "stability/graph.h"

/* Room for a search; all arrays have an entry a state but for stack, which
 * has two. */
typedef struct stability_room {
    uint32_t *order, *spare;
    uint8_t *first;
    uint64_t *stack;
} stability_room;

typedef struct stability_search {
    const stability_graph *g;    /* located */
    uint32_t others;             /* who moves: a set of movers */
    const uint32_t *const *rank; /* by mover: only to what they prefer; NULL:
                                    any move */
    const uint32_t *label;       /* by state */
    stability_room room;
} stability_search;

/* least[s]: the least label among s and what the others can reach from it,
 * nobody moving twice in succession. room.order must be the states by
 * ascending label (stability_order_states). */
void stability_search_labels(const stability_search *q, uint32_t *least);

#endif
