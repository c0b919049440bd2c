/* SPDX-License-Identifier: Apache-2.0
 * Pieces of work are handed out one by one from a shared counter. Which thread
 * runs a piece must not matter to its result. */
#include "base/threads.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

#include "base/progress.h"

enum { MOST_THREADS = 64 };

typedef struct job {
    size_t count;
    void (*work)(void *subject, size_t i, arena *scratch);
    void *subject;
    atomic_size_t next;
    atomic_bool failed, cancelled;
} job;

typedef struct worker {
    job *shared;
    arena *scratch;
    guard out;
    size_t piece;   /* the one at hand */
    bool is_caller; /* the thread that the host hears from */
} worker;

static void run_pieces(void *subject) {
    worker *w = subject;
    job *j = w->shared;
    arena_place empty = arena_mark(w->scratch);
    while (!atomic_load(&j->failed)) {
        size_t i = atomic_fetch_add(&j->next, 1);
        if (i >= j->count) return;
        w->piece = i;
        if (w->is_caller && !progress_goes_on(w->scratch, i, j->count))
            guard_cancel(&w->out);
        j->work(j->subject, i, w->scratch);
        arena_back(w->scratch, empty);
    }
}

static void *run_worker(void *subject) {
    worker *w = subject;
    arena_set_guard(w->scratch, &w->out);
    if (guard_run(&w->out, run_pieces, w)) return NULL;
    if (w->out.cancelled) atomic_store(&w->shared->cancelled, true);
    atomic_store(&w->shared->failed, true);
    return NULL;
}

/* A thread that can't be started is no failure: the others do its share. */
static int start(pthread_t *threads, worker *workers, int count) {
    int started = 0;
    while (started < count &&
           pthread_create(&threads[started], NULL, run_worker,
                          &workers[started]) == 0)
        started++;
    return started;
}

/* Pieces before the first one that is refused were all begun, and a piece that
 * was begun is ended: so which one is the first doesn't depend on threads. */
static const worker *first_refused(const worker *workers, int count) {
    const worker *first = NULL;
    for (int i = 0; i < count; i++)
        if (workers[i].out.refused[0] &&
            (!first || workers[i].piece < first->piece))
            first = &workers[i];
    return first;
}

void threads_run(size_t count, int threads,
                 void (*work)(void *subject, size_t i, arena *scratch),
                 void *subject, arena *mem) {
    job shared = {.count = count, .work = work, .subject = subject};
    if (threads < 1) threads = 1;
    if (threads > MOST_THREADS) threads = MOST_THREADS;
    if ((size_t)threads > count) threads = count ? (int)count : 1;
    worker *workers = ARENA_ARRAY(mem, worker, (size_t)threads);
    pthread_t *handles = ARENA_ARRAY(mem, pthread_t, (size_t)threads);
    for (int i = 0; i < threads; i++) {
        workers[i].shared = &shared;
        workers[i].scratch = arena_child(mem);
    }
    workers[threads - 1].is_caller = true;
    int started = start(handles, workers, threads - 1);
    run_worker(&workers[threads - 1]);
    for (int i = 0; i < started; i++)
        pthread_join(handles[i], NULL);
    for (int i = 0; i < threads; i++)
        arena_free(workers[i].scratch);
    if (atomic_load(&shared.cancelled)) guard_cancel(arena_guard(mem));
    const worker *refused = first_refused(workers, threads);
    if (refused) guard_refuse(arena_guard(mem), refused->out.refused);
    if (atomic_load(&shared.failed)) guard_leave(arena_guard(mem));
}

int threads_available(void) {
    cpu_set_t set;
    if (sched_getaffinity(0, sizeof set, &set) != 0) return 1;
    int count = CPU_COUNT(&set);
    return count > 0 ? count : 1;
}
