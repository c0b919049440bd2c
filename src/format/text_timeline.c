/* SPDX-License-Identifier: Apache-2.0
 * A timeline on a terminal: a line a mark, under its lane. A span is drawn
 * with =, an open one ends with >, a point in time is a bar. Marks without a
 * time are listed without a drawing. */
#include <math.h>

#include "base/text.h"
#include "format/page.h"
#include "format/plot_table.h"
#include "format/strip.h"

enum { LEAST_STRIP = 10, MOST_STRIP = 40 };

typedef struct lanes {
    const page *p;
    const doc_plot *plot;
    scale on;
} lanes;

static bool is_span(const doc_mark *m) { return m->x_end > m->x; }

static void find_scale(lanes *l, size_t cells) {
    double low = INFINITY, high = -INFINITY;
    bool open = false;
    for (const doc_plot_node *n = l->plot->first; n; n = n->next) {
        if (!isfinite(n->mark.x)) continue;
        low = fmin(low, n->mark.x);
        high = fmax(high, n->mark.x);
        if (!is_span(&n->mark)) continue;
        if (isfinite(n->mark.x_end))
            high = fmax(high, n->mark.x_end);
        else
            open = true;
    }
    if (open && low <= high) high += high > low ? (high - low) / 4 : 1;
    l->on = scale_of(&l->plot->x, low, high, cells);
}

static strip draw(const lanes *l, const doc_mark *m) {
    strip s = strip_new(l->on.cells, l->p->mem);
    if (!isfinite(m->x)) return s;
    size_t from = scale_cell(&l->on, m->x);
    if (is_span(m)) {
        size_t last = scale_cell(&l->on, m->x_end);
        strip_fill(&s, from, last, "=");
        if (isinf(m->x_end)) strip_put(&s, last, ">");
    }
    strip_put(&s, from, "|");
    return s;
}

static const char *times(const lanes *l, const doc_mark *m) {
    arena *mem = l->p->mem;
    doc_unit unit = l->plot->x.unit;
    const char *from = doc_show(m->x, 0, unit, mem);
    if (!is_span(m)) return from;
    return arena_format(mem, "%s to %s", from,
                        doc_show(m->x_end, 0, unit, mem));
}

static void write_mark(const lanes *l, const doc_mark *m) {
    arena *mem = l->p->mem;
    strip s = draw(l, m);
    const char *drawing = strip_text(&s, mem);
    doc_text *t = ARENA_NEW(mem, doc_text);
    t->mem = mem;
    t->tone = m->tone;
    doc_more(t, "%s: %s", times(l, m), plot_event(l->plot, m, mem));
    if (m->note) doc_more(t, " (%s)", m->note);
    if (m->id || m->place) doc_cite(t, m->id, m->place);
    page_paragraph(l->p, arena_format(mem, "%s  ", drawing), flow_of(t, mem));
}

void page_timeline(const page *p, const doc_plot *plot) {
    size_t cells = p->width / 3;
    if (cells > MOST_STRIP) cells = MOST_STRIP;
    if (cells < LEAST_STRIP) cells = LEAST_STRIP;
    lanes l = {.p = p, .plot = plot};
    find_scale(&l, cells);
    const char *lane = NULL;
    for (const doc_plot_node *n = plot->first; n; n = n->next) {
        if (n->mark.series && !text_same(n->mark.series, lane)) {
            page_toned(p, DOC_STRONG, n->mark.series);
            out_text(p->to, "\n");
        }
        lane = n->mark.series;
        write_mark(&l, &n->mark);
    }
}
