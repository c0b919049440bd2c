/* SPDX-License-Identifier: Apache-2.0
 * A scatter on a terminal: a grid of characters, letters for the points that
 * have a name, and a legend with their coordinates. Where several points fall
 * into one cell the most telling is shown: named, limit, frontier, other. */
#include <math.h>

#include "base/text.h"
#include "format/page.h"
#include "format/strip.h"

enum { ROWS = 15, MOST_COLUMNS = 60, MARGIN = 9, LETTERS = 26 };

typedef struct grid {
    const page *p;
    const doc_plot *plot;
    scale x, y;
    strip rows[ROWS]; /* from the top */
} grid;

static const char *const letters[LETTERS] = {
    "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M",
    "N", "O", "P", "Q", "R", "S", "T", "U", "V", "W", "X", "Y", "Z",
};

static bool drawable(const doc_mark *m) {
    return isfinite(m->x) && isfinite(m->y);
}

static void find_scales(grid *g, size_t columns) {
    double x_low = INFINITY, x_high = -INFINITY;
    double y_low = INFINITY, y_high = -INFINITY;
    for (const doc_plot_node *n = g->plot->first; n; n = n->next) {
        if (!drawable(&n->mark)) continue;
        x_low = fmin(x_low, n->mark.x);
        x_high = fmax(x_high, n->mark.x);
        y_low = fmin(y_low, n->mark.y);
        y_high = fmax(y_high, n->mark.y);
    }
    g->x = scale_of(&g->plot->x, x_low, x_high, columns);
    g->y = scale_of(&g->plot->y, y_low, y_high, ROWS);
}

static const char *sign_of(doc_role role) {
    if (role == DOC_LIMIT) return "+";
    return role == DOC_FRONTIER ? "o" : "\xc2\xb7";
}

static void put(grid *g, const doc_mark *m, const char *sign) {
    size_t row = ROWS - 1 - scale_cell(&g->y, m->y);
    strip_put(&g->rows[row], scale_cell(&g->x, m->x), sign);
}

static bool is_named(const doc_mark *m) { return m->role == DOC_MARKED; }

/* The n-th named point; beyond the alphabet all share a sign. */
static const char *letter(size_t n) { return n < LETTERS ? letters[n] : "*"; }

static bool same_place(const doc_mark *a, const doc_mark *b) {
    return a->x == b->x && a->y == b->y;
}

/* The first named point at this place: they share its letter. */
static bool is_first_at(const grid *g, const doc_plot_node *n) {
    for (const doc_plot_node *m = g->plot->first; m != n; m = m->next)
        if (is_named(&m->mark) && same_place(&m->mark, &n->mark)) return false;
    return true;
}

static void put_all(grid *g) {
    static const doc_role order[] = {DOC_OTHER, DOC_FRONTIER, DOC_LIMIT};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++)
        for (const doc_plot_node *n = g->plot->first; n; n = n->next)
            if (n->mark.role == order[i] && drawable(&n->mark))
                put(g, &n->mark, sign_of(n->mark.role));
    size_t named = 0;
    for (const doc_plot_node *n = g->plot->first; n; n = n->next)
        if (is_named(&n->mark) && drawable(&n->mark) && is_first_at(g, n))
            put(g, &n->mark, letter(named++));
}

/* Without the spaces at its end. */
static const char *row_text(const grid *g, size_t i) {
    strip row = g->rows[i];
    while (row.count > 0 && text_same(row.cells[row.count - 1], " "))
        row.count--;
    return strip_text(&row, g->p->mem);
}

static void write_grid(const grid *g) {
    const page *p = g->p;
    for (size_t i = 0; i < ROWS; i++) {
        const char *edge = "";
        if (i == 0) edge = doc_show(g->y.high, 0, g->plot->y.unit, p->mem);
        if (i == ROWS - 1)
            edge = doc_show(g->y.low, 0, g->plot->y.unit, p->mem);
        page_padded(p, edge, MARGIN - 2, true);
        out_text(p->to, " \xe2\x94\x82");
        out_text(p->to, row_text(g, i));
        out_text(p->to, "\n");
    }
    out_repeat(p->to, " ", MARGIN - 1);
    out_text(p->to, "\xe2\x94\x94");
    out_repeat(p->to, "\xe2\x94\x80", g->x.cells);
    out_text(p->to, "\n");
}

static void write_x_axis(const grid *g) {
    const page *p = g->p;
    const char *low = doc_show(g->x.low, 0, g->plot->x.unit, p->mem);
    const char *high = doc_show(g->x.high, 0, g->plot->x.unit, p->mem);
    const char *title = text_or_empty(g->plot->x.title);
    size_t taken = text_width(low) + text_width(high) + text_width(title);
    size_t gap = g->x.cells > taken ? g->x.cells - taken : 2;
    out_repeat(p->to, " ", MARGIN);
    out_text(p->to, low);
    out_repeat(p->to, " ", gap / 2);
    page_toned(p, DOC_PLAIN, title);
    out_repeat(p->to, " ", gap - gap / 2);
    out_text(p->to, high);
    out_text(p->to, "\n");
}

/* The names of all named points at a place, with what each rests on. */
static void add_names(doc_text *t, const grid *g, const doc_mark *at) {
    const char *join = "";
    for (const doc_plot_node *n = g->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        bool here =
            m == at || (is_named(at) && is_named(m) && same_place(m, at));
        if (!here) continue;
        doc_more(t, "%s%s%s%s", join, text_or_empty(m->label),
                 m->note ? " " : "", text_or_empty(m->note));
        if (m->id || m->place) doc_cite(t, m->id, m->place);
        join = ", ";
    }
}

static void write_legend_line(const grid *g, const char *sign,
                              const doc_mark *m) {
    arena *mem = g->p->mem;
    doc_text *t = ARENA_NEW(mem, doc_text);
    t->mem = mem;
    add_names(t, g, m);
    doc_more(t, " (");
    doc_number(t, m->x, 0, g->plot->x.unit);
    doc_more(t, ", ");
    doc_number(t, m->y, 0, g->plot->y.unit);
    doc_more(t, ")");
    page_labelled(g->p, "  ", sign, t, DOC_STRONG);
}

static void write_legend(const grid *g) {
    size_t named = 0;
    for (const doc_plot_node *n = g->plot->first; n; n = n->next) {
        const doc_mark *m = &n->mark;
        if (!drawable(m)) continue;
        if (is_named(m) && is_first_at(g, n))
            write_legend_line(g, letter(named++), m);
        else if (m->role == DOC_LIMIT)
            write_legend_line(g, "+", m);
    }
    if (doc_plot_has(g->plot, DOC_FRONTIER))
        page_paragraph(g->p, "  ",
                       flow_of_words("o frontier: what is better for one is "
                                     "worse for another",
                                     DOC_PLAIN, g->p->mem));
}

void page_scatter(const page *p, const doc_plot *plot) {
    size_t columns = p->width > MARGIN + 10 ? p->width - MARGIN : 10;
    if (columns > MOST_COLUMNS) columns = MOST_COLUMNS;
    grid g = {.p = p, .plot = plot};
    for (size_t i = 0; i < ROWS; i++)
        g.rows[i] = strip_new(columns, p->mem);
    find_scales(&g, columns);
    put_all(&g);
    if (plot->y.title) {
        page_toned(p, DOC_PLAIN, plot->y.title);
        out_text(p->to, "\n");
    }
    write_grid(&g);
    write_x_axis(&g);
    write_legend(&g);
}
