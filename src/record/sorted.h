/* SPDX-License-Identifier: Apache-2.0
 * Copies in a fixed order, so that like compares with like however it was
 * written down. */
#ifndef RECORD_SORTED_H
#define RECORD_SORTED_H

#include "case/model.h"

int_list sorted_numbers(int_list list, arena *mem);
/* By issue, and the options of each by number. */
case_terms sorted_terms(case_terms terms, arena *mem);

#endif
