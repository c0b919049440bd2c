/* SPDX-License-Identifier: Apache-2.0
 * Stability over draws: what share of them makes a state stable. */
#ifndef STABILITY_SAMPLE_H
#define STABILITY_SAMPLE_H

#include "belief/belief.h"
#include "stability/build.h"
#include "stability/concepts.h"

/* States x draws beyond this are refused. */
#define STABILITY_SAMPLE_MOST 100000000

typedef struct stability_sample {
    const stability_case *k;
    const belief *b;
    const uint32_t *focus; /* states that are looked at party by party */
    int focus_count;
    /* by draw and state: the concepts under which all are stable */
    const uint8_t *equilibrium; /* [draw * state_count + state] */
    /* of the focus states, by party and draw: the verdict, and the best
     * improvement (or STABILITY_NO_STATE) */
    const uint8_t *verdict; /* [(focus * party_count + party) * draws + draw] */
    const uint32_t *best;
} stability_sample;

/* False, with the number of draws that fits, if there are too many. */
bool stability_sample_fits(const stability_case *k, int draws, parley_diags *d);
/* The graph must be located. */
stability_sample *stability_sample_run(const stability_case *k, const belief *b,
                                       const uint32_t *focus, int focus_count,
                                       int threads, arena *mem);

/* The share of draws in which `concept` (a bit) holds, with its error: of an
 * equilibrium, and of a party in a focus state. */
belief_measure stability_sample_share(const stability_sample *s, uint32_t state,
                                      uint8_t concept, arena *scratch);
belief_measure stability_sample_party(const stability_sample *s, int focus,
                                      int party, uint8_t concept,
                                      arena *scratch);

#endif
