/* SPDX-License-Identifier: Apache-2.0
 * Unknown and strong preferences against their definitions on sets of states,
 * and every adjacent swap against a fresh analysis. */
#include "test.h"

#include "stability/arcs.h"
#include "stability/robust.h"

enum { MODELS = 1500, STATES_MOST = 20 };

/* How a party compares q with s in the literal reading. */
typedef enum relation { WORSE, EQUAL, BETTER, MUCH_BETTER, UNKNOWN } relation;
typedef relation relations[LITERAL_MOVERS][LITERAL_STATES][LITERAL_STATES];

static bool is_better(relation r) { return r == BETTER || r == MUCH_BETTER; }

/* is[i][s][q]: q compared with s. Some pairs become unknown; a state that
 * ranks two levels higher is much better. */
static void draw_relations(rng *dice, const literal *l, relations is) {
    int blur = below(dice, 4);
    for (int i = 0; i < l->movers; i++)
        for (int s = 0; s < l->states; s++)
            for (int q = s; q < l->states; q++) {
                uint32_t a = l->rank[i][s], b = l->rank[i][q];
                relation r = b > a ? BETTER : EQUAL, back = EQUAL;
                if (b > a + 1) r = MUCH_BETTER;
                if (b > a) back = WORSE;
                if (b < a) {
                    r = WORSE;
                    back = a > b + 1 ? MUCH_BETTER : BETTER;
                }
                if (q != s && below(dice, 4) < blur) r = back = UNKNOWN;
                is[i][s][q] = r;
                is[i][q][s] = back;
            }
}

static stability_view *views_of(const literal *l, relations is, arena *mem) {
    stability_view *v = ARENA_ARRAY(mem, stability_view, (size_t)l->movers);
    for (int i = 0; i < l->movers; i++) {
        v[i] = (stability_view){stability_rows_new((uint32_t)l->states, mem),
                                stability_rows_new((uint32_t)l->states, mem),
                                stability_rows_new((uint32_t)l->states, mem)};
        for (uint32_t s = 0; s < (uint32_t)l->states; s++)
            for (uint32_t q = 0; q < (uint32_t)l->states; q++) {
                relation r = is[i][s][q];
                if (is_better(r))
                    stability_row_put(stability_row(&v[i].better, s), q);
                if (r == MUCH_BETTER)
                    stability_row_put(stability_row(&v[i].strong, s), q);
                if (r == UNKNOWN)
                    stability_row_put(stability_row(&v[i].unknown, s), q);
            }
    }
    return v;
}

/* What a party would leave for, and what hurts it, as sets of relations. */
typedef struct attitude {
    bool leaves_unknown, unknown_hurts, only_strong;
} attitude;

static bool hurts(relations is, attitude a, int i, int s, int s2) {
    relation r = is[i][s][s2];
    if (a.only_strong) return is[i][s2][s] == MUCH_BETTER;
    return r == WORSE || r == EQUAL || (r == UNKNOWN && a.unknown_hurts);
}

static bool literal_answer(const literal *l, relations is, attitude a, int i,
                           int s, int s1, enum literal_concept c) {
    for
        EACH(s2, l->answer[c == SEQ || c == SSEQ][i][s1]) {
            bool all = hurts(is, a, i, s, s2);
            if (c == SMR || c == SSEQ)
            for
                EACH(s3, l->moves[i][s2])
            all = all && hurts(is, a, i, s, s3);
            if (all) return true;
        }
    return false;
}

static bool literal_verdict(const literal *l, relations is, attitude a, int i,
                            int s, enum literal_concept c) {
    for
        EACH(s1, l->moves[i][s]) {
            relation r = is[i][s][s1];
            if (!is_better(r) && !(r == UNKNOWN && a.leaves_unknown)) continue;
            if (c == NASH || !literal_answer(l, is, a, i, s, s1, c))
                return false;
        }
    return true;
}

static void compare(const literal *l, relations is, attitude a,
                    uint8_t *const *verdict, uint64_t seed) {
    for (int i = 0; i < l->movers; i++)
        for (int s = 0; s < l->states; s++)
            for (int c = 0; c < CONCEPTS; c++)
                if (((verdict[i][s] >> c) & 1) !=
                    literal_verdict(l, is, a, i, s, (enum literal_concept)c))
                    fail_msg("seed %llu: state %d, mover %d, %s",
                             (unsigned long long)seed, s, i,
                             stability_concept_name(c));
}

