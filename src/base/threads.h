/* SPDX-License-Identifier: Apache-2.0
 * Independent pieces of work on several threads. Each piece gets a scratch
 * arena of its own; results must not depend on which thread ran a piece. */
#ifndef BASE_THREADS_H
#define BASE_THREADS_H

#include <stddef.h>

#include "base/arena.h"

/* Runs work(subject, i, scratch) for i in [0, count) on up to `threads`
 * threads (1: on the caller's). `scratch` is emptied between pieces. If
 * memory runs out in a piece, a piece is refused, or the host asks to stop
 * between two, the call leaves through mem's guard once all threads are done.
 * Of pieces that are refused the first one says why. */
void threads_run(size_t count, int threads,
                 void (*work)(void *subject, size_t i, arena *scratch),
                 void *subject, arena *mem);

/* Processors this process may use, at least 1. */
int threads_available(void);

#endif
