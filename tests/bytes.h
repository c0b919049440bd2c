/* SPDX-License-Identifier: Apache-2.0
 * A sink that keeps what it is given, and files as text. */
#ifndef TESTS_BYTES_H
#define TESTS_BYTES_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "parley.h"

typedef struct kept_bytes {
    char *text; /* ends with a zero byte; NULL while empty */
    size_t size, room;
    size_t writes_left; /* fails once none is left */
} kept_bytes;

#define BYTES_NONE ((kept_bytes){NULL, 0, 0, SIZE_MAX})

static inline bool bytes_take(void *self, const char *from, size_t size) {
    kept_bytes *b = self;
    if (b->writes_left == 0) return false;
    b->writes_left--;
    if (b->size + size + 1 > b->room) {
        b->room = 2 * (b->size + size + 1);
        b->text = realloc(b->text, b->room);
        if (!b->text) abort();
    }
    memcpy(b->text + b->size, from, size);
    b->size += size;
    b->text[b->size] = '\0';
    return true;
}

static inline parley_sink bytes_sink(kept_bytes *b) {
    return (parley_sink){b, bytes_take};
}

/* A file's text, or NULL; the caller frees it. */
static inline char *bytes_of_file(const char *path) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    kept_bytes b = BYTES_NONE;
    char piece[4096];
    size_t got;
    (void)bytes_take(&b, "", 0);
    while ((got = fread(piece, 1, sizeof piece, file)) > 0)
        (void)bytes_take(&b, piece, got);
    (void)fclose(file);
    return b.text;
}

#endif
