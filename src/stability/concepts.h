/* SPDX-License-Identifier: Apache-2.0
 * Which states are stable, for whom, in which sense. */
#ifndef STABILITY_CONCEPTS_H
#define STABILITY_CONCEPTS_H

#include "stability/graph.h"
#include "stability/search.h"

/* A verdict on a state is a set of these. */
enum {
    STABILITY_NASH = 1,
    STABILITY_GMR = 2,
    STABILITY_SMR = 4,
    STABILITY_SEQ = 8,
    STABILITY_SSEQ = 16,
    STABILITY_ALL = 31,
    STABILITY_CONCEPTS = 5,
};
const char *stability_concept_name(int concept); /* 0: "nash" ... */
/* The number of a concept by its name, or -1. */
int stability_concept_find(const char *name);

/* Ranks and verdicts are by mover and state: rank[mover][state]. */

/* Bytes that stability_analyse needs beside graph, ranks and verdicts. */
double stability_bytes(const stability_graph *g, int threads);

/* True if some mover's verdict needs a search: the graph must then be located
 * before stability_analyse. */
bool stability_needs_search(const stability_graph *g);

/* Fills verdict[mover][state] for every mover whose verdict is not NULL. The
 * same answer on any number of threads; 0: inside a piece of threads_run. */
void stability_analyse(const stability_graph *g, const uint32_t *const *rank,
                       uint8_t *const *verdict, int threads, arena *mem);

/* The same for many small graphs: no memory is asked for. `scratch` has
 * stability_scratch(g) bytes and is aligned for uint64_t. The graph must be
 * located (or have arcs only). */
size_t stability_scratch(const stability_graph *g);
void stability_analyse_small(const stability_graph *g,
                             const uint32_t *const *rank,
                             uint8_t *const *verdict, void *scratch);

/* equilibrium[s]: the concepts under which s is stable for all movers that
 * have a verdict. */
void stability_equilibria(const stability_graph *g, uint8_t *const *verdict,
                          uint8_t *equilibrium);

#endif
