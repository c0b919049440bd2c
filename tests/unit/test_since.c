/* SPDX-License-Identifier: Apache-2.0
 * What entries did to each proposal: the movements add up, what was known then
 * is what a fresh look at the earlier record says, and too many entries make a
 * step together. */
#include "advice/since.h"

#include <math.h>

#include "advice/headline.h"
#include "case_test.h"

enum { DRAWS = 8000 };

static const belief *sample(const case_model *c, arena *mem) {
    belief_ask ask = {.seed = 1, .draws = DRAWS, .threads = 2, .ranges = true};
    const belief *b;
    assert_int_equal(belief_sample(&b, c, &ask, mem, NULL), PARLEY_OK);
    assert_non_null(b->gain);
    return b;
}

static int_list later_than(const case_model *c, const char *day, arena *mem) {
    moment at;
    assert_true(time_parse(day, &at));
    int *items = ARENA_ARRAY(mem, int, (size_t)c->record_count);
    int count = 0;
    for (int i = 0; i < c->record_count; i++)
        if (c->record[i].date.given && c->record[i].date.seconds > time_end(at))
            items[count++] = i;
    return (int_list){items, count};
}

static void check_sums(const case_model *c, const advice_since *a) {
    for (int p = 0; p < c->proposal_count; p++) {
        double sum = a->then[p];
        for (int i = 0; i < a->step_count; i++) {
            sum += a->steps[i].change[p];
            assert_true(a->steps[i].error[p] >= 0);
        }
        assert_true(fabs(sum - a->now[p]) < 1e-9);
    }
}

static void movements_add_up(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    const belief *b = sample(c, mem);
    int_list entries = later_than(c, "2014-07-20", mem);
    assert_true(entries.count > 2);
    const advice_since *a;
    assert_int_equal(advice_move(&a, b, entries, mem, NULL), PARLEY_OK);
    check_sums(c, a);
    bool moved = false;
    for (int p = 0; p < c->proposal_count; p++) {
        const double *now = headline_accepts(b, p, mem);
        assert_true(fabs(belief_mean(b, now, mem).mean - a->now[p]) < 1e-9);
        if (fabs(a->now[p] - a->then[p]) > 0.02) moved = true;
    }
    assert_true(moved);
    arena_free(mem);
}

/* The earlier record, loaded as if nothing had come after. */
static void then_is_what_was_known(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    case_selection by = {.viewer = -1};
    assert_true(time_parse("2014-07-20", &by.at));
    const case_model *early = case_select(c, by, mem);
    assert_true(early->record_count < c->record_count);
    const belief *b = sample(c, mem), *fresh = sample(early, mem);
    const advice_since *a;
    assert_int_equal(
        advice_move(&a, b, later_than(c, "2014-07-20", mem), mem, NULL),
        PARLEY_OK);
    for (int p = 0; p < c->proposal_count; p++) {
        int q = case_proposal_find(early, c->proposals[p].id);
        assert_true(q >= 0);
        belief_measure m =
            belief_mean(fresh, headline_accepts(fresh, q, mem), mem);
        if (fabs(m.mean - a->then[p]) > 4 * M_SQRT2 * m.error + 1e-9)
            fail_msg("%s: %f, not %f +- %f", c->proposals[p].id, a->then[p],
                     m.mean, m.error);
    }
    arena_free(mem);
}

static void nothing_new_moves_nothing(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    const belief *b = sample(c, mem);
    const advice_since *a;
    assert_int_equal(advice_move(&a, b, (int_list){NULL, 0}, mem, NULL),
                     PARLEY_OK);
    assert_int_equal(a->step_count, 0);
    for (int p = 0; p < c->proposal_count; p++)
        assert_true(a->then[p] == a->now[p]);
    arena_free(mem);
}

/* All that anybody said, from nothing on. */
static void too_many_go_together(void **state) {
    (void)state;
    arena *mem = test_arena();
    const case_model *c = case_from_file("tests/golden/cairo-oracle.yaml", mem);
    const belief *b = sample(c, mem);
    int_list all = belief_carriers(b, mem);
    const advice_since *a;
    assert_int_equal(advice_move(&a, b, all, mem, NULL), PARLEY_OK);
    assert_true(a->step_count <= ADVICE_STEPS_MOST);
    int entries = 0;
    for (int i = 0; i < a->step_count; i++)
        entries += a->steps[i].entries.count;
    assert_int_equal(entries, all.count);
    check_sums(c, a);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(movements_add_up),
        cmocka_unit_test(then_is_what_was_known),
        cmocka_unit_test(nothing_new_moves_nothing),
        cmocka_unit_test(too_many_go_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
