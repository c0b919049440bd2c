/* SPDX-License-Identifier: Apache-2.0
 * From this state, where can these movers lead, and how?
 *
 * A breadth-first search over (state, last mover), so the first path found is
 * a shortest one. A state that was reached first by j lets everybody but j go
 * on; once a second mover reaches it j may go on as well; more movers add
 * nothing. So two nodes a state suffice: the first and the second arrival.
 * With all movers and any moves this is the status quo analysis of Li, Kilgour
 * and Hipel 2005 (J. Oper. Res. Soc. 56); with improvements, its second half;
 * with the others of a party, the search for a sanction. */
#include "stability/reach.h"

enum { ANYBODY = 127 };

double stability_reach_bytes(const stability_graph *g) {
    return g->state_count * (2.0 * (2 * sizeof(uint32_t) + 1) + 4);
}

stability_reach *stability_reach_new(const stability_graph *g, arena *mem) {
    stability_reach *r = ARENA_NEW(mem, stability_reach);
    size_t nodes = 2 * (size_t)g->state_count;
    r->g = g;
    r->parent = ARENA_ARRAY(mem, uint32_t, nodes);
    r->mover = ARENA_ARRAY(mem, int8_t, nodes);
    r->queue = ARENA_ARRAY(mem, uint32_t, nodes);
    r->last = ARENA_ARRAY(mem, uint32_t, g->state_count);
    for (size_t k = 0; k < nodes; k++)
        r->mover[k] = -1;
    return r;
}

/* Forgets the last run, in the time that it took. */
static void forget(stability_reach *r) {
    for (uint32_t k = 0; k < r->count; k++) {
        r->mover[r->queue[k]] = -1;
        r->last[r->queue[k] / 2] = 0;
    }
    r->mover[2 * (size_t)r->begin] = r->mover[2 * (size_t)r->begin + 1] = -1;
    r->last[r->begin] = 0;
    r->count = 0;
}

/* Mover j comes to state s; the node if it is new, else STABILITY_NO_NODE. */
static uint32_t arrive(stability_reach *r, uint32_t from, int j, uint32_t s) {
    uint32_t node = 2 * s;
    r->last[s] |= UINT32_C(1) << j;
    if (r->mover[node] >= 0) {
        if (r->mover[node] == j || r->mover[node + 1] >= 0)
            return STABILITY_NO_NODE;
        node++;
    }
    r->mover[node] = (int8_t)j;
    r->parent[node] = from;
    r->queue[r->count++] = node;
    return node;
}

/* Mover j goes on from a node. */
static uint32_t expand(stability_reach *r, const stability_quest *q,
                       uint32_t node, int j) {
    uint32_t x = node == STABILITY_NO_NODE ? r->begin : node / 2;
    bool improving = q->rank && !((q->any >> j) & 1);
    stability_walk w = stability_from(r->g, j, x);
    for (uint32_t s; (s = stability_next(&w)) != STABILITY_NO_STATE;) {
        if (improving && q->rank[j][s] <= q->rank[j][x]) continue;
        uint32_t found = arrive(r, node, j, s);
        if (found != STABILITY_NO_NODE && q->goal && q->goal(q->subject, s))
            return found;
    }
    return STABILITY_NO_NODE;
}

/* May j go on from the node? All but the mover may from a first arrival, that
 * first mover alone from a second. */
static bool may_go_on(const stability_reach *r, uint32_t node, int j) {
    bool second = node % 2;
    return (r->mover[node - (second ? 1 : 0)] == j) == second;
}

uint32_t stability_reach_run(stability_reach *r, const stability_quest *q,
                             uint32_t from) {
    forget(r);
    r->begin = from;
    r->mover[2 * (size_t)from] = r->mover[2 * (size_t)from + 1] = ANYBODY;
    for (int j = 0; j < r->g->mover_count; j++) {
        if (!((q->movers >> j) & 1)) continue;
        uint32_t found = expand(r, q, STABILITY_NO_NODE, j);
        if (found != STABILITY_NO_NODE) return found;
    }
    for (uint32_t k = 0; k < r->count; k++)
        for (int j = 0; j < r->g->mover_count; j++) {
            uint32_t node = r->queue[k];
            if (!((q->movers >> j) & 1) || !may_go_on(r, node, j)) continue;
            uint32_t found = expand(r, q, node, j);
            if (found != STABILITY_NO_NODE) return found;
        }
    return STABILITY_NO_NODE;
}

stability_step *stability_reach_path(const stability_reach *r, uint32_t node,
                                     int *count, arena *mem) {
    *count = 0;
    for (uint32_t n = node; n != STABILITY_NO_NODE; n = r->parent[n])
        (*count)++;
    stability_step *steps = ARENA_ARRAY(mem, stability_step, (size_t)*count);
    int k = *count;
    for (uint32_t n = node; n != STABILITY_NO_NODE; n = r->parent[n]) {
        uint32_t p = r->parent[n];
        steps[--k] = (stability_step){
            r->mover[n], p == STABILITY_NO_NODE ? r->begin : p / 2, n / 2};
    }
    return steps;
}
