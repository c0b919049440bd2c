/* SPDX-License-Identifier: Apache-2.0
 * Parties with known wants are drawn from the prior. Each of ten statements is
 * true of them or not; a noisy source turns it round with chance 1 - credence.
 * Only statements whose opposite is a statement too are used (prefer, matters,
 * accept and reject), so the likelihood of the model is exactly how the record
 * came about. From that record alone the posterior is sampled, and the truth is
 * looked for in it. */
#ifndef TESTS_SIMULATED_H
#define TESTS_SIMULATED_H

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/guard.h"
#include "belief/setup.h"
#include "case/load.h"

enum {
    RANKS = 101, /* of a truth among 100 thinned draws: 0..100 */
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

typedef struct truth {
    bool holds[STATEMENTS];
    double quantity[QUANTITIES];
    bool accepts;
} truth;

typedef struct study {
    int replicates, draws;
    bool misread; /* the analyst takes every source to be nearly sure */
    uint64_t seed;
    int (*ranks)[RANKS]; /* by quantity */
    double held[QUANTITIES];
    double *r_hat, *ess;  /* the worst of each run */
    double *said, before; /* share of draws; with no record */
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
    int thin = k->draws / (RANKS - 1);
    for (int i = 0; i < (RANKS - 1) * thin; i += thin) {
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

static const belief *sample(const study *k, const case_model *c, int n,
                            bool prior, arena *mem) {
    const belief *b;
    belief_ask ask = {k->seed + (uint64_t)n, k->draws, 1, prior, true};
    if (belief_sample(&b, c, &ask, mem, NULL) != PARLEY_OK) exit(1);
    return b;
}

static void replicate(study *k, int n, const truth *t, rng *random) {
    arena *mem = arena_new(NULL);
    bool said[STATEMENTS];
    for (int i = 0; i < STATEMENTS; i++)
        said[i] = t->holds[i] == (rng_uniform(random) < statements[i].credence);
    const belief *b =
        sample(k, case_with(said, k->misread, mem), n, false, mem);
    k->r_hat[n] = b->r_hat.value;
    k->ess[n] = b->ess.value;
    count_ranks(k, b, t);
    k->said[n] = share_of(b);
    k->came[n] = t->accepts;
    arena_free(mem);
}

static const case_model *case_of_all_statements(arena *mem) {
    bool all[STATEMENTS];
    memset(all, true, sizeof all);
    return case_with(all, false, mem);
}

static void make_room(study *k, arena *mem) {
    size_t count = (size_t)k->replicates;
    k->ranks = arena_array(mem, QUANTITIES, sizeof *k->ranks);
    k->r_hat = ARENA_ARRAY(mem, double, count);
    k->ess = ARENA_ARRAY(mem, double, count);
    k->said = ARENA_ARRAY(mem, double, count);
    k->came = ARENA_ARRAY(mem, bool, count);
}

static inline void study_run(study *k, arena *mem) {
    const case_model *c = case_of_all_statements(mem);
    const record_evidence *e = record_weigh(c, mem);
    const belief_prior *p = belief_prior_new(c, NULL, mem);
    const belief_likelihood *l;
    if (belief_likelihood_new(&l, p, e, 1, mem, NULL) != PARLEY_OK) exit(1);
    belief_state *s = belief_state_new(p, mem);
    belief_room *room = belief_room_new(l, mem);
    make_room(k, mem);
    k->before = share_of(sample(k, c, 0, true, mem));
    rng random;
    rng_seed(&random, k->seed, 1000);
    for (int n = 0; n < k->replicates; n++) {
        truth t = draw_truth(l, s, room, &random);
        replicate(k, n, &t, &random);
    }
}

/* With no record every draw is independent of the one before: what the worst
 * R-hat of so many runs comes to by chance alone. */
static inline void study_run_prior(study *k, arena *mem) {
    const case_model *c = case_of_all_statements(mem);
    make_room(k, mem);
    for (int n = 0; n < k->replicates; n++) {
        arena *here = arena_new(NULL);
        const belief *b = sample(k, c, n, true, here);
        k->r_hat[n] = b->r_hat.value;
        k->ess[n] = b->ess.value;
        arena_free(here);
    }
}

#endif
