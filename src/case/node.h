/* SPDX-License-Identifier: Apache-2.0
 * A YAML or JSON text as a tree in which every node knows its place. All
 * scalars are text: YAML's types are never applied. */
#ifndef CASE_NODE_H
#define CASE_NODE_H

#include "base/diag.h"

typedef enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAP } node_kind;

typedef struct node node;
typedef struct node_entry {
    const char *key;
    span key_at;
    const node *value;
} node_entry;

struct node {
    node_kind kind;
    span at;
    const char *text;          /* NODE_TEXT; a plain empty scalar is "" */
    bool quoted;               /* NODE_TEXT written in quotes or as a block */
    const node *const *items;  /* NODE_LIST */
    const node_entry *entries; /* NODE_MAP, in the order of the file */
    size_t count;
    bool flow; /* a list or map written with [ ] or { } */
};

/* Parses `text` into mem. Reported: syntax errors (the first one ends the
 * reading, and the message says so), duplicate keys, anchors, aliases, tags,
 * several documents, nesting deeper than 100, keys that are not scalars, not
 * UTF-8. False if the tree can't be used (syntax, limits); duplicates and the
 * like are reported and the tree is still given so that checks go on. */
bool node_parse(const node **out, const source_text *text, arena *mem,
                parley_diags *d);

/* The two as one tree: mappings are joined key by key, lists end to end; of
 * anything else, and where the two differ in kind, the first stays. */
const node *node_join(const node *a, const node *b, arena *mem);

/* The value of a key, or NULL; n may be NULL or no map. */
const node *node_find(const node *n, const char *key);

#endif
