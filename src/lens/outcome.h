/* SPDX-License-Identifier: Apache-2.0
 * Outcomes as data and as words. */
#ifndef LENS_OUTCOME_H
#define LENS_OUTCOME_H

#include "case/model.h"
#include "deal/space.h"
#include "doc/doc.h"

/* {issue: option} under `key` (NULL: an item of a list). */
void outcome_put(doc_value *in, const char *key, const case_model *c,
                 const int *outcome);
/* Outcome `index` of a space, the same way; -1 gives null. */
void outcome_put_of(doc_value *in, const char *key, const deal_space *s,
                    int64_t index, arena *scratch);
/* "fighting ended, prisoners release". */
const char *outcome_print(const case_model *c, const int *outcome, arena *mem);
const char *outcome_print_of(const deal_space *s, uint32_t index, arena *mem);

/* {party: number}. */
void outcome_put_parties(doc_value *in, const char *key, const case_model *c,
                         const double *numbers);

#endif
