/* SPDX-License-Identifier: Apache-2.0
 * A hash table with open places, at most half full; numbers don't depend on
 * the hash. */
#include "deal/words.h"

#include <string.h>

void words_add(words *to, uintptr_t word) {
    if (to->count == to->room) {
        size_t room = to->room ? 2 * to->room : 64;
        to->items =
            arena_grow(to->mem, to->items, to->room, room, sizeof *to->items);
        to->room = room;
    }
    to->items[to->count++] = word;
}

word_set word_set_new(arena *mem) {
    return (word_set){.all = {.mem = mem}, .mem = mem};
}

static uint64_t hash_of(const uintptr_t *items, size_t count) {
    uint64_t h = count;
    for (size_t i = 0; i < count; i++) {
        h = (h ^ items[i]) * UINT64_C(0xff51afd7ed558ccd);
        h ^= h >> 32;
    }
    return h;
}

static bool is_text(const word_set *s, uint32_t number, const words *text) {
    const size_t from = s->begin[number];
    return s->begin[number + 1] - from == text->count &&
           (text->count == 0 || memcmp(s->all.items + from, text->items,
                                       text->count * sizeof(uintptr_t)) == 0);
}

/* Where a text stands in the table, or would. */
static size_t place_of(const word_set *s, const words *text) {
    const size_t mask = s->table_size - 1;
    size_t at = hash_of(text->items, text->count) & mask;
    while (s->table[at] != UINT32_MAX && !is_text(s, s->table[at], text))
        at = (at + 1) & mask;
    return at;
}

static void grow(word_set *s) {
    const size_t room = s->room ? 2 * s->room : 32;
    s->begin = arena_grow(s->mem, s->begin, s->room ? s->room + 1 : 0, room + 1,
                          sizeof *s->begin);
    s->room = room;
    s->table_size = 2 * room;
    s->table = ARENA_ARRAY(s->mem, uint32_t, s->table_size);
    memset(s->table, 0xff, s->table_size * sizeof *s->table);
    for (uint32_t i = 0; i < s->count; i++) {
        const words text = {.items = s->all.items + s->begin[i],
                            .count = s->begin[i + 1] - s->begin[i]};
        s->table[place_of(s, &text)] = i;
    }
}

uint32_t word_set_add(word_set *s, const words *text) {
    if (s->count == s->room) grow(s);
    const size_t at = place_of(s, text);
    if (s->table[at] != UINT32_MAX) return s->table[at];
    for (size_t i = 0; i < text->count; i++)
        words_add(&s->all, text->items[i]);
    s->table[at] = (uint32_t)s->count;
    s->begin[++s->count] = s->all.count;
    return s->table[at];
}
