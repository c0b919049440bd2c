/* SPDX-License-Identifier: Apache-2.0
 * The graph model of a case (DESIGN section 2, moves and graph). */
#ifndef STABILITY_BUILD_H
#define STABILITY_BUILD_H

#include "case/model.h"
#include "stability/graph.h"
#include "stability/space.h"

/* More states are refused. */
#define STABILITY_CASE_STATES (UINT32_C(1) << 25)

typedef struct stability_case {
    const case_model *c;
    stability_space space; /* no states when the case is a graph */
    stability_graph g;     /* movers: the parties, then others who can move */
    int party_count;
    int actor[STABILITY_MOVERS]; /* of each mover */
    int_list fixed; /* issues that nobody can move alone, ascending */
    uint32_t now;   /* the status quo, or STABILITY_NO_STATE */
} stability_case;

/* PARLEY_EINPUT when the case has neither issues with options nor a graph,
 * PARLEY_ELIMIT when it is too large. */
parley_status stability_build(stability_case **out, const case_model *c,
                              arena *mem, parley_diags *d);

/* The graph with one more mover, last: it changes what nobody can change
 * alone. The same graph when there is no such issue. */
parley_status stability_joint(stability_graph *out, const stability_case *k,
                              arena *mem, parley_diags *d);

/* The name of a mover, and of a state: "fighting = active, gate = shut" or
 * the graph state's id. */
const char *stability_mover_name(const stability_case *k, int mover);
const char *stability_state_name(const stability_case *k, uint32_t state,
                                 arena *mem);
/* The state of an outcome with these options, or STABILITY_NO_STATE. */
uint32_t stability_state_of(const stability_case *k, const int *outcome);

#endif
