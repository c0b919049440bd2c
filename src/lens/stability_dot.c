/* SPDX-License-Identifier: Apache-2.0
 * The graph of a small case in Graphviz' DOT language: a node a state, doubly
 * outlined where it is an equilibrium in some sense, an edge a move with who
 * makes it; moves of the same pair of states share an edge. */
#include <inttypes.h>
#include <string.h>

#include "lens/stability_words.h"

enum { DOT_STATES = 200 };

typedef struct text_buffer {
    arena *mem;
    char *bytes;
    size_t size, room;
} text_buffer;

static void add(text_buffer *b, const char *more) {
    size_t size = strlen(more);
    if (b->size + size + 1 > b->room) {
        size_t room = 2 * (b->size + size) + 256;
        b->bytes = arena_grow(b->mem, b->bytes, b->size, room, 1);
        b->room = room;
    }
    memcpy(b->bytes + b->size, more, size + 1);
    b->size += size;
}

/* Text inside a quoted string of DOT. */
static void add_quoted(text_buffer *b, const char *text) {
    for (; *text; text++) {
        char one[3] = {'\\', *text, 0};
        add(b, *text == '"' || *text == '\\' ? one : one + 1);
    }
}

static void add_node(text_buffer *b, const stability_answer *a, uint32_t s) {
    bool holds = !a->sampled && a->equilibrium[s] != 0;
    add(b, arena_format(b->mem,
                        "  s%" PRIu32 " [label=\"%" PRIu32 "\", tooltip=\"",
                        s + 1, s + 1));
    add_quoted(b, stability_state_name(a->k, s, b->mem));
    add(b, holds ? "\", peripheries=2];\n" : "\"];\n");
}

static void add_edge(text_buffer *b, const stability_answer *a, uint32_t s,
                     uint32_t q) {
    int count = 0;
    for (int m = 0; m < a->k->g.mover_count; m++) {
        if (!stability_can(&a->k->g, m, s, q)) continue;
        if (count++ == 0)
            add(b,
                arena_format(b->mem, "  s%" PRIu32 " -> s%" PRIu32 " [label=\"",
                             s + 1, q + 1));
        else
            add(b, ", ");
        add_quoted(b, a->k->c->actors[a->k->actor[m]].id);
    }
    if (count > 0) add(b, "\"];\n");
}

const char *stability_dot(const stability_answer *a, arena *mem) {
    const uint32_t states = a->k->g.state_count;
    if (states > DOT_STATES) return NULL;
    text_buffer b = {mem, NULL, 0, 0};
    add(&b, "digraph stability {\n");
    for (uint32_t s = 0; s < states; s++)
        add_node(&b, a, s);
    for (uint32_t s = 0; s < states; s++)
        for (uint32_t q = 0; q < states; q++)
            add_edge(&b, a, s, q);
    add(&b, "}\n");
    return b.bytes;
}
