/* SPDX-License-Identifier: Apache-2.0
 * The front: plans that no other one beats in cost, share of draws in which
 * all accept, and least mean gain of a party (Pareto dominance: as good in all
 * three and the earlier set where they tie; gains within the tolerance of
 * doubles).
 *
 * Edge cases: of sets with the same plan only the cheapest is here, of equally
 * cheap ones the one of fewest changes, then the first in order. A plan that
 * was stopped can't be on the front. */
#include "advice/unlock_int.h"

#include <math.h>
#include <stdlib.h>

#include "deal/bargain.h"

double unlock_share(const unlock_search *s, int number) {
    return (double)s->plans[number].accepted / s->draws;
}

double unlock_least(const unlock_search *s, int number) {
    double least = INFINITY;
    for (int p = 0; p < s->parties; p++)
        least = fmin(least,
                     s->gains[(size_t)number * (size_t)s->parties + (size_t)p] /
                         s->draws);
    return least;
}

typedef struct point {
    double cost, share, least;
    int set, number;
} point;

static int compare(double a, double b) { return (a > b) - (a < b); }

static int by_merit(const void *a, const void *b) {
    const point *x = a, *y = b;
    int order = compare(x->cost, y->cost);
    if (order == 0) order = compare(y->share, x->share);
    if (order == 0) order = compare(y->least, x->least);
    return order != 0 ? order : (x->set > y->set) - (x->set < y->set);
}

/* Earlier points are as cheap: only share and least gain are to be compared,
 * and of what was kept before. */
static bool beaten(const point *p, const point *kept, int count) {
    for (int i = 0; i < count; i++)
        if (kept[i].share >= p->share && deal_at_least(kept[i].least, p->least))
            return true;
    return false;
}

int_list unlock_front(const unlock_search *s, arena *mem) {
    size_t most = (size_t)s->plan_keys.count + 1;
    arena *scratch = arena_child(mem);
    point *points = ARENA_ARRAY(scratch, point, most);
    point *kept = ARENA_ARRAY(scratch, point, most);
    int count = 0, left = 0;
    for (int i = 0; i < s->plan_keys.count; i++) {
        const unlock_plan *p = &s->plans[i];
        if (p->valued && !p->stopped && p->set >= 0)
            points[count++] = (point){p->cost, unlock_share(s, i),
                                      unlock_least(s, i), p->set, i};
    }
    qsort(points, (size_t)count, sizeof *points, by_merit);
    for (int i = 0; i < count; i++)
        if (!beaten(&points[i], kept, left)) kept[left++] = points[i];
    int *front = ARENA_ARRAY(mem, int, (size_t)left + 1);
    for (int i = 0; i < left; i++)
        front[i] = kept[i].number;
    arena_free(scratch);
    return (int_list){front, left};
}
