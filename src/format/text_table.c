/* SPDX-License-Identifier: Apache-2.0
 * Tables on a terminal. A column is as wide as its widest cell; when the page
 * is too narrow, the widest columns give way first, down to their longest
 * word (a column of numbers never breaks a number). When even that is too
 * wide, each row becomes a block of "title: cell" lines. */
#include <string.h>

#include "base/text.h"
#include "format/page.h"

enum { GAP = 2, SHORT_WORD = 24 };

typedef struct column {
    size_t width, least;
    doc_align align;
    flow *title;
} column;

typedef struct layout {
    const page *p;
    const doc_table *t;
    column *columns;
} layout;

static size_t larger(size_t a, size_t b) { return a > b ? a : b; }
static size_t smaller(size_t a, size_t b) { return a < b ? a : b; }

static const doc_text *cell_at(const doc_table_row *row, size_t i) {
    return row->cells[i];
}

static void measure_cell(column *c, const doc_text *text, arena *mem) {
    flow *f = flow_of(text, mem);
    c->width = larger(c->width, f->natural);
    size_t least =
        c->align == DOC_RIGHT ? f->natural : smaller(f->longest, SHORT_WORD);
    c->least = larger(c->least, least);
}

static void measure(layout *l) {
    const doc_table *t = l->t;
    for (size_t i = 0; i < t->column_count; i++) {
        column *c = &l->columns[i];
        c->align = t->columns[i].align;
        c->title = flow_of_words(t->columns[i].title, DOC_STRONG, l->p->mem);
        c->width = c->title->natural;
        c->least = smaller(c->title->longest, SHORT_WORD);
    }
    for (const doc_table_row *r = t->first; r; r = r->next) {
        for (size_t i = 0; i < t->column_count; i++) {
            arena_place place = arena_mark(l->p->mem);
            measure_cell(&l->columns[i], cell_at(r, i), l->p->mem);
            arena_back(l->p->mem, place);
        }
    }
}

static size_t total(const layout *l) {
    size_t sum = GAP * (l->t->column_count - 1);
    for (size_t i = 0; i < l->t->column_count; i++)
        sum += l->columns[i].width;
    return sum;
}

/* The widest column that can still give way, or NULL. */
static column *widest(layout *l) {
    column *found = NULL;
    for (size_t i = 0; i < l->t->column_count; i++) {
        column *c = &l->columns[i];
        if (c->width > c->least && (!found || c->width > found->width))
            found = c;
    }
    return found;
}

/* False if the table can't be as narrow as the page. */
static bool fit(layout *l) {
    size_t sum = total(l);
    while (sum > l->p->width) {
        column *c = widest(l);
        if (!c) return false;
        c->width--;
        sum--;
    }
    return true;
}

static void print_cell(const layout *l, const column *c, const flow *f,
                       size_t line, bool last) {
    static const flow_line empty = {NULL, 0, 0};
    const flow_line *shown = line < f->line_count ? &f->lines[line] : &empty;
    size_t gap = c->width > shown->width ? c->width - shown->width : 0;
    if (c->align == DOC_RIGHT) out_repeat(l->p->to, " ", gap);
    flow_print(l->p->to, shown, l->p->colour);
    if (c->align == DOC_LEFT && !last) out_repeat(l->p->to, " ", gap);
}

/* True if nothing stands in this line from column i on. */
static bool rest_is_empty(const layout *l, flow *const *cells, size_t i,
                          size_t line) {
    for (; i < l->t->column_count; i++)
        if (line < cells[i]->line_count && cells[i]->lines[line].count > 0)
            return false;
    return true;
}

/* Titles stand on the last of their lines, cells on the first. */
static void print_row(const layout *l, flow **cells) {
    size_t lines = 1;
    for (size_t i = 0; i < l->t->column_count; i++) {
        flow_wrap(cells[i], l->columns[i].width, l->p->mem);
        lines = larger(lines, cells[i]->line_count);
    }
    for (size_t line = 0; line < lines; line++) {
        for (size_t i = 0; i < l->t->column_count; i++) {
            if (rest_is_empty(l, cells, i, line)) break;
            if (i > 0) out_repeat(l->p->to, " ", GAP);
            bool last = rest_is_empty(l, cells, i + 1, line);
            print_cell(l, &l->columns[i], cells[i], line, last);
        }
        out_text(l->p->to, "\n");
    }
}

static flow **flows_of(const layout *l, const doc_table_row *row) {
    flow **cells = ARENA_ARRAY(l->p->mem, flow *, l->t->column_count);
    for (size_t i = 0; i < l->t->column_count; i++)
        cells[i] =
            row ? flow_of(cell_at(row, i), l->p->mem) : l->columns[i].title;
    return cells;
}

static void print_rule(const layout *l) {
    for (size_t i = 0; i < l->t->column_count; i++) {
        if (i > 0) out_repeat(l->p->to, " ", GAP);
        out_repeat(l->p->to, "-", l->columns[i].width);
    }
    out_text(l->p->to, "\n");
}

static void print_group(const layout *l, const doc_table_row *row) {
    if (!row->group) return;
    if (row != l->t->first) out_text(l->p->to, "\n");
    flow *f = flow_of(row->group, l->p->mem);
    for (size_t i = 0; i < f->atom_count; i++)
        if (f->atoms[i].tone == DOC_PLAIN) f->atoms[i].tone = DOC_STRONG;
    page_paragraph(l->p, "", f);
}

static void print_columns(const layout *l) {
    print_row(l, flows_of(l, NULL));
    print_rule(l);
    for (const doc_table_row *r = l->t->first; r; r = r->next) {
        arena_place place = arena_mark(l->p->mem);
        print_group(l, r);
        print_row(l, flows_of(l, r));
        arena_back(l->p->mem, place);
    }
}

static void print_stacked(const layout *l) {
    for (const doc_table_row *r = l->t->first; r; r = r->next) {
        arena_place place = arena_mark(l->p->mem);
        print_group(l, r);
        for (size_t i = 0; i < l->t->column_count; i++) {
            const doc_text *cell = cell_at(r, i);
            const char *title =
                arena_format(l->p->mem, "%s:", l->t->columns[i].title);
            if (cell && cell->first)
                page_labelled(l->p, i > 0 ? "  " : "", title, cell, DOC_MUTED);
        }
        arena_back(l->p->mem, place);
    }
}

void page_table(const page *p, const doc_table *t) {
    layout l = {p, t, ARENA_ARRAY(p->mem, column, t->column_count)};
    if (t->caption)
        page_paragraph(p, "", flow_of_words(t->caption, DOC_PLAIN, p->mem));
    if (t->column_count == 0) return;
    measure(&l);
    if (fit(&l))
        print_columns(&l);
    else
        print_stacked(&l);
}
