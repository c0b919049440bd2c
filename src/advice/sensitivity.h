/* SPDX-License-Identifier: Apache-2.0
 * What a headline depends on most: the share of draws in which all accept a
 * proposal, and its lead over another one. */
#ifndef ADVICE_SENSITIVITY_H
#define ADVICE_SENSITIVITY_H

#include "belief/belief.h"

/* The share of all accepting `first`, and the same of `second` (-1: there is
 * no other); the lead is the difference on common draws. */
typedef struct advice_headline {
    int first, second; /* proposals of the case */
} advice_headline;

typedef enum advice_cause {
    ADVICE_PARAMETER, /* a range of the model, its upper against lower third */
    ADVICE_STATEMENT, /* an entry of the record left out */
    ADVICE_STRUCTURE, /* a choice of whoever encoded the case, made otherwise */
    ADVICE_CAUSES,
} advice_cause;

typedef struct advice_shift {
    advice_cause cause;
    const char *label;  /* "talks-close", "s2", "if the talks of x fail: ..." */
    int entry;          /* ADVICE_STATEMENT: in the record, else -1 */
    case_origin origin; /* of what was changed */
    /* What the two shares become; of a parameter in the upper third. */
    double first, second;
    /* The change of the lead (of the share without a second), with its Monte
     * Carlo error; of a parameter from the lower to the upper third. */
    double change, error;
    bool flips; /* the lead changes its sign by more than two errors */
} advice_shift;

typedef struct advice_sensitivity {
    double first, second, lead, error;         /* as things are */
    const advice_shift *shifts[ADVICE_CAUSES]; /* largest change first */
    int counts[ADVICE_CAUSES];
} advice_sensitivity;

/* Samples again for each structural choice, and for statements that can't be
 * left out by weighting: the work is fixed by the case, never by the clock.
 * The belief must have been sampled on a case in which all proposals can be
 * valued. */
parley_status advice_sensitise(const advice_sensitivity **out, const belief *b,
                               advice_headline h, arena *mem, parley_diags *d);

#endif
