/* SPDX-License-Identifier: Apache-2.0
 * Plans against brute force on random cases, and that the random cases meet
 * every branch. PROP_SEED replays one case. */
#include "brute_plan.h"

enum { CASES = 10000 };

/* How often each branch was met. */
typedef struct met {
    int unlisted, plans, locked, broken, unsettled, barred, never, paid,
        reached;
} met;

/* --- Comparing --- */

static void compare_split(const brute *B, const plan *p, const plan_work *t,
                          const plan_value *v, int party) {
    double row[ISSUES + PLAN_ROWS], sum = 0, after[3];
    plan_split(p, t, v, party, row);
    int n = B->c->issue_count;
    for (int i = 0; i < n + PLAN_ROWS; i++)
        sum += row[i];
    assert_near(sum, v->gain[party], 1e-12);
    for (int j = 0; j < n; j++)
        assert_near(row[j], V_row(B, party, 0, j, after) - V0_row(B, party, j),
                    1e-12);
    assert_near(row[n + PLAN_ROW_CONDITIONS],
                V_row(B, party, 0, ONLY_CONDITIONS, after) -
                    V0_row(B, party, ONLY_CONDITIONS),
                1e-12);
    assert_near(row[n + PLAN_ROW_BREACH] + row[n + PLAN_ROW_RESERVE],
                V_row(B, party, 0, ONLY_REST, after) -
                    V0_row(B, party, ONLY_REST),
                1e-12);
    assert_near(row[n + PLAN_ROW_REJECTED], -v->cost[party], 0);
}

static void compare_phases(const brute *B, const plan_value *v, int p) {
    for (int i = 0; i < B->p->phase_count; i++) {
        const case_phase *f = &B->p->phases[i];
        double leave = B->V0[p] - B->b[p];
        double start = B->V[i][p] - leave;
        double end = B->W[i][p] - (f->lasts.open ? leave : B->V0[p]);
        if (f->lasts.open && !f->talks) end = INFINITY;
        assert_near(v->value[i * B->n + p], B->V[i][p], 1e-12);
        assert_near(v->after[i * B->n + p], B->W[i][p], 1e-12);
        assert_near(v->start[i * B->n + p], start, 1e-12);
        if (!isinf(end)) assert_near(v->end[i * B->n + p], end, 1e-12);
        assert_int_equal(plan_complies(v, i, p), fmin(start, end) > -1e-9);
    }
}

static void compare_party(const brute *B, const plan_work *t,
                          const plan_value *v, int p, double k) {
    double cost = k * B->w->model[CASE_PUBLIC_REJECTION];
    assert_near(v->cost[p], cost, 1e-15);
    assert_near(v->breach[p], B->b[p], 1e-12);
    assert_near(v->gain[p], B->V[0][p] - cost - B->V0[p], 1e-12);
    assert_int_equal(v->accept[p], B->V[0][p] - cost > B->V0[p] - 1e-9);
    if (v->has_talks) assert_near(v->fallback[p], B->F[p], 1e-12);
    compare_phases(B, v, p);
    if (B->settlement < 0) {
        assert_true(isnan(v->leverage[p]));
        return;
    }
    const case_talks *talks = B->p->phases[B->p->phase_count - 1].talks;
    double u = u_promised(B, p, B->x[B->settlement], z_of(B, talks), true, ALL);
    assert_near(v->settlement_worth[p], u, 1e-12);
    assert_near(v->leverage[p], u - t->early_worth[p], 1e-12);
}

static void compare_plan(brute *B, const plan *p, plan_work *t, plan_value *v) {
    double first[PARTIES];
    value(B);
    plan_first(p, t, first);
    plan_eval(p, t, v);
    assert_int_equal(v->settlement != NULL, B->settlement >= 0);
    if (v->settlement)
        assert_memory_equal(v->settlement, B->x[B->settlement],
                            (size_t)B->c->issue_count * sizeof(int));
    assert_int_equal(v->locked, B->locked);
    assert_int_equal(v->can_settle, B->can_settle);
    for (int i = 0; i < B->n; i++) {
        assert_near(first[i], v->value[i], 0);
        compare_party(B, t, v, i, plan_rejected(p, i));
        compare_split(B, p, t, v, i);
    }
}

