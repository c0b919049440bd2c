/* SPDX-License-Identifier: Apache-2.0
 * R-hat and effective sizes against closed forms, and against the formulas of
 * Vehtari et al. (2021) written out plainly here. */
#include "belief/measure.h"

#include "base/rng.h"
#include "test.h"

enum { CHAINS = 8, LENGTH = 5000, COUNT = CHAINS * LENGTH };

static double gaussian(rng *r) {
    double radius = sqrt(2 * rng_exponential(r));
    return radius * cos(2 * acos(-1) * rng_uniform(r));
}

/* Stationary first-order autoregression, one a chain. */
static double *regression(arena *mem, int chains, int length, double phi) {
    double *x = ARENA_ARRAY(mem, double, (size_t)(chains * length));
    rng r;
    rng_seed(&r, 11, 0);
    for (int k = 0; k < chains; k++)
        for (int i = 0; i < length; i++) {
            double *at = &x[k * length + i];
            double before = i ? at[-1] : 0;
            double scale = i ? sqrt(1 - phi * phi) : 1;
            *at = phi * before + scale * gaussian(&r);
        }
    return x;
}

static belief_mixing mix(belief_chains v, arena *mem) {
    int count = v.chain_count * v.length;
    return belief_mix(v, belief_rank_scores(count, mem), mem);
}

static void test_quantile(void **state) {
    (void)state;
    /* Abramowitz and Stegun, table 26.5 and 26.6 (to more digits). */
    assert_near(belief_normal_quantile(0.5), 0, 1e-15);
    assert_near(belief_normal_quantile(0.975), 1.9599639845400545, 1e-12);
    assert_near(belief_normal_quantile(0.001), -3.090232306167813, 1e-11);
    for (int i = 1; i < 2000; i++) {
        double p = i < 1000 ? i * i * 1e-7 : i / 2000.0;
        double x = belief_normal_quantile(p);
        assert_near(0.5 * erfc(-x / sqrt(2)), p, 1e-13);
    }
}

/* The ESS of a first-order autoregression is N (1 - phi) / (1 + phi). */
static void test_regression(void **state) {
    (void)state;
    static const double phi[] = {0, 0.3, 0.7, 0.9, -0.4};
    for (int i = 0; i < 5; i++) {
        arena *mem = test_arena();
        double *x = regression(mem, CHAINS, LENGTH, phi[i]);
        belief_chains v = {x, CHAINS, LENGTH};
        double expected = COUNT * (1 - phi[i]) / (1 + phi[i]);
        assert_near(belief_mean_ess(v, mem) / expected, 1, 0.12);
        belief_mixing m = mix(v, mem);
        assert_near(m.bulk_ess / expected, 1, 0.12);
        assert_near(m.r_hat, 1, 0.01);
        arena_free(mem);
    }
}

/* Ranks don't see a monotone map, however wild. */
static void test_monotone(void **state) {
    (void)state;
    arena *mem = test_arena();
    double *x = regression(mem, CHAINS, 500, 0.5);
    double *y = ARENA_ARRAY(mem, double, CHAINS * 500);
    for (int i = 0; i < CHAINS * 500; i++)
        y[i] = -exp(-20 * x[i]);
    belief_mixing a = mix((belief_chains){x, CHAINS, 500}, mem);
    belief_mixing b = mix((belief_chains){y, CHAINS, 500}, mem);
    assert_near(a.r_hat, b.r_hat, 1e-12);
    assert_near(a.bulk_ess, b.bulk_ess, 1e-6);
    arena_free(mem);
}

static void test_disagreement(void **state) {
    (void)state;
    arena *mem = test_arena();
    double *x = regression(mem, CHAINS, 500, 0);
    for (int i = 0; i < 500; i++)
        x[i] += 3; /* one chain is elsewhere */
    belief_mixing m = mix((belief_chains){x, CHAINS, 500}, mem);
    assert_true(m.r_hat > 1.1);
    assert_true(m.bulk_ess < 100);
    arena_free(mem);
}

