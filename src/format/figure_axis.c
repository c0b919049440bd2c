/* SPDX-License-Identifier: Apache-2.0
 * Scales and axes. Ticks stand at 1, 2 or 5 times a power of ten, of days at
 * whole days, and never farther apart than their labels need. */
#include <math.h>

#include "format/figure.h"

double figure_at(const figure_scale *s, double value) {
    if (!(s->high > s->low)) return s->from;
    double share = (value - s->low) / (s->high - s->low);
    if (!(share > 0)) share = 0;
    if (share > 1) share = 1;
    return s->from + share * (s->until - s->from);
}

static double round_step(double least) {
    double power = pow(10, floor(log10(least)));
    double times = least / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
}

static double day_step(double least) {
    static const double steps[] = {1, 2, 7, 14, 30, 60, 90, 180, 365};
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i] >= least) return steps[i];
    return 365 * round_step(least / 365);
}

figure_ticks figure_ticks_of(const figure_scale *s, size_t wanted,
                             doc_unit unit) {
    double range = s->high - s->low;
    if (!(range > 0) || !isfinite(range) || wanted == 0)
        return (figure_ticks){s->low, 1, 1};
    double least = range / (double)wanted;
    bool days = unit == DOC_DAYS || unit == DOC_DATE;
    double step = days ? day_step(least) : round_step(least);
    if (unit == DOC_INTEGER && step < 1) step = 1;
    double first = ceil(s->low / step - 1e-9) * step;
    double count = floor((s->high - first) / step + 1e-9) + 1;
    if (!(count >= 1)) return (figure_ticks){s->low, 1, 1};
    return (figure_ticks){first, step, count < 40 ? (size_t)count : 40};
}

/* A tick needs no more decimals than its step. */
const char *figure_tick(double value, const figure_ticks *t, doc_unit unit,
                        arena *mem) {
    if (fabs(value) < t->step / 1e6) value = 0;
    bool plain = unit == DOC_SHARE || unit == DOC_WORTH || unit == DOC_CHANGE;
    bool bare = plain || unit == DOC_DAYS;
    const char *label = doc_show(value, 0, bare ? DOC_REAL : unit, mem);
    return plain && unit == DOC_CHANGE && value > 0
               ? arena_format(mem, "+%s", label)
               : label;
}

double figure_axis(const figure *f, const figure_scale *s, const doc_axis *axis,
                   double top, double y) {
    double room = s->until - s->from;
    double each = axis->unit == DOC_DATE ? 136 : 62;
    figure_ticks t =
        figure_ticks_of(s, room > each ? (size_t)(room / each) : 1, axis->unit);
    for (size_t i = 0; i < t.count; i++) {
        double value = t.first + t.step * (double)i;
        double x = figure_at(s, value);
        figure_line(f, "grid", (spot){x, top}, (spot){x, y});
        const char *label = figure_tick(value, &t, axis->unit, f->mem);
        double half = figure_measure(label) / 2;
        bool late = x + half > f->width;
        figure_text(f,
                    late       ? "soft e"
                    : x < half ? "soft"
                               : "soft m",
                    (spot){late       ? f->width
                           : x < half ? 0
                                      : x,
                           y + 15},
                    label);
    }
    const char *title = axis->title;
    if (!title && axis->unit == DOC_DAYS) title = "days";
    if (!title) return 22;
    figure_text(f, "soft e", (spot){s->until, y + 32}, title);
    return 38;
}
