/* SPDX-License-Identifier: Apache-2.0
 * A line of the log: one flat JSON object. */
#ifndef PROCESS_LINE_H
#define PROCESS_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { LINE_KEYS_MOST = 24, LINE_ITEMS_MOST = 64 };

typedef enum line_shape {
    LINE_TEXT,   /* also numbers, true and false as they are written */
    LINE_LIST,   /* of texts */
    LINE_OBJECT, /* kept as JSON */
} line_shape;

typedef struct line_field {
    const char *key;
    line_shape shape;
    const char *text; /* TEXT, OBJECT */
    const char *const *items;
    size_t count;
} line_field;

typedef struct line_object {
    line_field fields[LINE_KEYS_MOST];
    size_t count;
    const char *problem; /* where reading failed: what is wrong */
    size_t at;           /* ... and at which byte */
} line_object;

/* False if the line is no JSON object of texts, lists of texts and objects. */
bool line_read(line_object *out, const char *bytes, size_t size, arena *mem);
const line_field *line_find(const line_object *o, const char *key);

#endif
