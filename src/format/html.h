/* SPDX-License-Identifier: Apache-2.0
 * What the files of the HTML format share. */
#ifndef FORMAT_HTML_H
#define FORMAT_HTML_H

#include "doc/doc.h"
#include "format/out.h"

/* The style and the script of the page (data/report.css and figure.css,
 * report.js), and what the policy calls them. */
extern const char html_style[], html_style_digest[];
extern const char html_script[], html_script_digest[];

/* Words of the doc, and which of them the page has used. */
typedef struct html_words html_words;

typedef struct html {
    out_stream *to;
    const doc *d;
    const char **keys; /* of the references, sorted */
    size_t key_count;
    html_words *words;
    size_t headings, figures; /* so far */
    arena *mem;
} html;

/* Runs with their links; t may be NULL. */
void html_runs(const html *h, const doc_text *t);
void html_table(const html *h, const doc_table *t);
void html_figure(html *h, const doc_plot *p);
/* --- Words that are explained --- */

html_words *html_words_new(const doc *d, arena *mem);
/* From here on each word is linked once more. */
void html_words_again(html_words *w);
/* Text in which words lead to what they mean. */
void html_say(const html *h, const char *text);
/* What those that the page has used mean; from here on none is linked. */
void html_words_list(const html *h);

/* True if the page has a reference for this key, which may be NULL. */
bool html_refers(const html *h, const char *key);

#endif
