/* SPDX-License-Identifier: Apache-2.0
 * The chance to fail from the facts of a truce: a logit's coefficients, read
 * from the figures. */
#ifndef DURABILITY_LOGIT_H
#define DURABILITY_LOGIT_H

#include "durability/facts.h"
#include "durability/figures.h"

enum { DURABILITY_TERMS = DURABILITY_FACTS + 1 }; /* the intercept first */

typedef struct durability_logit {
    const char *part; /* "logit"; refitted also "logit-fixed", "logit-open" */
    bool own;         /* from the user's table */
    double weight[DURABILITY_TERMS]; /* 0 where the table has none */
    int weight_count;                /* that it has */
    double covariance[DURABILITY_TERMS][DURABILITY_TERMS];
    bool has_covariance;
    int n;
} durability_logit;

/* That of a truce's class (with a fixed term, or open-ended) where the figures
 * have one, else the pooled one. */
durability_logit durability_logit_of(const durability_figures *f, bool term,
                                     arena *mem);
/* "intercept", then the facts. */
const char *durability_term_label(int term);
/* b0 + b x for values of all facts, and its standard error. */
double durability_logit_sum(const durability_logit *m,
                            const double values[DURABILITY_FACTS]);
double durability_logit_error(const durability_logit *m,
                              const double values[DURABILITY_FACTS]);
double durability_inverse_logit(double x);

#endif