static void check_unknown(const stability_graph *g, literal *l, relations is,
                          uint64_t seed, arena *mem) {
    stability_view *v = views_of(l, is, mem);
    for (int i = 0; i < l->movers; i++)
        for (int s = 0; s < l->states; s++) {
            l->improve[i][s] = (set){{0, 0}};
            for
                EACH(q, l->moves[i][s])
            if (is_better(is[i][s][q]) || is[i][s][q] == UNKNOWN)
                put(&l->improve[i][s], q);
        }
    for (int i = 0; i < l->movers; i++)
        for (int s = 0; s < l->states; s++)
            l->answer[1][i][s] =
                reach(l, ((1u << l->movers) - 1) & ~(1u << i), s, true);
    static const attitude MODES[] = {{true, false, false},
                                     {false, false, false},
                                     {true, true, false},
                                     {false, true, false}};
    uint8_t **verdict[STABILITY_MODES];
    for (int k = 0; k < STABILITY_MODES; k++) {
        verdict[k] = stability_unknown(g, l->movers, v, (stability_mode)k, mem);
        compare(l, is, MODES[k], verdict[k], seed);
    }
    for (int i = 0; i < l->movers; i++)
        for (int s = 0; s < l->states; s++)
            for (int k = 1; k < 3; k++) {
                assert_int_equal(verdict[0][i][s] & ~verdict[k][i][s], 0);
                assert_int_equal(verdict[k][i][s] & ~verdict[3][i][s], 0);
            }
    bool known = true;
    for (int i = 0; i < l->movers; i++)
        for (int s = 0; s < l->states; s++)
            for (int q = 0; q < l->states; q++)
                known &= is[i][s][q] != UNKNOWN;
    if (!known) return;
    attitude strong = {false, false, true};
    compare(l, is, strong, stability_strongly(g, l->movers, v, mem), seed);
}

static void check_swaps(const stability_graph *g, const literal *l,
                        const uint32_t *const *rank, arena *mem) {
    uint8_t *verdict[LITERAL_MOVERS], *equilibrium, *after;
    const uint32_t *changed[LITERAL_MOVERS];
    size_t states = g->state_count;
    void *scratch = arena_get(mem, stability_scratch(g));
    for (int i = 0; i < l->movers; i++)
        verdict[i] = ARENA_ARRAY(mem, uint8_t, states);
    equilibrium = ARENA_ARRAY(mem, uint8_t, states);
    after = ARENA_ARRAY(mem, uint8_t, states);
    stability_analyse_small(g, rank, verdict, scratch);
    stability_equilibria(g, verdict, equilibrium);
    stability_swaps *x =
        stability_swaps_try(g, l->movers, rank, equilibrium, mem);
    uint32_t broken[STABILITY_CONCEPTS][STATES_MOST] = {{0}}, count = 0;
    for (int i = 0; i < l->movers; i++) {
        for (int k = 0; k < l->movers; k++)
            changed[k] = rank[k];
        uint32_t own[STATES_MOST];
        changed[i] = own;
        for (uint32_t low = 0; low < 1000; low++) {
            uint32_t high = UINT32_MAX;
            bool there = false;
            for (size_t s = 0; s < states; s++) {
                there |= rank[i][s] == low;
                if (rank[i][s] > low && rank[i][s] < high) high = rank[i][s];
            }
            if (!there || high == UINT32_MAX) continue;
            for (size_t s = 0; s < states; s++)
                own[s] = rank[i][s] == low    ? high
                         : rank[i][s] == high ? low
                                              : rank[i][s];
            count++;
            stability_analyse_small(g, changed, verdict, scratch);
            stability_equilibria(g, verdict, after);
            for (int c = 0; c < STABILITY_CONCEPTS; c++)
                for (size_t s = 0; s < states; s++)
                    broken[c][s] += ((equilibrium[s] & ~after[s]) >> c) & 1;
        }
    }
    assert_int_equal(x->count, count);
    for (int c = 0; c < STABILITY_CONCEPTS; c++)
        for (size_t s = 0; s < states; s++)
            assert_int_equal(x->broken[c][s], broken[c][s]);
}

static void views_and_swaps(void **state) {
    (void)state;
    static model m;
    static relations is;
    int done = 0;
    for (uint64_t seed = 1; done < MODELS; seed++) {
        rng dice;
        rng_seed(&dice, seed, 21);
        draw_model(&dice, &m);
        if (m.lit.states > STATES_MOST) continue;
        arena *mem = test_arena();
        stability_moves moves[LITERAL_MOVERS];
        const uint32_t *rank[LITERAL_MOVERS];
        stability_graph g = {m.lit.movers, (uint32_t)m.lit.states, moves};
        for (int i = 0; i < m.lit.movers; i++) {
            moves[i] = arcs_of(&m, i, mem);
            rank[i] = m.lit.rank[i];
        }
        if (done % 5 == 0) check_swaps(&g, &m.lit, rank, mem);
        draw_relations(&dice, &m.lit, is);
        check_unknown(&g, &m.lit, is, seed, mem);
        arena_free(mem);
        done++;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(views_and_swaps)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
