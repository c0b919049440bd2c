/* SPDX-License-Identifier: Apache-2.0
 * Spaces of outcomes: order, lookup, sums over any run, limits. */
#include "random_case.h"

#include "deal/space.h"

static case_model *plain_case(arena *mem, const int *options, int count) {
    case_model *c = ARENA_NEW(mem, case_model);
    case_issue *issues = ARENA_ARRAY(mem, case_issue, (size_t)count);
    c->party_count = c->actor_count = 2;
    c->issue_count = count;
    for (int j = 0; j < count; j++) {
        issues[j] = (case_issue){.id = arena_format(mem, "i%d", j),
                                 .option_count = options[j],
                                 .cell = c->cell_count};
        c->cell_count += options[j];
    }
    c->issues = issues;
    return c;
}

static const expr *is(arena *mem, int issue, int options, uint64_t has) {
    expr *e = ARENA_NEW(mem, expr);
    uint64_t *bits = ARENA_NEW(mem, uint64_t);
    *bits = has;
    *e = (expr){
        .kind = EXPR_IN, .issue = issue, .option_count = options, .has = bits};
    return e;
}

static const expr *both(arena *mem, expr_kind kind, const expr *left,
                        const expr *right) {
    expr *e = ARENA_NEW(mem, expr);
    *e = (expr){.kind = kind, .left = left, .right = right};
    return e;
}

static void outcomes_come_in_issue_order(void **state) {
    (void)state;
    arena *mem = test_arena();
    case_model *c = plain_case(mem, (int[]){2, 3, 2}, 3);
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    assert_int_equal(s->count, 12);
    for (int i = 0; i < 12; i++) {
        int x[3];
        deal_space_outcome(s, (uint32_t)i, x);
        assert_int_equal(x[0], i / 6);
        assert_int_equal(x[1], i / 2 % 3);
        assert_int_equal(x[2], i % 2);
        assert_int_equal(deal_space_find(s, x), i);
    }
    arena_free(mem);
}

/* The rule of the Cairo oracle case ties three issues to the first: 37 of 54
 * outcomes are left. */
static void rules_leave_what_they_allow(void **state) {
    (void)state;
    arena *mem = test_arena();
    case_model *c = plain_case(mem, (int[]){3, 3, 3, 2}, 4);
    const expr *kept = both(
        mem, EXPR_AND, both(mem, EXPR_AND, is(mem, 1, 3, 1), is(mem, 2, 3, 1)),
        is(mem, 3, 2, 1));
    case_rule rule = {.holds = both(mem, EXPR_IMPLIES, is(mem, 0, 3, 1), kept)};
    c->rules = &rule;
    c->rule_count = 1;
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    assert_int_equal(s->count, 37);
    assert_int_equal(deal_space_bound(c), 54);
    assert_int_equal(deal_space_find(s, (int[]){0, 1, 0, 0}), -1);
    assert_false(deal_feasible(c, (int[]){0, 1, 0, 0}));
    assert_int_equal(deal_space_find(s, (int[]){0, 0, 0, 0}), 0);
    assert_int_equal(deal_space_find(s, (int[]){1, 0, 0, 0}), 1);
    arena_free(mem);
}

static void fixed_issues_and_conditions_narrow_a_space(void **state) {
    (void)state;
    arena *mem = test_arena();
    case_model *c = plain_case(mem, (int[]){3, 3, 2}, 3);
    const expr *within[] = {is(mem, 1, 3, 6)};
    deal_scope scope = {(int[]){2, -1, -1}, within, 1, 0};
    const deal_space *s = deal_space_new(c, scope, mem, NULL);
    assert_int_equal(s->count, 4);
    int x[3];
    deal_space_outcome(s, 0, x);
    assert_memory_equal(x, ((int[]){2, 1, 0}), sizeof x);
    assert_int_equal(deal_space_find(s, (int[]){1, 1, 0}), -1);
    deal_scope all = {(int[]){0, 1, 1}, within, 1, 0};
    assert_int_equal(deal_space_new(c, all, mem, NULL)->count, 1);
    deal_scope none = {(int[]){0, 0, 1}, within, 1, 0};
    assert_int_equal(deal_space_new(c, none, mem, NULL)->count, 0);
    arena_free(mem);
}

