/* SPDX-License-Identifier: Apache-2.0
 * The checklist of a proposal: what makes a piece disputed, missing or in
 * place, and which words set a wording note off. */
#include "record/pieces.h"

#include "base/text.h"
#include "case_test.h"
#include "test_memory.h"

#define HEAD                                                                   \
    "parley: 1\ncase: pieces\nas-of: 2024-06-01\n"                             \
    "sources: {r: {date: 2024-05-01}}\n"                                       \
    "parties:\n"                                                               \
    "  a: {name: A, bodies: {council: {must-consent: true, source: r},"        \
    " bureau: {seat: X}}}\n"                                                   \
    "  b: {name: B}\n"                                                         \
    "others: {m: {name: M, role: mediator}, h: {name: H, role: host},"         \
    " z: {name: Z, role: ally}}\n"                                             \
    "people: {la: {name: La, of: a, office: leader},"                          \
    " lb: {name: Lb, of: b, office: leader}}\n"                                \
    "issues:\n"                                                                \
    "  i: {options: [i0, i1, i2], now: i0, by: a}\n"                           \
    "  j: {options: [j0, j1], now: j0, by: b}\n"                               \
    "  k: {options: [k0, k1], now: k0}\n"

#define PLAIN                                                                  \
    "proposals:\n"                                                             \
    "  p: {by: b, plan: [{lasts: 7 days, terms: {i: i1}, talks: {on: [j],"     \
    " fail: resume}}]}\n"                                                      \
    "  other-name: {plan: [{lasts: 7 days, terms: {i: i1}, talks: {on: [j],"   \
    " fail: resume}}]}\n"

static const case_model *c;

static record_pieces pieces(const char *rest) {
    c = case_of(arena_format(memory, "%s%s", HEAD, rest), memory);
    return record_pieces_find(c, record_weigh(c, memory),
                              record_network_build(c, memory),
                              case_proposal_find(c, "p"), memory);
}

static record_pieces plain(const char *record) {
    return pieces(arena_format(memory, "%srecord:\n%s", PLAIN, record));
}

static record_pieces with_plan(const char *plan) {
    return pieces(arena_format(memory, "proposals:\n  p: %s\n", plan));
}

/* Its status, or "" when there is no such piece. */
static const char *status_of(const record_pieces *all, const char *subject) {
    for (int i = 0; i < all->count; i++)
        if (text_same(all->items[i].subject, subject))
            return piece_status_name(all->items[i].status);
    return "";
}

static const piece *piece_of(const record_pieces *all, const char *subject) {
    for (int i = 0; i < all->count; i++)
        if (text_same(all->items[i].subject, subject)) return &all->items[i];
    return NULL;
}

#define SAME(all, subject, status)                                             \
    assert_string_equal(status_of(&(all), (subject)), (status))

static void an_answer_is_the_partys(void **state) {
    (void)state;
    record_pieces p = plain("  - {id: s, kind: no-comment, for: a, by: la,"
                            " source: r, about: p}\n");
    SAME(p, "A", "missing");
    assert_int_equal(piece_of(&p, "A")->source_count, 1);
    SAME(p, "B", "in-place"); /* it is its own proposal */
    p = plain("  - {id: s, kind: accept, for: a, by: la, source: r,"
              " about: p}\n");
    SAME(p, "A", "in-place");
    p = plain("  - {id: s, kind: reject, for: a, by: la, source: r,"
              " about: p}\n"
              "  - {id: t, kind: reject, for: b, by: lb, source: r,"
              " about: p}\n");
    SAME(p, "A", "disputed");
    SAME(p, "B", "disputed");
    p = plain("  - {id: s, kind: accept, for: a, source: analyst,"
              " credence: 0.9, about: p}\n");
    SAME(p, "A", "missing");
}

static void an_answer_to_the_same_plan_counts(void **state) {
    (void)state;
    record_pieces p = plain("  - {id: s, kind: reject, for: a, by: la,"
                            " source: r, about: other-name}\n");
    SAME(p, "A", "disputed");
}

