/* SPDX-License-Identifier: Apache-2.0
 * Fitting the logit to truces whose ending is known. */
#ifndef DURABILITY_FIT_H
#define DURABILITY_FIT_H

#include "base/csv.h"
#include "durability/logit.h"

typedef struct durability_case { /* one truce of a table */
    double values[DURABILITY_FACTS];
    bool failed;
    int64_t day; /* seconds of its date */
} durability_case;

typedef struct durability_cases {
    durability_case *items; /* by date */
    int count;
    bool has[DURABILITY_FACTS]; /* facts the table speaks of */
    int unknown;                /* rows without an ending, left out */
} durability_cases;

/* Columns failed, date, conflict and fixed, others by their labels. False with
 * diags. */
bool durability_cases_read(durability_cases *out, const source_text *text,
                           arena *mem, parley_diags *d);

/* Which truces a fit is made of. */
typedef enum durability_class {
    DURABILITY_POOLED,
    DURABILITY_FIXED_ONLY,
    DURABILITY_OPEN_ONLY,
} durability_class;

/* Fits to the cases before `end` of the class. False if they are too few: both
 * endings must be there five times for each coefficient. */
bool durability_fit(durability_logit *out, const durability_cases *k,
                    durability_class of, int end);
bool durability_in_class(const durability_case *c, durability_class of);

#endif
