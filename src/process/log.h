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

/* What comes from the log has it as its source where it names no other. */
#define PROCESS_SOURCE "log of talks"
#define PROCESS_SOURCE_FACTS                                                   \
    "{\"title\": \"the log of the talks\", \"grade\": \"A\"}"

/* Reads lines as they come (blank ones are passed over), each with a diag if it
 * is wrong. Nothing is said of whether events fit: process_check. */
typedef struct process_reader {
    process_event *events;
    int count, room;
    bool wrong; /* a line was */
    event_reader by;
} process_reader;

/* `room` lines are expected; there may be more. */
process_reader *process_reader_new(const case_model *c, int room, arena *mem,
                                   parley_diags *d);
void process_read_line(process_reader *r, const char *line, size_t size);
/* JSON Lines. */
void process_read_lines(process_reader *r, const char *bytes, size_t size);
/* False if a line was wrong. */
bool process_read_end(process_log *out, const process_reader *r);

/* All of it: a whole log as JSON Lines. */
bool process_read(process_log *out, const char *bytes, size_t size,
                  const case_model *c, arena *mem, parley_diags *d);
/* Folds the whole log and reports the first event that can't come where it
 * stands. `routes` as in process_state. */
bool process_check(const process_log *log, const case_model *c,
                   const char *(*routes)(const case_model *c, int from, int to,
                                         arena *mem),
                   arena *mem, parley_diags *d);

#endif
