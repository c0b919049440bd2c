/* SPDX-License-Identifier: Apache-2.0
 * Have the chains mixed, and how many independent draws are they worth?
 *
 * Every chain is cut into halves, so that a chain that drifts counts as two
 * that disagree. With m half chains of n draws, W the mean of their variances
 * and B / n the variance of their means,
 *
 *     V = (n - 1) / n W + B / n,      R-hat = sqrt(V / W),
 *     rho_t = 1 - (W - mean of the autocovariances at lag t) / V,
 *     ESS = m n / (1 + 2 sum of rho_t).
 *
 * The sum stops by Geyer's rule: sums of neighbouring pairs of rho are kept
 * while they are positive, and are not let rise. R-hat and the bulk ESS are
 * taken of ranks carried to normal scores, so that neither heavy tails nor
 * infinite values fool them; the ESS of a mean is taken of the values
 * themselves, since that is the mean whose error is asked for.
 *
 * Edge cases: an odd draw in the middle is left out; a quantity that never
 * varies has R-hat 1 and the ESS of independent draws; half chains below four
 * draws have no R-hat and no bulk ESS (NAN), and the ESS of a mean is then
 * what the variance between whole chains says. The ESS is at most N log10 N.
 *
 * Vehtari, Gelman, Simpson, Carpenter and Buerkner, "Rank-normalization,
 * folding, and localization: an improved R-hat", Bayesian Analysis 16(2),
 * 2021; Geyer, "Practical Markov chain Monte Carlo", Statistical Science 7(4),
 * 1992. */
#include "belief/measure.h"

#include <assert.h>
#include <math.h>
#include <string.h>

/* --- Normal scores --- */

