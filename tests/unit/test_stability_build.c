/* SPDX-License-Identifier: Apache-2.0
 * From case files to graph models: who can change what, what falls back with a
 * move, what is left to agreement; ranks from orders, worths and rankings; and
 * what is refused. */
#include "test.h"

#include "base/rng.h"
#include "case/load.h"
#include "stability/concepts.h"
#include "stability/prefer.h"

static const case_model *load(const char *yaml, arena *mem) {
    const case_model *c;
    parley_diags *d = parley_diags_new(NULL);
    if (!case_load(&c, source_new(mem, "case", yaml, strlen(yaml)), mem, d))
        fail_msg("%d: %s", parley_diags_get(d, 0)->line,
                 parley_diags_get(d, 0)->message);
    parley_diags_free(d);
    return c;
}

static stability_case *build(const char *yaml, arena *mem) {
    stability_case *k;
    assert_int_equal(stability_build(&k, load(yaml, mem), mem, NULL),
                     PARLEY_OK);
    stability_locate(&k->g, mem);
    return k;
}

/* fighting: active, paused; blockade: keep, ease, lift. */
#define TRUCE                                                                  \
    "parley: 1\n"                                                              \
    "case: truce\n"                                                            \
    "parties: {north: {name: North}, south: {name: South}}\n"                  \
    "others: {guard: {name: Guard}, clerk: {name: Clerk}}\n"                   \
    "issues:\n"                                                                \
    "  fighting: {options: [active, paused], now: active}\n"                   \
    "  blockade: {options: [keep, ease, lift], now: keep, by: north}\n"        \
    "  talks: {options: [none, held], now: none}\n"                            \
    "rules:\n"                                                                 \
    "  - fighting = active -> blockade = keep\n"                               \
    "preferences:\n"                                                           \
    "  north: {order: []}\n"                                                   \
    "  south: {order: []}\n"

/* States: 1 active keep none, 2 active keep held, then paused with keep, ease,
 * lift, each with none and held: 3 to 8. */
typedef struct expected {
    uint32_t from, to;
} expected;

static void same_moves(const stability_case *k, int mover, const expected *list,
                       size_t count) {
    for (uint32_t s = 0; s < k->g.state_count; s++)
        for (uint32_t q = 0; q < k->g.state_count; q++) {
            bool want = false;
            for (size_t i = 0; i < count; i++)
                want |= list[i].from == s + 1 && list[i].to == q + 1;
            if (stability_can(&k->g, mover, s, q) != want)
                fail_msg("mover %d, %u to %u: %d", mover, s + 1, q + 1, !want);
        }
}

static void by_alone(void **state) {
    (void)state;
    arena *mem = test_arena();
    stability_case *k = build(TRUCE, mem);
    static const expected NORTH[] = {{3, 5}, {5, 3}, {3, 7}, {7, 3},
                                     {5, 7}, {7, 5}, {4, 6}, {6, 4},
                                     {4, 8}, {8, 4}, {6, 8}, {8, 6}};
    assert_int_equal(k->g.state_count, 8);
    assert_int_equal(k->g.mover_count, 2); /* the others can't move */
    assert_int_equal(k->now, 0);
    same_moves(k, 0, NORTH, sizeof NORTH / sizeof *NORTH);
    same_moves(k, 1, NULL, 0);
    assert_int_equal(k->fixed.count, 2); /* fighting and talks */
    stability_graph joint;
    assert_int_equal(stability_joint(&joint, k, mem, NULL), PARLEY_OK);
    stability_locate(&joint, mem);
    assert_int_equal(joint.mover_count, 3);
    assert_true(stability_can(&joint, 2, 0, 3));  /* both at once */
    assert_false(stability_can(&joint, 2, 2, 4)); /* the blockade is north's */
    assert_false(stability_can(&joint, 2, 4, 0)); /* breaks the rule */
    arena_free(mem);
}

/* Resuming the fighting brings the blockade back; the pause can't be made
 * alone; an entry for (party, issue) replaces what `by` gives. */
static void falling_back(void **state) {
    (void)state;
    arena *mem = test_arena();
    stability_case *k =
        build(TRUCE "moves:\n"
                    "  - {by: [north, south], issue: fighting, to: active,\n"
                    "     with: {blockade: keep}}\n"
                    "  - {by: north, issue: blockade, from: keep, to: ease}\n"
                    "  - {by: guard, issue: talks}\n",
              mem);
    static const expected NORTH[] = {{3, 1}, {4, 2}, {5, 1},
                                     {6, 2}, {7, 1}, {8, 2}, /* fighting */
                                     {3, 5}, {4, 6}};        /* keep to ease */
    static const expected SOUTH[] = {{3, 1}, {4, 2}, {5, 1},
                                     {6, 2}, {7, 1}, {8, 2}};
    static const expected GUARD[] = {{1, 2}, {2, 1}, {3, 4}, {4, 3},
                                     {5, 6}, {6, 5}, {7, 8}, {8, 7}};
    assert_int_equal(k->g.mover_count, 3);
    assert_int_equal(k->party_count, 2);
    assert_string_equal(stability_mover_name(k, 2), "Guard");
    /* north: fighting to active and the blockade to ease clash */
    same_moves(k, 0, NORTH, sizeof NORTH / sizeof *NORTH);
    same_moves(k, 1, SOUTH, sizeof SOUTH / sizeof *SOUTH);
    same_moves(k, 2, GUARD, sizeof GUARD / sizeof *GUARD);
    assert_int_equal(k->fixed.count, 0);
    assert_true(stability_needs_search(&k->g));
    arena_free(mem);
}

