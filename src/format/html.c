/* SPDX-License-Identifier: Apache-2.0
 * A doc as one HTML file that needs nothing else: style and script stand in
 * it, nothing is fetched, and a policy in its head forbids that anything is,
 * or that any other style or script runs.
 * Without the script it reads the same, but tables don't sort and a citation
 * goes to its statement instead of showing it.
 *
 * For ears and keyboards: one h1, headings in order, landmarks, a link past
 * the contents, tables with captions and scopes, figures with title and
 * description. For paper the style has rules of its own. */
#include <stdlib.h>
#include <string.h>

#include "format/html.h"
#include "format/markup.h"
#include "format/writers.h"

enum { CONTENTS_LEAST = 2 };

/* --- References --- */

static int by_name(const void *a, const void *b) {
    const char *const *x = a, *const *y = b;
    return strcmp(*x, *y);
}

static void add_keys(html *h, const doc_referred *r) {
    h->keys[h->key_count++] = r->key;
    for (const doc_run *run = r->text->first; run; run = run->next)
        if (run->kind == DOC_RUN_ALSO) h->keys[h->key_count++] = run->id;
}

static void index_references(html *h) {
    size_t count = 0;
    for (const doc_referred *r = doc_references(h->d); r; r = r->next) {
        count++;
        for (const doc_run *run = r->text->first; run; run = run->next)
            count += run->kind == DOC_RUN_ALSO;
    }
    h->keys = ARENA_ARRAY(h->mem, const char *, count + 1);
    for (const doc_referred *r = doc_references(h->d); r; r = r->next)
        add_keys(h, r);
    if (count > 1) qsort(h->keys, count, sizeof *h->keys, by_name);
}

static void write_reference(html *h, const doc_referred *r) {
    out_text(h->to, "<dt id=\"r-");
    markup_key(h->to, r->key);
    out_text(h->to, "\">");
    markup_text(h->to, r->title);
    out_text(h->to, "</dt><dd>");
    html_runs(h, r->text);
    out_text(h->to, "</dd>\n");
}

static void write_kind(html *h, doc_reference_kind kind) {
    static const char *const titles[DOC_REFERENCE_KINDS] = {
        [DOC_BEHIND_NUMBERS] = "What numbers rest on",
        [DOC_STATEMENTS] = "Statements",
        [DOC_SOURCES] = "Sources"};
    bool any = false;
    for (const doc_referred *r = doc_references(h->d); r; r = r->next) {
        if (r->kind != kind) continue;
        if (!any)
            markup_print(h->to, "<div%s><h3>%s</h3>\n<dl>\n",
                         kind == DOC_BEHIND_NUMBERS ? " class=\"behind\"" : "",
                         titles[kind]);
        any = true;
        write_reference(h, r);
    }
    if (any) out_text(h->to, "</dl></div>\n");
}

static void write_references(html *h) {
    if (h->key_count == 0) return;
    out_text(h->to, "<section class=\"refs\"><h2 id=\"refs\">Statements and "
                    "sources</h2>\n");
    for (int kind = DOC_STATEMENTS; kind < DOC_REFERENCE_KINDS; kind++)
        write_kind(h, (doc_reference_kind)kind);
    write_kind(h, DOC_BEHIND_NUMBERS);
    out_text(h->to, "</section>\n");
}

/* --- Blocks --- */

static void write_element(const html *h, const char *begin, const doc_text *t,
                          const char *end) {
    out_text(h->to, begin);
    if (t->anchor) {
        out_text(h->to, "<span id=\"i-");
        markup_key(h->to, t->anchor);
        out_text(h->to, "\"></span>");
    }
    html_runs(h, t);
    out_text(h->to, end);
}

static void write_blocks(html *h, const doc_block *b, const doc_block *end,
                         int level);

static void write_section(html *h, const doc_block *b, int level) {
    int shown = level < 6 ? level : 6;
    if (level == 2) html_words_again(h->words);
    markup_print(h->to, "<section><h%d id=\"h-%zu\">", shown, ++h->headings);
    markup_text(h->to, b->heading);
    markup_print(h->to, "</h%d>\n", shown);
    write_blocks(h, b->first, NULL, level + 1);
    out_text(h->to, "</section>\n");
}

