/* SPDX-License-Identifier: Apache-2.0
 * The exact cases of golden.json, value by value to 1e-9: frontiers,
 * solutions and ties, V0, and everything plans are worth. */
#include "case_test.h"

#include "base/number.h"
#include "plan/plan.h"

static const double eps = 1e-9;
static int compared; /* values so far, over all cases */

/* --- Reading the expectations --- */

static const node *golden(arena *mem) {
    source_text *text;
    const node *root;
    assert_true(source_read(&text, PARLEY_ROOT "/tests/golden/golden.json",
                            (size_t)1 << 24, mem, NULL));
    assert_true(node_parse(&root, text, mem, NULL));
    return root;
}

static double number(const node *n) {
    double value;
    assert_non_null(n);
    if (strcmp(n->text, "true") == 0) return 1;
    if (strcmp(n->text, "false") == 0) return 0;
    assert_true(number_double(n->text, &value));
    return value;
}

static bool is_null(const node *n) {
    return !n ||
           (n->kind == NODE_TEXT && !n->quoted && strcmp(n->text, "null") == 0);
}

static void near(double value, const node *expected) {
    assert_near(value, number(expected), eps);
    compared++;
}

static void near_list(const double *values, const node *expected, int n) {
    assert_int_equal(expected->count, n);
    for (int i = 0; i < n; i++)
        near(values[i], expected->items[i]);
}

/* Does an outcome have exactly these terms? */
static bool has_terms(const case_model *c, const int *x, const node *terms) {
    assert_int_equal(terms->count, c->issue_count);
    for (int j = 0; j < c->issue_count; j++) {
        const node *option = node_find(terms, c->issues[j].id);
        if (strcmp(option->text, c->issues[j].options[x[j]]) != 0) return false;
    }
    return true;
}

/* outcome: NULL: none. */
static void assert_terms(const case_model *c, const int *outcome,
                         const node *terms) {
    compared++;
    assert_int_equal(outcome == NULL, is_null(terms));
    if (outcome) assert_true(has_terms(c, outcome, terms));
}

static void assert_listed(const deal_space *s, uint32_t at, const node *terms) {
    int x[16];
    deal_space_outcome(s, at, x);
    assert_terms(s->c, x, terms);
}

/* --- Deals --- */

static void near_fixed(const fixed *worth, const node *expected) {
    for (size_t i = 0; i < expected->count; i++)
        near(number_from_fixed(worth[i]), expected->items[i]);
}

static void compare_points(const case_model *c, const deal_space *s,
                           const deal_answer *a, const node *points) {
    assert_int_equal(a->point_count, points->count);
    for (size_t i = 0; i < points->count; i++) {
        const node *want = points->items[i];
        int found = 0, x[16];
        for (int k = 0; k < a->point_count; k++) {
            deal_space_outcome(s, a->points[k].first, x);
            if (!has_terms(c, x, node_find(want, "terms"))) continue;
            near_fixed(a->points[k].worth, node_find(want, "worth"));
            near(a->points[k].count, node_find(want, "outcomes"));
            found++;
        }
        assert_int_equal(found, 1);
    }
}

static void compare_solutions(const deal_space *s, const deal_answer *a,
                              const node *want) {
    assert_int_equal(a->solution_count, want->count);
    for (size_t i = 0; i < want->count; i++) {
        const node *w = want->items[i];
        const deal_solution *found = &a->solutions[i];
        const node *ties = node_find(w, "ties");
        assert_string_equal(found->name, node_find(w, "name")->text);
        assert_listed(s, found->outcome, node_find(w, "terms"));
        near_fixed(found->worth, node_find(w, "worth"));
        assert_int_equal(found->tie_count, ties->count);
        for (size_t k = 0; k < ties->count; k++)
            assert_listed(s, found->ties[k], ties->items[k]);
    }
}

static void compare_deals(const case_model *c, const node *want, arena *mem) {
    const deal_concept *standard[8];
    int count = 0;
    for (int i = 0; i < deal_concept_count; i++)
        if (deal_concepts[i].standard) standard[count++] = &deal_concepts[i];
    const deal_space *s = deal_space_new(c, (deal_scope){0}, mem, NULL);
    const deal_party *parties = deal_parties(c, s, mem);
    const deal_answer *a = deal_solve(s, parties, standard, count, 1, mem);
    near(a->outcome_count, node_find(want, "outcomes"));
    near(a->rational_count, node_find(want, "individually-rational"));
    for (int p = 0; p < c->party_count; p++)
        near(number_from_fixed(parties[p].reserve),
             node_find(want, "reserve")->items[p]);
    const node *frontier = node_find(want, "frontier");
    near(a->point_count, node_find(frontier, "count"));
    compare_points(c, s, a, node_find(frontier, "points"));
    compare_solutions(s, a, node_find(want, "solutions"));
}

/* --- Plans --- */

