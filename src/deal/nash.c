/* SPDX-License-Identifier: Apache-2.0
 * The Nash solution of one draw: where would bargaining from d end?
 *
 * Among the outcomes that give every party at least d (within 1e-9), those in
 * which most parties gain strictly come first; of these, the largest product
 * of the strict gains; of products within a factor 1 - 1e-12 of the largest,
 * the first outcome in issue order. Counting first makes the solution defined
 * where some party can't gain at all. Nash, "The Bargaining Problem",
 * Econometrica 18 (1950).
 *
 * Nearly always some outcome is a strict gain for everybody, and then the
 * product alone decides: that case is a pass without branches, the other one
 * is rare and plain.
 *
 * Edge cases: no outcome reaches d: -1. Products below 1e-308 (35 parties or
 * more, all gaining next to nothing) are not told apart. */
#include "deal/bargain.h"

/* key[x] = the product of all gains where everybody gains, else negative. */
static double all_gain(const double *const *worth, uint32_t count,
                       const double *d, int party_count, double *key) {
    for (uint32_t x = 0; x < count; x++) {
        double gain = worth[0][x] - d[0];
        key[x] = gain >= DEAL_TIE ? gain : -1;
    }
    double best = -1;
    for (int p = 1; p < party_count; p++) {
        const double *of_party = worth[p];
        const double from = d[p];
        best = -1;
        for (uint32_t x = 0; x < count; x++) {
            double gain = of_party[x] - from;
            double product = gain >= DEAL_TIE ? key[x] * gain : -1;
            key[x] = product;
            best = product > best ? product : best;
        }
    }
    return best;
}

static deal_score score_of(const double *const *worth, uint32_t x,
                           const double *d, int party_count) {
    deal_score s = {0, 1};
    for (int p = 0; p < party_count; p++)
        deal_score_add(&s, worth[p][x] - d[p]);
    return s;
}

/* key[x] = the least gain: few outcomes reach d for everybody, and only those
 * are scored. */
static void least_gain(const double *const *worth, uint32_t count,
                       const double *d, int party_count, double *key) {
    for (uint32_t x = 0; x < count; x++)
        key[x] = worth[0][x] - d[0];
    for (int p = 1; p < party_count; p++) {
        const double *of_party = worth[p];
        const double from = d[p];
        for (uint32_t x = 0; x < count; x++) {
            double gain = of_party[x] - from;
            key[x] = gain < key[x] ? gain : key[x];
        }
    }
}

static int64_t some_gain(const double *const *worth, uint32_t count,
                         const double *d, int party_count, double *key) {
    least_gain(worth, count, d, party_count, key);
    deal_score best = {-1, 0};
    for (uint32_t x = 0; x < count; x++) {
        if (!(key[x] > -DEAL_TIE)) continue;
        deal_score s = score_of(worth, x, d, party_count);
        if (deal_score_better(s, best)) best = s;
    }
    if (best.gainers < 0) return -1;
    uint32_t x = 0;
    while (!(key[x] > -DEAL_TIE) ||
           !deal_score_ties(score_of(worth, x, d, party_count), best))
        x++;
    return x;
}

int64_t deal_nash(const double *const *worth, uint32_t count, const double *d,
                  int party_count, double *key) {
    double best = all_gain(worth, count, d, party_count, key);
    if (!(best > 0)) return some_gain(worth, count, d, party_count, key);
    const double enough = best * DEAL_PRODUCT_TIE;
    uint32_t x = 0;
    while (!(key[x] >= enough))
        x++;
    return x;
}
