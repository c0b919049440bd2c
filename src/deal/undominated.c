/* SPDX-License-Identifier: Apache-2.0
 * Which of many worth vectors does no other dominate?
 *
 * Sorted by the first worth, then the second and so on, descending, whatever
 * dominates a vector comes before it and has at least its first worth. So it
 * is dominated when one kept so far has at least as much in all the others:
 * for two parties the best second worth so far tells, for more the points in
 * reach (reach.c). Kung, Luccio and Preparata, JACM 22 (1975).
 *
 * Edge cases: of equal vectors the one with the lowest number stays. */
#include <stdlib.h>

#include "deal/reach.h"

int deal_compare_worth(const fixed *a, const fixed *b, int n) {
    for (int p = 0; p < n; p++)
        if (a[p] != b[p]) return a[p] > b[p] ? -1 : 1;
    return 0;
}

typedef struct ordered {
    const fixed *worth;
    size_t number;
    int n;
} ordered;

static int by_worth(const void *a, const void *b) {
    const ordered *x = a, *y = b;
    const int order = deal_compare_worth(x->worth, y->worth, x->n);
    if (order != 0) return order;
    return x->number < y->number ? -1 : x->number > y->number;
}

static bool is_reached(deal_reach *reach, fixed best, const fixed *worth,
                       int n) {
    if (n == 1) return true;
    return n == 2 ? worth[1] <= best : deal_reach_find(reach, worth + 1) >= 0;
}

static deal_reach *new_reach(const fixed *worth, size_t count, int n,
                             arena *scratch) {
    fixed *low = ARENA_ARRAY(scratch, fixed, (size_t)n);
    fixed *high = ARENA_ARRAY(scratch, fixed, (size_t)n);
    deal_widen(worth, count, (size_t)n, low, high);
    return deal_reach_new(n - 1, low + 1, high + 1, scratch);
}

void deal_undominated(const fixed *worth, size_t count, int n, size_t *stays,
                      arena *scratch) {
    ordered *all = ARENA_ARRAY(scratch, ordered, count + 1);
    for (size_t i = 0; i < count; i++)
        all[i] = (ordered){worth + i * (size_t)n, i, n};
    if (count > 0) qsort(all, count, sizeof *all, by_worth);
    deal_reach *reach = n > 2 ? new_reach(worth, count, n, scratch) : NULL;
    fixed best = 0;
    for (size_t i = 0; i < count; i++) {
        const fixed *here = all[i].worth;
        size_t *to = &stays[all[i].number];
        if (i > 0 && deal_compare_worth(all[i - 1].worth, here, n) == 0) {
            *to = stays[all[i - 1].number];
        } else if (i > 0 && is_reached(reach, best, here, n)) {
            *to = SIZE_MAX;
        } else {
            *to = all[i].number;
            best = n > 1 ? here[1] : 0;
            if (n > 2) deal_reach_add(reach, here + 1, i);
        }
    }
}
