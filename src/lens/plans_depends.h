/* SPDX-License-Identifier: Apache-2.0
 * Inside the lens `plans`: what the answer on one or two proposals depends on
 * most. */
#ifndef LENS_PLANS_DEPENDS_H
#define LENS_PLANS_DEPENDS_H

#include "advice/sensitivity.h"
#include "lens/plans.h"

/* `found` may be NULL: nothing was looked at. */
void plans_put_depends(doc *to, const case_model *c,
                       const advice_sensitivity *found);
void plans_show_depends(doc *to, const case_model *c, const plans_answer *a,
                        const advice_sensitivity *found);

#endif
