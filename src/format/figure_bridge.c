/* SPDX-License-Identifier: Apache-2.0
 * A bridge between two levels, as a waterfall that runs down the page: a bar
 * for each level, and between them the steps, each from where the last ended.
 * What a step rests on shows in how it is filled: reported full, assumed
 * hollow, a default hollow and dashed. */
#include <math.h>

#include "base/text.h"
#include "format/figure.h"

enum { BAR = 14, GAP = 16, ROOM = 122 };

typedef struct waterfall {
    figure *f;
    figure_scale on;
    double label_width; /* 0: labels stand above */
    double below;       /* y where the last row ended, for the connector */
} waterfall;

static double after(double level, const doc_mark *m) {
    if (m->role == DOC_TOTAL) return m->y;
    return isfinite(m->y) ? level + m->y : level;
}

static void measure(waterfall *w) {
    double level = 0, low = 0, high = 0, widest = 0;
    for (const doc_plot_node *n = w->f->plot->first; n; n = n->next) {
        level = after(level, &n->mark);
        if (isfinite(level)) {
            low = fmin(low, level);
            high = fmax(high, level);
        }
        widest = fmax(widest, figure_measure(text_or_empty(n->mark.label)));
        widest = fmax(widest, figure_measure(text_or_empty(n->mark.detail)));
    }
    if (!w->f->narrow) w->label_width = fmin(widest + 4, w->f->width * 0.36);
    double left = w->label_width > 0 ? w->label_width + GAP : 1;
    if (!(high > low)) high = low + 1;
    w->on = (figure_scale){low, high, left, w->f->width - ROOM};
}

static const char *class_of(const doc_mark *m, double change) {
    if (m->role == DOC_TOTAL) return "fill st";
    bool up = change >= 0;
    if (m->role == DOC_REPORTED) return up ? "fill s0" : "fill s1";
    if (m->role == DOC_DEFAULT) return up ? "open dashed s0" : "open dashed s1";
    return up ? "open s0" : "open s1";
}

static const char *value_of(const waterfall *w, const doc_mark *m) {
    doc_unit unit = w->f->plot->y.unit;
    if (m->role != DOC_TOTAL && unit == DOC_SHARE) unit = DOC_CHANGE;
    return doc_show(m->y, m->error, unit, w->f->mem);
}

/* Returns the height; *line is where the bar goes. */
static double draw_label(const waterfall *w, const doc_mark *m, double y,
                         double *line) {
    const figure *f = w->f;
    double width = w->label_width > 0 ? w->label_width : f->width;
    const char *class = m->role == DOC_TOTAL ? "strong" : "";
    figure_words label =
        figure_wrap(text_or_empty(m->label), width / FIGURE_STRONG, 4, f->mem);
    figure_words detail =
        figure_wrap(text_or_empty(m->detail), width, 4, f->mem);
    double taken = figure_say(f, class, (spot){0, y + 12}, label);
    taken += figure_say(f, "soft", (spot){0, y + 12 + taken}, detail);
    if (w->label_width == 0) {
        *line = y + taken + 12;
        return taken + 26;
    }
    *line = y + taken / 2 + 1;
    return fmax(taken, FIGURE_LINE) + 8;
}

static double draw_row(waterfall *w, const doc_mark *m, double level,
                       double y) {
    const figure *f = w->f;
    double line, next = after(level, m);
    double height = draw_label(w, m, y, &line);
    double start = m->role == DOC_TOTAL ? 0 : level;
    double from = figure_at(&w->on, fmin(start, next));
    double until = figure_at(&w->on, fmax(start, next));
    double joint = figure_at(&w->on, level);
    if (w->below > 0 && w->label_width > 0)
        figure_line(f, "level", (spot){joint, w->below},
                    (spot){joint, line - BAR / 2.0});
    figure_box(f, class_of(m, next - start), (spot){from, line - BAR / 2.0},
               fmax(until - from, 1.5), BAR);
    figure_text(f, m->role == DOC_TOTAL ? "strong" : "",
                (spot){until + 6, line + 4.5}, value_of(w, m));
    w->below = line + BAR / 2.0;
    return height;
}

static double draw_legend(const figure *f) {
    figure_sign signs[3];
    size_t count = 0;
    if (doc_plot_has(f->plot, DOC_REPORTED))
        signs[count++] = (figure_sign){"fill st", -2, "reported"};
    if (doc_plot_has(f->plot, DOC_ASSUMED))
        signs[count++] = (figure_sign){"open st", -2, "assumed"};
    if (doc_plot_has(f->plot, DOC_DEFAULT))
        signs[count++] =
            (figure_sign){"open dashed st", -2, "a default of the model"};
    return figure_legend(f, 0, signs, count);
}

double figure_bridge(figure *f) {
    waterfall w = {.f = f};
    measure(&w);
    double y = draw_legend(f), level = 0;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        y += draw_row(&w, &n->mark, level, y);
        level = after(level, &n->mark);
    }
    return y;
}