/* A drift that all chains share is seen by their halves alone. */
static void test_drift(void **state) {
    (void)state;
    arena *mem = test_arena();
    double *x = regression(mem, CHAINS, 500, 0);
    for (int i = 0; i < CHAINS * 500; i++)
        x[i] += (i % 500) / 200.0;
    belief_mixing m = mix((belief_chains){x, CHAINS, 500}, mem);
    assert_true(m.r_hat > 1.05);
    arena_free(mem);
}

static void test_edges(void **state) {
    (void)state;
    arena *mem = test_arena();
    double same[CHAINS * 10] = {0};
    belief_mixing m = mix((belief_chains){same, CHAINS, 10}, mem);
    assert_true(m.r_hat == 1 && m.bulk_ess == CHAINS * 10);
    double *x = regression(mem, CHAINS, 7, 0);
    assert_true(isnan(mix((belief_chains){x, CHAINS, 7}, mem).r_hat));
    assert_true(belief_mean_ess((belief_chains){x, CHAINS, 7}, mem) <= 56);
    assert_true(belief_mean_ess((belief_chains){x, CHAINS, 1}, mem) == 8);
    assert_true(mix((belief_chains){x, CHAINS / 2, 9}, mem).r_hat > 0);
    arena_free(mem);
}

/* --- The formulas, literally --- */

static double rank_of(const double *x, int count, int at) {
    int below = 0, equal = 0;
    for (int i = 0; i < count; i++) {
        below += x[i] < x[at];
        equal += x[i] == x[at];
    }
    return below + (equal + 1) / 2.0;
}

static double covariance(const double *half, int length, double mean, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < length; i++)
        sum += (half[i] - mean) * (half[i + lag] - mean);
    return sum / (length - 1);
}

/* The halves of 4 chains of 41 draws: the 21st draw is left out. */
static void test_literal(void **state) {
    (void)state;
    enum { M = 8, N = 20, CHAIN = 41, ALL = 4 * CHAIN };
    arena *mem = test_arena();
    double *x = regression(mem, 4, CHAIN, 0.6), z[M][N];
    x[5] = x[77] = x[100]; /* ties */
    for (int k = 0; k < M; k++)
        for (int i = 0; i < N; i++) {
            int at = k / 2 * CHAIN + (k % 2 ? CHAIN - N : 0) + i;
            z[k][i] = belief_normal_quantile((rank_of(x, ALL, at) - 0.375) /
                                             (ALL + 0.25));
        }
    double mean[M] = {0}, grand = 0, within = 0, between = 0;
    for (int k = 0; k < M; k++) {
        for (int i = 0; i < N; i++)
            mean[k] += z[k][i] / N;
        grand += mean[k] / M;
        within += covariance(z[k], N, mean[k], 0) / M;
    }
    for (int k = 0; k < M; k++)
        between += (mean[k] - grand) * (mean[k] - grand) / (M - 1);
    double total = within * (N - 1) / N + between, rho[N];
    for (int t = 0; t < N; t++) {
        double sum = 0;
        for (int k = 0; k < M; k++)
            sum += covariance(z[k], N, mean[k], t) / M;
        rho[t] = t ? 1 - (within - sum) / total : 1;
    }
    double pairs = 0, last = INFINITY;
    for (int t = 0; t + 1 < N && rho[t] + rho[t + 1] > 0; t += 2) {
        last = fmin(last, rho[t] + rho[t + 1]);
        pairs += last;
    }
    belief_mixing m = mix((belief_chains){x, 4, CHAIN}, mem);
    assert_near(m.r_hat, sqrt(total / within), 1e-12);
    assert_near(m.bulk_ess, M * N / (2 * pairs - 1), 1e-9);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quantile), cmocka_unit_test(test_regression),
        cmocka_unit_test(test_monotone), cmocka_unit_test(test_disagreement),
        cmocka_unit_test(test_drift),    cmocka_unit_test(test_edges),
        cmocka_unit_test(test_literal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
