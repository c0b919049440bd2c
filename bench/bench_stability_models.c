/* SPDX-License-Identifier: Apache-2.0
 * A million random graph models against the literal checker: the same models
 * as prop_stability's, many more. MODELS in the environment sets how many.
 * Prints the differences (there must be none) and the models a second. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/threads.h"
#include "stability/arcs.h"
#include "stability/many.h"

enum { PIECE = 1000, MOST = 1000000 };

typedef struct survey {
    long *differences; /* by piece */
    long *verdicts;
} survey;

/* Differences of one model, by searches and by words. */
static long differences(const model *m, arena *mem) {
    stability_moves moves[LITERAL_MOVERS];
    stability_graph g = {m->lit.movers, (uint32_t)m->lit.states, moves};
    const uint32_t *rank[LITERAL_MOVERS];
    uint8_t *a[LITERAL_MOVERS], *b[LITERAL_MOVERS];
    size_t states = (size_t)m->lit.states;
    for (int i = 0; i < m->lit.movers; i++) {
        moves[i] = arcs_of(m, i, mem);
        rank[i] = m->lit.rank[i];
        a[i] = ARENA_ARRAY(mem, uint8_t, states);
        b[i] = ARENA_ARRAY(mem, uint8_t, states);
    }
    stability_many many = stability_many_new(&g, mem);
    stability_analyse_small(&g, rank, a, arena_get(mem, stability_scratch(&g)));
    stability_many_analyse(&many, rank, b, mem);
    long count = 0;
    for (int i = 0; i < m->lit.movers; i++)
        for (int s = 0; s < m->lit.states; s++)
            for (int c = 0; c < CONCEPTS; c++) {
                bool expected =
                    literal_stable(&m->lit, i, s, (enum literal_concept)c);
                count += ((a[i][s] >> c) & 1) != expected;
                count += ((b[i][s] >> c) & 1) != expected;
            }
    return count;
}

static void run_piece(void *subject, size_t piece, arena *scratch) {
    survey *v = subject;
    model *m = ARENA_NEW(scratch, model);
    for (uint64_t k = 0; k < PIECE; k++) {
        rng dice;
        rng_seed(&dice, piece * PIECE + k + 1, 0);
        arena_place mark = arena_mark(scratch);
        draw_model(&dice, m);
        v->differences[piece] += differences(m, scratch);
        v->verdicts[piece] += (long)m->lit.movers * m->lit.states * CONCEPTS;
        arena_back(scratch, mark);
    }
}

typedef struct call {
    arena *mem;
    size_t pieces;
    long differences, verdicts;
} call;

static void run(void *subject) {
    call *c = subject;
    survey v = {ARENA_ARRAY(c->mem, long, c->pieces),
                ARENA_ARRAY(c->mem, long, c->pieces)};
    threads_run(c->pieces, threads_available(), run_piece, &v, c->mem);
    for (size_t p = 0; p < c->pieces; p++) {
        c->differences += v.differences[p];
        c->verdicts += v.verdicts[p];
    }
}

int main(void) {
    const char *models = getenv("MODELS");
    long count = models ? strtol(models, NULL, 10) : MOST;
    guard g;
    call c = {arena_new(NULL), (size_t)count / PIECE, 0, 0};
    struct timespec begin, end;
    arena_set_guard(c.mem, &g);
    (void)clock_gettime(CLOCK_MONOTONIC, &begin);
    if (!guard_run(&g, run, &c)) return 1;
    (void)clock_gettime(CLOCK_MONOTONIC, &end);
    double took = (double)(end.tv_sec - begin.tv_sec) +
                  1e-9 * (double)(end.tv_nsec - begin.tv_nsec);
    printf("%zu models, %ld verdicts, two ways: %ld differences; %.0f "
           "models/s\n",
           c.pieces * PIECE, c.verdicts, c.differences,
           (double)(c.pieces * PIECE) / took);
    arena_free(c.mem);
    return c.differences != 0;
}