static void write_block(html *h, const doc_block *b, int level) {
    switch (b->kind) {
    case DOC_BLOCK_SECTION:
        write_section(h, b, level);
        break;
    case DOC_BLOCK_PARAGRAPH:
        write_element(h, "<p>", b->text, "</p>\n");
        break;
    case DOC_BLOCK_BULLET:
        write_element(h, "<li>", b->text, "</li>\n");
        break;
    case DOC_BLOCK_WARNING:
        write_element(h, "<p class=\"warning\"><strong>Warning:</strong> ",
                      b->text, "</p>\n");
        break;
    case DOC_BLOCK_NOTE:
        write_element(h, "<p class=\"note\"><strong>Note:</strong> ", b->text,
                      "</p>\n");
        break;
    case DOC_BLOCK_TABLE:
        html_table(h, b->table);
        break;
    case DOC_BLOCK_PLOT:
        html_figure(h, b->plot);
        break;
    }
}

static bool is_bullet(const doc_block *b) {
    return b && b->kind == DOC_BLOCK_BULLET;
}

/* From b up to `end`. */
static void write_blocks(html *h, const doc_block *b, const doc_block *end,
                         int level) {
    bool in_list = false;
    for (; b != end; b = b->next) {
        arena_place place = arena_mark(h->mem);
        if (is_bullet(b) && !in_list) out_text(h->to, "<ul>\n");
        write_block(h, b, level);
        in_list = is_bullet(b);
        if (in_list && !is_bullet(b->next)) out_text(h->to, "</ul>\n");
        arena_back(h->mem, place);
    }
}

/* --- The page: what it found first, then the contents --- */

static const doc_block *first_section(const doc *d) {
    const doc_block *b = doc_first(d);
    while (b && b->kind != DOC_BLOCK_SECTION)
        b = b->next;
    return b;
}

static size_t sections_in(const doc_block *b) {
    size_t count = 1;
    for (const doc_block *in = b->first; in; in = in->next)
        if (in->kind == DOC_BLOCK_SECTION) count += sections_in(in);
    return count;
}

static void write_contents(const html *h) {
    size_t count = 0;
    for (const doc_block *b = doc_first(h->d); b; b = b->next)
        count += b->kind == DOC_BLOCK_SECTION;
    if (count < CONTENTS_LEAST) return;
    out_text(h->to, "<nav aria-label=\"Contents\"><ol>\n");
    html walk = *h;
    for (const doc_block *b = doc_first(h->d); b; b = b->next) {
        if (b->kind != DOC_BLOCK_SECTION) continue;
        markup_print(h->to, "<li><a href=\"#h-%zu\">", walk.headings + 1);
        markup_text(h->to, b->heading);
        out_text(h->to, "</a></li>\n");
        walk.headings += sections_in(b);
    }
    if (h->key_count > 0)
        out_text(h->to,
                 "<li><a href=\"#refs\">Statements and sources</a></li>\n");
    out_text(h->to, "</ol></nav>\n");
}

static void write_head(const html *h, const char *title) {
    out_text(h->to, "<!doctype html>\n<html lang=\"en\">\n<head>\n"
                    "<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width, "
                    "initial-scale=1\">\n"
                    "<meta http-equiv=\"Content-Security-Policy\" "
                    "content=\"default-src 'none'; ");
    markup_print(h->to, "style-src '%s'; script-src '%s'\">\n",
                 html_style_digest, html_script_digest);
    out_text(h->to,
             "<meta name=\"color-scheme\" content=\"light dark\">\n<title>");
    markup_plain(h->to, title);
    out_text(h->to, "</title>\n<style>");
    out_text(h->to, html_style);
    out_text(h->to, "</style>\n</head>\n<body>\n");
}

void format_html(out_stream *to, const doc *d, const format_style *style,
                 arena *mem) {
    (void)style;
    html h = {.to = to, .d = d, .mem = mem};
    index_references(&h);
    h.words = html_words_new(d, mem);
    const char *title = doc_title_text(d) ? doc_title_text(d) : "Parley";
    write_head(&h, title);
    out_text(to, "<a class=\"skip\" href=\"#main\">Skip to the page</a>\n"
                 "<header><h1>");
    markup_text(to, title);
    out_text(to, "</h1></header>\n");
    out_text(to, "<main id=\"main\" tabindex=\"-1\">\n");
    const doc_block *sections = first_section(d);
    write_blocks(&h, doc_first(d), sections, 2);
    write_contents(&h);
    write_blocks(&h, sections, NULL, 2);
    html_words_list(&h);
    write_references(&h);
    out_text(to, "</main>\n<footer><p>Written by Parley.</p></footer>\n"
                 "<script>");
    out_text(to, html_script);
    out_text(to, "</script>\n</body>\n</html>\n");
}
