/* SPDX-License-Identifier: Apache-2.0
 * Frontier and bargaining solutions against brute force on random cases (2 to
 * 4 parties, ties, rules, conditions, caps), and the laws they must keep.
 * PROP_SEED replays one case. */
#include "random_case.h"

#include "deal/bargain.h"

enum { PARTIES = 4, ISSUES = 5, OUTCOMES = 1024, CASES_MOST = 10000 };

typedef struct brute {
    const case_model *c;
    int n, count;
    int x[OUTCOMES][ISSUES];
    fixed u[OUTCOMES][PARTIES];
    fixed d[PARTIES], ideal[PARTIES], most[PARTIES];
    bool rational[OUTCOMES];
    int rational_count;
} brute;

static fixed worth(const brute *B, int p, const int *x) {
    const case_preference *of = &B->c->preferences[p];
    fixed sum = 0;
    for (int j = 0; j < B->c->issue_count; j++)
        sum += of->worth[B->c->issues[j].cell + x[j]];
    for (int i = 0; i < of->when_count; i++)
        if (expr_holds(of->when[i].holds, x)) sum += of->when[i].worth;
    return of->has_cap && sum > of->cap ? of->cap : sum;
}

static void list_outcomes(brute *B) {
    int x[ISSUES] = {0};
    for (;;) {
        bool ok = true;
        for (int i = 0; i < B->c->rule_count; i++)
            ok = ok && expr_holds(B->c->rules[i].holds, x);
        if (ok) {
            for (int p = 0; p < B->n; p++)
                B->u[B->count][p] = worth(B, p, x);
            memcpy(B->x[B->count++], x, sizeof x);
        }
        int j = B->c->issue_count - 1;
        while (j >= 0 && ++x[j] == B->c->issues[j].option_count)
            x[j--] = 0;
        if (j < 0) return;
    }
}

static void find_reserves(brute *B) {
    int now[ISSUES];
    for (int j = 0; j < B->c->issue_count; j++)
        now[j] = B->c->issues[j].now;
    for (int p = 0; p < B->n; p++) {
        const case_preference *of = &B->c->preferences[p];
        B->d[p] = B->c->has_now ? worth(B, p, now) : 0;
        if (of->has_reserve) B->d[p] = of->reserve;
        if (!of->no_reserve) continue;
        B->d[p] = INT64_MAX;
        for (int i = 0; i < B->count; i++)
            if (B->u[i][p] < B->d[p]) B->d[p] = B->u[i][p];
    }
}

static void find_rational(brute *B) {
    for (int i = 0; i < B->count; i++) {
        B->rational[i] = true;
        for (int p = 0; p < B->n; p++)
            if (B->u[i][p] < B->d[p]) B->rational[i] = false;
        B->rational_count += B->rational[i];
    }
    for (int p = 0; p < B->n; p++) {
        B->ideal[p] = B->d[p];
        B->most[p] = INT64_MIN;
        for (int i = 0; i < B->count; i++) {
            if (B->u[i][p] > B->most[p]) B->most[p] = B->u[i][p];
            if (B->rational[i] && B->u[i][p] > B->ideal[p])
                B->ideal[p] = B->u[i][p];
        }
    }
}

/* --- Frontier --- */

static bool dominates(const brute *B, int a, int b) {
    bool more = false;
    for (int p = 0; p < B->n; p++) {
        if (B->u[a][p] < B->u[b][p]) return false;
        more = more || B->u[a][p] > B->u[b][p];
    }
    return more;
}

static bool undominated(const brute *B, int b) {
    for (int a = 0; a < B->count; a++)
        if (dominates(B, a, b)) return false;
    return true;
}

static bool same_worths(const brute *B, int a, int b) {
    return memcmp(B->u[a], B->u[b], (size_t)B->n * sizeof(fixed)) == 0;
}

