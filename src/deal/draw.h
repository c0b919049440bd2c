/* SPDX-License-Identifier: Apache-2.0
 * One draw: everything that is uncertain, with a value. */
#ifndef DEAL_DRAW_H
#define DEAL_DRAW_H

#include "case/model.h"

typedef struct draw {
    const double *worth;  /* w: [party * cell_count + cell], the true worths;
                             cell = issue.cell + option */
    const double *honour; /* [party * actor_count + actor]: the chance party
                             gives to the other's promises; 1 for itself and
                             for whoever has no drawn honour */
    double model[CASE_PARAMETERS]; /* CASE_HONOUR's place is not used */
} draw;

#endif
