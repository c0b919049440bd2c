/* SPDX-License-Identifier: Apache-2.0
 * Bargaining solutions where they are easy to get wrong: ties, parties that
 * can't gain, nobody who can, many parties, huge worths. */
#include "case_test.h"

#include "deal/bargain.h"

static int64_t nash2(const double *a, const double *b, uint32_t n, double da,
                     double db) {
    double key[16];
    const double *worth[] = {a, b};
    return deal_nash(worth, n, (double[]){da, db}, 2, key);
}

static void nash_takes_the_largest_product(void **state) {
    (void)state;
    double a[] = {0, .2, .5, .7, 1}, b[] = {1, .8, .5, .4, 0};
    assert_int_equal(nash2(a, b, 5, 0, 0), 3);   /* .28 */
    assert_int_equal(nash2(a, b, 5, 0, .39), 1); /* .082, then .055 */
    assert_int_equal(nash2(a, b, 5, .9, .9), -1);
}

static void products_tie_within_rounding(void **state) {
    (void)state;
    /* .1 * .6 and .3 * .2 differ in the last bit */
    double a[] = {.1, .3}, b[] = {.6, .2};
    assert_int_equal(nash2(a, b, 2, 0, 0), 0);
    double c[] = {.3, .1}, e[] = {.2, .6};
    assert_int_equal(nash2(c, e, 2, 0, 0), 0);
    double close[] = {.3, .3 * (1 + 1e-13)}, same[] = {.2, .2};
    assert_int_equal(nash2(close, same, 2, 0, 0), 0);
    double better[] = {.3, .3 * (1 + 1e-11)};
    assert_int_equal(nash2(better, same, 2, 0, 0), 1);
}

static void who_cannot_gain_is_left_out_of_the_product(void **state) {
    (void)state;
    /* a can't gain: the best for b among what leaves a where it is */
    double a[] = {.5, .5, .4}, b[] = {.1, .3, .9};
    assert_int_equal(nash2(a, b, 3, .5, 0), 1);
    /* two gainers come before one with a larger gain */
    double c[] = {.51, .5}, d[] = {.01, .9};
    assert_int_equal(nash2(c, d, 2, .5, 0), 0);
    /* a gain below 1e-9 is none */
    double e[] = {.5 + 1e-10, .5}, f[] = {.01, .9};
    assert_int_equal(nash2(e, f, 2, .5, 0), 1);
    /* a loss below 1e-9 is none either */
    double g[] = {.5 - 1e-10, .4}, h[] = {.2, .9};
    assert_int_equal(nash2(g, h, 2, .5, 0), 0);
}

static void nobody_gaining_leaves_the_first(void **state) {
    (void)state;
    double a[] = {0, .5, .5}, b[] = {.5, .5, .5};
    assert_int_equal(nash2(a, b, 3, .5, .5), 1);
}

static void many_parties_multiply(void **state) {
    (void)state;
    enum { N = 20 };
    double one[N][2], d[N], key[2];
    const double *worth[N];
    for (int p = 0; p < N; p++) {
        one[p][0] = p == 0 ? 1e-8 : .5;
        one[p][1] = p == 0 ? 2e-8 : .49;
        worth[p] = one[p];
        d[p] = 0;
    }
    /* 2 * .98^19 = 1.36 */
    assert_int_equal(deal_nash(worth, 2, d, N, key), 1);
}

/* --- Exact --- */

static const deal_answer *solve(const case_model *c, const deal_space **space,
                                arena *mem) {
    const deal_concept *all[8];
    for (int i = 0; i < deal_concept_count; i++)
        all[i] = &deal_concepts[i];
    *space = deal_space_new(c, (deal_scope){0}, mem, NULL);
    return deal_solve(*space, deal_parties(c, *space, mem), all,
                      deal_concept_count, 1, mem);
}

static const char *const head = "parley: 1\ncase: t\nas-of: 2024-01-01\n"
                                "parties: {a: {name: A}, b: {name: B}}\n";

static const case_model *two_parties(const char *rest, arena *mem) {
    return case_of(arena_format(mem, "%s%s", head, rest), mem);
}

