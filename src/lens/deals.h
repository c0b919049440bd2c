/* SPDX-License-Identifier: Apache-2.0
 * Inside the lens `deals`: what run finds and describe shows. */
#ifndef LENS_DEALS_H
#define LENS_DEALS_H

#include "belief/belief.h"
#include "deal/bargain.h"
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
    const belief *belief; /* NULL: all worths are exact */
    const deal_space *space;
    const deal_party *parties; /* exact, or mean worths to 10^-12 */
    const deal_answer *found;
    const deals_offer *offers; /* best first; none when exact */
    int offer_count;
    bool ranked_all; /* every outcome was ranked, not only the frontier of
                        mean worths and the proposals */
} deals_answer;

/* Ranks deals by acceptance, the best `most` of them. */
void deals_rank(deals_answer *a, const lens_request *q, int most, arena *mem);

void deals_describe(doc *to, const lens_request *q, const void *answer);

#endif
