/* SPDX-License-Identifier: Apache-2.0
 * What the files that read and print expressions share. */
#ifndef CASE_EXPR_INT_H
#define CASE_EXPR_INT_H

#include "case/expr.h"

typedef enum expr_sign {
    SIGN_END,
    SIGN_NAME,
    SIGN_OPEN,  /* ( */
    SIGN_CLOSE, /* ) */
    SIGN_SET,   /* { */
    SIGN_TES,   /* } */
    SIGN_COMMA,
    SIGN_EQUAL,
    SIGN_UNEQUAL,
    SIGN_LESS,
    SIGN_AT_MOST,
    SIGN_MORE,
    SIGN_AT_LEAST,
    SIGN_IMPLIES,
    SIGN_IFF,
    SIGN_NOT,
    SIGN_AND,
    SIGN_OR,
    SIGN_IN,
    SIGN_IF,
    SIGN_OPEN_QUOTE, /* a quote that nothing closes */
    SIGN_OTHER,      /* a character that begins nothing */
} expr_sign;

/* A piece of the text; words that are signs too (`in`) have a name as well,
 * since where a name is due they are one. */
typedef struct expr_token {
    expr_sign sign;
    size_t begin, end;
    const char *name; /* or NULL */
} expr_token;

/* The token that begins at `from` or behind the space there. */
expr_token expr_lex(const char *text, size_t from, arena *mem);
/* True if the name can stand without quotes, wherever a name is due. */
bool expr_is_bare(const char *name);

/* --- Reading --- */

typedef struct expr_parsing {
    const char *text;
    span at;
    const size_t *places; /* of each byte in the source; NULL: not known */
    const struct case_model *c;
    arena *mem, *scratch;
    parley_diags *d;
    expr_token now;
    size_t last_end; /* of the token taken last */
    int depth;
    bool wrong; /* a name is not known; the reading goes on */
} expr_parsing;

/* Takes the token at hand and reads the next. */
expr_token expr_take(expr_parsing *p);
/* Reports that something else should stand here; NULL. */
const expr *expr_fail(expr_parsing *p, const char *expected);
/* Takes a token of this sign; false with a problem if it is another. */
bool expr_expect(expr_parsing *p, expr_sign sign, const char *expected);
span expr_span(const expr_parsing *p, size_t begin, size_t end);
span expr_token_span(const expr_parsing *p, const expr_token *t);
/* The comparison that begins here; NULL if the reading has to stop. */
const expr *expr_comparison(expr_parsing *p);

static inline size_t expr_words(int option_count) {
    return ((size_t)option_count + 63) / 64;
}

#endif
