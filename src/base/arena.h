/* SPDX-License-Identifier: Apache-2.0
 * Memory by lifetime: one arena for a case, a result, a running call. Items
 * are never freed one by one; arena_free drops them all at once. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/guard.h"
#include "parley.h"

typedef struct arena arena;

/* `host` may be NULL (malloc is used). NULL when memory has run out. Until a
 * guard is set the arena must not be asked for memory. */
arena *arena_new(const parley_host *host);
/* Runs the deferred calls, newest first, then frees everything. NULL is ok. */
void arena_free(arena *mem);
/* Who is told when memory runs out; NULL once the call is over. */
void arena_set_guard(arena *mem, guard *g);
guard *arena_guard(const arena *mem);
const parley_host *arena_host(const arena *mem);
/* A new arena with the same host and guard, freed with `parent` at the
 * latest; arena_free may free it earlier. Never NULL. */
arena *arena_child(arena *parent);

/* Zeroed memory, aligned for any type; never NULL. arena_array checks the
 * product for overflow (an overflow counts as memory run out: refuse sizes
 * that come from the input earlier, with a diag). */
void *arena_get(arena *mem, size_t size);
void *arena_array(arena *mem, size_t count, size_t size);
#define ARENA_NEW(mem, type) ((type *)arena_get((mem), sizeof(type)))
#define ARENA_ARRAY(mem, type, count)                                          \
    ((type *)arena_array((mem), (size_t)(count), sizeof(type)))

/* A copy of `old` (old_count items) with room for new_count. */
void *arena_grow(arena *mem, const void *old, size_t old_count,
                 size_t new_count, size_t size);

/* Copies that end with a zero byte. */
char *arena_text(arena *mem, const char *bytes, size_t size);
char *arena_copy(arena *mem, const char *text);
char *arena_format(arena *mem, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
char *arena_vformat(arena *mem, const char *format, va_list args)
    __attribute__((format(printf, 2, 0)));

/* drop(subject) is called when the arena is freed: for what others allocate
 * (parsers, files). If there is no memory to note that down, the call leaves
 * through the guard and the subject is still the caller's: defer first, then
 * open. */
void arena_defer(arena *mem, void (*drop)(void *subject), void *subject);

/* Bytes handed out so far. */
size_t arena_used(const arena *mem);

/* Scratch that is used again and again: take a mark, ask for memory, go back.
 * What was asked for since the mark is gone; deferred calls are not undone. */
typedef struct arena_place {
    void *block;
    size_t used;
} arena_place;
arena_place arena_mark(const arena *mem);
void arena_back(arena *mem, arena_place place);

#endif
