/* SPDX-License-Identifier: Apache-2.0
 * The moves of a graph model as arrays.
 *
 * Explicit arcs are kept twice, by the state they leave and by the state they
 * enter, each list ascending: searches run backwards (concepts) and forwards
 * (certificates, status quo). A loop is no move and a repeated arc is one arc;
 * both are dropped here so that nothing above has to think of them. Fang,
 * Hipel and Kilgour, Interactive Decision Making (Wiley 1993), chapter 3. */
#include "stability/graph.h"

#include <string.h>

/* Counts into start[s + 1], then sums, so that start[s] begins list s. */
static uint32_t *list_starts(uint32_t state_count, const stability_arc *arcs,
                             size_t count, bool by_target, arena *mem) {
    uint32_t *start = ARENA_ARRAY(mem, uint32_t, (size_t)state_count + 1);
    for (size_t a = 0; a < count; a++)
        if (arcs[a].from != arcs[a].to)
            start[(by_target ? arcs[a].to : arcs[a].from) + 1]++;
    for (uint32_t s = 0; s < state_count; s++)
        start[s + 1] += start[s];
    return start;
}

/* All arcs by target, so that filling the lists by source in this order makes
 * them ascending. */
static stability_arc *by_target(uint32_t state_count, const stability_arc *arcs,
                                size_t count, arena *mem) {
    uint32_t *start = list_starts(state_count, arcs, count, true, mem);
    stability_arc *sorted = ARENA_ARRAY(mem, stability_arc, count);
    for (size_t a = 0; a < count; a++)
        if (arcs[a].from != arcs[a].to) sorted[start[arcs[a].to]++] = arcs[a];
    return sorted;
}

/* Successor lists from arcs in ascending order of target, without repeats. */
static void fill_out(stability_moves *m, uint32_t state_count,
                     const stability_arc *sorted, size_t count, arena *mem) {
    uint32_t *start = list_starts(state_count, sorted, count, false, mem);
    uint32_t *place = ARENA_ARRAY(mem, uint32_t, (size_t)state_count + 1);
    uint32_t *to = ARENA_ARRAY(mem, uint32_t, count);
    memcpy(place, start, ((size_t)state_count + 1) * sizeof *place);
    for (size_t a = 0; a < count; a++) {
        uint32_t from = sorted[a].from;
        bool seen =
            place[from] > start[from] && to[place[from] - 1] == sorted[a].to;
        if (!seen) to[place[from]++] = sorted[a].to;
    }
    uint32_t used = 0;
    for (uint32_t s = 0; s < state_count; s++) {
        uint32_t begin = start[s];
        start[s] = used;
        for (uint32_t k = begin; k < place[s]; k++)
            to[used++] = to[k];
    }
    start[state_count] = used;
    m->out_start = start;
    m->out = to;
}

static void fill_in(stability_moves *m, uint32_t state_count, arena *mem) {
    uint32_t count = m->out_start[state_count];
    uint32_t *start = ARENA_ARRAY(mem, uint32_t, (size_t)state_count + 2);
    uint32_t *from = ARENA_ARRAY(mem, uint32_t, count);
    /* shifted by one: filling moves each start to where it belongs */
    for (uint32_t a = 0; a < count; a++)
        start[m->out[a] + 2]++;
    for (uint32_t s = 1; s <= state_count; s++)
        start[s + 1] += start[s];
    for (uint32_t s = 0; s < state_count; s++)
        for (uint32_t a = m->out_start[s]; a < m->out_start[s + 1]; a++)
            from[start[m->out[a] + 1]++] = s;
    m->in_start = start;
    m->in = from;
}

stability_moves stability_arcs(uint32_t state_count, const stability_arc *arcs,
                               size_t count, arena *mem) {
    stability_moves m = {0};
    stability_arc *sorted = by_target(state_count, arcs, count, mem);
    size_t kept = 0;
    for (size_t a = 0; a < count; a++)
        kept += arcs[a].from != arcs[a].to;
    fill_out(&m, state_count, sorted, kept, mem);
    fill_in(&m, state_count, mem);
    return m;
}

void stability_locate(stability_graph *g, arena *mem) {
    for (int j = 0; j < g->mover_count; j++) {
        stability_moves *m = &g->moves[j];
        if (!m->fibre_start || m->fibre_of) continue;
        uint32_t *of = ARENA_ARRAY(mem, uint32_t, g->state_count);
        for (uint32_t f = 0; f < m->fibre_count; f++)
            for (uint32_t k = m->fibre_start[f]; k < m->fibre_start[f + 1]; k++)
                of[m->member[k]] = f;
        m->fibre_of = of;
    }
}

bool stability_can(const stability_graph *g, int mover, uint32_t from,
                   uint32_t to) {
    const stability_moves *m = &g->moves[mover];
    if (from == to) return false;
    if (m->fibre_start)
        return m->fibre_of[from] == m->fibre_of[to] &&
               stability_kind_leads(m, from, to);
    for (uint32_t a = m->out_start[from]; a < m->out_start[from + 1]; a++)
        if (m->out[a] == to) return true;
    return false;
}
