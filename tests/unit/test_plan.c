/* SPDX-License-Identifier: Apache-2.0
 * Plans on a small case, one thing at a time: what a name is worth, what a
 * guarantee lifts, payments, talks that can't close, cases that have none. */
#include "case_test.h"

#include "plan/plan.h"

static const char *const head =
    "parley: 1\ncase: t\nas-of: 2024-01-01\n"
    "parties: {a: {name: A}, b: {name: B}}\n"
    "sources: {r1: {title: R, date: 2023-12-31, grade: B}}\n"
    "others: {g: {name: G, role: guarantor}}\n"
    "people: {bo: {name: Bo, of: b, office: leader}}\n"
    "issues:\n"
    "  war: {options: [active, paused, ended], now: active}\n"
    "  gate: {options: [shut, half, open], now: shut, by: a}\n"
    "rules:\n"
    "  - war = active -> gate = shut\n"
    "preferences:\n"
    "  a: {worth: {war: {active: 0, paused: 0.25, ended: 0.5},"
    "              gate: {shut: 0.5, half: 0.3, open: 0}}}\n"
    "  b: {worth: {war: {active: 0.1, paused: 0.2, ended: 0.3},"
    "              gate: {shut: 0, half: 0.4, open: 0.7}}}\n"
    "model: {half-life: 100, early-deal: 200, face: 0, rejected: 0.05,"
    "        breach: 0.1, talks-close: 0.4, guarantee: 0.5, honour: 0.6,"
    "        collapse: 0}\n";

typedef struct bench {
    arena *mem;
    const case_model *c;
    const plan_setup *s;
    plan_work *t;
    plan_value *v;
} bench;

static const draw *fixed_draw(const case_model *c, arena *mem) {
    size_t n = (size_t)c->party_count;
    double *worth = ARENA_ARRAY(mem, double, n *(size_t)c->cell_count);
    double *honour = ARENA_ARRAY(mem, double, n *(size_t)c->actor_count);
    draw *w = ARENA_NEW(mem, draw);
    *w = (draw){.worth = worth, .honour = honour};
    for (int i = 0; i < CASE_PARAMETERS; i++)
        w->model[i] = c->model[i].low;
    for (int p = 0; p < c->party_count; p++) {
        for (int q = 0; q < c->actor_count; q++)
            honour[p * c->actor_count + q] = q == p ? 1 : w->model[CASE_HONOUR];
        for (int i = 0; i < c->cell_count; i++)
            worth[p * c->cell_count + i] =
                number_from_fixed(c->preferences[p].worth[i]);
    }
    return w;
}

static bench set_up(const char *rest) {
    bench b = {.mem = test_arena()};
    b.c = case_of(arena_format(b.mem, "%s%s", head, rest), b.mem);
    b.s = plan_setup_new(b.c, record_weigh(b.c, b.mem), b.mem, NULL);
    b.t = plan_work_new(b.s, b.mem);
    b.v = plan_value_new(b.s, 4, b.mem);
    plan_begin(b.t, fixed_draw(b.c, b.mem));
    return b;
}

static const plan *prepare(bench *b, const char *id) {
    int at = case_proposal_find(b->c, id);
    assert_true(at >= 0);
    plan_request q = {&b->c->proposals[at], -1, NULL, 0};
    return plan_prepare(b->s, q, b->mem, NULL);
}

static const plan_value *value(bench *b, const char *id) {
    plan_eval(prepare(b, id), b->t, b->v);
    return b->v;
}

static const char *const truces =
    "proposals:\n"
    "  first: {plan: [{phase: t, terms: {war: paused}, lasts: 7 days,\n"
    "    talks: {on: [war, gate], fail: resume}}]}\n"
    "  renamed: {plan: [{phase: other words, terms: {war: paused}, lasts: "
    "P7D,\n"
    "    talks: {on: [gate, war], in: elsewhere, fail: resume}}],\n"
    "    guarantees: [{by: g, to: b, of: talks, status: asked}]}\n"
    "  longer: {plan: [{phase: t, terms: {war: paused}, lasts: 8 days,\n"
    "    talks: {on: [war, gate], fail: resume}}]}\n"
    "record:\n"
    "  - {id: s1, date: 2023-12-01, by: bo, for: b, source: r1, kind: reject,\n"
    "     about: first, public: true}\n";

