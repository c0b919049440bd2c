/* SPDX-License-Identifier: Apache-2.0
 * How good predicted chances were, once it is known what came true. */
#ifndef BASE_SCORE_H
#define BASE_SCORE_H

#include <stdbool.h>

#include "base/arena.h"

typedef struct score_pairs {
    const double *chance; /* predicted */
    const bool *came;     /* true: it happened */
    size_t count;         /* at least 1 */
} score_pairs;

typedef struct score_summary {
    size_t count;
    double base; /* share that came true */
    double brier, brier_base;
    double gain, gain_error; /* brier_base - brier, standard error */
    double log, log_base;    /* mean -ln of what came; may be infinite */
    double auc;              /* NaN if all or none came true */
} score_summary;

score_summary score_of(score_pairs pairs, arena *scratch);

typedef struct score_bin {
    double low, high; /* of chances: [low, high), the last with 1 */
    size_t count;
    double predicted, came; /* means */
    double came_low, came_high;
} score_bin;

enum { SCORE_BINS = 10 };
/* Equal widths; bins without a prediction have count 0. */
void score_calibrate(score_pairs pairs, score_bin out[SCORE_BINS]);

/* 90 % interval of a share seen in n > 0 cases (Wilson 1927). */
void score_interval(double share, double n, double *low, double *high);

#endif
