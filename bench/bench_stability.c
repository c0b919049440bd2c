/* SPDX-License-Identifier: Apache-2.0
 * How fast is the graph model?
 *
 *   bench_stability            option form from 12 to 24 options, the
 *                              six-party trade model, small graphs
 *   bench_stability quick      up to 20 options
 *   bench_stability small      small graphs alone
 *   bench_stability N          option form with N options alone
 *
 * Option form: 4 parties with an equal share of yes/no options, all outcomes
 * feasible, five concepts; ranks by random statements (lexicographic, as
 * people give them) or at random (the worst that memory can be asked for).
 * Times are of states, moves and verdicts together. The trade model stays
 * outside this project; where it is absent it is left out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/rng.h"
#include "base/threads.h"
#include "case/load.h"
#include "stability/concepts.h"
#include "stability/fibres.h"
#include "stability/patterns.h"
#include "stability/prefer.h"

enum { PARTIES = 4, STATEMENTS = 24 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

/* What this process used: right on a busy machine too. */
static double cpu_now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static double peak_mb(void) {
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (double)u.ru_maxrss / 1024;
}

/* Each statement: two options with wished values. */
static void statement_ranks(rng *r, const stability_space *p, uint32_t *rank) {
    uint64_t mask[STATEMENTS], want[STATEMENTS];
    for (int k = 0; k < STATEMENTS; k++) {
        mask[k] = UINT64_C(1) << rng_below(r, (uint64_t)p->issue_count);
        mask[k] |= UINT64_C(1) << rng_below(r, (uint64_t)p->issue_count);
        want[k] = rng_next(r) & mask[k];
    }
    for (uint32_t s = 0; s < p->state_count; s++) {
        uint32_t key = 0;
        for (int k = 0; k < STATEMENTS; k++)
            key = key << 1 | ((p->code[s] & mask[k]) == want[k]);
        rank[s] = key;
    }
}

static void random_ranks(rng *r, const stability_space *p, uint32_t *rank) {
    for (uint32_t s = 0; s < p->state_count; s++)
        rank[s] = (uint32_t)(rng_next(r) >> 40);
}

typedef struct plan {
    int options;
    bool random, one_way;
    int threads;
} plan;

static void build(const plan *b, stability_space *p, stability_graph *g,
                  arena *mem) {
    static const bool BOTH[4] = {false, true, true, false};
    static const bool UP[4] = {false, true, false, false};
    int *options = ARENA_ARRAY(mem, int, (size_t)b->options);
    for (int j = 0; j < b->options; j++)
        options[j] = 2;
    stability_issues issues = {b->options, options, NULL, NULL, NULL, NULL};
    if (stability_space_find(p, &issues, UINT32_C(1) << 28, mem, NULL)) exit(1);
    g->mover_count = PARTIES;
    g->state_count = p->state_count;
    for (int i = 0; i < PARTIES; i++) {
        const bool **may = ARENA_ARRAY(mem, const bool *, (size_t)b->options);
        for (int j = 0; j < b->options; j++)
            if (j * PARTIES / b->options == i)
                may[j] = b->one_way && j % 5 == 0 ? UP : BOTH;
        stability_control control = {"party", may};
        if (stability_fibres(&g->moves[i], p, &control, mem, NULL)) exit(1);
    }
}

static void measure(void *subject, arena *mem) {
    const plan *b = subject;
    stability_space p;
    stability_moves moves[PARTIES];
    stability_graph g = {0, 0, moves};
    rng r;
    rng_seed(&r, 1, (uint64_t)b->options);
    double begin = now(), used = -cpu_now();
    build(b, &p, &g, mem);
    double built = now();
    used += cpu_now();
    uint32_t *rank[PARTIES];
    const uint32_t *const *ranks = (const uint32_t *const *)rank;
    uint8_t *verdict[PARTIES];
    for (int i = 0; i < PARTIES; i++) {
        rank[i] = ARENA_ARRAY(mem, uint32_t, p.state_count);
        (b->random ? random_ranks : statement_ranks)(&r, &p, rank[i]);
        verdict[i] = ARENA_ARRAY(mem, uint8_t, p.state_count);
    }
    double ranked = now();
    used -= cpu_now();
    stability_analyse(&g, ranks, verdict, b->threads, mem);
    double done = now();
    used += cpu_now();
    uint8_t *all = ARENA_ARRAY(mem, uint8_t, p.state_count);
    stability_equilibria(&g, verdict, all);
    unsigned long count[STABILITY_CONCEPTS] = {0};
    for (uint32_t s = 0; s < p.state_count; s++)
        for (int c = 0; c < STABILITY_CONCEPTS; c++)
            count[c] += (all[s] >> c) & 1;
    double total = done - begin - (ranked - built);
    printf("%2d options %-10s %-7s %d threads: %8.4f s (moves %.4f, verdicts "
           "%.4f), CPU %8.4f s, %6.1f ns/state, %.0f MB;",
           b->options, b->random ? "random" : "statements",
           b->one_way ? "one-way" : "both", b->threads, total, built - begin,
           done - ranked, used, 1e9 * used / p.state_count, peak_mb());
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        printf(" %lu", count[c]);
    printf("\n");
    fflush(stdout);
}

