/* SPDX-License-Identifier: Apache-2.0
 * What a proposal needs, and which of it is there. */
#ifndef RECORD_PIECES_H
#define RECORD_PIECES_H

#include "record/evidence.h"
#include "record/network.h"
#include "record/wording.h"

typedef enum piece_group {
    PIECE_ANSWER,  /* of each party */
    PIECE_CONSENT, /* of bodies that must */
    PIECE_TERM,    /* what the plan sets, where a party refuses it */
    PIECE_DEMAND,  /* what parties ask for */
    PIECE_GUARANTEE,
    PIECE_ROUTE, /* from those who carry the talks to each party */
    PIECE_TALKS, /* host and delegations */
    PIECE_CLAUSE,
    PIECE_GROUPS,
} piece_group;

typedef enum piece_status {
    PIECE_DISPUTED,
    PIECE_MISSING,
    PIECE_IN_PLACE,
    PIECE_STATUSES,
} piece_status;

/* Where a piece is from: an entry, or another element of the case. */
typedef struct piece_source {
    int entry; /* or -1 */
    const case_origin *origin;
} piece_source;

enum { PIECE_SOURCES = 6 };

typedef struct piece {
    piece_group group;
    piece_status status;
    const char *subject; /* "Hamas", "start" */
    int from, party;     /* PIECE_ROUTE: whose route, and to whom; else -1 */
    const char *text;    /* what is there, or what is not */
    bool unsaid;         /* a clause of which nothing at all is said */
    piece_source sources[PIECE_SOURCES];
    int source_count;
} piece;

typedef struct record_pieces {
    int proposal;
    const piece *items;
    int count;
    int counts[PIECE_STATUSES];
    wording_notes wording;
} record_pieces;

record_pieces record_pieces_find(const case_model *c, const record_evidence *e,
                                 const record_network *n, int proposal,
                                 arena *mem);
const char *piece_group_name(piece_group group);    /* "answer" */
const char *piece_status_name(piece_status status); /* "in-place" */

#endif