static void a_new_name_alone_saves_no_face(void **state) {
    (void)state;
    bench b = set_up(truces);
    assert_near(value(&b, "first")->cost[1], 0.05, 1e-15);
    assert_near(value(&b, "renamed")->cost[1], 0.05, 1e-15);
    assert_near(value(&b, "longer")->cost[1], 0, 0);
    assert_near(value(&b, "first")->cost[0], 0, 0);
    arena_free(b.mem);
}

/* A variant made up in memory carries what it is said to be like. */
static void variants_carry_the_rejection_of_their_origin(void **state) {
    (void)state;
    bench b = set_up(truces);
    case_proposal variant = b.c->proposals[0];
    case_phase phase = variant.phases[0];
    phase.lasts.days = 3;
    variant.phases = &phase;
    plan_request q = {&variant, -1, NULL, 0};
    const plan *p = plan_prepare(b.s, q, b.mem, NULL);
    assert_near(plan_rejected(p, 1), 0, 0);
    q.like = 0;
    p = plan_prepare(b.s, q, b.mem, NULL);
    assert_near(plan_rejected(p, 1), 1, 0);
    arena_free(b.mem);
}

static void payments_come_with_the_plan_alone(void **state) {
    (void)state;
    bench b = set_up(truces);
    double no_deal = b.t->no_deal[0], gain = value(&b, "first")->gain[0];
    const expr *paused =
        expr_parse("war = paused", SPAN_NONE, b.c, b.mem, NULL);
    case_payment pay = {0, paused, FIXED_ONE / 5};
    plan_request q = {&b.c->proposals[0], -1, &pay, 1};
    plan_eval(plan_prepare(b.s, q, b.mem, NULL), b.t, b.v);
    assert_near(b.t->no_deal[0], no_deal, 0);
    /* the pause pays for its seven days; x* ends the war and is not paid */
    double r = log(2) / 100;
    assert_near(b.v->gain[0] - gain, 0.2 * (1 - exp(-7 * r)), 1e-12);
    arena_free(b.mem);
}

static void talks_that_cannot_close_end_in_the_fallback(void **state) {
    (void)state;
    bench b = set_up("talks-need: war != active\n"
                     "proposals:\n"
                     "  under-fire: {plan: [{phase: t, lasts: 7 days,\n"
                     "    talks: {on: [war, gate], fail: resume}}]}\n"
                     "  in-a-pause: {plan: [{phase: t, terms: {war: paused}, "
                     "lasts: 7 days,\n"
                     "    talks: {on: [war, gate], fail: resume}}]}\n");
    assert_true(plan_talks_barred(prepare(&b, "under-fire")));
    const plan_value *v = value(&b, "under-fire");
    for (int p = 0; p < 2; p++)
        assert_near(v->after[p], b.t->no_deal[p], 0);
    v = value(&b, "in-a-pause");
    assert_true(v->after[0] > b.t->no_deal[0]);
    arena_free(b.mem);
}

