/* SPDX-License-Identifier: Apache-2.0
 * The record from above: coverage, corroboration, contradictions, words. */
#include "case_test.h"
#include "record/contradict.h"
#include "record/phrase.h"
#include "record/survey.h"
#include "test_memory.h"

#define HEAD                                                                   \
    "parley: 1\ncase: record\nas-of: 2024-06-01\n"                             \
    "sources:\n"                                                               \
    "  r1: {outlet: Post, via: [AFP], date: 2024-05-01}\n"                     \
    "  r2: {outlet: Herald, via: [AFP], date: 2024-05-02}\n"                   \
    "  r3: {outlet: Gazette, date: 2024-05-03}\n"                              \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "others: {m: {name: M}}\n"                                                 \
    "people: {lead: {name: Lead, of: a, office: leader},\n"                    \
    "  out: {name: Out, of: m, office: official}}\n"                           \
    "issues:\n"                                                                \
    "  i: {options: [i0, i1, i2], now: i0, scale: true, by: a}\n"              \
    "  j: {options: [j0, j1], now: j0, by: b}\n"                               \
    "  price: {from: 0, to: 8, step: 2, unit: M, now: 0}\n"                    \
    "proposals:\n"                                                             \
    "  p: {name: plan P, by: b, plan: [{lasts: open, terms: {i: i1}}]}\n"      \
    "  q: {plan: [{lasts: 3 days, terms: {j: j1}, talks: {on: [i],"            \
    " fail: resume}}]}\n"                                                      \
    "  v: {source: analyst, plan: [{lasts: open}]}\n"                          \
    "record:\n"

static const case_model *c;
static const record_evidence *evidence;

static const record_survey *survey(const char *record) {
    c = case_of(arena_format(memory, "%s%s", HEAD, record), memory);
    evidence = record_weigh(c, memory);
    return record_survey_make(c, evidence, memory);
}

static void statements_count_by_whose_word_they_are(void **state) {
    (void)state;
    const record_survey *s = survey(
        "  - {id: s1, kind: demand, for: a, by: lead, source: r1, about: {i:"
        " i1}}\n"
        "  - {id: s2, kind: said, for: [a, b], by: out, source: r2, about:"
        " x}\n"
        "  - {id: a1, kind: prefer, for: b, source: analyst, credence: 0.6,"
        " about: {j: j1}, over: {j: j0}}\n"
        "  - {id: s3, kind: no-comment, for: a, by: lead, source: r3, about:"
        " p}\n"
        "  - {id: k1, kind: call, between: [lead, out], source: r3,"
        " date: 2024-05-09}\n"
        "  - {id: k2, kind: call, between: [lead, out], source: r3}\n"
        "  - {id: d1, kind: said, for: a, source: r3, about: x,"
        " draft: {rule: y}}\n");
    assert_int_equal(s->statements, 4);
    assert_int_equal(s->contacts, 2);
    assert_int_equal(s->drafts, 1);
    assert_int_equal(s->coverage[0].own, 1);
    assert_int_equal(s->coverage[0].reported, 1);
    assert_int_equal(s->coverage[1].reported, 1);
    assert_int_equal(s->coverage[1].proposed, 1); /* p */
    assert_int_equal(s->coverage[1].assumed, 1);
    assert_int_equal(s->own + s->reported + s->assumed, 4);
    assert_int_equal(s->proposed, 1);
    assert_int_equal(s->coverage[0].last_own, 0);
    assert_int_equal(s->coverage[1].last_own, -1);
    assert_int_equal(s->coverage[0].no_comment.items[0], 3);
    assert_string_equal(c->record[s->in_time.items[0]].id, "k2");
}

static void silence_is_listed(void **state) {
    (void)state;
    const record_survey *s = survey(
        "  - {id: s1, kind: refuse, for: a, by: lead, source: r1,"
        " about: any-condition}\n"
        "  - {id: s2, kind: reject, for: a, by: lead, source: r1, about: p}\n"
        "  - {id: a1, kind: demand, for: b, source: analyst, credence: 0.6,"
        " about: {j: j1}}\n");
    const record_coverage *a = &s->coverage[0], *b = &s->coverage[1];
    assert_int_equal(a->silent.count, 2); /* j and price */
    assert_int_equal(a->unanswered.count, 1);
    assert_string_equal(c->proposals[a->unanswered.items[0]].id, "q");
    assert_int_equal(b->assumed_of.count, 1);
    assert_int_equal(b->silent.count, 2);
    /* Its own proposal is not waiting for its answer. */
    assert_int_equal(b->unanswered.count, 1);
}

