/* SPDX-License-Identifier: Apache-2.0
 * Proposals that the log drafts itself. */
#ifndef PROCESS_DRAFT_H
#define PROCESS_DRAFT_H

#include "process/log.h"

/* The case with the proposals that drafts of the log bring along, behind its
 * own and in the log's order, which is how events count them; c itself where
 * there are none. False with located diags where one is wrong. */
bool process_join(const case_model **out, const case_model *c,
                  const process_log *log, arena *mem, parley_diags *d);

/* Of these proposals, in the joined case, those that a viewer (-1: the desk)
 * doesn't know by an hour (not given: by the end of the log). */
int_list process_unknown(const case_model *c, const process_log *log,
                         int viewer, moment at, arena *mem);

#endif
