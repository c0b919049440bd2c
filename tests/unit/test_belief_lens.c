/* SPDX-License-Identifier: Apache-2.0
 * The belief lens through the public interface: the keys that programs read,
 * their values where closed forms are known, and the same bytes on any number
 * of threads. */
#include "bytes.h"
#include "parley.h"
#include "test.h"

#define CASE                                                                   \
    "parley: 1\ncase: golden\nas-of: 2024-01-01\n"                             \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "sources: {r1: {title: R, date: 2023-12-31, grade: B}}\n"                  \
    "people: {al: {name: Al, of: a, office: leader}}\n"                        \
    "issues:\n"                                                                \
    "  i: {options: [i0, i1], now: i0}\n"                                      \
    "  j: {options: [j0, j1, j2], now: j0, scale: true}\n"                     \
    "  k: {options: [k0, k1, k2], now: k0}\n"                                  \
    "record:\n"                                                                \
    "  - {id: s1, by: al, for: a, source: r1, kind: matters, about: i,\n"      \
    "     over: j, credence: 0.8}\n"                                           \
    "  - {id: s2, by: al, for: a, source: r1, kind: demand, about: {j: j2},\n" \
    "     credence: 0.9, public: false}\n"                                     \
    "  - {id: s3, for: a, source: analyst, kind: demand,\n"                    \
    "     about: {k: [k1, k2]}, credence: 0.7}\n"

