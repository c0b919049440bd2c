/* SPDX-License-Identifier: Apache-2.0
 * Every kind of plot has a table that says the same, so that a format need
 * draw nothing to be complete. */
#include "format/plot_table.h"

#include <math.h>

#include "base/text.h"
#include "format/figure.h"

const char *plot_role(doc_role role) {
    switch (role) {
    case DOC_FRONTIER:
        return "frontier";
    case DOC_MARKED:
        return "marked";
    case DOC_LIMIT:
        return "limit";
    case DOC_TOTAL:
        return "total";
    case DOC_REPORTED:
        return "reported";
    case DOC_ASSUMED:
        return "assumed";
    case DOC_DEFAULT:
        return "default";
    case DOC_ASIDE:
        return "to compare";
    case DOC_OTHER:
        break;
    }
    return "";
}

static const char *axis_title(const doc_axis *a, const char *otherwise) {
    return a->title ? a->title : otherwise;
}

static void text_cell(doc_table *t, const char *text) {
    (void)doc_cell(t, "%s", text_or_empty(text));
}

static void cited_cell(doc_table *t, const doc_mark *m) {
    doc_text *cell = doc_cell(t, "%s", text_or_empty(m->note));
    if (m->id || m->place) doc_cite(cell, m->id, m->place);
}

static void scatter(doc_table *t, const doc_plot *p) {
    doc_column(t, DOC_LEFT, "point");
    doc_column(t, DOC_RIGHT, axis_title(&p->x, "x"));
    doc_column(t, DOC_RIGHT, axis_title(&p->y, "y"));
    doc_column(t, DOC_LEFT, "kind");
    doc_column(t, DOC_LEFT, "note");
    for (const doc_plot_node *n = p->first; n; n = n->next) {
        doc_row(t);
        text_cell(t, n->mark.label);
        doc_cell_number(t, n->mark.x, 0, p->x.unit);
        doc_cell_number(t, n->mark.y, 0, p->y.unit);
        text_cell(t, plot_role(n->mark.role));
        cited_cell(t, &n->mark);
    }
}

static void bars(doc_table *t, const doc_plot *p) {
    doc_column(t, DOC_LEFT, "series");
    doc_column(t, DOC_LEFT, axis_title(&p->x, "item"));
    doc_column(t, DOC_RIGHT, axis_title(&p->y, "value"));
    doc_column(t, DOC_LEFT, "basis");
    doc_column(t, DOC_LEFT, "note");
    for (const doc_plot_node *n = p->first; n; n = n->next) {
        doc_row(t);
        text_cell(t, n->mark.series);
        text_cell(t, n->mark.label);
        doc_cell_number(t, n->mark.y, n->mark.error, p->y.unit);
        text_cell(t, plot_role(n->mark.role));
        cited_cell(t, &n->mark);
    }
}

static void intervals(doc_table *t, const doc_plot *p) {
    doc_column(t, DOC_LEFT, "series");
    doc_column(t, DOC_LEFT, "item");
    doc_column(t, DOC_RIGHT, axis_title(&p->x, "value"));
    doc_column(t, DOC_RIGHT, "low");
    doc_column(t, DOC_RIGHT, "high");
    for (const doc_plot_node *n = p->first; n; n = n->next) {
        doc_row(t);
        text_cell(t, n->mark.series);
        text_cell(t, n->mark.label);
        doc_cell_number(t, n->mark.x, 0, p->x.unit);
        doc_cell_number(t, n->mark.low, 0, p->x.unit);
        doc_cell_number(t, n->mark.high, 0, p->x.unit);
    }
}

const char *plot_event(const doc_plot *p, const doc_mark *m, arena *mem) {
    if (m->role != DOC_MARKED) return text_or_empty(m->label);
    return arena_format(mem, "%s %s %s", text_or_empty(m->label),
                        doc_show(m->y, 0, p->y.unit, mem),
                        text_or_empty(p->y.title));
}

static void event_cell(doc_table *t, const doc_plot *p, const doc_mark *m) {
    doc_text *cell = doc_cell(t, "%s", text_or_empty(m->label));
    if (m->role != DOC_MARKED) return;
    doc_more(cell, " ");
    doc_number(cell, m->y, 0, p->y.unit);
    doc_more(cell, " %s", text_or_empty(p->y.title));
}

