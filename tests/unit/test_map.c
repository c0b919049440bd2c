/* SPDX-License-Identifier: Apache-2.0
 * Where the nodes of a map go: near what they are linked to, never on one
 * another, inside the drawing, and the same each time. */
#include "test.h"

#include <math.h>
#include <time.h>

#include "base/rng.h"
#include "format/map_layout.h"

enum { MOST = 24 };

typedef struct sample {
    map_graph g;
    map_link links[MOST * 3];
    spot sizes[MOST];
} sample;

static void make(sample *s, uint64_t seed) {
    rng r;
    rng_seed(&r, seed, 0);
    s->g = (map_graph){.node_count = 2 + rng_below(&r, MOST - 2),
                       .links = s->links};
    for (size_t i = 0; i < s->g.node_count; i++)
        s->sizes[i] = (spot){30 + (double)rng_below(&r, 100),
                             26 + (double)rng_below(&r, 40)};
    for (size_t i = 1; i < s->g.node_count; i++)
        s->links[s->g.link_count++] = (map_link){i, rng_below(&r, i), 1};
}

static bool overlap(spot a, spot b, spot x, spot y) {
    return fabs(a.x - b.x) < (x.x + y.x) / 2 - 0.5 &&
           fabs(a.y - b.y) < (x.y + y.y) / 2 - 0.5;
}

static void boxes_stand_apart_and_inside(void **state) {
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        arena *mem = test_arena();
        sample s = {0};
        make(&s, seed);
        size_t n = s.g.node_count;
        spot *at = map_stress(&s.g, mem);
        double height = map_fit(at, s.sizes, n, FIGURE_BROAD, false);
        for (size_t i = 0; i < n; i++) {
            assert_true(at[i].x - s.sizes[i].x / 2 > -0.5);
            assert_true(at[i].x + s.sizes[i].x / 2 < FIGURE_BROAD + 0.5);
            assert_true(at[i].y - s.sizes[i].y / 2 > -0.5);
            assert_true(at[i].y + s.sizes[i].y / 2 < height + 0.5);
            for (size_t j = i + 1; j < n; j++)
                if (overlap(at[i], at[j], s.sizes[i], s.sizes[j]))
                    fail_msg("seed %d: %zu lies on %zu", (int)seed, i, j);
        }
        arena_free(mem);
    }
}

/* A path of four: its stress is zero when it is straight. */
static void distances_follow_the_links(void **state) {
    (void)state;
    arena *mem = test_arena();
    const map_link path[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
    map_graph g = {4, 3, path, false};
    const spot *at = map_stress(&g, mem);
    for (size_t i = 0; i < 4; i++)
        for (size_t j = i + 1; j < 4; j++) {
            double d = hypot(at[i].x - at[j].x, at[i].y - at[j].y);
            assert_true(fabs(d - (double)(j - i)) < 0.05);
        }
    arena_free(mem);
}

static spot *by_program(const char *name, arena *mem) {
    static const map_link ring[] = {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}};
    static const spot sizes[] = {{40, 30}, {40, 30}, {40, 30}};
    map_graph g = {3, 3, ring, false};
    (void)setenv("PARLEY_DOT", name, 1);
    spot *at = map_graphviz(&g, sizes, mem);
    (void)setenv("PARLEY_DOT", "", 1);
    return at;
}

static void graphviz_is_asked_where_it_is(void **state) {
    (void)state;
    arena *mem = test_arena();
    assert_null(by_program("", mem));
    assert_null(by_program("no-such-program-here", mem));
    assert_null(by_program("true", mem));
    if (system("command -v dot >/dev/null") != 0) skip();
    const spot *at = by_program("dot", mem);
    assert_non_null(at);
    for (size_t i = 0; i < 3; i++) {
        spot a = at[i], b = at[(i + 1) % 3];
        assert_true(hypot(a.x - b.x, a.y - b.y) > 0.3);
    }
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(boxes_stand_apart_and_inside),
        cmocka_unit_test(distances_follow_the_links),
        cmocka_unit_test(graphviz_is_asked_where_it_is),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