/* Delay to accept, accept to abandon, never delay to abandon. */
static void not_transitive(void **state) {
    (void)state;
    arena *mem = test_arena();
    stability_case *k =
        build("parley: 1\n"
              "case: c\n"
              "parties: {a: {name: A}, b: {name: B}}\n"
              "issues: {x: {options: [delay, accept, abandon]},\n"
              "         y: {options: [n, y], by: b}}\n"
              "moves:\n"
              "  - {by: a, issue: x, from: delay, to: accept}\n"
              "  - {by: a, issue: x, from: accept, to: abandon}\n"
              "preferences: {a: {order: []}, b: {order: []}}\n",
              mem);
    static const expected A[] = {{1, 3}, {3, 5}, {2, 4}, {4, 6}};
    same_moves(k, 0, A, 4);
    assert_false(k->g.moves[0].transitive);
    assert_true(k->g.moves[1].transitive);
    assert_null(k->g.moves[1].kind);
    arena_free(mem);
}

/* --- Ranks --- */

#define TWO                                                                    \
    "parley: 1\n"                                                              \
    "case: c\n"                                                                \
    "parties: {a: {name: A}, b: {name: B}}\n"                                  \
    "issues: {x: {options: [p, q, r], by: a}, y: {options: [s, t], by: b}}\n"

static void check_ranks(const char *yaml, const uint32_t expected_rank[6]) {
    arena *mem = test_arena();
    stability_case *k = build(yaml, mem);
    uint32_t rank[6];
    stability_rank_exact(k, 0, rank, mem);
    for (int s = 0; s < 6; s++)
        for (int q = 0; q < 6; q++)
            assert_int_equal(rank[s] > rank[q],
                             expected_rank[s] > expected_rank[q]);
    arena_free(mem);
}

static void ranks(void **state) {
    (void)state;
    static const uint32_t ORDER[] = {0, 1, 2, 3, 2, 3};
    check_ranks(TWO "preferences: {a: {order: [x != p, y = t]},\n"
                    "  b: {order: []}}\n",
                ORDER);
    /* 0.1 + 0.2 and 0.3 tie; q with t gets 5 more, the cap cuts it to 1 */
    static const uint32_t WORTH[] = {1, 3, 3, 5, 0, 2};
    check_ranks(TWO "preferences:\n"
                    "  a: {worth: {x: {p: 0.1, q: 0.3}, y: {t: 0.2}},\n"
                    "      when: [{if: x = q and y = t, worth: 5}], cap: 1}\n"
                    "  b: {order: []}\n",
                WORTH);
    static const uint32_t RANKING[] = {1, 1, 3, 2, 0, 0};
    check_ranks(TWO "preferences: {a: {ranking: [3, 4, [1, 2], [5, 6]]},\n"
                    "  b: {order: []}}\n",
                RANKING);
}

/* More statements than a key has bits: the last still decides. */
static void many_statements(void **state) {
    (void)state;
    static const uint32_t LAST[] = {0, 1, 0, 1, 0, 1};
    arena *mem = test_arena();
    const char *order = "";
    for (int i = 0; i < 70; i++)
        order = arena_format(mem, "%sx = p or x != p, ", order);
    check_ranks(arena_format(mem,
                             TWO "preferences: {a: {order: [%sy = t]},\n"
                                 "  b: {order: []}}\n",
                             order),
                LAST);
    arena_free(mem);
}

/* --- Refused --- */

static void too_large(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *yaml = "parley: 1\ncase: c\n"
                       "parties: {a: {name: A}, b: {name: B}}\nissues:\n";
    for (int i = 0; i < 26; i++)
        yaml =
            arena_format(mem, "%s  o%d: {options: [n, y], by: a}\n", yaml, i);
    const case_model *c = load(yaml, mem);
    parley_diags *d = parley_diags_new(NULL);
    stability_case *k;
    size_t before = arena_used(mem);
    assert_int_equal(stability_build(&k, c, mem, d), PARLEY_ELIMIT);
    assert_true(arena_used(mem) - before < 100000);
    assert_string_equal(parley_diags_get(d, 0)->code, "stability/limit");
    assert_non_null(strstr(parley_diags_get(d, 0)->message, "33554432"));
    assert_non_null(strstr(parley_diags_get(d, 0)->message, "\"o25\""));
    parley_diags_free(d);
    arena_free(mem);
}

/* Twelve options each of which can only be taken once: 4,096 kinds fit; one
 * more does not. */
static void too_many_kinds(void **state) {
    (void)state;
    for (int options = 12; options <= 13; options++) {
        arena *mem = test_arena();
        const char *issues = "", *moves = "";
        for (int i = 0; i < options; i++) {
            issues =
                arena_format(mem, "%s  o%d: {options: [n, y]}\n", issues, i);
            moves = arena_format(
                mem, "%s  - {by: a, issue: o%d, from: n, to: y}\n", moves, i);
        }
        const case_model *c =
            load(arena_format(mem,
                              "parley: 1\ncase: c\n"
                              "parties: {a: {name: A}, b: {name: B}}\n"
                              "issues:\n%smoves:\n%s",
                              issues, moves),
                 mem);
        stability_case *k;
        assert_int_equal(stability_build(&k, c, mem, NULL),
                         options == 12 ? PARLEY_OK : PARLEY_ELIMIT);
        arena_free(mem);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_alone),        cmocka_unit_test(falling_back),
        cmocka_unit_test(not_transitive),  cmocka_unit_test(ranks),
        cmocka_unit_test(many_statements), cmocka_unit_test(too_large),
        cmocka_unit_test(too_many_kinds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
