/* SPDX-License-Identifier: Apache-2.0
 * The sampled reference values: at 40,000 draws and seeds 1, 2 and 3 every
 * value within 4 joint standard errors (the run's from its effective sample
 * size), at most 5 % beyond 2.5 (plans of one family counted once), R-hat at
 * most 1.01; a value whose error is 0 to 1e-9. */
#include "base/number.h"
#include "base/source.h"
#include "base/text.h"
#include "belief/belief.h"
#include "case/load.h"
#include "plan/plan.h"
#include "test.h"

enum { DRAWS = 40000, SEEDS = 3, MOST_KEYS = 128 };

typedef struct sample {
    const case_model *c;
    const belief *b;
    arena *mem;
    double *values; /* one a draw */
    bool *kept;
} sample;

typedef struct tally {
    char families[MOST_KEYS][96];
    bool beyond[MOST_KEYS];
    int count;
} tally;

/* --- Reading the reference --- */

static const node *golden(arena *mem) {
    static const char *const places[] = {PARLEY_ROOT
                                         "/tests/golden/golden.json",
                                         PARLEY_ROOT "/../shared/golden.json"};
    for (int i = 0; i < 2; i++) {
        source_text *text;
        const node *root;
        if (source_read(&text, places[i], 1 << 24, mem, NULL) &&
            node_parse(&root, text, mem, NULL))
            return root;
    }
    return NULL;
}

static double number(const node *n, const char *key) {
    const node *found = node_find(n, key);
    double value = NAN;
    if (found) assert_true(number_double(found->text, &value));
    return value;
}

static const node *sampled(const node *root, const char *name) {
    const node *list = node_find(root, "sampled");
    for (size_t i = 0; i < list->count; i++)
        if (text_same(node_find(list->items[i], "name")->text, name))
            return list->items[i];
    fail_msg("no sampled case \"%s\"", name);
    return NULL;
}

static sample draw_sample(const node *g, uint64_t seed, arena *mem) {
    sample s = {.mem = mem};
    const char *text = node_find(g, "case")->text;
    parley_diags *d = parley_diags_new(NULL);
    if (!case_load(&s.c, source_new(mem, "golden.yaml", text, strlen(text)),
                   mem, d))
        fail_msg("%s", parley_diags_get(d, 0)->message);
    belief_ask ask = {
        .seed = seed, .draws = DRAWS, .threads = 2, .ranges = true};
    assert_int_equal(belief_sample(&s.b, s.c, &ask, mem, d), PARLEY_OK);
    assert_true(s.b->r_hat.value <= BELIEF_R_HAT_MOST);
    parley_diags_free(d);
    s.values = ARENA_ARRAY(mem, double, DRAWS);
    s.kept = ARENA_ARRAY(mem, bool, DRAWS);
    return s;
}

/* --- Comparing --- */

/* "egyptian-resume accept hamas" is of the family "egyptian accept hamas". */
static void family_of(const char *name, char family[96]) {
    const char *space = strchr(name, ' ');
    size_t first = strcspn(name, "- ");
    if (text_begins(name, "no-deal")) first = 7;
    snprintf(family, 96, "%.*s%s", (int)first, name, space ? space : "");
}

static void count_in(tally *t, const char *name, bool beyond) {
    char family[96];
    family_of(name, family);
    int at = 0;
    while (at < t->count && !text_same(t->families[at], family))
        at++;
    assert_true(at < MOST_KEYS);
    if (at == t->count) {
        memcpy(t->families[at], family, sizeof family);
        t->beyond[t->count++] = false;
    }
    t->beyond[at] = t->beyond[at] || beyond;
}

static void check(const node *expect, const char *name, belief_measure got,
                  tally *t) {
    const node *e = node_find(expect, name);
    if (!e) fail_msg("the reference has no \"%s\"", name);
    double exact = number(e, "exact");
    double mean = isnan(exact) ? number(e, "mean") : exact;
    double se = isnan(exact) ? number(e, "se") : 0;
    if (isnan(exact) && se == 0) {
        assert_near(got.mean, mean, 1e-9);
        return;
    }
    double off = fabs(got.mean - mean) / hypot(se, got.error);
    if (!(off <= 4))
        fail_msg("%s: %g +- %g, expected %g +- %g", name, got.mean, got.error,
                 mean, se);
    count_in(t, name, off > 2.5);
}

