/* SPDX-License-Identifier: Apache-2.0
 * What the files of the text format share. */
#ifndef FORMAT_PAGE_H
#define FORMAT_PAGE_H

#include "format/flow.h"
#include "format/format.h"

typedef struct page {
    out_stream *to;
    size_t width;
    bool colour;
    arena *mem;
} page;

/* A paragraph; `first` stands before its first line, and the other lines are
 * indented as far. */
void page_paragraph(const page *p, const char *first, flow *f);
/* The same of "LABEL text" with a tone for the label. */
void page_labelled(const page *p, const char *first, const char *label,
                   const doc_text *t, doc_tone tone);
void page_table(const page *p, const doc_table *t);
void page_plot(const page *p, const doc_plot *plot);
void page_scatter(const page *p, const doc_plot *plot);
void page_timeline(const page *p, const doc_plot *plot);
/* `text` padded with spaces to `width` columns; never cut. */
void page_padded(const page *p, const char *text, size_t width, bool to_right);
void page_toned(const page *p, doc_tone tone, const char *text);

#endif
