/* SPDX-License-Identifier: Apache-2.0
 * Scores against values worked out by hand and against brute force, and the
 * pairing of two tables. */
#include "base/score.h"

#include "test.h"

#include "base/rng.h"
#include "parley.h"

static const double chances[] = {0.9, 0.2, 0.6, 0.6, 0.1};
static const bool came[] = {true, false, true, false, false};

static void scores_are_those_worked_out(void **state) {
    (void)state;
    arena *mem = test_arena();
    score_summary s = score_of((score_pairs){chances, came, 5}, mem);
    assert_near(s.base, 0.4, 1e-15);
    assert_near(s.brier, (0.01 + 0.04 + 0.16 + 0.36 + 0.01) / 5, 1e-15);
    assert_near(s.brier_base, 0.24, 1e-15);
    assert_near(s.log,
                -(log(0.9) + log(0.8) + log(0.6) + log(0.4) + log(0.9)) / 5,
                1e-15);
    assert_near(s.log_base, -0.4 * log(0.4) - 0.6 * log(0.6), 1e-15);
    /* of six pairs five are in order, one is tied */
    assert_near(s.auc, 5.5 / 6, 1e-15);
    /* gains .35 .12 .20 -.20 .15, mean .124 */
    assert_near(s.gain, 0.124, 1e-15);
    assert_near(s.gain_error,
                sqrt((.226 * .226 + .004 * .004 + .076 * .076 + .324 * .324 +
                      .026 * .026) /
                     20),
                1e-12);
    arena_free(mem);
}

static void impossible_things_that_came_are_infinite(void **state) {
    (void)state;
    arena *mem = test_arena();
    const double sure[] = {0, 1, 0};
    const bool wrong[] = {true, true, false}, right[] = {false, true, false};
    assert_true(isinf(score_of((score_pairs){sure, wrong, 3}, mem).log));
    score_summary s = score_of((score_pairs){sure, right, 3}, mem);
    assert_near(s.log, 0, 0);
    assert_near(s.brier, 0, 0);
    assert_near(s.auc, 1, 0);
    const bool none[] = {false, false, false};
    s = score_of((score_pairs){sure, none, 3}, mem);
    assert_true(isnan(s.auc));
    assert_near(s.log_base, 0, 0);
    arena_free(mem);
}

static double brute_auc(const double *p, const bool *y, int n) {
    double won = 0, pairs = 0;
    for (int i = 0; i < n; i++)
        for (int k = 0; k < n; k++)
            if (y[i] && !y[k]) {
                pairs++;
                won += p[i] > p[k] ? 1 : p[i] < p[k] ? 0 : 0.5;
            }
    return won / pairs;
}

/* Fair predictions: calibrated, and the Brier score is the mean of p(1-p). */
static void fair_predictions_are_calibrated(void **state) {
    (void)state;
    enum { N = 20000, FEW = 300 };
    static double p[N];
    static bool y[N];
    arena *mem = test_arena();
    rng r;
    rng_seed(&r, 7, 0);
    double expected = 0;
    for (int i = 0; i < N; i++) {
        p[i] = floor(rng_uniform(&r) * 40) / 40;
        y[i] = rng_uniform(&r) < p[i];
        expected += p[i] * (1 - p[i]) / N;
    }
    score_summary s = score_of((score_pairs){p, y, N}, mem);
    assert_near(s.brier, expected, 0.006);
    score_bin bins[SCORE_BINS];
    score_calibrate((score_pairs){p, y, N}, bins);
    size_t all = 0;
    for (int b = 0; b < SCORE_BINS; b++) {
        all += bins[b].count;
        assert_near(bins[b].came, bins[b].predicted, 0.05);
        assert_true(bins[b].came_low < bins[b].came &&
                    bins[b].came < bins[b].came_high);
    }
    assert_int_equal(all, N);
    s = score_of((score_pairs){p, y, FEW}, mem);
    assert_near(s.auc, brute_auc(p, y, FEW), 1e-12);
    arena_free(mem);
}

static void bins_hold_their_lower_end(void **state) {
    (void)state;
    static const double p[] = {0, 0.05, 0.1, 0.19, 0.97, 1};
    static const bool y[] = {false, true, false, true, true, true};
    score_bin bins[SCORE_BINS];
    score_calibrate((score_pairs){p, y, 6}, bins);
    static const size_t counts[SCORE_BINS] = {2, 2, 0, 0, 0, 0, 0, 0, 0, 2};
    for (int b = 0; b < SCORE_BINS; b++)
        assert_int_equal(bins[b].count, counts[b]);
    assert_near(bins[1].predicted, 0.145, 1e-15);
    assert_near(bins[1].came, 0.5, 0);
}

/* (p + z^2/2n -+ z sqrt(p(1-p)/n + z^2/4n^2)) / (1 + z^2/n), z = 1.644854 */
static void intervals_are_wilsons(void **state) {
    (void)state;
    static const struct {
        double share, n, low, high;
    } cases[] = {{0.5, 10, 0.269272, 0.730728},
                 {0.074, 833, 0.060421, 0.090337},
                 {0, 20, 0, 0.119158},
                 {1, 20, 0.880842, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double low, high;
        score_interval(cases[i].share, cases[i].n, &low, &high);
        assert_near(low, cases[i].low, 1e-6);
        assert_near(high, cases[i].high, 1e-6);
    }
}

/* --- The tables --- */

static parley_result *scored(const char *predictions, const char *outcomes) {
    parley_result *r;
    parley_text p = {"p", predictions, strlen(predictions)};
    parley_text o = {"o", outcomes, strlen(outcomes)};
    assert_int_equal(parley_score(&r, NULL, p, o, NULL), PARLEY_OK);
    return r;
}

static double number(const parley_result *r, const char *path) {
    parley_value v;
    if (parley_get(r, path, &v) != PARLEY_OK) fail_msg("no \"%s\"", path);
    return v.number;
}

static void rows_are_paired_by_id(void **state) {
    (void)state;
    parley_result *r = scored("model,id,p\nx,a,0.9\ny,a,0.2\nx,b,0.3\nx,c,1\n",
                              "outcome,id\nno,b\n1,a\nno,zz\n");
    assert_near(number(r, "models/0/n"), 2, 0);
    assert_near(number(r, "models/0/brier"), (0.01 + 0.09) / 2, 1e-15);
    assert_near(number(r, "models/1/brier"), 0.64, 1e-15);
    parley_result_free(r);
}

static void numbers_are_scored_too(void **state) {
    (void)state;
    parley_result *r =
        scored("id,value,low,high\na,10,0,20\nb,50,40,60\nc,5,,\n",
               "id,outcome\na,30\nb,55\nc,5\n");
    assert_near(number(r, "models/0/mae"), 25.0 / 3, 1e-12);
    assert_near(number(r, "models/0/mae-base"), 50.0 / 3, 1e-12);
    assert_near(number(r, "models/0/within-10"), 2.0 / 3, 1e-12);
    assert_near(number(r, "models/0/covered"), 0.5, 0);
    parley_result_free(r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(scores_are_those_worked_out),
        cmocka_unit_test(impossible_things_that_came_are_infinite),
        cmocka_unit_test(fair_predictions_are_calibrated),
        cmocka_unit_test(bins_hold_their_lower_end),
        cmocka_unit_test(intervals_are_wilsons),
        cmocka_unit_test(rows_are_paired_by_id),
        cmocka_unit_test(numbers_are_scored_too),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
