/* SPDX-License-Identifier: Apache-2.0
 * What the lens durability found, shared by its files and the brief. */
#ifndef LENS_DURABILITY_LENS_H
#define LENS_DURABILITY_LENS_H

#include "durability/hold.h"
#include "lens/lens.h"

typedef struct durability_point {
    double days;
    durability_estimate survival;
} durability_point;

typedef struct durability_rate {
    const char *group; /* "kind" */
    const durability_figure *figure;
    durability_estimate failed;
} durability_rate;

typedef struct durability_answer {
    const case_proposal *p;
    bool applies; /* the case says what kind of truce it is; else nothing of
                     what follows is set */
    const durability_figures *figures;
    durability_truce truce;
    bool fixed;
    durability_logit model;
    durability_estimate hold; /* NaN: its term is beyond ten years */
    const durability_point *points;
    int point_count;
    const durability_rate *rates;
    int rate_count;
} durability_answer;

const durability_answer *durability_find_answer(const durability_figures *f,
                                                const case_model *c,
                                                int proposal, arena *mem);

/* The model's AUC on truces of this class that it had not seen, or another
 * figure of "quality". NULL: the table has none. */
const durability_figure *durability_quality(const durability_answer *a,
                                            const char *name);

void durability_put(doc *to, const durability_answer *a);
/* Numbers from here on rest on the past truces that they count; a reference
 * says which, and where the case has the proposal. */
void durability_ground(doc *to, const case_model *c,
                       const durability_answer *a);
void durability_show(doc *to, const case_model *c, const durability_answer *a);

#endif
