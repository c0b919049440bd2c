/* SPDX-License-Identifier: Apache-2.0
 * What the files share that put together the pieces of a proposal. */
#ifndef RECORD_PIECES_INT_H
#define RECORD_PIECES_INT_H

#include "record/pieces.h"

typedef struct piece_finder {
    const case_model *c;
    const record_evidence *e;
    const record_network *n;
    int proposal;
    const case_proposal *p;
    const int *same; /* record_same_plan */
    piece *items;
    int count, room;
    arena *mem;
} piece_finder;

/* Adds a piece; more sources can be added to what is returned until the next
 * one is. */
piece *piece_add(piece_finder *f, piece_group group, const char *subject);
/* Its status and its text. */
void piece_set(piece_finder *f, piece *to, piece_status status,
               const char *format, ...) __attribute__((format(printf, 4, 5)));
/* Beyond the room for sources nothing is added. */
void piece_cite(const piece_finder *f, piece *to, int entry);
void piece_cite_origin(piece *to, const case_origin *origin);

const char *piece_actor(const piece_finder *f, int actor);
const case_talks *piece_talks(const piece_finder *f); /* or NULL */

void pieces_find_answers(piece_finder *f);
void pieces_find_consent(piece_finder *f);
void pieces_find_terms(piece_finder *f);
void pieces_find_demands(piece_finder *f);
void pieces_find_guarantees(piece_finder *f);
void pieces_find_routes(piece_finder *f);
void pieces_find_talks(piece_finder *f);
void pieces_find_clauses(piece_finder *f);

#endif