static void a_body_that_must_consent_is_asked_for(void **state) {
    (void)state;
    record_pieces p = plain("  []\n");
    SAME(p, "council of A", "missing");
    assert_null(piece_of(&p, "bureau of A, in X"));
    p = plain("  - {id: s, kind: accept, for: a, by: Council, count: several,"
              " source: r, about: p}\n");
    SAME(p, "council of A", "in-place");
}

static void a_refused_term_is_disputed(void **state) {
    (void)state;
    record_pieces p = plain("  - {id: s, kind: refuse, for: a, by: la,"
                            " source: r, about: any-condition}\n");
    SAME(p, "i: i1", "disputed");
    p = plain("  - {id: s, kind: refuse, for: b, by: lb, source: r,"
              " about: any-condition}\n");
    SAME(p, "i: i1", ""); /* it is a's to carry out */
    p = plain("  - {id: s, kind: refuse, for: b, by: lb, source: r,"
              " about: {i: [i1, i2]}}\n");
    SAME(p, "i: i1", "disputed");
}

static void demands_are_met_left_or_opposed(void **state) {
    (void)state;
    record_pieces p = plain("  - {id: s, kind: demand, for: b, by: lb,"
                            " source: r, about: {i: [i1, i2], j: j1, k: k0}}\n"
                            "  - {id: t, kind: require, for: a, by: la,"
                            " source: r, about: {k: k1}}\n");
    SAME(p, "B (i: i1 or i2)", "in-place");
    SAME(p, "B (j: j1)", "missing");  /* left to the talks */
    SAME(p, "B (k: k0)", "in-place"); /* so it is today */
    SAME(p, "A (k: k1)", "disputed"); /* b asks for k0 */
    p = plain("  - {id: s, kind: demand, for: b, by: lb, source: r,"
              " about: {i: i2}}\n");
    SAME(p, "B (i: i2)", "missing"); /* set otherwise */
}

static void any_condition_opposes_a_change(void **state) {
    (void)state;
    record_pieces p = plain("  - {id: s, kind: demand, for: b, by: lb,"
                            " source: r, about: {i: i2}}\n"
                            "  - {id: t, kind: refuse, for: a, source: r,"
                            " scope: truce, about: any-condition}\n");
    SAME(p, "B (i: i2)", "disputed");
}

static void what_was_given_up_is_no_demand(void **state) {
    (void)state;
    record_pieces p = plain("  - {id: s, kind: demand, for: b, by: lb,"
                            " source: r, about: {i: i2}}\n"
                            "  - {id: t, kind: demand, for: b, by: lb,"
                            " source: r, about: {i: i1}}\n");
    SAME(p, "B (i: i2)", "");
    SAME(p, "B (i: i1)", "in-place");
}

static void guarantees_count_by_their_latest_word(void **state) {
    (void)state;
    record_pieces p = with_plan(
        "{plan: [{lasts: 7 days}], guarantees: ["
        "{by: m, to: a, of: truce, status: asked, date: 2024-05-01},"
        " {by: m, to: a, of: truce, status: offered, date: 2024-05-02},"
        " {by: h, of: [i, j], status: withheld, source: r}]}");
    SAME(p, "of the truce, by M to A", "in-place");
    SAME(p, "of i and j, by H to all", "missing");
}

static void a_doubt_asks_for_a_guarantee(void **state) {
    (void)state;
    static const char doubt[] = "  - {id: s, kind: doubt, for: a, by: la,"
                                " of: b, source: r}\n";
    static const char subject[] = "for A, who doubts the promises of B";
    record_pieces p = plain(doubt);
    SAME(p, subject, "missing");
    p = pieces(arena_format(
        memory,
        "proposals:\n  p: {plan: [{lasts: 7 days, terms: {i: i1}}]}\n"
        "record:\n%s",
        doubt));
    SAME(p, subject, ""); /* nothing in it is b's to carry out */
    p = pieces(arena_format(
        memory,
        "proposals:\n  p: {plan: [{lasts: 7 days, terms: {j: j1}}],"
        " guarantees: [{by: m, to: a, of: truce, status: offered}]}\n"
        "record:\n%s",
        doubt));
    SAME(p, subject, "in-place");
}