static void check_values(const sample *s, const node *expect, tally *t,
                         const char *name) {
    check(expect, name, belief_mean(s->b, s->values, s->mem), t);
}

static void check_tally(const tally *t, int expected) {
    int beyond = 0;
    for (int i = 0; i < t->count; i++)
        beyond += t->beyond[i];
    print_message("%d of %d families beyond 2.5 errors\n", beyond, t->count);
    assert_true(t->count >= expected);
    assert_true(beyond * 20 <= t->count);
}

static double weight(const sample *s, int at, int party, int issue) {
    const case_issue *j = &s->c->issues[issue];
    const double *w =
        s->b->draws[at].worth + (ptrdiff_t)party * s->c->cell_count + j->cell;
    double most = w[0];
    for (int o = 1; o < j->option_count; o++)
        most = fmax(most, w[o]);
    return most;
}

static void check_weight(const sample *s, const node *expect, tally *t, int p,
                         int j) {
    char name[96];
    snprintf(name, sizeof name, "weight %s %s", s->c->actors[p].id,
             s->c->issues[j].id);
    for (int i = 0; i < DRAWS; i++)
        s->values[i] = weight(s, i, p, j);
    check_values(s, expect, t, name);
}

/* --- Closed forms --- */

static void check_best(const sample *s, const node *expect, tally *t,
                       const char *issue, int option) {
    char name[96];
    int j = case_issue_find(s->c, issue);
    snprintf(name, sizeof name, "a: %s best", s->c->issues[j].options[option]);
    for (int i = 0; i < DRAWS; i++)
        s->values[i] = s->b->draws[i].worth[s->c->issues[j].cell + option] >
                       weight(s, i, 0, j) - 1e-9;
    check_values(s, expect, t, name);
}

static void check_prior_shares(const sample *s) {
    const belief_review *r = belief_judge(s->b, s->mem);
    static const double prior[] = {0.5, 0.5, 2 / 3.0};
    static const double posterior[] = {0.8, 0.9, 0.7 * 2 / (0.7 * 2 + 0.3)};
    assert_int_equal(r->statement_count, 3);
    for (int i = 0; i < 3; i++) {
        assert_near(r->statements[i].prior, prior[i], 0.02);
        assert_near(r->statements[i].posterior, posterior[i], 0.012);
        assert_true(r->statements[i].informative);
    }
}

static void test_closed_form(void **state) {
    (void)state;
    tally t = {.count = 0};
    arena *mem = test_arena();
    const node *root = golden(mem);
    for (uint64_t seed = 1; root && seed <= SEEDS; seed++) {
        const node *g = sampled(root, "belief-closed-form");
        const node *expect = node_find(g, "expect");
        sample s = draw_sample(g, seed, mem);
        for (int j = 0; j < 3; j++)
            check_weight(&s, expect, &t, 0, j);
        check_weight(&s, expect, &t, 1, 0);
        check_best(&s, expect, &t, "j", 2);
        check_best(&s, expect, &t, "k", 0);
        for (int i = 0; i < DRAWS; i++)
            s.values[i] = s.b->draws[i].worth[s.c->issues[1].cell + 1] /
                          weight(&s, i, 0, 1);
        check_values(&s, expect, &t, "a: value of j1 over weight");
        check_prior_shares(&s);
    }
    arena_free(mem);
    if (!root) skip();
    check_tally(&t, 7);
}

/* --- Cairo --- */

typedef struct column { /* of one proposal, by draw */
    plan_value *v;
    double *accept, *all, *comply, *leverage; /* [party][draw] or [draw] */
} column;

static bool complies(const plan_value *v) {
    for (int k = 0; k < v->phase_count; k++)
        for (int p = 0; p < v->party_count; p++)
            if (!plan_complies(v, k, p)) return false;
    return true;
}

