/* SPDX-License-Identifier: Apache-2.0
 * Words and marks of a paragraph, in one pass over its bytes.
 *
 * A word is a run of letters and digits; hyphens and apostrophes inside belong
 * to it, but 's, n't, 're, 've, 'll, 'd and 'm are words of their own, since
 * what they stand for (a possessive, "not", "have") matters to the rules.
 * Initials, abbreviations ("Gen.", "U.S.") and numbers keep their dots. Bytes
 * over 0x7f are letters but for the marks of general punctuation (curly
 * quotation marks, dashes, the ellipsis) and the no-break blank; so invalid
 * UTF-8 only makes words that no lexicon has. Straight quotation marks are
 * OPEN or CLOSE by the blanks around them and, where those do not say, by what
 * is open. The hash of each word is computed on the way, so looking it up costs
 * one probe. */
#include <string.h>

#include "read/text_int.h"

/* Kinds of bytes. */
enum { B_OTHER, B_BLANK, B_LETTER, B_DIGIT, B_HIGH };

/* clang-format off */
#define O B_OTHER
#define B B_BLANK
#define D B_DIGIT
#define L B_LETTER
#define H B_HIGH
static const uint8_t kinds[256] = {
    O, O, O, O, O, O, O, O, O, B, B, O, O, B, O, O, /* 0x00 */
    O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 0x10 */
    B, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, /* 0x20 */
    D, D, D, D, D, D, D, D, D, D, O, O, O, O, O, O, /* 0x30 */
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 0x40 */
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O, /* 0x50 */
    O, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 0x60 */
    L, L, L, L, L, L, L, L, L, L, L, O, O, O, O, O, /* 0x70 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0x80 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0x90 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xa0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xb0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xc0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xd0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xe0 */
    H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, H, /* 0xf0 */
};
#undef O
#undef B
#undef D
#undef L
#undef H
/* clang-format on */

typedef struct scanner {
    const unsigned char *b;
    size_t at, end, begin;
    const lexicon *lex;
    read_token *tokens;
    int count;
    uint8_t pending;   /* flags of the next token */
    size_t line_begin; /* of the line that is being read */
    int open;          /* straight quotation marks that are open */
    bool doubles;      /* the paragraph has double quotation marks */
} scanner;

static void add_token(scanner *s, size_t begin, size_t end, read_tag tag) {
    read_token *t = &s->tokens[s->count++];
    *t = (read_token){.begin = (uint32_t)begin,
                      .end = (uint32_t)end,
                      .tag = (uint8_t)tag,
                      .flags = s->pending};
    s->pending = 0;
}

static uint8_t kind_at(const scanner *s, size_t at) {
    return at < s->end ? kinds[s->b[at]] : B_BLANK;
}

/* A character of three bytes E2 80 xx. */
static unsigned punctuation_at(const scanner *s, size_t at) {
    if (at + 2 >= s->end || s->b[at] != 0xe2 || s->b[at + 1] != 0x80) return 0;
    return s->b[at + 2];
}

/* Bytes of an apostrophe at `at`, straight or curly; 0: none. */
static size_t apostrophe(const scanner *s, size_t at) {
    if (at < s->end && s->b[at] == '\'') return 1;
    return punctuation_at(s, at) == 0x99 ? 3 : 0;
}

static bool letter_at(const scanner *s, size_t at) {
    uint8_t kind = kind_at(s, at);
    if (kind == B_HIGH) return !char_is_mark(s->b + at, s->end - at);
    return kind == B_LETTER;
}

bool char_is_mark(const unsigned char *b, size_t size) {
    if (size > 2 && b[0] == 0xe2 && b[1] == 0x80) return true;
    return size > 1 && b[0] == 0xc2 &&
           (b[1] == 0xa0 || b[1] == 0xab || b[1] == 0xbb);
}

/* A letter in lower case; a blank behind the end. */
static char small_at(const scanner *s, size_t at) {
    if (at >= s->end) return ' ';
    return (char)(s->b[at] | 32);
}

