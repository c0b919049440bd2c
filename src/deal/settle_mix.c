/* SPDX-License-Identifier: Apache-2.0
 * The best mixture of the outcomes met so far.
 *
 * Best is the largest product of gains, as a sum of logarithms: a concave
 * function on the convex hull of a few points. Share is moved from the outcome
 * that the slope likes least to the one it likes most, as far as that helps,
 * until the two hardly differ: Frank and Wolfe (Naval Research Logistics
 * Quarterly 3, 1956) with steps between pairs (Lacoste-Julien and Jaggi, NIPS
 * 2015).
 *
 * As long as some party doesn't gain in the mixture, all gains are shifted up,
 * by less and less. A party that needn't gain counts as -e / (gain + e) with a
 * small e: hardly at all once it doesn't lose.
 *
 * Edge cases: where there is room for no more outcomes, the one with the least
 * share makes way. */
#include <math.h>
#include <string.h>

#include "deal/settle_int.h"

enum { STEPS = 40, HALVINGS = 9 };

static double shifted(const settle_room *r, size_t party, double gain) {
    const double ideal = fmax(r->ideal[party], DEAL_TIE);
    if (r->gains[party]) return gain + r->mix.shift * ideal;
    return gain + fmax(r->mix.shift, 1e-4) * ideal;
}

/* The slope of the merit in a party's gain. */
static double slope_at(const settle_room *r, size_t party, double gain) {
    const double ideal = fmax(r->ideal[party], DEAL_TIE);
    const double at = fmax(shifted(r, party, gain), 1e-12 * ideal);
    return r->gains[party] ? 1 / at : 1e-4 * ideal / (at * at);
}

double settle_mix_weight(const settle_room *r, size_t party) {
    return slope_at(r, party, r->mix.mean[party]);
}

double settle_mix_product(const settle_room *r) {
    double ln = 0;
    for (size_t p = 0; p < r->parties; p++) {
        if (!r->gains[p]) continue;
        if (!(r->mix.mean[p] > 0)) return -INFINITY;
        ln += log(r->mix.mean[p]);
    }
    return ln;
}

/* --- One step --- */

typedef struct pair {
    size_t best, worst;
    double lead;
} pair;

static pair find_pair(const settle_room *r) {
    const settle_mix *m = &r->mix;
    pair found = {0, 0, 0};
    double high = -INFINITY, low = INFINITY;
    double *slope = m->way;
    for (size_t p = 0; p < r->parties; p++)
        slope[p] = settle_mix_weight(r, p);
    for (size_t k = 0; k < m->count; k++) {
        double merit = 0;
        for (size_t p = 0; p < r->parties; p++)
            merit += slope[p] * m->gain[k * r->parties + p];
        if (merit > high) {
            high = merit;
            found.best = k;
        }
        if (m->share[k] > 0 && merit < low) {
            low = merit;
            found.worst = k;
        }
    }
    found.lead = high - low;
    return found;
}

/* How much of the share to move: to where the slope along the way is nothing.
 */
static double amount(const settle_room *r, double most) {
    double low = 0, high = most;
    for (int i = 0; i < HALVINGS; i++) {
        const double middle = i == 0 ? most : (low + high) / 2;
        double slope = 0;
        for (size_t p = 0; p < r->parties; p++) {
            const double gain = r->mix.mean[p] + middle * r->mix.way[p];
            if (shifted(r, p, gain) > 0)
                slope += r->mix.way[p] * slope_at(r, p, gain);
            else
                slope = -INFINITY;
        }
        if (slope > 0)
            low = middle;
        else
            high = middle;
        if (i == 0 && low >= most) break;
    }
    return low;
}

static bool step(settle_room *r) {
    settle_mix *m = &r->mix;
    const size_t n = r->parties;
    const pair of = find_pair(r);
    if (of.lead < 1e-7) return false;
    for (size_t p = 0; p < n; p++)
        m->way[p] = m->gain[of.best * n + p] - m->gain[of.worst * n + p];
    const double most = m->share[of.worst], move = amount(r, most);
    if (!(move > 0)) return false;
    m->share[of.best] += move;
    m->share[of.worst] = move < most ? most - move : 0;
    for (size_t p = 0; p < n; p++)
        m->mean[p] += move * m->way[p];
    return true;
}

/* --- The mixture --- */

/* As little as leaves everybody above zero. */
static void set_shift(settle_room *r) {
    double lacks = 0;
    for (size_t p = 0; p < r->parties; p++) {
        const double ideal = fmax(r->ideal[p], DEAL_TIE);
        lacks = fmax(lacks, -r->mix.mean[p] / ideal);
        if (r->gains[p] && r->mix.mean[p] <= 1e-9 * ideal)
            lacks = fmax(lacks, 1e-6);
    }
    r->mix.shift = 1.5 * lacks;
}

static void climb(settle_room *r) {
    set_shift(r);
    for (int i = 0; i < STEPS && step(r); i++)
        if (r->mix.shift > 0) set_shift(r);
}

void settle_mix_begin(settle_room *r) {
    settle_mix *m = &r->mix;
    m->count = 1;
    m->share[0] = 1;
    memcpy(m->mean, m->gain, r->parties * sizeof *m->mean);
    set_shift(r);
}

/* The sums afresh, so that nothing is left of many small steps. */
static void add_up(settle_room *r) {
    settle_mix *m = &r->mix;
    for (size_t p = 0; p < r->parties; p++) {
        m->mean[p] = 0;
        for (size_t k = 0; k < m->count; k++)
            m->mean[p] += m->share[k] * m->gain[k * r->parties + p];
    }
}

static void make_way(settle_room *r) {
    settle_mix *m = &r->mix;
    const size_t n = r->parties, last = m->count - 1;
    size_t least = 0;
    for (size_t k = 1; k < last; k++)
        if (m->share[k] < m->share[least]) least = k;
    m->share[last] = m->share[least];
    memcpy(m->gain + least * n, m->gain + last * n, n * sizeof *m->gain);
    m->share[least] = m->share[last];
    m->count--;
}

void settle_mix_add(settle_room *r) {
    settle_mix *m = &r->mix;
    m->share[m->count++] = 0;
    if (m->count == SETTLE_MET_MOST) make_way(r);
    add_up(r);
    climb(r);
}
