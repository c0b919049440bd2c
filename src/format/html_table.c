/* SPDX-License-Identifier: Apache-2.0
 * Tables in HTML: a caption, headers with their scope, a body for each group.
 * A table too wide for the screen scrolls in its own box, which the keyboard
 * can reach, so that the page never does. */
#include <string.h>

#include "format/html.h"
#include "format/markup.h"

static const char *align_of(const doc_table *t, size_t column) {
    return t->columns[column].align == DOC_RIGHT ? " class=\"num\"" : "";
}

static void write_head(const html *h, const doc_table *t) {
    out_text(h->to, "<thead><tr>");
    for (size_t i = 0; i < t->column_count; i++) {
        const char *title = t->columns[i].title;
        const char *tag = *title ? "th" : "td";
        markup_print(h->to, "<%s%s%s>", tag, *title ? " scope=\"col\"" : "",
                     align_of(t, i));
        markup_text(h->to, title);
        markup_print(h->to, "</%s>", tag);
    }
    out_text(h->to, "</tr></thead>\n");
}

static void write_group(const html *h, const doc_table *t,
                        const doc_text *group) {
    markup_print(h->to,
                 "<tr class=\"group\"><th colspan=\"%zu\" "
                 "scope=\"rowgroup\">",
                 t->column_count);
    html_runs(h, group);
    out_text(h->to, "</th></tr>\n");
}

/* The first cell names the row, unless it is a number or blank. */
static bool names_row(const doc_table *t, const doc_text *cell) {
    return t->columns[0].align == DOC_LEFT && cell && cell->first &&
           cell->first->kind == DOC_RUN_TEXT;
}

/* Words that should not be broken after each of them. */
static bool is_long(const doc_text *cell) {
    enum { LONG = 28 };
    size_t size = 0;
    for (const doc_run *r = cell ? cell->first : NULL; r; r = r->next)
        if (r->kind == DOC_RUN_TEXT) size += strlen(r->text);
    return size > LONG;
}

static const char *class_of(const doc_table *t, size_t column,
                            const doc_text *cell) {
    return is_long(cell) ? " class=\"long\"" : align_of(t, column);
}

static void write_row(const html *h, const doc_table *t,
                      const doc_table_row *row) {
    out_text(h->to, "<tr>");
    for (size_t i = 0; i < t->column_count; i++) {
        const doc_text *cell = row->cells[i];
        bool name = i == 0 && names_row(t, cell);
        markup_print(h->to, "<%s%s", name ? "th scope=\"row\"" : "td",
                     class_of(t, i, cell));
        if (cell && cell->anchor) {
            out_text(h->to, " id=\"i-");
            markup_key(h->to, cell->anchor);
            out_text(h->to, "\"");
        }
        out_text(h->to, ">");
        html_runs(h, cell);
        out_text(h->to, name ? "</th>" : "</td>");
    }
    out_text(h->to, "</tr>\n");
}

static void write_body(const html *h, const doc_table *t) {
    out_text(h->to, "<tbody>\n");
    for (const doc_table_row *row = t->first; row; row = row->next) {
        if (row->group && row != t->first) out_text(h->to, "</tbody><tbody>\n");
        if (row->group) write_group(h, t, row->group);
        write_row(h, t, row);
    }
    out_text(h->to, "</tbody>\n");
}

void html_table(const html *h, const doc_table *t) {
    out_text(h->to, "<div class=\"wide\" tabindex=\"0\" role=\"group\" "
                    "aria-label=\"Table ");
    markup_plain(h->to, t->name);
    out_text(h->to, "\"><table id=\"t-");
    markup_key(h->to, t->name);
    out_text(h->to, "\">\n");
    if (t->caption) {
        out_text(h->to, "<caption><span>");
        html_say(h, t->caption);
        out_text(h->to, "</span></caption>\n");
    }
    write_head(h, t);
    write_body(h, t);
    out_text(h->to, "</table></div>\n");
}
