/* SPDX-License-Identifier: Apache-2.0
 * Laws that plans must keep whatever the case (DESIGN sections 4 and 5).
 * PROP_SEED replays one case. */
#include "random_case.h"

#include "plan/plan.h"

enum { CASES = 4000 };

typedef struct met { /* how often each law had something to say */
    int full_agenda, nothing, guarantee, split, rescaled;
} met;

typedef struct trial {
    chance h;
    case_model *c;
    const record_evidence *e;
    const draw *w;
    const plan_setup *s;
    plan_work *t;
    plan_value *v;
} trial;

static trial begin(uint64_t seed, int party_most) {
    trial x = {.h = {.mem = test_arena()}};
    rng_seed(&x.h.r, seed, 3);
    x.c = some_case(&x.h, party_most, 4, 3);
    x.c->talks_need = NULL;
    add_proposals(&x.h, x.c, 0);
    x.e = some_evidence(&x.h, x.c);
    x.w = some_draw(&x.h, x.c);
    x.s = plan_setup_new(x.c, x.e, x.h.mem, NULL);
    x.t = plan_work_new(x.s, x.h.mem);
    x.v = plan_value_new(x.s, 3, x.h.mem);
    plan_begin(x.t, x.w);
    return x;
}

static const plan_value *value(trial *x, const case_proposal *p) {
    plan_request q = {p, -1, NULL, 0};
    const plan *made = plan_prepare(x->s, q, x->h.mem, NULL);
    if (!made) return NULL;
    plan_eval(made, x->t, x->v);
    return x->v;
}

/* A copy: what a plan or draw says of an outcome holds until the next one. */
static const int *keep_outcome(const trial *x, const int *outcome, int *to) {
    if (!outcome) return NULL;
    return memcpy(to, outcome, (size_t)x->c->issue_count * sizeof *to);
}

static void assert_same_outcome(const trial *x, const int *a, const int *b) {
    assert_int_equal(a != NULL, b != NULL);
    if (a) assert_memory_equal(a, b, (size_t)x->c->issue_count * sizeof *a);
}

static bool any_reserve(const trial *x) {
    for (int p = 0; p < x->c->party_count; p++)
        if (x->s->has_reserve[p]) return true;
    return false;
}

static bool early_gains_all(const trial *x) {
    for (int p = 0; p < x->c->party_count; p++)
        if (x->t->early_worth[p] - x->t->now_worth[p] < 1e-6) return false;
    return x->t->early != NULL;
}

/* No deal is never worth less than things as they are. */
static void no_deal_is_worth_now(const trial *x) {
    for (int p = 0; p < x->c->party_count; p++)
        if (!x->s->has_reserve[p])
            assert_true(x->t->no_deal[p] > x->t->now_worth[p] - 1e-9);
}

/* All issues on the agenda, fail: resume, no reserve, no bounds, no guarantee:
 * talks end with the very deal that would come later, and shift no leverage.
 * (Shown by Jensen's inequality where all gain by that deal; where some can't
 * gain, products of different parties' gains would be compared.) */
static void full_agenda_shifts_nothing(trial *x, met *m) {
    if (any_reserve(x) || !early_gains_all(x)) return;
    case_proposal p = *plan_bare_talks(x->c, x->h.mem);
    case_phase phase = p.phases[0];
    phase.terms = some_terms(&x->h, x->c);
    p.phases = &phase;
    const plan_value *v = value(x, &p);
    if (!v) return;
    assert_same_outcome(x, v->settlement, x->t->early);
    for (int i = 0; i < x->c->party_count; i++)
        assert_true(v->leverage[i] == 0);
    m->full_agenda++;
}

static bool any_face(const trial *x) {
    for (int i = 0; i < x->c->party_count * x->c->issue_count; i++)
        if (x->e->face[i].weight > 0) return true;
    return false;
}

/* No better deal, no public demand: whoever changes nothing asks nothing. */
static void changing_nothing_is_accepted(trial *x, met *m) {
    if (any_reserve(x) || any_face(x)) return;
    for (int p = 0; p < x->c->party_count; p++)
        if (x->t->no_deal[p] - x->t->now_worth[p] > 1e-12) return;
    const plan_value *v = value(x, plan_bare_talks(x->c, x->h.mem));
    assert_true(v->all);
    m->nothing++;
}

/* A guarantee of strength 0 takes another way through the code and changes
 * nothing; one of strength 1 on every issue makes all promises good. */
