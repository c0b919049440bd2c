/* SPDX-License-Identifier: Apache-2.0
 * What can be signed, in any number, without a list of it: a diagram of layers,
 * one a free issue in issue order. A node stands for all beginnings that leave
 * the same to be decided; from it one arc an option leads to the next layer.
 * The paths from the first node to the last are the outcomes that keep the
 * rules. Without rules and conditions a layer is one node, whatever the number
 * of outcomes.
 *
 * Worths on conditions lie on the arcs that decide them. */
#ifndef DEAL_DIAGRAM_H
#define DEAL_DIAGRAM_H

#include "deal/space.h"

/* More arcs than this are not made. */
#define DEAL_ARCS_MOST 300000

/* Worth that a party has where a condition holds, whatever the draw. */
typedef struct deal_extra {
    int party;
    const expr *holds;
    double worth;
} deal_extra;

typedef struct deal_extras {
    const deal_extra *items; /* a party's in the order they are added up in */
    int count;
} deal_extras;

#define DEAL_NOWHERE UINT32_MAX

typedef struct deal_layer {
    int issue;
    uint32_t nodes;
    /* [node * options + option]: where to, in the next layer; DEAL_NOWHERE: no
     * outcome lies there. After the last layer there is one node. */
    const uint32_t *to;
    /* The same: which extras are decided to hold there: a row. NULL: none. */
    const uint32_t *row;
} deal_layer;

typedef struct deal_diagram {
    const case_model *c;
    bool empty;               /* no outcome at all */
    const deal_layer *layers; /* one a free issue, in issue order */
    int layer_count;
    uint32_t nodes_most; /* of a layer */
    size_t arcs;
    double outcomes;  /* their number; rounded beyond 2^53 */
    const int *fixed; /* cells every outcome has, ascending */
    int fixed_count;
    const int *held; /* [issue]: its option where fixed */
    deal_extras extras;
    /* Row r: rows[r * party_count + party], what the extras come to. Row 0 is
     * nothing; first_row holds from the start. */
    const double *rows;
    const uint64_t *marks; /* [row]: sums of them tell sets of extras apart */
    uint32_t row_count, first_row;
} deal_diagram;

/* NULL with an error `deal/space-limit` where rules and conditions leave too
 * much open at once. */
const deal_diagram *deal_diagram_new(const case_model *c, deal_scope scope,
                                     deal_extras extras, arena *mem,
                                     parley_diags *d);

/* The worths on conditions that a case's exact preferences name. */
deal_extras deal_extras_of(const case_model *c, arena *mem);
/* The extras of a whole outcome, as they are added up one by one. */
double deal_extra_worth(deal_extras extras, int party, const int *outcome);

/* The most that `times` an outcome's worth to one party can be (-1: less the
 * least); -INFINITY without an outcome. worth: one a cell. room: 2 *
 * (nodes_most + 1) numbers. */
double deal_diagram_most(const deal_diagram *g, int party, const double *worth,
                         double times, double *room);

#endif
