/* SPDX-License-Identifier: Apache-2.0
 * A piece as lenses show it. */
#ifndef LENS_PIECES_H
#define LENS_PIECES_H

#include "doc/doc.h"
#include "record/pieces.h"

/* One bullet: what it is, what the record has of it, with its sources. */
void pieces_say(doc *to, const case_model *c, const piece *p);
/* A reference to all that the pieces were found by, and a number of them, which
 * rests on it. */
void pieces_refer(doc *to, const case_model *c, const record_pieces *all);
void pieces_count(doc_text *t, const case_model *c, const record_pieces *all,
                  int count);

#endif