static column evaluate(const sample *s, const plan *p, plan_work *work) {
    size_t parties = (size_t)s->c->party_count;
    column k = {plan_value_new(work->setup, plan_phase_count(p), s->mem),
                ARENA_ARRAY(s->mem, double, parties *DRAWS),
                ARENA_ARRAY(s->mem, double, DRAWS),
                ARENA_ARRAY(s->mem, double, DRAWS),
                ARENA_ARRAY(s->mem, double, parties *DRAWS)};
    for (int i = 0; i < DRAWS; i++) {
        plan_begin(work, &s->b->draws[i]);
        plan_eval(p, work, k.v);
        k.all[i] = k.v->all;
        k.comply[i] = complies(k.v);
        for (int q = 0; q < s->c->party_count; q++) {
            k.accept[q * DRAWS + i] = k.v->accept[q];
            k.leverage[q * DRAWS + i] = k.v->leverage[q];
        }
    }
    return k;
}

static void check_named(const sample *s, const node *expect, tally *t,
                        const double *values, const char *name) {
    for (int i = 0; i < DRAWS; i++)
        s->kept[i] = !isnan(values[i]);
    belief_measure m = belief_mean_where(s->b, values, s->kept, s->mem);
    check(expect, name, m, t);
}

static void check_proposal(const sample *s, const node *expect, tally *t,
                           int proposal, const column *k) {
    const char *id = s->c->proposals[proposal].id;
    char name[96];
    for (int p = 0; p < s->c->party_count; p++) {
        const char *party = s->c->actors[p].id;
        snprintf(name, sizeof name, "%s accept %s", id, party);
        check_named(s, expect, t, k->accept + (ptrdiff_t)p * DRAWS, name);
        snprintf(name, sizeof name, "%s leverage %s", id, party);
        if (k->v->has_talks)
            check_named(s, expect, t, k->leverage + (ptrdiff_t)p * DRAWS, name);
    }
    snprintf(name, sizeof name, "%s accept all", id);
    check_named(s, expect, t, k->all, name);
    snprintf(name, sizeof name, "%s comply all", id);
    check_named(s, expect, t, k->comply, name);
}

static void check_parties(const sample *s, const node *expect, tally *t,
                          plan_work *work) {
    for (int p = 0; p < s->c->party_count; p++) {
        char name[96];
        snprintf(name, sizeof name, "no-deal %s", s->c->actors[p].id);
        for (int i = 0; i < DRAWS; i++) {
            plan_begin(work, &s->b->draws[i]);
            s->values[i] = work->no_deal[p];
        }
        check_values(s, expect, t, name);
        for (int j = 0; j < s->c->issue_count; j++)
            check_weight(s, expect, t, p, j);
    }
}

static void check_seed(const node *g, uint64_t seed, tally *t) {
    arena *mem = test_arena();
    const node *expect = node_find(g, "expect");
    sample s = draw_sample(g, seed, mem);
    const plan_setup *setup = plan_setup_new(s.c, s.b->evidence, mem, NULL);
    plan_work *work = plan_work_new(setup, mem);
    for (int i = 0; i < s.c->proposal_count; i++) {
        plan_request q = {&s.c->proposals[i], -1, NULL, 0};
        arena_place place = arena_mark(mem);
        column k = evaluate(&s, plan_prepare(setup, q, mem, NULL), work);
        check_proposal(&s, expect, t, i, &k);
        arena_back(mem, place);
    }
    check_parties(&s, expect, t, work);
    arena_free(mem);
}

static void test_cairo(void **state) {
    (void)state;
    arena *mem = test_arena();
    const node *root = golden(mem);
    for (uint64_t seed = 1; root && seed <= SEEDS; seed++) {
        tally t = {.count = 0};
        check_seed(sampled(root, "cairo-posterior"), seed, &t);
        check_tally(&t, 34);
    }
    arena_free(mem);
    if (!root) skip();
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_closed_form),
                                       cmocka_unit_test(test_cairo)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
