/* SPDX-License-Identifier: Apache-2.0
 * What the files of the text format share. */
#ifndef FORMAT_TEXT_H
#define FORMAT_TEXT_H

#include "format/flow.h"
#include "format/format.h"

typedef struct text_page {
    out *to;
    size_t width;
    bool colour;
    arena *mem;
} text_page;

/* A paragraph; `first` stands before its first line, and the other lines are
 * indented as far. */
void text_paragraph(const text_page *p, const char *first, flow *f);
/* The same of "LABEL text" with a tone for the label. */
void text_labelled(const text_page *p, const char *first, const char *label,
                   const doc_text *t, doc_tone tone);
void text_table(const text_page *p, const doc_table *t);
void text_plot(const text_page *p, const doc_plot *plot);
void text_scatter(const text_page *p, const doc_plot *plot);
void text_timeline(const text_page *p, const doc_plot *plot);
/* `text` padded with spaces to `width` columns; never cut. */
void text_padded(const text_page *p, const char *text, size_t width,
                 bool to_right);
void text_toned(const text_page *p, doc_tone tone, const char *text);

#endif
