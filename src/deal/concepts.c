/* SPDX-License-Identifier: Apache-2.0
 * The bargaining solutions, one row each: which of two worth vectors is
 * better, given d and what each party could get at best.
 *
 *   nash                most parties with a strict gain, then the largest
 *                       product of the strict gains (Nash 1950)
 *   kalai-smorodinsky   leximin of (u_p - d_p)/(ideal_p - d_p), parties that
 *                       can't gain left out (Kalai and Smorodinsky 1975; the
 *                       lexicographic extension: Imai 1983)
 *   egalitarian         leximin of u_p - d_p (Kalai 1977)
 *   utilitarian         the largest sum of worths
 *   equal-loss          leximin of u_p - ideal_p (Chun 1988)
 *
 * Choices from the frontier that other tools call Kalai-Smorodinsky, under
 * their tools' names, so that their numbers can be compared:
 *
 *   genius-kalai        the smallest sum of |u_p - u_q| over pairs, no deal
 *                       left out of account (GENIUS, GeniusWeb)
 *   negmas-ks           among rational points the smallest difference between
 *                       the largest and the smallest (u_p - d_p)/(most_p -
 *                       d_p), most over all outcomes (NegMAS)
 *
 * Leximin: the larger smallest entry, then the larger next one. Sums, gains
 * and ratios are compared exactly (ratios by multiplying crosswise in 128
 * bits); products are doubles with an exponent of their own, and tie within a
 * factor 1 - 1e-12. */
#include "deal/bargain.h"

#include <math.h>
#include <stdlib.h>

#include "base/text.h"

__extension__ typedef __int128 wide;

static int sign(wide x) { return (x > 0) - (x < 0); }

/* --- Nash --- */

typedef struct product {
    int gainers, exponent;
    double mantissa; /* in [0.5, 1) */
} product;

static product product_of(const deal_stakes *s, const fixed *worth) {
    product all = {0, 1, 0.5};
    for (int p = 0; p < s->party_count; p++) {
        fixed gain = worth[p] - s->reserve[p];
        if (gain <= 0) continue;
        int exponent;
        all.gainers++;
        all.mantissa = frexp(all.mantissa * (double)gain, &exponent);
        all.exponent += exponent;
    }
    return all;
}

static int compare_nash(const deal_stakes *s, const fixed *a, const fixed *b) {
    product x = product_of(s, a), y = product_of(s, b);
    if (x.gainers != y.gainers) return x.gainers > y.gainers ? 1 : -1;
    if (x.exponent != y.exponent) return x.exponent > y.exponent ? 1 : -1;
    return (x.mantissa > y.mantissa) - (x.mantissa < y.mantissa);
}

static bool ties_nash(const deal_stakes *s, const fixed *a, const fixed *b) {
    product x = product_of(s, a), y = product_of(s, b);
    if (x.gainers != y.gainers || abs(x.exponent - y.exponent) > 1)
        return false;
    double ratio = ldexp(x.mantissa / y.mantissa, x.exponent - y.exponent);
    return fmin(ratio, 1 / ratio) >= DEAL_PRODUCT_TIE;
}

/* --- Leximin of ratios --- */

typedef struct ratio {
    fixed gain, range; /* range > 0 */
} ratio;

typedef ratio (*entry)(const deal_stakes *s, const fixed *worth, int party);

static int compare_ratios(ratio a, ratio b) {
    return sign((wide)a.gain * b.range - (wide)b.gain * a.range);
}

static int count_equal(const deal_stakes *s, const fixed *worth, entry of,
                       ratio to) {
    int count = 0;
    for (int p = 0; p < s->party_count; p++) {
        ratio r = of(s, worth, p);
        if (r.range > 0 && compare_ratios(r, to) == 0) count++;
    }
    return count;
}

/* The sorted lists differ first at the smallest value that one of them has
 * more often; that one is worse. Nothing needs to be sorted for that. */
