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

#include "deal/settle_int.h"

/* Compared with so many; where there are many beginnings, with more. */
enum { COMPARED = 60, MANY = 3000, COMPARED_MANY = 1500 };

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
        clear = clear || (r->gains[p] && more > margin);
    }
    return a < b || clear;
}

static void compare(settle_room *r, size_t from, size_t to) {
    settle_rank *ranks = r->ranks;
    const size_t most = to - from < MANY ? COMPARED : COMPARED_MANY;
    size_t kept = from; /* those not needless stand first, in any order */
    for (size_t i = from; i < to; i++) {
        const settle_rank here = ranks[i];
        bool needless = false;
        for (size_t k = from; k < kept && !needless; k++)
            needless = beats(r, ranks[k].beginning, here.beginning);
        ranks[i].needless = needless;
        if (needless || kept - from >= most) continue;
        ranks[i] = ranks[kept];
        ranks[kept++] = here;
    }
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

/* The beginnings that stay, in their order. */
static void keep(settle_room *r) {
    settle_layer *l = &r->next;
    /* a score that is not a number marks the needless */
    for (size_t i = 0; i < l->count; i++)
        if (r->ranks[i].needless)
            l->value[r->ranks[i].beginning * r->stride + 2 * r->parties] = NAN;
    size_t kept = 0;
    for (size_t i = 0; i < l->count; i++) {
        const double *value = l->value + i * r->stride;
        if (isnan(value[2 * r->parties])) continue;
        for (size_t k = 0; k < r->stride; k++)
            l->value[kept * r->stride + k] = value[k];
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
    keep(r);
}
