/* SPDX-License-Identifier: Apache-2.0
 * Ranks and orders. A rank is any number; a higher one is better, equal ones
 * tie. */
#ifndef STABILITY_ORDER_H
#define STABILITY_ORDER_H

#include "stability/graph.h"

/* In an order of fibres, the mark of a state that ties with the one after
 * it in the same fibre. */
#define STABILITY_TIE (UINT32_C(1) << 31)

/* Puts the states of each fibre into `order`, worst first, with marks. */
void stability_order_fibres(const stability_moves *m, const uint32_t *rank,
                            uint32_t *order, arena *scratch);

/* order: all states by ascending value; `spare` has room for as many. */
void stability_order_states(uint32_t count, const uint32_t *value,
                            uint32_t *order, uint32_t *spare);

/* The states by ascending 64-bit key. */
const uint32_t *stability_order_keys(uint32_t count, const uint64_t *key,
                                     arena *scratch);
/* Dense ranks from keys: equal keys get equal ranks, from 0. */
void stability_rank_keys(uint32_t count, const uint64_t *key, uint32_t *rank,
                         arena *scratch);

/* True if all states have the same rank. */
bool stability_indifferent(uint32_t count, const uint32_t *rank);

#endif
