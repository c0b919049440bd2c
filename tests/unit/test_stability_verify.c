/* SPDX-License-Identifier: Apache-2.0
 * The verifier refuses certificates that were tampered with. */
#include "test.h"

#include "stability/why.h"

/* Three states in a row and back: 0 goes to 1 by a, 1 to 2 by b, 2 to 0 by b.
 * a prefers 1 over 0 over 2; b prefers 2, then 0, then 1. So a's improvement
 * from 0 is sanctioned by b going on to 2. */
typedef struct world {
    arena *mem;
    stability_moves moves[2];
    stability_graph g;
    uint32_t a[3], b[3];
    const uint32_t *rank[2];
} world;

static void make(world *w) {
    static const stability_arc A[] = {{0, 1}};
    static const stability_arc B[] = {{1, 2}, {2, 0}};
    *w = (world){.mem = test_arena(), .a = {1, 2, 0}, .b = {1, 0, 2}};
    w->moves[0] = stability_arcs(3, A, 1, w->mem);
    w->moves[1] = stability_arcs(3, B, 2, w->mem);
    w->g = (stability_graph){2, 3, w->moves};
    w->rank[0] = w->a;
    w->rank[1] = w->b;
}

static const char *check(world *w, const stability_certificate *c) {
    return stability_verify(&w->g, w->rank, c, w->mem);
}

static void stable_ones(void **state) {
    (void)state;
    world w;
    make(&w);
    const uint8_t all[] = {STABILITY_GMR, STABILITY_SMR, STABILITY_SEQ,
                           STABILITY_SSEQ};
    for (int k = 0; k < 4; k++) {
        stability_certificate c = *stability_why(
            &w.g, w.rank, (stability_question){0, 0, all[k]}, w.mem);
        assert_true(c.stable);
        assert_int_equal(c.reply_count, 1);
        assert_int_equal(c.replies[0].step_count, 1);
        assert_int_equal(c.replies[0].steps[0].mover, 1);
        assert_null(check(&w, &c));
        stability_reply reply = c.replies[0];
        stability_step step = reply.steps[0];
        reply.steps = &step;
        c.replies = &reply;
        assert_null(check(&w, &c));
        step.mover = 0; /* a can't go there, and may not answer itself */
        assert_non_null(check(&w, &c));
        step = (stability_step){1, 1, 0}; /* no such move */
        assert_non_null(check(&w, &c));
        step = (stability_step){1, 2, 0}; /* it does not begin at s1 */
        assert_non_null(check(&w, &c));
        reply.step_count = 0;
        assert_non_null(check(&w, &c));
        c.reply_count = 0;
        assert_non_null(check(&w, &c));
    }
    arena_free(w.mem);
}

static void better_for_nobody(void **state) {
    (void)state;
    world w;
    make(&w);
    w.b[2] = 0; /* b gains nothing by going on: no credible sanction */
    stability_certificate c = *stability_why(
        &w.g, w.rank, (stability_question){0, 0, STABILITY_SEQ}, w.mem);
    assert_false(c.stable);
    assert_null(check(&w, &c));
    c = *stability_why(&w.g, w.rank, (stability_question){0, 0, STABILITY_GMR},
                       w.mem);
    assert_true(c.stable);
    c.concept = STABILITY_SEQ; /* the answer is no improvement of b */
    assert_non_null(check(&w, &c));
    arena_free(w.mem);
}

static void unstable_ones(void **state) {
    (void)state;
    world w;
    make(&w);
    w.a[2] = 2; /* the answer does not hurt, and b may not move on to 0 */
    const uint8_t all[] = {STABILITY_NASH, STABILITY_GMR, STABILITY_SMR,
                           STABILITY_SEQ, STABILITY_SSEQ};
    for (int k = 0; k < 5; k++) {
        stability_certificate c = *stability_why(
            &w.g, w.rank, (stability_question){0, 0, all[k]}, w.mem);
        assert_false(c.stable);
        assert_null(check(&w, &c));
        stability_reply reply = c.replies[0];
        c.replies = &reply;
        reply.improvement = 2; /* out of a's reach */
        assert_non_null(check(&w, &c));
        reply = (stability_reply){.improvement = 1};
        if (k > 0) assert_non_null(check(&w, &c)); /* a move leads out */
    }
    arena_free(w.mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(stable_ones),
                                       cmocka_unit_test(better_for_nobody),
                                       cmocka_unit_test(unstable_ones)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
