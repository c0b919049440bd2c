/* SPDX-License-Identifier: Apache-2.0
 * The public interface: what it hands out, what it refuses, who frees what.
 * Lenses as such are walked in test_lens.c. */
#include "test.h"

#include <unistd.h>

#include "bytes.h"
#include "json.h"
#include "parley.h"

static const char small[] =
    "parley: 1\n"
    "case: A small case\n"
    "as-of: 2024-01-02\n"
    "sources: {r1: {title: T, date: 2024-01-02}}\n"
    "parties: {a: {name: A}, b: {name: B}}\n"
    "others: {m: {name: M, role: mediator}}\n"
    "channels:\n"
    "  - {between: [a, m], state: open, source: r1}\n"
    "  - {between: [m, b], state: open, source: r1}\n"
    "issues: {price: {options: [low, high], now: low}}\n"
    "record:\n"
    "  - {id: s1, for: a, source: r1, kind: demand, about: {price: high}}\n"
    "proposals:\n"
    "  deal: {plan: [{phase: p, terms: {price: high}, lasts: open}]}\n";

typedef struct session {
    parley_case *c;
    parley_result *r;
    parley_diags *d;
} session;

static session load(const char *text) {
    session s = {.d = parley_diags_new(NULL)};
    parley_status status =
        parley_load_text(&s.c, NULL, "t.yaml", text, strlen(text), s.d);
    if (status != PARLEY_OK && parley_diags_count(s.d) > 0)
        print_message("%s\n", parley_diags_get(s.d, 0)->message);
    return s;
}

static session look(const parley_option *options, size_t count) {
    session s = load(small);
    assert_non_null(s.c);
    (void)parley_look(&s.r, s.c, "route", options, count, s.d);
    return s;
}

static void end(session *s) {
    parley_result_free(s->r);
    parley_case_free(s->c);
    parley_diags_free(s->d);
}

static const parley_option ends[] = {{"operand", "a"}, {"operand", "b"}};

static void freeing_nothing_does_nothing(void **state) {
    (void)state;
    parley_case_free(NULL);
    parley_result_free(NULL);
    parley_diags_free(NULL);
    assert_int_equal(parley_diags_count(NULL), 0);
}

static void a_case_outlives_its_text_and_a_result_its_case(void **state) {
    (void)state;
    char *text = strdup(small);
    session s = {.d = parley_diags_new(NULL)};
    assert_int_equal(parley_load_text(&s.c, NULL, "t", text, strlen(text), s.d),
                     PARLEY_OK);
    memset(text, 'x', strlen(text));
    free(text);
    assert_string_equal(parley_case_title(s.c), "A small case");
    assert_int_equal(parley_look(&s.r, s.c, "route", ends, 2, s.d), PARLEY_OK);
    parley_case_free(s.c);
    s.c = NULL;
    kept_bytes b = BYTES_NONE;
    assert_int_equal(parley_write(s.r, "json", NULL, bytes_sink(&b), s.d),
                     PARLEY_OK);
    assert_true(json_is_valid(b.text));
    free(b.text);
    end(&s);
}

