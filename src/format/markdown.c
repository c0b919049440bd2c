/* SPDX-License-Identifier: Apache-2.0
 * Markdown (CommonMark with pipe tables). Characters with a meaning in it are
 * escaped, so nothing that stands in a case can become a heading, a link or
 * HTML. Plots are given as their tables. */
#include <string.h>

#include "base/text.h"
#include "format/flow.h"
#include "format/plot_table.h"
#include "format/writers.h"

typedef struct page {
    out_stream *to;
    arena *mem;
} page;

static void write_escaped(const page *p, const char *text) {
    const char *clean = flow_clean(text, p->mem);
    for (const char *c = clean; *c; c++) {
        if (strchr("\\`*_{}[]<>#|~&", *c)) out_text(p->to, "\\");
        out_bytes(p->to, c, 1);
    }
}

static bool stays_outside(char c) { return c && strchr(" ,.;:()[]", c); }

/* Marks beside punctuation or spaces are no marks: those go outside. */
static void write_strong(const page *p, const char *text) {
    size_t begin = 0, end = strlen(text);
    while (stays_outside(text[begin]))
        begin++;
    while (end > begin && stays_outside(text[end - 1]))
        end--;
    write_escaped(p, arena_text(p->mem, text, begin));
    out_text(p->to, "**");
    write_escaped(p, arena_text(p->mem, text + begin, end - begin));
    out_text(p->to, "**");
    write_escaped(p, text + end);
}

static bool is_blank(const char *text) {
    while (stays_outside(*text))
        text++;
    return *text == '\0';
}

static void write_citation(const page *p, const doc_run *r, bool first,
                           bool last) {
    out_text(p->to, first ? " \\[" : "; ");
    if (r->id) write_escaped(p, r->id);
    if (r->id && r->place) out_text(p->to, ", ");
    if (r->place) write_escaped(p, r->place);
    if (last) out_text(p->to, "\\]");
}

static bool is_citation(const doc_run *r) {
    return r && r->kind == DOC_RUN_CITATION;
}

static void write_runs(const page *p, const doc_text *t) {
    const doc_run *before = NULL;
    for (const doc_run *r = t ? t->first : NULL; r; before = r, r = r->next) {
        if (is_citation(r))
            write_citation(p, r, !is_citation(before), !is_citation(r->next));
        else if (r->tone == DOC_STRONG && !is_blank(r->text))
            write_strong(p, r->text);
        else
            write_escaped(p, r->text);
    }
}

static void write_table(const page *p, const doc_table *t) {
    if (t->caption) {
        write_escaped(p, t->caption);
        out_text(p->to, "\n\n");
    }
    for (size_t i = 0; i < t->column_count; i++) {
        out_text(p->to, "| ");
        write_escaped(p, t->columns[i].title);
        out_text(p->to, " ");
    }
    out_text(p->to, "|\n");
    for (size_t i = 0; i < t->column_count; i++)
        out_text(p->to,
                 t->columns[i].align == DOC_RIGHT ? "| ---: " : "| --- ");
    out_text(p->to, "|\n");
    for (const doc_table_row *r = t->first; r; r = r->next) {
        if (r->group) {
            out_text(p->to, "| ");
            write_runs(p, r->group);
            out_repeat(p->to, " |", t->column_count);
            out_text(p->to, "\n");
        }
        for (size_t i = 0; i < t->column_count; i++) {
            out_text(p->to, "| ");
            write_runs(p, r->cells[i]);
            out_text(p->to, " ");
        }
        out_text(p->to, "|\n");
    }
}

static void write_line(const page *p, const char *lead, const doc_text *t) {
    out_text(p->to, lead);
    write_runs(p, t);
    out_text(p->to, "\n");
}

static void write_blocks(const page *p, const doc_block *b, size_t level);

static void write_section(const page *p, const doc_block *b, size_t level) {
    out_repeat(p->to, "#", level < 6 ? level : 6);
    out_text(p->to, " ");
    write_escaped(p, b->heading);
    out_text(p->to, "\n\n");
    write_blocks(p, b->first, level + 1);
}

static void write_block(const page *p, const doc_block *b, size_t level) {
    switch (b->kind) {
    case DOC_BLOCK_SECTION:
        write_section(p, b, level);
        break;
    case DOC_BLOCK_PARAGRAPH:
        write_line(p, "", b->text);
        break;
    case DOC_BLOCK_BULLET:
        write_line(p, "- ", b->text);
        break;
    case DOC_BLOCK_WARNING:
        write_line(p, "> **Warning:** ", b->text);
        break;
    case DOC_BLOCK_NOTE:
        write_line(p, "> **Note:** ", b->text);
        break;
    case DOC_BLOCK_TABLE:
        write_table(p, b->table);
        break;
    case DOC_BLOCK_PLOT:
        write_table(p, plot_table(b->plot, p->mem));
        break;
    }
}

static void write_blocks(const page *p, const doc_block *b, size_t level) {
    for (b = doc_written(b); b;) {
        const doc_block *next = doc_written(b->next);
        arena_place place = arena_mark(p->mem);
        write_block(p, b, level);
        arena_back(p->mem, place);
        bool close = b->kind == DOC_BLOCK_BULLET && next &&
                     next->kind == DOC_BLOCK_BULLET;
        if (next && !close) out_text(p->to, "\n");
        b = next;
    }
}

void format_markdown(out_stream *to, const doc *d, const format_style *style,
                     arena *mem) {
    (void)style;
    page p = {to, mem};
    if (doc_title_text(d)) {
        out_text(to, "# ");
        write_escaped(&p, doc_title_text(d));
        out_text(to, "\n\n");
    }
    write_blocks(&p, doc_first(d), 2);
}