static void ties_are_all_reported(void **state) {
    (void)state;
    arena *mem = test_arena();
    const deal_space *s;
    /* y is worth nothing to anybody: each point stands for three outcomes */
    const case_model *c =
        two_parties("issues:\n"
                    "  x: {options: [l, m, r]}\n"
                    "  y: {options: [p, q, s]}\n"
                    "preferences:\n"
                    "  a: {worth: {x: {l: 0, m: 0.5, r: 1}}}\n"
                    "  b: {worth: {x: {l: 1, m: 0.5, r: 0}}}\n",
                    mem);
    const deal_answer *a = solve(c, &s, mem);
    assert_int_equal(a->point_count, 3);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(a->points[i].count, 3);
        assert_int_equal(a->points[i].first, 3 * i);
    }
    const deal_solution *nash = &a->solutions[0];
    assert_int_equal(nash->tie_count, 3);
    assert_int_equal(nash->outcome, 3);
    assert_int_equal(nash->ties[2], 5);
    /* utilitarian: all nine */
    assert_int_equal(a->solutions[3].tie_count, 9);
    assert_int_equal(a->solutions[3].outcome, 0);
    arena_free(mem);
}

/* 0.1 + 0.2 is 0.3 here: no spurious point from rounding. */
static void decimals_stay_exact(void **state) {
    (void)state;
    arena *mem = test_arena();
    const deal_space *s;
    const case_model *c = two_parties(
        "issues:\n"
        "  x: {options: [l, r]}\n"
        "  y: {options: [l, r]}\n"
        "preferences:\n"
        "  a: {worth: {x: {l: 0.1, r: 0.3}, y: {l: 0.2, r: 0}}}\n"
        "  b: {worth: {x: {l: 0.5, r: 0.4}, y: {l: 0.1, r: 0.2}}}\n",
        mem);
    const deal_answer *a = solve(c, &s, mem);
    /* (.3, .6) twice, (.1, .7), (.5, .5) */
    assert_int_equal(a->point_count, 3);
    assert_int_equal(
        a->points[0].count + a->points[1].count + a->points[2].count, 4);
    arena_free(mem);
}

static void reserves_come_in_three_kinds(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c =
        two_parties("issues:\n"
                    "  x: {options: [l, m, r], now: m}\n"
                    "  y: {options: [l, r], now: l}\n"
                    "preferences:\n"
                    "  a: {worth: {x: {l: -3, m: 0.5, r: 1}}, reserve: none}\n"
                    "  b: {worth: {x: {l: 1, m: 0.25, r: 0}}}\n",
                    mem);
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    const deal_party *of = deal_parties(c, s, mem);
    assert_int_equal(of[0].reserve, -3 * FIXED_ONE);
    assert_int_equal(of[1].reserve, FIXED_ONE / 4);
    arena_free(mem);
}

/* Gains of 10^6 and of 10^-12 at once: products and ratios don't overflow. */
static void extreme_worths_are_compared(void **state) {
    (void)state;
    arena *mem = test_arena();
    const deal_space *s;
    const case_model *c = two_parties(
        "issues:\n"
        "  x: {options: [l, m, r]}\n"
        "  y: {options: [l, r]}\n"
        "preferences:\n"
        "  a: {worth: {x: {l: 1e6, m: 999999.999999999999, r: -1e6},"
        "              y: {l: 0, r: 0}}, reserve: -1e6}\n"
        "  b: {worth: {x: {l: 1e-12, m: 2e-12, r: 1e6}, y: {l: 0, r: -1e6}},"
        "      reserve: 0}\n",
        mem);
    const deal_answer *a = solve(c, &s, mem);
    assert_int_equal(a->rational_count, 4);
    /* nash: 2e6 * 1e-12 < 2e6 * 2e-12, and r leaves a without a gain */
    assert_int_equal(a->solutions[0].outcome, 2);
    /* kalai-smorodinsky: shares 1, 5e-19 | 1-, 2e-18 | 0, 1 */
    assert_int_equal(a->solutions[1].outcome, 2);
    /* utilitarian: l and m tie to the last digit at 10^6 + 10^-12; r has 0 */
    assert_int_equal(a->solutions[3].tie_count, 2);
    arena_free(mem);
}

static void concepts_are_found_by_name(void **state) {
    (void)state;
    assert_non_null(deal_concept_find("kalai-smorodinsky"));
    assert_null(deal_concept_find("kalai"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nash_takes_the_largest_product),
        cmocka_unit_test(products_tie_within_rounding),
        cmocka_unit_test(who_cannot_gain_is_left_out_of_the_product),
        cmocka_unit_test(nobody_gaining_leaves_the_first),
        cmocka_unit_test(many_parties_multiply),
        cmocka_unit_test(ties_are_all_reported),
        cmocka_unit_test(decimals_stay_exact),
        cmocka_unit_test(reserves_come_in_three_kinds),
        cmocka_unit_test(extreme_worths_are_compared),
        cmocka_unit_test(concepts_are_found_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
