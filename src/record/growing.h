/* SPDX-License-Identifier: Apache-2.0
 * A list of numbers that is being written. Inside src/record only. */
#ifndef RECORD_GROWING_H
#define RECORD_GROWING_H

#include "case/model.h"

typedef struct growing {
    int *items;
    int count, room;
} growing;

static inline void growing_add(growing *to, int item, arena *mem) {
    if (to->count == to->room) {
        int room = 2 * to->room + 2;
        to->items = arena_grow(mem, to->items, (size_t)to->count, (size_t)room,
                               sizeof item);
        to->room = room;
    }
    to->items[to->count++] = item;
}

static inline int_list growing_list(const growing *from) {
    return (int_list){from->items, from->count};
}

#endif
