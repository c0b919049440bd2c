/* SPDX-License-Identifier: Apache-2.0
 * A text that is being written. Begin with {.mem = mem}; `bytes` is NULL until
 * something was added and ends with a zero byte then. */
#ifndef BASE_GROWING_TEXT_H
#define BASE_GROWING_TEXT_H

#include "base/arena.h"

typedef struct growing_text {
    arena *mem;
    char *bytes;
    size_t size, room;
} growing_text;

void growing_text_add(growing_text *to, const char *more);
void growing_text_put(growing_text *to, const char *bytes, size_t size);

#endif
