/* SPDX-License-Identifier: Apache-2.0
 * Is the sampler right, and can its shares be believed? Prints the page
 * docs/validation.md; `./dev validate` runs it.
 *
 * Parties with known wants are drawn from the prior. Each of ten statements is
 * true of them or not; a noisy source turns it round with chance 1 - credence.
 * Only statements whose opposite is a statement too are used (prefer, matters,
 * accept and reject), so the likelihood of the model is exactly how the record
 * came about. From that record alone the posterior is sampled.
 *
 *   1. Simulation-based calibration (Talts, Betancourt, Simpson, Vehtari and
 *      Gelman 2018): the rank of the true value among thinned draws is uniform
 *      if the sampler is right. 20 bins, chi-square; and the share of 90 %
 *      intervals that hold the truth.
 *   2. P(accept): a proposal that no statement speaks of; its share of draws
 *      against whether the true parties would accept.
 *   3. The same where the analyst's credences are wrong: what a sampler that is
 *      right can't help. This has to fail, or the check could not.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/guard.h"
#include "base/score.h"
#include "belief/setup.h"
#include "case/load.h"

enum {
    DRAWS = 1600,
    THIN = 16, /* leaves 100 draws: ranks 0..100 */
    RANKS = DRAWS / THIN + 1,
    BINS = 20,
    STATEMENTS = 10,
    QUANTITIES = 6,
};

static const char head[] =
    "parley: 1\ncase: simulated\nas-of: 2024-01-02\n"
    "sources: {r: {title: Simulated, date: 2024-01-01}}\n"
    "parties: {a: {}, b: {}}\nothers: {m: {role: mediator}}\nissues:\n"
    "  x: {options: [x0, x1, x2], now: x0, scale: true}\n"
    "  y: {options: [y0, y1], now: y0, by: b}\n"
    "  z: {options: [z0, z1], now: z0, by: a}\n"
    "proposals:\n"
    "  pause: {by: m, plan: [{terms: {x: x1}, lasts: 7 days,\n"
    "    talks: {on: [x, y, z], fail: resume}}]}\n"
    "  package: {by: m, plan: [{terms: {x: x2, y: y1, z: z1}, lasts: open}]}\n"
    "record:\n";

/* What is said where it holds, and where the opposite does. */
static const struct {
    const char *holds, *fails;
    double credence;
} statements[STATEMENTS] = {
    {"for: a, kind: prefer, about: {x: x2}, over: {x: x0}",
     "for: a, kind: prefer, about: {x: x0}, over: {x: x2}", 0.9},
    {"for: a, kind: prefer, about: {y: y1}, over: {y: y0}",
     "for: a, kind: prefer, about: {y: y0}, over: {y: y1}", 0.75},
    {"for: a, kind: matters, about: x, over: y",
     "for: a, kind: matters, about: y, over: x", 0.8},
    {"for: a, kind: prefer, about: {z: z0}, over: {x: x1}",
     "for: a, kind: prefer, about: {x: x1}, over: {z: z0}", 0.65},
    {"for: a, kind: accept, about: package",
     "for: a, kind: reject, about: package", 0.85},
    {"for: b, kind: prefer, about: {x: x0}, over: {x: x2}",
     "for: b, kind: prefer, about: {x: x2}, over: {x: x0}", 0.75},
    {"for: b, kind: prefer, about: {z: z1}, over: {z: z0}",
     "for: b, kind: prefer, about: {z: z0}, over: {z: z1}", 0.9},
    {"for: b, kind: matters, about: z, over: x",
     "for: b, kind: matters, about: x, over: z", 0.6},
    {"for: b, kind: prefer, about: {x: x1}, over: {y: y1}",
     "for: b, kind: prefer, about: {y: y1}, over: {x: x1}", 0.7},
    {"for: b, kind: accept, about: package",
     "for: b, kind: reject, about: package", 0.8},
};

static const char *const quantity_names[QUANTITIES] = {
    "weight of x to a",  "weight of z to b",  "worth of x1 to a",
    "gain of a (pause)", "gain of b (pause)", "talks-close"};

typedef struct truth {
    bool holds[STATEMENTS];
    double quantity[QUANTITIES];
    bool accepts;
} truth;

typedef struct study {
    int replicates;
    bool misread; /* the analyst takes every source to be nearly sure */
    uint64_t seed;
    int (*ranks)[RANKS]; /* by quantity */
    double held[QUANTITIES], r_hat;
    double *said, *said_before; /* share of draws; the same with no record */
    bool *came;
} study;

