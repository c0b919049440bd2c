/* SPDX-License-Identifier: Apache-2.0
 * Inside the lens `deals`: what run finds and describe shows. */
#ifndef LENS_DEALS_H
#define LENS_DEALS_H

#include "belief/belief.h"
#include "deal/bargain.h"
#include "deal/merge.h"
#include "deal/near.h"
#include "deal/roll.h"
#include "lens/lens.h"

/* A deal and the share of draws in which it would be signed at once. */
typedef struct deals_offer {
    const int *outcome;
    const char *proposal; /* whose last phase it is, or NULL */
    belief_measure all;
    const belief_measure *by_party;
    int binding; /* the party that refuses most */
} deals_offer;

/* What was asked. */
typedef struct deals_ask {
    const deal_concept **wanted;
    int wanted_count;
    int top;
    bool top_given;
    const expr *filter; /* or NULL */
    const int *from;    /* the deal in hand, or NULL */
    double epsilon;     /* the share of its range a party may miss; 0: none */
} deals_ask;

/* Standard errors of a trade's numbers, by party. */
typedef struct deals_roll_error {
    double ratio[2], change[2];
} deals_roll_error;

typedef struct deals_answer {
    deals_ask ask;
    const case_model *asked;   /* with mean worths, filter and deal in hand */
    const belief *belief;      /* NULL: all worths are exact */
    const deal_space *space;   /* NULL where merged */
    const deal_party *parties; /* exact, or mean worths to 10^-12 */
    const deal_answer *found;  /* by enumeration; or else */
    const merge_answer *merged;
    const deals_offer *offers; /* best first; none when exact */
    int offer_count;
    bool ranked_all; /* every outcome was ranked, not only the frontier of
                        mean worths and the proposals */
    deal_rolls rolls;
    const deals_roll_error *roll_errors; /* NULL: all worths are exact */
    const deal_near *near; /* NULL: something is good enough for all */
    deal_giving giving;
    bool from_feasible;   /* the deal in hand keeps rules and filter */
    const size_t *better; /* points better than it for all */
    size_t better_count;
} deals_answer;

/* Reads the options; false with diags. */
bool deals_read(deals_ask *ask, const lens_request *q, arena *mem,
                parley_diags *d);
/* Trades between issues, what beats the deal in hand, and what is nearest
 * where nothing is good enough for all (deals_further.c). */
void deals_look_further(deals_answer *a, arena *mem);
void deals_put_further(doc *to, const deals_answer *a);
void deals_show_further(doc *to, const deals_answer *a);

/* So many outcomes, before the rules, are all ranked by acceptance. */
enum { DEALS_RANKED_MOST = 100000 };

/* What could be traded (deals_rolls.c). */
void deals_find_rolls(deals_answer *a, arena *mem);
void deals_put_rolls(doc_value *root, const deals_answer *a);
void deals_show_rolls(doc *to, const deals_answer *a);
/* How many of a list to show: `most` unless --top says otherwise. */
static inline size_t deals_shown(const deals_answer *a, size_t count,
                                 size_t most) {
    if (a->ask.top_given) most = (size_t)a->ask.top;
    return count < most ? count : most;
}

/* Ranks deals by acceptance, the best `most` of them. */
void deals_rank(deals_answer *a, const lens_request *q, int most, arena *mem);

/* What was found, enumerated or merged (deals_found.c). Counts are decimal
 * digits. */
const char *deals_outcomes(const deals_answer *a, arena *mem); /* or NULL */
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

void deals_party_columns(doc_table *t, const case_model *c);
void deals_worth_cells(doc_table *t, const case_model *c, const fixed *worth);

/* The deal space of two parties, or of each two of a few; `beside` as in
 * doc_plot_beside, or NULL. */
void deals_plot(doc *to, const case_model *c, const deals_answer *a,
                const char *beside);

/* --- For the brief --- */

/* Frontier and solutions, for the mean worths of draws that are there already;
 * NULL where that is too much beside all else. */
const deals_answer *deals_survey(const lens_request *q, const belief *b,
                                 arena *mem);
void deals_put_space(doc *to, const case_model *c, const deals_answer *a);
/* How many there are, what bargaining theory would sign, and the plots. */
void deals_say_left(doc *to, const case_model *c, const deals_answer *a);
void deals_show_space(doc *to, const case_model *c, const deals_answer *a);
void deals_describe(doc *to, const lens_request *q, const void *answer);

#endif
