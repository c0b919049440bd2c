/* SPDX-License-Identifier: Apache-2.0
 * Reading a text in a test, and the words that a span of it points at. */
#ifndef TESTS_READING_H
#define TESTS_READING_H

#include "read/read.h"
#include "test.h"

static inline const read_report *read_with(arena *mem, const char *text,
                                           read_options o, parley_diags *d) {
    const source_text *s = source_new(mem, "report", text, strlen(text));
    return read_run(s, &o, mem, d);
}

static inline const read_report *read_plain(arena *mem, const char *text) {
    return read_with(mem, text, (read_options){0}, NULL);
}

static inline const char *words(arena *mem, const read_report *r, read_span s) {
    return arena_text(mem, r->text->bytes + s.begin, s.end - s.begin);
}

#endif
