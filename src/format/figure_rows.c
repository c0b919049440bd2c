/* SPDX-License-Identifier: Apache-2.0
 * Bars and intervals: a row for each label, a panel for each series, all on
 * one scale, so that rows are compared down and series across. Values stand
 * beside their bars, so bars need no axis. On a phone labels stand above their
 * rows; panels that find no room beside the others form another band. */
#include <assert.h>
#include <math.h>

#include "base/text.h"
#include "format/figure.h"

enum { GAP = 16, LEAST_PANEL = 92, BAR = 12, ROW = 24, MOST_SORTS = 5 };
enum { NAME_LINES = 4 };

typedef struct rows {
    figure *f;
    figure_names labels, series;
    figure_names sorts; /* of values to compare, by their note */
    double label_width; /* 0: labels stand above */
    double panel;       /* width of one */
    double value_room;  /* of it for the value */
    size_t across;      /* panels in a band */
    double low, high;
} rows;

static bool is_interval(const rows *r) {
    return r->f->plot->kind == DOC_INTERVALS;
}

static const doc_axis *axis_of(const rows *r) {
    return is_interval(r) ? &r->f->plot->x : &r->f->plot->y;
}

static void widen(rows *r, double value) {
    if (!isfinite(value)) return;
    r->low = fmin(r->low, value);
    r->high = fmax(r->high, value);
}

static const char *value_text(const rows *r, const doc_mark *m) {
    const doc_axis *a = axis_of(r);
    return doc_show(is_interval(r) ? m->x : m->y, 0, a->unit, r->f->mem);
}

static void measure(rows *r) {
    for (const doc_plot_node *n = r->f->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        widen(r, is_interval(r) ? m->high : m->y + m->error);
        widen(r, is_interval(r) ? m->low : m->y - m->error);
        double width = figure_measure(value_text(r, m)) * FIGURE_STRONG + 10;
        if (width > r->value_room) r->value_room = width;
        if (m->role == DOC_ASIDE && r->sorts.count < MOST_SORTS)
            (void)figure_name(&r->sorts, text_or_empty(m->note));
    }
    const doc_axis *a = axis_of(r);
    if (a->low < a->high) {
        r->low = a->low;
        r->high = a->high;
    }
    if (!(r->high > r->low)) r->high = r->low + 1;
}

static void lay_out(rows *r) {
    figure *f = r->f;
    double widest = 0;
    for (size_t i = 0; i < r->labels.count; i++)
        widest = fmax(widest, figure_measure(r->labels.items[i]) + 4);
    if (!f->narrow) r->label_width = fmin(widest, f->width * 0.34);
    double room =
        f->width - (r->label_width > 0 ? r->label_width + GAP : 0) + GAP;
    r->across = (size_t)(room / (LEAST_PANEL + GAP));
    if (r->across > r->series.count) r->across = r->series.count;
    if (r->across < 1) r->across = 1;
    r->panel = room / (double)r->across - GAP;
}

static double panel_left(const rows *r, size_t series) {
    double left = r->label_width > 0 ? r->label_width + GAP : 0;
    return left + (double)(series % r->across) * (r->panel + GAP);
}

static figure_scale scale_in(const rows *r, size_t series) {
    double left = panel_left(r, series);
    return (figure_scale){r->low, r->high, left + 1,
                          left + r->panel - r->value_room};
}

/* --- Marks --- */

/* Beside its bar, or, where other marks may stand there, at the panel's end. */
static void draw_value(const rows *r, const doc_mark *m, size_t series,
                       spot at) {
    const char *class = m->role == DOC_TOTAL ? "strong" : "";
    if (r->sorts.count > 0) {
        at.x = panel_left(r, series) + r->panel;
        class = m->role == DOC_TOTAL ? "strong e" : "e";
    }
    figure_text(r->f, class, (spot){at.x, at.y + 4.5}, value_text(r, m));
}

/* What sums up the others has the colour of text. */
static const char *hue(const doc_mark *m, size_t series) {
    if (m->role == DOC_TOTAL) return "st";
    return figure_hue(series);
}

static void draw_bar(const rows *r, const doc_mark *m, size_t series,
                     double y) {
    const figure *f = r->f;
    figure_scale s = scale_in(r, series);
    double zero = figure_at(&s, 0), at = figure_at(&s, m->y);
    const char *class = arena_format(f->mem, "fill %s", hue(m, series));
    figure_box(f, class, (spot){fmin(zero, at), y - BAR / 2.0},
               fmax(fabs(at - zero), 0.8), BAR);
    double right = fmax(at, zero);
    if (isfinite(m->error) && m->error > 0) {
        double from = figure_at(&s, m->y - m->error);
        double until = figure_at(&s, m->y + m->error);
        figure_line(f, "error", (spot){from, y}, (spot){until, y});
        figure_line(f, "error", (spot){from, y - 3}, (spot){from, y + 3});
        figure_line(f, "error", (spot){until, y - 3}, (spot){until, y + 3});
        right = fmax(right, until);
    }
    draw_value(r, m, series, (spot){right + 5, y});
}

static void draw_interval(const rows *r, const doc_mark *m, size_t series,
                          double y) {
    const figure *f = r->f;
    figure_scale s = scale_in(r, series);
    const char *class = arena_format(f->mem, "line %s", hue(m, series));
    if (isfinite(m->low) && isfinite(m->high))
        figure_line(f, class, (spot){figure_at(&s, m->low), y},
                    (spot){figure_at(&s, m->high), y});
    class = arena_format(f->mem, "fill %s", hue(m, series));
    figure_shape(f, class, series, (spot){figure_at(&s, m->x), y});
    double right = figure_at(&s, isfinite(m->high) ? m->high : m->x);
    draw_value(r, m, series, (spot){right + 6, y});
}

