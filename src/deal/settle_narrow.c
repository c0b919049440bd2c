/* SPDX-License-Identifier: Apache-2.0
 * A good outcome first.
 *
 * How many beginnings a search must look at depends above all on the product it
 * knows already. So where it takes long, it is done narrowly before: after each
 * issue only the beginnings that promise most are kept (beam search: Lowerre,
 * "The HARPY speech recognition system", 1976). What a beginning promises is
 * the least of what the cuts leave it, as a share of what they ask. The best of
 * the outcomes found is a product to start from; that there is none better is
 * for the search to prove.
 *
 * Edge cases: of beginnings that promise the same the first ones are kept. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "deal/settle_int.h"

static double hope_of(const settle_room *r, size_t first_node, size_t i) {
    const settle_layer *l = &r->next;
    const double *score = l->value + i * r->stride + 2 * r->parties;
    const size_t at = first_node + r->steps[l->first_step + i].at;
    double least = INFINITY;
    for (int k = 0; k < r->mixed_count; k++) {
        const settle_cut *cut = &r->mixed[k];
        least = fmin(least, (score[k] + cut->reach[at]) / cut->need);
    }
    return least;
}

static int descending(const void *a, const void *b) {
    const double x = *(const double *)a, y = *(const double *)b;
    return (x < y) - (x > y);
}

/* Marks all but those of at least `enough`, and not too many of just that. */
static void mark(settle_room *r, const double *hopes, double enough) {
    size_t above = 0;
    for (size_t i = 0; i < r->next.count; i++)
        above += hopes[i] > enough;
    size_t left = r->width - above;
    for (size_t i = 0; i < r->next.count; i++) {
        if (hopes[i] > enough) continue;
        if (hopes[i] == enough && left > 0)
            left--;
        else
            settle_mark_needless(r, i);
    }
}

void settle_narrow(settle_room *r, size_t first_node) {
    const size_t count = r->next.count;
    if (count <= r->width) return;
    if (r->hope_room < 2 * count) {
        r->hope_room = 2 * r->next.room;
        r->hopes = ARENA_ARRAY(r->mem, double, r->hope_room);
    }
    double *hopes = r->hopes, *sorted = r->hopes + count;
    for (size_t i = 0; i < count; i++)
        hopes[i] = hope_of(r, first_node, i);
    memcpy(sorted, hopes, count * sizeof *hopes);
    qsort(sorted, count, sizeof *sorted, descending);
    mark(r, hopes, sorted[r->width - 1]);
    settle_drop_needless(r);
}
