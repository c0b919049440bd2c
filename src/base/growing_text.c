/* SPDX-License-Identifier: Apache-2.0
 * The room doubles, so that adding piece by piece stays linear. */
#include "base/growing_text.h"

#include <string.h>

void growing_text_put(growing_text *to, const char *bytes, size_t size) {
    if (to->size + size + 1 > to->room) {
        size_t room = 2 * (to->size + size) + 256;
        to->bytes = arena_grow(to->mem, to->bytes, to->size, room, 1);
        to->room = room;
    }
    if (size > 0) memcpy(to->bytes + to->size, bytes, size);
    to->size += size;
    to->bytes[to->size] = '\0';
}

void growing_text_add(growing_text *to, const char *more) {
    growing_text_put(to, more, strlen(more));
}
