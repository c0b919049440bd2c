/* SPDX-License-Identifier: Apache-2.0
 * The lens `plans`: the exact golden cases through the public interface, what
 * is null and what isn't, and bridges that lead all the way. */
#include "asked.h"

#include "lens/plans.h"

static const double eps = 1e-9;

/* --- Through the public interface --- */

static parley_result *look(const char *text, const char *draws,
                           const char *operand) {
    parley_option options[] = {{"draws", draws}, {"operand", operand}};
    return asked("plans", text, options, operand ? 2 : 1);
}

static void near_value(const parley_result *r, const char *path,
                       const node *want) {
    double number;
    parley_value v = get(r, path);
    if (strcmp(want->text, "true") == 0 || strcmp(want->text, "false") == 0) {
        bool truth = strcmp(want->text, "true") == 0;
        if (v.kind == PARLEY_BOOL)
            assert_int_equal(v.truth, truth);
        else
            assert_near(v.number, truth, 0);
        return;
    }
    assert_true(number_double(want->text, &number));
    assert_near(v.number, number, eps);
}

static void near_parties(const parley_result *r, const char *path,
                         const node *parties, const node *want, arena *mem) {
    for (size_t p = 0; p < parties->count; p++)
        near_value(r, arena_format(mem, "%s/%s", path, parties->items[p]->text),
                   want->items[p]);
}

static void compare_plan(const parley_result *r, const char *path,
                         const node *parties, const node *want, arena *mem) {
    for (size_t i = 0; i < want->count; i++) {
        const char *key = want->entries[i].key;
        const node *value = want->entries[i].value;
        const char *at = arena_format(mem, "%s/%s", path, key);
        if (value->kind == NODE_TEXT && strcmp(value->text, "null") == 0) {
            assert_int_equal(get(r, at).kind, PARLEY_NULL);
        } else if (value->kind == NODE_TEXT) {
            near_value(r, at, value);
        } else if (value->kind == NODE_MAP) {
            for (size_t k = 0; k < value->count; k++)
                assert_string_equal(get(r, arena_format(mem, "%s/%s", at,
                                                        value->entries[k].key))
                                        .text,
                                    value->entries[k].value->text);
        } else if (value->items[0]->kind == NODE_LIST) {
            for (size_t k = 0; k < value->count; k++)
                near_parties(r, arena_format(mem, "%s/%zu", at, k), parties,
                             value->items[k], mem);
        } else {
            near_parties(r, at, parties, value, mem);
        }
    }
}

static void compare_case(const node *of, arena *mem) {
    parley_result *r = look(node_find(of, "case")->text, "8", NULL);
    const node *want = node_find(of, "expect");
    const node *parties = node_find(want, "parties");
    const node *plans = node_find(want, "plans");
    near_parties(r, "no-deal", parties, node_find(want, "no-deal"), mem);
    near_parties(r, "u-now", parties, node_find(want, "u-now"), mem);
    near_parties(r, "early-deal/worth", parties,
                 node_find(node_find(want, "early-deal"), "worth"), mem);
    assert_int_equal(get(r, "plans").count, plans->count);
    for (size_t i = 0; i < plans->count; i++) {
        const char *path = arena_format(mem, "plans/%zu", i);
        assert_string_equal(get(r, arena_format(mem, "%s/name", path)).text,
                            plans->entries[i].key);
        compare_plan(r, path, parties, plans->entries[i].value, mem);
    }
    parley_result_free(r);
}

static void exact_golden_cases_come_through(void **state) {
    (void)state;
    arena *mem = test_arena();
    source_text *text;
    const node *root;
    assert_true(source_read(&text, PARLEY_ROOT "/tests/golden/golden.json",
                            (size_t)1 << 24, mem, NULL));
    assert_true(node_parse(&root, text, mem, NULL));
    const node *cases = node_find(root, "exact");
    int compared = 0;
    for (size_t i = 0; i < cases->count; i++) {
        if (strcmp(node_find(cases->items[i], "lens")->text, "plans") != 0)
            continue;
        compare_case(cases->items[i], mem);
        compared++;
    }
    assert_int_equal(compared, 8);
    arena_free(mem);
}

static const char *const small =
    "parley: 1\ncase: t\nas-of: 2024-01-01\n"
    "parties: {a: {name: A}, b: {name: B}}\n"
    "issues:\n"
    "  war: {options: [on, off], now: on}\n"
    "  gate: {options: [shut, open], now: shut, by: a}\n"
    "proposals:\n"
    "  talk: {plan: [{phase: t, lasts: 7 days,\n"
    "    talks: {on: [war, gate], fail: resume}}]}\n"
    "  all: {plan: [{phase: t, terms: {war: off, gate: open}, lasts: open}]}\n";

static void keys_that_do_not_apply_are_null(void **state) {
    (void)state;
    static const char *const null_with_draws[] = {
        "plans/0/value", "plans/0/slack",    "plans/0/after", "plans/0/cost",
        "early-deal",    "plans/0/fallback", "plans/1/locked"};
    static const char *const given_with_draws[] = {
        "plans/0/error",
        "plans/0/accept-error/a",
        "plans/0/no-record/all",
        "plans/0/without-analyst/all",
        "plans/0/gain-error/b",
        "plans/0/comply/0/all",
        "plans/0/leverage/a",
        "plans/0/settlement-share",
        "draws",
        "no-deal-error/a"};
    parley_result *r = look(small, "80", NULL);
    for (size_t i = 0; i < sizeof null_with_draws / sizeof(char *); i++)
        assert_int_equal(get(r, null_with_draws[i]).kind, PARLEY_NULL);
    for (size_t i = 0; i < sizeof given_with_draws / sizeof(char *); i++)
        assert_int_equal(get(r, given_with_draws[i]).kind, PARLEY_NUMBER);
    assert_int_equal(get(r, "plans/1/leverage").kind, PARLEY_NULL);
    assert_int_equal(get(r, "bridge/steps").kind, PARLEY_LIST);
    /* a proposal of this form takes the row's place */
    assert_string_equal(get(r, "talks-without-truce/name").text, "talk");
    parley_result_free(r);
    r = look(small, "80", "all");
    assert_int_equal(get(r, "plans").count, 1);
    assert_int_equal(get(r, "bridge").kind, PARLEY_NULL);
    assert_string_equal(get(r, "talks-without-truce/name").text, "talk");
    assert_int_equal(get(r, "sensitivity/structure").kind, PARLEY_LIST);
    parley_result_free(r);
}

