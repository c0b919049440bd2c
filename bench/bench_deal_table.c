/* SPDX-License-Identifier: Apache-2.0
 * The table of docs/methods/deals.md: frontier and all four solutions, exact,
 * by size, number of parties and kind of worths.
 *
 * Additive instances: issues of 10 options; worths of all parties but the last
 * are unrelated, the last one's are mixed with the contrary of the others'
 * mean, so that there is something to bargain over. Two families: `unrelated`
 * (no mixture) and `opposed` (as much of it as makes the frontiers of 10^20
 * outcomes as large as those the targets were measured on, or larger). Five
 * instances each; the median time is shown, with its frontier. Conditions:
 * hyper-rectangles over 1 to 4 issues, ranges of 3 to 7 of 10 options, worths
 * of 10 to 99, two for every issue and party.
 *
 * CPU time of this process, one thread. Beside each row what bounds it: for the
 * merge, points of the partial frontiers times options; for conditions, states
 * times options. */
#include <stdio.h>
#include <stdlib.h>

#include "bench.h"
#include "deal/merge.h"

enum { INSTANCES = 5, OPTIONS = 10 };

static const deal_concept *concepts[8];
static int concept_count;

/* --- Instances --- */

static void oppose(const case_model *c, fixed *last, double share) {
    const int others = c->party_count - 1;
    for (int i = 0; i < c->cell_count; i++) {
        double mean = 0;
        for (int p = 0; p < others; p++)
            mean += (double)c->preferences[p].worth[i] / others;
        last[i] = (fixed)((1 - share) * (double)last[i] +
                          share * ((double)FIXED_ONE - mean));
    }
}

static const case_model *additive(int parties, int issues, double share,
                                  uint64_t seed, arena *mem) {
    rng r;
    rng_seed(&r, seed, 0);
    case_model *c = make_case(parties, issues, &r, mem);
    case_preference *of = ARENA_ARRAY(mem, case_preference, (size_t)parties);
    fixed *last = ARENA_ARRAY(mem, fixed, (size_t)c->cell_count);
    for (int p = 0; p < parties; p++)
        of[p] = c->preferences[p];
    for (int i = 0; i < c->cell_count; i++)
        last[i] = of[parties - 1].worth[i];
    oppose(c, last, share);
    of[parties - 1].worth = last;
    c->preferences = of;
    return c;
}

static const expr *range_of(int issue, rng *r, arena *mem) {
    expr *e = ARENA_NEW(mem, expr);
    uint64_t *has = ARENA_NEW(mem, uint64_t);
    const int width = 3 + (int)rng_below(r, 5);
    const int low = (int)rng_below(r, (uint64_t)OPTIONS - (uint64_t)width + 1);
    *has = ((UINT64_C(1) << width) - 1) << low;
    *e = (expr){
        .kind = EXPR_IN, .issue = issue, .option_count = OPTIONS, .has = has};
    return e;
}

static const expr *rectangle(int issues, rng *r, arena *mem) {
    const int dimensions = 1 + (int)rng_below(r, 4);
    const expr *all = NULL;
    for (int i = 0; i < dimensions; i++) {
        const expr *one = range_of((int)rng_below(r, (uint64_t)issues), r, mem);
        expr *both = ARENA_NEW(mem, expr);
        *both = (expr){.kind = EXPR_AND, .left = all, .right = one};
        all = all ? both : one;
    }
    return all;
}

static const case_model *rectangles(int parties, int issues, int each,
                                    uint64_t seed, arena *mem) {
    rng r;
    rng_seed(&r, seed, 0);
    case_model *c = make_case(parties, issues, &r, mem);
    case_preference *of = ARENA_ARRAY(mem, case_preference, (size_t)parties);
    for (int p = 0; p < parties; p++) {
        case_condition *when = ARENA_ARRAY(mem, case_condition, (size_t)each);
        for (int i = 0; i < each; i++)
            when[i] =
                (case_condition){rectangle(issues, &r, mem),
                                 (fixed)(10 + rng_below(&r, 90)) * FIXED_ONE};
        of[p] = (case_preference){
            .kind = CASE_WORTH,
            .worth = ARENA_ARRAY(mem, fixed, (size_t)c->cell_count),
            .discount = 1,
            .when = when,
            .when_count = each};
    }
    c->preferences = of;
    return c;
}