static void chains_are_counted_by_shared_links(void **state) {
    (void)state;
    const record_survey *s = survey(
        "  - {id: s1, kind: demand, for: a, source: r1, about: {i: i1}}\n"
        "  - {id: s2, kind: demand, for: a, source: r2, about: {i: i1}}\n"
        "  - {id: s3, kind: demand, for: a, source: r3, about: {i: i1},"
        " confirms: s1}\n"
        "  - {id: s4, kind: said, for: a, source: r1, about: x}\n"
        "  - {id: s5, kind: said, for: a, source: r2, about: x,"
        " confirms: s4}\n"
        "  - {id: s6, kind: said, for: a, source: r3, about: x}\n");
    assert_int_equal(s->corroboration_count, 2);
    assert_int_equal(s->corroborations[0].entries.count, 3);
    assert_int_equal(s->corroborations[0].chains, 2);
    assert_int_equal(s->corroborations[1].entries.count, 2);
    assert_int_equal(s->corroborations[1].chains, 1);
}

/* --- Contradictions --- */

/* "s1 s2" for each pair found, joined by "; ". */
static const char *clashes(const char *record) {
    survey(record);
    record_clashes found = record_find_clashes(c, evidence, memory);
    const char *text = "";
    for (int i = 0; i < found.count; i++)
        text = arena_format(memory, "%s%s%s %s", text, i > 0 ? "; " : "",
                            c->record[found.items[i].a].id,
                            c->record[found.items[i].b].id);
    return text;
}

static void wanting_what_one_refuses_is_one(void **state) {
    (void)state;
    assert_string_equal(
        clashes("  - {id: s1, kind: demand, for: a, source: r1, about: {i:"
                " i1}}\n"
                "  - {id: s2, kind: refuse, for: a, source: r1, about: {i:"
                " [i1, i2]}}\n"
                "  - {id: s3, kind: refuse, for: b, source: r1, about: {i:"
                " i1}}\n"
                "  - {id: s4, kind: refuse, for: a, source: r1, about: {i: i1,"
                " j: j1}}\n"),
        "s1 s2; s3 p by b");
}

static void scope_keeps_truce_and_settlement_apart(void **state) {
    (void)state;
    assert_string_equal(
        clashes("  - {id: s1, kind: offer, for: a, source: r1, about: {i:"
                " i1}}\n"
                "  - {id: s2, kind: refuse, for: a, source: r1,"
                " scope: truce, about: {i: i1}}\n"),
        "");
}

static void an_offer_is_a_condition(void **state) {
    (void)state;
    static const char any[] = "  - {id: s2, kind: refuse, for: a, source: r1,"
                              " about: any-condition}\n";
    assert_string_equal(
        clashes(arena_format(memory,
                             "  - {id: s1, kind: offer, for: a, source: r1,"
                             " about: {i: i1}}\n%s",
                             any)),
        "s1 s2");
    /* j is carried out by the other side. */
    assert_string_equal(
        clashes(arena_format(memory,
                             "  - {id: s1, kind: offer, for: a, source: r1,"
                             " about: {j: j1}}\n%s",
                             any)),
        "");
}

static void two_orders_are_one(void **state) {
    (void)state;
    assert_string_equal(
        clashes("  - {id: s1, kind: matters, for: a, source: r1, about: i,"
                " over: j}\n"
                "  - {id: s2, kind: matters, for: a, source: r1, about: j,"
                " over: i}\n"
                "  - {id: s3, kind: prefer, for: b, source: r1, about: {i:"
                " i1}, over: {i: i0}}\n"
                "  - {id: s4, kind: prefer, for: b, source: r1, about: {i:"
                " i0}, over: {i: i1}}\n"),
        "s1 s2; s3 s4");
}

