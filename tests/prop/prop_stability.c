/* SPDX-License-Identifier: Apache-2.0
 * The engine against the definitions: random models of every form, each state
 * and mover under each concept, by all ways the engine has of getting there.
 * PROP_MODELS sets how many, PROP_SEED replays one. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
// cmocka needs the four above first
#include <cmocka.h>

#include "stability/concepts.h"
#include "stability/fibres.h"
#include "stability/many.h"
#include "stability/models.h"
#include "stability/why.h"

enum { MODELS = 100000 };

typedef struct run {
    uint64_t seed;
    long states, checks;
    arena *mem;
} run;

static bool may(const void *subject, const int *outcome, int depth) {
    return model_may(subject, outcome, depth);
}

static stability_moves arcs_of(const model *m, int i, arena *mem) {
    stability_arc arcs[LITERAL_STATES * LITERAL_STATES];
    size_t count = 0;
    for (int s = m->lit.states - 1; s >= 0; s--)
        for (int q = m->lit.states - 1; q >= 0; q--)
            if (in(m->lit.moves[i][s], q))
                arcs[count++] = (stability_arc){(uint32_t)s, (uint32_t)q};
    return stability_arcs((uint32_t)m->lit.states, arcs, count, mem);
}

/* The same model by fibres, built from its description. */
static void by_fibres(stability_graph *g, const model *m, arena *mem) {
    bool tested[ISSUES_MOST + 1];
    for (int k = 0; k <= ISSUES_MOST; k++)
        tested[k] = true;
    stability_issues issues = {m->issues, m->options, NULL, may, tested, m};
    stability_space space;
    assert_int_equal(stability_space_find(&space, &issues, 1000, mem, NULL),
                     PARLEY_OK);
    assert_int_equal(space.state_count, m->lit.states);
    for (int i = 0; i < m->lit.movers; i++) {
        const bool *relation[ISSUES_MOST];
        for (int j = 0; j < m->issues; j++)
            relation[j] = m->owns[i][j] ? m->may[i][j] : NULL;
        stability_control control = {"someone", relation};
        assert_int_equal(
            stability_fibres(&g->moves[i], &space, &control, mem, NULL),
            PARLEY_OK);
    }
}

static void compare(run *r, const model *m, uint8_t *const *verdict,
                    const char *way) {
    for (int i = 0; i < m->lit.movers; i++)
        for (int s = 0; s < m->lit.states; s++)
            for (int c = 0; c < CONCEPTS; c++) {
                bool expected =
                    literal_stable(&m->lit, i, s, (enum literal_concept)c);
                bool got = (verdict[i][s] >> c) & 1;
                r->checks++;
                if (got != expected)
                    fail_msg("seed %llu, %s: state %d, mover %d, %s: %d, "
                             "should be %d",
                             (unsigned long long)r->seed, way, s, i,
                             stability_concept_name(c), got, expected);
            }
}

static void same(const run *r, const model *m, uint8_t *const *a,
                 uint8_t *const *b, const char *way) {
    for (int i = 0; i < m->lit.movers; i++)
        if (memcmp(a[i], b[i], (size_t)m->lit.states) != 0)
            fail_msg("seed %llu, %s: mover %d differs",
                     (unsigned long long)r->seed, way, i);
}

/* The certificates of a few verdicts say the same, and hold. */
static void check_certificates(const run *r, const model *m,
                               const stability_graph *g,
                               const uint32_t *const *rank, arena *mem) {
    for (int k = 0; k < 2; k++) {
        rng dice;
        rng_seed(&dice, r->seed, 2 + (uint64_t)k);
        int i = below(&dice, m->lit.movers), s = below(&dice, m->lit.states);
        int c = below(&dice, CONCEPTS);
        stability_certificate *w = stability_why(
            g, rank, (stability_question){(uint32_t)s, i, (uint8_t)(1 << c)},
            mem);
        const char *wrong = stability_verify(g, rank, w, mem);
        if (wrong)
            fail_msg("seed %llu: %s", (unsigned long long)r->seed, wrong);
        assert_int_equal(
            w->stable, literal_stable(&m->lit, i, s, (enum literal_concept)c));
    }
}

