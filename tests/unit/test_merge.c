/* SPDX-License-Identifier: Apache-2.0
 * Merged frontiers at sizes that can't be enumerated: against a table over all
 * sums of whole numbers, counts beyond 64 bits, limits and accuracy; the
 * dominance structure against plain comparison; the lens. */
#include "case_test.h"

#include "base/rng.h"
#include "deal/merge_int.h"

static const deal_concept *concepts[8];

/* Issues of equally many options, worths by `worth`. */
static case_model *plain_case(int parties, int issues, int options,
                              fixed (*worth)(rng *r), arena *mem) {
    rng r;
    rng_seed(&r, 7, (uint64_t)parties);
    case_model *c = ARENA_NEW(mem, case_model);
    case_issue *all = ARENA_ARRAY(mem, case_issue, (size_t)issues);
    case_preference *of = ARENA_ARRAY(mem, case_preference, (size_t)parties);
    c->party_count = c->actor_count = parties;
    c->issue_count = issues;
    c->cell_count = issues * options;
    for (int j = 0; j < issues; j++)
        all[j] = (case_issue){
            .id = "i", .option_count = options, .cell = j * options};
    for (int p = 0; p < parties; p++) {
        fixed *own = ARENA_ARRAY(mem, fixed, (size_t)c->cell_count);
        for (int i = 0; i < c->cell_count; i++)
            own[i] = worth(&r);
        of[p] =
            (case_preference){.kind = CASE_WORTH, .worth = own, .discount = 1};
    }
    c->issues = all;
    c->preferences = of;
    return c;
}

static fixed digit(rng *r) { return (fixed)rng_below(r, 4) * FIXED_ONE; }
static fixed nothing(rng *r) {
    (void)r;
    return 0;
}
static fixed any(rng *r) { return (fixed)rng_below(r, (uint64_t)FIXED_ONE); }

static const merge_answer *solve(const case_model *c, merge_limits limits,
                                 arena *mem, parley_diags *d) {
    for (int i = 0; i < deal_concept_count; i++)
        concepts[i] = &deal_concepts[i];
    return merge_solve(c, concepts, deal_concept_count, limits, mem, d);
}

/* --- A table over all sums --- */

enum { ISSUES = 40, OPTIONS = 5, SUMS = 8 * ISSUES };
static const uint64_t prime = 1000000007;

/* ways[a][b]: outcomes worth a to the one and b to the other, modulo the
 * prime. */
static uint64_t *count_sums(const case_model *c, arena *mem) {
    uint64_t *ways = ARENA_ARRAY(mem, uint64_t, SUMS * SUMS);
    ways[0] = 1;
    for (int j = 0; j < ISSUES; j++) {
        uint64_t *next = ARENA_ARRAY(mem, uint64_t, SUMS * SUMS);
        for (int o = j * OPTIONS; o < (j + 1) * OPTIONS; o++) {
            size_t x = (size_t)(c->preferences[0].worth[o] / FIXED_ONE);
            size_t y = (size_t)(c->preferences[1].worth[o] / FIXED_ONE);
            for (size_t a = 0; a + x < SUMS; a++)
                for (size_t b = 0; b + y < SUMS; b++) {
                    uint64_t *to = &next[(a + x) * SUMS + b + y];
                    *to = (*to + ways[a * SUMS + b]) % prime;
                }
        }
        ways = next;
    }
    return ways;
}

static uint64_t modulo(const char *digits) {
    uint64_t rest = 0;
    for (; *digits; digits++)
        rest = (rest * 10 + (uint64_t)(*digits - '0')) % prime;
    return rest;
}

static const merge_point *point_at(const merge_answer *a, size_t x, size_t y) {
    for (size_t i = 0; i < a->point_count; i++)
        if (a->points[i].worth[0] == (fixed)x * FIXED_ONE &&
            a->points[i].worth[1] == (fixed)y * FIXED_ONE)
            return &a->points[i];
    return NULL;
}

