/* SPDX-License-Identifier: Apache-2.0
 * Forecasts against brute force and values worked out by hand: the mean and its
 * levers, Nash on a fine grid, the median, and what an exchange does. */
#include "forecast/forecast.h"

#include <math.h>

#include "asked.h"
#include "base/rng.h"
#include "bytes.h"

enum { ACTORS = 6, ISSUES = 4, CELLS = ACTORS * ISSUES };

static forecast_stakes random_stakes(rng *r, forecast_stake items[CELLS]) {
    for (int i = 0; i < CELLS; i++)
        items[i] = (forecast_stake){
            i / ACTORS, i % ACTORS, floor(100 * rng_uniform(r)),
            5 + 95 * rng_uniform(r), 0.2 + 3 * rng_uniform(r)};
    return (forecast_stakes){items, CELLS, ISSUES, ACTORS};
}

/* As long double logarithms, written down from the definition. */
static long double welfare(const forecast_stakes *on, double y) {
    long double sum = 0;
    for (int i = 0; i < on->count; i++) {
        const forecast_stake *k = &on->items[i];
        long double s = (long double)k->salience / 100;
        long double gap = fabsl((long double)k->position - y) / 100;
        sum += (long double)k->capability * logl(1 - s * gap + 0.001L);
    }
    return sum;
}

static void nash_is_best_on_a_grid(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 3, 0);
    for (int n = 0; n < 60; n++) {
        forecast_stake items[CELLS];
        forecast_stakes all = random_stakes(&r, items);
        forecast_stakes on = forecast_on(&all, n % ISSUES);
        assert_int_equal(on.count, ACTORS);
        double best = 0;
        for (int k = 1; k <= 4000; k++)
            if (welfare(&on, k / 40.0) > welfare(&on, best)) best = k / 40.0;
        assert_near(forecast_nash(&on), best, 0.026);
    }
}

static void levers_are_derivatives(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 4, 0);
    forecast_stake items[CELLS];
    forecast_stakes all = random_stakes(&r, items);
    forecast_stakes on = forecast_on(&all, 1);
    double before = forecast_mean(&on), sum = 0;
    for (int k = 0; k < on.count; k++) {
        items[ACTORS + k].position += 10;
        assert_near(forecast_mean(&on) - before, 10 * forecast_lever(&on, k),
                    1e-9);
        items[ACTORS + k].position -= 10;
        sum += forecast_lever(&on, k);
    }
    assert_near(sum, 1, 1e-12);
}

static void values_worked_out_by_hand(void **state) {
    (void)state;
    const forecast_stake items[] = {
        {0, 0, 0, 50, 1}, {0, 1, 40, 100, 2}, {0, 2, 100, 25, 4}};
    forecast_stakes on = {items, 3, 1, 3};
    assert_near(forecast_mean(&on), (8000.0 + 10000) / 350, 1e-12);
    assert_near(forecast_median(&on), 40, 0);
    const forecast_stake even[] = {{0, 0, 90, 30, 1}, {0, 1, 10, 10, 3}};
    on = (forecast_stakes){even, 2, 1, 2};
    assert_near(forecast_median(&on), 10, 0); /* half is enough */
    const forecast_stake idle[] = {{0, 0, 10, 0, 1}, {0, 1, 90, 0, 1}};
    on = (forecast_stakes){idle, 2, 1, 2};
    assert_true(isnan(forecast_mean(&on)) && isnan(forecast_nash(&on)) &&
                isnan(forecast_median(&on)));
}

/* Two actors, two issues, each of whom cares for another one. Means 50, 50;
 * they may meet: A = B = 40, both gain (80 - 20) / 100 x 40 = 24. */
