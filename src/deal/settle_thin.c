/* SPDX-License-Identifier: Apache-2.0
 * Which beginnings are needless?
 *
 * Of two at one node, what can follow is the same, and sums of doubles never
 * change their order when the same is added to both. So a beginning is needless
 * if an earlier one gives every party as much: whatever follows, that one's
 * outcome is as good and comes first. It is needless too if a later one gives
 * every party as much and somebody who is to gain so much more that the
 * products don't tie. Beginnings are looked at by descending score, in which a
 * better one always comes before; only those not needless themselves are
 * compared with, and not more of them than is worth the time: keeping one too
 * many changes no answer.
 *
 * Edge cases: where different extras hold, their sums are added up in another
 * order than here; then "as much" asks for a margin. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "deal/forest.h"
#include "deal/settle_int.h"

/* Compared with so many one by one; where there are many beginnings, with the
 * others through their places on a grid. */
enum { COMPARED = 16 };

typedef struct settle_rank {
    uint32_t at, beginning;
    double score;
    bool needless;
} settle_rank;

static int by_node(const void *a, const void *b) {
    const settle_rank *x = a, *y = b;
    if (x->at != y->at) return x->at < y->at ? -1 : 1;
    if (x->score > y->score) return -1;
    if (x->score < y->score) return 1;
    return x->beginning < y->beginning ? -1 : 1;
}

/* More than this is surely a larger product, or one who gains besides. */
static double clearly(const settle_room *r, size_t p) {
    return SETTLE_MARGIN * r->scale[p] + (r->gainers ? 0 : 2 * DEAL_TIE);
}

static bool matters(const settle_room *r, size_t p) {
    return r->gains[p] || r->gainers == 0;
}

/* Does a make b needless? */
static bool beats(const settle_room *r, uint32_t a, uint32_t b) {
    const size_t n = r->parties;
    const double *x = r->next.value + a * r->stride;
    const double *y = r->next.value + b * r->stride;
    const bool same = r->next.mark[a] == r->next.mark[b];
    bool clear = false;
    for (size_t p = 0; p < n; p++) {
        const double more = (x[p] - y[p]) + (x[n + p] - y[n + p]);
        const double margin = SETTLE_MARGIN * r->scale[p];
        if (same ? x[p] < y[p] : more < margin) return false;
        clear = clear || (matters(r, p) && more > clearly(r, p));
    }
    return a < b || clear;
}

/* Whole numbers for the sums of a beginning: two more is clearly more. */
typedef struct grid {
    deal_forest *forest;
    fixed *at;     /* [dimension] */
    size_t *party; /* [dimension] */
    int dimensions;
} grid;

static double sum_of(const settle_room *r, uint32_t beginning, size_t p) {
    const double *x = r->next.value + beginning * r->stride;
    return x[p] + x[r->parties + p];
}

static fixed place(const settle_room *r, double sum, size_t p) {
    return (fixed)floor(sum / clearly(r, p));
}

/* Parties to whom all are the same are left out. */
static void make_grid(const settle_room *r, size_t from, size_t to, grid *g,
                      arena *mem) {
    fixed *low = ARENA_ARRAY(mem, fixed, r->parties),
          *high = ARENA_ARRAY(mem, fixed, r->parties);
    bool clear = false;
    *g = (grid){.at = ARENA_ARRAY(mem, fixed, r->parties),
                .party = ARENA_ARRAY(mem, size_t, r->parties)};
    for (size_t p = 0; p < r->parties; p++) {
        double least = INFINITY, most = -INFINITY;
        for (size_t i = from; i < to; i++) {
            const double sum = sum_of(r, r->ranks[i].beginning, p);
            least = fmin(least, sum);
            most = fmax(most, sum);
        }
        if (least == most && r->ask->g->extras.count == 0) continue;
        if (!(r->scale[p] > 0)) return;
        low[g->dimensions] = place(r, least, p);
        high[g->dimensions] = place(r, most, p);
        g->party[g->dimensions++] = p;
        clear = clear || matters(r, p);
    }
    if (clear) g->forest = deal_forest_new(g->dimensions, low, high, mem);
}

/* Does any beginning in the grid give clearly more to all? If not, this one
 * goes there. */
static bool is_covered(const settle_room *r, grid *g, uint32_t beginning) {
    for (int i = 0; i < g->dimensions; i++) {
        const size_t p = g->party[i];
        g->at[i] = place(r, sum_of(r, beginning, p), p) + 2;
    }
    if (deal_forest_find(g->forest, g->at) >= 0) return true;
    for (int i = 0; i < g->dimensions; i++)
        g->at[i] -= 2;
    deal_forest_add(g->forest, g->at, 0);
    return false;
}

static void compare(settle_room *r, size_t from, size_t to) {
    settle_rank *ranks = r->ranks;
    arena *scratch = arena_child(r->mem);
    grid g = {0};
    if (to - from >= r->grid_from) make_grid(r, from, to, &g, scratch);
    size_t kept = from; /* those not needless stand first, in any order */
    for (size_t i = from; i < to; i++) {
        const settle_rank here = ranks[i];
        bool needless = false;
        for (size_t k = from; k < kept && !needless; k++)
            needless = beats(r, ranks[k].beginning, here.beginning);
        if (!needless && g.forest) needless = is_covered(r, &g, here.beginning);
        ranks[i].needless = needless;
        if (needless || kept - from >= COMPARED) continue;
        ranks[i] = ranks[kept];
        ranks[kept++] = here;
    }
    arena_free(scratch);
}

static void rank(settle_room *r) {
    const settle_layer *l = &r->next;
    if (r->rank_room < l->count) {
        r->rank_room = l->room;
        r->ranks = ARENA_ARRAY(r->mem, settle_rank, r->rank_room);
    }
    for (size_t i = 0; i < l->count; i++)
        r->ranks[i] =
            (settle_rank){r->steps[l->first_step + i].at, (uint32_t)i,
                          l->value[i * r->stride + 2 * r->parties], false};
    qsort(r->ranks, l->count, sizeof *r->ranks, by_node);
}

/* A score that is not a number marks the needless. */
void settle_mark_needless(settle_room *r, size_t beginning) {
    r->next.value[beginning * r->stride + 2 * r->parties] = NAN;
}

/* The others stay in their order. */
void settle_drop_needless(settle_room *r) {
    settle_layer *l = &r->next;
    size_t kept = 0;
    for (size_t i = 0; i < l->count; i++) {
        const double *value = l->value + i * r->stride;
        if (isnan(value[2 * r->parties])) continue;
        memmove(l->value + kept * r->stride, value, r->stride * sizeof *value);
        l->mark[kept] = l->mark[i];
        r->steps[l->first_step + kept] = r->steps[l->first_step + i];
        kept++;
    }
    l->count = kept;
    r->step_count = l->first_step + kept;
}

void settle_thin(settle_room *r) {
    rank(r);
    for (size_t from = 0; from < r->next.count;) {
        size_t to = from + 1;
        while (to < r->next.count && r->ranks[to].at == r->ranks[from].at)
            to++;
        compare(r, from, to);
        from = to;
    }
    for (size_t i = 0; i < r->next.count; i++)
        if (r->ranks[i].needless)
            settle_mark_needless(r, r->ranks[i].beginning);
    settle_drop_needless(r);
}