/* Refused before a draw is made; exact cases need only one. */
static void too_much_work_is_refused(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *text = arena_copy(mem, "parley: 1\ncase: t\nas-of: 2024-01-01\n"
                                 "parties: {a: {name: A}, b: {name: B}}\n"
                                 "issues:\n");
    for (int j = 0; j < 6; j++)
        text = arena_format(mem,
                            "%s  i%d: {now: o0, options: [o0, o1, o2, o3, o4,"
                            " o5, o6, o7, o8, o9]}\n",
                            text, j);
    parley_diags *d = parley_diags_new(NULL);
    parley_case *c;
    parley_result *r;
    assert_int_equal(parley_load_text(&c, NULL, "t", text, strlen(text), d),
                     PARLEY_OK);
    parley_option many = {"draws", "1000000"};
    assert_int_equal(parley_look(&r, c, "plans", &many, 1, d), PARLEY_ELIMIT);
    assert_string_equal(parley_diags_get(d, 0)->code, "deal/work-limit");
    assert_string_equal(parley_diags_get(d, 0)->hint, "--draws 833333 fits");
    parley_case_free(c);
    parley_diags_free(d);
    arena_free(mem);
}

/* --- Bridges --- */

static const plans_answer *find(const case_model *c, int a, int b, arena *mem) {
    const plans_answer *found = NULL;
    lens_request q = {.c = c,
                      .whole = c,
                      .seed = 3,
                      .draws = 240,
                      .threads = 1,
                      .selection = {.viewer = -1}};
    int pair[] = {a, b};
    assert_int_equal(
        plans_find(&found, &q, (int_list){pair, b < 0 ? 1 : 2}, mem, NULL),
        PARLEY_OK);
    return found;
}

/* The steps add up to the whole difference, and the last one is the second
 * proposal, draw by draw. */
static void compare_bridge(const plans_bridge *b, const belief *of) {
    double sum = b->from->accept.all.mean;
    for (int i = 0; i < b->step_count; i++) {
        sum += b->steps[i].change.mean;
        assert_near(b->steps[i].accept.all.mean, sum, 1e-12);
    }
    const plans_shares *last = b->step_count > 0
                                   ? &b->steps[b->step_count - 1].accept
                                   : &b->from->accept;
    assert_near(sum, b->to->accept.all.mean, 1e-12);
    assert_memory_equal(last->accepted, b->to->accept.accepted,
                        (size_t)of->draw_count * sizeof(bool));
}

static void bridges_lead_all_the_way(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    int steps = 0;
    for (int a = 0; a < c->proposal_count; a++) {
        arena *scratch = arena_child(mem);
        int b = (a * 5 + 3) % c->proposal_count;
        const plans_answer *found = find(c, a, b, scratch);
        compare_bridge(found->bridge, found->main.belief);
        steps += found->bridge->step_count;
        arena_free(scratch);
    }
    assert_true(steps > c->proposal_count);
    arena_free(mem);
}

/* From the initiative to the seven-day truce; the default deadline apart. */
static void steps_say_what_they_rest_on(void **state) {
    (void)state;
    static const char *const what[] = {"how long they talk",
                                       "how long it lasts",
                                       "if talks fail",
                                       "what the talks are on",
                                       "who has rejected it in public",
                                       "terms on fighting"};
    static const plans_basis basis[] = {PLANS_DEFAULT,  PLANS_ASSUMED,
                                        PLANS_ASSUMED,  PLANS_ASSUMED,
                                        PLANS_REPORTED, PLANS_ASSUMED};
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    const plans_bridge *b =
        find(c, case_proposal_find(c, "egyptian-initiative"),
             case_proposal_find(c, "humanitarian-truce"), mem)
            ->bridge;
    assert_int_equal(b->step_count, 6);
    for (int i = 0; i < 6; i++) {
        assert_string_equal(b->steps[i].what, what[i]);
        assert_int_equal(b->steps[i].basis, basis[i]);
    }
    assert_string_equal(b->steps[0].from, "30 days");
    assert_string_equal(b->steps[0].to, "7 days");
    arena_free(mem);
}

/* Counted apart from the lens: every statement that stands. */
static void grounds_are_counted(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    const plans_grounds *g = find(c, 0, -1, mem)->grounds;
    /* israel: s3 by a diplomat, a1 (three issues) and a2 assumed */
    assert_int_equal(g[0].own, 0);
    assert_int_equal(g[0].reported, 1);
    assert_int_equal(g[0].assumed, 4);
    /* hamas: s1, s2 (three issues) its own, s4 reported, a3 assumed */
    assert_int_equal(g[1].own, 4);
    assert_int_equal(g[1].reported, 1);
    assert_int_equal(g[1].assumed, 1);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_golden_cases_come_through),
        cmocka_unit_test(keys_that_do_not_apply_are_null),
        cmocka_unit_test(too_much_work_is_refused),
        cmocka_unit_test(bridges_lead_all_the_way),
        cmocka_unit_test(steps_say_what_they_rest_on),
        cmocka_unit_test(grounds_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
