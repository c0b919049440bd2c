/* SPDX-License-Identifier: Apache-2.0
 * Theta, what the sampler moves: every inferred party's worths, every model
 * range and every directed honour, with the prior they are drawn from. */
#ifndef BELIEF_STATE_H
#define BELIEF_STATE_H

#include "base/rng.h"
#include "deal/draw.h"

/* Parts of theta that are redrawn together. */
typedef enum belief_block_kind {
    BLOCK_WEIGHT, /* the weight of an issue to a party */
    BLOCK_VALUES, /* its options' values to a party, direction included */
    BLOCK_PARTY,  /* all weights and values of a party */
    BLOCK_MODEL,  /* a model range */
    BLOCK_HONOUR, /* the chance a party gives to an actor's promises */
} belief_block_kind;

typedef struct belief_block {
    belief_block_kind kind;
    int party; /* -1 for BLOCK_MODEL */
    int index; /* issue, case_parameter_name or actor */
} belief_block;

/* What of a case is uncertain, and how. */
typedef struct belief_prior {
    const case_model *c;
    const belief_block
        *blocks; /* in file order; none when nothing is uncertain */
    int block_count;
    const bool *honour_known; /* [party * actor_count + actor]: of a pair whose
                                 honour the model's range speaks of */
} belief_prior;

typedef struct belief_state {
    double *raw;    /* [party * issue_count + issue]: exponentials */
    double *value;  /* [party * cell_count + cell]: 0 worst, 1 best */
    double *worth;  /* [party * cell_count + cell] */
    double *honour; /* [party * actor_count + actor] */
    draw view;      /* worth, honour and the model's values */
} belief_state;

/* Room to take a redraw back. */
typedef struct belief_undo {
    double *raw, *value, *worth; /* a party's */
    double number;
} belief_undo;

/* doubted: actors that a `doubt` of the record names. */
const belief_prior *belief_prior_new(const case_model *c, const bool *doubted,
                                     arena *mem);
/* True if a party's worths are inferred, and so drawn. */
bool belief_infers(const case_model *c, int party);
/* With the exact worths and all that is fixed filled in. */
belief_state *belief_state_new(const belief_prior *p, arena *mem);
belief_undo *belief_undo_new(const belief_prior *p, arena *mem);
/* Everything uncertain, from the prior. */
void belief_state_draw(const belief_prior *p, belief_state *s, rng *random);
/* One block from the prior; `before` takes what stood there. */
void belief_state_redraw(const belief_prior *p, belief_state *s, belief_block b,
                         rng *random, belief_undo *before);
void belief_state_restore(const belief_prior *p, belief_state *s,
                          belief_block b, const belief_undo *before);

#endif