static void compare_frontier(const brute *B, const deal_answer *a) {
    int at = 0;
    for (int i = 0; i < B->count; i++) {
        if (!undominated(B, i)) continue;
        int earlier = 0, copies = 0;
        for (int k = 0; k < B->count; k++) {
            copies += same_worths(B, i, k);
            earlier += k < i && same_worths(B, i, k);
        }
        if (earlier > 0) continue;
        assert_true(at < a->point_count);
        assert_int_equal(a->points[at].first, i);
        assert_int_equal(a->points[at].count, copies);
        assert_memory_equal(a->points[at].worth, B->u[i],
                            (size_t)B->n * sizeof(fixed));
        at++;
    }
    assert_int_equal(a->point_count, at);
}

/* --- Solutions: is a at least as good as b? --- */

__extension__ typedef __int128 wide;

typedef struct share {
    fixed gain, range;
} share;

static int by_share(const void *a, const void *b) {
    const share *x = a, *y = b;
    wide left = (wide)x->gain * y->range, right = (wide)y->gain * x->range;
    return (left > right) - (left < right);
}

/* Leximin by sorting: of what is above `from`, in shares of the ideal. */
static int leximin(const brute *B, int a, int b, const fixed *from,
                   bool of_ideal) {
    share x[PARTIES], y[PARTIES];
    int n = 0;
    for (int p = 0; p < B->n; p++) {
        fixed range = of_ideal ? B->ideal[p] - B->d[p] : 1;
        if (range == 0) continue;
        x[n] = (share){B->u[a][p] - from[p], range};
        y[n++] = (share){B->u[b][p] - from[p], range};
    }
    qsort(x, (size_t)n, sizeof *x, by_share);
    qsort(y, (size_t)n, sizeof *y, by_share);
    for (int i = 0; i < n; i++) {
        int order = by_share(&x[i], &y[i]);
        if (order != 0) return order;
    }
    return 0;
}

static long double product(const brute *B, int a, int *gainers) {
    long double all = 1;
    *gainers = 0;
    for (int p = 0; p < B->n; p++) {
        if (B->u[a][p] == B->d[p]) continue;
        ++*gainers;
        all *= (long double)(B->u[a][p] - B->d[p]) / 1e12L;
    }
    return all;
}

static int nash_order(const brute *B, int a, int b) {
    int x, y;
    long double p = product(B, a, &x), q = product(B, b, &y);
    if (x != y) return x > y ? 1 : -1;
    if (p < q * (1 - 1e-12L)) return -1;
    return q < p * (1 - 1e-12L) ? 1 : 0;
}

static int sum_order(const brute *B, int a, int b) {
    wide x = 0;
    for (int p = 0; p < B->n; p++)
        x += (wide)B->u[a][p] - B->u[b][p];
    return (x > 0) - (x < 0);
}

/* The less the differences between parties, the better. */
static int even_order(const brute *B, int a, int b) {
    wide x = 0;
    for (int p = 0; p < B->n; p++)
        for (int q = p + 1; q < B->n; q++) {
            x += llabs(B->u[b][p] - B->u[b][q]);
            x -= llabs(B->u[a][p] - B->u[a][q]);
        }
    return (x > 0) - (x < 0);
}

static long double spread(const brute *B, int a) {
    long double shares[PARTIES];
    int n = 0;
    for (int p = 0; p < B->n; p++)
        if (B->most[p] > B->d[p])
            shares[n++] = (long double)(B->u[a][p] - B->d[p]) /
                          (long double)(B->most[p] - B->d[p]);
    long double widest = 0;
    for (int p = 0; p < n; p++)
        for (int q = 0; q < n; q++)
            widest = fmaxl(widest, shares[p] - shares[q]);
    return widest;
}

static int spread_order(const brute *B, int a, int b) {
    const long double x = spread(B, a), y = spread(B, b);
    return fabsl(x - y) <= 1e-12L ? 0 : x < y ? 1 : -1;
}

