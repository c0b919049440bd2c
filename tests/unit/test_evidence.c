/* SPDX-License-Identifier: Apache-2.0
 * The record once repeats, changes of position and face are settled: a test
 * for each sentence of the rules. */
#include "record/evidence.h"

#include "case_test.h"
#include "record/same_plan.h"
#include "test_memory.h"

/* Two parties, three issues, three sources of which two share an agency. */
#define HEAD                                                                   \
    "parley: 1\ncase: evidence\nas-of: 2024-06-01\n"                           \
    "sources:\n"                                                               \
    "  r1: {title: R1, outlet: Post, via: [AFP], date: 2024-05-01, grade: "    \
    "B}\n"                                                                     \
    "  r2: {title: R2, outlet: Herald, via: [afp], date: 2024-05-01}\n"        \
    "  r3: {title: R3, outlet: Gazette, date: 2024-05-01, grade: A}\n"         \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "others: {m: {name: M}}\n"                                                 \
    "people:\n"                                                                \
    "  lead: {name: Lead, of: a, office: leader}\n"                            \
    "  desk: {name: Desk, of: a, office: official}\n"                          \
    "  voice: {name: Voice, of: a, office: unnamed}\n"                         \
    "  out: {name: Out, of: m, office: leader}\n"                              \
    "issues:\n"                                                                \
    "  i: {options: [i0, i1, i2], now: i0, scale: true}\n"                     \
    "  j: {options: [j0, j1, j2], now: j0}\n"                                  \
    "  k: {options: [k0, k1], now: k0}\n"                                      \
    "proposals:\n"                                                             \
    "  p: {plan: [{lasts: open, terms: {i: i1}}]}\n"                           \
    "  same: {plan: [{phase: other name, terms: {i: i1}, lasts: open}]}\n"     \
    "  q: {plan: [{lasts: open, terms: {i: i2}}]}\n"                           \
    "record:\n"

typedef struct fixture {
    const case_model *c;
    const record_evidence *e;
} fixture;

static fixture weigh(const char *record) {
    const case_model *c =
        case_of(arena_format(memory, "%s%s", HEAD, record), memory);
    return (fixture){c, record_weigh(c, memory)};
}

/* The n-th claim that `id` stands for or is a repeat of. */
static const record_claim *claim_of(const fixture *f, const char *id, int n) {
    int entry = case_entry_find(f->c, id);
    assert_true(entry >= 0);
    for (int i = 0; i < f->e->claim_count; i++) {
        const record_claim *one = &f->e->claims[i];
        bool found = one->entry == entry;
        for (int j = 0; j < one->repeats.count; j++)
            found = found || one->repeats.items[j] == entry;
        if (found && n-- == 0) return one;
    }
    return NULL;
}

static const char *replaced_by(const fixture *f, const char *id) {
    const record_claim *one = claim_of(f, id, 0);
    assert_non_null(one);
    return one->replaced_by < 0 ? "" : f->c->record[one->replaced_by].id;
}

static const char *conflict_of(const fixture *f, const char *id) {
    const record_claim *one = claim_of(f, id, 0);
    assert_non_null(one);
    return one->conflicts_with < 0 ? "" : f->c->record[one->conflicts_with].id;
}

static const record_face *face_of(const fixture *f, int party,
                                  const char *issue) {
    return &f->e->face[party * f->c->issue_count +
                       case_issue_find(f->c, issue)];
}

static double rejected(const fixture *f, int party, const char *proposal) {
    return f->e->rejected[party * f->c->proposal_count +
                          case_proposal_find(f->c, proposal)];
}

/* --- Credence --- */

static double credence(const char *more, int party) {
    fixture f = weigh(arena_format(
        memory, "  - {id: s, kind: demand, for: a, about: {i: i1}, %s}\n",
        more));
    return record_credence(f.c, &f.c->record[0], party);
}