static int leximin(const deal_stakes *s, const fixed *a, const fixed *b,
                   entry of) {
    const fixed *sides[] = {a, b};
    bool found = false;
    ratio least = {0, 1};
    int better = 0;
    for (int i = 0; i < 2 * s->party_count; i++) {
        ratio r = of(s, sides[i % 2], i / 2);
        if (r.range <= 0 || (found && compare_ratios(r, least) >= 0)) continue;
        int more = count_equal(s, b, of, r) - count_equal(s, a, of, r);
        if (more == 0) continue;
        found = true;
        least = r;
        better = more > 0 ? 1 : -1;
    }
    return better;
}

static ratio share_of_ideal(const deal_stakes *s, const fixed *worth,
                            int party) {
    fixed from = s->reserve[party];
    return (ratio){worth[party] - from, s->ideal[party] - from};
}

static ratio plain_gain(const deal_stakes *s, const fixed *worth, int party) {
    return (ratio){worth[party] - s->reserve[party], 1};
}

static ratio less_than_ideal(const deal_stakes *s, const fixed *worth,
                             int party) {
    return (ratio){worth[party] - s->ideal[party], 1};
}

static int compare_kalai(const deal_stakes *s, const fixed *a, const fixed *b) {
    return leximin(s, a, b, share_of_ideal);
}

static int compare_equal(const deal_stakes *s, const fixed *a, const fixed *b) {
    return leximin(s, a, b, plain_gain);
}

static int compare_loss(const deal_stakes *s, const fixed *a, const fixed *b) {
    return leximin(s, a, b, less_than_ideal);
}

/* --- Sum --- */

static int compare_sum(const deal_stakes *s, const fixed *a, const fixed *b) {
    wide more = 0;
    for (int p = 0; p < s->party_count; p++)
        more += (wide)a[p] - b[p];
    return sign(more);
}

/* --- What other tools call Kalai-Smorodinsky --- */

static wide differences(const deal_stakes *s, const fixed *worth) {
    wide sum = 0;
    for (int p = 0; p < s->party_count; p++)
        for (int q = 0; q < p; q++) {
            const wide apart = (wide)worth[p] - worth[q];
            sum += apart < 0 ? -apart : apart;
        }
    return sum;
}

static int compare_differences(const deal_stakes *s, const fixed *a,
                               const fixed *b) {
    return sign(differences(s, b) - differences(s, a));
}

static double spread(const deal_stakes *s, const fixed *worth) {
    double least = INFINITY, most = -INFINITY;
    for (int p = 0; p < s->party_count; p++) {
        const double range = (double)s->most[p] - (double)s->reserve[p];
        const double gain = (double)worth[p] - (double)s->reserve[p];
        if (range <= 0) continue;
        least = fmin(least, gain / range);
        most = fmax(most, gain / range);
    }
    return most < least ? 0 : most - least;
}

static int compare_spread(const deal_stakes *s, const fixed *a,
                          const fixed *b) {
    const double x = spread(s, a), y = spread(s, b);
    return (x < y) - (x > y);
}

static bool ties_spread(const deal_stakes *s, const fixed *a, const fixed *b) {
    return fabs(spread(s, a) - spread(s, b)) <= 1 - DEAL_PRODUCT_TIE;
}

const deal_concept deal_concepts[] = {
    {"nash", "most parties with a strict gain, then the largest product", true,
     false, compare_nash, ties_nash},
    {"kalai-smorodinsky", "leximin of each gain as a share of the best gain",
     true, false, compare_kalai, NULL},
    {"egalitarian", "leximin of the gains", true, false, compare_equal, NULL},
    {"utilitarian", "the largest sum of worths", true, false, compare_sum,
     NULL},
    {"equal-loss", "leximin of what each gets less its best", false, false,
     compare_loss, NULL},
    {"genius-kalai", "on the frontier the smallest differences of worths",
     false, true, compare_differences, NULL},
    {"negmas-ks", "on the frontier the least spread of shares of the best gain",
     false, false, compare_spread, ties_spread},
};
const int deal_concept_count = sizeof deal_concepts / sizeof *deal_concepts;

const deal_concept *deal_concept_find(const char *name) {
    for (int i = 0; i < deal_concept_count; i++)
        if (text_same(deal_concepts[i].name, name)) return &deal_concepts[i];
    return NULL;
}
