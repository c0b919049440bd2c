/* SPDX-License-Identifier: Apache-2.0
 * The lens `deals`: the exact golden cases through the public interface,
 * acceptance against a plain count over the same draws, and its limits. */
#include "case_test.h"

#include "belief/belief.h"
#include "plan/plan.h"

static parley_status look(parley_result **r, const char *text,
                          const parley_option *options, size_t count,
                          parley_diags *d) {
    parley_case *c;
    if (parley_load_text(&c, NULL, "t", text, strlen(text), d) != PARLEY_OK)
        print_problems(d);
    assert_non_null(c);
    parley_status status = parley_look(r, c, "deals", options, count, d);
    parley_case_free(c);
    return status;
}

static parley_value get(const parley_result *r, const char *path) {
    parley_value v;
    if (parley_get(r, path, &v) != PARLEY_OK) fail_msg("no \"%s\"", path);
    return v;
}

/* --- Golden --- */

/* Lists follow the same layout here as there: compared member by member. */
static void compare(const parley_result *r, const char *path, const node *want,
                    arena *mem) {
    parley_value v = get(r, path);
    double number;
    if (want->kind == NODE_TEXT && number_double(want->text, &number)) {
        assert_near(v.number, number, 1e-9);
    } else if (want->kind == NODE_TEXT) {
        assert_string_equal(v.text, want->text);
    } else {
        assert_int_equal(v.count, want->count);
        for (size_t i = 0; i < want->count; i++) {
            bool map = want->kind == NODE_MAP;
            const char *at =
                map ? arena_format(mem, "%s/%s", path, want->entries[i].key)
                    : arena_format(mem, "%s/%zu", path, i);
            compare(r, at, map ? want->entries[i].value : want->items[i], mem);
        }
    }
}

static void exact_golden_cases_come_through(void **state) {
    (void)state;
    static const char *const keys[] = {"outcomes", "parties",
                                       "reserve",  "individually-rational",
                                       "frontier", "solutions"};
    arena *mem = test_arena();
    source_text *text;
    const node *root;
    assert_true(source_read(&text, PARLEY_ROOT "/tests/golden/golden.json",
                            (size_t)1 << 24, mem, NULL));
    assert_true(node_parse(&root, text, mem, NULL));
    const node *cases = node_find(root, "exact");
    int compared = 0;
    for (size_t i = 0; i < cases->count; i++) {
        const node *of = cases->items[i];
        if (strcmp(node_find(of, "lens")->text, "deals") != 0) continue;
        parley_result *r;
        assert_int_equal(look(&r, node_find(of, "case")->text, NULL, 0, NULL),
                         PARLEY_OK);
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
            compare(r, keys[k], node_find(node_find(of, "expect"), keys[k]),
                    mem);
        assert_int_equal(get(r, "acceptance").kind, PARLEY_NULL);
        parley_result_free(r);
        compared++;
    }
    assert_int_equal(compared, 2);
    arena_free(mem);
}

/* --- Acceptance --- */

static char *bytes_of(const char *path, arena *mem) {
    source_text *text;
    assert_true(source_read(&text, path, (size_t)1 << 24, mem, NULL));
    return arena_text(mem, text->bytes, text->size);
}

/* How many draws sign an outcome: each party alone, and all. */
static void count_signing(const belief *b, const plan_setup *s,
                          const int *outcome, int by[3], arena *mem) {
    plan_work *t = plan_work_new(s, mem);
    by[0] = by[1] = by[2] = 0;
    for (int i = 0; i < b->draw_count; i++) {
        plan_begin(t, &b->draws[i]);
        bool all = true;
        for (int p = 0; p < 2; p++) {
            double u = 0;
            for (int j = 0; j < b->c->issue_count; j++)
                u += t->signed_worth[p * b->c->cell_count +
                                     b->c->issues[j].cell + outcome[j]];
            bool signs = u > t->no_deal[p] - 1e-9;
            by[p] += signs;
            all = all && signs;
        }
        by[2] += all;
    }
}

