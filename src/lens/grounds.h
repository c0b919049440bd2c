/* SPDX-License-Identifier: Apache-2.0
 * What sampled numbers rest on: the statements that weigh the draws. */
#ifndef LENS_GROUNDS_H
#define LENS_GROUNDS_H

#include "belief/belief.h"
#include "doc/doc.h"

/* References to what is weighed of each party, and of all. With a single draw,
 * where nothing is weighed, none: numbers then lead nowhere. */
void grounds_refer(doc *to, const belief *b);
/* The number added last rests on what is weighed of a party, or with -1 of
 * all (c may be NULL then). */
void grounds_rest(doc_text *t, const case_model *c, int party);

#endif
