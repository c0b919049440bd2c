/* SPDX-License-Identifier: Apache-2.0
 * Stability over draws: every draw of two shipped cases is judged once more by
 * the literal checker, from the draw's worths. */
#include "test.h"

#include "case/load.h"
#include "stability/literal.h"
#include "stability/sample.h"

enum { DRAWS = 64 };

typedef struct sampled {
    arena *mem;
    stability_case *k;
    const belief *b;
    stability_sample *s;
} sampled;

static void load(sampled *t, const char *name, int threads) {
    source_text *text;
    const case_model *c;
    t->mem = test_arena();
    const char *path = arena_format(t->mem, "%s/cases/%s", PARLEY_ROOT, name);
    assert_true(source_read(&text, path, 1 << 20, t->mem, NULL));
    assert_true(case_load(&c, text, t->mem, NULL));
    assert_int_equal(stability_build(&t->k, c, t->mem, NULL), PARLEY_OK);
    stability_locate(&t->k->g, t->mem);
    belief_ask ask = {.seed = 3, .draws = DRAWS, .threads = threads};
    assert_int_equal(belief_sample(&t->b, c, &ask, t->mem, NULL), PARLEY_OK);
    t->s = stability_sample_run(t->k, t->b, &t->k->now, 1, threads, t->mem);
}

/* How many states are worth clearly less: ranks with ties within 1e-9. */
static void literal_ranks(const sampled *t, int number, literal *l) {
    const case_model *c = t->k->c;
    for (int i = 0; i < t->k->party_count; i++) {
        double sum[LITERAL_STATES] = {0};
        const double *worth =
            t->b->draws[number].worth + (size_t)i * (size_t)c->cell_count;
        for (int s = 0; s < l->states; s++) {
            int outcome[16];
            stability_outcome(&t->k->space, (uint32_t)s, outcome);
            for (int j = 0; j < c->issue_count; j++)
                sum[s] += worth[c->issues[j].cell + outcome[j]];
        }
        for (int s = 0; s < l->states; s++) {
            l->rank[i][s] = 0;
            for (int q = 0; q < l->states; q++)
                l->rank[i][s] += sum[q] < sum[s] - 1e-9;
        }
    }
}

static void fill_moves(const sampled *t, literal *l) {
    l->movers = t->k->g.mover_count;
    l->states = (int)t->k->g.state_count;
    for (int i = 0; i < l->movers; i++)
        for (int s = 0; s < l->states; s++) {
            l->moves[i][s] = (set){{0, 0}};
            for (int q = 0; q < l->states; q++)
                if (stability_can(&t->k->g, i, (uint32_t)s, (uint32_t)q))
                    put(&l->moves[i][s], q);
        }
}

static void every_draw_again(void **state) {
    (void)state;
    static literal l;
    sampled t;
    load(&t, "cairo-2014.yaml", 2);
    fill_moves(&t, &l);
    assert_int_equal(l.states, 37);
    long count[STABILITY_CONCEPTS][LITERAL_STATES] = {{0}};
    for (int n = 0; n < t.b->draw_count; n++) {
        literal_ranks(&t, n, &l);
        literal_fill(&l);
        for (int s = 0; s < l.states; s++)
            for (int c = 0; c < CONCEPTS; c++) {
                bool all = true;
                for (int i = 0; i < l.movers; i++)
                    all = all &&
                          literal_stable(&l, i, s, (enum literal_concept)c);
                count[c][s] += all;
            }
    }
    for (int s = 0; s < l.states; s++)
        for (int c = 0; c < STABILITY_CONCEPTS; c++) {
            belief_measure m = stability_sample_share(t.s, (uint32_t)s,
                                                      (uint8_t)(1 << c), t.mem);
            assert_near(m.mean, (double)count[c][s] / t.b->draw_count, 1e-12);
        }
    arena_free(t.mem);
}

static void threads_change_nothing(void **state) {
    (void)state;
    sampled one, two;
    load(&one, "ferry-strike.yaml", 1);
    load(&two, "ferry-strike.yaml", 2);
    assert_memory_equal(one.s->equilibrium, two.s->equilibrium,
                        (size_t)one.b->draw_count * one.k->g.state_count);
    arena_free(one.mem);
    arena_free(two.mem);
}

static void too_many(void **state) {
    (void)state;
    sampled t;
    load(&t, "cairo-2014.yaml", 1);
    parley_diags *d = parley_diags_new(NULL);
    assert_true(stability_sample_fits(t.k, 2702702, d)); /* 99,999,974 */
    assert_false(stability_sample_fits(t.k, 2702704, d));
    assert_non_null(strstr(parley_diags_get(d, 0)->hint, "2702696"));
    parley_diags_free(d);
    arena_free(t.mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_draw_again),
                                       cmocka_unit_test(threads_change_nothing),
                                       cmocka_unit_test(too_many)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
