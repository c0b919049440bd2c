/* SPDX-License-Identifier: Apache-2.0
 *
 * Routes against brute force: on random small networks every simple path is
 * walked, and what the route finder lists must be the best of these, in
 * order. PROP_SEED replays one network.
 */
#include "record/route.h"

#include "base/rng.h"
#include "test.h"

enum { ACTORS = 8, MOST = 5, PATHS = 20000, NETWORKS = 3000 };

typedef struct path {
    int actors[ACTORS];
    int count, cost, gaps; /* gaps: links of unknown state */
    int gap_at;
} path;

typedef struct world {
    case_model c;
    case_actor actors[ACTORS];
    case_channel channels[40];
    case_entry record[12];
    case_endpoint ends[12][3];
    case_channel_state state[ACTORS][ACTORS];
    int cost[ACTORS][ACTORS];
    path paths[PATHS];
    int path_count;
    int from, to;
} world;

static int below(rng *r, int most) { return (int)rng_below(r, (uint64_t)most); }

static void set_link(world *w, int a, int b, case_channel_state state,
                     int cost) {
    w->state[a][b] = w->state[b][a] = state;
    w->cost[a][b] = w->cost[b][a] = cost;
}

static void make_contacts(world *w, rng *r) {
    w->c.record_count = below(r, 6);
    for (int i = 0; i < w->c.record_count; i++) {
        int count = 2 + below(r, 2);
        w->record[i] = (case_entry){.id = "k", .kind = CASE_MEETING};
        w->record[i].between = w->ends[i];
        w->record[i].between_count = count;
        for (int j = 0; j < count; j++)
            w->ends[i][j] = (case_endpoint){false, below(r, w->c.actor_count)};
        for (int j = 0; j < count; j++)
            for (int k = 0; k < j; k++)
                set_link(w, w->ends[i][j].index, w->ends[i][k].index, CASE_OPEN,
                         1);
    }
}

static void make_channels(world *w, rng *r) {
    int dear = below(r, 2);
    for (int i = below(r, 40); i > 0; i--) {
        int a = below(r, w->c.actor_count), b = below(r, w->c.actor_count);
        if (a == b) continue;
        case_channel_state state = (case_channel_state)below(r, 3);
        int cost = 1 + (dear ? below(r, 3) : 0);
        w->channels[w->c.channel_count++] =
            (case_channel){.a = a, .b = b, .state = state, .cost = cost};
        set_link(w, a, b, state, cost);
    }
}

static void make_world(world *w, uint64_t seed) {
    rng r;
    rng_seed(&r, seed, 7);
    memset(w, 0, sizeof *w);
    w->c.actors = w->actors;
    w->c.channels = w->channels;
    w->c.record = w->record;
    w->c.actor_count = 2 + below(&r, ACTORS - 1);
    w->c.party_count = below(&r, 4);
    if (w->c.party_count > w->c.actor_count)
        w->c.party_count = w->c.actor_count;
    for (int i = 0; i < ACTORS; i++)
        for (int j = 0; j < ACTORS; j++)
            set_link(w, i, j, CASE_UNKNOWN, 1);
    make_contacts(w, &r); /* first: a listed state overrules */
    make_channels(w, &r);
    w->from = below(&r, w->c.actor_count);
    w->to = (w->from + 1 + below(&r, w->c.actor_count - 1)) % w->c.actor_count;
}

static void walk(world *w, path p, bool *seen) {
    int last = p.actors[p.count - 1];
    if (last == w->to) {
        assert_true(w->path_count < PATHS);
        w->paths[w->path_count++] = p;
        return;
    }
    if (last != w->from && last < w->c.party_count) return;
    for (int next = 0; next < w->c.actor_count; next++) {
        case_channel_state state = w->state[last][next];
        bool gap = state == CASE_UNKNOWN;
        if (seen[next] || state == CASE_BARRED || (gap && p.gaps)) continue;
        path q = p;
        q.actors[q.count++] = next;
        q.cost += w->cost[last][next];
        q.gaps += gap;
        if (gap) q.gap_at = p.count - 1;
        seen[next] = true;
        walk(w, q, seen);
        seen[next] = false;
    }
}

static int compare_paths(const void *x, const void *y) {
    const path *a = x, *b = y;
    if (a->gaps != b->gaps) return a->gaps - b->gaps;
    if (a->cost != b->cost) return a->cost - b->cost;
    if (a->count != b->count) return a->count - b->count;
    for (int i = 0; i < a->count; i++)
        if (a->actors[i] != b->actors[i]) return a->actors[i] - b->actors[i];
    return 0;
}

static void walk_all(world *w) {
    bool seen[ACTORS] = {false};
    path p = {.actors = {w->from}, .count = 1};
    seen[w->from] = true;
    walk(w, p, seen);
    qsort(w->paths, (size_t)w->path_count, sizeof *w->paths, compare_paths);
}

