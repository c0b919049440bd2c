/* SPDX-License-Identifier: Apache-2.0
 * Which proposals have the same plan, whatever they are called. */
#ifndef RECORD_SAME_PLAN_H
#define RECORD_SAME_PLAN_H

#include "case/model.h"

/* For each proposal the first one of the case with the same plan (itself
 * where there is none before it). */
const int *record_same_plan(const case_model *c, arena *mem);

/* The same of two proposals, which may be made up in memory. Scratch in mem. */
bool record_is_same_plan(const case_model *c, const case_proposal *a,
                         const case_proposal *b, arena *mem);

#endif
