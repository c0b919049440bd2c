/* SPDX-License-Identifier: Apache-2.0
 * What happens when: under the name of each lane its spans and points in time,
 * a line each, with what they are above them. A span without an end fades at
 * the edge. Something that is to be minded (tone BAD) is a filled triangle and
 * says why. */
#include <math.h>

#include "base/text.h"
#include "format/figure.h"
#include "format/plot_table.h"

enum { BAR = 9 };

typedef struct lanes {
    figure *f;
    figure_scale on;
    double last; /* the largest time that is known */
} lanes;

static bool is_span(const doc_mark *m) { return m->x_end > m->x; }

static void measure(lanes *l) {
    const doc_axis *a = &l->f->plot->x;
    double low = INFINITY, high = -INFINITY;
    bool open = false;
    for (const doc_plot_node *n = l->f->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        if (!isfinite(m->x)) continue;
        low = fmin(low, m->x);
        high = fmax(high, m->x);
        if (is_span(m) && isfinite(m->x_end)) high = fmax(high, m->x_end);
        open = open || (is_span(m) && isinf(m->x_end));
    }
    if (a->low < a->high) {
        low = a->low;
        high = a->high;
    }
    if (!(low <= high)) low = high = 0;
    l->last = high;
    if (open) high += high > low ? (high - low) / 4 : 1;
    if (!(high > low)) high = low + 1;
    l->on = (figure_scale){low, high, 6, l->f->width - 6};
}

static void draw_span(const lanes *l, const doc_mark *m, const char *hue,
                      double y) {
    const figure *f = l->f;
    double from = figure_at(&l->on, m->x);
    double until = figure_at(&l->on, m->x_end);
    const char *class = arena_format(f->mem, "fill %s", hue);
    if (isfinite(m->x_end)) {
        figure_box(f, class, (spot){from, y}, fmax(until - from, 2), BAR);
        return;
    }
    double known = fmax(figure_at(&l->on, l->last), from);
    figure_box(f, class, (spot){from, y}, known - from, BAR);
    double step = (until - known) / 6;
    for (int i = 0; i < 6; i++)
        figure_box(f, class, (spot){known + step * i, y},
                   step * (0.8 - 0.11 * i), BAR);
}

static const char *words_of(const lanes *l, const doc_mark *m) {
    doc_unit unit = l->f->plot->x.unit;
    arena *mem = l->f->mem;
    const char *text = plot_event(l->f->plot, m, mem);
    if (is_span(m) && unit == DOC_DAYS)
        text = arena_format(mem, "%s, %s", text,
                            doc_show(m->x_end - m->x, 0, unit, mem));
    else if (unit == DOC_DATE && isfinite(m->x))
        text = arena_format(mem, "%s: %s", doc_show(m->x, 0, unit, mem), text);
    return m->note ? arena_format(mem, "%s (%s)", text, m->note) : text;
}

static double draw_mark(const lanes *l, const doc_mark *m, const char *hue,
                        double y) {
    const figure *f = l->f;
    double at = isfinite(m->x) ? figure_at(&l->on, m->x) : 0;
    bool point = !is_span(m) && isfinite(m->x);
    bool right = !point || at < f->width / 2;
    double beside = right ? f->width - at - 10 : at - 10;
    double room = point ? fmin(beside, f->width - 18) : f->width - 18;
    figure_words w = figure_wrap(words_of(l, m), room, 4, f->mem);
    double x = fmin(at - 6, f->width - w.width);
    if (point) x = right ? at + 10 : at - 10 - w.width;
    const char *class = m->tone == DOC_BAD ? "bad" : "";
    double taken = figure_say(f, class, (spot){fmax(x, 0), y + 12}, w);
    if (point)
        figure_shape(f, m->tone == DOC_BAD ? "alarm" : "fill st",
                     m->tone == DOC_BAD ? 3 : 0, (spot){at, y + 7.5});
    if (!is_span(m) || !isfinite(m->x)) return taken + 5;
    draw_span(l, m, hue, y + taken + 1);
    return taken + BAR + 8;
}

double figure_timeline(figure *f) {
    lanes l = {.f = f};
    measure(&l);
    figure_names series = figure_labels(f->plot, true, f->mem);
    const char *lane = NULL;
    double y = 0;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        if (m->series && !text_same(m->series, lane)) {
            if (n != f->plot->first) y += 10;
            figure_words w =
                figure_wrap(m->series, f->width / FIGURE_STRONG, 2, f->mem);
            y += figure_say(f, "strong", (spot){0, y + 12}, w) + 3;
        }
        lane = m->series;
        size_t hue = figure_index(&series, text_or_empty(m->series));
        y += draw_mark(&l, m, figure_hue(hue), y);
    }
    return y + figure_axis(f, &l.on, &f->plot->x, y - 4, y);
}