static void who_carries_the_talks_needs_routes(void **state) {
    (void)state;
    record_pieces p = pieces("channels:\n"
                             "  - {between: [m, a], state: open}\n"
                             "  - {between: [m, h], state: open}\n"
                             "  - {between: [h, b], state: barred}\n"
                             "proposals:\n  p: {plan: [{lasts: 1 day}]}\n");
    SAME(p, "M to A", "in-place");
    SAME(p, "H to A", "in-place");
    SAME(p, "H to B", "missing");
    SAME(p, "Z to A", ""); /* an ally carries nothing */
    assert_non_null(strstr(piece_of(&p, "H to A")->text, "through M"));
    assert_non_null(strstr(piece_of(&p, "H to B")->text, "barred"));
}

static void talks_need_host_place_and_delegations(void **state) {
    (void)state;
    record_pieces p = plain("  - {id: s, kind: pending, for: a, source: r,"
                            " about: its delegation}\n"
                            "  - {id: t, kind: said, for: b, source: r,"
                            " about: delegations, gist: on their way}\n");
    SAME(p, "host", "missing"); /* no place */
    SAME(p, "delegation of A", "missing");
    SAME(p, "delegation of B", "in-place");
    p = with_plan("{plan: [{lasts: 7 days, talks: {on: [i], in: Rome,"
                  " fail: resume}}]}");
    SAME(p, "host", "in-place");
    SAME(p, "delegation of A", "missing");
    p = with_plan("{plan: [{lasts: 7 days}]}");
    SAME(p, "host", "");
    SAME(p, "venue", "");
}

static void clauses_are_settled_open_or_read_differently(void **state) {
    (void)state;
    record_pieces p = with_plan(
        "{plan: [{lasts: open, starts: 2024-06-02, talks: {on: [i], in: Rome,"
        " fail: stay}}], truce: {kind: cessation},"
        " clauses: {breach: the court rules, monitoring:"
        " {text: to be agreed, status: open}, commission: {status: none},"
        " access: {text: roads, readings: {a: all, b: one}}, forces:"
        " {text: north, readings: {a: same, b: same}}}}");
    SAME(p, "breach", "in-place");
    SAME(p, "monitoring", "missing");
    SAME(p, "commission", "missing");
    SAME(p, "access", "disputed");
    SAME(p, "forces", "in-place");
    SAME(p, "languages", "missing");
    assert_true(piece_of(&p, "languages")->unsaid);
    SAME(p, "start", "in-place");
    SAME(p, "venue", "in-place");
    SAME(p, "agenda", "in-place");
    SAME(p, "duration", "in-place");
    SAME(p, "deadline", "missing"); /* an open phase, none given */
}

static void a_denied_clause_is_disputed(void **state) {
    (void)state;
    record_pieces p =
        pieces("proposals:\n  p: {plan: [{lasts: open}], clauses: {monitoring:"
               " agreed observers}}\n"
               "record:\n  - {id: s, kind: deny, for: a, by: la, source: r,"
               " about: Monitoring}\n");
    SAME(p, "monitoring", "disputed");
}

/* --- Wording --- */

/* "pattern: words" for each note, joined by "; ". */
static const char *wording(const char *plan) {
    record_pieces p = with_plan(plan);
    const char *text = "";
    for (int i = 0; i < p.wording.count; i++)
        text = arena_format(memory, "%s%s%s: %s", text, i > 0 ? "; " : "",
                            p.wording.items[i].pattern->id,
                            p.wording.items[i].words);
    return text;
}

#define CLAUSE(key, text)                                                      \
    "{plan: [{lasts: open}], clauses: {" key ": " text "}}"

