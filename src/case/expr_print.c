/* SPDX-License-Identifier: Apache-2.0
 *
 * An expression as people write it.
 *
 * A set of options is shown in the form that says most in fewest words: `=`
 * one, `!=` one, `<=` or `>=` on a scale, else `in {...}`. What is printed
 * reads back to the same truth table, not always to the same tree: `and`
 * groups as it likes, and no options at all is `not x in {all of them}`.
 */

#include "base/growing_text.h"
#include "case/expr_int.h"
#include "case/model.h"

/* As they bind, loosest first. */
enum { BINDS_IFF, BINDS_IMPLIES, BINDS_OR, BINDS_AND, BINDS_NOT, BINDS_MOST };

typedef struct printing {
    const case_model *c;
    growing_text to;
} printing;

static void add(printing *p, const char *text) {
    growing_text_add(&p->to, text);
}

static void add_name(printing *p, const char *name) {
    if (expr_is_bare(name)) {
        add(p, name);
        return;
    }
    add(p, "'");
    for (; *name; name++) {
        const char one[] = {*name, '\0'};
        add(p, *name == '\'' ? "''" : one);
    }
    add(p, "'");
}

/* --- Sets of options --- */

typedef struct set_shape {
    int count, first, last; /* of the options in it */
    int first_out;          /* the first option not in it, or -1 */
} set_shape;

static set_shape measure(const expr *in) {
    set_shape s = {0, -1, -1, -1};
    for (int i = 0; i < in->option_count; i++) {
        if (!expr_has(in, i)) {
            if (s.first_out < 0) s.first_out = i;
            continue;
        }
        if (s.first < 0) s.first = i;
        s.last = i;
        s.count++;
    }
    return s;
}

static void add_comparison(printing *p, const case_issue *i, const char *sign,
                           int option) {
    add_name(p, i->id);
    add(p, sign);
    add_name(p, i->options[option]);
}

/* All options when `in` is NULL. */
static void add_set(printing *p, const case_issue *i, const expr *in) {
    add_name(p, i->id);
    const char *before = " in {";
    for (int o = 0; o < i->option_count; o++) {
        if (in && !expr_has(in, o)) continue;
        add(p, before);
        add_name(p, i->options[o]);
        before = ", ";
    }
    add(p, "}");
}

static void add_in(printing *p, const expr *in) {
    const case_issue *i = &p->c->issues[in->issue];
    set_shape s = measure(in);
    bool run = s.count > 0 && s.last - s.first + 1 == s.count && i->scale;
    if (s.count == 0) {
        add(p, "not ");
        add_set(p, i, NULL);
    } else if (s.count == 1) {
        add_comparison(p, i, " = ", s.first);
    } else if (s.count == in->option_count - 1 && !(run && s.count > 1)) {
        add_comparison(p, i, " != ", s.first_out);
    } else if (run && s.first == 0 && s.count < in->option_count) {
        add_comparison(p, i, " <= ", s.last);
    } else if (run && s.last == in->option_count - 1 && s.first > 0) {
        add_comparison(p, i, " >= ", s.first);
    } else {
        add_set(p, i, in);
    }
}

/* --- Trees --- */

static int strength(const expr *e) {
    switch (e->kind) {
    case EXPR_IFF:
        return BINDS_IFF;
    case EXPR_IMPLIES:
        return BINDS_IMPLIES;
    case EXPR_OR:
        return BINDS_OR;
    case EXPR_AND:
        return BINDS_AND;
    case EXPR_NOT:
        return BINDS_NOT;
    default:
        return BINDS_MOST;
    }
}

static const char *sign_of(const expr *e) {
    switch (e->kind) {
    case EXPR_IFF:
        return " <-> ";
    case EXPR_IMPLIES:
        return " -> ";
    case EXPR_OR:
        return " or ";
    default:
        return " and ";
    }
}

/* In parentheses if e binds less than `least`. */
static void add_tree(printing *p, const expr *e, int least) {
    int binds = strength(e);
    if (binds < least) add(p, "(");
    if (e->kind == EXPR_IN) {
        add_in(p, e);
    } else if (e->kind == EXPR_NOT) {
        add(p, "not ");
        add_tree(p, e->left, BINDS_NOT);
    } else {
        /* a -> (b -> c) needs none, (a -> b) -> c does */
        add_tree(p, e->left, binds + (e->kind == EXPR_IMPLIES));
        add(p, sign_of(e));
        add_tree(p, e->right, binds);
    }
    if (binds < least) add(p, ")");
}

char *expr_print(const expr *e, const struct case_model *c, arena *mem) {
    printing p = {.c = c, .to = {.mem = mem}};
    add(&p, "");
    add_tree(&p, e, BINDS_IFF);
    return p.to.bytes;
}
