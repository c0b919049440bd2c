/* SPDX-License-Identifier: Apache-2.0
 * Scenarios of other tools as cases. tests/domains/ferry-* is one domain in
 * four formats, with worths worked out by hand here; reef (hyper-rectangles)
 * and kiln (real numbers) are evaluated a second time, from the rectangles and
 * functions as numbers in this file. */
#include "case_test.h"

#include <math.h>

#include "base/text.h"
#include "bytes.h"
#include "deal/bargain.h"
#include "parley.h"
#include "scenario/xml.h"

/* --- Loading --- */

static const parley_option negmas = {"semantics", "negmas"};

/* The imported case, in mem. */
static const case_model *import(const char *folder, const parley_option *o,
                                arena *mem) {
    char path[512];
    snprintf(path, sizeof path, PARLEY_ROOT "/tests/domains/%s", folder);
    const char *paths[] = {path};
    const parley_scenario from = {paths, 1, o, o ? 1 : 0};
    kept_bytes b = BYTES_NONE;
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c = NULL;
    if (parley_import_scenario(NULL, bytes_sink(&b), &from, d) != PARLEY_OK)
        print_problems(d);
    assert_non_null(b.text);
    const source_text *text = source_new(mem, folder, b.text, b.size);
    assert_true(case_load(&c, text, mem, d));
    parley_diags_free(d);
    free(b.text);
    return c;
}

static double worth(const case_model *c, int party, const int *outcome) {
    const case_preference *p = &c->preferences[party];
    const deal_party of = {.worth = p->worth,
                           .when = p->when,
                           .when_count = p->when_count,
                           .has_cap = p->has_cap,
                           .cap = p->cap};
    return number_from_fixed(deal_party_worth(c, &of, outcome));
}

static void expect_worths(const case_model *c, int party, const double *cells) {
    for (int i = 0; i < c->cell_count; i++)
        assert_near(number_from_fixed(c->preferences[party].worth[i]), cells[i],
                    1e-12);
}

static void expect_issues(const case_model *c) {
    static const char *const names[] = {"fare", "crossings", "crew on board"};
    static const char *const options[] = {"low", "mid",  "high",  "4",  "5",
                                          "6",   "keep", "share", "cut"};
    assert_int_equal(c->issue_count, 3);
    for (int i = 0; i < 3; i++) {
        assert_string_equal(c->issues[i].id, names[i]);
        assert_int_equal(c->issues[i].option_count, 3);
        for (int k = 0; k < 3; k++)
            assert_string_equal(c->issues[i].options[k], options[3 * i + k]);
    }
}

/* --- One domain in four formats --- */

static const double harbour[] = {.5, .25, .125, 0, .15, .3, .2, .1, 0};
static const double line[] = {0, .3, .6, .1, .05, 0, .06, .18, .3};

static void check_ferry(const char *folder) {
    arena *mem = test_arena();
    const case_model *c = import(folder, NULL, mem);
    expect_issues(c);
    assert_string_equal(c->actors[0].name, "harbour");
    assert_string_equal(c->actors[1].name, "line");
    expect_worths(c, 0, harbour);
    expect_worths(c, 1, line);
    assert_true(c->preferences[0].reserve == FIXED_ONE / 1000 * 325);
    assert_true(c->preferences[1].reserve == FIXED_ONE / 1000 * 360);
    assert_false(c->preferences[0].has_cap);
    assert_true(c->preferences[0].discount == 1);
    arena_free(mem);
}

static void four_formats_say_the_same(void **state) {
    (void)state;
    check_ferry("ferry-negmas");
    check_ferry("ferry-geniusweb");
    check_ferry("ferry-negolog");
    if (xml_available()) check_ferry("ferry-genius");
}

/* Not divided, integers measured from 0 and not cut. */
static void genius_files_as_negmas_reads_them(void **state) {
    (void)state;
    if (!xml_available()) skip();
    static const double as_negmas[2][9] = {
        {2, 1, .5, .3 * 2, .3 * 2.5, .3 * 3, .4, .2, 0},
        {0, .6, 1.2, .1 * -1, .1 * -1.5, .1 * -2, .3, .9, 1.5}};
    arena *mem = test_arena();
    const case_model *c = import("ferry-genius", &negmas, mem);
    expect_worths(c, 0, as_negmas[0]);
    expect_worths(c, 1, as_negmas[1]);
    /* the worst deal of the harbour is better than its reservation */
    assert_near(number_from_fixed(c->preferences[0].reserve), 1.1, 1e-12);
    assert_near(number_from_fixed(c->preferences[1].reserve), .36, 1e-12);
    arena_free(mem);
}

/* --- Rectangles --- */

typedef struct bound {
    int issue, low, high;
} bound;
typedef struct rectangle {
    double worth;
    bool outside;
    bound bounds[2]; /* issue -1: none */
} rectangle;

static const rectangle fishers[] = {
    {3, false, {{0, 5, 9}, {-1, 0, 0}}},
    {2, false, {{0, 3, 7}, {1, 4, 9}}},
    {2, true, {{2, 0, 4}, {-1, 0, 0}}},
    {1, false, {{-1, 0, 0}, {-1, 0, 0}}},
};
static const rectangle wardens[] = {
    {4, false, {{0, 0, 4}, {-1, 0, 0}}},
    {3, false, {{1, 0, 5}, {2, 6, 9}}},
    {3, true, {{0, 4, 9}, {1, 2, 9}}},
    {1, false, {{2, 2, 2}, {-1, 0, 0}}},
};

