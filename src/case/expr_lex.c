/* SPDX-License-Identifier: Apache-2.0
 *
 * The pieces of an expression: signs, words and names.
 *
 * A bare name is made of letters, digits, `-`, `_` and letters beyond ASCII; a
 * point may stand between two digits, for the options of numeric issues. `-`
 * before `>` ends a name, so that `a->b` is an implication. Any other name
 * stands in single quotes, with two of them for one inside.
 *
 * Which characters beyond ASCII are letters: all but the blocks of spaces,
 * punctuation, signs and arrows. That is wider than Unicode's class of letters
 * (digits and marks of other scripts belong to names as well) and keeps a
 * typographic quote or arrow from becoming part of a name unseen.
 */
#include <string.h>

#include "base/text.h"
#include "case/expr_int.h"

typedef struct range {
    uint32_t first, last;
} range;

static const range no_letters[] = {
    {0x80, 0xa9},     {0xab, 0xb4},     {0xb6, 0xb9},     {0xbb, 0xbf},
    {0xd7, 0xd7},     {0xf7, 0xf7},     {0x2000, 0x200b}, {0x200e, 0x206f},
    {0x2190, 0x2bff}, {0x2e00, 0x2e7f}, {0x3000, 0x3004}, {0x3008, 0x3020},
    {0xfe10, 0xfe1f}, {0xfe30, 0xfe6f}, {0xfeff, 0xfeff}, {0xff00, 0xff0f},
    {0xff1a, 0xff20}, {0xff3b, 0xff40}, {0xff5b, 0xff65}, {0xffe0, 0xffff}};

static bool is_letter(uint32_t ch) {
    if (ch < 0x80) return (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z');
    for (size_t i = 0; i < sizeof no_letters / sizeof *no_letters; i++)
        if (ch >= no_letters[i].first && ch <= no_letters[i].last) return false;
    return true;
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_space(char c) { return c != '\0' && strchr(" \t\r\n", c); }

/* The bytes of the name character at `at`, or 0. `begin` is its name's. */
static size_t name_character(const char *begin, const char *at) {
    if (is_digit(*at) || *at == '_') return 1;
    if (*at == '-') return at[1] != '>';
    if (*at == '.') return at > begin && is_digit(at[-1]) && is_digit(at[1]);
    uint32_t ch = 0;
    size_t size = text_decode(at, strnlen(at, 4), &ch);
    return size > 0 && is_letter(ch) ? size : 0;
}

static size_t name_size(const char *begin) {
    const char *at = begin;
    for (size_t step; (step = name_character(begin, at)) > 0;)
        at += step;
    return (size_t)(at - begin);
}

typedef struct spelling {
    const char *text;
    expr_sign sign;
} spelling;

/* Longer ones first. */
static const spelling signs[] = {
    {"<->", SIGN_IFF},    {"->", SIGN_IMPLIES},  {"!=", SIGN_UNEQUAL},
    {"<=", SIGN_AT_MOST}, {">=", SIGN_AT_LEAST}, {"=", SIGN_EQUAL},
    {"<", SIGN_LESS},     {">", SIGN_MORE},      {"(", SIGN_OPEN},
    {")", SIGN_CLOSE},    {"{", SIGN_SET},       {"}", SIGN_TES},
    {",", SIGN_COMMA}};
static const spelling words[] = {
    {"not", SIGN_NOT}, {"and", SIGN_AND}, {"or", SIGN_OR},   {"in", SIGN_IN},
    {"if", SIGN_IF},   {"iff", SIGN_IFF}, {"NOT", SIGN_NOT}, {"AND", SIGN_AND},
    {"OR", SIGN_OR},   {"IN", SIGN_IN},   {"IF", SIGN_IF},   {"IFF", SIGN_IFF}};

static expr_sign word_sign(const char *word) {
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (text_same(words[i].text, word)) return words[i].sign;
    return SIGN_NAME;
}

static expr_token lex_word(const char *text, size_t begin, size_t size,
                           arena *mem) {
    expr_token t = {SIGN_NAME, begin, begin + size, NULL};
    t.name = arena_text(mem, text + begin, size);
    t.sign = word_sign(t.name);
    return t;
}

/* Behind the quote that closes the name, or NULL. */
static const char *find_close(const char *at) {
    while ((at = strchr(at, '\'')) != NULL) {
        if (at[1] != '\'') return at + 1;
        at += 2;
    }
    return NULL;
}

static expr_token lex_quoted(const char *text, size_t begin, arena *mem) {
    const char *at = text + begin + 1;
    const char *end = find_close(at);
    if (!end) return (expr_token){SIGN_OPEN_QUOTE, begin, strlen(text), NULL};
    char *name = arena_get(mem, (size_t)(end - at));
    for (size_t size = 0; at < end - 1; at++) {
        name[size++] = *at;
        if (*at == '\'') at++; /* the second of two */
    }
    return (expr_token){SIGN_NAME, begin, (size_t)(end - text), name};
}

static expr_token lex_sign(const char *text, size_t begin) {
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (text_begins(text + begin, signs[i].text))
            return (expr_token){signs[i].sign, begin,
                                begin + strlen(signs[i].text), NULL};
    uint32_t ch;
    size_t size = text_decode(text + begin, strnlen(text + begin, 4), &ch);
    return (expr_token){SIGN_OTHER, begin, begin + size, NULL};
}

expr_token expr_lex(const char *text, size_t from, arena *mem) {
    while (is_space(text[from]))
        from++;
    if (text[from] == '\0') return (expr_token){SIGN_END, from, from, NULL};
    if (text[from] == '\'') return lex_quoted(text, from, mem);
    size_t size = name_size(text + from);
    if (size > 0) return lex_word(text, from, size, mem);
    return lex_sign(text, from);
}

bool expr_is_bare(const char *name) {
    size_t size = name_size(name);
    return size > 0 && name[size] == '\0' && word_sign(name) == SIGN_NAME;
}