/* All golden cases of plans have fixed model values and exact worths. */
static const draw *only_draw(const case_model *c, arena *mem) {
    size_t parties = (size_t)c->party_count;
    double *worth = ARENA_ARRAY(mem, double, parties *(size_t)c->cell_count);
    double *honour = ARENA_ARRAY(mem, double, parties *(size_t)c->actor_count);
    draw *w = ARENA_NEW(mem, draw);
    *w = (draw){.worth = worth, .honour = honour};
    for (int i = 0; i < CASE_PARAMETERS; i++) {
        assert_near(c->model[i].low, c->model[i].high, 0);
        w->model[i] = c->model[i].low;
    }
    for (int p = 0; p < c->party_count; p++) {
        for (int q = 0; q < c->actor_count; q++)
            honour[p * c->actor_count + q] = q == p ? 1 : w->model[CASE_HONOUR];
        for (int i = 0; i < c->cell_count; i++)
            worth[p * c->cell_count + i] =
                number_from_fixed(c->preferences[p].worth[i]);
    }
    return w;
}

static void compare_slack(const plan_value *v, const node *want) {
    assert_int_equal(want->count, v->phase_count);
    for (int k = 0; k < v->phase_count; k++)
        for (int p = 0; p < v->party_count; p++)
            near(plan_slack(v, k, p), want->items[k]->items[p]);
}

static void compare_phases(const double *values, const plan_value *v,
                           const node *want) {
    assert_int_equal(want->count, v->phase_count);
    for (int k = 0; k < v->phase_count; k++)
        near_list(values + (size_t)k * (size_t)v->party_count, want->items[k],
                  v->party_count);
}

static void compare_talks(const case_model *c, const plan *p,
                          const plan_value *v, const node *want) {
    if (!plan_talks(p)) return;
    near_list(v->fallback, node_find(want, "fallback"), v->party_count);
    const node *locked = node_find(want, "locked");
    assert_int_equal(is_null(locked), plan_talks(p)->fail == CASE_RESUME);
    if (!is_null(locked)) near(v->locked, locked);
    const node *settlement = node_find(want, "settlement");
    assert_terms(c, v->settlement, settlement);
    if (!v->settlement) return;
    near_list(v->settlement_worth, node_find(want, "settlement-worth"),
              v->party_count);
    near_list(v->leverage, node_find(want, "leverage"), v->party_count);
}

static void compare_plan(const case_model *c, const plan *p,
                         const plan_value *v, const node *want) {
    compare_phases(v->value, v, node_find(want, "value"));
    compare_phases(v->after, v, node_find(want, "after"));
    compare_slack(v, node_find(want, "slack"));
    near_list(v->cost, node_find(want, "cost"), v->party_count);
    near_list(v->gain, node_find(want, "gain"), v->party_count);
    near_list(v->breach, node_find(want, "breach"), v->party_count);
    for (int i = 0; i < v->party_count; i++)
        near(v->accept[i], node_find(want, "accept")->items[i]);
    compare_talks(c, p, v, want);
}

static void compare_no_deal(const case_model *c, const plan_work *t,
                            const node *want) {
    near_list(t->now_worth, node_find(want, "u-now"), c->party_count);
    near_list(t->no_deal, node_find(want, "no-deal"), c->party_count);
    const node *early = node_find(want, "early-deal");
    if (is_null(early)) {
        assert_null(t->early);
        return;
    }
    assert_terms(c, t->early, node_find(early, "terms"));
    near_list(t->early_worth, node_find(early, "worth"), c->party_count);
}

static void compare_plans(const case_model *c, const node *want, arena *mem) {
    const record_evidence *e = record_weigh(c, mem);
    const plan_setup *s = plan_setup_new(c, e, mem, NULL);
    plan_work *t = plan_work_new(s, mem);
    plan_value *v = plan_value_new(s, 8, mem);
    plan_begin(t, only_draw(c, mem));
    compare_no_deal(c, t, want);
    const node *plans = node_find(want, "plans");
    assert_int_equal(plans->count, c->proposal_count);
    for (size_t i = 0; i < plans->count; i++) {
        int at = case_proposal_find(c, plans->entries[i].key);
        plan_request q = {&c->proposals[at], -1, NULL, 0};
        const plan *p = plan_prepare(s, q, mem, NULL);
        assert_non_null(p);
        plan_eval(p, t, v);
        compare_plan(c, p, v, plans->entries[i].value);
    }
}

static void exact_cases_are_reproduced(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *cases = node_find(golden(mem), "exact");
    assert_non_null(cases);
    for (size_t i = 0; i < cases->count; i++) {
        const node *of = cases->items[i];
        const case_model *c = case_of(node_find(of, "case")->text, mem);
        const node *want = node_find(of, "expect");
        if (strcmp(node_find(of, "lens")->text, "deals") == 0)
            compare_deals(c, want, mem);
        else
            compare_plans(c, want, mem);
    }
    print_message("%zu cases, %d values\n", cases->count, compared);
    assert_true(compared > 400);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_cases_are_reproduced),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
