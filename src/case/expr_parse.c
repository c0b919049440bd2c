/* SPDX-License-Identifier: Apache-2.0
 *
 * From the text of a condition to sets of options joined by connectives.
 *
 *   expression  implication { "<->" implication }
 *   implication or [ "->" implication | IF or ]
 *   or          and { "or" and }
 *   and         negation { "and" negation }
 *   negation    "not" negation | "(" expression ")" | comparison
 *   comparison  issue ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) option
 *             | issue "in" "{" option { "," option } "}"
 *
 * IFF is "<->". `x IF y` is `y -> x`; a second IF or -> beside it is refused,
 * since readers differ on what it means. Chains of "and", "or" and "<->"
 * become balanced trees, so that a chain of any length is walked on a small
 * stack.
 *
 * Edge cases. Words such as `in` and `or` are names where a name is due. A
 * problem is placed within the expression even if that was written with
 * escapes or over several lines.
 */
#include <string.h>

#include "base/text.h"
#include "case/expr_int.h"
#include "case/model.h"

enum { DEEPEST = 100 };

static const expr *parse_expression(expr_parsing *p);

/* --- Places --- */

static bool may_be_left_out(char c) { return strchr(" \t\r\n\\'\"|>", c); }
static bool is_blank(char c) { return strchr(" \t\r\n", c); }

static bool same_byte(char a, char b) {
    return a == b || (is_blank(a) && is_blank(b));
}

/* The text's bytes in a source that has quotes, escapes and line breaks in
 * between. False if they don't line up. */
static bool line_up(size_t *places, const char *text, size_t size, span at) {
    const char *bytes = at.text->bytes;
    size_t from = at.begin;
    for (size_t i = 0; i < size; i++) {
        while (from < at.end && !same_byte(bytes[from], text[i]) &&
               may_be_left_out(bytes[from]))
            from++;
        bool behind = from == at.end && is_blank(text[i]);
        if (!behind && (from == at.end || !same_byte(bytes[from], text[i])))
            return false;
        places[i] = from;
        from += !behind;
    }
    places[size] = from;
    return true;
}

static void find_places(expr_parsing *p) {
    size_t size = strlen(p->text);
    if (!p->at.text) return;
    size_t *places = ARENA_ARRAY(p->scratch, size_t, size + 1);
    if (line_up(places, p->text, size, p->at)) p->places = places;
}

span expr_span(const expr_parsing *p, size_t begin, size_t end) {
    if (!p->places) return p->at;
    size_t last = end > begin ? p->places[end - 1] + 1 : p->places[begin];
    return (span){p->at.text, p->places[begin], last};
}

span expr_token_span(const expr_parsing *p, const expr_token *t) {
    return expr_span(p, t->begin, t->end);
}

/* --- Tokens --- */

expr_token expr_take(expr_parsing *p) {
    expr_token taken = p->now;
    p->last_end = taken.end;
    p->now = expr_lex(p->text, taken.end, p->scratch);
    return taken;
}

typedef struct advice {
    const char *found, *hint;
} advice;

static const advice spellings[] = {
    {"&", "write: and"},
    {"|", "write: or"},
    {"!", "write: not"},
    {"\"", "names in an expression take single quotes"},
    {"\xe2\x86\x92", "write: ->"},
    {"\xe2\x86\x94", "write: <->"},
    {"\xe2\x89\xa0", "write: !="},
    {"\xe2\x89\xa4", "write: <="},
    {"\xe2\x89\xa5", "write: >="},
    {"\xc2\xac", "write: not"},
    {"\xe2\x88\xa7", "write: and"},
    {"\xe2\x88\xa8", "write: or"},
    {"\xe2\x80\x98", "names in an expression take straight single quotes"},
    {"\xe2\x80\x9c", "names in an expression take straight single quotes"},
};

static void advise(expr_parsing *p) {
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
        if (text_begins(p->text + p->now.begin, spellings[i].found)) {
            diag_hint(p->d, "%s", spellings[i].hint);
            return;
        }
}

const expr *expr_fail(expr_parsing *p, const char *expected) {
    const expr_token *t = &p->now;
    span at = expr_token_span(p, t);
    if (t->sign == SIGN_END)
        diag_error(p->d, at, "expr/syntax",
                   "the expression ends where %s should follow", expected);
    else if (t->sign == SIGN_OPEN_QUOTE)
        diag_error(p->d, at, "expr/syntax", "no ' closes this name");
    else
        diag_error(p->d, at, "expr/syntax", "\"%.*s\" stands where %s should",
                   (int)(t->end - t->begin), p->text + t->begin, expected);
    advise(p);
    return NULL;
}

bool expr_expect(expr_parsing *p, expr_sign sign, const char *expected) {
    if (p->now.sign != sign) return expr_fail(p, expected) != NULL;
    expr_take(p);
    return true;
}

/* --- Connectives --- */