static void wording_notes_quote_their_words(void **state) {
    (void)state;
    assert_string_equal(wording(CLAUSE("geography", "In the Border Area.")),
                        "unnamed-geography: Border Area");
    assert_string_equal(wording(CLAUSE("forces", "'all remain in place'")),
                        "forces-in-place: remain in place");
    assert_string_equal(
        wording("{plan: [{lasts: open}], clauses: {forces: remain in place,"
                " permitted: supplies}}"),
        "");
    assert_string_equal(
        wording("{plan: [{lasts: 7 days}], truce: {kind: cessation}}"),
        "duration-without-renewal: 7 days");
    assert_string_equal(
        wording("{plan: [{lasts: 7 days}], truce: {kind: cessation}, clauses:"
                " {renewal: once}}"),
        "");
    assert_string_equal(
        wording("{plan: [{lasts: 7 days}], truce: {kind: cessation}, clauses:"
                " {renewal: {status: open, text: later}}}"),
        "duration-without-renewal: 7 days");
    assert_string_equal(wording("{plan: [{lasts: open}]}"), "");
}

/* What is asked of armies is asked of no strike. */
static void a_strike_needs_no_clause_on_forces(void **state) {
    (void)state;
    record_pieces p = with_plan("{plan: [{lasts: 7 days}]}");
    SAME(p, "breach", "missing");
    SAME(p, "forces", "");
    SAME(p, "detainees", "");
    p = with_plan("{plan: [{lasts: 7 days}], clauses: {forces: none}}");
    SAME(p, "forces", "in-place");
    p = with_plan("{plan: [{lasts: 7 days}], truce: {kind: cessation}}");
    SAME(p, "forces", "missing");
    assert_string_equal(wording("{plan: [{lasts: 7 days}]}"), "");
}

static void a_passive_needs_an_actor(void **state) {
    (void)state;
    assert_string_equal(wording(CLAUSE("access", "roads shall be opened")),
                        "nobody-obliged: shall be opened");
    assert_string_equal(wording(CLAUSE("access", "roads shall be opened by M")),
                        "");
    /* An actor in another sentence does not help. */
    assert_string_equal(
        wording(CLAUSE("access", "Signed by M. Roads will be kept open")),
        "nobody-obliged: will be kept");
    assert_string_equal(wording(CLAUSE("access", "roads shall be red")), "");
}

static void readings_are_searched_too(void **state) {
    (void)state;
    record_pieces p =
        with_plan("{plan: [{lasts: open}], clauses: {forces: {text: north,"
                  " readings: {a: they stand fast, b: they go}}}}");
    assert_int_equal(p.wording.count, 1);
    assert_int_equal(p.wording.items[0].reader, 0);
    assert_string_equal(p.wording.items[0].words, "stand fast");
}

static void every_pattern_has_its_precedent(void **state) {
    (void)state;
    for (int i = 0; i < wording_pattern_count; i++) {
        const wording_pattern *w = &wording_patterns[i];
        assert_true(w->id && w->words && w->note);
        assert_true(w->precedent && w->source);
        for (int j = 0; j < i; j++)
            assert_string_not_equal(w->id, wording_patterns[j].id);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(an_answer_is_the_partys),
        TEST(an_answer_to_the_same_plan_counts),
        TEST(a_body_that_must_consent_is_asked_for),
        TEST(a_refused_term_is_disputed),
        TEST(demands_are_met_left_or_opposed),
        TEST(any_condition_opposes_a_change),
        TEST(what_was_given_up_is_no_demand),
        TEST(guarantees_count_by_their_latest_word),
        TEST(a_doubt_asks_for_a_guarantee),
        TEST(who_carries_the_talks_needs_routes),
        TEST(talks_need_host_place_and_delegations),
        TEST(clauses_are_settled_open_or_read_differently),
        TEST(a_denied_clause_is_disputed),
        TEST(wording_notes_quote_their_words),
        TEST(a_strike_needs_no_clause_on_forces),
        TEST(a_passive_needs_an_actor),
        TEST(readings_are_searched_too),
        TEST(every_pattern_has_its_precedent),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
