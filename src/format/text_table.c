/* SPDX-License-Identifier: Apache-2.0
 * Tables on a terminal. A column is as wide as its widest cell. When the page
 * is too narrow, columns give way in steps, the widest first: text down to its
 * longest word, then names are cut at hyphens, then errors move below their
 * numbers. When even that is too wide, each row becomes a block of
 * "title: cell" lines. */
#include <string.h>

#include "base/text.h"
#include "format/page.h"

enum { GAP = 2, LONG_WORD = 24, SHORT_WORD = 8, HANG = 2, HANGING = 12 };

typedef enum stage { KEEP_WORDS, CUT_NAMES, BREAK_NUMBERS, STAGES } stage;

typedef struct column {
    size_t width, longest, piece, number; /* number: of the cells alone */
    size_t tail;                          /* of the errors behind the numbers */
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
    c->longest = larger(c->longest, f->longest);
    c->piece = larger(c->piece, f->piece);
    if (c->align != DOC_RIGHT) return;
    c->number = larger(c->number, f->natural);
    if (f->atom_count == 2)
        c->tail = larger(c->tail, f->natural - f->atoms[0].width);
}

static void measure(layout *l) {
    const doc_table *t = l->t;
    for (size_t i = 0; i < t->column_count; i++) {
        column *c = &l->columns[i];
        c->align = t->columns[i].align;
        c->title = flow_of_words(t->columns[i].title, DOC_STRONG, l->p->mem);
        c->width = c->title->natural;
        c->longest = c->title->longest;
        c->piece = c->title->piece;
    }
    for (const doc_table_row *r = t->first; r; r = r->next) {
        for (size_t i = 0; i < t->column_count; i++) {
            arena_place place = arena_mark(l->p->mem);
            measure_cell(&l->columns[i], cell_at(r, i), l->p->mem);
            arena_back(l->p->mem, place);
        }
    }
}

static size_t least_width(const column *c, stage s) {
    if (c->align == DOC_RIGHT)
        return s == BREAK_NUMBERS ? c->longest : larger(c->number, c->longest);
    if (s == KEEP_WORDS) return smaller(c->longest, LONG_WORD);
    return smaller(c->longest, larger(c->piece + HANG, SHORT_WORD));
}

static size_t total(const layout *l) {
    size_t sum = GAP * (l->t->column_count - 1);
    for (size_t i = 0; i < l->t->column_count; i++)
        sum += l->columns[i].width;
    return sum;
}

/* The widest column that can still give way, or NULL. */
static column *widest(layout *l, stage s) {
    column *found = NULL;
    for (size_t i = 0; i < l->t->column_count; i++) {
        column *c = &l->columns[i];
        if (c->width > least_width(c, s) && (!found || c->width > found->width))
            found = c;
    }
    return found;
}

/* False if the table can't be as narrow as the page. */
static bool fit(layout *l) {
    size_t sum = total(l);
    for (stage s = KEEP_WORDS; s < STAGES; s = (stage)(s + 1)) {
        column *c;
        while (sum > l->p->width && (c = widest(l, s))) {
            c->width--;
            sum--;
        }
    }
    return sum <= l->p->width;
}

/* Later lines of a cell hang below the first, so that rows can be told apart.
 */
static size_t hang_of(const column *c) {
    return c->align == DOC_LEFT && c->width >= HANGING ? HANG : 0;
}

/* Columns to leave behind a number without error, so that it stands below
 * those that have one. */
static size_t tail_of(const column *c, const flow *f, size_t gap) {
    bool bare = c->align == DOC_RIGHT && f->atom_count == 1 && f != c->title;
    return bare && c->width >= c->number ? smaller(c->tail, gap) : 0;
}

static void print_cell(const layout *l, const column *c, const flow *f,
                       size_t line, bool last) {
    static const flow_line empty = {NULL, 0, 0};
    const flow_line *shown = line < f->line_count ? &f->lines[line] : &empty;
    size_t hang = line > 0 && shown->count > 0 ? hang_of(c) : 0;
    size_t used = shown->width + hang;
    size_t gap = c->width > used ? c->width - used : 0;
    size_t tail = tail_of(c, f, gap);
    out_repeat(l->p->to, " ", c->align == DOC_RIGHT ? gap - tail : hang);
    flow_print(l->p->to, shown, l->p->colour);
    if (!last) out_repeat(l->p->to, " ", c->align == DOC_LEFT ? gap : tail);
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
        flow_wrap(cells[i], l->columns[i].width, hang_of(&l->columns[i]),
                  l->p->mem);
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
