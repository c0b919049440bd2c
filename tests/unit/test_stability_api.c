/* SPDX-License-Identifier: Apache-2.0
 * parley_graph_*: the published Elmira model through the public interface,
 * bad input, memory that runs out, and graphs beyond a word of states. */
#include "test.h"

#include "base/rng.h"
#include "parley.h"

/* Elmira's nine states: MoE, Uniroyal, Local Government. */
static const parley_arc ELMIRA[] = {
    {0, 0, 1}, {0, 2, 3}, {0, 4, 5}, {0, 6, 7}, {1, 0, 2}, {1, 0, 8},
    {1, 1, 3}, {1, 1, 8}, {1, 2, 8}, {1, 3, 8}, {1, 4, 6}, {1, 4, 8},
    {1, 5, 7}, {1, 5, 8}, {1, 6, 8}, {1, 7, 8}, {2, 0, 4}, {2, 4, 0},
    {2, 1, 5}, {2, 5, 1}, {2, 2, 6}, {2, 6, 2}, {2, 3, 7}, {2, 7, 3}};
enum { ARCS = sizeof ELMIRA / sizeof *ELMIRA };
static const int ORDER[3][9] = {{7, 3, 4, 8, 5, 1, 2, 6, 9},
                                {1, 4, 8, 5, 9, 3, 7, 2, 6},
                                {7, 3, 5, 1, 8, 6, 4, 2, 9}};

static parley_status make(parley_graph **g, const parley_host *host,
                          uint32_t states, uint32_t movers, parley_diags *d) {
    const parley_graph_shape shape = {states, movers, ELMIRA, ARCS};
    return parley_graph_new(g, host, &shape, d);
}

static void elmira_ranks(uint32_t *ranks) {
    for (int i = 0; i < 3; i++)
        for (int k = 0; k < 9; k++)
            ranks[i * 9 + ORDER[i][k] - 1] = (uint32_t)(9 - k);
}

static void elmira(void **state) {
    (void)state;
    static const int EXPECTED[] = {6, 0, 0, 6, 31, 0, 0, 31, 31};
    parley_graph *g;
    uint32_t ranks[27];
    uint8_t verdicts[27];
    assert_int_equal(make(&g, NULL, 9, 3, NULL), PARLEY_OK);
    assert_int_equal(parley_graph_scratch(g), 0);
    elmira_ranks(ranks);
    parley_graph_analyse(g, ranks, verdicts, NULL);
    for (int s = 0; s < 9; s++)
        assert_int_equal(verdicts[s] & verdicts[9 + s] & verdicts[18 + s],
                         EXPECTED[s]);
    parley_graph_free(g);
    parley_graph_free(NULL);
}

static void bad_input(void **state) {
    (void)state;
    parley_graph *g;
    parley_diags *d = parley_diags_new(NULL);
    assert_int_equal(make(&g, NULL, 8, 3, d), PARLEY_EINPUT);
    assert_null(g);
    assert_int_equal(make(&g, NULL, 9, 2, d), PARLEY_EINPUT);
    assert_int_equal(make(&g, NULL, 9, 31, d), PARLEY_ELIMIT);
    assert_int_equal(parley_diags_count(d), 3);
    assert_string_equal(parley_diags_get(d, 0)->code, "stability/arc");
    parley_diags_free(d);
}

/* The n-th request for memory fails, for every n. */
static void *failing(void *self, void *old, size_t size) {
    int *left = self;
    if (size == 0) {
        free(old);
        return NULL;
    }
    return (*left)-- > 0 ? realloc(old, size) : NULL;
}

static void no_memory(void **state) {
    (void)state;
    for (int n = 0;; n++) {
        int left = n;
        const parley_host host = {&left, failing, NULL};
        parley_graph *g;
        parley_status status = make(&g, &host, 9, 3, NULL);
        if (status == PARLEY_OK) {
            left = 1000;
            parley_graph_free(g);
            return;
        }
        assert_int_equal(status, PARLEY_ENOMEM);
        assert_null(g);
    }
}

/* Elmira with states nobody reaches: the same verdicts by the other way of
 * computing them. */
static void beyond_a_word(void **state) {
    (void)state;
    enum { STATES = 70 };
    parley_graph *g;
    uint32_t small[27], ranks[3 * STATES];
    uint8_t expected[27], verdicts[3 * STATES];
    elmira_ranks(small);
    assert_int_equal(make(&g, NULL, 9, 3, NULL), PARLEY_OK);
    parley_graph_analyse(g, small, expected, NULL);
    parley_graph_free(g);
    for (int i = 0; i < 3; i++)
        for (int s = 0; s < STATES; s++)
            ranks[i * STATES + s] = s < 9 ? small[i * 9 + s] : 0;
    assert_int_equal(make(&g, NULL, STATES, 3, NULL), PARLEY_OK);
    void *scratch = malloc(parley_graph_scratch(g));
    parley_graph_analyse(g, ranks, verdicts, scratch);
    for (int i = 0; i < 3; i++)
        for (int s = 0; s < STATES; s++)
            assert_int_equal(verdicts[i * STATES + s],
                             s < 9 ? expected[i * 9 + s] : 31);
    free(scratch);
    parley_graph_free(g);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(elmira), cmocka_unit_test(bad_input),
        cmocka_unit_test(no_memory), cmocka_unit_test(beyond_a_word)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