static void check_open(const world *w, const record_routes *r) {
    int count = 0;
    while (count < w->path_count && w->paths[count].gaps == 0)
        count++;
    assert_int_equal(r->open_count, count < MOST ? count : MOST);
    for (int i = 0; i < r->open_count; i++) {
        const record_route *got = &r->open[i];
        const path *want = &w->paths[i];
        assert_int_equal(got->count, want->count);
        assert_int_equal(got->unknown, -1);
        assert_near(got->cost, want->cost, 0);
        for (int j = 0; j < got->count; j++)
            assert_int_equal(got->actors[j], want->actors[j]);
    }
}

/* Of the walked paths with one gap: the best for each link and direction. */
static int list_gaps(const world *w, int limit, path *to) {
    int count = 0;
    for (int i = 0; i < w->path_count; i++) {
        const path *p = &w->paths[i];
        bool listed = p->gaps == 0 || p->cost > limit;
        for (int j = 0; j < count && !listed; j++)
            listed = to[j].actors[to[j].gap_at] == p->actors[p->gap_at] &&
                     to[j].actors[to[j].gap_at + 1] == p->actors[p->gap_at + 1];
        if (!listed) to[count++] = *p;
    }
    return count;
}

static void check_gap_route(const world *w, const record_route *got) {
    int cost = 0;
    bool seen[ACTORS] = {false};
    for (int i = 0; i < got->count; i++) {
        int a = got->actors[i];
        assert_false(seen[a]);
        seen[a] = true;
        bool end = i == 0 || i + 1 == got->count;
        assert_true(end || a >= w->c.party_count);
        if (i + 1 == got->count) break;
        int b = got->actors[i + 1];
        cost += w->cost[a][b];
        assert_int_equal(w->state[a][b],
                         i == got->unknown ? CASE_UNKNOWN : CASE_OPEN);
    }
    assert_int_equal(got->actors[0], w->from);
    assert_int_equal(got->actors[got->count - 1], w->to);
    assert_near(got->cost, cost, 0);
}

static void check_unknown(const world *w, const record_routes *r) {
    static path gaps[ACTORS * ACTORS];
    int limit = r->open_count ? (int)r->open[0].cost : 1000;
    int count = list_gaps(w, limit, gaps);
    assert_int_equal(r->unknown_count, count < MOST ? count : MOST);
    for (int i = 0; i < r->unknown_count; i++) {
        check_gap_route(w, &r->unknown[i]);
        assert_int_equal(r->unknown[i].count, gaps[i].count);
        assert_near(r->unknown[i].cost, gaps[i].cost, 0);
    }
}

static void check_cut(const world *w, const record_routes *r) {
    bool want[ACTORS], got[ACTORS] = {false};
    for (int a = 0; a < ACTORS; a++) {
        want[a] = r->open_count > 0 && a != w->from && a != w->to;
        for (int i = 0; i < w->path_count && want[a]; i++) {
            bool on = w->paths[i].gaps > 0;
            for (int j = 0; j < w->paths[i].count; j++)
                on = on || w->paths[i].actors[j] == a;
            want[a] = on;
        }
    }
    for (int i = 0; i < r->cut.count; i++)
        got[r->cut.items[i]] = true;
    assert_memory_equal(got, want, sizeof got);
}

static void check_link(const world *w, const record_network *n, int a, int b) {
    record_link l = record_link_find(n, a, b);
    assert_int_equal(l.state, w->state[a][b]);
    assert_near(l.cost, w->cost[a][b], 0);
}

static void check_network(const world *w, const record_network *n) {
    for (int a = 0; a < w->c.actor_count; a++)
        for (int b = 0; b < w->c.actor_count; b++)
            if (a != b) check_link(w, n, a, b);
}

static void check_world(world *w, arena *mem) {
    const record_network *n = record_network_build(&w->c, mem);
    check_network(w, n);
    walk_all(w);
    const record_routes *r = record_routes_find(n, w->from, w->to, MOST, mem);
    check_open(w, r);
    check_unknown(w, r);
    check_cut(w, r);
    record_route best = record_route_best(n, w->from, w->to, mem);
    assert_int_equal(best.count, r->open_count ? r->open[0].count : 0);
}

static void routes_match_brute_force(void **state) {
    uint64_t *running = *state;
    static world w;
    const char *one = getenv("PROP_SEED");
    uint64_t seed = one ? strtoull(one, NULL, 10) : 1;
    uint64_t last = one ? seed : NETWORKS;
    for (; seed <= last; seed++) {
        arena *mem = test_arena();
        make_world(&w, seed);
        *running = seed;
        check_world(&w, mem);
        arena_free(mem);
    }
    *running = 0;
}

static int name_seed(void **state) {
    const uint64_t *running = *state;
    if (*running) print_error("PROP_SEED=%d\n", (int)*running);
    return 0;
}

int main(void) {
    uint64_t running = 0;
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_prestate_setup_teardown(routes_match_brute_force, NULL,
                                                 name_seed, &running),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
