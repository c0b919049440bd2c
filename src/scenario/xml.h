/* SPDX-License-Identifier: Apache-2.0
 * An XML text as a tree in which every element knows its place. */
#ifndef SCENARIO_XML_H
#define SCENARIO_XML_H

#include "base/diag.h"

typedef struct xml_attribute {
    const char *name, *value;
} xml_attribute;

typedef struct xml_node xml_node;
struct xml_node {
    const char *name;
    span at; /* its opening tag */
    const xml_attribute *attributes;
    int attribute_count;
    const xml_node *first, *next; /* first child; next of the same parent */
};

/* False in a build without expat. */
bool xml_available(void);
/* NULL with a located error. What GENIUS's own parser accepts and a strict one
 * doesn't is repaired first, each repair reported as a warning. A build
 * without expat reports that it can't. */
const xml_node *xml_parse(const source_text *text, arena *mem, parley_diags *d);
/* The value of an attribute, or NULL; n may be NULL. */
const char *xml_get(const xml_node *n, const char *name);
/* The next element of this name, from `from` on (a first child or `next`). */
const xml_node *xml_find(const xml_node *from, const char *name);

/* --- Repairs (repair.c) --- */

/* A text that was mended: `text` for the parser, `shown` for people. */
typedef struct xml_mended {
    const source_text *shown;
    const char *bytes;
    size_t size;
    const struct xml_edit *edits; /* by place */
    size_t edit_count;
} xml_mended;

typedef struct xml_edit { /* `added` bytes more before `at` (in the mended) */
    size_t at;
    size_t added;
} xml_edit;

xml_mended xml_mend(const source_text *text, arena *mem, parley_diags *d);

#endif
