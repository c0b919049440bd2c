/* SPDX-License-Identifier: Apache-2.0
 *
 * Does a condition hold of an outcome, and which issues does it speak of?
 *
 * Every comparison is a set of options of one issue, so one test of a bit
 * answers it, whatever was written: `=`, `!=`, `in`, `<`.
 */
#include "case/expr.h"

bool expr_has(const expr *in, int option) {
    return in->has[option / 64] >> (option % 64) & 1;
}

bool expr_holds(const expr *e, const int *outcome) {
    switch (e->kind) {
    case EXPR_IN:
        return expr_has(e, outcome[e->issue]);
    case EXPR_NOT:
        return !expr_holds(e->left, outcome);
    case EXPR_AND:
        return expr_holds(e->left, outcome) && expr_holds(e->right, outcome);
    case EXPR_OR:
        return expr_holds(e->left, outcome) || expr_holds(e->right, outcome);
    case EXPR_IMPLIES:
        return !expr_holds(e->left, outcome) || expr_holds(e->right, outcome);
    default:
        return expr_holds(e->left, outcome) == expr_holds(e->right, outcome);
    }
}

void expr_issues(const expr *e, bool *seen) {
    if (e->kind == EXPR_IN) {
        seen[e->issue] = true;
        return;
    }
    expr_issues(e->left, seen);
    if (e->kind != EXPR_NOT) expr_issues(e->right, seen);
}
