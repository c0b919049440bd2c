/* SPDX-License-Identifier: Apache-2.0
 * The graph of a small case in Graphviz' DOT language: a node a state, doubly
 * outlined where it is an equilibrium in some sense, an edge a move with who
 * makes it; moves of the same pair of states share an edge. */
#include <inttypes.h>

#include "base/growing_text.h"
#include "lens/stability_words.h"

enum { DOT_STATES = 200 };

/* Text inside a quoted string of DOT. */
static void add_quoted(growing_text *b, const char *text) {
    for (; *text; text++) {
        char one[3] = {'\\', *text, 0};
        growing_text_add(b, *text == '"' || *text == '\\' ? one : one + 1);
    }
}

static void add_node(growing_text *b, const stability_answer *a, uint32_t s) {
    bool holds = !a->sampled && a->equilibrium[s] != 0;
    growing_text_add(b, arena_format(b->mem,
                                     "  s%" PRIu32 " [label=\"%" PRIu32
                                     "\", tooltip=\"",
                                     s + 1, s + 1));
    add_quoted(b, stability_state_name(a->k, s, b->mem));
    growing_text_add(b, holds ? "\", peripheries=2];\n" : "\"];\n");
}

static void add_edge(growing_text *b, const stability_answer *a, uint32_t s,
                     uint32_t q) {
    int count = 0;
    for (int m = 0; m < a->k->g.mover_count; m++) {
        if (!stability_can(&a->k->g, m, s, q)) continue;
        if (count++ == 0)
            growing_text_add(b, arena_format(b->mem,
                                             "  s%" PRIu32 " -> s%" PRIu32
                                             " [label=\"",
                                             s + 1, q + 1));
        else
            growing_text_add(b, ", ");
        add_quoted(b, a->k->c->actors[a->k->actor[m]].id);
    }
    if (count > 0) growing_text_add(b, "\"];\n");
}

const char *stability_dot(const stability_answer *a, arena *mem) {
    const uint32_t states = a->k->g.state_count;
    if (states > DOT_STATES) return NULL;
    growing_text b = {.mem = mem};
    growing_text_add(&b, "digraph stability {\n");
    for (uint32_t s = 0; s < states; s++)
        add_node(&b, a, s);
    for (uint32_t s = 0; s < states; s++)
        for (uint32_t q = 0; q < states; q++)
            add_edge(&b, a, s, q);
    growing_text_add(&b, "}\n");
    return b.bytes;
}