/* Length of a clitic ('s, 're ...) whose apostrophe stands at `at`; 0: none. */
static size_t clitic(const scanner *s, size_t at) {
    size_t mark = apostrophe(s, at);
    if (mark == 0) return 0;
    size_t i = at + mark;
    char a = small_at(s, i);
    if (strchr("smd", a) != NULL && !letter_at(s, i + 1)) return mark + 1;
    char c = small_at(s, i + 1);
    bool two = (a == 'r' && c == 'e') || (a == 'v' && c == 'e') ||
               (a == 'l' && c == 'l');
    return two && !letter_at(s, i + 2) ? mark + 2 : 0;
}

static bool is_not(const scanner *s, size_t at) {
    size_t mark = apostrophe(s, at);
    return mark > 0 && at > s->begin && (s->b[at - 1] | 32) == 'n' &&
           at + mark < s->end && (s->b[at + mark] | 32) == 't' &&
           !letter_at(s, at + mark + 1);
}

static bool is_capital(const scanner *s, size_t begin, size_t end) {
    unsigned char first = s->b[begin];
    if (first >= 'A' && first <= 'Z') return true;
    /* Latin-1 and Latin Extended-A capitals, roughly: enough for names */
    return first == 0xc3 && begin + 1 < end && s->b[begin + 1] < 0x9f;
}

static bool all_upper(const scanner *s, size_t begin, size_t end) {
    int letters = 0;
    for (size_t i = begin; i < end; i++) {
        unsigned char c = s->b[i];
        if (c >= 'a' && c <= 'z') return false;
        if (c >= 'A' && c <= 'Z') letters++;
    }
    return letters >= 2;
}

/* "U.S.", "J.", "a.m.": one letter and a dot, again and again. */
static size_t initials(const scanner *s, size_t at) {
    size_t i = at;
    while (i + 1 < s->end && kinds[s->b[i]] == B_LETTER && s->b[i + 1] == '.') {
        i += 2;
    }
    return i;
}

/* The end of a word's letters from `at`; *hash is of its lower case. */
static size_t word_end(const scanner *s, size_t at, uint32_t *hash) {
    size_t i = at;
    uint32_t h = LEXICON_SEED;
    while (i < s->end) {
        unsigned char c = s->b[i];
        uint8_t kind = kinds[c];
        bool joins = kind == B_LETTER || kind == B_DIGIT ||
                     (kind == B_HIGH && !char_is_mark(s->b + i, s->end - i));
        if (!joins) {
            bool inner = i > at && letter_at(s, i + 1);
            if (c == '-' && i > at && (inner || kind_at(s, i + 1) == B_DIGIT)) {
                joins = true;
            } else if (c == '\'' && inner) {
                joins = clitic(s, i) == 0 && !is_not(s, i);
            }
        }
        if (!joins) break;
        h = lexicon_step(h, lexicon_lower(c));
        i++;
    }
    *hash = h;
    return i;
}

static void set_clitic(scanner *s, unsigned word, size_t mark_size) {
    read_token *t = &s->tokens[s->count - 1]; /* the last */
    t->word = (uint16_t)word;
    if (word != 0 && mark_size > 1) t->flags |= TOKEN_CURLY;
}

static void look_up(scanner *s, read_token *t, uint32_t hash) {
    size_t size = t->end - t->begin;
    t->word = (uint16_t)lexicon_find(s->lex, hash,
                                     (const char *)s->b + t->begin, size);
    if (!is_capital(s, t->begin, t->end)) return;
    t->flags |= TOKEN_CAPITAL;
    if (all_upper(s, t->begin, t->end)) t->flags |= TOKEN_UPPER;
}

