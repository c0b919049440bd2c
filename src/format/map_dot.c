/* SPDX-License-Identifier: Apache-2.0
 * Places from Graphviz (graphviz.org), called as a program when a map is
 * drawn: layers for moves, which have a direction (dot), springs for channels
 * (neato). It is told of numbers and sizes only, never of anything that stands
 * in a case, and read back with care: whatever is odd means no places, and the
 * layout of our own. PARLEY_DOT names another program; empty: none. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/growing_text.h"
#include "base/number.h"
#include "base/program.h"
#include "base/text.h"
#include "format/map_layout.h"

enum { ANSWER_MOST = 1 << 18, PATIENCE = 2000, LEAST_NODES = 3 };

static const char *question(const map_graph *g, const spot *sizes, arena *mem) {
    growing_text t = {.mem = mem};
    growing_text_add(&t, g->directed ? "digraph g {rankdir=LR\n"
                                     : "graph g {overlap=false start=7\n");
    growing_text_add(&t, "node [shape=box fixedsize=true]\n");
    for (size_t i = 0; i < g->node_count; i++)
        growing_text_add(
            &t, arena_format(mem, "n%zu [width=%ld.%02ld height=%ld.%02ld]\n",
                             i, lround(sizes[i].x) / 72,
                             lround(sizes[i].x) % 72 * 100 / 72,
                             lround(sizes[i].y) / 72,
                             lround(sizes[i].y) % 72 * 100 / 72));
    for (size_t i = 0; i < g->link_count; i++)
        growing_text_add(
            &t, arena_format(mem, "n%zu %s n%zu [len=%ld]\n", g->links[i].from,
                             g->directed ? "->" : "--", g->links[i].to,
                             lround(2 * g->links[i].length)));
    growing_text_add(&t, "}\n");
    return t.bytes;
}

static const char *program(void) {
    const char *named = getenv("PARLEY_DOT");
    return named ? named : "dot";
}

/* The next word of a line; *at moves behind it. */
static const char *next_word(const char **at, arena *mem) {
    *at += strspn(*at, " ");
    size_t size = strcspn(*at, " \r\n");
    const char *word = arena_text(mem, *at, size);
    *at += size;
    return word;
}

/* "node n3 1.25 0.75 ..." */
static bool read_node(const char *line, spot *places, size_t count,
                      arena *mem) {
    const char *at = line + strlen("node n");
    int64_t index;
    double x, y;
    if (!number_int(next_word(&at, mem), &index) || index < 0 ||
        (uint64_t)index >= count)
        return false;
    if (!number_double(next_word(&at, mem), &x) ||
        !number_double(next_word(&at, mem), &y))
        return false;
    places[index] = (spot){x, -y};
    return true;
}

static spot *read_answer(const char *answer, size_t count, arena *mem) {
    spot *places = ARENA_ARRAY(mem, spot, count + 1);
    size_t found = 0;
    for (const char *line = answer; line && *line;) {
        if (text_begins(line, "node n") && read_node(line, places, count, mem))
            found++;
        line = strchr(line, '\n');
        if (line) line++;
    }
    return found == count ? places : NULL;
}

spot *map_graphviz(const map_graph *g, const spot *sizes, arena *mem) {
#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
    return (void)g, (void)sizes, (void)mem, NULL;
#endif
    const char *name = program();
    if (g->node_count < LEAST_NODES || *name == '\0') return NULL;
    const char *words[] = {name, g->directed ? "-Kdot" : "-Kneato", "-Tplain",
                           NULL};
    const char *answer = program_answer(words, question(g, sizes, mem),
                                        ANSWER_MOST, PATIENCE, mem);
    return answer ? read_answer(answer, g->node_count, mem) : NULL;
}