static void compare_no_deal(const brute *B, const plan_work *t) {
    const plan_field *f = t->setup->field;
    assert_int_equal(t->early != NULL, B->early >= 0);
    if (t->early)
        assert_memory_equal(t->early, B->x[B->early],
                            (size_t)B->c->issue_count * sizeof(int));
    for (int p = 0; p < B->n; p++) {
        assert_near(t->now_worth[p], B->now[p], 1e-12);
        assert_near(t->no_deal[p], B->V0[p], 1e-12);
        double u[OUTCOMES], room[OUTCOMES];
        if (f->list) plan_signed_worths(t, f, p, u, room);
        for (int i = 0; f->list && i < B->count; i++)
            assert_near(u[i] + paid(B, p, B->x[i]),
                        u_signed(B, p, B->x[i], ALL), 1e-12);
    }
}

static void count(met *m, const brute *B) {
    const case_talks *talks = B->p->phases[B->p->phase_count - 1].talks;
    m->plans++;
    m->locked += B->locked;
    m->broken += talks && talks->fail == CASE_STAY && !B->locked;
    m->unsettled += talks && B->settlement < 0;
    m->barred += talks && barred(B);
    m->never += B->early < 0;
    m->paid += B->pay != NULL;
}

/* What reaches V0 by bounds reaches it; the draw before is another one. */
static void compare_reaching(chance *h, plan_work *t, met *m) {
    const case_model *c = t->setup->c;
    const draw *w = some_draw(h, c);
    plan_work *whole = plan_work_new(t->setup, h->mem);
    plan_begin(whole, w);
    for (int i = 0; i < 8; i++) {
        const int p = below(h, c->party_count);
        const double off = once_in(h, 2) ? 1e-8 : 0.3;
        const double worth = whole->no_deal[p] + between(h, -off, off);
        plan_open(t, w);
        assert_int_equal(plan_reaches_no_deal(t, p, worth),
                         deal_at_least(worth, whole->no_deal[p]));
        m->reached += worth > whole->no_deal[p];
    }
}

static void one_case(uint64_t seed, met *m) {
    chance h = {.mem = test_arena()};
    rng_seed(&h.r, seed, 0);
    case_model *c = some_case(&h, 3, 4, 3);
    add_proposals(&h, c, 3);
    brute *B = ARENA_NEW(h.mem, brute);
    *B = (brute){.c = c, .n = c->party_count};
    B->e = some_evidence(&h, c);
    B->w = some_draw(&h, c);
    case_payment pay = {below(&h, B->n), some_expr(&h, c, 1), some_worth(&h)};
    if (once_in(&h, 4)) B->pay = &pay;
    list_outcomes(B);
    no_deal(B);
    /* outcomes listed, or none */
    const plan_setup *s = plan_setup_listing(
        c, B->e, seed % 2 ? PLAN_LISTED_MOST : 0, h.mem, NULL);
    if (s->field->list) assert_int_equal(s->field->list->count, B->count);
    m->unlisted += !s->field->list;
    plan_work *t = plan_work_new(s, h.mem);
    plan_begin(t, B->w);
    compare_no_deal(B, t);
    plan_value *v = plan_value_new(s, 3, h.mem);
    for (int i = 0; i < c->proposal_count; i++) {
        B->p = &c->proposals[i];
        plan_request q = {B->p, -1, B->pay, B->pay ? 1 : 0};
        const plan *p = plan_prepare(s, q, h.mem, NULL);
        assert_int_equal(p != NULL, stand(B));
        if (!p) continue;
        compare_plan(B, p, t, v);
        count(m, B);
    }
    compare_reaching(&h, t, m);
    arena_free(h.mem);
}

static void plans_equal_brute_force(void **state) {
    (void)state;
    met m = {0};
    const char *replay = getenv("PROP_SEED");
    if (replay) {
        one_case(strtoull(replay, NULL, 10), &m);
        return;
    }
    for (uint64_t seed = 1; seed <= CASES; seed++)
        one_case(seed, &m);
    print_message("%d cases, %d plans: locked %d, broken %d, no settlement %d, "
                  "talks barred %d, no later deal %d, payments %d\n",
                  CASES, m.plans, m.locked, m.broken, m.unsettled, m.barred,
                  m.never, m.paid);
    assert_true(m.unlisted > CASES / 3 && m.reached > CASES);
    assert_true(m.locked > 100 && m.broken > 100 && m.unsettled > 100);
    assert_true(m.barred > 100 && m.never > 100 && m.paid > 100);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plans_equal_brute_force),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