/* A dot that belongs to the word before it. */
static bool takes_dot(const scanner *s, const read_token *t, size_t dot) {
    if (dot >= s->end || s->b[dot] != '.') return false;
    bool more = dot + 1 < s->end && kinds[s->b[dot + 1]] == B_BLANK;
    if (!more) return false;
    if (t->end - t->begin == 1 && (t->flags & TOKEN_CAPITAL)) {
        return s->b[t->begin] != 'I';
    }
    const lexicon_word *w = lexicon_at(s->lex, t->word);
    if (!w->abbreviation) return false;
    size_t next = dot + 1;
    while (next < s->end && kinds[s->b[next]] == B_BLANK)
        next++;
    if (next >= s->end) return false;
    if (w->size == 2 && w->text[0] == 'n') { /* "No. 4", but "He said no." */
        return kinds[s->b[next]] == B_DIGIT;
    }
    bool capital = (t->flags & TOKEN_CAPITAL) != 0;
    return capital || kinds[s->b[next]] == B_DIGIT;
}

static void scan_word(scanner *s) {
    size_t begin = s->at;
    uint32_t hash = LEXICON_SEED;
    size_t end = initials(s, begin);
    /* "Corp." is no run of initials; "U.S.-led" goes on after them */
    bool dotted =
        end >= begin + 4 || (end == begin + 2 && kind_at(s, end) == B_BLANK &&
                             s->b[begin] != 'I' && s->b[begin] < 'a');
    if (dotted) {
        for (size_t i = begin; i < end; i++) {
            hash = lexicon_step(hash, lexicon_lower(s->b[i]));
        }
        if (end < s->end && s->b[end] == '-') {
            end = word_end(s, end + 1, &hash);
        }
    } else {
        end = word_end(s, begin, &hash);
    }
    size_t split = end;
    if (end > begin + 1 && is_not(s, end)) split = end - 1; /* "does|n't" */
    if (split < end) {
        hash = LEXICON_SEED;
        for (size_t i = begin; i < split; i++) {
            hash = lexicon_step(hash, lexicon_lower(s->b[i]));
        }
    }
    add_token(s, begin, split, TAG_NONE);
    read_token *t = &s->tokens[s->count - 1];
    look_up(s, t, hash);
    if (!dotted && split == end && takes_dot(s, t, end))
        t->flags |= TOKEN_DOTTED, t->end++, end++;
    if (split < end && s->b[split] != '.') { /* the "n't" that is left */
        size_t mark = apostrophe(s, end);
        add_token(s, split, end + mark + 1, TAG_NOT);
        set_clitic(s, lexicon_lookup(s->lex, "n't"), mark);
        s->at = end + mark + 1;
    } else {
        s->at = end;
    }
}

/* Bytes of a currency sign at `at` that a number follows ($ £ ¥ €); 0: none. */
static size_t currency(const scanner *s, size_t at) {
    static const char *const signs[] = {"$", "\xc2\xa3", "\xc2\xa5",
                                        "\xe2\x82\xac"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        size_t size = strlen(signs[i]);
        if (s->end - at > size && memcmp(s->b + at, signs[i], size) == 0 &&
            kind_at(s, at + size) == B_DIGIT) {
            return size;
        }
    }
    return 0;
}

/* A number, with the sign of its currency. */
static void scan_number(scanner *s) {
    size_t i = s->at + currency(s, s->at);
    while (i < s->end) {
        unsigned char c = s->b[i];
        bool joins = kinds[c] == B_DIGIT || kinds[c] == B_LETTER;
        bool digit_next = kind_at(s, i + 1) == B_DIGIT;
        if (!joins) joins = strchr(".,:-/", c) != NULL && digit_next;
        if (!joins && c == '-') joins = letter_at(s, i + 1);
        if (!joins) break;
        i++;
    }
    add_token(s, s->at, i, TAG_NUM);
    s->at = i;
}

