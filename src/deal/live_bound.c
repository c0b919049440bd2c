/* SPDX-License-Identifier: Apache-2.0
 * A closer look at what can still follow from a state.
 *
 * The plain bound takes all conjunctions alive as if they could hold together.
 * Here the worth of each is shared among the issues without an option that it
 * speaks of (live_share.c); a conjunction that holds collects all its shares,
 * so what follows is worth at most the sum, over these issues, of the best
 * option's shares and own worth. This sees that two conjunctions want different
 * options of one issue.
 *
 * For two parties the same is done for weighted sums of their worths, which
 * sees that they want different things. What is useful lies above a corner of
 * the staircase of known outcomes; a state without a corner below all its
 * bounds leads to nothing new.
 *
 * Bounds are sums of floats and are rounded up by 10^-5 of the range, more than
 * the error of sums of a few hundred terms. */
#include <math.h>

#include "deal/live_share.h"

typedef struct closer {
    const live_task *t;
    const live_known *known;
    live_shares *shares;
    size_t dims;
    double *bound;  /* [dim] */
    double *margin; /* [dim] */
    fixed *hope;
} closer;

/* --- One state --- */

static void find_bounds(const closer *x, const uint64_t *key, const fixed *up) {
    const live_shares *s = x->shares;
    const size_t n = (size_t)x->t->n;
    live_hope(x->t, key, x->hope);
    for (size_t p = 0; p < n; p++)
        x->hope[p] = up[p] - x->hope[p];
    for (size_t k = 0; k < x->dims; k++)
        x->bound[k] = live_shares_weigh(s, k, x->hope) + x->margin[k];
    live_shares_add(s, key);
    for (int j = s->next; j < x->t->depth; j++)
        for (size_t k = 0; k < x->dims; k++) {
            const float *sum = s->sum + ((size_t)j * x->dims + k) * s->width;
            float most = sum[0];
            for (size_t o = 1; o < s->width; o++)
                most = sum[o] > most ? sum[o] : most;
            x->bound[k] += most;
        }
}

/* --- Is it good enough? --- */

static bool beats(const closer *x, const fixed *known) {
    for (int p = 0; p < x->t->n; p++)
        if ((double)known[p] < x->bound[p]) return false;
    return true;
}

/* Is there something below all bounds at (a, b) or above? */
static bool has_room(const closer *x, double a, double b) {
    if (a > x->bound[0] || b > x->bound[1]) return false;
    for (size_t k = 2; k < x->dims; k++)
        if (x->shares->weight[2 * k] * a + x->shares->weight[2 * k + 1] * b >
            x->bound[k])
            return false;
    return true;
}

static bool is_useful_to_two(const closer *x) {
    const live_known *known = x->known;
    double before = -INFINITY;
    for (size_t i = 0; i < known->count; i++) {
        if (has_room(x, before, (double)known->worth[2 * i + 1])) return true;
        before = (double)known->worth[2 * i];
    }
    return has_room(x, before, -INFINITY);
}

static bool is_useful(const closer *x) {
    if (x->t->n == 2) return is_useful_to_two(x);
    for (size_t i = 0; i < x->known->count; i++)
        if (beats(x, x->known->worth + i * (size_t)x->t->n)) return false;
    return true;
}

static closer look_closer(const live_run *r, arena *scratch) {
    closer x = {.t = r->t, .known = r->known, .shares = r->shares};
    x.dims = x.shares->dims;
    x.bound = ARENA_ARRAY(scratch, double, x.dims);
    x.margin = ARENA_ARRAY(scratch, double, x.dims);
    x.hope = ARENA_ARRAY(scratch, fixed, (size_t)r->t->n);
    for (size_t k = 0; k < x.dims; k++)
        x.margin[k] = 1e-5 * live_shares_weigh(x.shares, k, r->t->range) + 1;
    return x;
}

void live_tighten(const live_run *r, int next, live_level *l) {
    if (!r->shares || l->count <= r->plain) return;
    arena *scratch = arena_child(r->mem);
    const closer x = look_closer(r, scratch);
    live_shares_set(r->shares, next, l, scratch);
    size_t kept = 0;
    for (size_t i = 0; i < l->count; i++) {
        const fixed *up = l->up + i * (size_t)r->t->n;
        find_bounds(&x, l->key + i * (size_t)r->t->words, up);
        if (is_useful(&x)) live_level_move(r->t, l, kept++, i);
    }
    l->count = kept;
    arena_free(scratch);
}
