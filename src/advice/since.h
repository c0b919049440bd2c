/* SPDX-License-Identifier: Apache-2.0
 * What entries of the record did to each proposal, one after the other. */
#ifndef ADVICE_SINCE_H
#define ADVICE_SINCE_H

#include "belief/belief.h"

/* One entry, or several of which nothing apart is known. */
typedef struct advice_step {
    int_list entries;     /* of the record */
    const double *change; /* [proposal] of the share in which all accept */
    const double *error;  /* its Monte Carlo error */
    bool common;          /* before and after are the same draws */
} advice_step;

typedef struct advice_since {
    const double *then, *now; /* [proposal]: then + the changes is now */
    const advice_step *steps; /* the earliest first */
    int step_count;
} advice_since;

/* `entries`, the earliest first, are taken in one by one; the record without
 * any of them is what was known then. Of more than fit the earliest make one
 * step. All NULL where plans can't be valued (b->gain). */
enum { ADVICE_STEPS_MOST = 16 };
parley_status advice_move(const advice_since **out, const belief *b,
                          int_list entries, arena *mem, parley_diags *d);

#endif
