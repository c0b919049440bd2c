/* SPDX-License-Identifier: Apache-2.0
 * Coalitions against their definitions, on random models; and what must hold
 * between coalitions, single parties and structures. */
#include "test.h"

#include "stability/arcs.h"
#include "stability/coalition.h"
#include "stability/literal_coalition.h"

enum { MODELS = 2000, STATES_MOST = 40 };

static void check_coalition(const model *m, joint_table joint,
                            const stability_coalitions *all, unsigned h,
                            uint64_t seed) {
    for (int s = 0; s < m->lit.states; s++)
        for (int c = NASH; c <= SEQ; c++) {
            bool expected =
                joint_stable(&m->lit, joint, h, s, (enum literal_concept)c);
            bool got = (all->verdict[h][s] >> c) & 1;
            if (got != expected)
                fail_msg("seed %llu: coalition %u, state %d, %s: %d, should "
                         "be %d",
                         (unsigned long long)seed, h, s,
                         stability_concept_name(c), got, expected);
        }
}

/* Nash, GMR and SMR of a coalition of one are those of the party; a structure
 * of single parties is the plain analysis. */
static void check_singles(const stability_together *t,
                          const stability_coalitions *all, arena *mem) {
    uint8_t *verdict[LITERAL_MOVERS];
    int block[LITERAL_MOVERS];
    size_t states = t->g->state_count;
    for (int i = 0; i < t->party_count; i++) {
        verdict[i] = ARENA_ARRAY(mem, uint8_t, states);
        block[i] = i;
    }
    stability_analyse_small(t->g, t->rank, verdict,
                            arena_get(mem, stability_scratch(t->g)));
    uint8_t **fixed = stability_structure(t, block, t->party_count, mem);
    const uint8_t plain = STABILITY_NASH | STABILITY_GMR | STABILITY_SMR;
    for (int i = 0; i < t->party_count; i++)
        for (size_t s = 0; s < states; s++) {
            assert_int_equal(verdict[i][s], fixed[i][s]);
            assert_int_equal(verdict[i][s] & plain,
                             all->verdict[1u << i][s] & plain);
        }
}

static void check_model(const model *m, uint64_t seed, arena *mem) {
    static joint_table joint;
    stability_moves moves[LITERAL_MOVERS];
    const uint32_t *rank[LITERAL_MOVERS];
    stability_graph g = {m->lit.movers, (uint32_t)m->lit.states, moves};
    for (int i = 0; i < m->lit.movers; i++) {
        rank[i] = m->lit.rank[i];
        moves[i] = arcs_of(m, i, mem);
    }
    for (unsigned h = 1; h < 1u << m->lit.movers; h++)
        for (int s = 0; s < m->lit.states; s++)
            joint[h][s] = joint_improvements(&m->lit, h, s);
    stability_together t = {&g, rank, m->lit.movers, -1};
    stability_coalitions *all = stability_coalitions_find(&t, mem);
    for (unsigned h = 1; h < 1u << m->lit.movers; h++)
        check_coalition(m, joint, all, h, seed);
    check_singles(&t, all, mem);
}

static void coalitions_are_literal(void **state) {
    (void)state;
    static model m;
    int checked = 0;
    for (uint64_t seed = 1; checked < MODELS; seed++) {
        rng r;
        rng_seed(&r, seed, 1);
        draw_model(&r, &m);
        if (m.lit.states > STATES_MOST || m.lit.movers > 4) continue;
        arena *mem = test_arena();
        check_model(&m, seed, mem);
        arena_free(mem);
        checked++;
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(coalitions_are_literal)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
