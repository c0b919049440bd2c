/* SPDX-License-Identifier: Apache-2.0
 * CSV (RFC 4180) of a doc's tables and plots, in order, an empty line between
 * two. The first column says which table a row belongs to, a second one under
 * which group of it the row stands, if it has groups. A cell that holds a
 * number has it in full, and a column with errors is followed by one that
 * holds them. Text that a spreadsheet would take for a formula is marked as
 * text with an apostrophe, as spreadsheets do. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "format/plot_table.h"
#include "format/writers.h"

typedef struct sheet {
    out_stream *to;
    arena *mem;
    bool begun;
} sheet;

static void write_field(out_stream *to, const char *text) {
    out_text(to, "\"");
    if (*text != '\0' && strchr("=+-@\t\r", *text)) out_text(to, "'");
    for (const char *c = text; *c; c++) {
        if (*c == '"') out_text(to, "\"");
        bool control = (unsigned char)*c < 0x20 || *c == 0x7f;
        out_bytes(to, control ? " " : c, 1);
    }
    out_text(to, "\"");
}

static void write_number(out_stream *to, double value) {
    char digits[NUMBER_SIZE];
    if (!isfinite(value)) return;
    number_print(digits, value);
    out_text(to, digits);
}

static const doc_run *only_number(const doc_text *t) {
    const doc_run *r = t ? t->first : NULL;
    return r && !r->next && r->kind == DOC_RUN_NUMBER ? r : NULL;
}

static bool has_errors(const doc_table *t, size_t column) {
    for (const doc_table_row *row = t->first; row; row = row->next) {
        const doc_run *r = only_number(row->cells[column]);
        if (r && r->error != 0 && isfinite(r->error)) return true;
    }
    return false;
}

static const char *words_of(const doc_text *t, arena *mem) {
    const char *words = "";
    for (const doc_run *r = t ? t->first : NULL; r; r = r->next) {
        if (r->kind == DOC_RUN_CITATION)
            words = arena_format(
                mem, "%s [%s%s%s]", words, text_or_empty(r->id),
                r->id && r->place ? ", " : "", text_or_empty(r->place));
        else
            words = arena_format(mem, "%s%s", words, r->text);
    }
    return words;
}

/* A day is written as its date, which spreadsheets know. */
static void write_cell(sheet *s, const doc_text *t, bool errors) {
    const doc_run *r = only_number(t);
    if (r && r->unit != DOC_DATE)
        write_number(s->to, r->value);
    else
        write_field(s->to, words_of(t, s->mem));
    if (!errors) return;
    out_text(s->to, ",");
    if (r && r->error != 0) write_number(s->to, r->error);
}

static bool has_groups(const doc_table *t) {
    for (const doc_table_row *row = t->first; row; row = row->next)
        if (row->group) return true;
    return false;
}

static void write_titles(sheet *s, const doc_table *t, const bool *errors) {
    out_text(s->to, has_groups(t) ? "\"table\",\"group\"" : "\"table\"");
    for (size_t i = 0; i < t->column_count; i++) {
        out_text(s->to, ",");
        write_field(s->to, t->columns[i].title);
        if (!errors[i]) continue;
        out_text(s->to, ",");
        write_field(s->to,
                    arena_format(s->mem, "%s error", t->columns[i].title));
    }
    out_text(s->to, "\r\n");
}

static void write_table(sheet *s, const doc_table *t) {
    bool *errors = ARENA_ARRAY(s->mem, bool, t->column_count);
    for (size_t i = 0; i < t->column_count; i++)
        errors[i] = has_errors(t, i);
    if (s->begun) out_text(s->to, "\r\n");
    s->begun = true;
    write_titles(s, t, errors);
    const doc_text *group = NULL;
    for (const doc_table_row *row = t->first; row; row = row->next) {
        write_field(s->to, t->name);
        if (row->group) group = row->group;
        if (has_groups(t)) {
            out_text(s->to, ",");
            write_field(s->to, words_of(group, s->mem));
        }
        for (size_t i = 0; i < t->column_count; i++) {
            out_text(s->to, ",");
            write_cell(s, row->cells[i], errors[i]);
        }
        out_text(s->to, "\r\n");
    }
}

static void write_blocks(sheet *s, const doc_block *b) {
    for (b = doc_written(b); b; b = doc_written(b->next)) {
        arena_place place = arena_mark(s->mem);
        if (b->kind == DOC_BLOCK_SECTION) write_blocks(s, b->first);
        if (b->kind == DOC_BLOCK_TABLE) write_table(s, b->table);
        if (b->kind == DOC_BLOCK_PLOT)
            write_table(s, plot_table(b->plot, s->mem));
        arena_back(s->mem, place);
    }
}

void format_csv(out_stream *to, const doc *d, const format_style *style,
                arena *mem) {
    (void)style;
    sheet s = {to, mem, false};
    write_blocks(&s, doc_first(d));
}
