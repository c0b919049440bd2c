/* SPDX-License-Identifier: Apache-2.0
 * Certificates: why a state is stable for a party, or why not; and their
 * check. */
#ifndef STABILITY_WHY_H
#define STABILITY_WHY_H

#include "stability/concepts.h"
#include "stability/reach.h"

/* What the others have against one improvement. */
typedef struct stability_reply {
    uint32_t improvement; /* s1 */
    bool sanctioned;
    /* sanctioned: the others' moves from s1 to s2, and where the party could
     * then go (none of it better than the state, where that is asked) */
    const stability_step *steps;
    int step_count;
    uint32_t way_count, best_way; /* best_way: STABILITY_NO_STATE if none */
    /* not: everything the others can bring about, with its last movers */
    const uint32_t *reached, *last;
    uint32_t reached_count;
} stability_reply;

/* A question to be certified: one state, mover and concept (one bit). */
typedef struct stability_question {
    uint32_t state;
    int mover;
    uint8_t concept;
} stability_question;

typedef struct stability_certificate {
    uint32_t state;
    int mover;
    uint8_t concept; /* one bit */
    bool stable;
    /* stable: one a unilateral improvement; not: the one improvement that
     * nothing answers */
    const stability_reply *replies;
    uint32_t reply_count;
    uint32_t improvement_count;
} stability_certificate;

stability_certificate *stability_why(const stability_graph *g,
                                     const uint32_t *const *rank,
                                     stability_question asked, arena *mem);

/* What the others have against one improvement of the mover. */
stability_reply stability_reply_to(const stability_graph *g,
                                   const uint32_t *const *rank,
                                   stability_question asked,
                                   uint32_t improvement, arena *mem);

/* Checks a certificate against nothing but the moves and the ranks. NULL if
 * it proves what it says, else what is wrong. */
const char *stability_verify(const stability_graph *g,
                             const uint32_t *const *rank,
                             const stability_certificate *c, arena *scratch);

#endif
