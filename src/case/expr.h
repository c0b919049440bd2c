/* SPDX-License-Identifier: Apache-2.0
 * Conditions on an outcome: `fighting = active -> blockade = keep`. Every
 * comparison is compiled to "this issue has one of these options". */
#ifndef CASE_EXPR_H
#define CASE_EXPR_H

#include "base/diag.h"

/* An outcome is an array of option numbers, one an issue, from 0. */

typedef enum expr_kind {
    EXPR_IN, /* issue has one of the options */
    EXPR_NOT,
    EXPR_AND,
    EXPR_OR,
    EXPR_IMPLIES,
    EXPR_IFF,
} expr_kind;

typedef struct expr {
    expr_kind kind;
    span at;
    int issue;                       /* EXPR_IN */
    int option_count;                /* of the issue */
    const uint64_t *has;             /* EXPR_IN: one bit an option */
    const struct expr *left, *right; /* EXPR_NOT has left only */
} expr;

bool expr_holds(const expr *e, const int *outcome);
bool expr_has(const expr *in, int option); /* of an EXPR_IN */
/* Marks the issues e speaks of: seen has one entry an issue. */
void expr_issues(const expr *e, bool *seen);
/* The expression as people write it. */
struct case_model;
char *expr_print(const expr *e, const struct case_model *c, arena *mem);

/* Parses text that stands at `at` (its first byte is the text's first byte,
 * unless it was escaped) against the issues of c. NULL with a located diag if
 * it is wrong; names that are not known get a hint. */
const expr *expr_parse(const char *text, span at, const struct case_model *c,
                       arena *mem, parley_diags *d);

#endif
