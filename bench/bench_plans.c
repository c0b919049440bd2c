/* SPDX-License-Identifier: Apache-2.0
 * How fast plans are valued: nanoseconds a draw for what all plans share, and
 * a plan and draw on top, on the Cairo oracle case (2 parties, 37 outcomes). */
#include <stdio.h>
#include <stdlib.h>

#include "belief/belief.h"
#include "bench.h"
#include "plan/plan.h"

enum { DRAWS = 4000, ROUNDS = 25 };

typedef enum work { SHARED, FIRST, WHOLE, SPLIT } work;

/* Seconds for ROUNDS times all draws; sum keeps the work from vanishing. */
static double run(const belief *b, plan_work *t, const plan *p, work what,
                  double *sum) {
    arena *mem = arena_new(NULL);
    plan_value *v = plan_value_new(t->setup, 4, mem);
    double first[16], row[64];
    double start = seconds();
    for (int k = 0; k < ROUNDS; k++)
        for (int i = 0; i < b->draw_count; i++) {
            plan_begin(t, &b->draws[i]);
            if (what == FIRST) plan_first(p, t, first);
            if (what >= WHOLE) plan_eval(p, t, v);
            if (what == SPLIT) plan_split(p, t, v, 0, row);
            *sum += t->no_deal[0];
        }
    double taken = seconds() - start;
    arena_free(mem);
    return taken;
}

int main(void) {
    arena *mem = arena_new(NULL);
    const case_model *c =
        load_case(PARLEY_ROOT "/tests/golden/cairo-oracle.yaml", mem);
    const belief *b;
    belief_ask ask = {.seed = 1, .draws = DRAWS, .threads = 1, .ranges = true};
    double start = seconds();
    if (belief_sample(&b, c, &ask, mem, NULL) != PARLEY_OK) return 1;
    printf("sampling %d draws: %.3f s\n", b->draw_count, seconds() - start);
    const plan_setup *s = plan_setup_new(c, b->evidence, mem, NULL);
    plan_work *t = plan_work_new(s, mem);
    double sum = 0, n = (double)b->draw_count * ROUNDS;
    double shared = run(b, t, NULL, SHARED, &sum);
    printf("shared by all plans: %.0f ns a draw\n", shared / n * 1e9);
    printf("%-34s %8s %8s %8s  ns a plan and draw\n", "", "V1", "whole",
           "split");
    for (int i = 0; i < c->proposal_count; i++) {
        plan_request q = {&c->proposals[i], -1, NULL, 0};
        const plan *p = plan_prepare(s, q, mem, NULL);
        if (!p) continue;
        double first = run(b, t, p, FIRST, &sum) - shared;
        double whole = run(b, t, p, WHOLE, &sum) - shared;
        double split = run(b, t, p, SPLIT, &sum) - shared;
        printf("%-34s %8.0f %8.0f %8.0f\n", c->proposals[i].id, first / n * 1e9,
               whole / n * 1e9, split / n * 1e9);
    }
    printf("(checksum %.6f)\n", sum);
    arena_free(mem);
    return 0;
}
