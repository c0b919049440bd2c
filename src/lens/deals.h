/* SPDX-License-Identifier: Apache-2.0
 * Inside the lens `deals`: what run finds and describe shows. */
#ifndef LENS_DEALS_H
#define LENS_DEALS_H

#include "belief/belief.h"
#include "deal/bargain.h"
#include "deal/merge.h"
#include "lens/lens.h"

/* A deal and the share of draws in which it would be signed at once. */
typedef struct deals_offer {
    const int *outcome;
    const char *proposal; /* whose last phase it is, or NULL */
    belief_measure all;
    const belief_measure *by_party;
    int binding; /* the party that refuses most */
} deals_offer;

typedef struct deals_answer {
    const belief *belief;      /* NULL: all worths are exact */
    const deal_space *space;   /* NULL where merged */
    const deal_party *parties; /* exact, or mean worths to 10^-12 */
    const deal_answer *found;  /* by enumeration; or else */
    const merge_answer *merged;
    const deals_offer *offers; /* best first; none when exact */
    int offer_count;
    bool ranked_all; /* every outcome was ranked, not only the frontier of
                        mean worths and the proposals */
} deals_answer;

/* Ranks deals by acceptance, the best `most` of them. */
void deals_rank(deals_answer *a, const lens_request *q, int most, arena *mem);

/* What was found, enumerated or merged (deals_found.c). Counts are decimal
 * digits. */
const char *deals_outcomes(const deals_answer *a, arena *mem);
const char *deals_rational(const deals_answer *a, arena *mem); /* or NULL */
bool deals_any_rational(const deals_answer *a);
size_t deals_point_count(const deals_answer *a);
merge_point deals_point(const deals_answer *a, size_t i, arena *mem);
int deals_solution_count(const deals_answer *a);
/* Without its ties: deals_tie has them. */
merge_solution deals_solution(const deals_answer *a, int i, arena *mem);
const int *deals_tie(const deals_answer *a, int solution, size_t i, arena *mem);

/* Digits, or "about 1.2 x 10^34" where nobody would read them. */
const char *deals_show_count(const char *digits, arena *mem);

/* The deal space of two parties. */
void deals_plot(doc *to, const case_model *c, const deals_answer *a);
void deals_describe(doc *to, const lens_request *q, const void *answer);

#endif