static void acceptance_is_a_share_of_draws(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *file = PARLEY_ROOT "/tests/golden/cairo-oracle.yaml";
    char *text = bytes_of(file, mem);
    parley_option options[] = {{"draws", "400"}, {"seed", "5"}, {"top", "37"}};
    parley_result *r;
    assert_int_equal(look(&r, text, options, 3, NULL), PARLEY_OK);
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    belief_ask ask = {.seed = 5, .draws = 400, .threads = 2, .ranges = true};
    const belief *b;
    assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
    const plan_setup *s = plan_setup_new(c, b->evidence, mem, NULL);
    assert_int_equal(get(r, "acceptance").count, 37);
    double before = 1;
    for (int i = 0; i < 37; i++) {
        int outcome[8], by[3];
        for (int j = 0; j < c->issue_count; j++)
            outcome[j] = case_option_find(
                &c->issues[j],
                get(r, arena_format(mem, "acceptance/%d/terms/%s", i,
                                    c->issues[j].id))
                    .text);
        count_signing(b, s, outcome, by, mem);
        double all = get(r, arena_format(mem, "acceptance/%d/all", i)).number;
        assert_near(all, by[2] / 400.0, 1e-12);
        for (int p = 0; p < 2; p++)
            assert_near(
                get(r, arena_format(mem, "acceptance/%d/by-party/%d", i, p))
                    .number,
                by[p] / 400.0, 1e-12);
        assert_true(all <= before);
        before = all;
    }
    parley_result_free(r);
    arena_free(mem);
}

/* --- Limits and options --- */

static char *inferred(int issues, int options, arena *mem) {
    char *text = arena_format(mem, "parley: 1\ncase: t\nas-of: 2024-01-01\n"
                                   "parties: {a: {name: A}, b: {name: B}}\n"
                                   "issues:\n");
    for (int j = 0; j < issues; j++) {
        text = arena_format(mem, "%s  i%d: {now: o0, options: [o0", text, j);
        for (int o = 1; o < options; o++)
            text = arena_format(mem, "%s, o%d", text, o);
        text = arena_format(mem, "%s]}\n", text);
    }
    return text;
}

static void beyond_a_limit_some_deals_are_ranked(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_option options[] = {{"draws", "16"}};
    parley_result *r;
    char *text = inferred(6, 7, mem); /* 117,649 outcomes */
    text = arena_format(mem,
                        "%sproposals: {p: {plan: [{phase: t, terms: {i0: o1}, "
                        "lasts: open}]}}\n",
                        text);
    assert_int_equal(look(&r, text, options, 1, NULL), PARLEY_OK);
    assert_near(get(r, "outcomes").number, 117649, 0);
    assert_int_equal(get(r, "acceptance").count, 10);
    parley_result_free(r);
    arena_free(mem);
}

static void too_much_work_is_refused_with_what_fits(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    parley_option options[] = {{"draws", "20000"}};
    parley_result *r;
    assert_int_equal(look(&r, inferred(5, 10, mem), options, 1, d),
                     PARLEY_ELIMIT);
    assert_string_equal(parley_diags_get(d, 0)->code, "deal/work-limit");
    /* 2 * 10^9 / (10^5 * 2) */
    assert_string_equal(parley_diags_get(d, 0)->hint, "--draws 10000 fits");
    parley_diags_free(d);
    arena_free(mem);
}

static void more_deals_than_a_list_are_merged_and_ranked(void **state) {
    (void)state;
    arena *mem = test_arena();
    parley_option options[] = {{"draws", "64"}};
    parley_result *r;
    assert_int_equal(look(&r, inferred(9, 10, mem), options, 1, NULL),
                     PARLEY_OK);
    assert_near(get(r, "outcomes").number, 1e9, 0);
    assert_true(get(r, "frontier/count").number > 10);
    assert_int_equal(get(r, "acceptance").count, 10);
    parley_result_free(r);
    arena_free(mem);
}