static bool inside(const rectangle *r, const int *outcome, bool strictly) {
    for (int k = 0; k < 2; k++) {
        const bound *b = &r->bounds[k];
        if (b->issue < 0) continue;
        int x = outcome[b->issue];
        if (strictly ? x <= b->low || x >= b->high : x < b->low || x > b->high)
            return false;
    }
    return true;
}

static double sum_of(const rectangle *r, const int *outcome) {
    double sum = 0;
    for (int i = 0; i < 4; i++)
        if (inside(&r[i], outcome, false) != r[i].outside) sum += r[i].worth;
    return sum;
}

static double negmas_sum_of(const rectangle *r, const int *outcome) {
    double sum = 0;
    for (int i = 0; i < 4; i++)
        if (inside(&r[i], outcome, true)) sum += r[i].worth;
    return sum;
}

static void rectangles_are_conditions(void **state) {
    (void)state;
    if (!xml_available()) skip();
    arena *mem = test_arena();
    const case_model *c = import("reef", NULL, mem);
    const case_model *other = import("reef", &negmas, mem);
    for (int i = 0; i < 1000; i++) {
        const int o[] = {i / 100, i / 10 % 10, i % 10};
        assert_near(worth(c, 0, o), fmin(1, sum_of(fishers, o) / 7), 1e-11);
        assert_near(worth(c, 1, o), fmin(1, sum_of(wardens, o) / 9), 1e-11);
        assert_near(worth(other, 0, o), negmas_sum_of(fishers, o), 1e-11);
        assert_near(worth(other, 1, o), negmas_sum_of(wardens, o), 1e-11);
    }
    assert_near(number_from_fixed(c->preferences[0].reserve), .5, 1e-12);
    assert_near(c->preferences[1].discount, .8, 1e-15);
    arena_free(mem);
}

/* 1/7 has no end in decimals: what ties as a sum of sevenths ties here. */
static void ties_of_rectangles_stay_ties(void **state) {
    (void)state;
    if (!xml_available()) skip();
    arena *mem = test_arena();
    const case_model *c = import("reef", NULL, mem);
    for (int i = 0; i < 1000; i++)
        for (int k = 0; k < 1000; k += 37) {
            const int a[] = {i / 100, i / 10 % 10, i % 10};
            const int b[] = {k / 100, k / 10 % 10, k % 10};
            bool ties =
                fmin(7, sum_of(fishers, a)) == fmin(7, sum_of(fishers, b));
            assert_int_equal(worth(c, 0, a) == worth(c, 0, b), ties);
        }
    arena_free(mem);
}

/* --- Real numbers --- */

static double triangle(double x) { return x <= .4 ? x / .4 : (1 - x) / .6; }

static void real_issues_are_stepped(void **state) {
    (void)state;
    if (!xml_available()) skip();
    const parley_option steps = {"steps", "5"};
    arena *mem = test_arena();
    const case_model *c = import("kiln", NULL, mem);
    const case_model *coarse = import("kiln", &steps, mem);
    assert_int_equal(c->issues[0].option_count, 11);
    assert_int_equal(coarse->issues[0].option_count, 5);
    assert_string_equal(coarse->issues[0].options[1], "0.25");
    for (int k = 0; k < 11; k++) {
        const double x = k / 10.0;
        const int matt[] = {k, 0}, clear[] = {k, 1};
        const double buyer = fmin(1, fmax(0, 1.5 - 2 * x)) / 2;
        assert_near(worth(c, 0, matt), buyer + .25, 1e-11);
        assert_near(worth(c, 0, clear), buyer + .5, 1e-11);
        assert_near(worth(c, 1, matt), fmin(1, .75 * triangle(x) + .5), 1e-11);
        assert_near(worth(c, 1, clear), .75 * triangle(x), 1e-11);
    }
    arena_free(mem);
}

/* --- What is asked --- */

static parley_status load_with(const char *name, const char *value,
                               const char *code) {
    static const char *const paths[] = {PARLEY_ROOT
                                        "/tests/domains/ferry-negmas"};
    const parley_option o = {name, value};
    const parley_scenario from = {paths, 1, &o, 1};
    parley_diags *d = parley_diags_new(NULL);
    parley_case *c;
    parley_status status = parley_load_scenario(&c, NULL, &from, d);
    if (code) assert_string_equal(parley_diags_get(d, 0)->code, code);
    parley_diags_free(d);
    parley_case_free(c);
    return status;
}

static void options_are_checked(void **state) {
    (void)state;
    assert_int_equal(load_with("profiles", "2", NULL), PARLEY_OK);
    assert_int_equal(load_with("profiles", "1", "option/value"), PARLEY_EUSAGE);
    assert_int_equal(load_with("steps", "x", "option/value"), PARLEY_EUSAGE);
    assert_int_equal(load_with("semantics", "", "option/value"), PARLEY_EUSAGE);
    assert_int_equal(load_with("draws", "1", "option/unknown"), PARLEY_EUSAGE);
}

static void a_build_without_expat_says_so(void **state) {
    (void)state;
    if (xml_available()) skip();
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    assert_null(xml_parse(source_new(mem, "a.xml", "<a/>", 4), mem, d));
    assert_string_equal(parley_diags_get(d, 0)->code, "import/no-xml");
    parley_diags_free(d);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_formats_say_the_same),
        cmocka_unit_test(genius_files_as_negmas_reads_them),
        cmocka_unit_test(rectangles_are_conditions),
        cmocka_unit_test(ties_of_rectangles_stay_ties),
        cmocka_unit_test(real_issues_are_stepped),
        cmocka_unit_test(options_are_checked),
        cmocka_unit_test(a_build_without_expat_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
