/* SPDX-License-Identifier: Apache-2.0
 * What the readers of YAML and of JSON share: children of collections that are
 * still open lie on one pile and move into their node when it closes; keys
 * that come twice are told. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "case/node_int.h"

enum {
    FEW_KEYS = 8,     /* up to here comparing all pairs is cheaper */
    HINTS_MOST = 100, /* more than are kept */
};

node *node_new(node_builder *b, node_kind kind, span at) {
    node *n = ARENA_NEW(b->mem, node);
    n->kind = kind;
    n->at = at;
    return n;
}

void node_put(node_builder *b, node_entry entry) {
    if (b->count == b->room) {
        size_t room = b->room ? 2 * b->room : 64;
        b->open =
            arena_grow(b->scratch, b->open, b->count, room, sizeof *b->open);
        b->room = room;
    }
    b->open[b->count++] = entry;
}

void node_take(node_builder *b, node *n, size_t base) {
    n->count = b->count - base;
    b->count = base;
    if (n->count == 0) return; /* there may be no pile yet */
    const node_entry *from = b->open + base;
    if (n->kind == NODE_MAP) {
        n->entries = arena_grow(b->mem, from, n->count, n->count, sizeof *from);
        return;
    }
    const node **items = ARENA_ARRAY(b->mem, const node *, n->count);
    for (size_t i = 0; i < n->count; i++)
        items[i] = from[i].value;
    n->items = items;
}

/* --- Keys that come twice --- */

typedef struct sorted_key {
    const char *key;
    size_t index;
} sorted_key;

static int by_key(const void *a, const void *b) {
    const sorted_key *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order != 0) return order;
    return (x->index > y->index) - (x->index < y->index);
}

static void report_twice(node_builder *b, const node_entry *first,
                         const node_entry *again) {
    diag_error(b->d, again->key_at, "yaml/duplicate-key",
               "key \"%s\" stands here a second time", again->key);
    if (b->twice++ >= HINTS_MOST) return; /* a place takes time to find */
    diag_hint(b->d, "the first is on line %d",
              source_locate(b->text, first->key_at.begin).line);
}

static void compare_pairs(node_builder *b, const node *map) {
    for (size_t i = 1; i < map->count; i++)
        for (size_t j = 0; j < i; j++)
            if (text_same(map->entries[i].key, map->entries[j].key)) {
                report_twice(b, &map->entries[j], &map->entries[i]);
                break;
            }
}

void node_check_keys(node_builder *b, const node *map) {
    if (map->count <= FEW_KEYS) {
        compare_pairs(b, map);
        return;
    }
    arena_place back = arena_mark(b->scratch);
    sorted_key *sorted = ARENA_ARRAY(b->scratch, sorted_key, map->count);
    for (size_t i = 0; i < map->count; i++)
        sorted[i] = (sorted_key){map->entries[i].key, i};
    qsort(sorted, map->count, sizeof *sorted, by_key);
    const sorted_key *first = sorted;
    for (size_t i = 1; i < map->count; i++) {
        if (text_same(first->key, sorted[i].key))
            report_twice(b, &map->entries[first->index],
                         &map->entries[sorted[i].index]);
        else
            first = &sorted[i];
    }
    arena_back(b->scratch, back);
}
