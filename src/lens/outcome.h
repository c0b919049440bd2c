/* SPDX-License-Identifier: Apache-2.0
 * Outcomes as data and as words. */
#ifndef LENS_OUTCOME_H
#define LENS_OUTCOME_H

#include "case/model.h"
#include "doc/doc.h"

/* {issue: option} under `key` (NULL: an item of a list). */
void outcome_put(doc_value *in, const char *key, const case_model *c,
                 const int *outcome);
/* "fighting ended, prisoners release". */
const char *outcome_print(const case_model *c, const int *outcome, arena *mem);

/* {party: number}. */
void outcome_put_parties(doc_value *in, const char *key, const case_model *c,
                         const double *numbers);

#endif