static parley_case *load(const char *text) {
    parley_case *c;
    parley_diags *d = parley_diags_new(NULL);
    parley_status status =
        parley_load_text(&c, NULL, "test.yaml", text, strlen(text), d);
    if (status != PARLEY_OK) fail_msg("%s", parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    return c;
}

static parley_result *look(const parley_case *c, const char *draws,
                           const char *threads) {
    parley_result *r;
    parley_option options[] = {
        {"draws", draws}, {"threads", threads}, {"seed", "3"}};
    assert_int_equal(parley_look(&r, c, "belief", options, 3, NULL), PARLEY_OK);
    return r;
}

static parley_value get(const parley_result *r, const char *path) {
    parley_value v;
    if (parley_get(r, path, &v) != PARLEY_OK) fail_msg("no %s", path);
    return v;
}

static double number(const parley_result *r, const char *path) {
    parley_value v = get(r, path);
    assert_int_equal(v.kind, PARLEY_NUMBER);
    return v.number;
}

static void test_keys(void **state) {
    (void)state;
    parley_case *c = load(CASE);
    parley_result *r = look(c, "16000", "2");
    static const struct {
        const char *path;
        double value, within;
    } known[] = {
        {"weights/a/i/mean", 0.8 / 2 + 0.2 / 6, 0.015},
        {"weights/b/i/mean", 1 / 3.0, 0.015},
        {"weights/b/i/low", 0.0253, 0.006},  /* 1 - sqrt(.95) */
        {"weights/b/i/high", 0.7764, 0.015}, /* 1 - sqrt(.05) */
        {"best/a/j/j2", 0.9, 0.015},
        {"best/a/j/j1", 0, 0},
        {"best/a/k/k0", 0.3 / (0.7 * 2 + 0.3), 0.015},
        {"value/a/j/j1", 0.5, 0.015},
        {"without-analyst/best/a/k/k0", 1 / 3.0, 0.015},
        {"without-analyst/weights/a/i/mean", 0.8 / 2 + 0.2 / 6, 0.015},
        {"no-record/best/a/j/j2", 0.5, 0.015},
        {"statements/1/prior", 0.5, 0.02},
        {"statements/1/posterior", 0.9, 0.015},
        {"statements/1/credence", 0.9, 0},
        {"model/half-life/mean", 210, 3},
        {"model/collapse/mean", 0, 0},
        {"draws", 16000, 0},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        assert_near(number(r, known[i].path), known[i].value, known[i].within);
    assert_true(number(r, "r-hat") < 1.01 && number(r, "ess") > 4000);
    assert_string_equal(get(r, "statements/0/id").text, "s1");
    assert_string_equal(get(r, "statements/2/word").text, "assumed");
    assert_int_equal(get(r, "statements/0/replaced-by").kind, PARLEY_NULL);
    assert_int_equal(get(r, "carries").kind, PARLEY_LIST);
    assert_int_equal(get(r, "carries").count, 0); /* there is no proposal */
    parley_result_free(r);
    parley_case_free(c);
}

static parley_case *cairo(void) {
    parley_case *c;
    const char *path = PARLEY_ROOT "/tests/golden/cairo-oracle.yaml";
    assert_int_equal(parley_load(&c, NULL, path, NULL), PARLEY_OK);
    return c;
}

/* What a statement carries, against the same question asked without it. */
static void test_carries(void **state) {
    (void)state;
    parley_case *c = cairo();
    parley_result *r = look(c, "4000", "2");
    size_t count = get(r, "carries").count;
    assert_int_equal(count, 7 * 14 * 2); /* statements, proposals, parties */
    bool seen = false;
    for (size_t i = 0; i < count; i++) {
        char path[64];
        snprintf(path, sizeof path, "carries/%zu/change-error", i);
        double error = number(r, path);
        assert_true(error >= 0 && error < 0.05);
        *strrchr(path, '-') = '\0';
        double change = number(r, path);
        assert_true(fabs(change) <= 1);
        snprintf(path, sizeof path, "carries/%zu/statement", i);
        bool s1 = strcmp(get(r, path).text, "s1") == 0;
        snprintf(path, sizeof path, "carries/%zu/proposal", i);
        bool initiative = strcmp(get(r, path).text, "egyptian-initiative") == 0;
        snprintf(path, sizeof path, "carries/%zu/party", i);
        bool hamas = strcmp(get(r, path).text, "hamas") == 0;
        if (!s1 || !initiative || !hamas) continue;
        assert_near(change, 0.35, 0.05); /* it was its own rejection */
        seen = true;
    }
    assert_true(seen);
    parley_result_free(r);
    parley_case_free(c);
}

static void test_threads(void **state) {
    (void)state;
    parley_case *c = cairo();
    static const char *const formats[] = {"text", "json"};
    for (int f = 0; f < 2; f++) {
        kept_bytes first = BYTES_NONE, second = BYTES_NONE;
        parley_result *r = look(c, "160", "1");
        assert_int_equal(
            parley_write(r, formats[f], NULL, bytes_sink(&first), NULL),
            PARLEY_OK);
        parley_result_free(r);
        r = look(c, "160", "8");
        assert_int_equal(
            parley_write(r, formats[f], NULL, bytes_sink(&second), NULL),
            PARLEY_OK);
        parley_result_free(r);
        assert_int_equal(first.size, second.size);
        assert_memory_equal(first.text, second.text, first.size);
        free(first.text);
        free(second.text);
    }
    parley_case_free(c);
}

static void test_exact(void **state) {
    (void)state;
    parley_case *c = load(
        "parley: 1\ncase: exact\nparties: {a: {name: A}, b: {name: B}}\n"
        "issues: {i: {options: [x, y], now: x}}\n"
        "preferences: {a: {worth: {i: {y: 2}}}, b: {order: [\"i = x\"]}}\n");
    parley_result *r = look(c, "80", "1");
    assert_near(number(r, "weights/a/i/mean"), 2, 0);
    assert_near(number(r, "best/a/i/y"), 1, 0);
    assert_int_equal(get(r, "weights/b").kind, PARLEY_NULL);
    assert_int_equal(get(r, "without-analyst").kind, PARLEY_NULL);
    parley_result_free(r);
    parley_case_free(c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys),
        cmocka_unit_test(test_carries),
        cmocka_unit_test(test_threads),
        cmocka_unit_test(test_exact),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
