/* SPDX-License-Identifier: Apache-2.0
 * Plots on a terminal that are a line a mark: bars, bridges, intervals. Kinds
 * that say more as a table (slopes, histories, channels) are written as one;
 * scatters and timelines have files of their own. */
#include <math.h>

#include "base/text.h"
#include "format/plot_table.h"
#include "format/strip.h"
#include "format/text.h"

enum { LEAST_STRIP = 8, MOST_STRIP = 40, VALUES = 24 };

typedef struct frame {
    const text_page *p;
    const doc_plot *plot;
    size_t label_width;
    scale on;
} frame;

static const char *label_of(const doc_mark *m) {
    return m->label ? m->label : "";
}

/* Room for labels: as long as they are, at most half of the page. */
static size_t widest_label(const text_page *p, const doc_plot *plot) {
    size_t width = 0;
    for (const doc_plot_node *n = plot->first; n; n = n->next) {
        size_t w = text_width(label_of(&n->mark));
        if (w > width) width = w;
    }
    return width < p->width / 2 ? width : p->width / 2;
}

static size_t strip_width(const text_page *p, size_t labels) {
    size_t taken = labels + VALUES;
    size_t room = p->width > taken ? p->width - taken : 0;
    if (room > MOST_STRIP) return MOST_STRIP;
    return room < LEAST_STRIP ? LEAST_STRIP : room;
}

/* A label too long for its column gets a line of its own. */
static void write_label(const frame *f, const char *label) {
    if (text_width(label) > f->label_width) {
        text_paragraph(f->p, "", flow_of_words(label, DOC_PLAIN, f->p->mem));
        label = "";
    }
    text_padded(f->p, label, f->label_width, false);
    out_text(f->p->to, " ");
}

/* A line above the first mark of a series. */
static void write_series(const frame *f, const doc_plot_node *n,
                         const char **last) {
    const char *series = n->mark.series;
    if (series && !text_same(series, *last)) {
        text_toned(f->p, DOC_STRONG, series);
        out_text(f->p->to, "\n");
    }
    *last = series;
}

static void write_value(const frame *f, double value, double error,
                        doc_unit unit) {
    out_text(f->p->to, " ");
    out_text(f->p->to, doc_show(value, error, unit, f->p->mem));
}

static void write_note(const frame *f, const doc_mark *m) {
    const char *role = m->role >= DOC_REPORTED ? plot_role(m->role) : "";
    const char *note = m->note ? m->note : "";
    if (*role == '\0' && *note == '\0') return;
    const char *join = *role && *note ? ": " : "";
    const char *text = arena_format(f->p->mem, " (%s%s%s)", role, join, note);
    text_toned(f->p, DOC_MUTED, text);
}

/* --- Bars --- */

static void bars(frame *f) {
    double low = 0, high = 0;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        low = fmin(low, n->mark.y);
        high = fmax(high, n->mark.y);
    }
    f->on = scale_of(&f->plot->y, low, high, f->on.cells);
    const char *series = NULL;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        write_series(f, n, &series);
        write_label(f, label_of(m));
        strip s = strip_new(f->on.cells, f->p->mem);
        size_t zero = scale_cell(&f->on, 0), at = scale_cell(&f->on, m->y);
        strip_fill(&s, at < zero ? at : zero, at < zero ? zero : at,
                   m->y == 0 || isnan(m->y) ? " " : "\xe2\x96\x88");
        strip_print(f->p->to, &s);
        write_value(f, m->y, m->error, f->plot->y.unit);
        write_note(f, m);
        out_text(f->p->to, "\n");
    }
}

/* --- Bridges --- */

static double level_after(double level, const doc_mark *m) {
    if (m->role == DOC_TOTAL) return m->y;
    return isnan(m->y) ? level : level + m->y;
}

static scale bridge_scale(const frame *f) {
    double level = 0, low = INFINITY, high = -INFINITY;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        level = level_after(level, &n->mark);
        low = fmin(low, level);
        high = fmax(high, level);
    }
    /* Some room below, so that the lowest level still shows a bar. */
    return scale_of(&f->plot->y, low - (high - low) / 4, high, f->on.cells);
}

