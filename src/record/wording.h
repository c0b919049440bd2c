/* SPDX-License-Identifier: Apache-2.0
 * Wordings that have led to quarrels before. */
#ifndef RECORD_WORDING_H
#define RECORD_WORDING_H

#include "case/model.h"

/* One pattern, with the precedent that it rests on. wording_data.c says how
 * `words` is written. */
typedef struct wording_pattern {
    const char *id;
    const char *clause; /* only in this clause; NULL: in any */
    const char *words;
    const char *unless;  /* words of the same sentence that settle it */
    const char *without; /* only while this clause is not agreed; or NULL */
    bool of_truces;      /* only in a dispute of arms */
    const char *note;
    const char *precedent;
    const char *source;
} wording_pattern;

extern const wording_pattern wording_patterns[];
extern const int wording_pattern_count;

typedef struct wording_note {
    const wording_pattern *pattern;
    const char *where; /* the clause's key, or "duration" of the plan */
    int reader;        /* whose reading it is, or -1 */
    const char *words; /* as they stand in the text */
    const case_origin *origin;
} wording_note;

typedef struct wording_notes {
    const wording_note *items;
    int count;
} wording_notes;

wording_notes wording_find(const case_model *c, const case_proposal *p,
                           arena *mem);

#endif