static void credence_follows_grade_and_speaker(void **state) {
    (void)state;
    static const struct {
        const char *more;
        int party;
        double credence;
    } rows[] = {
        {"source: r1, by: lead", 0, 0.85},
        {"source: r3, by: desk", 0, 0.86},
        {"source: r2, by: voice", 0, 0.65},
        {"source: r1, by: out", 0, 0.7625},
        {"source: r1, by: a", 0, 0.78},
        {"source: r1", 0, 0.6575},
        {"source: r1, by: report", 0, 0.6575},
        {"source: r1, by: some diplomats, count: several", 0, 0.6575},
        {"source: r1, by: [out, voice]", 0, 0.7625},
        {"source: r1, by: lead, credence: 0.6", 0, 0.6},
        /* As a statement of the other party, its leader is an outsider. */
        {"source: r1, by: lead", 1, 0.7625},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_near(credence(rows[i].more, rows[i].party), rows[i].credence,
                    1e-15);
}

/* --- Claims --- */

static void a_demand_counts_once_an_issue(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s, kind: demand, for: a, by: lead, source: r1,"
                      " about: {i: i1, j: [j1, j2]}}\n");
    assert_int_equal(f.e->claim_count, 2);
    assert_int_equal(f.e->claims[0].about.count, 1);
    assert_int_equal(f.e->claims[1].about.items[0].options.count, 2);
    assert_true(f.e->claims[0].own);
    assert_false(f.e->claims[0].assumed);
}

static void other_kinds_stay_whole(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s, kind: require, for: a, by: lead, source: r1,"
                      " about: {i: i1, j: j1}}\n");
    assert_int_equal(f.e->claim_count, 1);
    assert_int_equal(f.e->claims[0].about.count, 2);
}

static void a_statement_of_two_parties_is_two_claims(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s, kind: prefer, for: [a, b, m], by: lead,"
                      " source: r1, about: {i: i1}, over: {i: i0}}\n");
    assert_int_equal(f.e->claim_count, 2);
    assert_true(f.e->claims[0].own);
    assert_false(f.e->claims[1].own);
}

static void talk_and_drafts_are_no_claims(void **state) {
    (void)state;
    fixture f =
        weigh("  - {id: s1, kind: said, for: a, source: r1, about: i}\n"
              "  - {id: s2, kind: demand, for: a, source: r1, about: {i: i1},"
              " draft: {rule: x}}\n"
              "  - {id: k, kind: call, between: [lead, m], source: r1}\n");
    assert_int_equal(f.e->claim_count, 0);
}

/* --- Repeats --- */

static void repeats_count_once_at_the_best_credence(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: demand, for: a, source: r1, about: {j: [j1, j2]}}\n"
        "  - {id: s2, kind: demand, for: a, by: lead, source: r1,"
        " about: {j: [j2, j1], i: i1}}\n"
        "  - {id: s3, kind: demand, for: a, by: voice, source: r1,"
        " about: {j: [j1, j2]}}\n");
    assert_int_equal(f.e->claim_count, 2);
    const record_claim *one = claim_of(&f, "s1", 0);
    assert_int_equal(one->entry, 1);
    assert_near(one->credence, 0.85, 1e-15);
    assert_int_equal(one->repeats.count, 2);
    assert_int_equal(one->repeats.items[0], 0);
    assert_int_equal(one->repeats.items[1], 2);
    assert_true(one->own);
}

static void the_order_of_terms_does_not_matter(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s1, kind: offer, for: a, by: lead, source: r1,"
                      " about: {i: i1, j: j2}}\n"
                      "  - {id: s2, kind: offer, for: a, by: lead, source: r1,"
                      " about: {j: j2, i: i1}}\n");
    assert_int_equal(f.e->claim_count, 1);
}

