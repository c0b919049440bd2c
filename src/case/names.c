/* SPDX-License-Identifier: Apache-2.0
 * Open addressing with linear probing, at most half full; the hash is FNV-1a
 * over the scope and the text. Names made to collide would make a large file
 * slow to load, and nothing worse. */
#include "case/names.h"

#include <string.h>

#include "base/text.h"

enum { FIRST_ROOM = 64 };

typedef struct slot {
    const char *text; /* NULL: free */
    int scope, index;
    uint32_t hash;
} slot;

struct case_names {
    arena *mem;
    slot *slots;
    size_t room, count; /* room is a power of two */
};

case_names *names_new(arena *mem) {
    case_names *n = ARENA_NEW(mem, case_names);
    n->mem = mem;
    n->room = FIRST_ROOM;
    n->slots = ARENA_ARRAY(mem, slot, n->room);
    return n;
}

static uint32_t hash_of(int scope, const char *text) {
    uint32_t hash = 2166136261u;
    hash = (hash ^ (uint32_t)scope) * 16777619u;
    for (; *text; text++)
        hash = (hash ^ (unsigned char)*text) * 16777619u;
    return hash ^ hash >> 15;
}

/* The slot that holds the name, or the free one where it would go. */
static slot *place(const case_names *n, slot key) {
    size_t i = key.hash & (n->room - 1);
    while (n->slots[i].text) {
        const slot *s = &n->slots[i];
        if (s->hash == key.hash && s->scope == key.scope &&
            strcmp(s->text, key.text) == 0)
            break;
        i = (i + 1) & (n->room - 1);
    }
    return &n->slots[i];
}

static void grow(case_names *n) {
    const slot *old = n->slots;
    size_t old_room = n->room;
    n->room *= 2;
    n->slots = ARENA_ARRAY(n->mem, slot, n->room);
    for (size_t i = 0; i < old_room; i++)
        if (old[i].text) *place(n, old[i]) = old[i];
}

bool names_add(case_names *n, int scope, const char *text, int index) {
    slot key = {text, scope, index, hash_of(scope, text)};
    slot *s = place(n, key);
    if (s->text) return false;
    *s = key;
    if (2 * ++n->count > n->room) grow(n);
    return true;
}

void names_put(case_names *n, int scope, const char *text, int index) {
    if (names_add(n, scope, text, index)) return;
    place(n, (slot){text, scope, index, hash_of(scope, text)})->index = index;
}

int names_find(const case_names *n, int scope, const char *text) {
    slot key = {text, scope, -1, hash_of(scope, text)};
    const slot *s = place(n, key);
    return s->text ? s->index : -1;
}
