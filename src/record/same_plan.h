/* SPDX-License-Identifier: Apache-2.0
 * Which proposals have the same plan, whatever they are called. */
#ifndef RECORD_SAME_PLAN_H
#define RECORD_SAME_PLAN_H

#include "case/model.h"

/* For each proposal the first one of the case with the same plan (itself
 * where there is none before it). */
const int *record_same_plan(const case_model *c, arena *mem);

#endif
