/* SPDX-License-Identifier: Apache-2.0
 * One graph analysed again and again under different ranks. */
#ifndef STABILITY_MANY_H
#define STABILITY_MANY_H

#include "stability/concepts.h"

enum { STABILITY_SMALL = 64 }; /* states that fit one word */

typedef struct stability_many {
    const stability_graph *g;
    const uint64_t *in, *out; /* small: [mover * states + state], who comes
                                 from where; else NULL */
} stability_many;

/* The graph must be located. */
stability_many stability_many_new(const stability_graph *g, arena *mem);
/* As stability_analyse, on the caller's thread. Small graphs ask for no
 * memory: scratch may then be NULL. */
void stability_many_analyse(const stability_many *m,
                            const uint32_t *const *rank,
                            uint8_t *const *verdict, arena *scratch);

#endif