static void empty_guarantees_change_nothing(trial *x, met *m) {
    case_proposal p = *plan_bare_talks(x->c, x->h.mem);
    double gain[4];
    const plan_value *v = value(x, &p);
    memcpy(gain, v->gain, (size_t)x->c->party_count * sizeof *gain);
    int kept[8];
    const int *settlement = keep_outcome(x, v->settlement, kept);
    int *all = ARENA_ARRAY(x->h.mem, int, (size_t)x->c->issue_count);
    for (int j = 0; j < x->c->issue_count; j++)
        all[j] = j;
    case_guarantee g = {.by = x->c->party_count,
                        .of = CASE_OF_ISSUES,
                        .issues = {all, x->c->issue_count},
                        .status = CASE_OFFERED,
                        .has_strength = true};
    p.guarantees = &g;
    p.guarantee_count = 1;
    v = value(x, &p);
    assert_same_outcome(x, v->settlement, settlement);
    for (int i = 0; i < x->c->party_count; i++)
        assert_near(v->gain[i], gain[i], 1e-12);
    g.strength = 1;
    v = value(x, &p);
    for (int i = 0; v->settlement && i < x->c->party_count; i++)
        assert_near(v->settlement_worth[i],
                    plan_signed_worth(x->t, i, v->settlement), 1e-12);
    m->guarantee++;
}

/* Two phases of the same terms are one phase of their length. */
static void phases_add_up(trial *x, met *m) {
    case_terms terms = some_terms(&x->h, x->c);
    double days = between(&x->h, 2, 60), first = between(&x->h, 0, days);
    case_phase one = {.name = "one", .terms = terms, .lasts = {days, false}};
    case_phase two[] = {
        {.name = "a", .terms = terms, .lasts = {first, false}},
        {.name = "b", .terms = terms, .lasts = {days - first, false}}};
    case_proposal p = {.id = "p", .phases = &one, .phase_count = 1};
    const plan_value *v = value(x, &p);
    if (!v) return;
    double whole[4];
    memcpy(whole, v->value, (size_t)x->c->party_count * sizeof *whole);
    p.phases = two;
    p.phase_count = 2;
    v = value(x, &p);
    for (int i = 0; i < x->c->party_count; i++)
        assert_near(v->value[i], whole[i], 1e-12);
    m->split++;
}

/* Five times one party's worths (and breach for it, which is in the same
 * units, taken out): the same settlements, and V0 five times as large. */
static void scale_is_a_matter_of_units(trial *x, met *m) {
    if (!early_gains_all(x)) return;
    int p = below(&x->h, x->c->party_count);
    size_t cells = (size_t)x->c->cell_count;
    size_t all = cells * (size_t)x->c->party_count;
    double *worth = ARENA_ARRAY(x->h.mem, double, all);
    memcpy(worth, x->w->worth, all * sizeof *worth);
    for (size_t i = 0; i < cells; i++)
        worth[(size_t)p * cells + i] *= 5;
    if (x->c->preferences[p].when_count > 0 || x->s->has_reserve[p]) return;
    int kept[8];
    const int *early = keep_outcome(x, x->t->early, kept);
    double no_deal = x->t->no_deal[p];
    draw scaled = *x->w;
    scaled.worth = worth;
    plan_begin(x->t, &scaled);
    assert_same_outcome(x, x->t->early, early);
    assert_near(x->t->no_deal[p], 5 * no_deal, 1e-9);
    m->rescaled++;
}

static void one_case(uint64_t seed, int party_most, met *m) {
    trial x = begin(seed, party_most);
    no_deal_is_worth_now(&x);
    full_agenda_shifts_nothing(&x, m);
    changing_nothing_is_accepted(&x, m);
    empty_guarantees_change_nothing(&x, m);
    phases_add_up(&x, m);
    scale_is_a_matter_of_units(&x, m);
    arena_free(x.h.mem);
}

static void plans_keep_their_laws(void **state) {
    (void)state;
    met m = {0};
    const char *replay = getenv("PROP_SEED");
    if (replay) {
        one_case(strtoull(replay, NULL, 10), 3, &m);
        return;
    }
    for (uint64_t seed = 1; seed <= CASES; seed++)
        one_case(seed, 3, &m);
    print_message("full agenda %d, nothing %d, guarantee %d, phases %d, "
                  "scale %d\n",
                  m.full_agenda, m.nothing, m.guarantee, m.split, m.rescaled);
    assert_true(m.full_agenda > 100 && m.nothing > 10 && m.guarantee > 100);
    assert_true(m.split > 100 && m.rescaled > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_keep_their_laws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
