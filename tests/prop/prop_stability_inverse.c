/* SPDX-License-Identifier: Apache-2.0
 * The inverse question against brute force: every ranking of a party on small
 * random models is judged by the literal checker; counted, and the nearest to
 * today's found. The same for every order of a party's statements. */
#include "test.h"

#include "stability/arcs.h"
#include "stability/inverse.h"

enum { MODELS = 1500, STATES_MOST = 6, STATEMENTS = 4 };

typedef struct trial {
    model *m;
    arena *mem;
    stability_graph g;
    stability_moves moves[LITERAL_MOVERS];
    const uint32_t *rank[LITERAL_MOVERS];
    int mover, state;
    enum literal_concept concept;
    uint64_t seed;
} trial;

/* Is the state stable if the mover ranks like this? Others as they are. */
static bool stable_with(const trial *t, const uint32_t *rank) {
    literal *l = &t->m->lit;
    uint32_t before[LITERAL_STATES];
    memcpy(before, l->rank[t->mover], sizeof before);
    memcpy(l->rank[t->mover], rank, (size_t)l->states * sizeof *rank);
    for (int s = 0; s < l->states; s++)
        l->improve[t->mover][s] = improvements(l, t->mover, s);
    bool stable = literal_stable(l, t->mover, t->state, t->concept);
    memcpy(l->rank[t->mover], before, sizeof before);
    return stable;
}

static int inversions(const uint32_t *a, const uint32_t *b, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            sum += (a[i] < a[j]) != (b[i] < b[j]);
    return sum;
}

/* The next permutation; false after the last. */
static bool advance(uint32_t *x, int count) {
    int i = count - 2;
    while (i >= 0 && x[i] > x[i + 1])
        i--;
    if (i < 0) return false;
    int j = count - 1;
    while (x[j] < x[i])
        j--;
    uint32_t swap = x[i];
    x[i] = x[j];
    x[j] = swap;
    for (int a = i + 1, b = count - 1; a < b; a++, b--) {
        swap = x[a];
        x[a] = x[b];
        x[b] = swap;
    }
    return true;
}

static void check_rankings(const trial *t, const stability_condition *k) {
    int states = t->m->lit.states, nearest = INT32_MAX;
    uint32_t rank[STATES_MOST];
    long count = 0, all = 0;
    for (int s = 0; s < states; s++)
        rank[s] = (uint32_t)s;
    do {
        all++;
        if (!stable_with(t, rank)) continue;
        count++;
        int far = inversions(rank, t->rank[t->mover], states);
        if (far < nearest) nearest = far;
    } while (advance(rank, states));
    stability_rankings r =
        stability_rankings_count(k, (uint32_t)states, t->mem);
    assert_true(r.known);
    if (atol(r.digits) != count)
        fail_msg("seed %llu: %s rankings, should be %ld",
                 (unsigned long long)t->seed, r.digits, count);
    assert_near(r.share, (double)count / (double)all, 1e-12);
    stability_change x =
        stability_change_find(k, t->rank[t->mover], (uint32_t)states, t->mem);
    assert_true(x.proven);
    if ((int)x.swaps != nearest)
        fail_msg("seed %llu: %llu swaps, should be %d",
                 (unsigned long long)t->seed, (unsigned long long)x.swaps,
                 nearest);
    stability_change_apply(&x, (uint32_t)t->state, t->rank[t->mover],
                           (uint32_t)states, rank, t->mem);
    assert_true(stable_with(t, rank));
    assert_int_equal(inversions(rank, t->rank[t->mover], states), nearest);
}

static void check_orders(const trial *t, const stability_condition *k,
                         rng *dice) {
    int states = t->m->lit.states, nearest = INT32_MAX;
    bool holds[STATES_MOST * STATEMENTS];
    for (int i = 0; i < states * STATEMENTS; i++)
        holds[i] = below(dice, 2);
    uint32_t order[STATEMENTS], today[STATEMENTS], rank[STATES_MOST];
    for (uint32_t i = 0; i < STATEMENTS; i++)
        order[i] = today[i] = i;
    uint64_t count = 0;
    do {
        for (int s = 0; s < states; s++) {
            rank[s] = 0;
            for (int i = 0; i < STATEMENTS; i++)
                rank[s] = 2 * rank[s] + holds[s * STATEMENTS + (int)order[i]];
        }
        if (!stable_with(t, rank)) continue;
        count++;
        int far = inversions(order, today, STATEMENTS);
        if (far < nearest) nearest = far;
    } while (advance(order, STATEMENTS));
    stability_reorder x = stability_reorder_find(k, holds, STATEMENTS, t->mem);
    assert_true(x.known);
    assert_int_equal(x.count, count);
    assert_int_equal(x.possible, count > 0);
    if (count > 0) assert_int_equal(x.swaps, nearest);
}

static void check_trial(trial *t, rng *dice) {
    uint32_t strict[STATES_MOST];
    int states = t->m->lit.states;
    for (int s = 0; s < states; s++)
        strict[s] = (uint32_t)s;
    for (int s = states - 1; s > 0; s--) {
        int o = below(dice, s + 1);
        uint32_t swap = strict[s];
        strict[s] = strict[o];
        strict[o] = swap;
    }
    t->rank[t->mover] = strict;
    stability_question q = {(uint32_t)t->state, t->mover,
                            (uint8_t)(1 << t->concept)};
    stability_condition *k =
        stability_condition_find(&t->g, t->rank, q, t->mem);
    check_rankings(t, k);
    check_orders(t, k, dice);
}

static void brute_force(void **state) {
    (void)state;
    static model m;
    int done = 0;
    for (uint64_t seed = 1; done < MODELS; seed++) {
        rng dice;
        rng_seed(&dice, seed, 9);
        draw_model(&dice, &m);
        if (m.lit.states > STATES_MOST || m.lit.states < 3) continue;
        trial t = {.m = &m, .mem = test_arena(), .seed = seed};
        t.g = (stability_graph){m.lit.movers, (uint32_t)m.lit.states, t.moves};
        for (int i = 0; i < m.lit.movers; i++) {
            t.moves[i] = arcs_of(&m, i, t.mem);
            t.rank[i] = m.lit.rank[i];
        }
        t.mover = below(&dice, m.lit.movers);
        t.state = below(&dice, m.lit.states);
        t.concept = (enum literal_concept)below(&dice, CONCEPTS);
        check_trial(&t, &dice);
        arena_free(t.mem);
        done++;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(brute_force)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
