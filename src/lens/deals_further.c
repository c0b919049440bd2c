/* SPDX-License-Identifier: Apache-2.0
 * What a mediator asks next: which issues could be traded, what beats the deal
 * in hand for all (Raiffa's post-settlement settlement, Negotiation Journal 1,
 * 1985), and, where nothing is good enough for everybody, what comes nearest.
 *
 * The deal in hand takes the place of no deal: rational is then what is at
 * least as good as it for all, and the solutions share out what is still to be
 * gained. Better for all than it are the points of the frontier at least as
 * good for everybody and better for somebody; a deal that nothing beats is
 * itself on the frontier. They stand in order of the smallest gain. */
#include <stdlib.h>
#include <string.h>

#include "lens/deals.h"

typedef struct gaining {
    size_t point;
    fixed least, sum;
} gaining;

static int by_gain(const void *a, const void *b) {
    const gaining *x = a, *y = b;
    if (x->least != y->least) return x->least > y->least ? -1 : 1;
    if (x->sum != y->sum) return x->sum > y->sum ? -1 : 1;
    return x->point < y->point ? -1 : x->point > y->point;
}

static gaining gain_of(const deals_answer *a, const fixed *worth,
                       size_t point) {
    gaining g = {point, INT64_MAX, 0};
    for (int p = 0; p < a->asked->party_count; p++) {
        const fixed gain = worth[p] - a->parties[p].reserve;
        g.sum += gain;
        if (gain < g.least) g.least = gain;
    }
    return g;
}

static void find_better(deals_answer *a, const fixed *const *worth,
                        size_t count, arena *mem) {
    arena *scratch = arena_child(mem);
    gaining *all = ARENA_ARRAY(scratch, gaining, count + 1);
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        const gaining g = gain_of(a, worth[i], i);
        if (g.least >= 0 && g.sum > 0) all[found++] = g;
    }
    qsort(all, found, sizeof *all, by_gain);
    size_t *better = ARENA_ARRAY(mem, size_t, found + 1);
    for (size_t i = 0; i < found; i++)
        better[i] = all[i].point;
    a->better = better;
    a->better_count = found;
    a->from_feasible = deal_feasible(a->asked, a->ask.from);
    arena_free(scratch);
}

void deals_look_further(deals_answer *a, arena *mem) {
    const size_t count = deals_point_count(a);
    const case_model *c = a->asked;
    const fixed **worth = ARENA_ARRAY(mem, const fixed *, count + 1);
    for (size_t i = 0; i < count; i++)
        worth[i] =
            a->merged ? a->merged->points[i].worth : a->found->points[i].worth;
    deals_find_rolls(a, mem);
    if (a->ask.from) find_better(a, worth, count, mem);
    if (deals_any_rational(a)) return;
    a->near = deal_near_find(worth, count, a->parties, c->party_count, mem);
    a->giving = deal_giving_find(c, a->parties, mem);
}
