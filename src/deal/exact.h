/* SPDX-License-Identifier: Apache-2.0
 * What the files on exact deals share: streaming through a space, and the
 * frontier while it grows. */
#ifndef DEAL_EXACT_H
#define DEAL_EXACT_H

#include "deal/bargain.h"

/* Worths of all parties, a piece of the space at a time. */
typedef struct deal_stream {
    const deal_space *space;
    const deal_party *parties;
    int party_count;
    uint32_t begin, count; /* the piece at hand */
    fixed *const *worth;   /* [party][i] of outcome begin + i */
    fixed *room;
    int *outcome;
} deal_stream;

deal_stream deal_stream_new(const deal_space *s, const deal_party *parties,
                            int party_count, arena *mem);
/* Moves to the next piece (first: the first); false at the end. */
bool deal_stream_next(deal_stream *s);

/* Points that nothing seen so far dominates. */
typedef struct deal_front {
    int party_count;
    size_t count, room;
    size_t recent;   /* two parties: the point that dominated last */
    fixed *worth;    /* [point * party_count + party] */
    uint32_t *first; /* [point] */
    uint32_t *copies;
    arena *mem;
} deal_front;

deal_front deal_front_new(int party_count, arena *mem);
/* Offers outcome `index` with its worths. Indices ascend. */
void deal_front_add(deal_front *f, const fixed *worth, uint32_t index);

#endif