static void large_frontiers_equal_a_table(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = plain_case(2, ISSUES, OPTIONS, digit, mem);
    const merge_answer *a = solve(c, (merge_limits){0}, mem, NULL);
    const uint64_t *ways = count_sums(c, mem);
    size_t found = 0, large = 0, best = 0;
    for (size_t x = SUMS; x-- > 0;)
        for (size_t y = SUMS; y-- > best;) {
            if (ways[x * SUMS + y] == 0) continue;
            const merge_point *p = point_at(a, x, y);
            assert_non_null(p);
            assert_int_equal(modulo(p->count), ways[x * SUMS + y]);
            large += strlen(p->count) > 3;
            found++;
            best = y + 1;
        }
    assert_int_equal(found, a->point_count);
    assert_true(found > 20);
    assert_true(large > 5);
    for (size_t i = 0; i < a->point_count; i++)
        for (int p = 0; p < 2; p++) {
            fixed sum = 0;
            for (int j = 0; j < ISSUES; j++)
                sum += c->preferences[p]
                           .worth[j * OPTIONS + a->points[i].outcome[j]];
            assert_int_equal(sum, a->points[i].worth[p]);
        }
    arena_free(mem);
}

static void counts_have_any_number_of_digits(void **state) {
    (void)state;
    arena *mem = test_arena();
    for (int parties = 2; parties <= 3; parties++) {
        const case_model *c = plain_case(parties, 100, 10, nothing, mem);
        const merge_answer *a = solve(c, (merge_limits){0}, mem, NULL);
        char googol[102] = "1";
        memset(googol + 1, '0', 100);
        googol[101] = '\0';
        assert_string_equal(a->outcome_count, googol);
        assert_string_equal(a->rational_count, googol);
        assert_int_equal(a->point_count, 1);
        assert_string_equal(a->points[0].count, googol);
        const merge_solution *s = &a->solutions[0];
        assert_string_equal(s->count, googol);
        assert_int_equal(s->listed, MERGE_TIES_MOST);
        assert_false(s->all_listed);
        /* the first thousand in issue order */
        for (int i = 0; i < 1000; i++)
            for (int j = 0, unit = i; j < 100; j++, unit /= 10)
                assert_int_equal(s->ties[i][99 - j], unit % 10);
    }
    arena_free(mem);
}

/* --- Against enumeration, where frontiers are large --- */

static void many_points_equal_enumeration(void **state) {
    (void)state;
    static const int issues[] = {0, 0, 5, 5, 4, 4};
    for (int parties = 2; parties <= 5; parties++) {
        arena *mem = test_arena();
        const case_model *c = plain_case(parties, issues[parties], 9, any, mem);
        const merge_answer *a = solve(c, (merge_limits){0}, mem, NULL);
        const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
        const deal_answer *want = deal_solve(
            s, deal_parties(c, s, mem), concepts, deal_concept_count, 1, mem);
        assert_int_equal(a->point_count, want->point_count);
        assert_true(parties == 2 || want->point_count > 100);
        for (size_t i = 0; i < a->point_count; i++) {
            assert_memory_equal(a->points[i].worth, want->points[i].worth,
                                (size_t)parties * sizeof(fixed));
            assert_int_equal(deal_space_find(s, a->points[i].outcome),
                             want->points[i].first);
        }
        for (int i = 0; i < deal_concept_count; i++)
            assert_int_equal(deal_space_find(s, a->solutions[i].outcome),
                             want->solutions[i].outcome);
        arena_free(mem);
    }
}

/* --- Dominance --- */

static void reach_equals_comparing_all(void **state) {
    (void)state;
    for (int d = 1; d <= 5; d++) {
        arena *mem = test_arena();
        rng r;
        rng_seed(&r, 3, (uint64_t)d);
        const fixed low[5] = {0}, high[] = {4000, 4000, 4000, 4000, 4000};
        deal_reach *reach = deal_reach_new(d, low, high, mem);
        fixed *all = ARENA_ARRAY(mem, fixed, 3000 * 5), v[5];
        size_t count = 0, covered = 0;
        for (int i = 0; i < 3000; i++) {
            fixed left = 4000;
            for (int q = 0; q < d; q++) {
                v[q] = (fixed)rng_below(&r, (uint64_t)left + 1);
                if (d > 1) left -= v[q] * (q % 2);
            }
            bool is = false;
            for (size_t k = 0; k < count && !is; k++) {
                is = true;
                for (int q = 0; q < d; q++)
                    is = is && all[k * 5 + (size_t)q] >= v[q];
            }
            const int64_t by = deal_reach_find(reach, v);
            assert_int_equal(by >= 0, is);
            for (int q = 0; is && q < d; q++)
                assert_true(all[by * 5 + q] >= v[q]);
            covered += is;
            if (is) continue;
            deal_reach_add(reach, v, count);
            memcpy(all + 5 * count++, v, sizeof v);
        }
        assert_true(covered > 0 && count > 0);
        arena_free(mem);
    }
}

