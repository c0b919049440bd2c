/* SPDX-License-Identifier: Apache-2.0
 * The least labels that others can bring about, where nobody's moves depend
 * on who moved last; and the stability of a mover whose moves are fibres. */
#ifndef STABILITY_SWEEP_H
#define STABILITY_SWEEP_H

#include "stability/graph.h"

/* Two labels of a state: its rank for the mover asked about, and the best
 * rank that mover can move on to from it, or its own (concepts.c). */
typedef struct stability_label {
    uint32_t rank, best;
} stability_label;

/* Where a state's label lies. Fibres stride by powers of two; a line left free
 * now and then keeps them from falling on one another in the caches. */
static inline size_t stability_slot(uint32_t s) {
    return s + 8 * (((size_t)s >> 9) + ((size_t)s >> 15));
}
/* Labels to allocate. */
static inline size_t stability_slots(uint32_t states) {
    return stability_slot(states) + 1;
}

typedef struct stability_sweep {
    const stability_graph *g;
    uint32_t *const *order; /* by mover, as stability_order_fibres */
    uint32_t others;        /* who moves: a set of movers */
    bool improvements;      /* only to what they prefer */
    stability_label *label; /* by slot */
    arena *scratch;
} stability_sweep;

/* Each label becomes the least among the states that the others can reach
 * from it, itself included. Their moves must be transitive fibres. */
void stability_sweep_labels(const stability_sweep *w);

/* Sets every label: a state's rank, and the best rank among it and what the
 * mover can move to from it. */
void stability_label_fibres(const stability_sweep *w, int mover,
                            const uint32_t *rank);

/* bit[0] is set in verdict[s] if no improvement of the mover from s leads to
 * a state whose label.rank is above rank[s]; bit[1] so with label.best. */
void stability_judge_fibres(const stability_sweep *w, int mover,
                            const uint32_t *rank, const uint8_t bit[2],
                            uint8_t *verdict);

#endif
