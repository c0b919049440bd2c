/* SPDX-License-Identifier: Apache-2.0
 *
 * P(fail) = 1 / (1 + exp(-(b0 + sum of b_k x_k))), with the coefficients of the
 * figures: the pooled ones until `calibrate` has fitted others.
 *
 * The standard error of the sum comes from the covariance of a refitted model.
 * The published one has none, so its mean leverage stands in: over the sample
 * of a logit with k coefficients fitted to n cases, the leverages h_i =
 * p_i (1 - p_i) var_i add up to k, so on average var = (k / n) / (p (1 - p))
 * (Hosmer, Lemeshow and Sturdivant 2013, section 5.3).
 */
#include "durability/logit.h"

#include <math.h>

double durability_inverse_logit(double x) { return 1 / (1 + exp(-x)); }

const char *durability_term_label(int term) {
    return term == 0 ? "intercept"
                     : durability_fact_label((durability_fact_name)(term - 1));
}

/* Entries of the part "covariance PART" named "ROW COLUMN": a lower triangle.
 */
static void read_covariance(durability_logit *m, const durability_figures *f,
                            arena *mem) {
    const char *part = arena_format(mem, "covariance %s", m->part);
    for (int i = 0; i < DURABILITY_TERMS; i++)
        for (int k = 0; k <= i; k++) {
            const char *name =
                arena_format(mem, "%s %s", durability_term_label(i),
                             durability_term_label(k));
            double value = durability_value(f, part, name);
            if (isnan(value)) continue;
            m->covariance[i][k] = m->covariance[k][i] = value;
            m->has_covariance = true;
        }
}

durability_logit durability_logit_of(const durability_figures *f, bool term,
                                     arena *mem) {
    durability_logit m = {.part = term ? "logit-fixed" : "logit-open"};
    const durability_figure *first = durability_find(f, m.part, "intercept");
    if (!first) {
        m.part = "logit";
        first = durability_find(f, m.part, "intercept");
    }
    m.own = first && first - f->items < f->own;
    m.n = first ? first->n : 0;
    for (int i = 0; i < DURABILITY_TERMS; i++) {
        const durability_figure *b =
            durability_find(f, m.part, durability_term_label(i));
        /* a fitted table stands alone: what it left out has no weight */
        if (!b || (b - f->items < f->own) != m.own) continue;
        m.weight[i] = b->value;
        m.weight_count++;
    }
    if (m.own) read_covariance(&m, f, mem);
    return m;
}

double durability_logit_sum(const durability_logit *m,
                            const double values[DURABILITY_FACTS]) {
    double sum = m->weight[0];
    for (int k = 0; k < DURABILITY_FACTS; k++)
        sum += m->weight[k + 1] * values[k];
    return sum;
}

static double term_value(const double values[DURABILITY_FACTS], int term) {
    return term == 0 ? 1 : values[term - 1];
}

double durability_logit_error(const durability_logit *m,
                              const double values[DURABILITY_FACTS]) {
    double variance = 0;
    if (!m->has_covariance) {
        double p = durability_inverse_logit(durability_logit_sum(m, values));
        if (m->n == 0) return INFINITY;
        return sqrt((double)m->weight_count / m->n / (p * (1 - p)));
    }
    for (int i = 0; i < DURABILITY_TERMS; i++)
        for (int k = 0; k < DURABILITY_TERMS; k++)
            variance += m->covariance[i][k] * term_value(values, i) *
                        term_value(values, k);
    return sqrt(fmax(0, variance));
}
