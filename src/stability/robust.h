/* SPDX-License-Identifier: Apache-2.0
 * How much of an answer hangs on what is not known of the wants? */
#ifndef STABILITY_ROBUST_H
#define STABILITY_ROBUST_H

#include "stability/sample.h"
#include "stability/seat.h"

/* How a party compares states. Row s: those it prefers to s, those among them
 * that it greatly prefers, and those of which it is not known. */
typedef struct stability_view {
    stability_rows better, strong, unknown;
} stability_view;

/* Unknown preferences (Li, Hipel, Kilgour and Fang 2004): the party leaves for
 * what it prefers or may prefer (A, C), or only for what it prefers (B, D);
 * what may hurt is no sanction (A, B), or is one (C, D). */
typedef enum stability_mode {
    STABILITY_MODE_A,
    STABILITY_MODE_B,
    STABILITY_MODE_C,
    STABILITY_MODE_D,
    STABILITY_MODES,
} stability_mode;

double stability_view_bytes(uint32_t state_count, int party_count);

/* Views from ranks: nothing unknown but where `blank` (one a party, or NULL)
 * says that nothing is known of a party; nothing greatly preferred. */
stability_view *stability_views_exact(uint32_t state_count, int party_count,
                                      const uint32_t *const *rank,
                                      const bool *blank, arena *mem);
/* A party greatly prefers q to s if it is worth at least `step` more. */
void stability_views_strengthen(stability_view *view, const fixed *worth,
                                fixed step);
/* Views from draws: a pair is known if this share of them agrees on it. */
stability_view *stability_views_drawn(const stability_case *k, const belief *b,
                                      double agree, arena *mem);

/* verdict[party][state]; others in the graph only answer. The graph must be
 * located. */
uint8_t **stability_unknown(const stability_graph *g, int party_count,
                            const stability_view *view, stability_mode mode,
                            arena *mem);
/* Strongly stable (Hamouda, Kilgour and Hipel 2004): every answer ends, and
 * leaves the party, where s is greatly preferred. */
uint8_t **stability_strongly(const stability_graph *g, int party_count,
                             const stability_view *view, arena *mem);

/* --- Adjacent swaps --- */

typedef struct stability_swap {
    int party;
    uint32_t upper, lower; /* a state of the tier that goes down, and up */
} stability_swap;

typedef struct stability_swaps {
    uint32_t count;                       /* of all parties */
    uint32_t *broken[STABILITY_CONCEPTS]; /* by state: swaps that end it */
    stability_swap *first[STABILITY_CONCEPTS];
} stability_swaps;

/* At most so many verdicts: one analysis a neighbouring pair of tiers. */
double stability_swaps_work(const stability_graph *g, int party_count);
stability_swaps *stability_swaps_try(const stability_graph *g, int party_count,
                                     const uint32_t *const *rank,
                                     const uint8_t *equilibrium, arena *mem);

#endif
