/* SPDX-License-Identifier: Apache-2.0
 * What is known of a truce, as the logit and the base rates ask for it. */
#ifndef DURABILITY_FACTS_H
#define DURABILITY_FACTS_H

#include "case/model.h"

typedef enum durability_fact_name {
    DURABILITY_FIXED,
    DURABILITY_WRITTEN,
    DURABILITY_DDR,
    DURABILITY_PEACE_PROCESS,
    DURABILITY_MEDIATED,
    DURABILITY_BILATERAL,
    DURABILITY_PRIOR,
    DURABILITY_FACTS,
} durability_fact_name;

typedef enum durability_basis {
    DURABILITY_GIVEN,     /* the case says so */
    DURABILITY_FROM_PLAN, /* it follows from the proposal */
    DURABILITY_DEFAULT,   /* nothing is said; what is usual is taken */
    DURABILITY_UNKNOWN,   /* the interval covers it and its opposite */
} durability_basis;

typedef struct durability_fact {
    double value; /* 0 or 1; of `prior` a share */
    durability_basis basis;
} durability_fact;

typedef struct durability_truce {
    case_truce_kind kind;
    durability_fact facts[DURABILITY_FACTS];
    int known;       /* earlier truces of the conflict behind `prior` */
    double days;     /* its fixed term; infinite: open-ended; NaN: not known */
    double deadline; /* of its talks, in days from the start; NaN: none */
} durability_truce;

/* "fixed", "written" ... as in data/durability.csv. */
const char *durability_fact_label(durability_fact_name name);
const char *durability_kind_name(case_truce_kind kind);
/* Of a proposal whose `truce` is given. */
durability_truce durability_truce_of(const case_model *c,
                                     const case_proposal *p);
/* (failed + 0.4) / (known + 2). */
double durability_prior(int failed, int known);

#endif
