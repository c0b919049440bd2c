/* SPDX-License-Identifier: Apache-2.0
 * Two trees as one. Nodes are shared; only the mappings and lists on the way to
 * what is added are made anew. */
#include <string.h>

#include "case/node.h"

static const node *joined_lists(const node *a, const node *b, arena *mem) {
    if (!a || a->kind != NODE_LIST) return a ? a : b;
    node *both = ARENA_NEW(mem, node);
    *both = *a;
    const node **items =
        ARENA_ARRAY(mem, const node *, a->count + b->count + 1);
    for (size_t i = 0; i < a->count; i++)
        items[i] = a->items[i];
    for (size_t i = 0; i < b->count; i++)
        items[a->count + i] = b->items[i];
    both->items = items;
    both->count = a->count + b->count;
    return both;
}

const node *node_join(const node *a, const node *b, arena *mem) {
    if (b->kind == NODE_LIST) return joined_lists(a, b, mem);
    if (a->kind != NODE_MAP || b->kind != NODE_MAP) return a;
    node *both = ARENA_NEW(mem, node);
    node_entry *entries = ARENA_ARRAY(mem, node_entry, a->count + b->count + 1);
    if (a->count) memcpy(entries, a->entries, a->count * sizeof *entries);
    *both = *a;
    for (size_t i = 0; i < a->count; i++) {
        const node *more = node_find(b, a->entries[i].key);
        if (more) entries[i].value = node_join(a->entries[i].value, more, mem);
    }
    for (size_t i = 0; i < b->count; i++)
        if (!node_find(a, b->entries[i].key))
            entries[both->count++] = b->entries[i];
    both->entries = entries;
    return both;
}
