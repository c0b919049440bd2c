/* SPDX-License-Identifier: Apache-2.0
 * The inverse question where what one party wants matters for the others: the
 * least change of several rankings at once. */
#ifndef STABILITY_CONCERT_H
#define STABILITY_CONCERT_H

#include "stability/reach.h"
#include "stability/why.h"

enum { STABILITY_CONCERT_STATES = 200 };

typedef struct stability_concert_ask {
    const stability_graph *g; /* located, at most STABILITY_CONCERT_STATES */
    const uint32_t *const *rank;
    int party_count; /* the first movers */
    uint32_t state;
    uint8_t concept;  /* SEQ or SSEQ */
    uint32_t varying; /* whose rankings may change: a set of parties */
    uint64_t most;    /* changes of more pairs are not looked for */
} stability_concert_ask;

typedef struct stability_concert {
    bool found;
    uint64_t swaps; /* found: pairs that change places, the fewest */
    uint64_t below; /* not: no change of fewer pairs than this does it, */
    bool hopeless;  /* and none at all does if all rankings were tried */
    const uint32_t *const *rank; /* found: by party; strict if it varies */
} stability_concert;

stability_concert stability_concert_find(const stability_concert_ask *ask,
                                         arena *mem);

/* A party outside `varying` for which the state is never stable, whatever the
 * varying ones want and the rest as they are; or -1 if none is known. */
int stability_concert_bar(const stability_concert_ask *ask, arena *scratch);

#endif
