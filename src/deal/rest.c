/* SPDX-License-Identifier: Apache-2.0
 * Partial evaluation of a condition.
 *
 * Every comparison of a decided issue is true or false, and what that decides
 * is cut away: from "a and b" with a true, b is left. What is left is written
 * as words in postfix order, comparisons by their address, so the text is
 * the same exactly where the same comparisons are left in the same form. Of "x
 * in these options on ten issues" with seven issues inside, the other three
 * are left, whichever options the seven have.
 *
 * Edge cases: two forms of one condition are told apart; the diagram unites
 * them later, when it sees that they lead to the same. */
#include "deal/rest.h"

static rest_truth truth(bool holds) { return holds ? REST_TRUE : REST_FALSE; }

static rest_truth negate(rest_truth of, words *to) {
    if (of != REST_OPEN) return truth(of == REST_FALSE);
    words_add(to, EXPR_NOT);
    return REST_OPEN;
}

/* The text back to where it was: what was added decides nothing. */
static rest_truth drop(words *to, size_t from, bool holds) {
    to->count = from;
    return truth(holds);
}

static rest_truth rest_of_or(const expr *e, const int *options, words *to) {
    const size_t from = to->count;
    rest_truth left = rest_of(e->left, options, to);
    if (e->kind == EXPR_IMPLIES) left = negate(left, to);
    if (left == REST_TRUE) return drop(to, from, true);
    const rest_truth right = rest_of(e->right, options, to);
    if (right == REST_TRUE) return drop(to, from, true);
    if (left == REST_FALSE) return right;
    if (right == REST_FALSE) return left;
    words_add(to, EXPR_OR);
    return REST_OPEN;
}

static rest_truth rest_of_and(const expr *e, const int *options, words *to) {
    const size_t from = to->count;
    const rest_truth left = rest_of(e->left, options, to);
    if (left == REST_FALSE) return drop(to, from, false);
    const rest_truth right = rest_of(e->right, options, to);
    if (right == REST_FALSE) return drop(to, from, false);
    if (left == REST_TRUE) return right;
    if (right == REST_TRUE) return left;
    words_add(to, EXPR_AND);
    return REST_OPEN;
}

static rest_truth rest_of_iff(const expr *e, const int *options, words *to) {
    const rest_truth left = rest_of(e->left, options, to);
    const rest_truth right = rest_of(e->right, options, to);
    if (left == REST_OPEN && right == REST_OPEN) {
        words_add(to, EXPR_IFF);
        return REST_OPEN;
    }
    const rest_truth known = left == REST_OPEN ? right : left;
    const rest_truth other = left == REST_OPEN ? left : right;
    return known == REST_TRUE ? other : negate(other, to);
}

rest_truth rest_of(const expr *e, const int *options, words *to) {
    switch (e->kind) {
    case EXPR_IN:
        if (options[e->issue] >= 0)
            return truth(expr_has(e, options[e->issue]));
        words_add(to, (uintptr_t)e);
        return REST_OPEN;
    case EXPR_NOT:
        return negate(rest_of(e->left, options, to), to);
    case EXPR_AND:
        return rest_of_and(e, options, to);
    case EXPR_IFF:
        return rest_of_iff(e, options, to);
    default:
        return rest_of_or(e, options, to);
    }
}
