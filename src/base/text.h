/* SPDX-License-Identifier: Apache-2.0
 * Comparing and measuring text. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* NULL as "". */
const char *text_or_empty(const char *text);
bool text_same(const char *a, const char *b); /* NULL equals NULL only */
bool text_begins(const char *text, const char *prefix);

/* The candidate nearest to `word` by edits (Damerau-Levenshtein, at most a
 * third of its length and at least 1), or NULL. For hints. */
const char *text_nearest(const char *word, const char *const *candidates,
                         size_t count);

/* Decodes one character; returns its bytes (at least 1 if size > 0). Invalid
 * sequences give U+FFFD and 1. */
size_t text_decode(const char *bytes, size_t size, uint32_t *character);
/* Offset of the first byte that is not valid UTF-8, or size. */
size_t text_valid_utf8(const char *bytes, size_t size);
/* Columns on a terminal: 0 for combining marks, 2 for wide characters. */
size_t text_width(const char *text);

#endif