static void different_content_is_no_repeat(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: require, for: a, source: r1, about: {i: i1}}\n"
        "  - {id: s2, kind: require, for: a, source: r1, about: {i: i1},"
        " scope: truce}\n"
        "  - {id: s3, kind: refuse, for: a, source: r1, about: {i: i1}}\n"
        "  - {id: s4, kind: require, for: b, source: r1, about: {i: i1}}\n"
        "  - {id: s5, kind: require, for: a, source: r1, about: {i: [i1,"
        " i2]}}\n"
        "  - {id: s6, kind: refuse, for: a, source: r1,"
        " about: any-condition}\n"
        "  - {id: s7, kind: matters, for: a, source: r1, about: i, over: j}\n"
        "  - {id: s8, kind: matters, for: a, source: r1, about: j, over: i}\n"
        "  - {id: s9, kind: trade, for: a, source: r1, about: {i: i1},"
        " in-return: {j: j1}}\n"
        "  - {id: s10, kind: trade, for: a, source: r1, about: {i: i1},"
        " in-return: {j: j2}}\n"
        "  - {id: s11, kind: doubt, for: a, source: r1, of: b}\n"
        "  - {id: s12, kind: doubt, for: a, source: r1, of: m}\n");
    assert_int_equal(f.e->claim_count, 12);
    for (int i = 0; i < 12; i++)
        assert_int_equal(f.e->claims[i].repeats.count, 0);
}

static void a_confirmation_counts_apart_if_no_link_is_shared(void **state) {
    (void)state;
    fixture f =
        weigh("  - {id: s1, kind: demand, for: a, source: r1, about: {i: i1}}\n"
              "  - {id: s2, kind: demand, for: a, source: r3, about: {i: i1},"
              " confirms: s1}\n");
    assert_int_equal(f.e->claim_count, 2);
    assert_int_equal(claim_of(&f, "s1", 0)->repeats.count, 0);
    assert_int_equal(claim_of(&f, "s1", 0)->conflicts_with, -1);
}

static void a_shared_agency_is_a_shared_link(void **state) {
    (void)state;
    fixture f =
        weigh("  - {id: s1, kind: demand, for: a, source: r1, about: {i: i1}}\n"
              "  - {id: s2, kind: demand, for: a, source: r2, about: {i: i1},"
              " confirms: s1}\n"
              "  - {id: s3, kind: demand, for: a, source: r3, via: [Post],"
              " about: {i: i1}, confirms: s1}\n");
    assert_int_equal(f.e->claim_count, 1);
}

static void without_confirms_nothing_counts_apart(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: demand, for: a, source: r1, about: {i: i1}}\n"
        "  - {id: s2, kind: demand, for: a, source: r3, about: {i: i1}}\n");
    assert_int_equal(f.e->claim_count, 1);
}

static void an_assumption_confirms_nothing(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: demand, for: a, source: r1, about: {i: i1}}\n"
        "  - {id: s2, kind: demand, for: a, source: analyst, credence: 0.9,"
        " about: {i: i1}, confirms: s1}\n");
    assert_int_equal(f.e->claim_count, 1);
    assert_near(f.e->claims[0].credence, 0.9, 0);
    assert_false(f.e->claims[0].assumed);
}

/* A third report joins the line that it shares a hand with. */
static void reports_join_the_line_they_share_a_hand_with(void **state) {
    (void)state;
    fixture f =
        weigh("  - {id: s1, kind: demand, for: a, source: r1, about: {i: i1}}\n"
              "  - {id: s2, kind: demand, for: a, source: r3, about: {i: i1},"
              " confirms: s1}\n"
              "  - {id: s3, kind: demand, for: a, by: lead, source: r3,"
              " about: {i: i1}, confirms: s1}\n");
    assert_int_equal(f.e->claim_count, 2);
    assert_near(claim_of(&f, "s2", 0)->credence, 0.95, 1e-15);
    assert_near(claim_of(&f, "s1", 0)->credence, 0.6575, 1e-15);
}

/* --- Changes of position --- */

