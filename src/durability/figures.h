/* SPDX-License-Identifier: Apache-2.0
 * Figures on how long truces held: data/durability.csv, and a table of the
 * user's own that takes their place where it has rows of the same name. */
#ifndef DURABILITY_FIGURES_H
#define DURABILITY_FIGURES_H

#include "base/csv.h"

typedef struct durability_figure {
    const char *part, *name;
    double value, low, high; /* NaN: none */
    int n;                   /* 0: not known */
    const char *origin;
} durability_figure;

typedef struct durability_figures {
    const durability_figure *items; /* the user's first */
    int count, own;                 /* `own` of them are the user's */
} durability_figures;

/* `more` may be NULL. NULL with diags if it has errors. */
const durability_figures *durability_figures_new(const source_text *more,
                                                 arena *mem, parley_diags *d);
/* The first of this part and name, or NULL. */
const durability_figure *durability_find(const durability_figures *f,
                                         const char *part, const char *name);
/* Its value; NaN if there is none. */
double durability_value(const durability_figures *f, const char *part,
                        const char *name);

/* data/durability.csv. */
extern const char durability_data[];

#endif
