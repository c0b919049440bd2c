/* SPDX-License-Identifier: Apache-2.0
 * Inside of plans_bridge_build: the way from one proposal to another. */
#ifndef LENS_PLANS_BRIDGE_H
#define LENS_PLANS_BRIDGE_H

#include "lens/plans.h"

typedef struct crossing {
    const plans_view *v;
    const plans_row *from, *to;
    case_proposal now;          /* where the bridge has got to */
    case_phase *phases;         /* of it, with room for those of `to` */
    case_talks *talks;          /* of the last phase, or NULL */
    const double *cost;         /* [party] weights of rejections */
    const plans_shares *before; /* at the last step */
    plans_step *steps;
    int step_count;
    const char *what, *was, *is; /* the step being taken; NULL: none */
    plans_basis basis;
    arena *mem;
} crossing;

const case_phase *bridge_last(const case_proposal *p);
/* What a side rests on. */
plans_basis bridge_weaker(plans_basis a, plans_basis b);
plans_basis bridge_phase_basis(const case_proposal *p, int k);
plans_basis bridge_talks_basis(const case_proposal *p);

/* Notes a difference; joined to one that could not be valued. */
void bridge_note(crossing *x, const char *what, const char *was, const char *is,
                 plans_basis basis);
/* Values what has been noted; leaves it for the next step if it can't be. */
void bridge_take(crossing *x);
/* Issues of talks as people read them. */
const char *bridge_print_agenda(const crossing *x, int_list on);

/* Talks and phases that only `from` has, or only `to`: each a step. */
void bridge_talks_away(crossing *x);
void bridge_phases_away(crossing *x);
void bridge_phases_in(crossing *x);
void bridge_talks_in(crossing *x);
/* Terms of the phases that both have, issue by issue. */
void bridge_cross_terms(crossing *x);

#endif