/* Straight marks: by the blanks around, else by what is open. */
static read_tag mark_side(scanner *s, size_t at, size_t size) {
    bool left = at == s->begin || kinds[s->b[at - 1]] == B_BLANK ||
                strchr("([-", s->b[at - 1]) != NULL ||
                (at >= 3 && punctuation_at(s, at - 3) == 0x94);
    bool right = kind_at(s, at + size) == B_BLANK;
    if (left && !right) return TAG_OPEN;
    if (right && !left) return TAG_CLOSE;
    return s->open > 0 ? TAG_CLOSE : TAG_OPEN;
}

static void add_mark(scanner *s, size_t size, read_tag tag) {
    if (tag == TAG_OPEN) s->open = 1;
    if (tag == TAG_CLOSE) s->open = 0;
    add_token(s, s->at, s->at + size, tag);
    s->at += size;
}

/* "the unions' pay" or the end of 'by bake sales'? A mark of a sentence tells,
 * else whether another mark follows that could close. */
static bool closes_after_s(const scanner *s, size_t size) {
    enum { NEAR = 400 };
    size_t i = s->at + size;
    if (i >= s->end || strchr(".,;:?!)\n", s->b[i]) != NULL) return true;
    for (size_t k = i; k < s->end && k < i + NEAR; k++) {
        size_t mark = apostrophe(s, k);
        if (mark == 0 || clitic(s, k) > 0) continue;
        return kind_at(s, k - 1) == B_BLANK; /* the next one opens */
    }
    return true;
}

/* A straight or curly single mark that is no apostrophe inside a word. */
static void scan_single(scanner *s, size_t size) {
    size_t c = clitic(s, s->at);
    bool after_word = s->at > s->begin && letter_at(s, s->at - 1);
    if (c > 0 && s->count > 0 && !(s->pending & TOKEN_SPACED)) {
        char text[4] = {'\'', 0, 0, 0};
        for (size_t i = size; i < c && i - size + 2 < sizeof text; i++)
            text[i - size + 1] = small_at(s, s->at + i);
        add_token(s, s->at, s->at + c,
                  text[1] == 's' ? TAG_APOSTROPHE : TAG_NONE);
        set_clitic(s, lexicon_lookup(s->lex, text), size);
        s->at += c;
        return;
    }
    read_tag side = mark_side(s, s->at, size);
    /* Where double marks are used a single one is an apostrophe ("unions'") or
     * a quotation inside one: neither begins anything. */
    bool quotes = !s->doubles && (side == TAG_OPEN ? !s->open : s->open);
    if (side == TAG_CLOSE && after_word && s->b[s->at - 1] == 's') {
        quotes = quotes && closes_after_s(s, size);
    }
    if (quotes) {
        add_mark(s, size, side);
        return;
    }
    add_token(s, s->at, s->at + size, after_word ? TAG_APOSTROPHE : TAG_OTHER);
    s->at += size;
}

static void scan_high(scanner *s) {
    unsigned char second = s->at + 1 < s->end ? s->b[s->at + 1] : 0;
    if (s->b[s->at] == 0xc2) {
        if (second == 0xa0) {
            s->pending |= TOKEN_SPACED;
            s->at += 2;
            return;
        }
        add_mark(s, 2, second == 0xab ? TAG_OPEN : TAG_CLOSE);
        return;
    }
    switch (punctuation_at(s, s->at)) {
    case 0x9c:
        add_mark(s, 3, TAG_OPEN);
        return;
    case 0x9d:
        add_mark(s, 3, TAG_CLOSE);
        return;
    case 0x98:
        if (!s->doubles) {
            add_mark(s, 3, TAG_OPEN);
            return;
        }
        break;
    case 0x99:
        scan_single(s, 3);
        return;
    case 0x90:
    case 0x91:
    case 0x92:
    case 0x93:
    case 0x94:
    case 0x95:
        add_token(s, s->at, s->at + 3, TAG_DASH);
        s->at += 3;
        return;
    default:
        break;
    }
    add_token(s, s->at, s->at + 3, TAG_OTHER);
    s->at += 3;
}

