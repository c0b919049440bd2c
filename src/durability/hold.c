/* SPDX-License-Identifier: Apache-2.0
 *
 * The share of truces like one that held: 1 - P(fail) of the logit, and a 90 %
 * interval around it that spans, for each setting of the facts that nobody
 * knows,
 *
 *   - the error of the estimate: the logit plus or minus 1.645 errors;
 *   - what was seen on the hold-out where the published logit said the same:
 *     between two bins of its calibration table linear in the prediction,
 *     beyond the last bins what was seen there.
 *
 * It is wide on purpose: an interval of the first kind alone would leave out
 * that the model was off by up to 0.08 on truces it had not seen.
 */
#include "durability/hold.h"

#include <math.h>

#include "base/number.h"
#include "base/score.h"
#include "base/text.h"

#define NORMAL_90 1.6448536269514722

static void widen(durability_estimate *e, double value) {
    e->low = fmin(e->low, value);
    e->high = fmax(e->high, value);
}

/* --- The hold-out --- */

typedef struct bin {
    double predicted, seen;
} bin;

/* The bins around a prediction: the last at or below, the first above. */
static void find_bins(const durability_figures *f, double predicted, bin *below,
                      bin *above) {
    *below = (bin){-INFINITY, NAN};
    *above = (bin){INFINITY, NAN};
    for (int i = 0; i < f->count; i++) {
        bin b = {NAN, f->items[i].value};
        if (!text_same(f->items[i].part, "bin") ||
            !number_double(f->items[i].name, &b.predicted))
            continue;
        if (b.predicted <= predicted && b.predicted > below->predicted)
            *below = b;
        if (b.predicted > predicted && b.predicted < above->predicted)
            *above = b;
    }
}

/* The share seen to fail where `predicted` was said; NaN without a table. */
static double seen_where(const durability_figures *f, double predicted) {
    bin below, above;
    find_bins(f, predicted, &below, &above);
    if (isnan(below.seen)) return above.seen;
    if (isnan(above.seen)) return below.seen;
    double part =
        (predicted - below.predicted) / (above.predicted - below.predicted);
    return below.seen + part * (above.seen - below.seen);
}

/* --- The share --- */

static void values_of(const durability_truce *t,
                      double values[DURABILITY_FACTS]) {
    for (int k = 0; k < DURABILITY_FACTS; k++)
        values[k] = t->facts[k].value;
}

static double fail_of(const durability_logit *m,
                      const double values[DURABILITY_FACTS]) {
    return durability_inverse_logit(durability_logit_sum(m, values));
}

static void span_setting(durability_estimate *to, const durability_figures *f,
                         const durability_logit *m,
                         const double values[DURABILITY_FACTS]) {
    double sum = durability_logit_sum(m, values);
    double error = NORMAL_90 * durability_logit_error(m, values);
    widen(to, 1 - durability_inverse_logit(sum + error));
    widen(to, 1 - durability_inverse_logit(sum - error));
    double seen = m->own ? NAN : seen_where(f, fail_of(m, values));
    if (!isnan(seen)) widen(to, 1 - seen);
}

/* Sets the unknown facts by the bits of `setting`; false: no such setting. */
static bool set_unknown(const durability_truce *t, unsigned setting,
                        double values[DURABILITY_FACTS]) {
    for (int k = 0; k < DURABILITY_FACTS; k++) {
        if (t->facts[k].basis != DURABILITY_UNKNOWN) continue;
        values[k] = setting & 1u;
        setting >>= 1;
    }
    return setting == 0;
}

durability_estimate durability_hold(const durability_figures *f,
                                    const durability_logit *m,
                                    const durability_truce *t) {
    double values[DURABILITY_FACTS];
    values_of(t, values);
    double hold = 1 - fail_of(m, values);
    durability_estimate e = {hold, hold, hold};
    for (unsigned setting = 0; set_unknown(t, setting, values); setting++)
        span_setting(&e, f, m, values);
    return e;
}

double durability_otherwise(const durability_logit *m,
                            const durability_truce *t,
                            durability_fact_name fact) {
    double values[DURABILITY_FACTS];
    if (fact == DURABILITY_FIXED) return NAN;
    values_of(t, values);
    /* from (failed + 0.4) / (known + 2) to (failed + 1.4) / (known + 3) */
    values[fact] = fact == DURABILITY_PRIOR
                       ? values[fact] + (1 - values[fact]) / (t->known + 3)
                       : 1 - values[fact];
    return 1 - fail_of(m, values);
}

durability_estimate durability_share(double share, int n) {
    if (n <= 0) return (durability_estimate){share, NAN, NAN};
    durability_estimate e = {.value = share};
    score_interval(share, n, &e.low, &e.high);
    return e;
}
