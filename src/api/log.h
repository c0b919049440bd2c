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

/* A case that has the log's drafts (process_join) with what the log adds to its
 * record. False with diags. */
bool api_log_join(const case_model **out, const process_log *log,
                  const case_model *c, arena *mem, parley_diags *d);

#endif
