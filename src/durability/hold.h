/* SPDX-License-Identifier: Apache-2.0
 * How long truces like one held: the share that did not fail, and the course
 * over time. Associations among past truces, never the effect of anything. */
#ifndef DURABILITY_HOLD_H
#define DURABILITY_HOLD_H

#include "durability/logit.h"

typedef struct durability_estimate {
    double value, low, high;
} durability_estimate;

/* The share of truces like it that held, over what is unknown. */
durability_estimate durability_hold(const durability_figures *f,
                                    const durability_logit *m,
                                    const durability_truce *t);
/* The share among truces that differ in one fact (of prior: one more failure
 * on record); NaN for `fixed`, as the two classes are kept apart. */
double durability_otherwise(const durability_logit *m,
                            const durability_truce *t,
                            durability_fact_name fact);

#define DURABILITY_DAYS_MOST 3652.0 /* ten years: nothing is said beyond */
#define DURABILITY_DAYS_SEEN 365.0  /* as far as the survival tables go */

/* Survival after `days` of a fixed-term truce (days at most its term) of which
 * the share `hold` holds for its term. */
durability_estimate durability_fixed_curve(const durability_figures *f,
                                           const durability_truce *t,
                                           durability_estimate hold,
                                           double days);
/* Survival after `days` of truces of this kind. */
durability_estimate durability_kind_curve(const durability_figures *f,
                                          case_truce_kind kind, double days);

/* 90 % interval of a share seen in n cases (Wilson 1927). */
durability_estimate durability_share(double share, int n);

/* The kinds next to a kind; returns how many. */
int durability_nearest(case_truce_kind kind, case_truce_kind out[2]);

#endif
