/* SPDX-License-Identifier: Apache-2.0
 * The log of the talks beside a case. */
#ifndef API_LOG_H
#define API_LOG_H

#include "api/api.h"

/* CASE.log, in mem. */
const char *api_log_path(const char *path, arena *mem);
/* The log beside the case, or none; PARLEY_EIO, PARLEY_EINPUT with diags. */
parley_status api_log_read(process_log *out, const char *path,
                           const case_model *c, arena *mem, parley_diags *d);

/* What the log adds to the case: a text for case_load_more. */
const source_text *api_log_record(const process_log *log, const case_model *c,
                                  arena *mem);

#endif
