/* SPDX-License-Identifier: Apache-2.0
 * One claim: making it ready, and judging it where no settlement is needed. */
#ifndef BELIEF_CLAIM_H
#define BELIEF_CLAIM_H

#include "belief/likelihood.h"

bool belief_has_ordinal(const case_model *c);
/* What it needs, and whether it can be evaluated. */
void belief_claim_begin(const case_model *c, const record_claim *said,
                        belief_claim *k);
/* plans and proposals may be NULL when no claim needs them. */
void belief_claim_prepare(const plan_setup *plans, const plan *const *proposals,
                          const case_model *c, belief_claim *k, arena *mem);

/* The outcomes that a requirement or refusal speaks of. */
const expr *belief_claim_outcomes(const case_model *c, const belief_claim *k,
                                  arena *mem);
/* All but the status quo. */
const expr *belief_not_now(const case_model *c, arena *mem);

bool belief_claim_by_worths(const case_model *c, const belief_claim *k,
                            const draw *w);
bool belief_claim_by_honour(const case_model *c, const belief_claim *k,
                            const draw *w);

#endif
