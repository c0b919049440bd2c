/* SPDX-License-Identifier: Apache-2.0
 * How fast the exact frontier and all four solutions are found by merging:
 * additive exact worths, issues of 10 options, 10^3 to 10^100 outcomes, 2 to 5
 * parties. Beside it the same by enumeration, where that is possible. What
 * bounds it: over all steps, points times options. */
#include <stdio.h>

#include "bench.h"
#include "deal/merge.h"

static const deal_concept *concepts[8];

static double enumerate(const case_model *c, arena *mem) {
    double start = seconds();
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    const deal_party *of = deal_parties(c, s, mem);
    deal_solve(s, of, concepts, deal_concept_count, mem);
    return seconds() - start;
}

/* The best of several, as many as fit into half a second. */
static double merge_once(const case_model *c, size_t *points, arena *mem) {
    double best = 1e9, all = 0;
    for (int i = 0; i < 200 && all < 0.5; i++) {
        arena *scratch = arena_child(mem);
        double start = seconds();
        const merge_answer *a = merge_solve(c, concepts, deal_concept_count,
                                            (merge_limits){0}, scratch, NULL);
        double took = seconds() - start;
        all += took;
        if (took < best) best = took;
        *points = a ? a->point_count : 0;
        arena_free(scratch);
    }
    return best;
}

static void run(int parties, int issues) {
    arena *mem = arena_new(NULL);
    rng r;
    rng_seed(&r, 1, 0);
    const case_model *c = make_case(parties, issues, &r, mem);
    size_t points = 0;
    double took = merge_once(c, &points, mem);
    printf("%d parties, 10^%-3d outcomes: %10.3f ms, frontier %7zu", parties,
           issues, took * 1e3, points);
    if (points == 0) printf(" (refused)");
    if (issues <= 6) {
        double slow = enumerate(c, mem);
        printf(", by enumeration %8.2f ms, x%.0f", slow * 1e3, slow / took);
    }
    printf("\n");
    arena_free(mem);
}

int main(void) {
    for (int i = 0; i < deal_concept_count; i++)
        concepts[i] = &deal_concepts[i];
    static const int of_two[] = {3, 6, 10, 20, 50, 100};
    static const int of_three[] = {3, 6, 10, 20, 30};
    for (size_t i = 0; i < sizeof of_two / sizeof *of_two; i++)
        run(2, of_two[i]);
    for (size_t i = 0; i < sizeof of_three / sizeof *of_three; i++)
        run(3, of_three[i]);
    for (int issues = 3; issues <= 8; issues++)
        run(4, issues);
    for (int issues = 3; issues <= 6; issues++)
        run(5, issues);
    return 0;
}
