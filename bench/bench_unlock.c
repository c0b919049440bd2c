/* SPDX-License-Identifier: Apache-2.0
 * How long all sets of changes take: Cairo's seven-day truce with 60 changes
 * (levers are added until there are so many), sets of up to 3 and up to 4, and
 * what each way of sparing work spares; then sets of up to 4 and more where the
 * last are only carried on, best first, with what that missed and what it says
 * it may have missed. `bench_unlock 3` stops at 3. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "advice/unlock.h"
#include "bench.h"

enum { CHANGES = 60, DRAWS = 4000 };

/* A copy, to be given levers. */
static case_model *load(arena *mem) {
    case_model *copy = ARENA_NEW(mem, case_model);
    *copy = *load_case(PARLEY_ROOT "/cases/cairo-2014.yaml", mem);
    return copy;
}

/* Lengths of the truce that nothing else proposes. */
static void add_levers(case_model *c, int count, arena *mem) {
    size_t had = (size_t)c->lever_count;
    case_lever *levers =
        arena_grow(mem, c->levers, had, had + (size_t)count, sizeof *levers);
    for (int i = 0; i < count; i++) {
        case_change *change = ARENA_NEW(mem, case_change);
        *change = (case_change){.has_lasts = true, .lasts = {.days = 31 + i}};
        levers[c->lever_count++] = (case_lever){
            .name = "longer", .cost = 1, .changes = change, .change_count = 1};
    }
    c->levers = levers;
}

static const unlock_answer *find(const case_model *c, int most,
                                 double sets_most, arena *mem) {
    const belief *b;
    belief_ask ask = {.seed = 1, .draws = DRAWS, .threads = 1, .ranges = true};
    if (belief_sample(&b, c, &ask, mem, NULL) != PARLEY_OK) exit(1);
    unlock_ask q = {.belief = b,
                    .setup = plan_setup_new(c, b->evidence, mem, NULL),
                    .proposal = case_proposal_find(c, "humanitarian-truce"),
                    .changes_most = most,
                    .target = NAN,
                    .sets_most = sets_most};
    const unlock_answer *a;
    if (unlock_find(&a, &q, mem, NULL) != PARLEY_OK) exit(1);
    return a;
}

static void show(const unlock_answer *a, int most, double taken) {
    const unlock_work *w = &a->work;
    printf("%d changes, sets of up to %d: %.2f s\n", a->change_count, most,
           taken);
    printf("  %.0f sets: %.1f %% touch a field twice, %.1f %% break a rule, "
           "%.1f %% are a plan seen before\n",
           w->sets, 100 * w->twice / w->sets, 100 * w->broken / w->sets,
           100 * w->equal / w->sets);
    printf("  %.0f plans valued, %.1f %% of their draws spared; %.2f million "
           "bargains for %.2f million plans x draws\n",
           w->valued, 100 * w->spared / w->pairs, w->tables / 1e6,
           w->pairs / 1e6);
    printf("  %d sets listed, %d not told apart; exact up to %d\n",
           a->set_count, a->unclear, w->exact_most);
}

/* best: the largest share of sets that were all tried; NAN: not known. */
static void show_first(const unlock_answer *a, int most, double best,
                       double taken) {
    const unlock_work *w = &a->work;
    printf("best first beyond %d, sets of up to %d: %.2f s\n", w->exact_most,
           most, taken);
    printf("  %.0f plans valued; largest share %.4f; missed at most %.4f by "
           "the bound, %.4f by experience",
           w->valued, a->best->all, w->bound - a->best->all, w->regret);
    if (!isnan(best)) printf(", %.4f in truth", best - a->best->all);
    printf("\n");
}

/* Sets of three are all tried, larger ones carried on. */
static void bench_first(const case_model *c, int most, double best) {
    const double sets_of_three = 40000;
    arena *here = arena_new(NULL);
    double start = seconds();
    const unlock_answer *a = find(c, most, sets_of_three, here);
    show_first(a, most, best, seconds() - start);
    arena_free(here);
}

int main(int count, char **arguments) {
    long last = count > 1 ? strtol(arguments[1], NULL, 10) : 4;
    arena *mem = arena_new(NULL);
    case_model *c = load(mem);
    double best = NAN;
    const unlock_answer *a = find(c, 1, 0, mem);
    if (a->change_count < CHANGES)
        add_levers(c, CHANGES - a->change_count, mem);
    for (int most = 1; most <= last; most++) {
        arena *here = arena_new(NULL);
        double start = seconds();
        a = find(c, most, 0, here);
        show(a, most, seconds() - start);
        best = a->best->all;
        arena_free(here);
    }
    if (last == 4) bench_first(c, 4, best);
    for (int most = 5; last == 4 && most <= UNLOCK_CHANGES_MOST; most++)
        bench_first(c, most, NAN);
    arena_free(mem);
    return 0;
}
