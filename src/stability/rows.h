/* SPDX-License-Identifier: Apache-2.0
 * Sets of states as bits, one set a state: for questions about coalitions and
 * about preferences that are no single order, on models of some thousand
 * states. */
#ifndef STABILITY_ROWS_H
#define STABILITY_ROWS_H

#include "stability/graph.h"

typedef struct stability_rows {
    uint32_t state_count;
    size_t words; /* of one row */
    uint64_t *bits;
} stability_rows;

/* Bytes of one table. */
double stability_rows_bytes(uint32_t state_count);
stability_rows stability_rows_new(uint32_t state_count, arena *mem);

static inline uint64_t *stability_row(const stability_rows *r, uint32_t s) {
    return r->bits + s * r->words;
}
static inline bool stability_row_has(const uint64_t *row, uint32_t s) {
    return (row[s / 64] >> (s % 64)) & 1;
}
static inline void stability_row_put(uint64_t *row, uint32_t s) {
    row[s / 64] |= UINT64_C(1) << (s % 64);
}
/* The first state of the row that is at least s, or STABILITY_NO_STATE. */
uint32_t stability_row_next(const stability_rows *r, const uint64_t *row,
                            uint32_t s);
/* a and b have a state in common; a lies within b. */
bool stability_row_meets(const stability_rows *r, const uint64_t *a,
                         const uint64_t *b);
bool stability_row_within(const stability_rows *r, const uint64_t *a,
                          const uint64_t *b);

/* Row s: where the mover can go from s. The graph must be located. */
stability_rows stability_move_rows(const stability_graph *g, int mover,
                                   arena *mem);

/* Row s: the states that a mover ranks above s. */
stability_rows stability_better_rows(uint32_t state_count, const uint32_t *rank,
                                     arena *mem);

/* A player of sequences: row s has where it can go from s. */
typedef struct stability_player {
    const stability_rows *moves;
} stability_player;

/* Row s: what the players can bring about from s, none of them moving twice
 * in succession. s itself only if they can return to it. */
stability_rows stability_reach_rows(const stability_player *players, int count,
                                    uint32_t state_count, arena *mem);

#endif
