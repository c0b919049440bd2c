/* SPDX-License-Identifier: Apache-2.0
 * What the files of the state share. */
#ifndef PROCESS_STATE_INT_H
#define PROCESS_STATE_INT_H

#include "process/state.h"

/* Phase k begins at `at`. */
void clock_enter(const process_state *s, int version, process_version *v, int k,
                 int64_t at);
/* The event asks for what the clock waits for in this version: it starts the
 * next phase. */
bool clock_awaits(const process_state *s, int version, const process_version *v,
                  const process_event *e);
/* The source of the case that an event cites ("r1 par. 9"), or NULL. */
const case_source *state_source(const case_model *c, const process_event *e);
/* An actor may see the event, as far as its own eyes and its source go. */
bool view_is_open(const case_model *c, const process_event *e, int viewer);
void stage_set(process_version *v, process_stage stage, int64_t at, int cause);

#endif
