/* SPDX-License-Identifier: Apache-2.0
 * Tables: columns first, then rows of cells from the left. A cell is a text,
 * so it may hold a number with its error, a tone and citations. */
#include <assert.h>

#include "doc/build.h"

doc_table *doc_table_new(doc *to, const char *name) {
    doc_table *t = ARENA_NEW(doc_arena(to), doc_table);
    t->mem = doc_arena(to);
    t->name = arena_copy(t->mem, name);
    t->ground = doc_ground_now(to);
    doc_block_new(to, DOC_BLOCK_TABLE)->table = t;
    return t;
}

void doc_caption(doc_table *t, const char *format, ...) {
    va_list args;
    va_start(args, format);
    t->caption = arena_vformat(t->mem, format, args);
    va_end(args);
}

void doc_column(doc_table *t, doc_align align, const char *title) {
    assert(t->row_count == 0);
    size_t count = t->column_count;
    t->columns =
        arena_grow(t->mem, t->columns, count, count + 1, sizeof *t->columns);
    t->columns[t->column_count++] =
        (doc_column_head){arena_copy(t->mem, title), align};
}

void doc_row(doc_table *t) {
    assert(t->column_count > 0);
    doc_table_row *row = ARENA_NEW(t->mem, doc_table_row);
    row->group = t->group;
    row->cells = ARENA_ARRAY(t->mem, doc_text *, t->column_count);
    t->group = NULL;
    if (t->last)
        t->last->next = row;
    else
        t->first = row;
    t->last = row;
    t->row_count++;
    t->filled = 0;
}

void doc_group(doc_table *t, const char *format, ...) {
    va_list args;
    va_start(args, format);
    t->group = doc_text_new(t->mem, t->ground);
    doc_text_vadd(t->group, DOC_PLAIN, format, args);
    va_end(args);
}

doc_text *doc_cell_blank(doc_table *t) {
    assert(t->last && t->filled < t->column_count);
    doc_text *text = doc_text_new(t->mem, t->ground);
    t->last->cells[t->filled++] = text;
    return text;
}

doc_text *doc_cell(doc_table *t, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_text *text = doc_cell_blank(t);
    doc_text_vadd(text, DOC_PLAIN, format, args);
    va_end(args);
    return text;
}

doc_text *doc_cell_number(doc_table *t, double value, double error,
                          doc_unit unit) {
    doc_text *text = doc_cell_blank(t);
    doc_number(text, value, error, unit);
    return text;
}
