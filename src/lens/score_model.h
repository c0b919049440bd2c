/* SPDX-License-Identifier: Apache-2.0
 * Inside `score`: the pairs of each forecaster. */
#ifndef LENS_SCORE_MODEL_H
#define LENS_SCORE_MODEL_H

#include "lens/score.h"

typedef struct score_model {
    const char *name;
    size_t count;
    double *chance; /* predicted: a chance, or a number */
    bool *came;
    double *result, *low, *high; /* of numbers; NaN: no interval */
} score_model;

struct score_answer {
    bool numbers;
    score_model *models;
    size_t count;
};

#endif
