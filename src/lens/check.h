/* SPDX-License-Identifier: Apache-2.0
 * `check` is no row of the table: it also speaks of cases that can't be
 * loaded. */
#ifndef LENS_CHECK_H
#define LENS_CHECK_H

#include "case/model.h"
#include "doc/doc.h"

/* c is NULL where loading failed; flags are parley_check_flag bits. */
void check_describe(doc *to, const case_model *c, unsigned flags,
                    const parley_diags *d);
/* `names`: the ids of a case. */
void check_put_names(doc_value *in, const case_model *c);

#endif
