/* SPDX-License-Identifier: Apache-2.0
 * Moves and certificates in words. */
#ifndef LENS_STABILITY_WORDS_H
#define LENS_STABILITY_WORDS_H

#include "lens/stability_lens.h"

/* "Nash", "GMR", ... by the concept's number. */
const char *stability_concept_title(int concept);
/* A state as "fighting = paused; the rest as today" where there is a today,
 * else all its options; of a graph "s3 (text)". */
const char *stability_outcome_words(const stability_case *k, uint32_t state,
                                    arena *mem);
/* "fighting: paused to active, gate: open to shut"; of a graph "to s3". */
const char *stability_change_words(const stability_case *k, uint32_t from,
                                   uint32_t to, arena *mem);
/* "Israel (fighting: paused to active), then Hamas (...)". */
const char *stability_steps_words(const stability_case *k,
                                  const stability_step *steps, int count,
                                  arena *mem);

void stability_show_why(doc *to, const stability_answer *a);
/* What would hold, and the graph as a plot where it is small. */
void stability_show_holding(doc *to, const stability_answer *a);
bool stability_is_small(const stability_answer *a);
void stability_plot(doc *to, const stability_answer *a);
/* The graph in Graphviz' language, or NULL if it has too many states. */
const char *stability_dot(const stability_answer *a, arena *mem);

/* Data that several files put: "state", "name" and "terms"; an id or null;
 * ids by concept; a list of moves. */
void stability_put_state(doc_value *in, const stability_case *k,
                         uint32_t state);
void stability_put_id(doc_value *in, const char *key, uint32_t state);
void stability_put_sets(doc_value *in, const char *key, const uint8_t *verdict,
                        uint32_t count);
void stability_put_steps(doc_value *in, const char *key,
                         const stability_case *k, const stability_step *steps,
                         int count);

#endif