static void values_are_found_by_path(void **state) {
    (void)state;
    session s = look(ends, 2);
    parley_value v;
    assert_int_equal(parley_get(s.r, "", &v), PARLEY_OK);
    assert_int_equal(v.kind, PARLEY_OBJECT);
    assert_string_equal(parley_key(s.r, "", 0), "parley");
    assert_string_equal(parley_key(s.r, "", 1), "lens");
    assert_null(parley_key(s.r, "", v.count));
    assert_null(parley_key(s.r, "lens", 0));
    assert_int_equal(parley_get(s.r, "lens", &v), PARLEY_OK);
    assert_string_equal(v.text, "route");
    assert_int_equal(parley_get(s.r, "case", &v), PARLEY_OK);
    assert_string_equal(v.text, "A small case");
    assert_int_equal(parley_get(s.r, "seed", &v), PARLEY_OK);
    assert_int_equal(v.kind, PARLEY_NUMBER);
    assert_near(v.number, 1, 0);
    assert_int_equal(parley_get(s.r, "selection/for", &v), PARLEY_OK);
    assert_int_equal(v.kind, PARLEY_NULL);
    assert_int_equal(parley_get(s.r, "routes/0/through/0", &v), PARLEY_OK);
    assert_string_equal(v.text, "m");
    static const char *const wrong[] = {"lenses",
                                        "lens/0",
                                        "routes/x",
                                        "routes/99",
                                        "routes/-1",
                                        "/",
                                        "routes/0000000000000000001"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(parley_get(s.r, wrong[i], &v), PARLEY_EUSAGE);
    end(&s);
}

typedef struct wrong_option {
    parley_option option;
    const char *code, *hint; /* NULL: no hint */
} wrong_option;

static const wrong_option wrong_options[] = {
    {{"sed", "1"}, "option/unknown", "did you mean \"seed\"?"},
    {{"seed", "-1"}, "option/value", NULL},
    {{"seed", NULL}, "option/value", NULL},
    {{"seed", "1.5"}, "option/value", NULL},
    {{"draws", "0"}, "option/value", NULL},
    {{"draws", "99999999999999999999"}, "option/value", NULL},
    {{"threads", "65"}, "option/value", NULL},
    {{"at", "2024-13-01"},
     "option/value",
     "write 2014-07-24 or 2014-07-24T18:00+03:00"},
    {{"for", "aa"}, "option/unknown-actor", "did you mean \"a\"?"},
    {{"without", "s2"}, "option/unknown-entry", "did you mean \"s1\"?"},
    {{"operand", "c"}, "option/operands", NULL},
};

static void wrong_options_are_refused(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof wrong_options / sizeof *wrong_options; i++) {
        const wrong_option *w = &wrong_options[i];
        parley_option options[] = {ends[0], ends[1], w->option};
        session s = load(small);
        assert_int_equal(parley_look(&s.r, s.c, "route", options, 3, s.d),
                         PARLEY_EUSAGE);
        assert_null(s.r);
        assert_int_equal(parley_diags_count(s.d), 1);
        assert_string_equal(parley_diags_get(s.d, 0)->code, w->code);
        const char *hint = parley_diags_get(s.d, 0)->hint;
        if (w->hint) assert_non_null(hint);
        if (w->hint) assert_string_equal(hint, w->hint);
        end(&s);
    }
}

static void a_lens_or_format_that_is_none_is_refused(void **state) {
    (void)state;
    session s = load(small);
    assert_int_equal(parley_look(&s.r, s.c, "rout", ends, 2, s.d),
                     PARLEY_EUSAGE);
    assert_string_equal(parley_diags_get(s.d, 0)->hint,
                        "did you mean \"route\"?");
    assert_int_equal(parley_look(&s.r, s.c, "route", ends, 2, NULL), PARLEY_OK);
    kept_bytes b = BYTES_NONE;
    assert_int_equal(parley_write(s.r, "jsno", NULL, bytes_sink(&b), s.d),
                     PARLEY_EUSAGE);
    assert_null(b.text);
    bool told = false;
    for (size_t i = 0; i < parley_diags_count(s.d); i++)
        told |= strcmp(parley_diags_get(s.d, i)->code, "format/unknown") == 0;
    assert_true(told);
    end(&s);
}

static void a_figure_that_is_none_is_refused(void **state) {
    (void)state;
    session s = look(ends, 2);
    kept_bytes b = BYTES_NONE;
    parley_style style = {.figure = "bridge"};
    assert_int_equal(parley_write(s.r, "svg", &style, bytes_sink(&b), s.d),
                     PARLEY_EUSAGE);
    assert_null(b.text);
    assert_string_equal(parley_diags_get(s.d, 0)->code,
                        "format/unknown-figure");
    end(&s);
}

static void a_failed_write_is_told(void **state) {
    (void)state;
    session s = look(ends, 2);
    kept_bytes b = BYTES_NONE;
    b.writes_left = 0;
    assert_int_equal(parley_write(s.r, "text", NULL, bytes_sink(&b), s.d),
                     PARLEY_EIO);
    assert_string_equal(parley_diags_get(s.d, 0)->code, "format/write-failed");
    end(&s);
}

static void files_that_can_not_be_read_are_told(void **state) {
    (void)state;
    session s = {.d = parley_diags_new(NULL)};
    assert_int_equal(parley_load(&s.c, NULL, "/nonexistent/x.yaml", s.d),
                     PARLEY_EIO);
    assert_int_equal(parley_load(&s.c, NULL, "/", s.d), PARLEY_EIO);
    assert_null(s.c);
    assert_int_equal(parley_diags_count(s.d), 2);
    size_t size = (size_t)50 * 1024 * 1024;
    char *large = calloc(size, 1);
    assert_non_null(large);
    assert_int_equal(parley_load_text(&s.c, NULL, "large", large, size, s.d),
                     PARLEY_ELIMIT);
    assert_null(s.c);
    free(large);
    assert_int_equal(parley_load_text(&s.c, NULL, "empty", NULL, 0, s.d),
                     PARLEY_EINPUT);
    end(&s);
}