static const expr *join(expr_parsing *p, expr_kind kind, const expr *left,
                        const expr *right) {
    expr *e = ARENA_NEW(p->mem, expr);
    e->kind = kind;
    e->left = left;
    e->right = right;
    e->at = left->at;
    if (right && right->at.begin < e->at.begin) e->at.begin = right->at.begin;
    if (right && right->at.end > e->at.end) e->at.end = right->at.end;
    return e;
}

static bool go_deeper(expr_parsing *p) {
    if (++p->depth <= DEEPEST) return true;
    return diag_error(p->d, expr_token_span(p, &p->now), "expr/depth",
                      "nested deeper than %d", DEEPEST);
}

static const expr *parse_negation(expr_parsing *p) {
    if (p->now.sign != SIGN_NOT && p->now.sign != SIGN_OPEN)
        return expr_comparison(p);
    if (!go_deeper(p)) return NULL;
    expr_token first = expr_take(p);
    const expr *e = NULL;
    if (first.sign == SIGN_NOT) {
        const expr *inner = parse_negation(p);
        if (inner) e = join(p, EXPR_NOT, inner, NULL);
    } else {
        e = parse_expression(p);
        if (e && !expr_expect(p, SIGN_CLOSE, ")")) e = NULL;
    }
    p->depth--;
    return e;
}

typedef struct operand {
    const expr *e;
} operand;

static const expr *balance(expr_parsing *p, expr_kind kind,
                           const operand *items, size_t count) {
    if (count == 1) return items[0].e;
    size_t half = count / 2;
    return join(p, kind, balance(p, kind, items, half),
                balance(p, kind, items + half, count - half));
}

static const expr *parse_chain(expr_parsing *p, expr_kind kind, expr_sign sign,
                               const expr *(*next)(expr_parsing *p)) {
    const expr *first = next(p);
    if (!first || p->now.sign != sign) return first;
    size_t count = 0, room = 0;
    operand *items = NULL;
    for (const expr *e = first; e; e = next(p)) {
        if (count == room) {
            room = 2 * room + 4;
            items = arena_grow(p->scratch, items, count, room, sizeof *items);
        }
        items[count++].e = e;
        if (p->now.sign != sign) return balance(p, kind, items, count);
        expr_take(p);
    }
    return NULL;
}

static const expr *parse_and(expr_parsing *p) {
    return parse_chain(p, EXPR_AND, SIGN_AND, parse_negation);
}

static const expr *parse_or(expr_parsing *p) {
    return parse_chain(p, EXPR_OR, SIGN_OR, parse_and);
}

static const expr *refuse_mixture(expr_parsing *p) {
    diag_error(p->d, expr_token_span(p, &p->now), "expr/ambiguous",
               "IF beside another IF or -> can be read in two ways");
    diag_hint(p->d, "put one of them in parentheses");
    return NULL;
}

/* At an arrow: x -> y -> z is x -> (y -> z). */
static const expr *parse_arrow(expr_parsing *p, const expr *left) {
    if (!go_deeper(p)) return NULL;
    expr_take(p);
    const expr *right = parse_or(p);
    if (right && p->now.sign == SIGN_IMPLIES) right = parse_arrow(p, right);
    p->depth--;
    return right ? join(p, EXPR_IMPLIES, left, right) : NULL;
}

static const expr *parse_if(expr_parsing *p, const expr *left) {
    expr_take(p);
    const expr *right = parse_or(p);
    return right ? join(p, EXPR_IMPLIES, right, left) : NULL;
}

static const expr *parse_implication(expr_parsing *p) {
    const expr *left = parse_or(p);
    if (!left) return NULL;
    expr_sign sign = p->now.sign;
    if (sign != SIGN_IF && sign != SIGN_IMPLIES) return left;
    const expr *e = sign == SIGN_IF ? parse_if(p, left) : parse_arrow(p, left);
    bool more = p->now.sign == SIGN_IF || p->now.sign == SIGN_IMPLIES;
    return e && more ? refuse_mixture(p) : e;
}

static const expr *parse_expression(expr_parsing *p) {
    return parse_chain(p, EXPR_IFF, SIGN_IFF, parse_implication);
}

static const expr *parse_whole(expr_parsing *p) {
    if (p->c->issue_count == 0) {
        diag_error(p->d, p->at, "expr/no-issues",
                   "an expression speaks of issues, and the case has none");
        return NULL;
    }
    find_places(p);
    p->now = expr_lex(p->text, 0, p->scratch);
    const expr *e = parse_expression(p);
    if (e && p->now.sign != SIGN_END)
        return expr_fail(p, "and, or, ->, <-> or the end");
    return p->wrong ? NULL : e;
}

const expr *expr_parse(const char *text, span at, const struct case_model *c,
                       arena *mem, parley_diags *d) {
    expr_parsing p = {.text = text, .at = at, .c = c, .mem = mem, .d = d};
    p.scratch = arena_child(mem);
    const expr *e = parse_whole(&p);
    arena_free(p.scratch);
    return e;
}
