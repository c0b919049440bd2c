/* SPDX-License-Identifier: Apache-2.0
 *
 * Scores of predicted chances p against what came true y (0 or 1):
 *
 *   Brier       mean of (p - y)^2 (Brier 1950); 0 is best, always saying the
 *               base rate o gives o (1 - o)
 *   log score   mean of -ln of the chance given to what came (Good 1952);
 *               infinite where something was called impossible and came
 *   AUC         share of pairs (one that came, one that didn't) in which the
 *               first had the higher chance, ties a half (Mann and Whitney
 *               1947; Hanley and McNeil 1982)
 *   calibration within ten bins of p, the mean p beside the share that came
 *
 * The base rate is that of the same outcomes, so it is a little harder to beat
 * than one that was known before. The error of the gain over it is that of a
 * mean of differences, outcome by outcome.
 */
#include "base/score.h"

#include <math.h>
#include <stdlib.h>

typedef struct ranked {
    double chance;
    bool came;
} ranked;

static int compare_chances(const void *a, const void *b) {
    const ranked *x = a, *y = b;
    return (x->chance > y->chance) - (x->chance < y->chance);
}

/* Sums, over those that came, how many that didn't stand below. */
static double auc_of(score_pairs k, arena *scratch) {
    ranked *all = ARENA_ARRAY(scratch, ranked, k.count);
    for (size_t i = 0; i < k.count; i++)
        all[i] = (ranked){k.chance[i], k.came[i]};
    qsort(all, k.count, sizeof *all, compare_chances);
    double below = 0, came = 0, pairs = 0;
    for (size_t i = 0, end; i < k.count; i = end) {
        double yes = 0, no = 0;
        for (end = i; end < k.count && all[end].chance <= all[i].chance; end++)
            *(all[end].came ? &yes : &no) += 1;
        pairs += yes * (below + no / 2);
        below += no;
        came += yes;
    }
    return came > 0 && below > 0 ? pairs / (came * below) : NAN;
}

static double square(double x) { return x * x; }

static double surprise(double chance, bool came) {
    return -log(came ? chance : 1 - chance);
}

/* 0 ln 0 is 0: nobody is surprised by what never comes. */
static double entropy(double share) {
    if (share <= 0 || share >= 1) return 0;
    return -share * log(share) - (1 - share) * log(1 - share);
}

static double gain_at(score_pairs k, double base, size_t i) {
    return square(base - k.came[i]) - square(k.chance[i] - k.came[i]);
}

score_summary score_of(score_pairs k, arena *scratch) {
    score_summary s = {.count = k.count};
    double n = (double)k.count, spread = 0;
    for (size_t i = 0; i < k.count; i++) {
        s.base += k.came[i] / n;
        s.brier += square(k.chance[i] - k.came[i]) / n;
        s.log += surprise(k.chance[i], k.came[i]) / n;
    }
    s.brier_base = s.base * (1 - s.base);
    s.log_base = entropy(s.base);
    s.gain = s.brier_base - s.brier;
    for (size_t i = 0; i < k.count; i++)
        spread += square(gain_at(k, s.base, i) - s.gain);
    s.gain_error = n > 1 ? sqrt(spread / (n - 1) / n) : NAN;
    s.auc = auc_of(k, scratch);
    return s;
}

void score_interval(double share, double n, double *low, double *high) {
    const double z = 1.6448536269514722, z2 = z * z;
    double middle = (share + z2 / (2 * n)) / (1 + z2 / n);
    double half =
        z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * square(n)));
    *low = fmax(0, middle - half);
    *high = fmin(1, middle + half);
}

void score_calibrate(score_pairs k, score_bin out[SCORE_BINS]) {
    for (int b = 0; b < SCORE_BINS; b++)
        out[b] = (score_bin){.low = (double)b / SCORE_BINS,
                             .high = (double)(b + 1) / SCORE_BINS};
    for (size_t i = 0; i < k.count; i++) {
        int b = (int)(k.chance[i] * SCORE_BINS);
        if (b >= SCORE_BINS) b = SCORE_BINS - 1;
        out[b].count++;
        out[b].predicted += k.chance[i];
        out[b].came += k.came[i];
    }
    for (int b = 0; b < SCORE_BINS; b++) {
        double n = (double)out[b].count;
        if (out[b].count == 0) continue;
        out[b].predicted /= n;
        out[b].came /= n;
        score_interval(out[b].came, n, &out[b].came_low, &out[b].came_high);
    }
}