static void contradictory_rules_leave_nothing(void **state) {
    (void)state;
    arena *mem = test_arena();
    case_model *c = plain_case(mem, (int[]){3, 2}, 2);
    case_rule rules[] = {{.holds = is(mem, 0, 3, 1)},
                         {.holds = is(mem, 0, 3, 2)}};
    c->rules = rules;
    c->rule_count = 2;
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    assert_int_equal(s->count, 0);
    assert_int_equal(deal_space_find(s, (int[]){0, 0}), -1);
    arena_free(mem);
}

/* Any run of outcomes sums as the outcomes do one by one. */
static void sums_are_the_sums_of_cells(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 300; seed++) {
        chance h = {.mem = test_arena()};
        rng_seed(&h.r, seed, 2);
        case_model *c = some_case(&h, 2, 4, 3);
        const deal_space *s = deal_space_new(c, (deal_scope){0}, h.mem, NULL);
        double *worth = ARENA_ARRAY(h.mem, double, c->cell_count);
        for (int i = 0; i < c->cell_count; i++)
            worth[i] = 1 / (3.0 + i);
        size_t n = s->count + 1;
        double *sum = ARENA_ARRAY(h.mem, double, n);
        double *room = ARENA_ARRAY(h.mem, double, n);
        uint32_t begin = (uint32_t)below(&h, (int)s->count);
        uint32_t end = begin + 1 + (uint32_t)below(&h, (int)(s->count - begin));
        deal_sums(s, worth, begin, end, sum, room);
        for (uint32_t i = begin; i < end; i++) {
            int x[8];
            deal_space_outcome(s, i, x);
            double expected = 0;
            for (int j = 0; j < c->issue_count; j++)
                expected += worth[c->issues[j].cell + x[j]];
            assert_true(sum[i - begin] == expected); /* to the last bit */
        }
        arena_free(h.mem);
    }
}

static void too_many_outcomes_are_refused_by_number(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    int options[30];
    for (int j = 0; j < 30; j++)
        options[j] = 10;
    case_model *c = plain_case(mem, options, 8);
    size_t before = arena_used(mem);
    assert_null(deal_space_new(c, (deal_scope){0}, mem, d));
    assert_true(arena_used(mem) - before < 100000);
    const parley_diag *found = parley_diags_get(d, 0);
    assert_string_equal(found->code, "deal/space-limit");
    assert_non_null(strstr(found->message, "100000000 outcomes"));
    assert_non_null(strstr(found->hint, "\"i7\""));
    c = plain_case(mem, options, 30);
    assert_int_equal(deal_space_bound(c), UINT64_MAX);
    assert_null(deal_space_new(c, (deal_scope){0}, mem, d));
    c = plain_case(mem, options, 7);
    assert_int_equal(deal_space_new(c, (deal_scope){0}, mem, NULL)->count,
                     10000000);
    parley_diags_free(d);
    arena_free(mem);
}

/* 10^30 combinations, but the rules leave 10: they are found. */
static void rules_are_used_before_options_are_tried(void **state) {
    (void)state;
    arena *mem = test_arena();
    int options[30];
    case_rule rules[30];
    for (int j = 0; j < 30; j++)
        options[j] = 10;
    case_model *c = plain_case(mem, options, 30);
    for (int j = 0; j < 29; j++)
        rules[j].holds =
            both(mem, EXPR_IFF, is(mem, j, 10, 1), is(mem, j + 1, 10, 1));
    for (int j = 0; j < 29; j++)
        rules[j].holds = both(mem, EXPR_AND, rules[j].holds, is(mem, j, 10, 3));
    c->rules = rules;
    c->rule_count = 29;
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    assert_non_null(s);
    assert_int_equal(s->count, 10);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outcomes_come_in_issue_order),
        cmocka_unit_test(rules_leave_what_they_allow),
        cmocka_unit_test(fixed_issues_and_conditions_narrow_a_space),
        cmocka_unit_test(contradictory_rules_leave_nothing),
        cmocka_unit_test(sums_are_the_sums_of_cells),
        cmocka_unit_test(too_many_outcomes_are_refused_by_number),
        cmocka_unit_test(rules_are_used_before_options_are_tried),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