static void check_speaks_of_cases_with_errors(void **state) {
    (void)state;
    session s = {.d = parley_diags_new(NULL)};
    assert_int_equal(parley_load_text(&s.c, NULL, "t", "parley: 1\n", 10, s.d),
                     PARLEY_EINPUT);
    assert_int_equal(parley_check(&s.r, s.c, PARLEY_CHECK_STRICT, s.d),
                     PARLEY_OK);
    parley_value v;
    assert_int_equal(parley_get(s.r, "ok", &v), PARLEY_OK);
    assert_false(v.truth);
    assert_int_equal(parley_get(s.r, "problems", &v), PARLEY_OK);
    assert_int_equal(v.count, parley_diags_count(s.d));
    assert_int_equal(parley_get(s.r, "counts", &v), PARLEY_OK);
    assert_int_equal(v.kind, PARLEY_NULL);
    end(&s);
}

static void check_strict_lists_what_has_no_source(void **state) {
    (void)state;
    session s = load(small);
    assert_int_equal(parley_check(&s.r, s.c, PARLEY_CHECK_STRICT, s.d),
                     PARLEY_OK);
    parley_value count, list;
    assert_int_equal(parley_get(s.r, "unsourced", &count), PARLEY_OK);
    assert_int_equal(parley_get(s.r, "unsourced-list", &list), PARLEY_OK);
    assert_true(count.number > 0);
    assert_near((double)list.count, count.number, 0);
    end(&s);
}

/* --- What is too large --- */

enum { MOST_PARTIES = 100 };

static char *many_parties(int count) {
    char *text = malloc(4096);
    size_t size =
        (size_t)snprintf(text, 4096, "parley: 1\ncase: large\nparties:\n");
    for (int i = 0; i < count; i++)
        size += (size_t)snprintf(text + size, 4096 - size, "  p%d: {}\n", i);
    (void)snprintf(text + size, 4096 - size,
                   "issues: {x: {options: [x0, x1]}}\n");
    return text;
}

static void expect_load(const char *path, parley_status status,
                        const char *code) {
    parley_case *c;
    parley_diags *d = parley_diags_new(NULL);
    assert_int_equal(parley_load(&c, NULL, path, d), status);
    assert_null(c);
    assert_string_equal(parley_diags_get(d, 0)->code, code);
    assert_int_equal(parley_load(&c, NULL, path, NULL), status);
    parley_diags_free(d);
}

/* A file of `size` bytes that begins with a text. */
static void make_file(char path[], const char *text, off_t size) {
    int made = mkstemp(path);
    assert_true(made >= 0);
    assert_int_equal(write(made, text, strlen(text)), strlen(text));
    assert_int_equal(ftruncate(made, size), 0);
    close(made);
}

/* Each entry is small; the case they make isn't. */
static void an_entry_that_makes_a_case_too_large(void **state) {
    (void)state;
    char path[] = "/tmp/parley-size-XXXXXX";
    char *text = many_parties(MOST_PARTIES);
    make_file(path, text, (off_t)strlen(text));
    parley_diags *d = parley_diags_new(NULL);
    assert_int_equal(parley_add(NULL, path, "parties", "one-more: {}", d),
                     PARLEY_ELIMIT);
    assert_string_equal(parley_diags_get(d, 0)->code, "case/limit");
    assert_int_equal(parley_add(NULL, path, "parties", "odd: {what: 1}", NULL),
                     PARLEY_ELIMIT);
    assert_int_equal(parley_add(NULL, path, "record", "- {odd: 1}", NULL),
                     PARLEY_EINPUT);
    parley_diags_free(d);
    remove(path);
    free(text);
}

static void size_is_told_from_other_errors(void **state) {
    (void)state;
    enum { MOST = 16 << 20 };
    char path[] = "/tmp/parley-size-XXXXXX",
         other[] = "/tmp/parley-size-XXXXXX";
    char *text = many_parties(MOST_PARTIES + 1);
    make_file(path, text, MOST + 1);
    make_file(other, text, (off_t)strlen(text));
    expect_load(path, PARLEY_ELIMIT, "file/too-large");
    expect_load(other, PARLEY_ELIMIT, "case/limit");
    expect_load("/no/such/file", PARLEY_EIO, "file/unreadable");
    assert_int_equal(parley_add(NULL, path, "record", "{}", NULL),
                     PARLEY_ELIMIT);
    remove(path);
    remove(other);
    parley_case *c;
    assert_int_equal(parley_load_text(&c, NULL, "t", text, strlen(text), NULL),
                     PARLEY_ELIMIT);
    char *large = calloc(1, MOST + 1);
    assert_int_equal(parley_load_text(&c, NULL, "t", large, MOST + 1, NULL),
                     PARLEY_ELIMIT);
    assert_int_equal(parley_load_text(&c, NULL, "t", "a: [", 4, NULL),
                     PARLEY_EINPUT);
    free(large);
    free(text);
}