static void an_exchange_is_as_worked_out(void **state) {
    (void)state;
    const forecast_stake items[] = {{0, 0, 10, 80, 1},
                                    {0, 1, 90, 80, 1},
                                    {1, 0, 10, 20, 1},
                                    {1, 1, 90, 20, 1}};
    arena *mem = test_arena();
    forecast_stakes all = {items, 4, 2, 2};
    assert_int_equal(forecast_exchange_all(&all, mem)->count, 0);
    const forecast_stake apart[] = {{0, 0, 10, 80, 1},
                                    {0, 1, 90, 80, 4},
                                    {1, 0, 10, 20, 4},
                                    {1, 1, 90, 80, 4}};
    all.items = apart;
    /* means 74 and 74; actor 0 cares 4 to 1 for issue 0, actor 1 1 to 1. On
     * issue 0 actor 1 may shift the mean by min(.8 x 80, 64) = 64, on issue 1
     * actor 0 by min(.2 x 80, 16) = 16; A 160 = B 100, so A = 10, B = 16: each
     * gains (80 x 10 - 20 x 16) / 100 = 4.8 = (80 x 16 - 80 x 10) / 100. */
    const forecast_exchanges *x = forecast_exchange_all(&all, mem);
    assert_int_equal(x->count, 1);
    assert_near(x->items[0].gain, 4.8, 1e-9);
    assert_int_equal(x->items[0].giver, 1);
    assert_int_equal(x->items[0].given, 0);
    assert_near(x->items[0].given_by, -12.5, 1e-9);
    assert_near(x->items[0].taken_by, 80, 1e-9);
    assert_near(x->outcome[0], 64, 1e-9);
    assert_near(x->outcome[1], 90, 1e-9);
    assert_int_equal(x->items[0].ties, 0);
    arena_free(mem);
}

static double utility(const forecast_stakes *all, const double *outcome,
                      const double *ideal, int actor) {
    double sum = 0;
    for (int i = 0; i < all->count; i++)
        if (all->items[i].actor == actor)
            sum -= all->items[i].salience / 100 *
                   fabs(ideal[i] - outcome[all->items[i].issue]);
    return sum;
}

/* How far an issue's mean may go when `by` moves on it towards `to`; 0: it has
 * moved, or the two stand on one side. */
static double room_of(const forecast_stake *now, const bool *moved,
                      const forecast_stakes *all, const int at[3]) {
    int issue = at[0], by = issue * ACTORS + at[1], to = issue * ACTORS + at[2];
    forecast_stakes on = forecast_on(all, issue);
    double mean = forecast_mean(&on), way = now[to].position - mean;
    if (moved[by] || way * (now[by].position - mean) >= 0) return 0;
    double weight = now[by].salience * now[by].capability, sum = 0;
    for (int i = 0; i < on.count; i++)
        sum += on.items[i].salience * on.items[i].capability;
    return fmin(fabs(way),
                weight / sum * fabs(now[to].position - now[by].position));
}

/* The largest gain of all exchanges there are, and how many others have it:
 * the shifts A and B with A (s_ia + s_ja) = B (s_ib + s_jb) that fit. */
static double best_gain(const forecast_stakes *all, const bool *moved,
                        int *ties) {
    const forecast_stake *now = all->items;
    double best = 0;
    *ties = 0;
    for (int a = 0; a < ISSUES; a++)
        for (int b = a + 1; b < ISSUES; b++)
            for (int i = 0; i < ACTORS; i++)
                for (int j = 0; j < ACTORS; j++) {
                    double ia = now[a * ACTORS + i].salience;
                    double ib = now[b * ACTORS + i].salience;
                    double both_a = ia + now[a * ACTORS + j].salience;
                    double both_b = ib + now[b * ACTORS + j].salience;
                    double A = room_of(now, moved, all, (int[]){a, j, i});
                    double B = room_of(now, moved, all, (int[]){b, i, j});
                    A = fmin(A, B * both_b / both_a);
                    B = A * both_a / both_b;
                    double gain = (ia * A - ib * B) / 100;
                    if (i == j || gain < 1e-9 || gain < best - 1e-9) continue;
                    *ties = gain > best + 1e-9 ? 0 : *ties + 1;
                    best = fmax(best, gain);
                }
    return best;
}

/* Whatever the stakes: replayed one by one, each exchange is the best there is,
 * gives both parties what it says, no position leaves the scale, nothing is
 * moved twice, and the outcomes are the means of where all end, where nothing
 * more can be gained. */
