/* SPDX-License-Identifier: Apache-2.0
 * What parties can do together: stability against coalitions, jumps between
 * equilibria, and a fixed structure of coalitions. */
#ifndef STABILITY_COALITION_H
#define STABILITY_COALITION_H

#include "stability/concepts.h"
#include "stability/rows.h"

enum { STABILITY_COALITION_PARTIES = 8 };

/* A model of coalitions: the first party_count movers of g are parties, which
 * may join; other movers never join and only answer. */
typedef struct stability_together {
    const stability_graph *g; /* located */
    const uint32_t *const *rank;
    int party_count;
    int agreement; /* a mover that stands for what all parties can change
                      together and none alone, or -1 */
} stability_together;

typedef struct stability_coalitions {
    int party_count;
    uint32_t state_count;
    uint8_t **verdict;     /* [coalition][state], by set of parties; [0] NULL.
                              NASH, GMR, SMR, SEQ; SSEQ is not defined */
    uint8_t *universal;    /* by state: stable against every coalition */
    stability_rows *reach; /* by set of parties: what they can bring about */
} stability_coalitions;

/* Bytes needed; refuse before calling. */
double stability_coalition_bytes(const stability_together *t);
stability_coalitions *stability_coalitions_find(const stability_together *t,
                                                arena *mem);

/* A jump: the coalition can bring s to t, both are equilibria, and all its
 * members prefer t. */
typedef struct stability_jump {
    uint32_t coalition, from, to;
} stability_jump;
typedef struct stability_jumps {
    stability_jump *items; /* by coalition size, then coalition, from, to */
    size_t count;
} stability_jumps;
/* Among the states where equilibrium[s] has the bit; at least two members. */
stability_jumps stability_jumps_find(const stability_together *t,
                                     const stability_coalitions *all,
                                     const uint8_t *equilibrium, uint8_t bit,
                                     arena *mem);

/* A fixed structure: each block of parties is one player, that moves as its
 * members can in sequence and improves only if all of them gain; members no
 * longer move alone. block[i] is the number of party i's block. verdict:
 * [block][state], all five concepts. */
uint8_t **stability_structure(const stability_together *t, const int *block,
                              int block_count, arena *mem);

#endif
