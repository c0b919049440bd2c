/* SPDX-License-Identifier: Apache-2.0
 * Is the sampler right, and can its shares be believed? Prints the page
 * docs/validation.md; `./dev validate` runs it, and a test runs a smaller one.
 * How parties and records come about: tests/simulated.h.
 *
 *   1. Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and
 *      Gelman 2018): the rank of the true value among thinned draws is uniform
 *      if the sampler is right. 20 bins, chi-square; and the share of 90 %
 *      intervals that hold the truth.
 *   2. P(accept): a proposal that no statement speaks of; its share of draws
 *      against whether the true parties would accept. A sampler that ignored
 *      the record would pass 1; it has to beat the share with no record.
 *   3. The same where the analyst's credences are wrong: what a sampler that is
 *      right can't help. This has to fail, or the check could not.
 *   4. Mixing: the worst R-hat of all runs beside that of independent draws,
 *      and with more draws.
 *
 * Exit 1, with what failed on stderr, unless all of this comes out.
 *
 *   validate [REPLICATES [stop]]   stop: at the first that fails */
#include "base/score.h"
#include "simulated.h"

enum { DRAWS = 1600, BINS = 20, LONGER = 4, LONG_RUNS = 10 };
enum { DEFAULT_DRAWS = 4000 };    /* of the command */
static const double rare = 0.001; /* a p below this is not taken for chance */

static const char *const quantity_names[QUANTITIES] = {
    "weight of x to a",  "weight of z to b",  "worth of x1 to a",
    "gain of a (pause)", "gain of b (pause)", "talks-close"};

/* --- Tests --- */

/* Of the ranks in BINS bins, over what is expected. */
static double chi_square(const study *k, int q, int bins[BINS]) {
    double sum = 0;
    memset(bins, 0, BINS * sizeof *bins);
    for (int r = 0; r < RANKS; r++)
        bins[r * BINS / RANKS] += k->ranks[q][r];
    for (int b = 0; b < BINS; b++) {
        int size = 0; /* ranks that fall into it */
        for (int r = 0; r < RANKS; r++)
            size += r * BINS / RANKS == b;
        double expected = (double)k->replicates * size / RANKS;
        sum += (bins[b] - expected) * (bins[b] - expected) / expected;
    }
    return sum;
}

/* The chance of a larger chi-square (Wilson and Hilferty 1931). */
static double chance_beyond(double chi2, double freedom) {
    double spread = 2 / (9 * freedom);
    double z = (cbrt(chi2 / freedom) - (1 - spread)) / sqrt(spread);
    return erfc(z / sqrt(2)) / 2;
}

static double least_chance(const study *k) {
    double least = 1;
    int bins[BINS];
    for (int q = 0; q < QUANTITIES; q++)
        least = fmin(least, chance_beyond(chi_square(k, q, bins), BINS - 1));
    return least;
}

static score_pairs pairs_of(const study *k) {
    return (score_pairs){k->said, k->came, (size_t)k->replicates};
}

/* All bins of the calibration at once: each is off by (came - said) over its
 * standard error if the shares are right. Returns the chance of worse; how
 * many of the bins' 90 % intervals miss, too. */
static double calibration_chance(const study *k, int *used, int *missed) {
    double off[SCORE_BINS] = {0}, variance[SCORE_BINS] = {0}, sum = 0;
    *used = *missed = 0;
    for (int i = 0; i < k->replicates; i++) {
        int b = (int)fmin(SCORE_BINS - 1, k->said[i] * SCORE_BINS);
        off[b] += k->came[i] - k->said[i];
        variance[b] += k->said[i] * (1 - k->said[i]);
    }
    for (int b = 0; b < SCORE_BINS; b++) {
        if (variance[b] < 1) continue; /* too few for a normal deviate */
        double z = off[b] / sqrt(variance[b]);
        sum += z * z;
        (*used)++;
        *missed += fabs(z) > 1.645;
    }
    return chance_beyond(sum, *used);
}

/* --- The page --- */

static void print_ranks(const study *k) {
    (void)printf("| quantity | chi-square (19) | p | 90 %% intervals that hold "
                 "the truth | ranks, 20 bins |\n|---|---|---|---|---|\n");
    for (int q = 0; q < QUANTITIES; q++) {
        int bins[BINS];
        double chi2 = chi_square(k, q, bins);
        (void)printf("| %s | %.1f | %.3f | %.3f | ", quantity_names[q], chi2,
                     chance_beyond(chi2, BINS - 1), k->held[q] / k->replicates);
        for (int b = 0; b < BINS; b++)
            (void)printf("%s%d", b ? " " : "", bins[b]);
        (void)printf(" |\n");
    }
    (void)printf("\n");
}

/* Of always saying the share with no record. */
static double brier_before(const study *k) {
    double sum = 0;
    for (int i = 0; i < k->replicates; i++)
        sum += (k->before - k->came[i]) * (k->before - k->came[i]);
    return sum / k->replicates;
}

static void print_shares(const study *k, arena *mem) {
    score_bin bins[SCORE_BINS];
    score_summary s = score_of(pairs_of(k), mem);
    int used, missed;
    double p = calibration_chance(k, &used, &missed);
    (void)printf("Brier score of the shares %.3f; of the share with no record "
                 "%.3f; AUC %.2f.\n\n",
                 s.brier, brier_before(k), s.auc);
    score_calibrate(pairs_of(k), bins);
    (void)printf("| share of draws | n | mean share | accepted | 90 %% "
                 "interval |\n|---|---|---|---|---|\n");
    for (int b = 0; b < SCORE_BINS; b++)
        if (bins[b].count > 0)
            (void)printf("| %.1f to %.1f | %zu | %.3f | %.3f | %.2f to %.2f "
                         "|\n",
                         bins[b].low, bins[b].high, bins[b].count,
                         bins[b].predicted, bins[b].came, bins[b].came_low,
                         bins[b].came_high);
    (void)printf("\nAll %d bins at once: p %.3g; %d of them off by more than "
                 "1.645 errors, where\n%.1f are to be expected.\n\n",
                 used, p, missed, 0.1 * used);
}