static int order(const brute *B, const char *name, int a, int b) {
    if (strcmp(name, "nash") == 0) return nash_order(B, a, b);
    if (strcmp(name, "kalai-smorodinsky") == 0)
        return leximin(B, a, b, B->d, true);
    if (strcmp(name, "egalitarian") == 0) return leximin(B, a, b, B->d, false);
    if (strcmp(name, "equal-loss") == 0)
        return leximin(B, a, b, B->ideal, false);
    if (strcmp(name, "genius-kalai") == 0) return even_order(B, a, b);
    if (strcmp(name, "negmas-ks") == 0) return spread_order(B, a, b);
    assert_string_equal(name, "utilitarian");
    return sum_order(B, a, b);
}

/* The tools' own choose from the frontier, GENIUS whatever no deal is worth. */
static bool may_be(const brute *B, const char *name, int i) {
    if (strcmp(name, "genius-kalai") == 0) return undominated(B, i);
    return B->rational[i] &&
           (strcmp(name, "negmas-ks") != 0 || undominated(B, i));
}

/* Every outcome that may be it and that none of these beats, and no other. */
static void compare_solution(const brute *B, const deal_solution *s) {
    bool may[OUTCOMES];
    for (int i = 0; i < B->count; i++)
        may[i] = may_be(B, s->name, i);
    uint32_t at = 0;
    for (int i = 0; i < B->count; i++) {
        bool best = may[i];
        for (int k = 0; k < B->count && best; k++)
            if (may[k] && order(B, s->name, k, i) > 0) best = false;
        if (!best) continue;
        assert_true(at < s->tie_count);
        assert_int_equal(s->ties[at], i);
        at++;
    }
    assert_int_equal(s->tie_count, at);
    assert_int_equal(s->outcome, s->ties[0]);
    assert_memory_equal(s->worth, B->u[s->outcome],
                        (size_t)B->n * sizeof(fixed));
}

/* --- Laws --- */

/* Rows of any length are told the same of. */
static const deal_answer *solve(const case_model *c, int row_most, int threads,
                                arena *mem) {
    const deal_concept *all[8];
    for (int i = 0; i < deal_concept_count; i++)
        all[i] = &deal_concepts[i];
    const deal_scope scope = {.row_most = (uint64_t)row_most};
    const deal_space *s = deal_space_new(c, scope, mem, NULL);
    const deal_party *parties = deal_parties(c, s, mem);
    return deal_solve(s, parties, all, deal_concept_count, threads, mem);
}

static bool all_gain(const case_model *c, const fixed *u, const fixed *d) {
    for (int p = 0; p < c->party_count; p++)
        if (u[p] <= d[p]) return false;
    return true;
}

/* Three times a party's worths plus a constant on one issue: the same deals by
 * Kalai-Smorodinsky, and by Nash where all gain (where not all can, products
 * of different parties' gains are compared, and those have a scale). */
static void rescaling_changes_nothing(chance *h, case_model *c,
                                      const deal_answer *before,
                                      const fixed *d) {
    int p = below(h, c->party_count);
    case_preference *of =
        ARENA_ARRAY(h->mem, case_preference, (size_t)c->party_count);
    memcpy(of, c->preferences, (size_t)c->party_count * sizeof *of);
    fixed *scaled = ARENA_ARRAY(h->mem, fixed, (size_t)c->cell_count);
    for (int i = 0; i < c->cell_count; i++)
        scaled[i] = 3 * of[p].worth[i] +
                    (i < c->issues[0].option_count ? FIXED_ONE / 7 : 0);
    case_condition *when = ARENA_ARRAY(h->mem, case_condition, 2);
    for (int i = 0; i < of[p].when_count; i++)
        when[i] =
            (case_condition){of[p].when[i].holds, 3 * of[p].when[i].worth};
    of[p].worth = scaled;
    of[p].when = when;
    of[p].cap = 3 * of[p].cap + FIXED_ONE / 7;
    of[p].reserve = 3 * of[p].reserve + FIXED_ONE / 7;
    case_model *changed = ARENA_NEW(h->mem, case_model);
    *changed = *c;
    changed->preferences = of;
    const deal_answer *after = solve(changed, 1 + below(h, 30), 1, h->mem);
    assert_int_equal(after->rational_count, before->rational_count);
    assert_int_equal(after->point_count, before->point_count);
    for (int i = 0; i < before->solution_count && i < 2; i++) {
        if (i == 0 && !all_gain(c, before->solutions[0].worth, d)) continue;
        assert_int_equal(after->solutions[i].outcome,
                         before->solutions[i].outcome);
    }
}