static void the_latest_demand_on_an_issue_holds(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s1, kind: demand, for: a, by: lead, source: r1,"
                      " date: 2024-05-03, about: {i: i2}}\n"
                      "  - {id: s2, kind: demand, for: a, by: desk, source: r1,"
                      " date: 2024-05-01, about: {i: i1, j: j1}}\n");
    assert_string_equal(replaced_by(&f, "s1"), "");
    assert_string_equal(replaced_by(&f, "s2"), "s1");
    assert_int_equal(claim_of(&f, "s2", 1)->replaced_by, -1); /* j stands */
}

static void ties_of_date_go_to_the_later_line(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: demand, for: a, source: r1, about: {i: i2}}\n"
        "  - {id: s2, kind: demand, for: a, source: r1, about: {i: i1}}\n");
    assert_string_equal(replaced_by(&f, "s1"), "s2");
    assert_string_equal(replaced_by(&f, "s2"), "");
}

static void answers_replace_one_another_by_proposal(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: reject, for: a, by: lead, source: r1, about: p}\n"
        "  - {id: s2, kind: accept, for: a, by: desk, source: r1, about: p,"
        " date: 2024-05-02}\n"
        "  - {id: s3, kind: reject, for: a, by: lead, source: r1, about: q}\n"
        "  - {id: s4, kind: reject, for: b, by: out, source: r1, about: p}\n");
    assert_string_equal(replaced_by(&f, "s1"), "s2");
    assert_string_equal(replaced_by(&f, "s2"), "");
    assert_string_equal(replaced_by(&f, "s3"), "");
    assert_string_equal(replaced_by(&f, "s4"), "");
}

static void no_other_kind_replaces(void **state) {
    (void)state;
    fixture f =
        weigh("  - {id: s1, kind: require, for: a, by: lead, source: r1,"
              " about: {i: i1}}\n"
              "  - {id: s2, kind: require, for: a, by: lead, source: r1,"
              " about: {i: i2}, date: 2024-05-02}\n"
              "  - {id: s3, kind: prefer, for: a, by: lead, source: r1,"
              " about: {i: i1}, over: {i: i2}}\n"
              "  - {id: s4, kind: prefer, for: a, by: lead, source: r1,"
              " about: {i: i2}, over: {i: i1}, date: 2024-05-02}\n"
              "  - {id: s5, kind: demand, for: a, by: lead, source: r1,"
              " about: {i: i0}, date: 2024-05-03}\n");
    for (int i = 0; i < f.e->claim_count; i++)
        assert_int_equal(f.e->claims[i].replaced_by, -1);
}

static void an_assumption_never_replaces_what_is_sourced(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: demand, for: a, source: r1, about: {i: i1}}\n"
        "  - {id: a1, kind: demand, for: a, source: analyst, credence: 0.8,"
        " about: {i: i2}}\n");
    assert_string_equal(replaced_by(&f, "s1"), "");
    assert_string_equal(replaced_by(&f, "a1"), "");
    assert_string_equal(conflict_of(&f, "s1"), "a1");
    assert_string_equal(conflict_of(&f, "a1"), "s1");
}

static void an_outsider_never_replaces_the_partys_own(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: accept, for: a, by: voice, source: r1, about: p}\n"
        "  - {id: s2, kind: reject, for: a, by: out, source: r1, about: p,"
        " date: 2024-05-09}\n");
    assert_string_equal(replaced_by(&f, "s1"), "");
    assert_string_equal(conflict_of(&f, "s2"), "s1");
}

static void higher_rank_replaces_lower(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: a1, kind: demand, for: a, source: analyst, credence: 0.8,"
        " about: {i: i2}, date: 2024-05-01}\n"
        "  - {id: s1, kind: demand, for: a, by: out, source: r1,"
        " about: {i: i1}, date: 2024-05-02}\n"
        "  - {id: s2, kind: demand, for: a, by: lead, source: r1,"
        " about: {i: i0}, date: 2024-05-03}\n");
    assert_string_equal(replaced_by(&f, "a1"), "s1");
    assert_string_equal(replaced_by(&f, "s1"), "s2");
    assert_string_equal(conflict_of(&f, "s2"), "");
}

