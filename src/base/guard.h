/* SPDX-License-Identifier: Apache-2.0
 * Where memory runs out, the running call is left in one step: arenas never
 * return NULL, they jump back to the guard that the public call set up. */
#ifndef BASE_GUARD_H
#define BASE_GUARD_H

#include <setjmp.h>
#include <stdbool.h>

typedef struct guard {
    jmp_buf out;
    bool cancelled;    /* how it was left: see guard_run */
    char refused[256]; /* why it is too large; empty: it isn't */
} guard;

/* Runs body(subject). False if memory ran out inside, or (cancelled) if the
 * host asked to stop, or (refused) if the work turned out too large: whatever
 * body had begun is abandoned, its arenas are still to be freed by the caller.
 * Each thread has guards of its own. */
bool guard_run(guard *g, void (*body)(void *subject), void *subject);

/* Leaves the body that g runs. */
_Noreturn void guard_leave(guard *g);
/* The same where the host asked to stop. */
_Noreturn void guard_cancel(guard *g);
/* The same where work turned out too large only while it was done. */
_Noreturn void guard_refuse(guard *g, const char *why);

#endif
