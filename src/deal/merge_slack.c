/* SPDX-License-Identifier: Apache-2.0
 * Frontiers that are too large: how little must a step lose so that all steps
 * fit?
 *
 * The points that are left to use are shared out evenly over the steps to come.
 * A step that fits into its part loses nothing. Where it doesn't, a slack is
 * looked for that lets it fit, as small a share of each party's range of worths
 * as a few trials find: a point goes that is within it of a point that is kept.
 * What the steps lose adds up along the way of any outcome, so the sum of their
 * slacks is proven, and known at the end. The first party never loses anything.
 *
 * Edge cases: the steps may lose no more than is allowed, all together; the
 * step for which that isn't enough is refused. */
#include "deal/merge_int.h"

enum { TRIALS = 4 };
/* The least slack is not looked for more closely than this. */
static const double close_enough = 1.25;
/* Of the ranges: where nothing has been lost yet, the first trial. */
static const double first_slack = 1.0 / 256;

void merge_find_range(merge *m) {
    const size_t n = (size_t)m->n;
    fixed *range = ARENA_ARRAY(m->mem, fixed, n);
    for (int k = 0; k < m->blocks->count; k++) {
        const deal_block *b = &m->blocks->items[k];
        for (size_t p = 0; p < n; p++) {
            fixed most = b->count > 0 ? b->worth[p] : 0;
            for (size_t e = 1; e < b->count; e++)
                if (b->worth[e * n + p] > most) most = b->worth[e * n + p];
            range[p] += most - b->least[p];
        }
    }
    m->range = range;
    m->lost = ARENA_ARRAY(m->mem, fixed, n);
    m->slack = ARENA_ARRAY(m->mem, fixed, n);
}

static bool step(merge *m, int k, double share) {
    for (int p = 1; p < m->n; p++)
        m->slack[p] = (fixed)((double)m->range[p] * share);
    m->has_slack = share > 0;
    m->level_mem = arena_child(m->mem);
    if (m->n == 2 ? merge_two(m, k) : merge_many(m, k)) return true;
    arena_free(m->level_mem);
    return false;
}

/* A level, and what it took. */
typedef struct trial {
    double fits, fails; /* 0: none yet */
    merge_level level;
    arena *mem;
} trial;

static void try_share(merge *m, int k, double share, trial *t) {
    if (!step(m, k, share)) {
        t->fails = share;
        return;
    }
    arena_free(t->mem);
    t->fits = share;
    t->level = m->levels[k + 1];
    t->mem = m->level_mem;
}

static double next_share(const trial *t, double left) {
    if (t->fits == 0) return 4 * t->fails < left ? 4 * t->fails : left;
    return t->fails == 0 ? t->fits / 4 : (t->fits + t->fails) / 2;
}

static bool thin(merge *m, int k) {
    const double left = m->allowed - m->used;
    trial t = {0};
    double share = m->last_share > 0 ? m->last_share : first_slack;
    share = share < left ? share : left;
    for (int i = 0; i < TRIALS || t.fits == 0; i++) {
        try_share(m, k, share, &t);
        if (t.fits == 0 && share >= left) return false;
        if (t.fails > 0 && t.fits > 0 && t.fits < close_enough * t.fails) break;
        share = next_share(&t, left);
    }
    m->levels[k + 1] = t.level;
    m->last_share = t.fits;
    m->used += t.fits;
    for (int p = 1; p < m->n; p++)
        m->lost[p] += (fixed)((double)m->range[p] * t.fits);
    return true;
}

bool merge_add(merge *m, int k) {
    m->room = m->most - m->total;
    if (m->allowed > 0) m->room /= (size_t)(m->blocks->count - k);
    if (step(m, k, 0)) return true;
    return m->allowed > m->used && thin(m, k);
}
