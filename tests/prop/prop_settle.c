/* SPDX-License-Identifier: Apache-2.0
 * The settlement of a draw without a list of outcomes against the one with it,
 * on random cases of 2 to 5 parties, a third of them with worths so coarse that
 * most outcomes tie: the same outcome, ties included, and the
 * same worths to the last bit. PROP_SEED replays one case. */
#include "random_case.h"

#include "deal/settle_int.h"

enum { CASES = 10000, PARTIES = 5, ISSUES = 9 };

/* How often each branch was met. */
typedef struct met {
    int all, some, none, tied, ruled, extras, fixed;
} met;

typedef struct question {
    chance h;
    const case_model *c;
    deal_scope scope;
    deal_extras extras;
    const deal_space *space;
    const deal_diagram *diagram;
    const double *worth[PARTIES];
    double d[PARTIES];
    double *sums[PARTIES]; /* of all outcomes */
} question;

/* --- Questions --- */

static deal_scope some_scope(chance *h, const case_model *c) {
    deal_scope scope = {0};
    if (once_in(h, 3)) {
        int *held = ARENA_ARRAY(h->mem, int, (size_t)c->issue_count);
        for (int j = 0; j < c->issue_count; j++)
            held[j] = once_in(h, 3) ? c->issues[j].now : -1;
        scope.fixed = held;
    }
    if (once_in(h, 4)) {
        const expr **within = ARENA_ARRAY(h->mem, const expr *, 1);
        within[0] = some_expr(h, c, 2);
        scope.within = within;
        scope.within_count = 1;
    }
    return scope;
}

static void some_worths(question *q) {
    const size_t cells = (size_t)q->c->cell_count;
    const bool flat = once_in(&q->h, 10), coarse = once_in(&q->h, 3);
    for (int p = 0; p < q->c->party_count; p++) {
        double *worth = ARENA_ARRAY(q->h.mem, double, cells);
        for (size_t i = 0; i < cells; i++)
            worth[i] = q->h.grid ? 0.1 * below(&q->h, 11) - 0.3
                                 : between(&q->h, -0.3, 1);
        for (size_t i = 0; coarse && i < cells; i++)
            worth[i] = below(&q->h, 3);
        if (flat && once_in(&q->h, 2)) memset(worth, 0, cells * sizeof *worth);
        q->worth[p] = worth;
    }
}

/* Sums of all outcomes, and d among them: a random outcome's or a hair more,
 * low, or anything. */
static void add_up(question *q) {
    const deal_space *s = q->space;
    double *room = ARENA_ARRAY(q->h.mem, double, (size_t)s->count + 1);
    int outcome[ISSUES];
    const uint32_t like = s->count ? (uint32_t)below(&q->h, (int)s->count) : 0;
    const int way = below(&q->h, 4);
    for (int p = 0; p < q->c->party_count; p++) {
        double *sum = ARENA_ARRAY(q->h.mem, double, (size_t)s->count + 1);
        deal_sums(s, q->worth[p], 0, s->count, sum, room);
        for (uint32_t x = 0; x < s->count; x++) {
            deal_space_outcome(s, x, outcome);
            sum[x] += deal_extra_worth(q->extras, p, outcome);
        }
        q->sums[p] = sum;
        q->d[p] = way == 0 || !s->count ? between(&q->h, 0, 2)
                  : way == 1            ? sum[like]
                  : way == 2            ? sum[like] + between(&q->h, -0.3, 0.1)
                                        : -2;
    }
}

/* --- Comparing --- */

static int gainers_of(const question *q, uint32_t x) {
    int gainers = 0;
    for (int p = 0; p < q->c->party_count; p++)
        gainers += q->sums[p][x] - q->d[p] >= DEAL_TIE;
    return gainers;
}