static void returning_to_a_position_counts_both_times(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s1, kind: demand, for: a, by: lead, source: r1,"
                      " about: {i: i1}, date: 2024-05-01}\n"
                      "  - {id: s2, kind: demand, for: a, by: lead, source: r1,"
                      " about: {i: i2}, date: 2024-05-02}\n"
                      "  - {id: s3, kind: demand, for: a, by: desk, source: r1,"
                      " about: {i: i1}, date: 2024-05-03}\n");
    assert_int_equal(f.e->claim_count, 2);
    assert_string_equal(replaced_by(&f, "s2"), "s3");
    assert_string_equal(replaced_by(&f, "s3"), "");
    assert_near(claim_of(&f, "s3", 0)->credence, 0.85, 1e-15);
}

/* An outsider repeats what the party has given up. */
static void an_outsiders_repeat_does_not_bring_a_position_back(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s1, kind: demand, for: a, by: lead, source: r1,"
                      " about: {i: i1}, date: 2024-05-01}\n"
                      "  - {id: s2, kind: demand, for: a, by: lead, source: r1,"
                      " about: {i: i2}, date: 2024-05-02}\n"
                      "  - {id: s3, kind: demand, for: a, by: out, source: r1,"
                      " about: {i: i1}, date: 2024-05-03}\n");
    assert_string_equal(replaced_by(&f, "s1"), "s2");
    assert_string_equal(conflict_of(&f, "s3"), "s2");
    assert_near(claim_of(&f, "s3", 0)->credence, 0.7625, 1e-15);
    assert_int_equal(face_of(&f, 0, "i")->options.count, 1);
    assert_int_equal(face_of(&f, 0, "i")->options.items[0], 2);
}

/* --- Face --- */

static void face_takes_the_highest_own_public_speaker(void **state) {
    (void)state;
    fixture f =
        weigh("  - {id: s1, kind: demand, for: a, by: desk, source: r1,"
              " about: {j: [j1, j2]}}\n"
              "  - {id: s2, kind: require, for: a, by: lead, source: r1,"
              " about: {j: j0, k: k1}}\n");
    const record_face *j = face_of(&f, 0, "j"), *k = face_of(&f, 0, "k");
    assert_near(j->weight, 1, 0);
    assert_int_equal(j->options.count, 3);
    assert_near(k->weight, 1, 0);
    assert_int_equal(k->options.count, 1);
    assert_near(face_of(&f, 0, "i")->weight, 0, 0);
    assert_int_equal(face_of(&f, 0, "i")->options.count, 0);
    assert_near(face_of(&f, 1, "j")->weight, 0, 0);
}

static void face_ignores_all_others(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: demand, for: a, by: out, public: true, source: r1,"
        " about: {i: i1}}\n"
        "  - {id: s2, kind: demand, for: a, by: voice, public: true,"
        " source: r1, about: {j: j1}}\n"
        "  - {id: s3, kind: demand, for: a, by: lead, public: false,"
        " source: r1, about: {k: k1}}\n"
        "  - {id: a1, kind: require, for: a, source: analyst, credence: 0.9,"
        " about: {k: k1}}\n"
        "  - {id: s4, kind: refuse, for: a, by: lead, source: r1,"
        " about: {k: k0}}\n");
    for (int i = 0; i < 2 * f.c->issue_count; i++) {
        assert_near(f.e->face[i].weight, 0, 0);
        assert_int_equal(f.e->face[i].options.count, 0);
    }
}

static void a_party_as_such_weighs_as_an_official(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s1, kind: demand, for: a, by: a, source: r1,"
                      " about: {i: i1}}\n");
    assert_near(face_of(&f, 0, "i")->weight, 0.4, 0);
}