static void one_case(uint64_t seed) {
    chance h = {.mem = test_arena()};
    rng_seed(&h.r, seed, 1);
    case_model *c = some_case(&h, 4, 4, 3);
    case_preference *of =
        ARENA_ARRAY(h.mem, case_preference, (size_t)c->party_count);
    memcpy(of, c->preferences, (size_t)c->party_count * sizeof *of);
    if (once_in(&h, 3)) {
        of[0].has_cap = true;
        of[0].cap = FIXED_ONE + some_worth(&h);
    }
    c->preferences = of;
    c->has_now = !once_in(&h, 4);
    brute *B = ARENA_NEW(h.mem, brute);
    *B = (brute){.c = c, .n = c->party_count};
    list_outcomes(B);
    find_reserves(B);
    find_rational(B);
    const deal_answer *a = solve(c, 1 + below(&h, 30), 1, h.mem);
    assert_int_equal(a->outcome_count, B->count);
    assert_int_equal(a->rational_count, B->rational_count);
    compare_frontier(B, a);
    assert_int_equal(a->solution_count,
                     B->rational_count > 0 ? deal_concept_count : 0);
    for (int i = 0; i < a->solution_count; i++)
        compare_solution(B, &a->solutions[i]);
    if (c->has_now) rescaling_changes_nothing(&h, c, a, B->d);
    arena_free(h.mem);
}

static void deals_equal_brute_force(void **state) {
    (void)state;
    const char *replay = getenv("PROP_SEED");
    const int cases = prop_cases(CASES_MOST);
    if (replay) {
        one_case(strtoull(replay, NULL, 10));
        return;
    }
    for (uint64_t seed = 1; seed <= (uint64_t)cases; seed++)
        one_case(seed);
}

/* --- Larger cases --- */

static void same_answer(const deal_answer *a, const deal_answer *b, int n) {
    const size_t width = (size_t)n * sizeof(fixed);
    assert_int_equal(a->outcome_count, b->outcome_count);
    assert_int_equal(a->rational_count, b->rational_count);
    assert_int_equal(a->point_count, b->point_count);
    for (int i = 0; i < a->point_count; i++) {
        assert_int_equal(a->points[i].first, b->points[i].first);
        assert_int_equal(a->points[i].count, b->points[i].count);
        assert_memory_equal(a->points[i].worth, b->points[i].worth, width);
    }
    assert_int_equal(a->solution_count, b->solution_count);
    for (int i = 0; i < a->solution_count; i++) {
        const deal_solution *x = &a->solutions[i], *y = &b->solutions[i];
        assert_int_equal(x->tie_count, y->tie_count);
        assert_memory_equal(x->ties, y->ties, x->tie_count * sizeof *x->ties);
    }
}

/* Cases of 59,049 outcomes and more before the rules, cut into rows in two ways
 * and into shares for up to five threads. */
static void threads_and_rows_change_nothing(void **state) {
    (void)state;
    int large = 0;
    for (uint64_t seed = 1; large < 1 + prop_cases(CASES_MOST) / 2500; seed++) {
        chance h = {.mem = test_arena()};
        rng_seed(&h.r, seed, 7);
        const case_model *c = some_case(&h, 3, 12, 3);
        const uint64_t bound = deal_space_bound(c);
        if (bound >= 59049 && bound <= 600000) {
            const deal_answer *one = solve(c, 0, 1, h.mem);
            same_answer(one, solve(c, 10, 1, h.mem), c->party_count);
            same_answer(one, solve(c, 30, 3, h.mem), c->party_count);
            same_answer(one, solve(c, 500, 5, h.mem), c->party_count);
            large += one->outcome_count > 200000;
        }
        arena_free(h.mem);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(deals_equal_brute_force),
        cmocka_unit_test(threads_and_rows_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
