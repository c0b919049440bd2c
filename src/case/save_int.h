/* SPDX-License-Identifier: Apache-2.0
 * What the files that write case texts share. */
#ifndef CASE_SAVE_INT_H
#define CASE_SAVE_INT_H

#include "base/growing_text.h"
#include "case/save.h"

typedef enum flow_style { FLOW_YAML, FLOW_JSON } flow_style;

/* A node on one line, inside [ ] or { } of its style. */
void flow_node(growing_text *b, const node *n, flow_style style);
void flow_entry(growing_text *b, const node_entry *e, flow_style style);
/* A name or text, in quotes where it needs them. */
void flow_text(growing_text *b, const char *text, flow_style style);

/* An id for a name ("United Kingdom" becomes "united-kingdom"), with a number
 * if one of the `count` earlier ids is the same. */
const char *case_new_id(const char *name, const char *fallback,
                        const char *const *ids, int count, arena *mem);

#endif
