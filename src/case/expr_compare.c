/* SPDX-License-Identifier: Apache-2.0
 *
 * One comparison of an issue with its options, as the set of those for which
 * it holds.
 *
 * `<` compares the order of a scale's options; on a numeric issue their
 * numbers, so that a bound between two options has a meaning. A name that is
 * not known does not end the reading: all of them are reported.
 */
#include <math.h>

#include "base/number.h"
#include "base/text.h"
#include "case/expr_int.h"
#include "case/model.h"

/* --- Names --- */

static int find_name(const char *name, const char *const *names, int count) {
    for (int i = 0; i < count; i++)
        if (text_same(names[i], name)) return i;
    return -1;
}

static const char *const *issue_names(const expr_parsing *p) {
    const char **names =
        ARENA_ARRAY(p->scratch, const char *, (size_t)p->c->issue_count);
    for (int i = 0; i < p->c->issue_count; i++)
        names[i] = p->c->issues[i].id;
    return names;
}

/* An option's name where an issue's should stand is a likely slip. */
static void hint_issue(const expr_parsing *p, const char *name) {
    const char *near =
        text_nearest(name, issue_names(p), (size_t)p->c->issue_count);
    if (near) {
        diag_hint(p->d, "did you mean \"%s\"?", near);
        return;
    }
    for (int i = 0; i < p->c->issue_count; i++) {
        const case_issue *issue = &p->c->issues[i];
        if (find_name(name, issue->options, issue->option_count) < 0) continue;
        diag_hint(p->d, "\"%s\" is an option of \"%s\"", name, issue->id);
        return;
    }
}

static const case_issue *find_issue(expr_parsing *p, const expr_token *t) {
    for (int i = 0; i < p->c->issue_count; i++)
        if (text_same(p->c->issues[i].id, t->name)) return &p->c->issues[i];
    diag_error(p->d, expr_token_span(p, t), "case/unknown-issue",
               "no issue \"%s\"", t->name);
    hint_issue(p, t->name);
    p->wrong = true;
    return NULL;
}

static bool near_number(double a, double b) {
    return fabs(a - b) <= 1e-9 * fmax(1, fabs(b));
}

/* An option by its name; on a numeric issue by its number as well. */
static int find_option(const case_issue *i, const char *name) {
    int option = find_name(name, i->options, i->option_count);
    double value;
    if (option >= 0 || !i->numeric || !number_double(name, &value))
        return option;
    for (int o = 0; o < i->option_count; o++)
        if (near_number(i->values[o], value)) return o;
    return -1;
}

static void refuse_option(expr_parsing *p, const case_issue *i,
                          const expr_token *t) {
    diag_error(p->d, expr_token_span(p, t), "case/unknown-option",
               "issue \"%s\" has no option \"%s\"", i->id, t->name);
    const char *near =
        text_nearest(t->name, i->options, (size_t)i->option_count);
    if (near) diag_hint(p->d, "did you mean \"%s\"?", near);
    p->wrong = true;
}

/* --- Comparisons --- */

typedef struct comparing {
    const case_issue *issue; /* NULL: not known, the rest is still read */
    expr *e;
    uint64_t *has;
} comparing;

static void put_option(comparing *q, int option) {
    q->has[option / 64] |= UINT64_C(1) << (option % 64);
}

static bool is_ordered(expr_sign sign, double order) {
    switch (sign) {
    case SIGN_LESS:
        return order < 0;
    case SIGN_AT_MOST:
        return order <= 0;
    case SIGN_MORE:
        return order > 0;
    case SIGN_AT_LEAST:
        return order >= 0;
    case SIGN_EQUAL:
        return order == 0;
    default:
        return order != 0;
    }
}

/* Against a number that need not be an option; false if it is none. */
static bool compare_numbers(comparing *q, expr_sign sign, const char *name) {
    double value;
    if (!q->issue->numeric || !number_double(name, &value)) return false;
    for (int o = 0; o < q->issue->option_count; o++) {
        double number = q->issue->values[o];
        double order = near_number(number, value) ? 0 : number - value;
        if (is_ordered(sign, order)) put_option(q, o);
    }
    return true;
}

static bool compares_order(expr_sign sign) {
    return sign != SIGN_EQUAL && sign != SIGN_UNEQUAL;
}

static void compare(expr_parsing *p, comparing *q, const expr_token *sign,
                    const expr_token *name) {
    const case_issue *i = q->issue;
    if (!i) return;
    if (compares_order(sign->sign) && !i->scale) {
        diag_error(p->d, expr_token_span(p, sign), "expr/scale",
                   "the options of \"%s\" have no order", i->id);
        diag_hint(p->d, "if they lie on a line, give the issue scale: true");
        p->wrong = true;
        return;
    }
    int option = find_option(i, name->name);
    if (option < 0) {
        bool bound = compares_order(sign->sign) &&
                     compare_numbers(q, sign->sign, name->name);
        if (!bound) refuse_option(p, i, name);
        return;
    }
    for (int o = 0; o < i->option_count; o++)
        if (is_ordered(sign->sign, o - option)) put_option(q, o);
}

static bool parse_set(expr_parsing *p, comparing *q) {
    if (!expr_expect(p, SIGN_SET, "{")) return false;
    for (;;) {
        if (!p->now.name) return expr_fail(p, "an option") != NULL;
        expr_token name = expr_take(p);
        int option = q->issue ? find_option(q->issue, name.name) : -1;
        if (option >= 0)
            put_option(q, option);
        else if (q->issue)
            refuse_option(p, q->issue, &name);
        if (p->now.sign != SIGN_COMMA)
            return expr_expect(p, SIGN_TES, "a comma or }");
        expr_take(p);
    }
}

static const expr *fail_comparison(expr_parsing *p) {
    expr_sign sign = p->now.sign;
    expr_fail(p, "a comparison (=, !=, in, <, <=, >, >=)");
    if (sign == SIGN_NOT)
        diag_hint(p->d, "write: not ISSUE in {OPTION, ...}");
    else if (sign == SIGN_END || sign == SIGN_AND || sign == SIGN_OR)
        diag_hint(p->d, "several options of one issue: ISSUE in {OPTION, ...}");
    return NULL;
}

static comparing start_comparison(expr_parsing *p, const expr_token *name) {
    comparing q = {find_issue(p, name), ARENA_NEW(p->mem, expr), NULL};
    q.e->kind = EXPR_IN;
    q.e->issue = q.issue ? (int)(q.issue - p->c->issues) : 0;
    q.e->option_count = p->c->issues[q.e->issue].option_count;
    q.has = ARENA_ARRAY(p->mem, uint64_t, expr_words(q.e->option_count));
    q.e->has = q.has;
    return q;
}

const expr *expr_comparison(expr_parsing *p) {
    if (!p->now.name) return expr_fail(p, "an issue, not or (");
    expr_token name = expr_take(p);
    expr_token sign = p->now;
    bool set = sign.sign == SIGN_IN;
    bool pair = sign.sign >= SIGN_EQUAL && sign.sign <= SIGN_AT_LEAST;
    if (!set && !pair) return fail_comparison(p);
    expr_take(p);
    comparing q = start_comparison(p, &name);
    if (set) {
        if (!parse_set(p, &q)) return NULL;
    } else {
        if (!p->now.name) return expr_fail(p, "an option");
        expr_token option = expr_take(p);
        compare(p, &q, &sign, &option);
    }
    q.e->at = expr_span(p, name.begin, p->last_end);
    return q.e;
}