/* The shortest ways from a state, as they are shown of the status quo. */
static void check_ways(const run *r, const model *m, const stability_graph *g,
                       const uint32_t *const *rank, arena *mem) {
    rng dice;
    rng_seed(&dice, r->seed, 4);
    int from = below(&dice, m->lit.states), fewest[LITERAL_STATES];
    bool improving = below(&dice, 2);
    stability_quest quest = {(UINT32_C(1) << m->lit.movers) - 1,
                             improving ? rank : NULL, 0, NULL, NULL};
    stability_reach *reach = stability_reach_new(g, mem);
    stability_reach_run(reach, &quest, (uint32_t)from);
    literal_steps(&m->lit, from, improving, fewest);
    for (int s = 0; s < m->lit.states; s++) {
        if (s == from) continue;
        int count = 0, at = from, last = -1;
        const stability_step *steps = NULL;
        if (stability_reached(reach, (uint32_t)s))
            steps = stability_reach_path(reach, 2 * (uint32_t)s, &count, mem);
        if (count != fewest[s])
            fail_msg("seed %llu: %d moves from %d to %d, not %d",
                     (unsigned long long)r->seed, fewest[s], from, s, count);
        for (int k = 0; k < count; k++) {
            int j = steps[k].mover, to = (int)steps[k].to;
            set can = improving ? m->lit.improve[j][at] : m->lit.moves[j][at];
            assert_int_equal(steps[k].from, at);
            assert_true(j != last && in(can, to));
            at = to;
            last = j;
        }
        assert_int_equal(at, count ? s : from);
    }
}

static void check_model(run *r, const model *m, arena *mem) {
    stability_moves moves[LITERAL_MOVERS];
    stability_graph g = {m->lit.movers, (uint32_t)m->lit.states, moves};
    const uint32_t *rank[LITERAL_MOVERS];
    uint8_t verdict[LITERAL_MOVERS][LITERAL_STATES], *to[LITERAL_MOVERS];
    uint8_t again[LITERAL_MOVERS][LITERAL_STATES], *other[LITERAL_MOVERS];
    for (int i = 0; i < m->lit.movers; i++) {
        rank[i] = m->lit.rank[i];
        to[i] = verdict[i];
        other[i] = again[i];
        moves[i] = arcs_of(m, i, mem);
    }
    stability_analyse_small(&g, rank, to,
                            arena_get(mem, stability_scratch(&g)));
    compare(r, m, to, "searches");
    stability_many many = stability_many_new(&g, mem);
    stability_many_analyse(&many, rank, other, mem);
    same(r, m, to, other, "words");
    check_certificates(r, m, &g, rank, mem);
    check_ways(r, m, &g, rank, mem);
    if (m->graph || m->falls) {
        stability_analyse(&g, rank, other, 1, mem);
        same(r, m, to, other, "searches with memory");
        return;
    }
    by_fibres(&g, m, mem);
    if (stability_needs_search(&g)) stability_locate(&g, mem);
    stability_analyse(&g, rank, other, 1, mem);
    same(r, m, to, other, "fibres");
    stability_locate(&g, mem);
    check_certificates(r, m, &g, rank, mem);
}

static void random_models(void *subject) {
    run *r = subject;
    const char *models = getenv("PROP_MODELS"), *seed = getenv("PROP_SEED");
    uint64_t first = seed ? strtoull(seed, NULL, 10) : 1;
    uint64_t count = models ? strtoull(models, NULL, 10) : MODELS;
    if (seed && !models) count = 1;
    for (r->seed = first; r->seed < first + count; r->seed++) {
        rng dice;
        static model m; /* large; nothing is kept in it */
        rng_seed(&dice, r->seed, 0);
        draw_model(&dice, &m);
        arena_place place = arena_mark(r->mem);
        check_model(r, &m, r->mem);
        arena_back(r->mem, place);
        r->states += m.lit.states;
    }
}

static void engine_is_literal(void **state) {
    (void)state;
    guard g;
    run r = {0, 0, 0, arena_new(NULL)};
    arena_set_guard(r.mem, &g);
    assert_true(guard_run(&g, random_models, &r));
    printf("%ld states, %ld verdicts\n", r.states, r.checks);
    arena_free(r.mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(engine_is_literal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
