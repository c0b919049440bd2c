/* SPDX-License-Identifier: Apache-2.0
 * A log: events in their order, each of which could come where it stands. */
#ifndef PROCESS_LOG_H
#define PROCESS_LOG_H

#include "process/state.h"

typedef struct process_log {
    const process_event *events;
    int count;
} process_log;

enum { PROCESS_EVENTS_MOST = 1000000 };

/* Reads JSON Lines (blank lines are passed over). False with a diag for every
 * line that is wrong. Nothing is said of whether events fit: process_check. */
bool process_read(process_log *out, const char *bytes, size_t size,
                  const case_model *c, arena *mem, parley_diags *d);
/* Folds the whole log and reports the first event that can't come where it
 * stands. `routes` as in process_state. */
bool process_check(const process_log *log, const case_model *c,
                   const char *(*routes)(const case_model *c, int from, int to,
                                         arena *mem),
                   arena *mem, parley_diags *d);

#endif