static void options_are_checked(void **state) {
    (void)state;
    arena *mem = test_arena();
    char *text = inferred(2, 2, mem);
    parley_diags *d = parley_diags_new(NULL);
    parley_option wrong[] = {{"solutions", "nash,egalitarain"}};
    parley_result *r;
    assert_int_equal(look(&r, text, wrong, 1, d), PARLEY_EUSAGE);
    assert_string_equal(parley_diags_get(d, 0)->hint,
                        "did you mean \"egalitarian\"?");
    parley_diags_free(d);
    parley_option top[] = {{"top", "0"}};
    assert_int_equal(look(&r, text, top, 1, NULL), PARLEY_EUSAGE);
    parley_option two[] = {{"solutions", "utilitarian,nash"}, {"draws", "8"}};
    assert_int_equal(look(&r, text, two, 2, NULL), PARLEY_OK);
    assert_int_equal(get(r, "solutions").count, 2);
    assert_string_equal(get(r, "solutions/0/name").text, "utilitarian");
    parley_result_free(r);
    arena_free(mem);
}

/* --- Trades --- */

static const char opposed[] =
    "parley: 1\ncase: t\nas-of: 2024-02-01\nparties: {a: {}, b: {}}\n"
    "sources: {r: {date: 2024-01-01, grade: A}}\n"
    "people: {al: {of: a, office: leader}, bo: {of: b, office: leader}}\n"
    "issues: {x: {options: [x0, x1], now: x0}, y: {options: [y0, y1], now: "
    "y0}}\nrecord:\n"
    "  - {id: s1, by: al, for: a, source: r, kind: prefer, about: {x: x1}, "
    "over: {x: x0}}\n"
    "  - {id: s2, by: bo, for: b, source: r, kind: prefer, about: {x: x0}, "
    "over: {x: x1}}\n"
    "  - {id: s3, by: al, for: a, source: r, kind: prefer, about: {y: y1}, "
    "over: {y: y0}}\n"
    "  - {id: s4, by: bo, for: b, source: r, kind: prefer, about: {y: y0}, "
    "over: {y: y1}}\n"
    "  - {id: s5, by: al, for: a, source: r, kind: matters, about: x, over: "
    "y}\n"
    "  - {id: s6, by: bo, for: b, source: r, kind: matters, about: y, over: "
    "x}\n";

/* The error of a trade's numbers is how much other seeds differ. */
static void errors_of_trades_are_those_between_seeds(void **state) {
    (void)state;
    enum { SEEDS = 24 };
    static const char *const paths[][2] = {
        {"logrolling/0/ratio/0", "logrolling/0/ratio-error/0"},
        {"logrolling/0/ratio/1", "logrolling/0/ratio-error/1"},
        {"logrolling/0/change/0", "logrolling/0/change-error/0"},
    };
    double sum[3] = {0}, squares[3] = {0}, errors[3] = {0};
    for (int seed = 1; seed <= SEEDS; seed++) {
        char text[12];
        (void)snprintf(text, sizeof text, "%d", seed);
        const parley_option options[] = {{"draws", "400"}, {"seed", text}};
        parley_result *r;
        assert_int_equal(look(&r, opposed, options, 2, NULL), PARLEY_OK);
        assert_string_equal(get(r, "logrolling/0/parties/0").text, "a");
        for (int i = 0; i < 3; i++) {
            double value = get(r, paths[i][0]).number;
            sum[i] += value / SEEDS;
            squares[i] += value * value / SEEDS;
            errors[i] += get(r, paths[i][1]).number / SEEDS;
        }
        parley_result_free(r);
    }
    for (int i = 0; i < 3; i++) {
        double spread = sqrt(squares[i] - sum[i] * sum[i]);
        assert_true(errors[i] > 0.6 * spread && errors[i] < 1.6 * spread);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_golden_cases_come_through),
        cmocka_unit_test(acceptance_is_a_share_of_draws),
        cmocka_unit_test(beyond_a_limit_some_deals_are_ranked),
        cmocka_unit_test(too_much_work_is_refused_with_what_fits),
        cmocka_unit_test(more_deals_than_a_list_are_merged_and_ranked),
        cmocka_unit_test(options_are_checked),
        cmocka_unit_test(errors_of_trades_are_those_between_seeds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
