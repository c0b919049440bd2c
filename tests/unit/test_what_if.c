/* SPDX-License-Identifier: Apache-2.0
 * --what-if: a changed case is the case that a file edited by hand gives, and
 * a lens answers on it as on that file. */
#include "asked.h"
#include "case_dump.h"
#include "test_memory.h"

#include "base/text.h"
#include "case/what_if.h"

/* What stands between two marks is what the changes are about. */
#define CASE(model, terms, fail, record, rules)                                \
    "parley: 1\ncase: t\nas-of: 2031-01-01\n"                                  \
    "sources: {r: {date: 2031-01-01}}\n"                                       \
    "parties: {a: {}, b: {}}\n"                                                \
    "issues:\n"                                                                \
    "  war: {options: [active, paused, ended], now: active, scale: true}\n"    \
    "  gate/way: {options: [shut, open], now: shut, by: a}\n"                  \
    "rules: [" rules "]\n" model "record:\n" record "proposals:\n"             \
    "  p: {source: r, plan: [{terms: {" terms "}, lasts: 7 days,\n"            \
    "      talks: {\"on\": [gate/way], fail: " fail "}}]}\n"

#define S1                                                                     \
    "  - {id: s1, for: a, by: a, source: r, kind: demand, about: {war: "       \
    "ended}}\n"
#define S2                                                                     \
    "  - {id: s2, for: b, by: b, source: r, kind: demand, about: "             \
    "{gate/way: open}}\n"
#define RULE "war = ended -> 'gate/way' = open"

static const char whole[] =
    CASE("model: {honour: 0.5}\n", "war: paused", "resume", S1 S2, RULE);

static const case_model *changed(const char *const *changes, int count,
                                 parley_diags *d) {
    const case_model *out = NULL;
    text_list all = {changes, count};
    bool ok = case_what_if(&out, case_of(whole, memory), all, memory, d);
    return ok ? out : NULL;
}

static void expect_same(const char *change, const char *edited) {
    const case_model *c = changed(&change, 1, NULL);
    if (!c) fail_msg("%s is refused", change);
    assert_string_equal(case_dump(c, memory),
                        case_dump(case_of(edited, memory), memory));
    assert_string_not_equal(case_dump(c, memory),
                            case_dump(case_of(whole, memory), memory));
}

static void a_change_is_an_edit(void **state) {
    (void)state;
    expect_same("model/honour=0.9", CASE("model: {honour: 0.9}\n",
                                         "war: paused", "resume", S1 S2, RULE));
    expect_same("model=", CASE("", "war: paused", "resume", S1 S2, RULE));
    expect_same(" model / face = [0, 0.1]",
                CASE("model: {honour: 0.5, face: [0, 0.1]}\n", "war: paused",
                     "resume", S1 S2, RULE));
    expect_same(
        "proposals/p/plan/1/talks/fail=stay",
        CASE("model: {honour: 0.5}\n", "war: paused", "stay", S1 S2, RULE));
    expect_same("record/s1=", CASE("model: {honour: 0.5}\n", "war: paused",
                                   "resume", S2, RULE));
    expect_same("record/2=", CASE("model: {honour: 0.5}\n", "war: paused",
                                  "resume", S1, RULE));
    expect_same("rules/1=", CASE("model: {honour: 0.5}\n", "war: paused",
                                 "resume", S1 S2, ""));
    expect_same("proposals/p/plan/1/terms/gate~1way=open",
                CASE("model: {honour: 0.5}\n", "war: paused, gate/way: open",
                     "resume", S1 S2, RULE));
}

static void an_item_can_be_added(void **state) {
    (void)state;
    const char *change =
        "record/2={id: s2, for: b, by: b, source: r, kind: demand, "
        "about: {gate/way: open}}";
    const char *both[] = {"record/s2=", change};
    const case_model *c = changed(both, 2, NULL);
    assert_non_null(c);
    assert_string_equal(case_dump(c, memory),
                        case_dump(case_of(whole, memory), memory));
}

static void a_bad_change_is_shown_where_it_is(void **state) {
    (void)state;
    static const struct {
        const char *change, *code;
        int column;
    } bad[] = {
        {"model", "case/what-if", 1},
        {"=1", "case/what-if", 1},
        {"model//x=1", "case/what-if", 7},
        {"model/honour/x=1", "case/what-if", 14},
        {"models/honour=0.4", "case/unknown-key", 1},
        {"record/s9=", "case/what-if", 8},
        {"record/4={}", "case/what-if", 8},
        {"record/0={}", "case/what-if", 8},
        {"proposals/q/plan/1/lasts=2 days", "case/what-if", 11},
        {"model/honour=2", "case/range", 14},
        {"model/honour={", "yaml/syntax", 15},
        {"issues/war/now=over", "case/unknown-option", 16},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        parley_diags *d = parley_diags_new(NULL);
        assert_null(changed(&bad[i].change, 1, d));
        const parley_diag *p = parley_diags_get(d, 0);
        if (!text_same(p->code, bad[i].code) || p->column != bad[i].column)
            fail_msg("%s: %d %s", bad[i].change, p->column, p->code);
        parley_diags_free(d);
    }
}

static void all_bad_changes_are_reported(void **state) {
    (void)state;
    const char *two[] = {"record/s9=", "=1"};
    parley_diags *d = parley_diags_new(NULL);
    assert_null(changed(two, 2, d));
    assert_int_equal(parley_diags_count(d), 2);
    parley_diags_free(d);
}

static void a_lens_answers_as_on_the_edited_file(void **state) {
    (void)state;
    const char *edited =
        CASE("model: {honour: 0.5}\n", "war: paused", "stay", S1 S2, RULE);
    parley_option options[] = {
        {"draws", "200"}, {"what-if", "proposals/p/plan/1/talks/fail=stay"}};
    parley_result *as = asked("plans", whole, options, 2);
    parley_result *by_hand = asked("plans", edited, options, 1);
    parley_result *before = asked("plans", whole, options, 1);
    double want = get(by_hand, "plans/0/all").number;
    assert_near(get(as, "plans/0/all").number, want, 0);
    assert_true(get(before, "plans/0/all").number != want);
    assert_int_equal(get(as, "selection/what-if").count, 1);
    assert_int_equal(get(before, "selection/what-if").count, 0);
    parley_result_free(as);
    parley_result_free(by_hand);
    parley_result_free(before);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_change_is_an_edit, set_up, tear_down),
        cmocka_unit_test_setup_teardown(an_item_can_be_added, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_bad_change_is_shown_where_it_is,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(all_bad_changes_are_reported, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_lens_answers_as_on_the_edited_file,
                                        set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
