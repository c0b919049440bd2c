/* SPDX-License-Identifier: Apache-2.0
 * What stands behind the public handles. Each lives in its own arena. */
#ifndef API_API_H
#define API_API_H

#include "base/arena.h"
#include "case/model.h"
#include "doc/doc.h"
#include "lens/lens.h"
#include "parley.h"

/* The largest case file: some hundred thousand statements. */
#define API_MOST_BYTES ((size_t)16 * 1024 * 1024)

struct parley_case {
    arena *mem;
    const case_model *model;
    process_log log;
};

struct parley_result {
    arena *mem;
    doc *doc;
};

/* Runs the body of a public call with mem's guard set. PARLEY_ENOMEM if memory
 * ran out on the way, a problem lost for lack of it included; PARLEY_ECANCEL
 * if the host asked to stop; PARLEY_ELIMIT with an error if work was refused on
 * the way; else what the body returns. */
parley_status api_call(arena *mem, parley_diags *d,
                       parley_status (*body)(void *subject), void *subject);

/* Reads a file: PARLEY_OK, PARLEY_EIO, or PARLEY_ELIMIT for a large one. */
parley_status api_read(source_text **out, const char *path, arena *mem,
                       parley_diags *d);
/* PARLEY_OK; or PARLEY_EINPUT; or PARLEY_ELIMIT if since there were `limits`
 * problems of size in d another one came. */
parley_status api_outcome(bool ok, size_t limits, const parley_diags *d);

/* Loads a case: PARLEY_OK, PARLEY_EINPUT, or PARLEY_ELIMIT where something in
 * it is too large, whatever else is wrong. */
parley_status api_load(const case_model **out, const source_text *text,
                       arena *mem, parley_diags *d);

/* Reads the options that every lens takes, checks the lens's own, and applies
 * the selection to the case. */
typedef struct api_question {
    const case_model *model;
    process_log log;
    const lens *asked;
    const parley_option *options;
    size_t option_count;
} api_question;
parley_status api_request(lens_request *out, const api_question *asked,
                          arena *mem, parley_diags *d);

/* What every JSON root begins with; without a case, or with a seed of -1, the
 * key is null. */
void api_head(doc *to, const char *name, const case_model *c, int64_t seed);

#endif