static void timeline(doc_table *t, const doc_plot *p) {
    doc_column(t, DOC_LEFT, "lane");
    doc_column(t, DOC_LEFT, "what");
    doc_column(t, DOC_RIGHT, "from");
    doc_column(t, DOC_RIGHT, "to");
    doc_column(t, DOC_LEFT, "note");
    for (const doc_plot_node *n = p->first; n; n = n->next) {
        doc_row(t);
        text_cell(t, n->mark.series);
        event_cell(t, p, &n->mark);
        doc_rests(doc_cell_number(t, n->mark.x, 0, p->x.unit), NULL);
        if (n->mark.x_end > n->mark.x)
            doc_rests(doc_cell_number(t, n->mark.x_end, 0, p->x.unit), NULL);
        else
            doc_cell_blank(t);
        cited_cell(t, &n->mark);
    }
}

static void history(doc_table *t, const doc_plot *p) {
    doc_column(t, DOC_LEFT, "who");
    doc_column(t, DOC_LEFT, axis_title(&p->x, "since"));
    doc_column(t, DOC_LEFT, "position");
    doc_column(t, DOC_LEFT, "note");
    const char *last = NULL;
    for (const doc_plot_node *n = p->first; n; n = n->next) {
        doc_row(t);
        text_cell(t, text_same(last, n->mark.series) ? "" : n->mark.series);
        doc_cell_number(t, n->mark.x, 0, p->x.unit);
        text_cell(t, n->mark.label);
        cited_cell(t, &n->mark);
        last = n->mark.series;
    }
}

/* --- Slopes: a row a line, a column a station --- */

static double value_at(const doc_plot *p, const char *line,
                       const char *station) {
    for (const doc_plot_node *m = p->first; m; m = m->next)
        if (text_same(text_or_empty(m->mark.series), line) &&
            text_same(text_or_empty(m->mark.label), station))
            return m->mark.y;
    return NAN;
}

static void slope(doc_table *t, const doc_plot *p, arena *mem) {
    figure_names lines = figure_labels(p, true, mem);
    figure_names stations = figure_labels(p, false, mem);
    doc_column(t, DOC_LEFT, axis_title(&p->y, ""));
    for (size_t i = 0; i < stations.count; i++)
        doc_column(t, DOC_RIGHT, stations.items[i]);
    for (size_t j = 0; j < lines.count; j++) {
        doc_row(t);
        text_cell(t, lines.items[j]);
        for (size_t i = 0; i < stations.count; i++)
            doc_cell_number(t, value_at(p, lines.items[j], stations.items[i]),
                            0, p->y.unit);
    }
}

static const char *link_state(doc_link_state state) {
    switch (state) {
    case DOC_LINK_OPEN:
        return "open";
    case DOC_LINK_BARRED:
        return "barred";
    case DOC_LINK_UNKNOWN:
        break;
    }
    return "unknown";
}

static void channels(doc_table *t, const doc_plot *p) {
    doc_column(t, DOC_LEFT, "between");
    doc_column(t, DOC_LEFT, "and");
    doc_column(t, DOC_LEFT, "channel");
    doc_column(t, DOC_LEFT, "note");
    for (const doc_plot_edge *e = p->first_link; e; e = e->next) {
        doc_row(t);
        text_cell(t, e->from);
        text_cell(t, e->to);
        text_cell(t, link_state(e->state));
        text_cell(t, e->note);
    }
}

static void graph(doc_table *t, const doc_plot *p) {
    doc_column(t, DOC_LEFT, "from");
    doc_column(t, DOC_LEFT, "to");
    doc_column(t, DOC_LEFT, "who moves");
    for (const doc_plot_edge *e = p->first_link; e; e = e->next) {
        doc_row(t);
        text_cell(t, e->from);
        text_cell(t, e->to);
        text_cell(t, e->note);
    }
}

doc_table *plot_table(const doc_plot *p, arena *mem) {
    doc *alone = doc_new(mem);
    doc_ground(alone, p->ground);
    doc_table *t = doc_table_new(alone, p->name);
    if (p->title) doc_caption(t, "%s", p->title);
    switch (p->kind) {
    case DOC_SCATTER:
        scatter(t, p);
        break;
    case DOC_BARS:
    case DOC_BRIDGE:
        bars(t, p);
        break;
    case DOC_INTERVALS:
        intervals(t, p);
        break;
    case DOC_TIMELINE:
        timeline(t, p);
        break;
    case DOC_SLOPE:
        slope(t, p, mem);
        break;
    case DOC_HISTORY:
        history(t, p);
        break;
    case DOC_CHANNELS:
        channels(t, p);
        break;
    case DOC_GRAPH:
        graph(t, p);
        break;
    }
    return t;
}
