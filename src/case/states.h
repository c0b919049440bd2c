/* SPDX-License-Identifier: Apache-2.0
 * The states of a case as the loader needs them: feasible outcomes numbered
 * from 1 in issue order, the first issue slowest; or the graph's states. */
#ifndef CASE_STATES_H
#define CASE_STATES_H

#include "case/load_int.h"

typedef struct case_states case_states;

/* NULL, with a diag at `at`, if there are too many to go through; NULL without
 * one if the issues are malformed. Computed once and kept. */
const case_states *states_of(loader *l, span at);
int states_count(const case_states *s);
int states_id(const case_states *s, const int *outcome); /* 0: infeasible */
const char *states_print(const case_states *s, int id, arena *mem);
bool states_allowed(const case_model *c, const int *outcome);

#endif