/* --- Limits --- */

static void a_frontier_that_explodes_is_refused(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c = plain_case(5, 12, 10, any, mem);
    assert_null(solve(c, (merge_limits){.points = 40000}, mem, d));
    const parley_diag *problem = parley_diags_get(d, 0);
    assert_string_equal(problem->code, "deal/frontier-limit");
    assert_non_null(strstr(problem->message, "where 40000 are allowed"));
    assert_non_null(strstr(problem->message, "of 12 issues"));
    assert_non_null(problem->hint);
    assert_non_null(strstr(problem->hint, "epsilon"));
    parley_diags_free(d);
    arena_free(mem);
}

/* With half the points, no point of the exact frontier is missed by more than
 * all steps together have lost. */
static void slack_is_kept(void **state) {
    (void)state;
    for (int n = 2; n <= 4; n++) {
        arena *mem = test_arena();
        const case_model *c = plain_case(n, 5, 8, any, mem);
        merge exact = {.c = c, .n = n, .most = 1000000, .mem = mem};
        exact.blocks = deal_blocks_new(c, (deal_block_limits){0}, mem, NULL);
        merge coarse = exact;
        int reached;
        assert_true(merge_run(&exact, &reached));
        coarse.most = exact.total / 2;
        assert_false(merge_run(&coarse, &reached));
        coarse.allowed = 1;
        assert_true(merge_run(&coarse, &reached));
        assert_true(coarse.total <= exact.total / 2);
        assert_true(coarse.used > 0 && coarse.used <= 1);
        const merge_level *all = &exact.levels[5], *some = &coarse.levels[5];
        assert_true(some->count < all->count);
        for (size_t i = 0; i < all->count; i++) {
            bool near = false;
            for (size_t k = 0; k < some->count && !near; k++) {
                near = true;
                for (size_t p = 0; p < (size_t)n; p++)
                    near = near &&
                           some->worth[k * (size_t)n + p] >=
                               all->worth[i * (size_t)n + p] - coarse.lost[p];
            }
            assert_true(near);
        }
        arena_free(mem);
    }
}

static void caps_that_bind_leave_counts_open(void **state) {
    (void)state;
    arena *mem = test_arena();
    case_model *c = plain_case(2, 3, 2, digit, mem);
    case_preference of[2] = {c->preferences[0], c->preferences[1]};
    c->preferences = of;
    assert_true(merge_applies(c));
    of[1].has_cap = true;
    of[1].cap = 24 * FIXED_ONE;
    const deal_concept *sum = deal_concept_find("utilitarian");
    assert_true(merge_applies(c));
    const merge_answer *a =
        merge_solve(c, &sum, 1, (merge_limits){0}, mem, NULL);
    assert_false(a->counts_least);
    of[1].cap = FIXED_ONE;
    assert_true(merge_applies(c));
    a = merge_solve(c, &sum, 1, (merge_limits){0}, mem, NULL);
    assert_true(a->counts_least);
    for (size_t i = 0; i < a->point_count; i++)
        assert_true(a->points[i].worth[1] <= FIXED_ONE);
    of[1].has_cap = false;
    of[0].kind = CASE_INFERRED;
    assert_false(merge_applies(c));
    arena_free(mem);
}

/* --- The lens --- */

