/* SPDX-License-Identifier: Apache-2.0
 * What node.c hands to libyaml. */
#ifndef CASE_NODE_INT_H
#define CASE_NODE_INT_H

#include "case/node.h"

/* A text made ready for libyaml: without a byte order mark, and with JSON's
 * pairs of escapes for one character replaced by that character. */
typedef struct node_input {
    const char *bytes;
    size_t size;
    size_t skipped;      /* bytes before the first one */
    const size_t *joins; /* offsets just behind each replaced pair */
    size_t join_count;
} node_input;

/* False with a diag if a character is not UTF-8 or not allowed. */
bool node_input_make(node_input *out, const source_text *text, arena *mem,
                     parley_diags *d);
/* Where a byte of the input stands in the text. */
size_t node_input_offset(const node_input *in, size_t offset);

/* Offset of the first character that may not stand in a text, or size. */
size_t node_find_control(const char *bytes, size_t size);

#endif
