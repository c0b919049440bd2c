/* SPDX-License-Identifier: Apache-2.0
 * What the walk of load_check.c and the checks of single values share. */
#ifndef CASE_LOAD_CHECK_H
#define CASE_LOAD_CHECK_H

#include "case/load_int.h"

/* Where in the tree a value stands. */
typedef struct load_place {
    int issue; /* whose options are meant, or -1 */
    bool bloc; /* `count: several`: `by` may be a bloc */
} load_place;

/* False, with a diag, if it is of another kind. */
bool load_check_kind(loader *l, const node *n, const field_type *type,
                     node_kind kind);
/* One of the words that may stand there; words may be NULL. */
bool load_is_word(const node *n, const char *const *words);
void load_hint_among(loader *l, const char *word, const char *const *words);
void load_check_scalar(loader *l, const node *n, const field_type *type,
                       load_place p);

#endif
