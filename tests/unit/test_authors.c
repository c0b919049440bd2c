/* SPDX-License-Identifier: Apache-2.0
 * A party that puts a proposal forward would sign it: what the record makes of
 * that, until the party says otherwise. */
#include "asked.h"
#include "record/evidence.h"
#include "record/survey.h"
#include "test_memory.h"

#define HEAD                                                                   \
    "parley: 1\ncase: authors\nas-of: 2024-06-01\n"                            \
    "sources:\n"                                                               \
    "  r1: {title: R1, outlet: Post, date: 2024-05-01, grade: B}\n"            \
    "  r2: {title: R2, outlet: Gazette, date: 2024-05-20, grade: A}\n"         \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "others: {m: {name: M}}\n"                                                 \
    "issues: {i: {options: [i0, i1], now: i0}}\n"

#define PLAN "plan: [{lasts: open, terms: {i: i1}}]"

static const case_model *c;
static const record_evidence *evidence;

static void weigh(const char *proposals, const char *record) {
    c = case_of(
        arena_format(memory, "%sproposals:\n  %s\n%s", HEAD, proposals, record),
        memory);
    evidence = record_weigh(c, memory);
}

/* The party's standing answer to the first proposal, if there is just one. */
static const record_claim *answer_of(int party) {
    const record_claim *found = NULL;
    for (int i = 0; i < evidence->claim_count; i++) {
        const record_claim *k = &evidence->claims[i];
        if (k->party != party || k->replaced_by >= 0) continue;
        assert_null(found);
        found = k;
    }
    return found;
}

#define PROPOSED                                                               \
    "p: {by: [a, m], source: r1 par. 2, date: 2024-05-03, " PLAN "}"

static void who_proposes_would_sign(void **state) {
    (void)state;
    weigh(PROPOSED, "");
    const record_claim *k = answer_of(0);
    assert_non_null(k);
    assert_int_equal(k->kind, CASE_ACCEPT);
    assert_false(k->own);
    assert_false(k->assumed);
    /* An official's word in a source graded B: 0.5 + 0.35 * 0.8. */
    assert_near(k->credence, 0.78, 1e-12);
    const case_entry *e = &c->record[k->entry];
    assert_string_equal(e->id, "p by a");
    assert_string_equal(case_origin_print(c, &e->origin, memory), "r1 par. 2");
    assert_string_equal(time_print(e->date, memory), "2024-05-03");
    assert_int_equal(case_entry_find(c, "p by a"), k->entry);
    assert_null(answer_of(1));
    assert_int_equal(evidence->claim_count, 1); /* M is no party */
    assert_true(evidence->rejected[0] < 1e-12);
}

static void it_is_counted_apart_and_as_no_statement(void **state) {
    (void)state;
    weigh(PROPOSED, "");
    const record_survey *s = record_survey_make(c, evidence, memory);
    assert_int_equal(s->statements, 0);
    assert_int_equal(s->coverage[0].proposed, 1);
    assert_int_equal(s->coverage[0].reported, 0);
    assert_int_equal(s->coverage[0].own, 0);
    assert_int_equal(s->corroboration_count, 0);
}

static void saying_so_too_does_not_double_it(void **state) {
    (void)state;
    weigh(PROPOSED,
          "record:\n  - {id: s1, kind: accept, by: a, for: a, source: r2,"
          " about: p}\n");
    const record_claim *k = answer_of(0);
    assert_true(k->own);
    assert_int_equal(k->repeats.count, 1);
    assert_near(k->credence, 0.86, 1e-12);
    const record_survey *s = record_survey_make(c, evidence, memory);
    assert_int_equal(s->corroboration_count, 0);
}

static void a_later_no_replaces_it(void **state) {
    (void)state;
    weigh(PROPOSED,
          "record:\n  - {id: s1, kind: reject, by: m, for: a, source: r2,"
          " about: p}\n");
    assert_int_equal(answer_of(0)->kind, CASE_REJECT);
    weigh(PROPOSED,
          "record:\n  - {id: s1, kind: reject, by: a, for: a, source: r1,"
          " date: 2024-05-03, about: p}\n");
    assert_int_equal(answer_of(0)->kind, CASE_REJECT); /* of the same day */
    weigh(PROPOSED,
          "record:\n  - {id: s1, kind: reject, by: m, for: a, source: r1,"
          " about: p}\n");
    assert_int_equal(answer_of(0)->kind, CASE_ACCEPT); /* said before */
}

static void taking_it_back_ends_it_and_is_no_no(void **state) {
    (void)state;
    weigh(PROPOSED,
          "record:\n  - {id: s1, kind: withdraw, by: a, for: a, source: r2,"
          " about: p}\n");
    assert_null(answer_of(0));
    assert_int_equal(evidence->claim_count, 1);
    assert_int_equal(evidence->claims[0].replaced_by, case_entry_find(c, "s1"));
}

static void not_every_author_gives_a_word(void **state) {
    (void)state;
    static const char *const none[] = {
        "p: {by: a, source: analyst, " PLAN "}",
        "p: {by: a, source: r1, status: withdrawn, " PLAN "}",
        "p: {by: a, source: r1, date: 2024-06-02, " PLAN "}",
        "p: {by: m, source: r1, " PLAN "}",
        "p: {source: r1, " PLAN "}",
    };
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        weigh(none[i], "");
        assert_int_equal(c->record_count, 0);
    }
    weigh("p: {by: a, " PLAN "}", ""); /* no source: as one graded C */
    assert_near(answer_of(0)->credence, 0.7, 1e-12);
}

static void what_hides_the_proposal_hides_it(void **state) {
    (void)state;
    weigh("p: {by: a, source: r1, visible: [b], " PLAN "}", "");
    case_selection seen = {.viewer = 1};
    assert_int_equal(case_select(c, seen, memory)->record_count, 1);
    seen.viewer = 0;
    assert_int_equal(case_select(c, seen, memory)->record_count, 0);
    case_selection before = {.viewer = -1};
    assert_true(time_parse("2024-04-30", &before.at));
    assert_int_equal(case_select(c, before, memory)->record_count, 0);
    const char *left[] = {"p by a"};
    case_selection without = {.viewer = -1, .without = {left, 1}};
    assert_int_equal(case_select(c, without, memory)->record_count, 0);
}

static bool is_asked(const char *proposals, const char *record,
                     const char *id) {
    const parley_option few = {"draws", "400"};
    const char *text =
        arena_format(memory, "%sproposals:\n  %s\n%s", HEAD, proposals, record);
    parley_result *r = asked("ask", text, &few, 1);
    bool found = false;
    for (size_t i = 0; i < get(r, "questions").count; i++) {
        const char *path = arena_format(memory, "questions/%zu/id", i);
        found = found || !strcmp(get(r, path).text, id);
    }
    parley_result_free(r);
    return found;
}

static void nobody_is_asked_for_their_own(void **state) {
    (void)state;
    assert_false(is_asked(PROPOSED, "", "a/accept/p"));
    assert_true(is_asked(PROPOSED, "", "b/accept/p"));
    assert_true(is_asked(PROPOSED,
                         "record:\n  - {id: s1, kind: withdraw, by: a, for: a,"
                         " source: r2, about: p}\n",
                         "a/accept/p"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(who_proposes_would_sign),
        TEST(it_is_counted_apart_and_as_no_statement),
        TEST(saying_so_too_does_not_double_it),
        TEST(a_later_no_replaces_it),
        TEST(taking_it_back_ends_it_and_is_no_no),
        TEST(not_every_author_gives_a_word),
        TEST(what_hides_the_proposal_hides_it),
        TEST(nobody_is_asked_for_their_own),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
