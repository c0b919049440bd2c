/* SPDX-License-Identifier: Apache-2.0
 * Is there a point with at least as much in every dimension? Asked of a set
 * that only grows.
 *
 * Two dimensions: only the points that no other covers matter, and they are a
 * staircase (the first coordinate rises, the second falls): one halving. Else
 * trees of points (merge_forest.c). */
#include <string.h>

#include "deal/merge_forest.h"
#include "deal/merge_int.h"

struct merge_reach {
    merge_forest *forest; /* NULL: two dimensions */
    size_t count, room;
    fixed *points; /* the staircase */
    arena *mem;
};

merge_reach *merge_reach_new(int dimensions, const fixed *low,
                             const fixed *high, arena *mem) {
    merge_reach *r = ARENA_NEW(mem, merge_reach);
    *r = (merge_reach){.mem = mem};
    if (dimensions != 2)
        r->forest = merge_forest_new(dimensions, low, high, mem);
    return r;
}

void merge_widen(const fixed *worth, size_t count, size_t n, fixed *low,
                 fixed *high) {
    for (size_t p = 0; p < n && count > 0; p++) {
        fixed least = worth[p], most = worth[p];
        for (size_t i = 1; i < count; i++) {
            const fixed here = worth[i * n + p];
            least = here < least ? here : least;
            most = here > most ? here : most;
        }
        low[p] += least;
        high[p] += most;
    }
}

static void make_room(merge_reach *r) {
    if (r->count < r->room) return;
    const size_t room = r->room ? 2 * r->room : 64;
    r->points =
        arena_grow(r->mem, r->points, 2 * r->room, 2 * room, sizeof *r->points);
    r->room = room;
}

/* The first step with at least x. */
static size_t find_step(const merge_reach *r, fixed x) {
    size_t low = 0, length = r->count;
    while (length > 0) {
        size_t half = length / 2;
        bool right = r->points[2 * (low + half)] < x;
        low = right ? low + half + 1 : low;
        length = right ? length - half - 1 : half;
    }
    return low;
}

static void add_step(merge_reach *r, const fixed *v) {
    size_t end = find_step(r, v[0]), at = end;
    if (end < r->count && r->points[2 * end] == v[0]) end++;
    while (at > 0 && r->points[2 * (at - 1) + 1] <= v[1])
        at--;
    make_room(r);
    memmove(r->points + 2 * (at + 1), r->points + 2 * end,
            2 * (r->count - end) * sizeof *r->points);
    r->count = r->count - end + at + 1;
    memcpy(r->points + 2 * at, v, 2 * sizeof *v);
}

bool merge_reach_covers(merge_reach *r, const fixed *v) {
    if (r->forest) return merge_forest_covers(r->forest, v);
    size_t at = find_step(r, v[0]);
    return at < r->count && r->points[2 * at + 1] >= v[1];
}

void merge_reach_add(merge_reach *r, const fixed *v) {
    if (r->forest)
        merge_forest_add(r->forest, v);
    else
        add_step(r, v);
}
