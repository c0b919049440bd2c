/* SPDX-License-Identifier: Apache-2.0
 * How far down can the others bring a party, if nobody may move twice in
 * succession?
 *
 * The definition (Fang, Hipel and Kilgour 1993; Kilgour, Hipel, Fang and Peng
 * 2001): R_H(s) and the last movers Omega_H(s, q) are the smallest sets with
 * q in R_H(s), j in Omega for q in R_j(s), and, for q in R_H(s) and q' in
 * R_j(q), q' in R_H(s) and j in Omega(s, q') unless Omega(s, q) = {j}. That
 * is reachability between pairs (state, last mover).
 *
 * The labels are spread backwards in ascending order, so whatever reaches a
 * state first is its least label. From a state at which j moved last all but j
 * may go on; so it is enough to know of each state whether it is marked
 *   not at all; by first moves of one mover k only (then the pairs with any
 *   other last mover are marked); or fully (two movers, or the label is its
 *   own).
 * Each state changes twice at most, each pair is expanded once: a pass costs
 * the number of arcs, whatever the labels. */
#include "stability/search.h"

enum { NOT = 255, FULL = 254 };

/* What is left to expand of a state: the pairs with last mover `mover`, or
 * with any but that one. */
static uint64_t entry(uint32_t state, int mover, bool all_but) {
    return (uint64_t)state << 32 | (uint64_t)mover << 1 | (all_but ? 1 : 0);
}

typedef struct stack {
    uint64_t *item;
    size_t count;
} stack;

/* State p reaches `label` by a first move of `mover`. */
static void arrive(const stability_search *q, uint32_t *least, stack *todo,
                   uint32_t p, int mover, uint32_t label) {
    uint8_t *first = &q->room.first[p];
    if (*first == NOT) {
        *first = (uint8_t)mover;
        least[p] = label;
        todo->item[todo->count++] = entry(p, mover, true);
    } else if (*first != FULL && *first != mover) {
        int only = *first;
        *first = FULL;
        todo->item[todo->count++] = entry(p, only, false);
    }
}

/* All states from which mover j gets to x in one move. */
static void expand(const stability_search *q, uint32_t *least, stack *todo,
                   uint32_t x, int j, uint32_t label) {
    stability_walk w = stability_to(q->g, j, x);
    const uint32_t *rank = q->rank ? q->rank[j] : NULL;
    for (uint32_t p; (p = stability_next(&w)) != STABILITY_NO_STATE;)
        if (!rank || rank[p] < rank[x]) arrive(q, least, todo, p, j, label);
}

static void drain(const stability_search *q, uint32_t *least, stack *todo,
                  uint32_t label) {
    while (todo->count > 0) {
        uint64_t top = todo->item[--todo->count];
        uint32_t x = (uint32_t)(top >> 32);
        int mover = (int)((top >> 1) & 63);
        if (!(top & 1)) {
            expand(q, least, todo, x, mover, label);
            continue;
        }
        for (int j = 0; j < q->g->mover_count; j++)
            if (j != mover && (q->others >> j) & 1)
                expand(q, least, todo, x, j, label);
    }
}

void stability_search_labels(const stability_search *q, uint32_t *least) {
    const uint32_t count = q->g->state_count;
    enum { NOBODY = 63 };
    stack todo = {q->room.stack, 0};
    for (uint32_t s = 0; s < count; s++)
        q->room.first[s] = NOT;
    for (uint32_t k = 0; k < count; k++) {
        uint32_t s = q->room.order[k];
        uint8_t first = q->room.first[s];
        if (first == FULL) continue;
        if (first == NOT) least[s] = q->label[s];
        q->room.first[s] = FULL;
        todo.item[todo.count++] =
            first == NOT ? entry(s, NOBODY, true) : entry(s, first, false);
        drain(q, least, &todo, q->label[s]);
    }
}
