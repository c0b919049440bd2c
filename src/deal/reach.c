/* SPDX-License-Identifier: Apache-2.0
 * Which point has at least as much in every dimension? Asked of a set that only
 * grows.
 *
 * Two dimensions: only the points that no other covers matter, and they are a
 * staircase (the first coordinate rises, the second falls): one halving. Else
 * trees of points (deal_forest.c). */
#include "deal/reach.h"

#include <string.h>

#include "deal/forest.h"

enum { WIDTH = 3 };

struct deal_reach {
    deal_forest *forest; /* NULL: two dimensions */
    size_t count, room;
    fixed *points; /* the staircase: two worths and a number a step */
    arena *mem;
};

deal_reach *deal_reach_new(int dimensions, const fixed *low, const fixed *high,
                           arena *mem) {
    deal_reach *r = ARENA_NEW(mem, deal_reach);
    *r = (deal_reach){.mem = mem};
    if (dimensions != 2)
        r->forest = deal_forest_new(dimensions, low, high, mem);
    return r;
}

void deal_widen(const fixed *worth, size_t count, size_t n, fixed *low,
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

static void make_room(deal_reach *r) {
    if (r->count < r->room) return;
    const size_t room = r->room ? 2 * r->room : 64;
    r->points = arena_grow(r->mem, r->points, WIDTH * r->room, WIDTH * room,
                           sizeof *r->points);
    r->room = room;
}

static fixed *step_at(const deal_reach *r, size_t i) {
    return r->points + WIDTH * i;
}

/* The first step with at least x. */
static size_t find_step(const deal_reach *r, fixed x) {
    size_t low = 0, length = r->count;
    while (length > 0) {
        size_t half = length / 2;
        bool right = step_at(r, low + half)[0] < x;
        low = right ? low + half + 1 : low;
        length = right ? length - half - 1 : half;
    }
    return low;
}

static void add_step(deal_reach *r, const fixed *v, size_t number) {
    size_t end = find_step(r, v[0]), at = end;
    if (end < r->count && step_at(r, end)[0] == v[0]) end++;
    while (at > 0 && step_at(r, at - 1)[1] <= v[1])
        at--;
    make_room(r);
    memmove(step_at(r, at + 1), step_at(r, end),
            WIDTH * (r->count - end) * sizeof *r->points);
    r->count = r->count - end + at + 1;
    const fixed step[WIDTH] = {v[0], v[1], (fixed)number};
    memcpy(step_at(r, at), step, sizeof step);
}

int64_t deal_reach_find(deal_reach *r, const fixed *v) {
    if (r->forest) return deal_forest_find(r->forest, v);
    const size_t at = find_step(r, v[0]);
    const bool covers = at < r->count && step_at(r, at)[1] >= v[1];
    return covers ? step_at(r, at)[2] : -1;
}

void deal_reach_add(deal_reach *r, const fixed *v, size_t number) {
    if (r->forest)
        deal_forest_add(r->forest, v, number);
    else
        add_step(r, v, number);
}