static void compare(question *q, settle_room *room, met *m) {
    int outcome[ISSUES], found[ISSUES];
    double worth[PARTIES];
    double *key = ARENA_ARRAY(q->h.mem, double, (size_t)q->space->count + 1);
    const int64_t x = deal_nash((const double *const *)q->sums, q->space->count,
                                q->d, q->c->party_count, key);
    const settle_ask ask = {q->diagram, q->worth, q->d};
    settle_answer to = {.outcome = found, .worth = worth};
    settle_nash(&ask, room, &to);
    assert_int_equal(to.end, x < 0 ? SETTLE_NONE : SETTLE_FOUND);
    m->none += x < 0;
    if (x < 0) return;
    deal_space_outcome(q->space, (uint32_t)x, outcome);
    assert_memory_equal(found, outcome,
                        (size_t)q->c->issue_count * sizeof *found);
    for (int p = 0; p < q->c->party_count; p++)
        assert_memory_equal(&worth[p], &q->sums[p][x], sizeof(double));
    const bool all = gainers_of(q, (uint32_t)x) == q->c->party_count;
    m->all += all;
    m->some += !all;
    for (uint32_t y = 0; all && y < q->space->count; y++)
        m->tied += y != x && key[y] >= key[x] * DEAL_PRODUCT_TIE;
}

/* Counts, and the most that each party can get. */
static void compare_spaces(const question *q) {
    double *room =
        ARENA_ARRAY(q->h.mem, double, 2 * (size_t)q->diagram->nodes_most + 2);
    assert_true(fabs(q->diagram->outcomes - q->space->count) < 0.5);
    for (int p = 0; p < q->c->party_count; p++) {
        double most = -INFINITY;
        for (uint32_t x = 0; x < q->space->count; x++)
            most = fmax(most, q->sums[p][x]);
        const double found =
            deal_diagram_most(q->diagram, p, q->worth[p], 1, room);
        assert_true(most == found || fabs(most - found) < 1e-12);
    }
}

static void one_case(uint64_t seed, met *m) {
    question q = {.h = {.mem = test_arena()}};
    rng_seed(&q.h.r, seed, 0);
    /* now and then more outcomes, so that many beginnings are compared */
    q.c = seed % 16 ? some_case(&q.h, PARTIES, 6, 4)
                    : some_case(&q.h, PARTIES, ISSUES, 3);
    q.scope = some_scope(&q.h, q.c);
    q.extras = deal_extras_of(q.c, q.h.mem);
    q.space = deal_space_new(q.c, q.scope, q.h.mem, NULL);
    q.diagram = deal_diagram_new(q.c, q.scope, q.extras, q.h.mem, NULL);
    settle_room *room = settle_room_new(q.h.mem);
    if (once_in(&q.h, 2)) room->thin_from = 2;
    if (once_in(&q.h, 2)) room->few = (size_t)below(&q.h, 3);
    if (once_in(&q.h, 2)) room->grid_from = 2;
    if (once_in(&q.h, 2)) room->easy = (size_t)below(&q.h, 20);
    for (int i = 0; i < 3; i++) {
        some_worths(&q);
        add_up(&q);
        compare_spaces(&q);
        compare(&q, room, m);
    }
    m->ruled += q.c->rule_count > 0;
    m->extras += q.extras.count > 0;
    m->fixed += q.diagram->fixed_count > 0;
    arena_free(q.h.mem);
}

static void settles_as_a_list_does(void **state) {
    (void)state;
    met m = {0};
    const char *only = getenv("PROP_SEED");
    if (only) {
        one_case(strtoull(only, NULL, 10), &m);
        return;
    }
    const int cases = prop_cases(CASES);
    for (int i = 0; i < cases; i++)
        one_case((uint64_t)i, &m);
    print_message(
        "all %d some %d none %d tied %d ruled %d extras %d fixed %d\n", m.all,
        m.some, m.none, m.tied, m.ruled, m.extras, m.fixed);
    assert_true(m.all * 10 > cases && m.some * 10 > cases &&
                m.none * 20 > cases && m.tied > 0);
    assert_true(m.ruled * 10 > cases && m.extras * 10 > cases &&
                m.fixed * 10 > cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settles_as_a_list_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
