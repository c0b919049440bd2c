/* SPDX-License-Identifier: Apache-2.0
 * The parts of a proposal beside its phases, shared with levers. */
#ifndef CASE_READ_TERMS_H
#define CASE_READ_TERMS_H

#include "case/load_int.h"

void read_guarantees(loader *l, const node *n, case_proposal *p);
void read_clauses(loader *l, const node *n, case_proposal *p);
void read_truce(loader *l, const node *n, case_proposal *p);
case_guarantee read_guarantee(loader *l, const node *n);

#endif
