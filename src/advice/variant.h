/* SPDX-License-Identifier: Apache-2.0
 * Inside src/advice: the case as it would be had one choice been made
 * otherwise by whoever encoded it. */
#ifndef ADVICE_VARIANT_H
#define ADVICE_VARIANT_H

#include "case/model.h"

typedef struct variant {
    const case_model *c;
    const char *label;  /* "the talks of x end in a return to before" */
    case_origin origin; /* of what was chosen */
} variant;

/* The choices that a headline on these proposals may hang on: what happens if
 * their talks fail, what is on their agenda, deadlines left to the default,
 * demands read as requirements, each rule dropped. */
typedef struct variant_list {
    const variant *items;
    int count;
} variant_list;
variant_list variant_all(const case_model *c, int_list proposals, arena *mem);

#endif
