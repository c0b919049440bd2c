/* SPDX-License-Identifier: Apache-2.0
 * What bargaining theory would sign, for worths that are known: the Pareto
 * frontier and the bargaining solutions of exact worths, and the Nash solution
 * of one draw. DESIGN section 4. */
#ifndef DEAL_BARGAIN_H
#define DEAL_BARGAIN_H

#include "deal/space.h"

/* --- Doubles: one draw --- */

/* Where doubles are compared, a >= b means a > b - DEAL_TIE. */
#define DEAL_TIE 1e-9
/* Products tie within this factor. */
#define DEAL_PRODUCT_TIE (1 - 1e-12)

static inline bool deal_at_least(double a, double b) {
    return a > b - DEAL_TIE;
}

/* How good an outcome is to Nash's solution. */
typedef struct deal_score {
    int gainers; /* -1: somebody is left below d */
    double product;
} deal_score;

/* Adds a party's gain to a score that began as {0, 1}. */
static inline void deal_score_add(deal_score *s, double gain) {
    if (s->gainers < 0) return;
    if (!(gain > -DEAL_TIE)) *s = (deal_score){-1, 0};
    if (gain < DEAL_TIE) return;
    s->gainers++;
    s->product *= gain;
}

static inline bool deal_score_better(deal_score a, deal_score b) {
    if (a.gainers != b.gainers) return a.gainers > b.gainers;
    return a.product > b.product;
}

static inline bool deal_score_ties(deal_score a, deal_score best) {
    return a.gainers == best.gainers &&
           a.product >= best.product * DEAL_PRODUCT_TIE;
}

/* The Nash solution: among outcomes with worth[p][x] >= d[p] for every party,
 * those where most parties gain strictly, then the largest product of their
 * gains; of ties the first. worth has one array of `count` a party; key is
 * `count` numbers of scratch. -1 when no outcome is good enough for all. */
int64_t deal_nash(const double *const *worth, uint32_t count, const double *d,
                  int party_count, double *key);

/* --- Exact worths --- */

/* What one party stands to gain, in exact decimals. */
typedef struct deal_party {
    const fixed *worth;         /* one a cell */
    const case_condition *when; /* added where it holds */
    int when_count;
    bool has_cap;
    fixed cap;     /* the worth of an outcome is at most this */
    fixed reserve; /* d: what no deal is worth */
} deal_party;

/* The case's exact parties, with d resolved: the reserve given, the least
 * worth for `reserve: none`, else the worth of `now` (0 without one). Every
 * party must have exact worths. */
const deal_party *deal_parties(const case_model *c, const deal_space *s,
                               arena *mem);
/* The worth of any outcome, feasible or not. */
fixed deal_party_worth(const case_model *c, const deal_party *p,
                       const int *outcome);
/* The least worth over the space; 0 when it is empty. */
fixed deal_party_least(const deal_space *s, const deal_party *p, arena *mem);

/* Outcomes of one worth vector that no outcome dominates. */
typedef struct deal_point {
    uint32_t first; /* the first outcome in issue order */
    uint32_t count;
    const fixed *worth; /* one a party */
} deal_point;

typedef struct deal_solution {
    const char *name;     /* "nash" */
    uint32_t outcome;     /* the first of the ties in issue order */
    const uint32_t *ties; /* all of them, ascending, `outcome` among them */
    uint32_t tie_count;
    const fixed *worth; /* of `outcome`, one a party */
} deal_solution;

typedef struct deal_answer {
    uint32_t outcome_count;
    uint32_t rational_count;  /* outcomes with u_p >= d_p for every party */
    const deal_point *points; /* by first outcome */
    int point_count;
    const deal_solution *solutions; /* none without a rational outcome */
    int solution_count;
} deal_answer;

/* What the concepts measure gains against. */
typedef struct deal_stakes {
    int party_count;
    const fixed *reserve; /* d */
    const fixed *ideal;   /* the most each gets in a rational outcome */
    const fixed *most;    /* the same in any outcome */
} deal_stakes;

/* A bargaining solution is one row of the table: which of two worth vectors
 * of rational outcomes is better. Those of the literature rise with every
 * worth, so that their solutions are on the frontier; those of other tools
 * choose from the frontier by definition. */
typedef struct deal_concept {
    const char *name;    /* "kalai-smorodinsky" */
    const char *formula; /* for people */
    bool standard;       /* given unless others are asked for */
    bool whole_frontier; /* points that are not rational count too */
    /* Below, at or above 0 as a is worse than, as good as, better than b. */
    int (*compare)(const deal_stakes *s, const fixed *a, const fixed *b);
    /* b is as good as a within the tolerance; NULL: where compare says 0. */
    bool (*ties)(const deal_stakes *s, const fixed *a, const fixed *b);
} deal_concept;

extern const deal_concept deal_concepts[];
extern const int deal_concept_count;
const deal_concept *deal_concept_find(const char *name); /* or NULL */

/* Frontier and solutions; streams through the space, on several threads where
 * it is large, with the same answer on any number of them. `wanted` are rows of
 * deal_concepts. */
const deal_answer *deal_solve(const deal_space *s, const deal_party *parties,
                              const deal_concept *const *wanted,
                              int wanted_count, int threads, arena *mem);

#endif
