/* SPDX-License-Identifier: Apache-2.0
 * Refitting: the fit against closed forms and against the conditions of a
 * maximum, priors that know the past alone, the hold-out, and the way of the
 * coefficients into durability. */
#include "durability/fit.h"

#include <math.h>

#include "asked.h"
#include "base/rng.h"

static durability_cases cases_of(const char *text, arena *mem) {
    durability_cases k;
    parley_diags *d = parley_diags_new(NULL);
    const source_text *source = source_new(mem, "t", text, strlen(text));
    if (!durability_cases_read(&k, source, mem, d)) {
        print_problems(d);
        fail();
    }
    parley_diags_free(d);
    return k;
}

static void priors_know_the_past_alone(void **state) {
    (void)state;
    arena *mem = test_arena();
    durability_cases k = cases_of("conflict,date,failed,fixed\n"
                                  "b,2001-05-01,yes,no\na,2003-01-01,no,no\n"
                                  "a,2001-01-01,yes,no\na,2002-01-01,yes,no\n"
                                  "a,2002-01-01,no,no\na,2009-01-01,,no\n",
                                  mem);
    assert_int_equal(k.count, 5);
    assert_int_equal(k.unknown, 1);
    /* by date: a 2001, b 2001, a 2002 twice (same day), a 2003 */
    static const double prior[] = {0.2, 0.2, 1.4 / 3, 1.4 / 3, 2.4 / 5};
    for (int i = 0; i < 5; i++)
        assert_near(k.items[i].values[DURABILITY_PRIOR], prior[i], 1e-15);
    arena_free(mem);
}

/* One yes-or-no fact: the coefficient is the logarithm of the odds ratio, its
 * variance the sum of the reciprocal counts. */
static void one_fact_gives_the_odds_ratio(void **state) {
    (void)state;
    enum { N = 200 };
    static const int counts[2][2] = {{60, 20},
                                     {30, 90}}; /* [mediated][failed] */
    durability_case items[N];
    int n = 0;
    for (int m = 0; m < 2; m++)
        for (int f = 0; f < 2; f++)
            for (int i = 0; i < counts[m][f]; i++) {
                items[n] = (durability_case){.failed = f};
                items[n++].values[DURABILITY_MEDIATED] = m;
            }
    durability_cases k = {.items = items, .count = n};
    k.has[DURABILITY_MEDIATED] = true;
    durability_logit fit;
    assert_true(durability_fit(&fit, &k, DURABILITY_POOLED, n));
    int term = 1 + DURABILITY_MEDIATED;
    assert_near(fit.weight[0], log(20.0 / 60), 0.002);
    assert_near(fit.weight[term], log(90.0 / 30 * 60 / 20), 0.003);
    assert_near(fit.covariance[term][term],
                1.0 / 60 + 1.0 / 20 + 1.0 / 30 + 1.0 / 90, 0.001);
    assert_near(fit.weight[1 + DURABILITY_WRITTEN], 0, 0);
}

static durability_cases simulated(durability_case *items, int count,
                                  const double b[DURABILITY_TERMS],
                                  uint64_t seed) {
    rng r;
    rng_seed(&r, seed, 0);
    for (int i = 0; i < count; i++) {
        items[i] = (durability_case){.day = i};
        for (int f = 0; f < DURABILITY_PRIOR; f++)
            items[i].values[f] = rng_uniform(&r) < 0.5;
        items[i].values[DURABILITY_PRIOR] = rng_uniform(&r);
        double sum = b[0];
        for (int f = 0; f < DURABILITY_FACTS; f++)
            sum += b[f + 1] * items[i].values[f];
        items[i].failed = rng_uniform(&r) < 1 / (1 + exp(-sum));
    }
    durability_cases k = {.items = items, .count = count};
    for (int f = 0; f < DURABILITY_FACTS; f++)
        k.has[f] = true;
    return k;
}

/* The published coefficients as the truth: a fit to 20,000 finds them within
 * four of its own errors, and its residuals are at right angles to the facts
 * (the condition of a maximum, penalty included). */
static void known_coefficients_are_found(void **state) {
    (void)state;
    enum { N = 20000 };
    static durability_case items[N];
    static const double b[] = {-.229, -2.771, -1.067, -.890,
                               -.366, .334,   .153,   2.839};
    durability_cases k = simulated(items, N, b, 11);
    durability_logit fit;
    assert_true(durability_fit(&fit, &k, DURABILITY_POOLED, N));
    assert_int_equal(fit.weight_count, 8);
    for (int t = 0; t < DURABILITY_TERMS; t++) {
        double error = sqrt(fit.covariance[t][t]), slope = 0;
        assert_true(error > 0.01 && error < 0.1);
        assert_near(fit.weight[t], b[t], 4 * error);
        for (int i = 0; i < N; i++) {
            double p =
                1 / (1 + exp(-durability_logit_sum(&fit, items[i].values)));
            slope += (t ? items[i].values[t - 1] : 1) * (items[i].failed - p);
        }
        assert_near(slope, t ? 0.01 * fit.weight[t] : 0, 1e-6);
    }
}

/* What comes from `end` on changes nothing. */
static void a_fit_does_not_see_what_comes_later(void **state) {
    (void)state;
    enum { N = 1200 };
    static durability_case items[N];
    static const double b[] = {0, -1, -1, 0, 0, 1, 0, 1};
    durability_cases k = simulated(items, N, b, 13);
    durability_logit early, alone;
    assert_true(durability_fit(&early, &k, DURABILITY_OPEN_ONLY, N / 2));
    k.count = N / 2;
    assert_true(durability_fit(&alone, &k, DURABILITY_OPEN_ONLY, N / 2));
    assert_memory_equal(early.weight, alone.weight, sizeof early.weight);
    assert_int_equal(early.n, alone.n);
    assert_true(early.n < N / 2);
}

