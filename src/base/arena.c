/* SPDX-License-Identifier: Apache-2.0
 * Memory by lifetime, in blocks that double up to a limit. The arena's own
 * record lives apart from the blocks, so that arena_back can drop blocks.
 * Built with -DPARLEY_ARENA_DEBUG every item is a block of its own, so that
 * AddressSanitizer sees overruns between items. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 4 * 1024 * 1024 };

typedef struct block {
    struct block *older;
    size_t size, used; /* of the bytes that follow */
    alignas(max_align_t) unsigned char bytes[];
} block;

/* Outside the blocks, since arena_back may drop those. */
typedef struct deferred {
    struct deferred *older;
    void (*drop)(void *subject);
    void *subject; /* NULL: done already */
} deferred;

struct arena {
    const parley_host *host;
    guard *on_failure;
    block *newest;
    deferred *last;
    deferred *in_parent; /* of a child: its entry there */
    size_t next_size, total;
};

static void *host_resize(const parley_host *host, void *old, size_t size) {
    if (host && host->resize) return host->resize(host->self, old, size);
    if (size > 0) return realloc(old, size);
    free(old);
    return NULL;
}

arena *arena_new(const parley_host *host) {
    arena *mem = host_resize(host, NULL, sizeof *mem);
    if (!mem) return NULL;
    *mem = (arena){.host = host, .next_size = FIRST_BLOCK};
    return mem;
}

static void run_deferred(arena *mem) {
    while (mem->last) {
        deferred *d = mem->last;
        mem->last = d->older;
        if (d->subject) d->drop(d->subject);
        host_resize(mem->host, d, 0);
    }
}

void arena_free(arena *mem) {
    if (!mem) return;
    if (mem->in_parent) mem->in_parent->subject = NULL;
    run_deferred(mem);
    while (mem->newest) {
        block *b = mem->newest;
        mem->newest = b->older;
        host_resize(mem->host, b, 0);
    }
    host_resize(mem->host, mem, 0);
}

void arena_set_guard(arena *mem, guard *g) { mem->on_failure = g; }
guard *arena_guard(const arena *mem) { return mem->on_failure; }
const parley_host *arena_host(const arena *mem) { return mem->host; }
size_t arena_used(const arena *mem) { return mem->total; }

static deferred *add_deferred(arena *mem, void (*drop)(void *subject)) {
    deferred *d = host_resize(mem->host, NULL, sizeof *d);
    if (!d) guard_leave(mem->on_failure);
    *d = (deferred){mem->last, drop, NULL};
    mem->last = d;
    return d;
}

static void free_child(void *subject) {
    arena *child = subject;
    child->in_parent = NULL; /* the entry is being removed */
    arena_free(child);
}

arena *arena_child(arena *parent) {
    deferred *entry = add_deferred(parent, free_child);
    arena *mem = arena_new(parent->host);
    if (!mem) guard_leave(parent->on_failure);
    mem->on_failure = parent->on_failure;
    mem->in_parent = entry;
    entry->subject = mem;
    return mem;
}

static size_t round_up(size_t size) {
    const size_t unit = alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

static size_t next_block_size(arena *mem, size_t least) {
#ifdef PARLEY_ARENA_DEBUG
    (void)mem;
    return least;
#else
    size_t size = mem->next_size;
    if (size < LARGEST_BLOCK) mem->next_size *= 2;
    return size < least ? least : size;
#endif
}

static block *add_block(arena *mem, size_t least) {
    size_t size = next_block_size(mem, least);
    block *b = host_resize(mem->host, NULL, sizeof *b + size);
    if (!b) guard_leave(mem->on_failure);
    b->older = mem->newest;
    b->size = size;
    b->used = 0;
    mem->newest = b;
    return b;
}

void *arena_get(arena *mem, size_t size) {
    if (size > SIZE_MAX / 2) guard_leave(mem->on_failure);
    size_t wanted = round_up(size);
    block *b = mem->newest;
    if (!b || b->size - b->used < wanted) b = add_block(mem, wanted);
    void *item = b->bytes + b->used;
    b->used += wanted;
    mem->total += wanted;
    return memset(item, 0, wanted);
}

void *arena_array(arena *mem, size_t count, size_t size) {
    if (size > 0 && count > SIZE_MAX / 2 / size) guard_leave(mem->on_failure);
    return arena_get(mem, count * size);
}

void *arena_grow(arena *mem, const void *old, size_t old_count,
                 size_t new_count, size_t size) {
    void *grown = arena_array(mem, new_count, size);
    if (old_count > 0) memcpy(grown, old, old_count * size);
    return grown;
}

char *arena_text(arena *mem, const char *bytes, size_t size) {
    char *copy = arena_get(mem, size + 1);
    if (size > 0) memcpy(copy, bytes, size);
    return copy;
}

char *arena_copy(arena *mem, const char *text) {
    return text ? arena_text(mem, text, strlen(text)) : NULL;
}

char *arena_vformat(arena *mem, const char *format, va_list args) {
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, format, args);
    char *text = arena_get(mem, (size_t)(length < 0 ? 0 : length) + 1);
    if (length > 0) (void)vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}

char *arena_format(arena *mem, const char *format, ...) {
    va_list args;
    va_start(args, format);
    char *text = arena_vformat(mem, format, args);
    va_end(args);
    return text;
}

void arena_defer(arena *mem, void (*drop)(void *subject), void *subject) {
    add_deferred(mem, drop)->subject = subject;
}

arena_place arena_mark(const arena *mem) {
    block *b = mem->newest;
    return (arena_place){b, b ? b->used : 0};
}

void arena_back(arena *mem, arena_place place) {
    while (mem->newest && mem->newest != place.block) {
        block *b = mem->newest;
        mem->newest = b->older;
        host_resize(mem->host, b, 0);
    }
    if (mem->newest) mem->newest->used = place.used;
}
