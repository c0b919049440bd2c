/* SPDX-License-Identifier: Apache-2.0
 * What a mover controls in a case with issues, as moves of a graph. */
#ifndef STABILITY_FIBRES_H
#define STABILITY_FIBRES_H

#include "stability/space.h"

/* may[issue]: NULL if the mover can't touch the issue; else for each pair of
 * options (from * options + to) whether it can change one to the other. */
typedef struct stability_control {
    const char *name; /* for problems */
    const bool *const *may;
} stability_control;

/* Refused when the mover's options fall into more kinds than a table holds
 * (only where changes are not all allowed both ways). */
parley_status stability_fibres(stability_moves *out, const stability_space *p,
                               const stability_control *control, arena *mem,
                               parley_diags *d);

#endif