static char *written(int issues, const char *rules, arena *mem) {
    char *text = arena_format(mem, "parley: 1\ncase: t\nas-of: 2024-01-01\n"
                                   "parties: {a: {name: A}, b: {name: B}}\n"
                                   "issues:\n");
    for (int j = 0; j < issues; j++)
        text = arena_format(
            mem, "%s  i%d: {options: [o0, o1, o2, o3, o4, o5, o6, o7]}\n", text,
            j);
    text = arena_format(mem, "%s%spreferences:\n", text, rules);
    for (int p = 0; p < 2; p++) {
        text = arena_format(mem, "%s  %s:\n    reserve: 3\n    worth:\n", text,
                            p == 0 ? "a" : "b");
        for (int j = 0; j < issues; j++)
            text = arena_format(
                mem,
                "%s      i%d: {o0: 0, o1: 1, o2: %d, o3: 3, o4: 1, o5: %d, "
                "o6: 2, o7: %d}\n",
                text, j, p == 0 ? 7 : 1, p == 0 ? 2 : 6, p == 0 ? 9 : 0);
    }
    return text;
}

static parley_value get(const parley_result *r, const char *path) {
    parley_value v;
    if (parley_get(r, path, &v) != PARLEY_OK) fail_msg("no \"%s\"", path);
    return v;
}

static parley_status look(parley_result **r, const char *text,
                          parley_diags *d) {
    parley_case *c;
    if (parley_load_text(&c, NULL, "t", text, strlen(text), d) != PARLEY_OK)
        print_problems(d);
    assert_non_null(c);
    parley_status status = parley_look(r, c, "deals", NULL, 0, d);
    parley_case_free(c);
    return status;
}

static void the_lens_merges_by_itself(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_result *r;
    const char *rules = "rules:\n  - i3 = o7 -> i40 != o7\n";
    assert_int_equal(look(&r, written(50, rules, mem), NULL), PARLEY_OK);
    /* 8^48 * 63, computed elsewhere */
    assert_string_equal(get(r, "outcomes").text,
                        "1404946947507429257916750251176846774876766208");
    assert_int_equal(get(r, "individually-rational").kind, PARLEY_NULL);
    assert_true(get(r, "frontier/count").number > 50);
    assert_int_equal(get(r, "solutions").count, 4);
    /* each issue gives 9 in all at most (o7) */
    double sum = get(r, "solutions/3/worth/0").number +
                 get(r, "solutions/3/worth/1").number;
    assert_near(sum, 49 * 9 + 8, 1e-9);
    assert_int_equal(get(r, "acceptance").kind, PARLEY_NULL);
    parley_result_free(r);
    arena_free(mem);
}

/* 8^12 outcomes in one block: i0 = o7 makes all the others o7. */
static void a_large_block_is_solved_by_its_rules(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *rules = arena_copy(mem, "rules:\n");
    for (int j = 0; j < 11; j++)
        rules =
            arena_format(mem, "%s  - i%d = o7 -> i%d = o7\n", rules, j, j + 1);
    parley_result *r;
    assert_int_equal(look(&r, written(12, rules, mem), NULL), PARLEY_OK);
    /* the first o7 stands at any of 12 places or nowhere: sum of 7^k */
    assert_near(get(r, "outcomes").number, 16148168401.0, 0);
    parley_result_free(r);
    arena_free(mem);
}

/* Ten choices of two: 1,024 conjunctions. */
static void an_intricate_rule_is_refused(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *rules = arena_copy(mem, "rules:\n  - not (");
    for (int j = 0; j < 10; j++)
        rules = arena_format(mem, "%s%s(i%d = o1 or i%d = o2)", rules,
                             j > 0 ? " and " : "", 2 * j, 2 * j + 1);
    rules = arena_format(mem, "%s)\n", rules);
    parley_diags *d = parley_diags_new(NULL);
    parley_result *r;
    assert_int_equal(look(&r, written(20, rules, mem), d), PARLEY_ELIMIT);
    assert_string_equal(parley_diags_get(d, 0)->code, "deal/space-limit");
    parley_diags_free(d);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(large_frontiers_equal_a_table),
        cmocka_unit_test(counts_have_any_number_of_digits),
        cmocka_unit_test(many_points_equal_enumeration),
        cmocka_unit_test(reach_equals_comparing_all),
        cmocka_unit_test(a_frontier_that_explodes_is_refused),
        cmocka_unit_test(slack_is_kept),
        cmocka_unit_test(caps_that_bind_leave_counts_open),
        cmocka_unit_test(the_lens_merges_by_itself),
        cmocka_unit_test(a_large_block_is_solved_by_its_rules),
        cmocka_unit_test(an_intricate_rule_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
