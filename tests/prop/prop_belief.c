/* SPDX-License-Identifier: Apache-2.0
 * The sampler against plain importance sampling: draws of the prior, each
 * weighted by the product of the statements' factors, written here from the
 * design alone and with no code of src/belief. Random small cases with all
 * kinds of statements; every weight, best option, model range, honour and
 * proposal's gain and acceptance must agree within the two errors. And: no
 * block of the sampler changes a claim that it isn't listed to touch.
 *
 * PROP_SEED=n begins at another seed; the seed of a failing case is printed. */
#include "base/rng.h"
#include "belief/setup.h"
#include "belief_cases.h"
#include "case/load.h"
#include "plan/plan.h"
#include "record/evidence.h"
#include "record/same_plan.h"
#include "test.h"

enum {
    CASES = 30,
    PRIOR_DRAWS = 40000,
    CHAIN_DRAWS = 8000,
    PARTIES = 2,
    MOST_QUANTITIES = 128,
};

/* --- The prior, literally --- */

typedef struct theta {
    double worth[PARTIES * 16], honour[PARTIES * 8];
    draw view;
} theta;

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void draw_values(const case_issue *j, rng *r, double *value) {
    int n = j->option_count;
    double low = 1, high = 0;
    for (int o = 0; o < n; o++) {
        value[o] = rng_uniform(r);
        low = fmin(low, value[o]);
        high = fmax(high, value[o]);
    }
    for (int o = 0; o < n; o++)
        value[o] = (value[o] - low) / (high - low);
    if (!j->scale) return;
    qsort(value, (size_t)n, sizeof *value, by_size);
    if (rng_uniform(r) < 0.5) return;
    for (int o = 0; o < n / 2; o++) {
        double swap = value[o];
        value[o] = value[n - 1 - o];
        value[n - 1 - o] = swap;
    }
}

static void draw_party(const case_model *c, int p, rng *r, theta *t) {
    double *worth = t->worth + (ptrdiff_t)p * c->cell_count, weight[4], sum = 0;
    const case_preference *given = &c->preferences[p];
    for (int i = 0; i < c->cell_count && given->kind == CASE_WORTH; i++)
        worth[i] = (double)given->worth[i] / 1e12;
    if (given->kind == CASE_WORTH) return;
    for (int j = 0; j < c->issue_count; j++)
        sum += weight[j] = -log(1 - rng_uniform(r));
    for (int j = 0; j < c->issue_count; j++) {
        double *here = worth + c->issues[j].cell;
        draw_values(&c->issues[j], r, here);
        for (int o = 0; o < c->issues[j].option_count; o++)
            here[o] *= weight[j] / sum;
    }
}

/* Everyone but p who carries an issue out or is doubted. */
static bool is_named(const case_model *c, int q) {
    for (int j = 0; j < c->issue_count; j++)
        for (int i = 0; i < c->issues[j].by.count; i++)
            if (c->issues[j].by.items[i] == q) return true;
    for (int i = 0; i < c->record_count; i++)
        if (c->record[i].kind == CASE_DOUBT && c->record[i].doubted == q)
            return true;
    return false;
}

static void draw_theta(const case_model *c, rng *r, theta *t) {
    for (int p = 0; p < PARTIES; p++)
        draw_party(c, p, r, t);
    for (int m = 0; m < CASE_PARAMETERS; m++)
        t->view.model[m] = rng_between(r, c->model[m].low, c->model[m].high);
    for (int p = 0; p < PARTIES; p++)
        for (int q = 0; q < c->actor_count; q++)
            t->honour[p * c->actor_count + q] =
                p != q && is_named(c, q)
                    ? rng_between(r, c->model[CASE_HONOUR].low,
                                  c->model[CASE_HONOUR].high)
                    : 1;
    t->view.worth = t->worth;
    t->view.honour = t->honour;
}

/* --- The statements, literally --- */

typedef struct game {
    const case_model *c;
    const plan *plans[2];
    const int *same; /* the first proposal with the same plan */
    plan_work *work;
    double first[2][PARTIES];
} game;

static double worth(const game *g, int p, int issue, int option) {
    const case_model *c = g->c;
    return g->work->draw
        ->worth[p * c->cell_count + c->issues[issue].cell + option];
}