/* "--" and a single "-" between blanks are dashes. */
static void scan_hyphen(scanner *s) {
    size_t i = s->at;
    while (i < s->end && s->b[i] == '-')
        i++;
    bool dash = i - s->at > 1 ||
                ((s->pending & TOKEN_SPACED) && kind_at(s, i) == B_BLANK);
    add_token(s, s->at, i, dash ? TAG_DASH : TAG_OTHER);
    s->at = i;
}

static void scan_mark(scanner *s) {
    static const uint8_t marks[128] = {
        [','] = TAG_COMMA, ['.'] = TAG_STOP,  ['!'] = TAG_STOP,
        ['?'] = TAG_STOP,  [':'] = TAG_COLON, [';'] = TAG_SEMI,
        ['('] = TAG_LEFT,  [')'] = TAG_RIGHT, ['['] = TAG_LEFT,
        [']'] = TAG_RIGHT,
    };
    unsigned char c = s->b[s->at];
    if (c == '"') {
        add_mark(s, 1, mark_side(s, s->at, 1));
        return;
    }
    if (c == '\'' || c == '`') {
        bool two = s->at + 1 < s->end && s->b[s->at + 1] == c;
        if (two) {
            add_mark(s, 2, c == '`' ? TAG_OPEN : mark_side(s, s->at, 2));
        } else {
            scan_single(s, 1);
        }
        return;
    }
    if (c == '-') {
        scan_hyphen(s);
        return;
    }
    size_t size = 1;
    while (c == '.' && s->at + size < s->end && s->b[s->at + size] == '.') {
        size++; /* an ellipsis is one mark, and ends no sentence */
    }
    read_tag tag = marks[c & 127] != 0 ? (read_tag)marks[c & 127] : TAG_OTHER;
    add_token(s, s->at, s->at + size, size > 1 ? TAG_OTHER : tag);
    s->at += size;
}

static void scan_blank(scanner *s) {
    enum { WRAPPED = 50 };
    unsigned char c = s->b[s->at];
    s->pending |= TOKEN_SPACED;
    if (c == '\n') {
        s->pending |= TOKEN_LINE;
        if (s->at - s->line_begin < WRAPPED) s->pending |= TOKEN_SHORT;
        s->line_begin = s->at + 1;
    }
    s->at++;
}

static bool has_doubles(const scanner *s) {
    const void *straight = memchr(s->b + s->begin, '"', s->end - s->begin);
    if (straight != NULL) return true;
    for (size_t i = s->begin; i + 2 < s->end; i++) {
        const void *next = memchr(s->b + i, 0xe2, s->end - i);
        if (next == NULL) return false;
        i = (size_t)((const unsigned char *)next - s->b);
        unsigned mark = punctuation_at(s, i);
        if (mark == 0x9c || mark == 0x9d) return true;
    }
    return false;
}

void token_scan(read_paragraph *p, const lexicon *lex, arena *mem) {
    scanner s = {.b = (const unsigned char *)p->bytes,
                 .at = p->begin,
                 .begin = p->begin,
                 .end = p->end,
                 .lex = lex,
                 .line_begin = p->begin};
    /* No token is empty, so there are at most as many as bytes. */
    s.tokens = ARENA_ARRAY(mem, read_token, p->end - p->begin + 2);
    s.doubles = has_doubles(&s);
    while (s.at < s.end) {
        switch (kinds[s.b[s.at]]) {
        case B_BLANK:
            scan_blank(&s);
            break;
        case B_LETTER:
            scan_word(&s);
            break;
        case B_DIGIT:
            scan_number(&s);
            break;
        case B_HIGH:
            if (currency(&s, s.at) > 0) {
                scan_number(&s);
            } else if (char_is_mark(s.b + s.at, s.end - s.at)) {
                scan_high(&s);
            } else {
                scan_word(&s);
            }
            break;
        default:
            if (currency(&s, s.at) > 0) {
                scan_number(&s);
            } else {
                scan_mark(&s);
            }
            break;
        }
    }
    p->tokens = s.tokens;
    p->token_count = s.count;
}