static void accepting_what_one_refuses_is_one(void **state) {
    (void)state;
    assert_string_equal(
        clashes("  - {id: s1, kind: accept, for: a, source: r1, about: p}\n"
                "  - {id: s2, kind: refuse, for: a, source: r1, about: {i:"
                " i1}}\n"
                "  - {id: s3, kind: require, for: a, source: r1, about: {j:"
                " j1}}\n"
                "  - {id: s4, kind: accept, for: b, source: r1, about: q}\n"
                "  - {id: s5, kind: require, for: b, source: r1, about: {i:"
                " i2}}\n"
                "  - {id: s6, kind: require, for: b, source: r1, about: {i:"
                " i2}, scope: truce}\n"),
        /* s5 is left to the talks of q; p, which b proposes, has none */
        "s1 s2; s1 s3; s4 s6; s5 p by b; s6 p by b");
}

static void what_was_replaced_is_none(void **state) {
    (void)state;
    assert_string_equal(
        clashes("  - {id: s1, kind: demand, for: a, source: r1, about: {i:"
                " i1}}\n"
                "  - {id: s2, kind: refuse, for: a, source: r1, about: {i:"
                " i1}}\n"
                "  - {id: s3, kind: demand, for: a, source: r2, about: {i:"
                " i2}}\n"),
        "");
}

static void positions_side_by_side_are_one(void **state) {
    (void)state;
    assert_string_equal(
        clashes("  - {id: s1, kind: accept, for: a, by: lead, source: r1,"
                " about: p}\n"
                "  - {id: s2, kind: reject, for: a, by: out, source: r2,"
                " about: p}\n"),
        "s1 s2");
}

/* --- Words --- */

static const char *about(const char *entry) {
    survey(arena_format(memory, "  - {id: s0, %s}\n", entry));
    return arena_format(
        memory, "%s %s", record_verb(c->record[0].kind),
        record_about_print(c, &c->record[0], c->record[0].about, memory));
}

static void entries_read_as_sentences(void **state) {
    (void)state;
    assert_string_equal(about("kind: demand, for: a, source: r1, scope: truce,"
                              " about: {i: [i1, i2], price: ['4', '6', '8']}"),
                        "demands i: i1 or i2, price: 4 to 8 M (for a truce)");
    assert_string_equal(about("kind: refuse, for: a, source: r1,"
                              " about: any-condition"),
                        "refuses any condition it would carry out itself");
    assert_string_equal(about("kind: trade, for: a, source: r1, about: {i:"
                              " i1}, in-return: {j: j1}"),
                        "would give i: i1 in return for j: j1");
    assert_string_equal(about("kind: matters, for: a, source: r1, about: i,"
                              " over: j"),
                        "cares more for i than for j");
    assert_string_equal(about("kind: accept, for: a, source: r1, about: p"),
                        "accepts plan P");
    assert_string_equal(about("kind: doubt, for: a, source: r1, of: m"),
                        "doubts the promises of M");
    assert_string_equal(about("kind: no-comment, for: a, source: r1,"
                              " about: the weather"),
                        "does not comment on the weather");
}

static void speakers_are_named_as_the_case_names_them(void **state) {
    (void)state;
    survey("  - {id: s1, kind: said, for: a, by: [lead, m], source: r1,"
           " about: x}\n"
           "  - {id: s2, kind: said, for: a, source: r1, about: x}\n"
           "  - {id: s3, kind: said, for: a, by: some diplomats,"
           " count: several, source: r1, about: x}\n"
           "  - {id: s4, kind: status, by: report, source: r1, about: x}\n"
           "  - {id: a1, kind: doubt, of: b, for: a, source: analyst,"
           " credence: 0.6}\n");
    static const char *const names[] = {"Lead and M",     "an unnamed speaker",
                                        "some diplomats", "the report itself",
                                        "the analyst",    "B"};
    for (int i = 0; i < c->record_count; i++)
        assert_string_equal(record_speakers_print(c, &c->record[i], memory),
                            names[i]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(statements_count_by_whose_word_they_are),
        TEST(silence_is_listed),
        TEST(chains_are_counted_by_shared_links),
        TEST(wanting_what_one_refuses_is_one),
        TEST(scope_keeps_truce_and_settlement_apart),
        TEST(an_offer_is_a_condition),
        TEST(two_orders_are_one),
        TEST(accepting_what_one_refuses_is_one),
        TEST(what_was_replaced_is_none),
        TEST(positions_side_by_side_are_one),
        TEST(entries_read_as_sentences),
        TEST(speakers_are_named_as_the_case_names_them),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