typedef struct call {
    void (*body)(void *subject, arena *mem);
    void *subject;
    arena *mem;
} call;

static void enter(void *subject) {
    call *c = subject;
    c->body(c->subject, c->mem);
}

static void with_memory(void (*body)(void *subject, arena *mem),
                        void *subject) {
    guard g;
    call c = {body, subject, arena_new(NULL)};
    arena_set_guard(c.mem, &g);
    if (!guard_run(&g, enter, &c)) printf("out of memory\n");
    arena_free(c.mem);
}

static void small_graphs(void) {
    enum { STATES = 12, ROUNDS = 100000 };
    parley_arc arcs[PARTIES * STATES * STATES];
    size_t count = 0;
    rng r;
    rng_seed(&r, 7, 0);
    for (uint32_t i = 0; i < PARTIES; i++)
        for (uint32_t s = 0; s < STATES; s++)
            for (uint32_t q = 0; q < STATES; q++)
                if (s != q && rng_below(&r, 4) == 0)
                    arcs[count++] = (parley_arc){i, s, q};
    parley_graph *g;
    const parley_graph_shape shape = {STATES, PARTIES, arcs, count};
    if (parley_graph_new(&g, NULL, &shape, NULL)) return;
    uint32_t rank[PARTIES * STATES];
    uint8_t verdict[PARTIES * STATES];
    unsigned long found = 0;
    double took = 0;
    for (int k = 0; k < ROUNDS; k++) {
        for (int s = 0; s < PARTIES * STATES; s++)
            rank[s] = (uint32_t)rng_below(&r, 100);
        double begin = cpu_now();
        parley_graph_analyse(g, rank, verdict, NULL);
        took += cpu_now() - begin;
        for (int s = 0; s < STATES; s++)
            found += verdict[s] & verdict[STATES + s] &
                     verdict[2 * STATES + s] & verdict[3 * STATES + s] &
                     PARLEY_NASH;
    }
    parley_graph_free(g);
    printf("12 states, 4 parties: %.0f analyses/s of one core (%lu Nash)\n",
           ROUNDS / took, found);
}

/* Moves, ranks and verdicts of 138,240 states, the case being loaded. */
static void trade(void *subject, arena *mem) {
    const plan *b = subject;
    const char *shared = getenv("PARLEY_SHARED");
    if (!shared) shared = PARLEY_ROOT "/../shared";
    const char *path =
        arena_format(mem, "%s/gmcr/trade_gatt_large.json", shared);
    source_text *text;
    const node *tree;
    const case_model *c;
    stability_case *k;
    if (!source_read(&text, path, 1 << 20, mem, NULL) ||
        !node_parse(&tree, text, mem, NULL)) {
        printf("%s is absent\n", path);
        return;
    }
    const char *yaml = pattern_text(tree, mem);
    if (!case_load(&c, source_new(mem, "trade", yaml, strlen(yaml)), mem, NULL))
        return;
    double begin = now(), used = -cpu_now();
    if (stability_build(&k, c, mem, NULL)) return;
    uint32_t *rank[6];
    uint8_t *verdict[6];
    for (int i = 0; i < 6; i++) {
        rank[i] = ARENA_ARRAY(mem, uint32_t, k->g.state_count);
        verdict[i] = ARENA_ARRAY(mem, uint8_t, k->g.state_count);
        stability_rank_exact(k, i, rank[i], mem);
    }
    stability_analyse(&k->g, (const uint32_t *const *)rank, verdict, b->threads,
                      mem);
    used += cpu_now();
    printf("trade, 6 parties, %lu states: %.4f s, CPU %.4f s\n",
           (unsigned long)k->g.state_count, now() - begin, used);
}

static void measure_all(int options, int threads) {
    for (int k = 0; k < 3; k++) {
        plan b = {options, k == 1, k == 2, threads};
        with_memory(measure, &b);
    }
}

int main(int argc, char **argv) {
    const char *what = argc > 1 ? argv[1] : "";
    int threads = threads_available(), only = (int)strtol(what, NULL, 10);
    if (only > 0) {
        measure_all(only, threads);
        return 0;
    }
    small_graphs();
    if (strcmp(what, "small") == 0) return 0;
    plan six = {20, false, false, threads};
    with_memory(trade, &six);
    int most = strcmp(what, "quick") == 0 ? 20 : 24;
    for (int options = 12; options <= most; options += 2)
        measure_all(options, threads);
    return 0;
}