/* Refused by its size alone: nothing behind the first byte is looked at. */
static void a_report_of_four_gigabytes_is_refused(void **state) {
    (void)state;
    parley_diags *d = parley_diags_new(NULL);
    parley_result *r;
    parley_report report = {{"report", "x", UINT32_MAX}, NULL};
    assert_int_equal(parley_read(&r, NULL, &report, NULL, 0, d), PARLEY_ELIMIT);
    assert_string_equal(parley_diags_get(d, 0)->code, "read/too-large");
    parley_diags_free(d);
}

static void a_file_of_no_known_tool_is_refused(void **state) {
    (void)state;
    parley_diags *d = parley_diags_new(NULL);
    kept_bytes b = BYTES_NONE;
    assert_int_equal(parley_import(NULL, bytes_sink(&b), "model.xyz", d),
                     PARLEY_EUSAGE);
    assert_string_equal(parley_diags_get(d, 0)->code, "import/unknown");
    parley_diags_free(d);
}

/* What the viewer may not see can't be found by asking for it either. */
static void hidden_things_are_as_if_they_were_not(void **state) {
    (void)state;
    const char *hidden =
        strstr(small, "id: s1,"); /* the record's only entry is hidden here */
    char text[2048];
    (void)snprintf(text, sizeof text, "%.*sid: s1, protect: true,%s",
                   (int)(hidden - small), small, hidden + strlen("id: s1,"));
    session s = load(text);
    assert_non_null(s.c);
    const parley_option options[] = {
        ends[0], ends[1], {"for", "b"}, {"without", "s1"}};
    assert_int_equal(parley_look(&s.r, s.c, "route", options, 4, s.d),
                     PARLEY_EUSAGE);
    assert_string_equal(parley_diags_get(s.d, 0)->code, "option/unknown-entry");
    assert_null(parley_diags_get(s.d, 0)->hint);
    end(&s);
}

static void everything_that_can_be_asked_is_described(void **state) {
    (void)state;
    for (size_t i = 0; i < parley_lens_count(); i++) {
        parley_lens_info l = parley_lens_get(i);
        assert_true(strlen(l.name) > 0 && strlen(l.question) > 10);
        assert_true(l.operands_least <= l.operands_most);
        assert_non_null(l.operands);
        for (size_t j = 0; j < l.option_count; j++)
            assert_true(strlen(l.options[j].help) > 5);
    }
    for (size_t i = 0; i < parley_option_count(); i++)
        assert_true(strlen(parley_option_get(i).help) > 5);
    for (size_t i = 0; i < parley_format_count(); i++)
        assert_true(strchr(parley_format_get(i).mime, '/') != NULL);
    assert_string_equal(parley_status_text(PARLEY_ENOMEM), "memory ran out");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(freeing_nothing_does_nothing),
        cmocka_unit_test(a_case_outlives_its_text_and_a_result_its_case),
        cmocka_unit_test(values_are_found_by_path),
        cmocka_unit_test(wrong_options_are_refused),
        cmocka_unit_test(a_lens_or_format_that_is_none_is_refused),
        cmocka_unit_test(a_figure_that_is_none_is_refused),
        cmocka_unit_test(a_failed_write_is_told),
        cmocka_unit_test(files_that_can_not_be_read_are_told),
        cmocka_unit_test(check_speaks_of_cases_with_errors),
        cmocka_unit_test(check_strict_lists_what_has_no_source),
        cmocka_unit_test(an_entry_that_makes_a_case_too_large),
        cmocka_unit_test(size_is_told_from_other_errors),
        cmocka_unit_test(a_report_of_four_gigabytes_is_refused),
        cmocka_unit_test(a_file_of_no_known_tool_is_refused),
        cmocka_unit_test(hidden_things_are_as_if_they_were_not),
        cmocka_unit_test(everything_that_can_be_asked_is_described),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
