/* SPDX-License-Identifier: Apache-2.0
 * Runs of text in HTML. A citation leads to the reference of its entry or
 * place, a number to that of what it rests on; where the page has none, they
 * are text. Tones never say anything by colour alone: the words do. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "format/html.h"
#include "format/markup.h"

static int by_text(const void *key, const void *item) {
    const char *const *other = item;
    return strcmp(key, *other);
}

bool html_refers(const html *h, const char *key) {
    return key && h->key_count > 0 &&
           bsearch(key, h->keys, h->key_count, sizeof *h->keys, by_text);
}

static void link_begin(const html *h, const char *class, const char *key) {
    out_text(h->to, "<a class=\"");
    out_text(h->to, class);
    out_text(h->to, "\" href=\"#r-");
    markup_key(h->to, key);
    out_text(h->to, "\">");
}

/* The error stands back behind the number. */
static void write_number(const html *h, const doc_run *r) {
    static const char spread[] = " \xc2\xb1";
    const char *error = strstr(r->text, spread);
    bool linked = !isnan(r->value) && html_refers(h, r->id);
    if (linked) link_begin(h, "n", r->id);
    size_t size = error ? (size_t)(error - r->text) : strlen(r->text);
    markup_text(h->to, arena_text(h->mem, r->text, size));
    if (linked) out_text(h->to, "</a>");
    if (!error) return;
    out_text(h->to, "<span class=\"pm\">");
    markup_text(h->to, error);
    out_text(h->to, "</span>");
}

static void write_key(const html *h, const char *key) {
    bool linked = html_refers(h, key);
    if (linked) link_begin(h, "c", key);
    markup_text(h->to, key);
    if (linked) out_text(h->to, "</a>");
}

/* Citations in a row stand in one bracket. */
static const doc_run *write_citations(const html *h, const doc_run *r) {
    out_text(h->to, " <span class=\"cites\">[");
    const char *join = "";
    for (; r && r->kind == DOC_RUN_CITATION; r = r->next) {
        out_text(h->to, join);
        if (r->id) write_key(h, r->id);
        if (r->id && r->place) out_text(h->to, ", ");
        if (r->place) write_key(h, r->place);
        join = "; ";
    }
    out_text(h->to, "]</span>");
    return r;
}

static const char *class_of(doc_tone tone) {
    switch (tone) {
    case DOC_GOOD:
        return "good";
    case DOC_BAD:
        return "bad";
    case DOC_MUTED:
        return "muted";
    case DOC_STRONG:
        return "strong";
    case DOC_PLAIN:
        break;
    }
    return NULL;
}

/* What stands between backticks is to be typed. */
static void write_plain(const html *h, const char *text) {
    const char *open = strchr(text, '`');
    const char *end = open ? strchr(open + 1, '`') : NULL;
    if (!end) {
        html_say(h, text);
        return;
    }
    size_t before = (size_t)(open - text), inside = (size_t)(end - open) - 1;
    html_say(h, arena_text(h->mem, text, before));
    out_text(h->to, "<code>");
    markup_text(h->to, arena_text(h->mem, open + 1, inside));
    out_text(h->to, "</code>");
    write_plain(h, end + 1);
}

static void write_words(const html *h, const doc_run *r) {
    const char *class = class_of(r->tone);
    bool strong = r->tone == DOC_STRONG;
    if (strong)
        out_text(h->to, "<strong>");
    else if (class)
        markup_print(h->to, "<span class=\"%s\">", class);
    write_plain(h, r->text);
    if (strong)
        out_text(h->to, "</strong>");
    else if (class)
        out_text(h->to, "</span>");
}

static void write_also(const html *h, const doc_run *r) {
    out_text(h->to, "<span id=\"r-");
    markup_key(h->to, r->id);
    out_text(h->to, "\">");
    markup_text(h->to, r->text);
    out_text(h->to, "</span>");
}

void html_runs(const html *h, const doc_text *t) {
    if (!t) return;
    const char *class = class_of(t->tone);
    if (class) markup_print(h->to, "<span class=\"%s\">", class);
    for (const doc_run *r = t->first; r;) {
        if (r->kind == DOC_RUN_CITATION) {
            r = write_citations(h, r);
            continue;
        }
        if (r->kind == DOC_RUN_NUMBER)
            write_number(h, r);
        else if (r->kind == DOC_RUN_ALSO)
            write_also(h, r);
        else
            write_words(h, r);
        r = r->next;
    }
    if (class) out_text(h->to, "</span>");
}
