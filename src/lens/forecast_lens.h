/* SPDX-License-Identifier: Apache-2.0
 * What the lens forecast found, shared by its files and the brief. */
#ifndef LENS_FORECAST_LENS_H
#define LENS_FORECAST_LENS_H

#include "forecast/forecast.h"
#include "lens/lens.h"

typedef struct forecast_answer {
    forecast_stakes stakes;            /* none: the case gives no positions */
    const int *issue;                  /* of the case, by issue forecast */
    const int *actor;                  /* of the case, by actor */
    const forecast_exchanges *trading; /* NULL: not looked for */
    const double (*said)[FORECAST_MODELS]; /* by issue; NaN: nothing */
} forecast_answer;

/* Without exchanges the work grows with the positions alone. */
const forecast_answer *forecast_find(const case_model *c, bool exchanges,
                                     arena *mem);
/* The end of a model's 90 % interval below (sign -1) or above (1), within the
 * scale; NaN where none is known. */
double forecast_bound(double said, int model, double sign);

/* Data: the models and the issues; the exchanges. */
void forecast_put(doc_value *data, const case_model *c,
                  const forecast_answer *a);
void forecast_put_exchanges(doc_value *data, const case_model *c,
                            const forecast_answer *a);
/* Numbers from here on rest on the positions. */
void forecast_ground(doc *to, const case_model *c);
void forecast_show(doc *to, const case_model *c, const forecast_answer *a);

#endif
