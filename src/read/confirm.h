/* SPDX-License-Identifier: Apache-2.0
 * Drafts on their way into the record. */
#ifndef READ_CONFIRM_H
#define READ_CONFIRM_H

#include "case/node.h"
#include "read/read.h"

/* One draft of a file that `parley read` wrote and a person may have edited. */
typedef struct confirm_item {
    span at;             /* the list item in the file */
    const char *id;      /* or "" */
    const char *kind;    /* of the entry it would be */
    const char *speaker; /* or NULL */
    const char *stance;  /* or NULL */
    text_list words;
    const char *entry;  /* the record entry, YAML on one line, no draft */
    const char *source; /* its source, "{id: {...}}", where the file tells of
                           it, or NULL */
    text_list missing;  /* what it lacks to be one: "for", "between" */
    const char *note;   /* what was changed to make it one, or NULL */
} confirm_item;

typedef struct confirm_list {
    const confirm_item *items;
    size_t count;
} confirm_list;

/* False with a diag if the text is no list of drafts. */
bool confirm_read(confirm_list *out, const source_text *drafts, arena *mem,
                  parley_diags *d);

#endif