static void face_goes_with_a_replaced_statement(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s1, kind: demand, for: a, by: lead, source: r1,"
                      " about: {i: i2}}\n"
                      "  - {id: s2, kind: demand, for: a, by: desk, source: r1,"
                      " about: {i: i1}, date: 2024-05-02}\n");
    assert_near(face_of(&f, 0, "i")->weight, 0.4, 0);
    assert_int_equal(face_of(&f, 0, "i")->options.count, 1);
    assert_int_equal(face_of(&f, 0, "i")->options.items[0], 1);
}

/* --- Rejections --- */

static void a_rejection_costs_under_any_name(void **state) {
    (void)state;
    fixture f = weigh("  - {id: s1, kind: reject, for: a, by: desk,"
                      " source: r1, about: p}\n");
    assert_near(rejected(&f, 0, "p"), 0.4, 0);
    assert_near(rejected(&f, 0, "same"), 0.4, 0);
    assert_near(rejected(&f, 0, "q"), 0, 0);
    assert_near(rejected(&f, 1, "p"), 0, 0);
}

static void only_own_public_rejections_cost(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: reject, for: a, by: out, public: true, source: r1,"
        " about: p}\n"
        "  - {id: s2, kind: reject, for: a, by: lead, public: false,"
        " source: r1, about: q}\n"
        "  - {id: s3, kind: reject, for: a, by: voice, public: true,"
        " source: r1, about: q}\n");
    assert_near(rejected(&f, 0, "p"), 0, 0);
    assert_near(rejected(&f, 0, "q"), 0, 0);
}

static void later_own_acceptance_takes_the_cost_away(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: reject, for: a, by: lead, source: r1, about: p}\n"
        "  - {id: s2, kind: accept, for: a, by: voice, source: r1,"
        " about: same, date: 2024-05-02}\n"
        "  - {id: s3, kind: accept, for: b, by: out, source: r1, about: p}\n");
    assert_near(rejected(&f, 0, "p"), 0, 0);
    assert_near(rejected(&f, 0, "same"), 0, 0);
}

static void an_outsiders_acceptance_does_not(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: reject, for: a, by: lead, source: r1, about: p}\n"
        "  - {id: s2, kind: accept, for: a, by: out, source: r1, about: p,"
        " date: 2024-05-02}\n");
    assert_near(rejected(&f, 0, "p"), 1, 0);
}

static void an_earlier_acceptance_does_not(void **state) {
    (void)state;
    fixture f = weigh(
        "  - {id: s1, kind: accept, for: a, by: lead, source: r1, about: p}\n"
        "  - {id: s2, kind: reject, for: a, by: desk, source: r1, about: p,"
        " date: 2024-05-02}\n");
    assert_near(rejected(&f, 0, "p"), 0.4, 0);
}

/* --- The same plan --- */

static bool same_as_first(const char *plan) {
    const case_model *c = case_of(
        arena_format(
            memory,
            "%s  - {id: s, kind: said, for: a, source: r1, about: x}\n"
            "model: {guarantee: 0.5}\n"
            "levers: []\n",
            arena_format(memory,
                         "parley: 1\ncase: plans\nas-of: 2024-06-01\n"
                         "sources: {r1: {date: 2024-05-01}}\n"
                         "parties: {a: {name: A}, b: {name: B}}\n"
                         "others: {m: {name: M}}\n"
                         "issues:\n  i: {options: [i0, i1], now: i0}\n"
                         "  j: {options: [j0, j1], now: j0}\n"
                         "proposals:\n"
                         "  p: {plan: [{lasts: 7 days, terms: {i: i1}},"
                         " {lasts: open, talks: {on: [i, j], fail: stay,"
                         " within: [i = i1, j = j1]}}],"
                         " guarantees: [{by: m, of: [j], status: offered},"
                         " {by: m, to: a, of: talks, status: asked}]}\n"
                         "  q: %s\nrecord:\n",
                         plan)),
        memory);
    const int *same = record_same_plan(c, memory);
    assert_int_equal(same[0], 0);
    return same[1] == 0;
}

