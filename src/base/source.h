/* SPDX-License-Identifier: Apache-2.0
 * A text that was read, and places in it. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* A file's bytes with the offsets at which its lines begin. */
typedef struct source_text {
    const char *name; /* as shown in problems */
    const char *bytes;
    size_t size;
    const size_t *line_begin; /* line_count entries, line_begin[0] == 0 */
    size_t line_count;
} source_text;

/* Half-open byte range of a text; text NULL: no place. */
typedef struct span {
    const source_text *text;
    size_t begin, end;
} span;

/* Line and column from 1; columns count characters (UTF-8 sequences). */
typedef struct source_place {
    int line, column;
} source_place;

#define SPAN_NONE ((span){NULL, 0, 0})

/* Copies name and bytes into mem. */
source_text *source_new(arena *mem, const char *name, const void *bytes,
                        size_t size);
source_place source_locate(const source_text *text, size_t offset);
/* Byte offset of a 0-based line and a 0-based column in characters; clipped
 * to the line. */
size_t source_offset(const source_text *text, size_t line, size_t column);
/* The line (0-based) without its end. */
const char *source_line(const source_text *text, size_t line, size_t *size);

/* Reads a whole file ("-" is standard input), refusing more than `most`
 * bytes. False with a diag otherwise. */
bool source_read(source_text **out, const char *path, size_t most, arena *mem,
                 parley_diags *d);

#endif
