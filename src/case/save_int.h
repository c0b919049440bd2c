/* SPDX-License-Identifier: Apache-2.0
 * What the files that write case texts share. */
#ifndef CASE_SAVE_INT_H
#define CASE_SAVE_INT_H

#include "case/save.h"

/* A text that grows. */
typedef struct text_buffer {
    arena *mem;
    char *bytes; /* ends with a zero byte; NULL while empty */
    size_t size, room;
} text_buffer;

void buffer_add(text_buffer *b, const char *bytes, size_t size);
void buffer_text(text_buffer *b, const char *text);

typedef enum flow_style { FLOW_YAML, FLOW_JSON } flow_style;

/* A node on one line, inside [ ] or { } of its style. */
void flow_node(text_buffer *b, const node *n, flow_style style);
void flow_entry(text_buffer *b, const node_entry *e, flow_style style);
/* A name or text, in quotes where it needs them. */
void flow_text(text_buffer *b, const char *text, flow_style style);

/* An id for a name ("United Kingdom" becomes "united-kingdom"), with a number
 * if one of the `count` earlier ids is the same. */
const char *case_new_id(const char *name, const char *fallback,
                        const char *const *ids, int count, arena *mem);

#endif
