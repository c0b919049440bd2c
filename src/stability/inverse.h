/* SPDX-License-Identifier: Apache-2.0
 * The question turned round: which preferences would make a state stable? */
#ifndef STABILITY_INVERSE_H
#define STABILITY_INVERSE_H

#include "stability/why.h"

/* States that must all be ranked no higher than the wished one. */
typedef struct stability_states {
    const uint32_t *items; /* ascending */
    uint32_t count;
} stability_states;

/* For one move that is open to the party: at least one of the alternatives
 * must hold. No alternatives: no ranking meets it. */
typedef struct stability_clause {
    uint32_t move;
    const stability_states *ways; /* none contains another */
    uint32_t way_count;
} stability_clause;

/* What a party's ranking must be like for a state to be stable for it, with
 * the others as they are: all clauses must hold. */
typedef struct stability_condition {
    stability_question asked;
    const stability_clause *clauses; /* none says less than another's same */
    uint32_t clause_count;
    const uint32_t *relevant; /* every state that is named, ascending */
    uint32_t relevant_count;
} stability_condition;

/* Only moves and, for SEQ and SSEQ, the others' ranks enter; never the
 * party's own. The graph must be located. */
stability_condition *stability_condition_find(const stability_graph *g,
                                              const uint32_t *const *rank,
                                              stability_question asked,
                                              arena *mem);
/* Does a ranking meet it? `above` tells which states it ranks above. */
bool stability_clause_holds(const stability_clause *k, const bool *above);
bool stability_condition_holds(const stability_condition *k, const bool *above);

/* --- How many rankings --- */

enum { STABILITY_COUNT_STATES = 400 }; /* no more are counted in digits */

typedef struct stability_rankings {
    bool known;         /* false: too large to be worked out */
    double share;       /* of all strict rankings of all states */
    const char *digits; /* how many there are; NULL beyond 400 states */
} stability_rankings;

/* Strict rankings of state_count states that meet the condition. */
stability_rankings stability_rankings_count(const stability_condition *k,
                                            uint32_t state_count, arena *mem);

/* --- The cheapest change --- */

/* States that are to come below the wished one, and how many pairs of states
 * change places when they do (adjacent swaps); pairs that tie are free. */
typedef struct stability_change {
    bool proven; /* the cheapest; else the cheapest that was found */
    uint64_t swaps;
    const uint32_t *lowered; /* ascending */
    uint32_t lowered_count;
} stability_change;

stability_change stability_change_find(const stability_condition *k,
                                       const uint32_t *rank,
                                       uint32_t state_count, arena *mem);
/* The ranks after the change: the lowered states come right below the wished
 * one in the order that they have. */
void stability_change_apply(const stability_change *x, uint32_t wished,
                            const uint32_t *rank, uint32_t state_count,
                            uint32_t *to, arena *scratch);

/* --- Reorderings of statements --- */

enum { STABILITY_STATEMENTS = 16 };

/* holds[s * statement_count + k]: statement k is true of state s. */
typedef struct stability_reorder {
    bool known;                      /* every reordering was accounted for */
    uint64_t count;                  /* of statement_count! */
    bool possible;                   /* one was found */
    int swaps;                       /* of neighbours, in the cheapest */
    int order[STABILITY_STATEMENTS]; /* the cheapest: statements by place */
} stability_reorder;

stability_reorder stability_reorder_find(const stability_condition *k,
                                         const bool *holds, int statement_count,
                                         arena *scratch);

#endif
