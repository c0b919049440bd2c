/* SPDX-License-Identifier: Apache-2.0
 * The least change of several rankings at once against brute force: on small
 * random models every ranking with ties of every party that may change is
 * judged by the literal checker, so that none cheaper with ties is missed. */
#include "test.h"

#include "stability/arcs.h"
#include "stability/concert.h"

enum { MODELS = 400, STATES_MOST = 4, NONE = INT32_MAX };

typedef struct trial {
    model *m;
    uint32_t today[LITERAL_MOVERS][STATES_MOST];
    unsigned varying;
    int state;
    enum literal_concept concept;
    int nearest;
} trial;

static bool holds(const literal *l, int s, enum literal_concept concept) {
    for (int i = 0; i < l->movers; i++)
        if (!literal_stable(l, i, s, concept)) return false;
    return true;
}

/* A pair that was strict costs one if it no longer is so. */
static int cost(const uint32_t *today, const uint32_t *then, int states) {
    int sum = 0;
    for (int a = 0; a < states; a++)
        for (int b = 0; b < states; b++)
            sum += today[a] > today[b] && then[a] <= then[b];
    return sum;
}

static void judge(trial *t, int spent) {
    literal_fill(&t->m->lit);
    if (spent < t->nearest && holds(&t->m->lit, t->state, t->concept))
        t->nearest = spent;
}

/* All rankings of the party and the later ones. */
static void vary(trial *t, int party, int spent) {
    literal *l = &t->m->lit;
    if (spent >= t->nearest) return;
    if (party == l->movers) {
        judge(t, spent);
        return;
    }
    if (!((t->varying >> party) & 1)) {
        vary(t, party + 1, spent);
        return;
    }
    int all = 1;
    for (int s = 0; s < l->states; s++)
        all *= l->states;
    for (int k = 0; k < all; k++) {
        for (int s = 0, rest = k; s < l->states; s++, rest /= l->states)
            l->rank[party][s] = (uint32_t)(rest % l->states);
        vary(t, party + 1,
             spent + cost(t->today[party], l->rank[party], l->states));
    }
}

/* What is found is a change of that many pairs, and it works. */
static void check_found(trial *t, const stability_concert *c) {
    literal *l = &t->m->lit;
    int sum = 0;
    for (int i = 0; i < l->movers; i++) {
        memcpy(l->rank[i], c->rank[i], (size_t)l->states * sizeof(uint32_t));
        sum += cost(t->today[i], l->rank[i], l->states);
        assert_true((t->varying >> i) & 1 ||
                    memcmp(l->rank[i], t->today[i],
                           (size_t)l->states * sizeof(uint32_t)) == 0);
    }
    assert_int_equal(sum, c->swaps);
    literal_fill(l);
    assert_true(holds(l, t->state, t->concept));
}

static void check_trial(trial *t, uint64_t seed, arena *mem) {
    const literal *l = &t->m->lit;
    stability_moves moves[LITERAL_MOVERS];
    stability_graph g = {l->movers, (uint32_t)l->states, moves};
    const uint32_t *rank[LITERAL_MOVERS];
    for (int i = 0; i < l->movers; i++) {
        memcpy(t->today[i], l->rank[i], sizeof t->today[i]);
        rank[i] = t->today[i];
        moves[i] = arcs_of(t->m, i, mem);
    }
    t->nearest = NONE;
    vary(t, 0, 0);
    stability_concert_ask ask = {&g,
                                 rank,
                                 l->movers,
                                 (uint32_t)t->state,
                                 (uint8_t)(1 << t->concept),
                                 t->varying,
                                 UINT64_MAX};
    stability_concert c = stability_concert_find(&ask, mem);
    if (c.found != (t->nearest != NONE) ||
        (c.found && (int)c.swaps != t->nearest))
        fail_msg("seed %llu: found %d, %llu pairs, should be %d",
                 (unsigned long long)seed, c.found, (unsigned long long)c.swaps,
                 t->nearest);
    assert_int_equal(c.hopeless, !c.found);
    if (stability_concert_bar(&ask, mem) >= 0) assert_false(c.found);
    if (c.found) check_found(t, &c);
}

static void brute_force(void **state) {
    (void)state;
    static model m;
    int done = 0, found = 0;
    for (uint64_t seed = 1; done < MODELS; seed++) {
        rng dice;
        rng_seed(&dice, seed, 11);
        draw_model(&dice, &m);
        if (m.lit.states > STATES_MOST || m.lit.states < 3) continue;
        arena *mem = test_arena();
        trial t = {.m = &m, .state = below(&dice, m.lit.states)};
        t.concept = below(&dice, 2) ? SEQ : SSEQ;
        int one = below(&dice, m.lit.movers), two = below(&dice, m.lit.movers);
        t.varying = 1u << one;
        if (m.lit.states == 3 || done % 8 == 0) t.varying |= 1u << two;
        check_trial(&t, seed, mem);
        found += t.nearest != NONE && t.nearest > 0;
        arena_free(mem);
        done++;
    }
    printf("%d models, %d with a change\n", done, found);
    assert_true(found > MODELS / 20);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(brute_force)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