/* Acklam's rational start and one step of Halley's method against erfc. */
static double rough_quantile(double p) {
    static const double a[] = {-3.969683028665376e+01, 2.209460984245205e+02,
                               -2.759285104469687e+02, 1.383577518672690e+02,
                               -3.066479806614716e+01, 2.506628277459239e+00};
    static const double b[] = {-5.447609879822406e+01, 1.615858368580409e+02,
                               -1.556989798598866e+02, 6.680131188771972e+01,
                               -1.328068155288572e+01};
    static const double c[] = {-7.784894002430293e-03, -3.223964580411365e-01,
                               -2.400758277161838e+00, -2.549732539343734e+00,
                               4.374664141464968e+00,  2.938163982698783e+00};
    static const double d[] = {7.784695709041462e-03, 3.224671290700398e-01,
                               2.445134137142996e+00, 3.754408661907416e+00};
    if (p < 0.02425) {
        double q = sqrt(-2 * log(p));
        return (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q +
                c[5]) /
               ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
    }
    double q = p - 0.5, r = q * q;
    return (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r +
            a[5]) *
           q /
           (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
}

double belief_normal_quantile(double p) {
    assert(p > 0 && p < 1);
    if (p > 0.5) return -belief_normal_quantile(1 - p);
    double x = rough_quantile(p);
    double off = 0.5 * erfc(-x / sqrt(2)) - p;
    double step = off * sqrt(2 * acos(-1)) * exp(x * x / 2);
    return x - step / (1 + x * step / 2);
}

typedef struct keyed {
    uint64_t key; /* orders as the doubles do */
    uint32_t at;
} keyed;

static uint64_t order_key(double value) {
    uint64_t bits;
    value += 0.0; /* -0 and 0 tie */
    memcpy(&bits, &value, sizeof bits);
    return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

/* Least significant byte first; bytes that all keys share are passed over. */
static keyed *sort_keys(keyed *items, keyed *spare, size_t count) {
    for (int shift = 0; shift < 64; shift += 8) {
        size_t place[256] = {0};
        for (size_t i = 0; i < count; i++)
            place[items[i].key >> shift & 255]++;
        if (place[items[0].key >> shift & 255] == count) continue;
        size_t begin = 0;
        for (int byte = 0; byte < 256; byte++) {
            size_t here = place[byte];
            place[byte] = begin;
            begin += here;
        }
        for (size_t i = 0; i < count; i++)
            spare[place[items[i].key >> shift & 255]++] = items[i];
        keyed *sorted = spare;
        spare = items;
        items = sorted;
    }
    return items;
}

/* At (rank - 3/8) / (count + 1/4). */
static double score_of(double rank, int count) {
    return belief_normal_quantile((rank - 0.375) / (count + 0.25));
}

const double *belief_rank_scores(int count, arena *mem) {
    double *scores = ARENA_ARRAY(mem, double, (size_t)count);
    for (int i = 0; i < (count + 1) / 2; i++) {
        scores[i] = score_of(i + 1, count);
        scores[count - 1 - i] = -scores[i];
    }
    return scores;
}

/* Values carried to normal scores by their ranks, ties at their mean rank. */
static double *normal_scores(belief_chains v, const double *scores,
                             arena *mem) {
    size_t count = (size_t)v.chain_count * (size_t)v.length;
    keyed *items = ARENA_ARRAY(mem, keyed, count);
    keyed *spare = ARENA_ARRAY(mem, keyed, count);
    double *normal = ARENA_ARRAY(mem, double, count);
    for (size_t i = 0; i < count; i++)
        items[i] = (keyed){order_key(v.values[i]), (uint32_t)i};
    items = sort_keys(items, spare, count);
    for (size_t i = 0; i < count;) {
        size_t end = i + 1;
        while (end < count && items[end].key == items[i].key)
            end++;
        double score = end == i + 1
                           ? scores[i]
                           : score_of((double)(i + 1 + end) / 2, (int)count);
        for (; i < end; i++)
            normal[items[i].at] = score;
    }
    return normal;
}

/* --- Between and within --- */

typedef struct halves {
    int count, length;
    double *values;       /* half after half, each less its own mean */
    double within, total; /* W and V */
} halves;

static double center(double *to, const double *from, int length) {
    double sum = 0;
    for (int i = 0; i < length; i++)
        sum += from[i];
    double mean = sum / length;
    for (int i = 0; i < length; i++)
        to[i] = from[i] - mean;
    return mean;
}

/* Sum over t of x[t] x[t + lag]. */
static double lagged_sum(const double *x, int length, int lag) {
    double sum = 0;
    for (int i = 0; i + lag < length; i++)
        sum += x[i] * x[i + lag];
    return sum;
}

static double variance(const double *x, int count) {
    double sum = 0, squares = 0;
    for (int i = 0; i < count; i++)
        sum += x[i];
    for (int i = 0; i < count; i++)
        squares += (x[i] - sum / count) * (x[i] - sum / count);
    return squares / (count - 1);
}

static halves split(const double *values, int chain_count, int length,
                    arena *mem) {
    halves h = {.count = 2 * chain_count, .length = length / 2};
    int n = h.length;
    h.values = ARENA_ARRAY(mem, double, (size_t)h.count *(size_t)n);
    double *means = ARENA_ARRAY(mem, double, (size_t)h.count);
    for (int k = 0; k < h.count; k++) {
        const double *chain = values + (size_t)(k / 2) * (size_t)length;
        double *half = h.values + (size_t)k * (size_t)n;
        means[k] = center(half, k % 2 ? chain + length - n : chain, n);
        h.within += lagged_sum(half, n, 0) / (n - 1);
    }
    h.within /= h.count;
    h.total = h.within * (n - 1) / n + variance(means, h.count);
    return h;
}

static double correlation(const halves *h, int lag) {
    double sum = 0;
    for (int k = 0; k < h->count; k++)
        sum += lagged_sum(h->values + (size_t)k * (size_t)h->length, h->length,
                          lag);
    double covariance = sum / ((double)h->count * (h->length - 1));
    return 1 - (h->within - covariance) / h->total;
}

static double effective_size(const halves *h) {
    double size = (double)h->count * h->length;
    if (!(h->total > 0)) return size;
    double pair = 1 + correlation(h, 1), sum = 0;
    double least = pair;
    for (int lag = 2; pair > 0 && lag < h->length; lag += 2) {
        if (pair > least) pair = least;
        least = pair;
        sum += pair;
        pair = correlation(h, lag);
        if (lag + 1 < h->length) pair += correlation(h, lag + 1);
    }
    double most = size * log10(size);
    double ess = size / (2 * sum - 1);
    return 2 * sum - 1 > 0 && ess < most ? ess : most;
}

/* --- Asked from outside --- */

bool belief_constant(belief_chains v) {
    size_t count = (size_t)v.chain_count * (size_t)v.length;
    for (size_t i = 1; i < count; i++)
        if (v.values[i] != v.values[0]) return false;
    return true;
}

belief_mixing belief_mix(belief_chains v, const double *scores,
                         arena *scratch) {
    size_t count = (size_t)v.chain_count * (size_t)v.length;
    if (v.length / 2 < BELIEF_HALF_LEAST) return (belief_mixing){NAN, NAN};
    if (belief_constant(v)) return (belief_mixing){1, (double)count};
    double *normal = normal_scores(v, scores, scratch);
    halves h = split(normal, v.chain_count, v.length, scratch);
    double r_hat = h.within > 0 ? sqrt(h.total / h.within) : INFINITY;
    return (belief_mixing){r_hat, effective_size(&h)};
}

/* Whole chains are independent: the variance between their means says what
 * one draw is worth. */
static double ess_between(belief_chains v, arena *scratch) {
    double *means = ARENA_ARRAY(scratch, double, (size_t)v.chain_count);
    double *centred = ARENA_ARRAY(scratch, double, (size_t)v.length);
    for (int k = 0; k < v.chain_count; k++)
        means[k] =
            center(centred, v.values + (size_t)k * (size_t)v.length, v.length);
    int count = v.chain_count * v.length;
    double all = variance(v.values, count);
    double mean = variance(means, v.chain_count) / v.chain_count;
    return mean > 0 && all / mean < count ? all / mean : count;
}

double belief_mean_ess(belief_chains v, arena *scratch) {
    if (belief_constant(v)) return (double)v.chain_count * v.length;
    if (v.length / 2 < BELIEF_HALF_LEAST) return ess_between(v, scratch);
    halves h = split(v.values, v.chain_count, v.length, scratch);
    return effective_size(&h);
}
