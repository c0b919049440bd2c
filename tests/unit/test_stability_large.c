/* SPDX-License-Identifier: Apache-2.0
 * Large models: a negotiation of six parties with 138,240 states (which stays
 * outside this project, so the test is skipped where it is absent), and sampled
 * states of big random models against certificates that are checked. */
#include "test.h"

#include "base/rng.h"
#include "base/text.h"
#include "case/load.h"
#include "stability/fibres.h"
#include "stability/patterns.h"
#include "stability/prefer.h"
#include "stability/why.h"

static const char *shared_path(const char *name, arena *mem) {
    const char *shared = getenv("PARLEY_SHARED");
    if (!shared) shared = PARLEY_ROOT "/../shared";
    return arena_format(mem, "%s/%s", shared, name);
}

static void check_certificates(const stability_graph *g,
                               const uint32_t *const *rank,
                               uint8_t *const *verdict, int parties, int count,
                               arena *mem) {
    rng r;
    rng_seed(&r, 5, 0);
    for (int k = 0; k < count; k++) {
        uint32_t s = (uint32_t)rng_below(&r, g->state_count);
        int i = (int)rng_below(&r, (uint64_t)parties);
        uint8_t concept = (uint8_t)(1u << rng_below(&r, STABILITY_CONCEPTS));
        arena *scratch = arena_child(mem);
        stability_certificate *c = stability_why(
            g, rank, (stability_question){s, i, concept}, scratch);
        const char *wrong = stability_verify(g, rank, c, scratch);
        if (wrong) fail_msg("state %lu: %s", (unsigned long)s, wrong);
        assert_int_equal(c->stable, (verdict[i][s] & concept) != 0);
        arena_free(scratch);
    }
}

static void trade(void **state) {
    (void)state;
    arena *mem = test_arena();
    source_text *text;
    const node *tree;
    const char *path = shared_path("gmcr/trade_gatt_large.json", mem);
    if (!source_read(&text, path, 1 << 20, mem, NULL)) {
        print_message("%s is absent\n", path);
        arena_free(mem);
        skip();
    }
    assert_true(node_parse(&tree, text, mem, NULL));
    const char *yaml = pattern_text(tree, mem);
    const case_model *c;
    assert_true(
        case_load(&c, source_new(mem, "trade", yaml, strlen(yaml)), mem, NULL));
    stability_case *k;
    assert_int_equal(stability_build(&k, c, mem, NULL), PARLEY_OK);
    assert_int_equal(k->g.state_count, 138240);
    uint32_t *rank[6];
    uint8_t *verdict[6];
    const uint32_t *const *ranks = (const uint32_t *const *)rank;
    for (int i = 0; i < 6; i++) {
        rank[i] = ARENA_ARRAY(mem, uint32_t, 138240);
        verdict[i] = ARENA_ARRAY(mem, uint8_t, 138240);
        stability_rank_exact(k, i, rank[i], mem);
    }
    stability_analyse(&k->g, ranks, verdict, 2, mem);
    uint8_t *equilibrium = ARENA_ARRAY(mem, uint8_t, 138240);
    stability_equilibria(&k->g, verdict, equilibrium);
    static const int EXPECTED[] = {2256, 20840, 20840, 4608, 4608};
    for (int concept = 0; concept < STABILITY_CONCEPTS; concept ++) {
        int count = 0;
        for (int s = 0; s < 138240; s++)
            count += (equilibrium[s] >> concept) & 1;
        assert_int_equal(count, EXPECTED[concept]);
    }
    stability_locate(&k->g, mem);
    check_certificates(&k->g, ranks, verdict, 6, 60, mem);
    arena_free(mem);
}

/* 14 options, 4 parties: fibres of one kind and of several, against the
 * certificates of sampled states. */
static void sampled(void **state) {
    (void)state;
    enum { OPTIONS = 14, PARTIES = 4 };
    static const bool BOTH[4] = {false, true, true, false};
    static const bool UP[4] = {false, true, false, false};
    for (uint64_t seed = 1; seed <= 4; seed++) {
        arena *mem = test_arena();
        rng r;
        rng_seed(&r, seed, 0);
        int options[OPTIONS];
        for (int j = 0; j < OPTIONS; j++)
            options[j] = 2;
        stability_issues is = {OPTIONS, options, NULL, NULL, NULL, NULL};
        stability_space p;
        stability_moves moves[PARTIES];
        assert_int_equal(stability_space_find(&p, &is, 1 << 20, mem, NULL),
                         PARLEY_OK);
        stability_graph g = {PARTIES, p.state_count, moves};
        uint32_t *rank[PARTIES];
        uint8_t *verdict[PARTIES];
        for (int i = 0; i < PARTIES; i++) {
            const bool *may[OPTIONS] = {NULL};
            for (int j = 0; j < OPTIONS; j++)
                if (j % PARTIES == i)
                    may[j] = seed % 2 && rng_below(&r, 2) ? UP : BOTH;
            stability_control control = {"party", may};
            assert_int_equal(
                stability_fibres(&moves[i], &p, &control, mem, NULL),
                PARLEY_OK);
            rank[i] = ARENA_ARRAY(mem, uint32_t, p.state_count);
            verdict[i] = ARENA_ARRAY(mem, uint8_t, p.state_count);
            for (uint32_t s = 0; s < p.state_count; s++)
                rank[i][s] = (uint32_t)rng_below(&r, seed < 3 ? 30 : 1 << 30);
        }
        const uint32_t *const *ranks = (const uint32_t *const *)rank;
        stability_analyse(&g, ranks, verdict, 2, mem);
        stability_locate(&g, mem);
        check_certificates(&g, ranks, verdict, PARTIES, 40, mem);
        arena_free(mem);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(trade),
                                       cmocka_unit_test(sampled)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
