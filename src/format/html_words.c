/* SPDX-License-Identifier: Apache-2.0
 * Words in HTML: where one of the doc's words stands in a sentence, a cell or a
 * caption, it leads to what it means, the first time in every section; those
 * that the page has used are listed at its end, to be unfolded. A browser
 * unfolds them where a link leads there, without a script too; on paper they
 * are printed. */
#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "format/html.h"
#include "format/markup.h"

typedef struct way { /* in which a word is written */
    const char *text;
    size_t size, word;
} way;

struct html_words {
    way *ways;
    size_t way_count;
    const doc_word **words;
    size_t word_count;
    bool *linked, *used; /* [word]: in this section; on the page */
};

html_words *html_words_new(const doc *d, arena *mem) {
    html_words *w = ARENA_NEW(mem, html_words);
    size_t ways = 0;
    for (const doc_word *one = doc_words(d); one; one = one->next) {
        w->word_count++;
        for (size_t i = 0; one->written[i]; i++)
            ways++;
    }
    w->ways = ARENA_ARRAY(mem, way, ways + 1);
    w->words = ARENA_ARRAY(mem, const doc_word *, w->word_count + 1);
    w->linked = ARENA_ARRAY(mem, bool, w->word_count + 1);
    w->used = ARENA_ARRAY(mem, bool, w->word_count + 1);
    size_t at = 0;
    for (const doc_word *one = doc_words(d); one; one = one->next, at++) {
        w->words[at] = one;
        for (size_t i = 0; one->written[i]; i++)
            w->ways[w->way_count++] =
                (way){one->written[i], strlen(one->written[i]), at};
    }
    return w;
}

void html_words_again(html_words *w) {
    memset(w->linked, 0, w->word_count * sizeof *w->linked);
}

/* --- Finding --- */

static bool joins(char c) {
    return isalnum((unsigned char)c) || c == '-' || (unsigned char)c >= 0x80;
}

/* The longest way that stands here as a whole. */
static const way *way_at(const html_words *w, const char *text) {
    const way *longest = NULL;
    for (size_t i = 0; i < w->way_count; i++) {
        const way *one = &w->ways[i];
        if (w->linked[one->word] || (longest && one->size <= longest->size))
            continue;
        if (strncasecmp(text, one->text, one->size) == 0 &&
            !joins(text[one->size]))
            longest = one;
    }
    return longest;
}

static const way *next_way(const html_words *w, const char *text,
                           const char **where) {
    for (const char *at = text; *at; at++) {
        if (at > text && joins(at[-1])) continue;
        const way *found = way_at(w, at);
        *where = at;
        if (found) return found;
    }
    return NULL;
}

void html_say(const html *h, const char *text) {
    html_words *w = h->words;
    const char *at;
    for (const way *one; (one = next_way(w, text, &at)) != NULL;
         text = at + one->size) {
        markup_text(h->to, arena_text(h->mem, text, (size_t)(at - text)));
        out_text(h->to, "<a class=\"w\" href=\"#w-");
        markup_key(h->to, w->words[one->word]->written[0]);
        out_text(h->to, "\">");
        markup_text(h->to, arena_text(h->mem, at, one->size));
        out_text(h->to, "</a>");
        w->linked[one->word] = w->used[one->word] = true;
    }
    markup_text(h->to, text);
}

/* --- The list --- */

void html_words_list(const html *h) {
    html_words *w = h->words;
    memset(w->linked, 1, w->word_count * sizeof *w->linked);
    bool any = false;
    for (size_t i = 0; i < w->word_count; i++)
        any = any || w->used[i];
    if (!any) return;
    out_text(h->to, "<section class=\"words\"><h2 id=\"words\">Words on this "
                    "page</h2>\n<details><summary>What they mean</summary>\n"
                    "<dl>\n");
    for (size_t i = 0; i < w->word_count; i++) {
        if (!w->used[i]) continue;
        out_text(h->to, "<dt id=\"w-");
        markup_key(h->to, w->words[i]->written[0]);
        out_text(h->to, "\">");
        markup_text(h->to, w->words[i]->written[0]);
        out_text(h->to, "</dt><dd>");
        markup_text(h->to, w->words[i]->meaning);
        out_text(h->to, "</dd>\n");
    }
    out_text(h->to, "</dl></details></section>\n");
}