static const case_model *load(const char *text, arena *mem) {
    const case_model *c = NULL;
    parley_diags *d = parley_diags_new(NULL);
    const source_text *source = source_new(mem, "made", text, strlen(text));
    if (!case_load(&c, source, mem, d)) {
        (void)fprintf(stderr, "%s\n", parley_diags_get(d, 0)->message);
        exit(1);
    }
    parley_diags_free(d);
    return c;
}

/* The case with each statement as it was said. */
static const case_model *case_with(const bool said[STATEMENTS], bool misread,
                                   arena *mem) {
    char *text = arena_copy(mem, head);
    for (int i = 0; i < STATEMENTS; i++)
        text = arena_format(
            mem,
            "%s  - {id: s%d, source: r, public: false, credence: %g, %s}\n",
            text, i, misread ? 0.97 : statements[i].credence,
            said[i] ? statements[i].holds : statements[i].fails);
    return load(text, mem);
}

/* --- The truth --- */

/* The spread of an issue's worths: its weight. */
static double spread(const case_model *c, const double *worth, int party,
                     int issue) {
    const case_issue *j = &c->issues[issue];
    const double *w = worth + (ptrdiff_t)party * c->cell_count + j->cell;
    double least = w[0], most = w[0];
    for (int o = 1; o < j->option_count; o++) {
        least = fmin(least, w[o]);
        most = fmax(most, w[o]);
    }
    return most - least;
}

static void measure(const case_model *c, const draw *x, double gain_a,
                    double gain_b, double out[QUANTITIES]) {
    out[0] = spread(c, x->worth, 0, 0);
    out[1] = spread(c, x->worth, 1, 2);
    out[2] = x->worth[c->issues[0].cell + 1];
    out[3] = gain_a;
    out[4] = gain_b;
    out[5] = x->model[CASE_TALKS_CLOSE];
}

/* Parties from the prior, and which statements are true of them. */
static truth draw_truth(const belief_likelihood *l, belief_state *s,
                        belief_room *room, rng *random) {
    truth t;
    belief_state_draw(l->prior, s, random);
    belief_room_move(room);
    for (int i = 0; i < l->claim_count; i++) {
        long at = strtol(l->claims[i].entry->id + 1, NULL, 10);
        t.holds[at] = belief_satisfies(l, s, i, room);
    }
    const double *gain = belief_gains(l, s, 0, room);
    t.accepts = gain[0] > -1e-9 && gain[1] > -1e-9;
    measure(l->prior->c, &s->view, gain[0], gain[1], t.quantity);
    return t;
}

/* --- One replicate --- */

static double gain_at(const belief *b, int party, int at) {
    return b->gain[(size_t)party * (size_t)b->draw_count + (size_t)at];
}

static double share_of(const belief *b) {
    int all = 0;
    for (int i = 0; i < b->draw_count; i++)
        all += gain_at(b, 0, i) > -1e-9 && gain_at(b, 1, i) > -1e-9;
    return (double)all / b->draw_count;
}

/* How many of the thinned draws lie below the truth. */
static void count_ranks(study *k, const belief *b, const truth *t) {
    int below[QUANTITIES] = {0};
    for (int i = 0; i < b->draw_count; i += THIN) {
        double value[QUANTITIES];
        measure(b->c, &b->draws[i], gain_at(b, 0, i), gain_at(b, 1, i), value);
        for (int q = 0; q < QUANTITIES; q++)
            below[q] += value[q] < t->quantity[q];
    }
    for (int q = 0; q < QUANTITIES; q++) {
        k->ranks[q][below[q]]++;
        int edge = (RANKS - 1) / 20; /* 5 % of the draws */
        k->held[q] += below[q] >= edge && below[q] <= RANKS - 1 - edge;
    }
}

static void sample(const belief **out, const case_model *c, uint64_t seed,
                   arena *mem) {
    belief_ask ask = {seed, DRAWS, 1, false, true};
    if (belief_sample(out, c, &ask, mem, NULL) != PARLEY_OK) exit(1);
}

static void replicate(study *k, int n, const truth *t, rng *random) {
    arena *mem = arena_new(NULL);
    bool said[STATEMENTS];
    for (int i = 0; i < STATEMENTS; i++)
        said[i] = t->holds[i] == (rng_uniform(random) < statements[i].credence);
    const belief *b;
    sample(&b, case_with(said, k->misread, mem), k->seed + (uint64_t)n, mem);
    k->r_hat = fmax(k->r_hat, b->r_hat.value);
    count_ranks(k, b, t);
    k->said[n] = share_of(b);
    k->came[n] = t->accepts;
    arena_free(mem);
}

