/* SPDX-License-Identifier: Apache-2.0
 * Reading a file, or standard input, up to a size that no sane input has. */
#include "cli/input.h"

#include <stdio.h>

#include "base/text.h"
#include "cli/report.h"

enum { MOST_INPUT = 64 * 1024 * 1024 };

/* All of a stream, or NULL if it is too long or can't be read. */
static const char *read_stream(FILE *from, size_t *size, arena *mem) {
    char *text = NULL;
    size_t room = 0;
    *size = 0;
    while (!feof(from) && !ferror(from) && *size < MOST_INPUT) {
        text = arena_grow(mem, text, room, 2 * room + 4096, 1);
        room = 2 * room + 4096;
        *size += fread(text + *size, 1, room - *size, from);
    }
    return ferror(from) || *size >= MOST_INPUT ? NULL : text;
}

const char *input_read(const char *path, size_t *size, arena *mem) {
    bool standard = text_same(path, "-");
    FILE *from = standard ? stdin : fopen(path, "rb");
    const char *text = from ? read_stream(from, size, mem) : NULL;
    if (!text) say_error("can't read %s", path);
    if (from && !standard) (void)fclose(from);
    return text;
}
