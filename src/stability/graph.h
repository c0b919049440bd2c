/* SPDX-License-Identifier: Apache-2.0
 * A graph model: states, what each party can move alone, and ranks. Every
 * question of this module is asked of these arrays, whatever the case looked
 * like. Movers are numbered from 0; a state is a number below state_count. */
#ifndef STABILITY_GRAPH_H
#define STABILITY_GRAPH_H

#include "base/diag.h"

enum { STABILITY_MOVERS = 30 }; /* so that a set of movers fits 32 bits */
#define STABILITY_NO_STATE UINT32_MAX
/* The highest bit of a state's number is used as a mark (see order.h). */
#define STABILITY_STATES_MOST (UINT32_C(1) << 31)

/* One mover's moves, in one of two forms; there are no loops.
 *
 * Fibres: states fall into groups that differ only in what the mover
 * controls. From s it can go to any other state q of its fibre for which
 * leads[kind[s]] has the bit kind[q]; without kinds, to any.
 *
 * Arcs: lists of successors and predecessors. */
typedef struct stability_moves {
    bool transitive; /* q from s and r from q: r from s, or r is s */
    /* fibres, or NULL */
    uint32_t fibre_count;
    const uint32_t *fibre_start; /* fibre_count + 1 */
    const uint32_t *member;      /* the states, fibre after fibre */
    const uint32_t *fibre_of;    /* by state; NULL until stability_locate */
    int kind_count;
    const uint16_t *kind;  /* by state, or NULL */
    const uint64_t *leads; /* kind_count rows of kind_words words */
    size_t kind_words;
    /* arcs, or NULL */
    const uint32_t *out_start, *out; /* state_count + 1; ascending */
    const uint32_t *in_start, *in;
} stability_moves;

typedef struct stability_graph {
    int mover_count;
    uint32_t state_count;
    stability_moves *moves; /* one a mover */
} stability_graph;

typedef struct stability_arc {
    uint32_t from, to;
} stability_arc;

/* Makes moves of arcs in any order; loops and repeats are dropped. */
stability_moves stability_arcs(uint32_t state_count, const stability_arc *arcs,
                               size_t count, arena *mem);

/* Fills fibre_of where it is missing: needed before single states are asked
 * about (stability_from, stability_to, stability_can). */
void stability_locate(stability_graph *g, arena *mem);

/* Where `mover` can go from a state, or where it can have come from. */
typedef struct stability_walk {
    const uint32_t *at, *end;
    const stability_moves *moves;
    uint32_t state;
    bool back;
} stability_walk;

static inline bool stability_kind_leads(const stability_moves *m, uint32_t from,
                                        uint32_t to) {
    if (!m->kind) return true;
    unsigned k = m->kind[to];
    const uint64_t *row = m->leads + m->kind[from] * m->kind_words;
    return (row[k / 64] >> (k % 64)) & 1;
}

static inline stability_walk stability_list(const stability_moves *m,
                                            uint32_t state, bool back) {
    stability_walk w = {NULL, NULL, m, state, back};
    if (m->fibre_start) {
        uint32_t f = m->fibre_of[state];
        w.at = m->member + m->fibre_start[f];
        w.end = m->member + m->fibre_start[f + 1];
    } else {
        const uint32_t *start = back ? m->in_start : m->out_start;
        const uint32_t *list = back ? m->in : m->out;
        w.at = list + start[state];
        w.end = list + start[state + 1];
    }
    return w;
}

static inline stability_walk stability_from(const stability_graph *g, int mover,
                                            uint32_t state) {
    return stability_list(&g->moves[mover], state, false);
}

static inline stability_walk stability_to(const stability_graph *g, int mover,
                                          uint32_t state) {
    return stability_list(&g->moves[mover], state, true);
}

/* The next state of a walk, or STABILITY_NO_STATE. */
static inline uint32_t stability_next(stability_walk *w) {
    while (w->at < w->end) {
        uint32_t q = *w->at++;
        if (!w->moves->fibre_start) return q;
        uint32_t from = w->back ? q : w->state, to = w->back ? w->state : q;
        if (from != to && stability_kind_leads(w->moves, from, to)) return q;
    }
    return STABILITY_NO_STATE;
}

/* True if mover can go from one state to the other in one move. */
bool stability_can(const stability_graph *g, int mover, uint32_t from,
                   uint32_t to);

#endif