static void exchanges_keep_their_word(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 5, 0);
    int carried_out = 0, tied = 0;
    for (int n = 0; n < 40; n++) {
        arena *mem = test_arena();
        forecast_stake items[CELLS], now[CELLS];
        double ideal[CELLS], outcome[ISSUES];
        bool moved[CELLS] = {false};
        forecast_stakes all = random_stakes(&r, items);
        int ties;
        for (int i = 0; n % 2 == 1 && i < CELLS; i += ACTORS) {
            items[i + 1] = items[i]; /* two alike */
            items[i + 1].actor = 1;
        }
        memcpy(now, items, sizeof now);
        forecast_stakes replay = {now, CELLS, ISSUES, ACTORS};
        const forecast_exchanges *x = forecast_exchange_all(&all, mem);
        carried_out += x->count;
        for (int e = 0; e < x->count; e++) {
            const forecast_exchange *k = &x->items[e];
            double before[2], after[2];
            assert_near(k->gain, best_gain(&replay, moved, &ties), 1e-8);
            assert_int_equal(k->ties, ties);
            tied += ties > 0;
            for (int pass = 0; pass < 2; pass++) {
                for (int j = 0; j < ISSUES; j++) {
                    forecast_stakes on = forecast_on(&replay, j);
                    outcome[j] = forecast_mean(&on);
                }
                for (int i = 0; i < CELLS && pass == 0; i++)
                    ideal[i] = now[i].position;
                double *to = pass ? after : before;
                to[0] = utility(&replay, outcome, ideal, k->giver);
                to[1] = utility(&replay, outcome, ideal, k->taker);
                int given = k->given * ACTORS + k->giver;
                int taken = k->taken * ACTORS + k->taker;
                if (pass == 0) {
                    assert_false(moved[given] || moved[taken]);
                    moved[given] = moved[taken] = true;
                    now[given].position += k->given_by;
                    now[taken].position += k->taken_by;
                }
                assert_true(now[given].position > -1e-9 &&
                            now[given].position < 100 + 1e-9);
            }
            assert_true(k->gain > 0);
            assert_near(after[0] - before[0], k->gain, 1e-9);
            assert_near(after[1] - before[1], k->gain, 1e-9);
        }
        assert_true(best_gain(&replay, moved, &ties) < 2e-9);
        for (int j = 0; j < ISSUES; j++) {
            forecast_stakes on = forecast_on(&replay, j);
            assert_near(x->outcome[j], forecast_mean(&on), 1e-9);
        }
        arena_free(mem);
    }
    assert_true(carried_out > 40 && tied > 20);
}

/* --- The lens, from a table --- */

static void a_table_is_forecast_and_scored(void **state) {
    (void)state;
    char path[] = "/tmp/parley-forecast-XXXXXX.csv";
    static const char table[] = "issue,actor,position,salience,capability\n"
                                "T/1,A one,10,60,1\nT/1,at,90,20,2\nyes,A "
                                "one,0,50,1\nyes,at,100,50,1\n";
    int made = mkstemps(path, 4);
    assert_true(made >= 0);
    FILE *file = fdopen(made, "w");
    (void)fputs(table, file);
    (void)fclose(file);
    kept_bytes b = BYTES_NONE;
    assert_int_equal(parley_import(NULL, bytes_sink(&b), path, NULL),
                     PARLEY_OK);
    remove(path);
    parley_result *r = asked("forecast", b.text, NULL, 0);
    assert_string_equal(get(r, "issues/0/issue").text, "T/1");
    assert_near(get(r, "issues/0/forecasts/0/value").number, 42, 1e-12);
    assert_near(get(r, "issues/0/forecasts/0/low").number, 0, 0);
    assert_near(get(r, "issues/0/forecasts/0/high").number, 91, 1e-12);
    assert_string_equal(get(r, "issues/1/issue").text, "yes");
    kept_bytes csv = BYTES_NONE;
    assert_int_equal(parley_write(r, "csv", NULL, bytes_sink(&csv), NULL),
                     PARLEY_OK);
    *strstr(csv.text, "\r\n\r\n") = '\0'; /* the first table */
    static const char outcomes[] = "id,outcome\nT/1,40\nyes,100\n";
    parley_result *s;
    assert_int_equal(
        parley_score(&s, NULL, (parley_text){"p", csv.text, strlen(csv.text)},
                     (parley_text){"o", outcomes, sizeof outcomes - 1}, NULL),
        PARLEY_OK);
    assert_near(get(s, "models/0/mae").number, (2.0 + 50) / 2, 1e-9);
    assert_near(get(s, "models/0/covered").number, 0.5, 0);
    parley_result_free(s);
    parley_result_free(r);
    free(csv.text);
    free(b.text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nash_is_best_on_a_grid),
        cmocka_unit_test(levers_are_derivatives),
        cmocka_unit_test(values_worked_out_by_hand),
        cmocka_unit_test(an_exchange_is_as_worked_out),
        cmocka_unit_test(exchanges_keep_their_word),
        cmocka_unit_test(a_table_is_forecast_and_scored),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
