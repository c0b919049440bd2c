/* SPDX-License-Identifier: Apache-2.0
 * What sampled numbers rest on: the statements that weigh the draws. */
#ifndef LENS_GROUNDS_H
#define LENS_GROUNDS_H

#include "belief/belief.h"
#include "doc/doc.h"

/* Numbers from here on rest on all that is weighed; with a single draw, where
 * nothing is, on nothing. */
void grounds_begin(doc *to, const belief *b);

/* The number added last rests on less than that: on what is weighed of one
 * party, without the analyst's assumptions, or on no statement at all. Where
 * its text rests on nothing it does nothing. */
enum { GROUNDS_SOURCED = -1, GROUNDS_BARE = -2 };
void grounds_rest(doc_text *t, const case_model *c, int party);

/* A reference for each of these that a number of the doc rests on. */
void grounds_refer(doc *to, const case_model *c);

#endif
