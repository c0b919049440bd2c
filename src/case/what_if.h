/* SPDX-License-Identifier: Apache-2.0
 * A case in which something is otherwise than its file says, for one look. */
#ifndef CASE_WHAT_IF_H
#define CASE_WHAT_IF_H

#include "case/model.h"

/* Each change is PATH=VALUE: the keys from the root on, with / between them,
 * items of a list by their number from 1 or by their id ("~1" is a / in a key,
 * "~0" a ~, as in RFC 6901), and YAML; without a VALUE what stands there goes.
 * The changed case is checked as any other. False with diags, which point into
 * the change or the file. */
bool case_what_if(const case_model **out, const case_model *c,
                  text_list changes, arena *mem, parley_diags *d);

#endif