static void draw_aside(const rows *r, const doc_mark *m, size_t series,
                       double y) {
    size_t sort = figure_index(&r->sorts, text_or_empty(m->note));
    if (sort == r->sorts.count) return;
    figure_scale s = scale_in(r, series);
    figure_shape(r->f, "hollow", 2 * sort, (spot){figure_at(&s, m->y), y});
}

static void draw_mark(const rows *r, const doc_mark *m, double y) {
    size_t series = figure_index(&r->series, text_or_empty(m->series));
    if (!isfinite(is_interval(r) ? m->x : m->y)) return;
    if (m->role == DOC_ASIDE)
        draw_aside(r, m, series, y);
    else if (is_interval(r))
        draw_interval(r, m, series, y);
    else
        draw_bar(r, m, series, y);
}

/* --- Bands --- */

static figure_words label_words(const rows *r, size_t label) {
    double width = r->label_width > 0 ? r->label_width : r->f->width;
    return figure_wrap(r->labels.items[label], width, NAME_LINES, r->f->mem);
}

static double row_height(const rows *r, size_t label) {
    double more = FIGURE_LINE * (double)label_words(r, label).count;
    return r->label_width > 0 ? fmax(ROW, more + 8) : more + ROW + 7;
}

/* Returns how far below it the marks stand. */
static double draw_label(const rows *r, size_t label, double y) {
    figure_words w = label_words(r, label);
    bool beside = r->label_width > 0;
    double shift = beside ? FIGURE_LINE * ((double)w.count - 1) / 2 : 0;
    double taken = figure_say(r->f, "", (spot){0, y + 4.5 - shift}, w);
    return beside ? 0 : taken + 2;
}

static void draw_row(const rows *r, size_t label, size_t band, double y) {
    assert(r->across > 0);
    double line = y + draw_label(r, label, y);
    size_t first = band * r->across;
    for (size_t i = first; i < first + r->across && i < r->series.count; i++) {
        figure_scale s = scale_in(r, i);
        double zero = figure_at(&s, 0);
        double half = r->label_width > 0 ? ROW / 2.0 : BAR / 2.0 + 2;
        figure_line(r->f, "base", (spot){zero, line - half},
                    (spot){zero, line + half});
    }
    for (int aside = 0; aside < 2; aside++)
        for (const doc_plot_node *n = r->f->plot->first; n; n = n->next) {
            const doc_mark *m = &n->mark;
            size_t series = figure_index(&r->series, text_or_empty(m->series));
            if ((m->role == DOC_ASIDE) == (aside == 1) &&
                series / r->across == band &&
                text_same(text_or_empty(m->label), r->labels.items[label]))
                draw_mark(r, m, line);
        }
}

static bool is_named(const rows *r) {
    return r->series.count > 1 || *r->series.items[0];
}

static double draw_heads(const rows *r, size_t band, double y) {
    size_t first = band * r->across;
    double height = 0;
    if (!is_named(r)) return 0;
    for (size_t i = first; i < first + r->across && i < r->series.count; i++) {
        figure_words w =
            figure_wrap(r->series.items[i], r->panel / FIGURE_STRONG,
                        NAME_LINES, r->f->mem);
        double used =
            figure_say(r->f, "strong", (spot){panel_left(r, i), y + 12}, w);
        height = fmax(height, used);
    }
    return height + 8;
}

static double draw_axes(const rows *r, size_t band, double top, double y) {
    double height = 0;
    for (size_t i = band * r->across;
         i < (band + 1) * r->across && i < r->series.count; i++) {
        figure_scale s = scale_in(r, i);
        height = figure_axis(r->f, &s, axis_of(r), top, y);
    }
    return height;
}

static double draw_band(const rows *r, size_t band, double top) {
    double y = top + draw_heads(r, band, top), below = 0, end = y;
    for (size_t i = 0; i < r->labels.count; i++)
        end += row_height(r, i);
    if (is_interval(r)) below = draw_axes(r, band, y, end);
    for (size_t i = 0; i < r->labels.count; i++) {
        double height = row_height(r, i);
        double middle = r->label_width > 0 ? height / 2 : ROW / 2.0;
        draw_row(r, i, band, y + middle);
        y += height;
    }
    return end - top + below;
}

static double draw_sorts(const rows *r) {
    figure_sign signs[MOST_SORTS];
    for (size_t i = 0; i < r->sorts.count; i++)
        signs[i] = (figure_sign){"hollow", (int)(2 * i), r->sorts.items[i]};
    return figure_legend(r->f, 0, signs, r->sorts.count);
}

double figure_rows(figure *f) {
    rows r = {.f = f};
    if (f->plot->mark_count == 0) return 0;
    r.labels = figure_labels(f->plot, false, f->mem);
    r.series = figure_labels(f->plot, true, f->mem);
    r.sorts.items = ARENA_ARRAY(f->mem, const char *, MOST_SORTS);
    measure(&r);
    lay_out(&r);
    double y = draw_sorts(&r);
    for (size_t band = 0; band * r.across < r.series.count; band++)
        y += draw_band(&r, band, y) + 8;
    return y;
}
