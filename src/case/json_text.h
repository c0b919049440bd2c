/* SPDX-License-Identifier: Apache-2.0
 * A text of JSON, as it stands between its quotes. */
#ifndef CASE_JSON_TEXT_H
#define CASE_JSON_TEXT_H

#include <stddef.h>

/* Where the text that begins here ends: the offset of its closing quote, or
 * size if there is none. */
size_t json_text_end(const char *bytes, size_t size);
/* How much of it is printable ASCII that stands for itself: no escape, no
 * quote. */
size_t json_text_plain(const char *bytes, size_t size);
/* Puts what its escapes stand for in their place, where it stands, and ends it
 * with a zero byte (which takes the quote's room if nothing got shorter).
 * Returns NULL, or what is wrong at byte *at: it is not UTF-8, has a control
 * character, an escape that is none, an escaped zero or half a pair. */
const char *json_text_read(char *bytes, size_t size, size_t *at);

#endif
