/* SPDX-License-Identifier: Apache-2.0
 * Statements that can't both be meant, as far as that can be seen without a
 * model. */
#ifndef RECORD_CONTRADICT_H
#define RECORD_CONTRADICT_H

#include "record/evidence.h"

typedef struct record_clash {
    int party;
    int a, b; /* entries, a first in the file */
    const char *why;
} record_clash;

typedef struct record_clashes {
    const record_clash *items;
    int count;
    bool partial; /* too many claims: only the first were compared */
} record_clashes;

record_clashes record_find_clashes(const case_model *c,
                                   const record_evidence *e, arena *mem);

#endif
