/* SPDX-License-Identifier: Apache-2.0
 * Predictions against outcomes, both tables. No row of the table of lenses: it
 * asks nothing of a case. */
#ifndef LENS_SCORE_H
#define LENS_SCORE_H

#include "base/csv.h"
#include "doc/doc.h"

typedef struct score_answer score_answer;

/* NULL with diags where a table has errors. */
const score_answer *score_run(const source_text *predictions,
                              const source_text *outcomes, arena *mem,
                              parley_diags *d);
void score_describe(doc *to, const score_answer *a);

/* A table of bins, and the same as data, under the key `calibration`. */
struct score_bin;
void score_put_bins(doc_value *in, const struct score_bin *bins);
void score_show_bins(doc *to, const char *name, const struct score_bin *bins);

#endif
