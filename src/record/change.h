/* SPDX-License-Identifier: Apache-2.0
 * What one version of a proposal says otherwise than another. */
#ifndef RECORD_CHANGE_H
#define RECORD_CHANGE_H

#include "case/model.h"

typedef struct record_change {
    const char *what;     /* "phase 1 lasts", "clause monitoring" */
    const char *was, *is; /* NULL: nothing is said of it */
} record_change;

typedef struct record_changes {
    const record_change *items;
    int count;
} record_changes;

/* From one to the other, term by term, in the order of `to`; what it drops
 * comes last. */
record_changes record_changes_find(const case_model *c,
                                   const case_proposal *from,
                                   const case_proposal *to, arena *mem);
/* "phase 1 lasts: 7 days, was 3 days; talks in: Pilots' Hall, new" */
const char *record_changes_print(record_changes changes, arena *mem);
/* As the case numbers it, else one more than what it supersedes, from 1. */
int record_version(const case_model *c, int proposal);

#endif