static void names_and_order_make_no_difference(void **state) {
    (void)state;
    assert_true(same_as_first(
        "{name: Q, by: m, plan: [{phase: first, terms: {i: i1}, lasts: P7D,"
        " collapse: 0}, {lasts: open, talks: {on: [j, i], in: Rome,"
        " form: indirect, by: 30 days, within: [j != j0, i != i0],"
        " fail: stay}}], clauses: {venue: Rome},"
        " guarantees: [{by: m, of: j, to: [b, a], status: offered,"
        " strength: 0.5}]}"));
}

static void what_is_agreed_makes_a_difference(void **state) {
    (void)state;
    static const char *const other[] = {
        "{plan: [{lasts: 8 days, terms: {i: i1}}, {lasts: open, talks: {on:"
        " [i, j], fail: stay, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1, j: j1}}, {lasts: open, talks:"
        " {on: [i, j], fail: stay, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1}}, {lasts: open, talks: {on:"
        " [i, j], fail: resume, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1}}, {lasts: open, talks: {on:"
        " [i, j], by: 31 days, fail: stay, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1}}, {lasts: open, talks: {on:"
        " [j], fail: stay, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1}}, {lasts: open, talks: {on:"
        " [i, j], fail: stay, within: [i = i1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1}, collapse: 0.01}, {lasts:"
        " open, talks: {on: [i, j], fail: stay, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1}}, {lasts: open, talks: {on:"
        " [i, j], fail: stay, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: withheld}]}",
        "{plan: [{lasts: 7 days, terms: {i: i1}}, {lasts: open, talks: {on:"
        " [i, j], fail: stay, within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered, strength: 0.4}]}",
        "{plan: [{lasts: open, talks: {on: [i, j], fail: stay,"
        " within: [i = i1, j = j1]}}],"
        " guarantees: [{by: m, of: [j], status: offered}]}",
    };
    for (size_t i = 0; i < sizeof other / sizeof *other; i++)
        assert_false(same_as_first(other[i]));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(credence_follows_grade_and_speaker),
        TEST(a_demand_counts_once_an_issue),
        TEST(other_kinds_stay_whole),
        TEST(a_statement_of_two_parties_is_two_claims),
        TEST(talk_and_drafts_are_no_claims),
        TEST(repeats_count_once_at_the_best_credence),
        TEST(the_order_of_terms_does_not_matter),
        TEST(different_content_is_no_repeat),
        TEST(a_confirmation_counts_apart_if_no_link_is_shared),
        TEST(a_shared_agency_is_a_shared_link),
        TEST(without_confirms_nothing_counts_apart),
        TEST(an_assumption_confirms_nothing),
        TEST(reports_join_the_line_they_share_a_hand_with),
        TEST(the_latest_demand_on_an_issue_holds),
        TEST(ties_of_date_go_to_the_later_line),
        TEST(answers_replace_one_another_by_proposal),
        TEST(no_other_kind_replaces),
        TEST(an_assumption_never_replaces_what_is_sourced),
        TEST(an_outsider_never_replaces_the_partys_own),
        TEST(higher_rank_replaces_lower),
        TEST(returning_to_a_position_counts_both_times),
        TEST(an_outsiders_repeat_does_not_bring_a_position_back),
        TEST(face_takes_the_highest_own_public_speaker),
        TEST(face_ignores_all_others),
        TEST(a_party_as_such_weighs_as_an_official),
        TEST(face_goes_with_a_replaced_statement),
        TEST(a_rejection_costs_under_any_name),
        TEST(only_own_public_rejections_cost),
        TEST(later_own_acceptance_takes_the_cost_away),
        TEST(an_outsiders_acceptance_does_not),
        TEST(an_earlier_acceptance_does_not),
        TEST(names_and_order_make_no_difference),
        TEST(what_is_agreed_makes_a_difference),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
