/* SPDX-License-Identifier: Apache-2.0
 * The graph model on plain arrays: what src/stability/many.c does, for callers
 * who bring states, arcs and ranks of their own. */
#include "api/api.h"
#include "base/diag.h"
#include "stability/many.h"

#define STATES_MOST (UINT32_C(1) << 30)

struct parley_graph {
    arena *mem;
    stability_graph g;
    stability_many many;
};

typedef struct building {
    parley_graph *made; /* the answer */
    arena *mem;
    const parley_graph_shape *of;
    parley_diags *d;
} building;

static parley_status check(const building *b) {
    if (b->of->movers > PARLEY_MOVERS_MOST || b->of->states > STATES_MOST) {
        diag_error(b->d, SPAN_NONE, "stability/limit",
                   "%lu states and %lu movers; %lu and %d are the most",
                   (unsigned long)b->of->states, (unsigned long)b->of->movers,
                   (unsigned long)STATES_MOST, PARLEY_MOVERS_MOST);
        return PARLEY_ELIMIT;
    }
    for (size_t a = 0; a < b->of->arc_count; a++) {
        const parley_arc *x = &b->of->arcs[a];
        if (x->mover < b->of->movers && x->from < b->of->states &&
            x->to < b->of->states)
            continue;
        diag_error(b->d, SPAN_NONE, "stability/arc",
                   "arc %zu, %lu from %lu to %lu, is outside the graph", a,
                   (unsigned long)x->mover, (unsigned long)x->from,
                   (unsigned long)x->to);
        return PARLEY_EINPUT;
    }
    return PARLEY_OK;
}

/* The arcs of one mover. */
static stability_moves moves_of(const building *b, uint32_t mover) {
    arena *scratch = arena_child(b->mem);
    stability_arc *own = ARENA_ARRAY(scratch, stability_arc, b->of->arc_count);
    size_t count = 0;
    for (size_t a = 0; a < b->of->arc_count; a++)
        if (b->of->arcs[a].mover == mover)
            own[count++] =
                (stability_arc){b->of->arcs[a].from, b->of->arcs[a].to};
    stability_moves m = stability_arcs(b->of->states, own, count, b->mem);
    arena_free(scratch);
    return m;
}

static parley_status build(void *subject) {
    building *b = subject;
    parley_status status = check(b);
    if (status != PARLEY_OK) return status;
    parley_graph *g = ARENA_NEW(b->mem, parley_graph);
    g->mem = b->mem;
    g->g.mover_count = (int)b->of->movers;
    g->g.state_count = b->of->states;
    g->g.moves = ARENA_ARRAY(b->mem, stability_moves, b->of->movers);
    for (uint32_t m = 0; m < b->of->movers; m++)
        g->g.moves[m] = moves_of(b, m);
    g->many = stability_many_new(&g->g, b->mem);
    b->made = g;
    return PARLEY_OK;
}

parley_status parley_graph_new(parley_graph **out, const parley_host *host,
                               const parley_graph_shape *shape,
                               parley_diags *d) {
    building b = {.of = shape, .d = d};
    *out = NULL;
    b.mem = arena_new(host);
    if (!b.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(b.mem, d, build, &b);
    if (status == PARLEY_OK)
        *out = b.made;
    else
        arena_free(b.mem);
    return status;
}

void parley_graph_free(parley_graph *g) {
    if (g) arena_free(g->mem);
}

size_t parley_graph_scratch(const parley_graph *g) {
    return g->many.in ? 0 : stability_scratch(&g->g);
}

void parley_graph_analyse(const parley_graph *g, const uint32_t *ranks,
                          uint8_t *verdicts, void *scratch) {
    const uint32_t *rank[STABILITY_MOVERS];
    uint8_t *verdict[STABILITY_MOVERS];
    for (int m = 0; m < g->g.mover_count; m++) {
        rank[m] = ranks + (size_t)m * g->g.state_count;
        verdict[m] = verdicts + (size_t)m * g->g.state_count;
    }
    if (g->many.in)
        stability_many_analyse(&g->many, rank, verdict, NULL);
    else
        stability_analyse_small(&g->g, rank, verdict, scratch);
}