static bool among(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

static bool with(const int *x, case_terms a) {
    for (int i = 0; i < a.count; i++)
        if (!among(a.items[i].options, x[a.items[i].issue])) return false;
    return true;
}

static void set(int *x, case_terms a) {
    for (int i = 0; i < a.count; i++)
        x[a.items[i].issue] = a.items[i].options.items[0];
}

static void now(const case_model *c, int *x) {
    for (int j = 0; j < c->issue_count; j++)
        x[j] = c->issues[j].now;
}

static double true_worth(const game *g, int p, const int *x) {
    double sum = 0;
    for (int j = 0; j < g->c->issue_count; j++)
        sum += worth(g, p, j, x[j]);
    return sum;
}

static double largest(const game *g, int p, int issue) {
    double most = worth(g, p, issue, 0);
    for (int o = 1; o < g->c->issues[issue].option_count; o++)
        most = fmax(most, worth(g, p, issue, o));
    return most;
}

static bool demand_met(const game *g, int p, case_term a) {
    for (int i = 0; i < a.options.count; i++)
        if (worth(g, p, a.issue, a.options.items[i]) >
            largest(g, p, a.issue) - 1e-9)
            return true;
    return false;
}

/* Does require or refuse speak of x? */
static bool spoken_of(const case_model *c, const case_entry *e, int p,
                      const int *x) {
    if (!e->any_condition) return with(x, e->about) == (e->kind == CASE_REFUSE);
    for (int j = 0; j < c->issue_count; j++)
        if (among(c->issues[j].by, p) && x[j] != c->issues[j].now) return true;
    return false;
}

static bool next_outcome(const case_model *c, int *x) {
    for (int j = c->issue_count - 1; j >= 0; j--) {
        if (++x[j] < c->issues[j].option_count) return true;
        x[j] = 0;
    }
    return false;
}

/* u'(x) < V0 for every x but now that the statement speaks of; there are no
 * rules in these cases. */
static bool limits(const game *g, const case_entry *e, int p) {
    int x[4] = {0}, status_quo[4];
    now(g->c, status_quo);
    do {
        size_t size = sizeof(int) * (size_t)g->c->issue_count;
        if (memcmp(x, status_quo, size) == 0) continue;
        if (spoken_of(g->c, e, p, x) &&
            plan_signed_worth(g->work, p, x) > g->work->no_deal[p] - 1e-9)
            return false;
    } while (next_outcome(g->c, x));
    return true;
}

static bool limits_truce(const game *g, const case_entry *e, int p) {
    for (int i = 0; i < 2; i++) {
        int x[4];
        now(g->c, x);
        set(x, g->c->proposals[i].phases[0].terms);
        if (spoken_of(g->c, e, p, x) &&
            g->first[i][p] > g->work->no_deal[p] - 1e-9)
            return false;
    }
    return true;
}

static bool prefers(const game *g, const case_entry *e, int p) {
    int x[4], y[4];
    now(g->c, x);
    now(g->c, y);
    set(x, e->about);
    set(y, e->over);
    return true_worth(g, p, x) > true_worth(g, p, y) + 1e-9;
}

static bool would(const game *g, const case_entry *e, int p) {
    int x[4];
    now(g->c, x);
    set(x, e->about);
    if (e->kind == CASE_TRADE) set(x, e->in_return);
    return plan_signed_worth(g->work, p, x) > g->work->no_deal[p] - 1e-9;
}

static bool satisfied(const game *g, const case_entry *e, int p) {
    const case_range h = g->c->model[CASE_HONOUR];
    switch (e->kind) {
    case CASE_PREFER:
        return prefers(g, e, p);
    case CASE_MATTERS:
        return largest(g, p, e->issue) > largest(g, p, e->over_issue) + 1e-9;
    case CASE_OFFER:
    case CASE_TRADE:
        return would(g, e, p);
    case CASE_REQUIRE:
    case CASE_REFUSE:
        return e->scope_truce ? limits_truce(g, e, p) : limits(g, e, p);
    case CASE_ACCEPT:
    case CASE_REJECT:
        return (g->first[e->proposal][p] > g->work->no_deal[p] - 1e-9) ==
               (e->kind == CASE_ACCEPT);
    default:
        return g->work->draw->honour[p * g->c->actor_count + e->doubted] <
               (h.low + h.high) / 2;
    }
}

/* The part of an entry: a demand has one an issue. */
static bool part_satisfied(const game *g, const case_entry *e, int part) {
    int p = e->holders.items[0];
    if (e->kind != CASE_DEMAND) return satisfied(g, e, p);
    return demand_met(g, p, e->about.items[part]);
}

static int part_count(const case_entry *e) {
    return e->kind == CASE_DEMAND ? e->about.count : 1;
}

static double likelihood(const game *g) {
    double product = 1;
    for (int i = 0; i < g->c->record_count; i++) {
        const case_entry *e = &g->c->record[i];
        for (int k = 0; k < part_count(e); k++)
            product *= part_satisfied(g, e, k) ? e->credence : 1 - e->credence;
    }
    return product;
}

/* --- Quantities both ways --- */

static double rejected_in_public(const game *g, int p, int proposal) {
    double k = 0;
    for (int i = 0; i < g->c->record_count; i++) {
        const case_entry *e = &g->c->record[i];
        if (e->kind != CASE_REJECT || e->holders.items[0] != p) continue;
        if (!e->is_public || !e->by_count) continue;
        bool same = g->same[e->proposal] == g->same[proposal];
        const case_person *by = &g->c->people[e->by[0].index];
        if (same) k = fmax(k, by->office == CASE_LEADER ? 1 : 0.4);
    }
    return k;
}

static double gain_of(const game *g, const draw *w, int p, int i) {
    double cost = w->model[CASE_PUBLIC_REJECTION] * rejected_in_public(g, p, i);
    return g->first[i][p] - cost - g->work->no_deal[p];
}

static int describe(const game *g, const draw *w, double *q) {
    const case_model *c = g->c;
    int count = 0;
    for (int p = 0; p < PARTIES; p++)
        for (int j = 0; j < c->issue_count; j++) {
            q[count++] = largest(g, p, j);
            for (int o = 0; o < c->issues[j].option_count; o++)
                q[count++] = worth(g, p, j, o) > largest(g, p, j) - 1e-9;
        }
    for (int m = 0; m < CASE_PARAMETERS; m++)
        q[count++] = m == CASE_HONOUR ? 0 : w->model[m];
    for (int p = 0; p < PARTIES; p++)
        for (int a = 0; a < c->actor_count; a++)
            q[count++] = w->honour[p * c->actor_count + a];
    for (int i = 0; i < 2; i++)
        for (int p = 0; p < PARTIES; p++) {
            double cost =
                w->model[CASE_PUBLIC_REJECTION] * rejected_in_public(g, p, i);
            double gain = g->first[i][p] - cost - g->work->no_deal[p];
            q[count++] = gain;
            q[count++] = gain > -1e-9;
        }
    return count;
}

static void play(game *g, const draw *w) {
    plan_begin(g->work, w);
    for (int i = 0; i < 2; i++)
        plan_first(g->plans[i], g->work, g->first[i]);
}

typedef struct estimate {
    double mean, error;
} estimate;

/* Self-normalised: mean sum(w q) / sum(w), error by the delta method. */
static int by_importance(game *g, uint64_t seed, estimate *out, arena *mem) {
    double *weight = ARENA_ARRAY(mem, double, PRIOR_DRAWS);
    double *q = ARENA_ARRAY(mem, double, PRIOR_DRAWS *MOST_QUANTITIES);
    double total = 0;
    int count = 0;
    rng r;
    rng_seed(&r, seed, 1234);
    for (int i = 0; i < PRIOR_DRAWS; i++) {
        theta t;
        draw_theta(g->c, &r, &t);
        play(g, &t.view);
        total += weight[i] = likelihood(g);
        count = describe(g, &t.view, q + (ptrdiff_t)i * MOST_QUANTITIES);
    }
    for (int k = 0; k < count; k++) {
        double mean = 0, squares = 0;
        for (int i = 0; i < PRIOR_DRAWS; i++)
            mean += weight[i] * q[i * MOST_QUANTITIES + k] / total;
        for (int i = 0; i < PRIOR_DRAWS; i++) {
            double off = weight[i] * (q[i * MOST_QUANTITIES + k] - mean);
            squares += off * off;
        }
        out[k] = (estimate){mean, sqrt(squares) / total};
    }
    return count;
}

/* What the sample keeps of a draw beside theta is what it is said to be. */
static void check_kept(const game *g, const belief *b, int at) {
    size_t n = (size_t)b->draw_count, place = (size_t)at;
    for (size_t k = 0; k < (size_t)b->evidence->claim_count; k++) {
        const record_claim *claim = &b->evidence->claims[k];
        const case_entry *e = &g->c->record[claim->entry];
        int part = 0;
        while (e->kind == CASE_DEMAND &&
               e->about.items[part].issue != claim->about.items[0].issue)
            part++;
        assert_int_equal(b->satisfied[k * n + place],
                         part_satisfied(g, e, part));
    }
    for (int i = 0; i < 2; i++)
        for (int p = 0; p < PARTIES; p++)
            assert_near(b->gain[(size_t)(i * PARTIES + p) * n + place],
                        gain_of(g, &b->draws[at], p, i), 1e-12);
}

static void by_chains(game *g, const belief *b, estimate *out, arena *mem) {
    double(*q)[MOST_QUANTITIES] =
        arena_array(mem, (size_t)b->draw_count, sizeof *q);
    double *one = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    int count = 0;
    for (int i = 0; i < b->draw_count; i++) {
        play(g, &b->draws[i]);
        count = describe(g, &b->draws[i], q[i]);
        check_kept(g, b, i);
    }
    for (int k = 0; k < count; k++) {
        for (int i = 0; i < b->draw_count; i++)
            one[i] = q[i][k];
        belief_measure m = belief_mean(b, one, mem);
        out[k] = (estimate){m.mean, m.error};
    }
}

typedef struct tally {
    int compared, beyond;
} tally;

static void compare(const estimate *a, const estimate *b, int count,
                    uint64_t seed, tally *t) {
    for (int k = 0; k < count; k++) {
        double error = sqrt(a[k].error * a[k].error + b[k].error * b[k].error);
        double off = fabs(a[k].mean - b[k].mean);
        if (off < 1e-12) continue;
        t->compared++;
        t->beyond += off > 2.5 * error;
        if (off > 4.5 * error)
            fail_msg("seed %llu, quantity %d: %g +- %g by importance, %g +- %g "
                     "by chains",
                     (unsigned long long)seed, k, a[k].mean, a[k].error,
                     b[k].mean, b[k].error);
    }
}

static void run_case(uint64_t seed, tally *t) {
    arena *mem = test_arena();
    const case_model *c = random_case(seed, mem);
    const belief *b;
    belief_ask ask = {
        .seed = seed, .draws = CHAIN_DRAWS, .threads = 2, .ranges = true};
    assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
    const plan_setup *s = plan_setup_new(c, record_weigh(c, mem), mem, NULL);
    game g = {.c = c,
              .work = plan_work_new(s, mem),
              .same = record_same_plan(c, mem)};
    for (int i = 0; i < 2; i++)
        g.plans[i] = plan_prepare(
            s, (plan_request){&c->proposals[i], -1, NULL, 0}, mem, NULL);
    estimate plain[MOST_QUANTITIES] = {0}, chains[MOST_QUANTITIES] = {0};
    int count = by_importance(&g, seed, plain, mem);
    by_chains(&g, b, chains, mem);
    compare(plain, chains, count, seed, t);
    arena_free(mem);
}

static void test_importance(void **state) {
    (void)state;
    const char *given = getenv("PROP_SEED");
    uint64_t first = given ? strtoull(given, NULL, 10) : 1;
    tally t = {0, 0};
    for (uint64_t i = 0; i < CASES; i++)
        run_case(first + i, &t);
    print_message("%d compared, %d beyond 2.5 errors\n", t.compared, t.beyond);
    assert_true(t.compared > 20 * CASES);
    assert_true(t.beyond < t.compared / 20);
}

/* A redraw of a block changes no claim that the block isn't said to touch. */
static void check_blocks(const belief_likelihood *l, rng *r, arena *mem) {
    const belief_prior *p = l->prior;
    belief_state *s = belief_state_new(p, mem);
    belief_undo *before = belief_undo_new(p, mem);
    belief_room *room = belief_room_new(l, mem);
    bool *was = ARENA_ARRAY(mem, bool, (size_t)l->claim_count);
    belief_state_draw(p, s, r);
    for (int k = 0; k < l->claim_count; k++)
        was[k] = belief_satisfies(l, s, k, room);
    for (int b = 0; b < p->block_count; b++) {
        belief_state_redraw(p, s, p->blocks[b], r, before);
        belief_room_move(room);
        for (int k = 0; k < l->claim_count; k++)
            if (!among(l->touched[b], k))
                assert_int_equal(was[k], belief_satisfies(l, s, k, room));
        belief_state_restore(p, s, p->blocks[b], before);
    }
    belief_room_move(room);
    for (int k = 0; k < l->claim_count; k++)
        assert_int_equal(was[k], belief_satisfies(l, s, k, room));
}

static void test_blocks(void **state) {
    (void)state;
    for (uint64_t seed = 100; seed < 160; seed++) {
        arena *mem = test_arena();
        const case_model *c = random_case(seed, mem);
        const belief *b;
        belief_ask ask = {
            .seed = seed, .draws = 8, .threads = 1, .ranges = true};
        assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
        rng r;
        rng_seed(&r, seed, 5);
        for (int i = 0; i < 100; i++)
            check_blocks(b->setup->likelihood, &r, mem);
        arena_free(mem);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_importance),
                                       cmocka_unit_test(test_blocks)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
