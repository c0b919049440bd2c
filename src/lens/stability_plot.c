/* SPDX-License-Identifier: Apache-2.0
 * The conflict graph of a case that is small enough to be looked at: states,
 * the moves between them, which would hold, and which is today. */
#include <inttypes.h>

#include "base/text.h"
#include "lens/stability_words.h"

enum { STATES_MOST = 14, ARCS_MOST = 60, SEQ = 3 /* among the shares */ };
#define HOLDS_LEAST 0.5 /* as a share of draws */

static int count_arcs(const stability_graph *g) {
    int count = 0;
    for (uint32_t s = 0; s < g->state_count; s++)
        for (uint32_t q = 0; q < g->state_count; q++)
            for (int m = 0; m < g->mover_count; m++)
                count += stability_can(g, m, s, q);
    return count;
}

/* A graph of which single states can be asked about. */
static stability_graph located(const stability_case *k, arena *mem) {
    stability_graph g = k->g;
    g.moves = arena_grow(mem, g.moves, (size_t)g.mover_count,
                         (size_t)g.mover_count, sizeof *g.moves);
    stability_locate(&g, mem);
    return g;
}

/* In the sense of SEQ: its sanctions cost nobody who makes them. */
static bool holds(const stability_answer *a, uint32_t s) {
    if (!a->sampled) return (a->equilibrium[s] & STABILITY_SEQ) != 0;
    for (int r = 0; r < a->row_count; r++)
        if (a->rows[r].state == s)
            return a->rows[r].share[SEQ].value >= HOLDS_LEAST;
    return false;
}

static bool is_today(const stability_answer *a, uint32_t s) {
    for (int i = 0; i < a->place_count; i++)
        if (text_same(a->places[i].name, "today"))
            return a->places[i].state == s;
    return false;
}

static void mark_state(doc_plot *p, const stability_answer *a, uint32_t s,
                       const char *label) {
    doc_role role = DOC_OTHER;
    if (is_today(a, s)) role = DOC_LIMIT;
    if (holds(a, s)) role = DOC_MARKED;
    const char *name = stability_state_name(a->k, s, p->mem);
    if (is_today(a, s)) name = arena_format(p->mem, "today: %s", name);
    doc_plot_mark(p, (doc_mark){.label = label, .note = name, .role = role});
}

bool stability_is_small(const stability_answer *a) {
    return a->k->g.state_count <= STATES_MOST;
}

void stability_plot(doc *to, const stability_answer *a) {
    const stability_case *k = a->k;
    uint32_t states = k->g.state_count;
    arena *mem = doc_arena(to);
    if (!stability_is_small(a)) return;
    const stability_graph g = located(k, mem);
    if (count_arcs(&g) > ARCS_MOST) return;
    const char **labels = ARENA_ARRAY(mem, const char *, states + 1);
    doc_plot *p =
        doc_plot_new(to, DOC_GRAPH, "moves",
                     a->sampled ? "Who can move what; held in half of the "
                                  "draws or more (SEQ)"
                                : "Who can move what, and what would hold "
                                  "(SEQ)");
    doc_plot_beside(p, "equilibria");
    for (uint32_t s = 0; s < states; s++) {
        labels[s] = arena_format(mem, "%" PRIu32, s + 1);
        mark_state(p, a, s, labels[s]);
    }
    for (uint32_t s = 0; s < states; s++)
        for (uint32_t q = 0; q < states; q++)
            for (int m = 0; m < g.mover_count; m++)
                if (stability_can(&g, m, s, q))
                    doc_plot_arc(p, labels[s], labels[q],
                                 k->c->actors[k->actor[m]].name);
}