static void run(study *k, arena *mem) {
    bool all[STATEMENTS];
    memset(all, true, sizeof all);
    const case_model *c = case_with(all, false, mem);
    const record_evidence *e = record_weigh(c, mem);
    const belief_prior *p = belief_prior_new(c, NULL, mem);
    const belief_likelihood *l;
    if (belief_likelihood_new(&l, p, e, 1, mem, NULL) != PARLEY_OK) exit(1);
    belief_state *s = belief_state_new(p, mem);
    belief_room *room = belief_room_new(l, mem);
    size_t count = (size_t)k->replicates;
    k->ranks = arena_array(mem, QUANTITIES, sizeof *k->ranks);
    k->said = ARENA_ARRAY(mem, double, count);
    k->said_before = ARENA_ARRAY(mem, double, count);
    k->came = ARENA_ARRAY(mem, bool, count);
    belief_ask none = {k->seed, DRAWS, 1, true, true};
    const belief *before;
    if (belief_sample(&before, c, &none, mem, NULL) != PARLEY_OK) exit(1);
    rng random;
    rng_seed(&random, k->seed, 1000);
    for (int n = 0; n < k->replicates; n++) {
        truth t = draw_truth(l, s, room, &random);
        replicate(k, n, &t, &random);
        k->said_before[n] = share_of(before);
    }
}

/* --- The page --- */

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

/* Returns the smallest p. */
static double print_ranks(const study *k) {
    double least = 1;
    (void)printf("| quantity | chi-square (19) | p | 90 %% intervals that hold "
                 "the truth | ranks, 20 bins |\n|---|---|---|---|---|\n");
    for (int q = 0; q < QUANTITIES; q++) {
        int bins[BINS];
        double chi2 = chi_square(k, q, bins);
        double p = chance_beyond(chi2, BINS - 1);
        least = fmin(least, p);
        (void)printf("| %s | %.1f | %.3f | %.3f | ", quantity_names[q], chi2, p,
                     k->held[q] / k->replicates);
        for (int b = 0; b < BINS; b++)
            (void)printf("%s%d", b ? " " : "", bins[b]);
        (void)printf(" |\n");
    }
    (void)printf("\nWorst split R-hat of all runs: %.3f.\n\n", k->r_hat);
    return least;
}

static void print_score(const char *name, const double *said, const study *k,
                        arena *mem) {
    score_summary s =
        score_of((score_pairs){said, k->came, (size_t)k->replicates}, mem);
    (void)printf("| %s | %.3f | %.3f | %.2f |\n", name, s.brier, s.brier_base,
                 s.auc);
}

static void print_shares(const study *k, arena *mem) {
    score_bin bins[SCORE_BINS];
    (void)printf("| from | Brier | base rate | AUC |\n|---|---|---|---|\n");
    print_score("the record", k->said, k, mem);
    print_score("no record", k->said_before, k, mem);
    score_calibrate((score_pairs){k->said, k->came, (size_t)k->replicates},
                    bins);
    (void)printf("\n| share of draws | n | mean share | accepted | 90 %% "
                 "interval |\n|---|---|---|---|---|\n");
    for (int b = 0; b < SCORE_BINS; b++)
        if (bins[b].count > 0)
            (void)printf("| %.1f to %.1f | %zu | %.3f | %.3f | %.2f to %.2f "
                         "|\n",
                         bins[b].low, bins[b].high, bins[b].count,
                         bins[b].predicted, bins[b].came, bins[b].came_low,
                         bins[b].came_high);
    (void)printf("\n");
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
        "chance 1 - credence\n(credences .6 to .9), %d draws each, every %dth "
        "used for ranks. No statement\nspeaks of the pause whose acceptance is "
        "predicted.\n\n",
        replicates, DRAWS, THIN);
}

static double report(const char *title, study *k, arena *mem) {
    run(k, mem);
    (void)printf("## %s\n\n", title);
    double least = print_ranks(k);
    print_shares(k, mem);
    return least;
}

int main(int argc, char **argv) {
    int replicates = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 1000;
    arena *mem = arena_new(NULL);
    if (!mem || replicates < 1) return 2;
    study right = {.replicates = replicates, .seed = 1};
    study wrong = {.replicates = replicates, .seed = 1, .misread = true};
    print_head(replicates);
    double p = report("As the model has it", &right, mem);
    double q = report("Where every source is taken to be nearly sure (.97)",
                      &wrong, mem);
    /* of six tests the smallest p: below 0.001 / 6 is beyond chance */
    bool ok = p > 0.001 / QUANTITIES && q < 0.001 / QUANTITIES;
    (void)printf("The first is uniform as far as %d replicates can tell "
                 "(smallest p %.3f of %d), the\nsecond is not (smallest p "
                 "%.2g): the check can fail.\n",
                 replicates, p, QUANTITIES, q);
    arena_free(mem);
    return ok ? 0 : 1;
}
