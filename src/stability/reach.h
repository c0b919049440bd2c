/* SPDX-License-Identifier: Apache-2.0
 * What movers can bring about from one state, and by which shortest path. */
#ifndef STABILITY_REACH_H
#define STABILITY_REACH_H

#include "stability/graph.h"

typedef struct stability_step {
    int mover;
    uint32_t from, to;
} stability_step;

/* A search that can be run again and again. A node is a state together with
 * whether it was reached first (2 * state) or by a second mover. */
typedef struct stability_reach {
    const stability_graph *g; /* located */
    uint32_t *parent;         /* by node */
    int8_t *mover;            /* by node: who moved there; -1: not reached */
    uint32_t *last;           /* by state: the set of last movers */
    uint32_t *queue;          /* nodes in the order they were reached */
    uint32_t count;
    uint32_t begin; /* the state it began from */
} stability_reach;

#define STABILITY_NO_NODE UINT32_MAX

double stability_reach_bytes(const stability_graph *g);
stability_reach *stability_reach_new(const stability_graph *g, arena *mem);

typedef struct stability_quest {
    uint32_t movers;             /* who may move, nobody twice running */
    const uint32_t *const *rank; /* only to what they prefer; NULL: any */
    uint32_t any; /* with rank: these may move anywhere all the same */
    /* Stops at the first state for which it holds; NULL: finds all. */
    bool (*goal)(const void *subject, uint32_t state);
    const void *subject;
} stability_quest;

/* The node that meets the goal, nearest first, or STABILITY_NO_NODE. The
 * state it begins from is not asked about, even if it is reached again. */
uint32_t stability_reach_run(stability_reach *r, const stability_quest *q,
                             uint32_t from);

/* The moves from the beginning to a node. */
stability_step *stability_reach_path(const stability_reach *r, uint32_t node,
                                     int *count, arena *mem);

static inline bool stability_reached(const stability_reach *r, uint32_t state) {
    return r->mover[2 * (size_t)state] >= 0;
}

#endif
