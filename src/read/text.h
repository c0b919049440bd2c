/* SPDX-License-Identifier: Apache-2.0
 * A paragraph as words, quotations and sentences. */
#ifndef READ_TEXT_H
#define READ_TEXT_H

#include "read/lexicon.h"

enum {
    TOKEN_CAPITAL = 1, /* begins with a capital letter */
    TOKEN_UPPER = 2,   /* no small letters, at least two letters */
    TOKEN_SPACED = 4,  /* a blank stands before it */
    TOKEN_LINE = 8,    /* a line break stands before it */
    TOKEN_CURLY = 32,  /* 'll, 'm, n't with a curly apostrophe: its word in the
                          lexicon is how it is compared */
    TOKEN_DOTTED = 64, /* a dot belongs to it that its word doesn't have */
    TOKEN_SHORT = 16,  /* ... after a line that is too short to be wrapped */
};

typedef struct read_token {
    uint32_t begin, end; /* bytes of the text, half-open */
    uint16_t word;       /* lexicon index, 0: not known */
    uint16_t quote;      /* 1 + the quotation it stands in, marks included */
    uint8_t tag;
    uint8_t flags;
} read_token;

/* A quotation: from its opening mark to its closing one (or the paragraph's
 * end). Tokens are indices into the paragraph's. */
typedef struct read_quote {
    int open, close; /* close == token_count: never closed */
    bool closed;
    bool ended; /* its last word is followed by . ? ! or a comma, inside */
} read_quote;

typedef struct read_sentence {
    int first, last; /* tokens, half-open */
} read_sentence;

typedef struct read_paragraph {
    const char *bytes; /* of the whole text */
    size_t begin, end;
    int number; /* from 1 */
    read_token *tokens;
    int token_count;
    read_quote *quotes;
    int quote_count;
    read_sentence *sentences;
    int sentence_count;
} read_paragraph;

/* Where the next paragraph lies: from *at, blank lines skipped. A paragraph
 * longer than READ_PARAGRAPH_MOST is cut at a blank, and *cut counts. */
enum { READ_PARAGRAPH_MOST = 1 << 18 };
bool text_paragraph(const source_text *text, size_t *at, read_paragraph *p,
                    int *cut);
/* Fills in tokens, quotations and sentences; memory from mem. */
void text_split(read_paragraph *p, const lexicon *lex, arena *mem);

#endif