/* Strengths multiply for issues and talks, and add for a truce. */
static void guarantees_of_one_thing_join(void **state) {
    (void)state;
    bench b = set_up(
        "proposals:\n"
        "  once: {plan: [{phase: t, terms: {war: ended}, lasts: open,\n"
        "    talks: {on: [gate], fail: stay}}],\n"
        "    guarantees: [{by: g, of: [gate], status: offered, strength: "
        "0.75},\n"
        "      {by: g, to: b, of: talks, status: offered, strength: 0.75},\n"
        "      {by: g, to: b, of: truce, status: offered, strength: 0.75}]}\n"
        "  twice: {plan: [{phase: t, terms: {war: ended}, lasts: open,\n"
        "    talks: {on: [gate], fail: stay}}],\n"
        "    guarantees: [{by: g, of: [gate], status: offered},\n"
        "      {by: g, of: [gate], status: offered, strength: 0.5},\n"
        "      {by: g, to: b, of: talks, status: offered},\n"
        "      {by: g, to: b, of: talks, status: offered, strength: 0.5},\n"
        "      {by: g, to: b, of: truce, status: offered},\n"
        "      {by: g, to: b, of: truce, status: offered, strength: 0.25}]}\n");
    double once[2], worth[2], breach[2];
    memcpy(once, value(&b, "once")->gain, sizeof once);
    memcpy(worth, b.v->settlement_worth, sizeof worth);
    memcpy(breach, b.v->breach, sizeof breach);
    const plan_value *v = value(&b, "twice");
    for (int p = 0; p < 2; p++) {
        assert_near(v->gain[p], once[p], 1e-12);
        assert_near(v->settlement_worth[p], worth[p], 1e-12);
        assert_near(v->breach[p], breach[p], 1e-12);
    }
    assert_near(breach[0], 0.1 + 0.75, 1e-12);
    assert_near(breach[1], 0.1, 1e-12);
    arena_free(b.mem);
}

static void standing_terms_must_keep_the_rules(void **state) {
    (void)state;
    bench b = set_up(truces);
    case_proposal variant = b.c->proposals[0];
    case_phase phase = variant.phases[0];
    int open = 2;
    case_term term = {.issue = 1, .options = {&open, 1}};
    phase.terms = (case_terms){&term, 1};
    variant.phases = &phase;
    parley_diags *d = parley_diags_new(NULL);
    plan_request q = {&variant, -1, NULL, 0};
    assert_null(plan_prepare(b.s, q, b.mem, d));
    assert_int_equal(parley_diags_count(d), 0);
    parley_diags_free(d);
    arena_free(b.mem);
}

static void bare_talks_know_themselves(void **state) {
    (void)state;
    bench b = set_up(truces);
    const case_proposal *p = plan_bare_talks(b.c, b.mem);
    assert_true(plan_is_bare_talks(b.c, p));
    for (int i = 0; i < b.c->proposal_count; i++)
        assert_false(plan_is_bare_talks(b.c, &b.c->proposals[i]));
    arena_free(b.mem);
}

static bool usable(const char *text, bool needs_now, const char *code) {
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    bool answer = plan_usable(case_of(text, mem), needs_now, d);
    if (code) assert_string_equal(parley_diags_get(d, 0)->code, code);
    assert_int_equal(parley_diags_has_errors(d), !answer);
    parley_diags_free(d);
    arena_free(mem);
    return answer;
}

static void unusable_cases_say_why(void **state) {
    (void)state;
    const char *ordinal =
        "parley: 1\ncase: t\nas-of: 2024-01-01\n"
        "parties: {a: {name: A}, b: {name: B}}\n"
        "issues: {x: {options: [l, r], now: l}, y: {options: [l, r], now: l}}\n"
        "preferences: {b: {order: [\"x = l\"]}}\n";
    assert_false(usable(ordinal, false, "case/ordinal-only"));
    const char *no_now =
        "parley: 1\ncase: t\nas-of: 2024-01-01\n"
        "parties: {a: {name: A}, b: {name: B}}\n"
        "issues: {x: {options: [l, r]}, y: {options: [l, r]}}\n";
    assert_true(usable(no_now, false, NULL));
    assert_false(usable(no_now, true, "plan/no-now"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_name_alone_saves_no_face),
        cmocka_unit_test(variants_carry_the_rejection_of_their_origin),
        cmocka_unit_test(payments_come_with_the_plan_alone),
        cmocka_unit_test(talks_that_cannot_close_end_in_the_fallback),
        cmocka_unit_test(guarantees_of_one_thing_join),
        cmocka_unit_test(standing_terms_must_keep_the_rules),
        cmocka_unit_test(bare_talks_know_themselves),
        cmocka_unit_test(unusable_cases_say_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
