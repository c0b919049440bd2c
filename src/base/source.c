/* SPDX-License-Identifier: Apache-2.0
 * Texts and places in them. A line ends with LF or CR LF; a lone CR does not
 * end one (libyaml counts it as a break: see source_offset's clipping). */
#include "base/source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "base/text.h"

static size_t count_lines(const char *bytes, size_t size) {
    size_t lines = 1;
    for (size_t i = 0; i < size; i++)
        lines += bytes[i] == '\n';
    return lines;
}

source_text *source_new(arena *mem, const char *name, const void *bytes,
                        size_t size) {
    source_text *text = ARENA_NEW(mem, source_text);
    text->name = arena_copy(mem, name);
    text->bytes = arena_text(mem, bytes, size);
    text->size = size;
    text->line_count = count_lines(text->bytes, size);
    size_t *begin = ARENA_ARRAY(mem, size_t, text->line_count);
    size_t line = 0;
    for (size_t i = 0; i < size; i++)
        if (text->bytes[i] == '\n') begin[++line] = i + 1;
    text->line_begin = begin;
    return text;
}

static size_t find_line(const source_text *text, size_t offset) {
    size_t low = 0, high = text->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (text->line_begin[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const char *source_line(const source_text *text, size_t line, size_t *size) {
    size_t begin = text->line_begin[line];
    size_t end = line + 1 < text->line_count ? text->line_begin[line + 1] - 1
                                             : text->size;
    if (end > begin && text->bytes[end - 1] == '\r') end--;
    *size = end - begin;
    return text->bytes + begin;
}

static size_t byte_order_mark(const source_text *text) {
    return text->size >= 3 && memcmp(text->bytes, "\xef\xbb\xbf", 3) == 0 ? 3
                                                                          : 0;
}

source_place source_locate(const source_text *text, size_t offset) {
    if (offset > text->size) offset = text->size;
    size_t line = find_line(text, offset);
    size_t i = text->line_begin[line];
    if (line == 0 && offset >= 3) i += byte_order_mark(text);
    int column = 1;
    while (i < offset) {
        uint32_t character;
        i += text_decode(text->bytes + i, text->size - i, &character);
        if (i <= offset) column++;
    }
    return (source_place){(int)line + 1, column};
}

size_t source_offset(const source_text *text, size_t line, size_t column) {
    if (line >= text->line_count) return text->size;
    size_t size;
    const char *bytes = source_line(text, line, &size);
    size_t i = line == 0 ? byte_order_mark(text) : 0;
    for (size_t c = 0; c < column && i < size; c++) {
        uint32_t character;
        i += text_decode(bytes + i, size - i, &character);
    }
    return (size_t)(bytes - text->bytes) + i;
}

/* --- Reading files --- */

typedef struct reading {
    char *bytes;
    size_t size, room;
} reading;

/* One byte over `most` is enough to know that the file is too large. */
static void read_all(reading *r, FILE *file, size_t most, arena *mem) {
    size_t got;
    do {
        if (r->size == r->room) {
            size_t room = r->room ? 2 * r->room : (size_t)64 * 1024;
            r->bytes = arena_grow(mem, r->bytes, r->size, room, 1);
            r->room = room;
        }
        got = fread(r->bytes + r->size, 1, r->room - r->size, file);
        r->size += got;
    } while (got > 0 && r->size <= most);
}

static void close_file(void *subject) {
    FILE **slot = subject;
    if (*slot) (void)fclose(*slot);
}

/* The slot is there before the file is, so a failure leaks no file. */
static FILE *open_file(const char *path, arena *mem) {
    if (text_same(path, "-")) return stdin;
    FILE **slot = ARENA_NEW(mem, FILE *);
    arena_defer(mem, close_file, slot);
    return *slot = fopen(path, "rb");
}

static bool read_file(reading *r, const char *path, size_t most, arena *mem,
                      parley_diags *d) {
    FILE *file = open_file(path, mem);
    if (file) read_all(r, file, most, mem);
    if (!file || ferror(file))
        return diag_error(d, SPAN_NONE, "file/unreadable", "can't read %s: %s",
                          path, strerror(errno));
    if (r->size > most)
        return diag_limit(d, SPAN_NONE, "file/too-large",
                          "%s is larger than %zu bytes, the most that is read",
                          path, most);
    return true;
}

bool source_read(source_text **out, const char *path, size_t most, arena *mem,
                 parley_diags *d) {
    arena *scratch = arena_child(mem);
    reading r = {NULL, 0, 0};
    bool ok = read_file(&r, path, most, scratch, d);
    const char *name = text_same(path, "-") ? "standard input" : path;
    *out = ok ? source_new(mem, name, r.size ? r.bytes : "", r.size) : NULL;
    arena_free(scratch);
    return ok;
}