static void print_head(int replicates) {
    (void)printf(
        "# Validation\n\n<!-- Written by `./dev validate`; change "
        "bench/validate.c. -->\n\nWhat came out, good or bad. This tests the "
        "sampler and its shares on parties\nwhose wants are known, since they "
        "were drawn from the model's own prior: it shows\nthat the computation "
        "is right, not that real parties are like the model. Nothing\nhere "
        "says how good answers about a real dispute are; once outcomes are "
        "known,\n`parley score` does. Ranks: Talts et al. 2018.\n\n");
    (void)printf(
        "%d replicates: two parties, three issues, two of which one party each "
        "carries\nout, ten statements that a noisy source turns round with "
        "chance 1 - credence\n(credences .6 to .9), %d draws each, 100 of them "
        "used for ranks. No statement\nspeaks of the pause whose acceptance is "
        "predicted.\n\n",
        replicates, DRAWS);
}

static void report(const char *title, study *k, arena *mem) {
    study_run(k, mem);
    (void)printf("## %s\n\n", title);
    print_ranks(k);
    print_shares(k, mem);
}

/* --- Mixing --- */

static double worst_of(const study *k) {
    double worst = 0;
    for (int i = 0; i < k->replicates; i++)
        worst = fmax(worst, k->r_hat[i]);
    return worst;
}

static void print_mixing(const char *of, const study *k) {
    double least = INFINITY;
    int above = 0;
    for (int i = 0; i < k->replicates; i++) {
        least = fmin(least, k->ess[i]);
        above += k->r_hat[i] > 1.01;
    }
    (void)printf("| %s | %d | %d | %.4f | %.1f %% | %.0f |\n", of, k->draws,
                 k->replicates, worst_of(k), 100.0 * above / k->replicates,
                 least);
}

/* R-hat less 1 shrinks with the draws where chains mix, and stays where one is
 * stuck. */
static double report_mixing(const study *right, arena *mem) {
    int fewer = (right->replicates + LONG_RUNS - 1) / LONG_RUNS;
    study prior = {.replicates = right->replicates, .draws = DRAWS, .seed = 1};
    study usual = {.replicates = fewer, .draws = DEFAULT_DRAWS, .seed = 1};
    study longer = {.replicates = fewer, .draws = LONGER * DRAWS, .seed = 1};
    study_run_prior(&prior, mem);
    study_run(&usual, mem);
    study_run(&longer, mem);
    (void)printf("## Mixing\n\n| draws of | a run | runs | worst R-hat | runs "
                 "above 1.01 | least effective size |\n"
                 "|---|---|---|---|---|---|\n");
    print_mixing("the prior (independent)", &prior);
    print_mixing("the record", right);
    print_mixing("the record (the default)", &usual);
    print_mixing("the record", &longer);
    (void)printf(
        "\nR-hat is the worst of a run's about twenty quantities (weights, "
        "ranges of the\nmodel, gains) on eight chains, halved. Independent "
        "draws reach the first row by\nchance alone. What shrinks with more "
        "draws is noise and slowness; a chain that is\nstuck would not let it "
        "shrink.\n\n");
    return (worst_of(&longer) - 1) / (worst_of(right) - 1);
}

/* --- The verdict --- */

static bool expect(bool holds, const char *what) {
    if (!holds) (void)fprintf(stderr, "validate: FAILED: %s\n", what);
    return holds;
}

static bool covers(const study *k) {
    const double share = 91.0 / RANKS; /* of the ranks lie inside */
    double error = sqrt(share * (1 - share) / k->replicates);
    for (int q = 0; q < QUANTITIES; q++)
        if (fabs(k->held[q] / k->replicates - share) > 4 * error) return false;
    return true;
}

static bool judge(const study *k, arena *mem) {
    int used, missed;
    score_summary s = score_of(pairs_of(k), mem);
    bool ok = expect(least_chance(k) > rare / QUANTITIES,
                     "ranks of the truth are not uniform");
    ok &= expect(covers(k), "intervals hold the truth too often or seldom");
    ok &= expect(calibration_chance(k, &used, &missed) > rare,
                 "shares of acceptance are off");
    ok &= expect(s.brier < brier_before(k) - 2 * s.gain_error,
                 "the record does not help");
    return ok;
}

int main(int argc, char **argv) {
    int replicates = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 4000;
    arena *mem = arena_new(NULL);
    if (!mem || replicates < 1) return 2;
    study right = {.replicates = replicates, .draws = DRAWS, .seed = 1};
    study wrong = right;
    wrong.misread = true;
    print_head(replicates);
    report("As the model has it", &right, mem);
    bool ok = judge(&right, mem);
    if (!ok && argc > 2) return 1;
    report("Where every source is taken to be nearly sure (.97)", &wrong, mem);
    ok &= expect(least_chance(&wrong) < rare / QUANTITIES,
                 "misread credences go unnoticed");
    ok &= expect(report_mixing(&right, mem) < 0.5, "a chain is stuck");
    (void)printf("The first is uniform as far as %d replicates can tell "
                 "(smallest p %.3f of %d), the\nsecond is not (smallest p "
                 "%.2g): the check can fail.\n",
                 replicates, least_chance(&right), QUANTITIES,
                 least_chance(&wrong));
    arena_free(mem);
    return ok ? 0 : 1;
}
