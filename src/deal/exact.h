/* SPDX-License-Identifier: Apache-2.0
 * What the files on exact deals share: streaming through a space, and the
 * frontier while it grows. */
#ifndef DEAL_EXACT_H
#define DEAL_EXACT_H

#include "deal/bargain.h"
#include "deal/reach.h"

static inline fixed deal_capped(const deal_party *p, fixed worth) {
    return p->has_cap && worth > p->cap ? p->cap : worth;
}

/* --- Worths, a row of the space at a time --- */

typedef struct deal_stream_parts deal_stream_parts;

typedef struct deal_stream {
    const deal_space *space;
    const deal_party *parties;
    int party_count;
    uint32_t longest;      /* the most outcomes that a row has */
    uint32_t begin, count; /* the outcomes at hand: of a row, or a part of it */
    uint32_t part_count;   /* the parts of the row */
    /* Bounds of their worths, [party], known before these are added up. */
    const fixed *least, *most;
    fixed *const *worth; /* [party][i] of outcome begin + i, once looked at */
    deal_stream_parts *parts;
} deal_stream;

deal_stream deal_stream_new(const deal_space *s, const deal_party *parties,
                            int party_count, arena *mem);
/* Takes only the rows of one of `count` equal shares, in an order that comes
 * near all of them early. To be called before the first step. */
void deal_stream_scatter(deal_stream *s, uint32_t share, uint32_t count);
/* Moves to the next row (first: the first); false at the end. */
bool deal_stream_next(deal_stream *s);
/* Turns to one part of the row: those with fewer issues open, so that their
 * bounds are closer. */
void deal_stream_narrow(deal_stream *s, uint32_t part);
/* Adds up the worths of the outcomes at hand. */
void deal_stream_look(deal_stream *s);
/* Of outcome begin + i of those looked at. */
static inline void deal_stream_worth(const deal_stream *s, uint32_t i,
                                     fixed *worth) {
    for (int p = 0; p < s->party_count; p++)
        worth[p] = s->worth[p][i];
}
/* Moves on to the next row that may have an outcome of these worths, and looks
 * at it. */
bool deal_stream_seek(deal_stream *s, const fixed *worth);

/* Bounds of what outcomes, feasible or not, are worth to a party. */
void deal_party_range(const case_model *c, const deal_party *p, fixed *low,
                      fixed *high);

/* --- Points that nothing seen so far dominates --- */

/* Outcomes of equal worths. */
typedef struct deal_outcomes {
    uint32_t first, count;
} deal_outcomes;

typedef struct deal_front {
    int party_count;
    size_t count, room, tidy_at;
    fixed *worth;      /* [point * party_count + party] */
    deal_outcomes *of; /* [point] */
    deal_reach *reach; /* NULL: to be built from the points */
    const fixed *low, *high;
    arena *mem, *reached;
} deal_front;

/* low and high: about where worths lie. */
deal_front deal_front_new(int party_count, const fixed *low, const fixed *high,
                          arena *mem);
/* Is it known that nothing of these worths, or below, can stay? */
bool deal_front_dominates(deal_front *f, const fixed *worth);
/* Offers outcomes of these worths, in any order. */
void deal_front_add(deal_front *f, const fixed *worth, deal_outcomes of);
void deal_front_join(deal_front *f, const deal_front *other);
/* Leaves the frontier, in no order. */
void deal_front_end(deal_front *f);

/* --- Both together --- */

typedef struct deal_search {
    const deal_space *space;
    const deal_party *parties;
    int party_count;
    int threads; /* the answer doesn't depend on them */
} deal_search;

/* The frontier of a space; counts what is good enough for all. */
deal_front deal_search_front(const deal_search *s, uint32_t *rational,
                             arena *mem);

#endif
