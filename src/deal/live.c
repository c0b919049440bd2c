/* SPDX-License-Identifier: Apache-2.0
 * The frontier of a block whose conditions couple too many issues to enumerate
 * its outcomes: exact where the states fit, else with a proven gap.
 *
 * Small blocks take one pass (live_sweep.c). Larger ones first two passes that
 * keep few states: they find outcomes near the frontier, and what is bounded
 * below one of them is dropped in the pass that is exact. Where even that has
 * more states than allowed, it goes on with few and notes the bounds of those
 * it dropped. No outcome is worth more to all than one of these bounds; so if
 * g_p is the least amount such that every bound, less g, is covered by a point
 * found, nothing is better than the points found by more than g for all.
 * g is one share of each party's range of worths.
 *
 * Edge cases: rules that can't be kept give no element and no gap. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "deal/live_int.h"
#include "deal/merge_int.h"

enum { FEW = 300, MORE = 1000, CLOSER = 40 };

/* --- Knowing some outcomes --- */

static void know(live_known *k, const live_level *l) {
    for (size_t i = 0; i < l->count; i++)
        live_known_add(k, l->up + i * (size_t)k->n);
}

/* A pass like r that keeps few states. */
static void look_around(const live_run *r, live_known *k, size_t width) {
    live_run few = *r;
    few.states = few.width = width < r->states ? width : r->states;
    few.lost = NULL;
    few.mem = arena_child(r->mem);
    const live_level l = live_sweep(&few);
    know(k, &l);
    arena_free(few.mem);
}

/* --- The gap --- */

/* The share of the ranges by which `up` is above what is nearest to it. */
static double share_above(const live_task *t, const live_level *l,
                          const fixed *up) {
    const size_t n = (size_t)t->n;
    double least = INFINITY;
    for (size_t i = 0; i < l->count; i++) {
        double most = 0;
        for (size_t p = 0; p < n; p++) {
            const double over = (double)(up[p] - l->up[i * n + p]);
            const double range = t->range[p] > 0 ? (double)t->range[p] : 1;
            most = fmax(most, over / range);
        }
        least = fmin(least, most);
    }
    return least;
}

static const fixed *find_gap(const live_task *t, const live_level *l,
                             const live_known *lost, arena *mem) {
    double share = 0;
    for (size_t i = 0; i < lost->count; i++)
        share = fmax(share, share_above(t, l, lost->worth + i * (size_t)t->n));
    fixed *gap = ARENA_ARRAY(mem, fixed, (size_t)t->n + 1);
    for (int p = 0; p < t->n; p++)
        gap[p] = (fixed)ceil((double)t->range[p] * share);
    return gap;
}

/* --- The answer --- */

typedef struct ordered {
    const fixed *up;
    size_t state;
    int n;
} ordered;

static int by_worth(const void *a, const void *b) {
    const ordered *x = a, *y = b;
    return deal_compare_worth(x->up, y->up, x->n);
}

static live_front take_elements(const live_run *r, const live_level *l,
                                arena *mem) {
    const live_task *t = r->t;
    const size_t n = (size_t)t->n, width = (size_t)t->depth;
    ordered *all = ARENA_ARRAY(r->mem, ordered, l->count + 1);
    for (size_t i = 0; i < l->count; i++)
        all[i] = (ordered){l->up + i * n, i, t->n};
    if (l->count > 0) qsort(all, l->count, sizeof *all, by_worth);
    fixed *worth = ARENA_ARRAY(mem, fixed, l->count * n + 1);
    int *options = ARENA_ARRAY(mem, int, l->count *width + 1);
    uint64_t *copies = ARENA_ARRAY(mem, uint64_t, l->count + 1);
    for (size_t i = 0; i < l->count; i++) {
        memcpy(worth + i * n, all[i].up, n * sizeof *worth);
        live_path(r, all[i].state, options + i * width);
        copies[i] = l->copies[all[i].state];
    }
    return (live_front){.count = l->count,
                        .worth = worth,
                        .options = options,
                        .copies = copies};
}

/* True unless it was stopped. */
static bool pass(live_run *r, live_front *f, arena *mem) {
    const live_level l = live_sweep(r);
    if (r->stopped) return false;
    *f = take_elements(r, &l, mem);
    if (r->has_gap && l.count > 0) f->gap = find_gap(r->t, &l, r->lost, mem);
    return true;
}

/* A plain pass; false where there are too many states for it. */
static bool solve_quickly(const live_task *t, size_t states, live_front *f,
                          arena *mem) {
    live_run r = {.t = t, .states = states, .mem = arena_child(mem)};
    const bool done = pass(&r, f, mem);
    arena_free(r.mem);
    return done;
}

live_front live_solve(const live_task *t, live_limits limits, arena *mem) {
    const size_t states = limits.states ? limits.states : LIVE_STATES_MOST;
    const size_t width = limits.width ? limits.width : LIVE_WIDTH;
    const size_t quick = limits.quick ? limits.quick : LIVE_QUICK;
    live_front f = {0};
    if (solve_quickly(t, states < quick ? states : quick, &f, mem)) return f;
    arena *scratch = arena_child(mem);
    live_known known = {.n = t->n, .mem = scratch};
    live_known lost = {.n = t->n, .mem = scratch};
    live_run r = {.t = t,
                  .known = &known,
                  .states = states,
                  .width = width < states ? width : states,
                  .plain = quick / CLOSER,
                  .lossy = true,
                  .lost = &lost,
                  .mem = scratch};
    look_around(&r, &known, FEW);
    look_around(&r, &known, MORE);
    pass(&r, &f, mem);
    arena_free(scratch);
    return f;
}