static void bridge_line(const frame *f, const doc_mark *m, double before,
                        double after) {
    strip s = strip_new(f->on.cells, f->p->mem);
    size_t from = scale_cell(&f->on, before), at = scale_cell(&f->on, after);
    if (m->role == DOC_TOTAL)
        strip_fill(&s, 0, at, "\xe2\x96\x88");
    else if (after > before)
        strip_fill(&s, from, at, "+");
    else if (after < before)
        strip_fill(&s, at, from, "-");
    else
        strip_put(&s, at, "|");
    strip_print(f->p->to, &s);
}

static void bridge(frame *f) {
    f->on = bridge_scale(f);
    double level = 0;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        double after = level_after(level, m);
        write_label(f, label_of(m));
        bridge_line(f, m, level, after);
        bool is_share = f->plot->y.unit == DOC_SHARE;
        doc_unit step = is_share ? DOC_CHANGE : f->plot->y.unit;
        write_value(f, m->y, m->error,
                    m->role == DOC_TOTAL ? f->plot->y.unit : step);
        write_note(f, m);
        out_text(f->p->to, "\n");
        level = after;
    }
}

/* --- Intervals --- */

static void interval_axis(const frame *f) {
    arena *mem = f->p->mem;
    const char *low = doc_show(f->on.low, 0, f->plot->x.unit, mem);
    const char *high = doc_show(f->on.high, 0, f->plot->x.unit, mem);
    write_label(f, "");
    size_t taken = text_width(low) + text_width(high);
    out_text(f->p->to, low);
    out_repeat(f->p->to, " ", f->on.cells > taken ? f->on.cells - taken : 1);
    out_text(f->p->to, high);
    out_text(f->p->to, "\n");
}

static void interval_line(const frame *f, const doc_mark *m) {
    doc_unit unit = f->plot->x.unit;
    strip s = strip_new(f->on.cells, f->p->mem);
    size_t low = scale_cell(&f->on, m->low), high = scale_cell(&f->on, m->high);
    strip_fill(&s, low, high, "\xe2\x94\x80");
    strip_put(&s, low, "\xe2\x94\x9c");
    strip_put(&s, high, "\xe2\x94\xa4");
    strip_put(&s, scale_cell(&f->on, m->x), "\xe2\x97\x8f");
    write_label(f, label_of(m));
    strip_print(f->p->to, &s);
    const char *text = arena_format(f->p->mem, " %s (%s to %s)",
                                    doc_show(m->x, 0, unit, f->p->mem),
                                    doc_show(m->low, 0, unit, f->p->mem),
                                    doc_show(m->high, 0, unit, f->p->mem));
    out_text(f->p->to, text);
    write_note(f, m);
    out_text(f->p->to, "\n");
}

static void intervals(frame *f) {
    double low = INFINITY, high = -INFINITY;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        low = fmin(low, n->mark.low);
        high = fmax(high, n->mark.high);
    }
    f->on = scale_of(&f->plot->x, low, high, f->on.cells);
    const char *series = NULL;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        write_series(f, n, &series);
        interval_line(f, &n->mark);
    }
    interval_axis(f);
}

void text_plot(const text_page *p, const doc_plot *plot) {
    frame f = {.p = p, .plot = plot, .label_width = widest_label(p, plot)};
    f.on.cells = strip_width(p, f.label_width);
    bool as_table = plot->kind == DOC_SLOPE || plot->kind == DOC_HISTORY ||
                    plot->kind == DOC_CHANNELS;
    if (plot->title && !as_table) {
        text_paragraph(p, "", flow_of_words(plot->title, DOC_PLAIN, p->mem));
    }
    switch (plot->kind) {
    case DOC_BARS:
        bars(&f);
        break;
    case DOC_BRIDGE:
        bridge(&f);
        break;
    case DOC_INTERVALS:
        intervals(&f);
        break;
    case DOC_SCATTER:
        text_scatter(p, plot);
        break;
    case DOC_TIMELINE:
        text_timeline(p, plot);
        break;
    case DOC_SLOPE:
    case DOC_HISTORY:
    case DOC_CHANNELS:
        text_table(p, plot_table(plot, p->mem));
        break;
    }
}
