/* SPDX-License-Identifier: Apache-2.0
 * What the belief lens found. */
#ifndef LENS_BELIEF_LENS_H
#define LENS_BELIEF_LENS_H

#include "belief/belief.h"
#include "doc/doc.h"

typedef enum belief_carry_kind {
    CARRIES_ANSWER, /* of: a proposal accepted, by party or (-1) by all */
    CARRIES_BEST,   /* of: a cell, the party's best option */
    CARRIES_WEIGHT, /* of: an issue's mean weight to the party */
    CARRIES_KINDS,
} belief_carry_kind;

/* How a share of draws, or a mean weight, changes without an entry. */
typedef struct belief_carry {
    int entry;
    belief_carry_kind kind;
    int party, of;
    double before, after; /* with and without the entry */
    double error;         /* of after - before */
} belief_carry;

/* One sample and its numbers. */
typedef struct belief_view {
    const belief *b; /* NULL: it would be the same, or says nothing */
    const belief_summary *summary;
} belief_view;

typedef struct belief_answer {
    belief_view record;   /* as asked */
    belief_view reported; /* without the analyst's assumptions */
    belief_view bare;     /* with no record at all */
    const belief_review *review;
    const belief_carry *carries; /* by entry, kind, then of or party */
    int carry_count;
} belief_answer;

/* Leaves out one entry after the other. */
void belief_carries_find(belief_answer *a, arena *mem);

/* The half of the description for programs. */
void belief_put(doc *to, const belief_answer *a);
/* The half that people read. */
void belief_show(doc *to, const belief_answer *a);
/* The weights as a plot; the tables of what each party wants say the same. */
void belief_plot_weights(doc *to, const case_model *c, const belief_summary *s);
void belief_show_statements(doc *to, const belief_answer *a);
void belief_show_limits(doc *to, const belief_answer *a);

/* The issue of a cell. */
int belief_issue_of(const case_model *c, int cell);
/* True if the party's worths were drawn. */
bool belief_is_inferred(const case_model *c, int party);
/* True if it has worths at all. */
bool belief_has_worths(const case_model *c, int party);

#endif
