/* SPDX-License-Identifier: Apache-2.0
 * Refitting durability on a table of truces. No row of the table of lenses: it
 * asks nothing of a case. */
#ifndef LENS_CALIBRATE_H
#define LENS_CALIBRATE_H

#include "base/csv.h"
#include "base/time.h"
#include "doc/doc.h"

typedef struct calibrate_answer calibrate_answer;

/* NULL with diags where the table has errors or too little in it. split: the
 * first day of the hold-out; if not given, the last three tenths of the rows.
 */
const calibrate_answer *calibrate_run(const source_text *table, moment split,
                                      arena *mem, parley_diags *d);
void calibrate_describe(doc *to, const calibrate_answer *a);

#endif
