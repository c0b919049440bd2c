/* SPDX-License-Identifier: Apache-2.0
 * What the files of the tree share. */
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

enum {
    NODE_DEEPEST = 100,
    NODE_PARTS_MOST = 1000000, /* keys and values */
};

/* A tree in the making. */
typedef struct node_builder {
    const source_text *text;
    node_entry *open; /* children of what is still open; of a list: no key */
    size_t count, room;
    size_t parts, twice; /* nodes and keys; keys that came again */
    arena *mem, *scratch;
    parley_diags *d;
} node_builder;

node *node_new(node_builder *b, node_kind kind, span at);
void node_put(node_builder *b, node_entry entry);
/* Moves what lies on the pile from `base` on into the node. */
void node_take(node_builder *b, node *n, size_t base);
void node_check_keys(node_builder *b, const node *map);

/* The tree of a text that is a JSON object; NULL, without a word, where it is
 * anything else or would not be read by libyaml as the same. */
const node *node_read_json(const source_text *text, arena *mem);

#endif
