/* SPDX-License-Identifier: Apache-2.0
 *
 * The course over time, front-loaded: most truces that break do so early.
 *
 * A fixed-term truce follows a Weibull curve S(t) = exp(-(t / scale)^k) whose
 * scale is chosen so that it meets P(hold) at the term T, which is
 *
 *     S(t) = hold^((t / T)^k);
 *
 * no coefficient of one model is multiplied with one of another. k is the
 * kind's; the interval takes every k of the table.
 *
 * An open-ended truce has no term to meet: its kind's curve stands as it was
 * fitted, with an interval over the curve and the Kaplan-Meier table of the
 * kind and of the kinds next to it on the ladder from cessation to definitive.
 * There is no curve of humanitarian truces: they take the middle shape, and
 * open-ended the curve of cessations.
 *
 * Weibull 1951; Kaplan and Meier 1958.
 */
#include "durability/hold.h"

#include <math.h>

#include "base/number.h"
#include "base/text.h"

int durability_nearest(case_truce_kind kind, case_truce_kind out[2]) {
    switch (kind) {
    case CASE_HUMANITARIAN:
    case CASE_PRELIMINARY:
        out[0] = CASE_CESSATION;
        out[1] = CASE_DEFINITIVE;
        return kind == CASE_HUMANITARIAN ? 1 : 2;
    case CASE_CESSATION:
    case CASE_DEFINITIVE:
        break;
    }
    out[0] = CASE_PRELIMINARY;
    return 1;
}

/* --- Fixed terms --- */

static double shape_of(const durability_figures *f, case_truce_kind kind) {
    case_truce_kind as = kind == CASE_HUMANITARIAN ? CASE_PRELIMINARY : kind;
    return durability_value(f, "shape", durability_kind_name(as));
}

static double through(double hold, double part, double shape) {
    return pow(hold, pow(part, shape));
}

durability_estimate durability_fixed_curve(const durability_figures *f,
                                           const durability_truce *t,
                                           durability_estimate hold,
                                           double days) {
    double part = days / t->days;
    double value = through(hold.value, part, shape_of(f, t->kind));
    durability_estimate e = {value, value, value};
    for (int i = 0; i < f->count; i++) {
        if (!text_same(f->items[i].part, "shape")) continue;
        double shape = f->items[i].value;
        e.low = fmin(e.low, through(hold.low, part, shape));
        e.high = fmax(e.high, through(hold.high, part, shape));
    }
    return e;
}

/* --- Open-ended --- */

static double weibull(const durability_figures *f, const char *kind,
                      double days) {
    double scale = durability_value(f, "scale", kind);
    return exp(-pow(days / scale, durability_value(f, "shape", kind)));
}

/* The survival table of a kind between its first and last day, linear in
 * time; NaN outside. */
static double table_at(const durability_figures *f, const char *part,
                       double days) {
    double day = NAN, last_day = NAN, last = NAN;
    for (int i = 0; i < f->count; i++) {
        const durability_figure *g = &f->items[i];
        if (!text_same(g->part, part) || !number_double(g->name, &day))
            continue;
        if (day >= days && isnan(last_day)) return day > days ? NAN : g->value;
        if (day >= days)
            return last +
                   (g->value - last) * (days - last_day) / (day - last_day);
        last_day = day;
        last = g->value;
    }
    return NAN;
}

static const char *table_of(const char *kind) {
    return text_same(kind, "cessation")     ? "survival-cessation"
           : text_same(kind, "preliminary") ? "survival-preliminary"
                                            : "survival-definitive";
}

static void span_kind(durability_estimate *e, const durability_figures *f,
                      const char *kind, double days) {
    double curve = weibull(f, kind, days);
    double seen = table_at(f, table_of(kind), days);
    e->low = fmin(e->low, curve);
    e->high = fmax(e->high, curve);
    if (isnan(seen)) return;
    e->low = fmin(e->low, seen);
    e->high = fmax(e->high, seen);
}

durability_estimate durability_kind_curve(const durability_figures *f,
                                          case_truce_kind kind, double days) {
    if (kind == CASE_HUMANITARIAN) kind = CASE_CESSATION;
    const char *name = durability_kind_name(kind);
    double value = weibull(f, name, days);
    durability_estimate e = {value, value, value};
    case_truce_kind near[2];
    int count = durability_nearest(kind, near);
    span_kind(&e, f, name, days);
    for (int i = 0; i < count; i++)
        span_kind(&e, f, durability_kind_name(near[i]), days);
    return e;
}