static void separated_data_stay_finite(void **state) {
    (void)state;
    enum { N = 100 };
    durability_case items[N];
    for (int i = 0; i < N; i++) {
        items[i] = (durability_case){.failed = i < 50};
        items[i].values[DURABILITY_WRITTEN] = i >= 50;
    }
    durability_cases k = {.items = items, .count = N};
    k.has[DURABILITY_WRITTEN] = true;
    durability_logit fit;
    assert_true(durability_fit(&fit, &k, DURABILITY_POOLED, N));
    assert_true(fit.weight[1 + DURABILITY_WRITTEN] < -5);
    assert_true(isfinite(fit.weight[1 + DURABILITY_WRITTEN]));
    items[0].failed = false;
    k.count = 8;
    assert_false(durability_fit(&fit, &k, DURABILITY_POOLED, 8));
}

/* --- Through the interface --- */

static char *table_of(const durability_cases *k) {
    char *text = NULL;
    size_t size = 0;
    FILE *to = open_memstream(&text, &size);
    (void)fputs("date,conflict,failed,fixed,written,mediated\n", to);
    for (int i = 0; i < k->count; i++) {
        const durability_case *c = &k->items[i];
        (void)fprintf(to, "%04d-%02d-%02d,c%d,%d,%d,%d,%d\n", 1990 + i / 336,
                      1 + i / 28 % 12, 1 + i % 28, i, c->failed,
                      c->values[DURABILITY_FIXED] > 0,
                      c->values[DURABILITY_WRITTEN] > 0,
                      c->values[DURABILITY_MEDIATED] > 0);
    }
    (void)fclose(to);
    return text;
}

/* On the hold-out from a day on, the fit to what came before it. */
static double brier_of(const durability_cases *k, durability_class of,
                       int begin) {
    durability_logit early;
    double sum = 0;
    int count = 0;
    assert_true(durability_fit(&early, k, of, begin));
    for (int i = begin; i < k->count; i++) {
        const durability_case *c = &k->items[i];
        if ((c->values[DURABILITY_FIXED] > 0) != (of == DURABILITY_FIXED_ONLY))
            continue;
        double p = 1 / (1 + exp(-durability_logit_sum(&early, c->values)));
        sum += (p - c->failed) * (p - c->failed);
        count++;
    }
    return sum / count;
}

static void a_refit_is_tested_later_and_used(void **state) {
    (void)state;
    enum { N = 3000 };
    static durability_case items[N];
    static const double b[] = {0.5, -2, -1.5, 0, 0, 1, 0, 0};
    durability_cases k = simulated(items, N, b, 12);
    char *text = table_of(&k);
    parley_result *r;
    const parley_option split = {"split", "1995-01-01"};
    assert_int_equal(parley_calibrate(&r, NULL,
                                      (parley_text){"t", text, strlen(text)},
                                      &split, 1, NULL),
                     PARLEY_OK);
    assert_near(get(r, "known").number, N, 0);
    assert_near(get(r, "held-out").number, N - 5 * 336, 0);
    assert_string_equal(get(r, "models/0/model").text, "logit-fixed");
    assert_string_equal(get(r, "models/1/model").text, "logit-open");
    assert_near(get(r, "models/0/tested/n").number +
                    get(r, "models/1/tested/n").number,
                N - 5 * 336, 0);
    arena *mem = test_arena();
    durability_cases read = cases_of(text, mem);
    for (int m = 0; m < 2; m++) {
        char path[64];
        (void)snprintf(path, sizeof path, "models/%d/tested/brier", m);
        assert_near(get(r, path).number,
                    brier_of(&read,
                             m ? DURABILITY_OPEN_ONLY : DURABILITY_FIXED_ONLY,
                             5 * 336),
                    1e-12);
        (void)snprintf(path, sizeof path, "models/%d/tested/auc", m);
        assert_true(get(r, path).number > 0.6);
    }
    const parley_option asked_with[] = {{"operand", "p"},
                                        {"figures", get(r, "figures").text}};
    parley_result *held =
        asked("durability",
              "parley: 1\ncase: t\nparties: {a: {}, b: {}}\nothers: {m: {}}\n"
              "issues: {x: {options: [x0, x1]}}\nproposals:\n"
              "  p: {by: m, plan: [{lasts: open}], truce: {kind: cessation, "
              "written: false}}\n",
              asked_with, 2);
    assert_string_equal(get(held, "hold/model").text, "logit-open");
    assert_near(get(held, "hold/value").number, 1 - 1 / (1 + exp(-1.5)), 0.04);
    assert_near(get(held, "hold/auc").number,
                get(r, "models/1/tested/auc").number, 1e-12);
    parley_result_free(held);
    parley_result_free(r);
    arena_free(mem);
    free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(priors_know_the_past_alone),
        cmocka_unit_test(one_fact_gives_the_odds_ratio),
        cmocka_unit_test(known_coefficients_are_found),
        cmocka_unit_test(a_fit_does_not_see_what_comes_later),
        cmocka_unit_test(separated_data_stay_finite),
        cmocka_unit_test(a_refit_is_tested_later_and_used),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
