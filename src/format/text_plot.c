/* SPDX-License-Identifier: Apache-2.0
 * Plots on a terminal that are a line a mark: bars, bridges, intervals. Kinds
 * that say more as a table (slopes, histories, channels) are written as one;
 * scatters and timelines have files of their own. */
#include <math.h>

#include "base/text.h"
#include "format/page.h"
#include "format/plot_table.h"
#include "format/strip.h"

enum { LEAST_STRIP = 8, MOST_STRIP = 40, VALUES = 24 };

typedef struct frame {
    const page *p;
    const doc_plot *plot;
    size_t label_width;
    scale on;
} frame;

static const char *label_of(const doc_mark *m) {
    return text_or_empty(m->label);
}

/* Room for labels: as long as they are, at most a third of the page. */
static size_t widest_label(const page *p, const doc_plot *plot) {
    size_t width = 0;
    for (const doc_plot_node *n = plot->first; n; n = n->next) {
        size_t w = text_width(label_of(&n->mark));
        if (w > width) width = w;
    }
    return width < p->width / 3 ? width : p->width / 3;
}

static size_t strip_width(const page *p, size_t labels) {
    size_t taken = labels + VALUES;
    size_t room = p->width > taken ? p->width - taken : 0;
    if (room > MOST_STRIP) return MOST_STRIP;
    return room < LEAST_STRIP ? LEAST_STRIP : room;
}

/* A label too long for its column gets a line of its own. */
static const char *fitting_label(const frame *f, const char *label) {
    if (text_width(label) <= f->label_width) return label;
    page_paragraph(f->p, "", flow_of_words(label, DOC_PLAIN, f->p->mem));
    return "";
}

/* Label, drawing, and after them whatever `rest` says. */
static void write_line(const frame *f, const char *label, const strip *s,
                       const doc_text *rest) {
    arena *mem = f->p->mem;
    const char *lead = flow_clean(fitting_label(f, label), mem);
    int gap = (int)(f->label_width - text_width(lead));
    lead = arena_format(mem, "%s%*s ", lead, gap, "");
    lead = arena_format(mem, "%s%s ", lead, strip_text(s, mem));
    page_paragraph(f->p, lead, flow_of(rest, mem));
}

/* A line above the first mark of a series. */
static void write_series(const frame *f, const doc_plot_node *n,
                         const char **last) {
    const char *series = n->mark.series;
    if (series && !text_same(series, *last)) {
        page_toned(f->p, DOC_STRONG, series);
        out_text(f->p->to, "\n");
    }
    *last = series;
}

static doc_text *value_text(const frame *f, double value, double error,
                            doc_unit unit) {
    doc_text *t = ARENA_NEW(f->p->mem, doc_text);
    t->mem = f->p->mem;
    doc_number(t, value, error, unit);
    return t;
}

static void add_note(doc_text *t, const doc_mark *m) {
    bool told = m->role >= DOC_REPORTED && m->role <= DOC_DEFAULT;
    const char *role = told ? plot_role(m->role) : "";
    const char *note = text_or_empty(m->note);
    const char *join = *role && *note ? ": " : "";
    if (*role || *note) doc_toned(t, DOC_MUTED, " (%s%s%s)", role, join, note);
    if (m->id || m->place) doc_cite(t, m->id, m->place);
}

/* --- Bars --- */

static void bar(const frame *f, const doc_mark *m) {
    strip s = strip_new(f->on.cells, f->p->mem);
    size_t zero = scale_cell(&f->on, 0), at = scale_cell(&f->on, m->y);
    bool nothing = m->y == 0 || isnan(m->y);
    strip_fill(&s, at < zero ? at : zero, at < zero ? zero : at,
               nothing ? " " : "\xe2\x96\x88");
    doc_text *t = value_text(f, m->y, m->error, f->plot->y.unit);
    add_note(t, m);
    write_line(f, label_of(m), &s, t);
}

static void bars(frame *f) {
    double low = 0, high = 0;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        low = fmin(low, n->mark.y);
        high = fmax(high, n->mark.y);
    }
    f->on = scale_of(&f->plot->y, low, high, f->on.cells);
    const char *series = NULL;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        write_series(f, n, &series);
        bar(f, &n->mark);
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

static strip bridge_strip(const frame *f, const doc_mark *m, double before,
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
    return s;
}

/* A step between shares is a change, and shows its sign. */
static doc_unit bridge_unit(const frame *f, const doc_mark *m) {
    doc_unit unit = f->plot->y.unit;
    return m->role != DOC_TOTAL && unit == DOC_SHARE ? DOC_CHANGE : unit;
}

static void bridge(frame *f) {
    f->on = bridge_scale(f);
    double level = 0;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        double after = level_after(level, m);
        strip s = bridge_strip(f, m, level, after);
        doc_text *t = value_text(f, m->y, m->error, bridge_unit(f, m));
        add_note(t, m);
        write_line(f, label_of(m), &s, t);
        level = after;
    }
}

/* --- Intervals --- */

static void interval(const frame *f, const doc_mark *m) {
    doc_unit unit = f->plot->x.unit;
    strip s = strip_new(f->on.cells, f->p->mem);
    size_t low = scale_cell(&f->on, m->low), high = scale_cell(&f->on, m->high);
    strip_fill(&s, low, high, "\xe2\x94\x80");
    strip_put(&s, low, "\xe2\x94\x9c");
    strip_put(&s, high, "\xe2\x94\xa4");
    strip_put(&s, scale_cell(&f->on, m->x), "\xe2\x97\x8f");
    doc_text *t = value_text(f, m->x, 0, unit);
    doc_more(t, " (");
    doc_number(t, m->low, 0, unit);
    doc_more(t, " to ");
    doc_number(t, m->high, 0, unit);
    doc_more(t, ")");
    add_note(t, m);
    write_line(f, label_of(m), &s, t);
}

static void interval_axis(const frame *f) {
    arena *mem = f->p->mem;
    const char *low = doc_show(f->on.low, 0, f->plot->x.unit, mem);
    const char *high = doc_show(f->on.high, 0, f->plot->x.unit, mem);
    size_t taken = text_width(low) + text_width(high);
    out_repeat(f->p->to, " ", f->label_width + 1);
    out_text(f->p->to, low);
    out_repeat(f->p->to, " ", f->on.cells > taken ? f->on.cells - taken : 1);
    out_text(f->p->to, high);
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
        interval(f, &n->mark);
    }
    interval_axis(f);
}

void page_plot(const page *p, const doc_plot *plot) {
    frame f = {.p = p, .plot = plot, .label_width = widest_label(p, plot)};
    f.on.cells = strip_width(p, f.label_width);
    bool as_table = plot->kind == DOC_SLOPE || plot->kind == DOC_HISTORY ||
                    plot->kind == DOC_CHANNELS || plot->kind == DOC_GRAPH;
    if (plot->title && !as_table)
        page_paragraph(p, "", flow_of_words(plot->title, DOC_PLAIN, p->mem));
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
        page_scatter(p, plot);
        break;
    case DOC_TIMELINE:
        page_timeline(p, plot);
        break;
    case DOC_SLOPE:
    case DOC_HISTORY:
    case DOC_CHANNELS:
    case DOC_GRAPH:
        page_table(p, plot_table(plot, p->mem));
        break;
    }
}
