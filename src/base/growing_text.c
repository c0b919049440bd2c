/* SPDX-License-Identifier: Apache-2.0
 * The room doubles, so that adding piece by piece stays linear. */
#include "base/growing_text.h"

#include <string.h>

void growing_text_add(growing_text *to, const char *more) {
    size_t size = strlen(more);
    if (to->size + size + 1 > to->room) {
        size_t room = 2 * (to->size + size) + 256;
        to->bytes = arena_grow(to->mem, to->bytes, to->size, room, 1);
        to->room = room;
    }
    memcpy(to->bytes + to->size, more, size + 1);
    to->size += size;
}