/* --- Measuring --- */

typedef struct measured {
    double took, slow;
    size_t points;
    bool has_gap;
    double gap; /* of the first party, as a share of its best */
} measured;

static double enumerate(const case_model *c, arena *mem) {
    const double start = seconds();
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    const deal_party *of = deal_parties(c, s, mem);
    deal_solve(s, of, concepts, concept_count, 1, mem);
    return seconds() - start;
}

/* The best of several, as many as fit into a fifth of a second. */
static measured merge_one(const case_model *c, arena *mem) {
    measured m = {.took = 1e9};
    double all = 0;
    for (int i = 0; i < 100 && all < 0.2; i++) {
        arena *scratch = arena_child(mem);
        const double start = seconds();
        const merge_answer *a = merge_solve(c, concepts, concept_count,
                                            (merge_limits){0}, scratch, NULL);
        const double took = seconds() - start;
        all += took;
        if (took < m.took) m.took = took;
        m.points = a ? a->point_count : 0;
        m.has_gap = a && a->gap;
        fixed best = 1;
        for (size_t k = 0; a && k < a->point_count; k++)
            if (a->points[k].worth[0] > best) best = a->points[k].worth[0];
        m.gap = m.has_gap ? (double)a->gap[0] / (double)best : 0;
        arena_free(scratch);
    }
    return m;
}

static int by_time(const void *a, const void *b) {
    const measured *x = a, *y = b;
    return (x->took > y->took) - (x->took < y->took);
}

static void print(const char *kind, int parties, int issues, measured m) {
    printf("| %s | %d | 10^%d | ", kind, parties, issues);
    if (m.points == 0)
        printf("refused after %.3g ms | - | ", m.took * 1e3);
    else
        printf("%.3g ms | %zu | ", m.took * 1e3, m.points);
    if (m.slow > 0)
        printf("%.3g ms, x%.0f |", m.slow * 1e3, m.slow / m.took);
    else
        printf("- |");
    if (m.has_gap) printf(" gap %.0f%% of A's best |", 100 * m.gap);
    printf("\n");
    fflush(stdout);
}

static void run_additive(const char *kind, int parties, int issues,
                         double share) {
    measured all[INSTANCES];
    arena *mem = arena_new(NULL);
    for (int i = 0; i < INSTANCES; i++) {
        const case_model *c =
            additive(parties, issues, share, (uint64_t)i + 1, mem);
        all[i] = merge_one(c, mem);
        if (issues <= 6) all[i].slow = enumerate(c, mem);
    }
    qsort(all, INSTANCES, sizeof *all, by_time);
    print(kind, parties, issues, all[INSTANCES / 2]);
    arena_free(mem);
}

static void run_rectangles(int parties, int issues) {
    arena *mem = arena_new(NULL);
    const case_model *c = rectangles(parties, issues, 2 * issues, 1, mem);
    measured m = merge_one(c, mem);
    if (issues <= 6) m.slow = enumerate(c, mem);
    print("rectangles", parties, issues, m);
    arena_free(mem);
}

int main(int argc, char **argv) {
    static const double opposed[] = {0, 0, 0.25, 0.1, 0.1, 0.1};
    static const int sizes[] = {3, 4, 5, 6, 10, 12, 20, 50, 100};
    concept_count = standard_concepts(concepts);
    if (argc > 1) { /* another mixture, to look for its frontiers */
        run_additive("try", (int)strtol(argv[1], NULL, 10), 20,
                     strtod(argv[2], NULL));
        return 0;
    }
    printf("| worths | parties | outcomes | time | frontier | by enumeration "
           "|\n|---|---|---|---|---|---|\n");
    for (int parties = 2; parties <= 5; parties++)
        for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
            if (parties > 2 && sizes[i] > 20) break;
            run_additive("unrelated", parties, sizes[i], 0);
            run_additive("opposed", parties, sizes[i], opposed[parties]);
        }
    for (int issues = 6; issues <= 40; issues += issues < 10 ? 4 : 10)
        run_rectangles(2, issues);
    run_rectangles(3, 6);
    run_rectangles(3, 10);
    return 0;
}
