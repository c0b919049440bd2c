/* SPDX-License-Identifier: Apache-2.0
 * The share of English small words among the first words of a text, and in a
 * few places further on. Names and numbers count for neither side (a list of
 * names is no language). A text is taken for English unless it has at least
 * WORDS_LEAST words with fewer than a fifth small ones; a shorter one, unless
 * none of its words, three or more, is in the lexicon; and one without such
 * words, unless most of its letters are no ASCII (Chinese has no blanks between
 * words to count). Words that other languages write the same ("a", "in", "on",
 * "do") are left out. */
#include "read/english.h"

#include "read/text.h"

enum { SAMPLE = 1 << 14, PLACES = 4, WORDS_LEAST = 12 };

typedef struct census {
    size_t words, small, known;
    size_t high, low; /* bytes of letters beyond ASCII, and in it */
} census;

static bool is_small_word(const lexicon_word *w) {
    bool closed = w->tag != TAG_NONE && w->tag != TAG_NOUN &&
                  w->tag != TAG_ADJ && w->tag != TAG_NUM;
    bool own = w->size > 2 || w->text[0] == 'o' || w->text[0] == 't' ||
               w->text[0] == 'h' || w->text[0] == 'i' || w->text[0] == 'b';
    bool shared = w->size == 2 && (w->text[1] == 'n' || w->text[1] == 'm');
    return closed && own && !shared && w->size > 1;
}

static void count_words(const source_text *text, size_t begin, size_t end,
                        const lexicon *lex, arena *mem, census *c) {
    read_paragraph p = {.bytes = text->bytes, .begin = begin, .end = end};
    for (size_t i = begin; i < end; i++) {
        unsigned char byte = (unsigned char)text->bytes[i];
        c->high += byte >= 0x80;
        c->low += lexicon_lower(byte) >= 'a' && lexicon_lower(byte) <= 'z';
    }
    text_split(&p, lex, mem);
    for (int i = 0; i < p.token_count; i++) {
        const read_token *t = &p.tokens[i];
        if (t->tag != TAG_NONE && t->tag != TAG_NOT) continue;
        bool first = i == 0 || p.tokens[i - 1].tag == TAG_STOP;
        bool name = (t->flags & TOKEN_CAPITAL) != 0 && t->word == 0 && !first;
        if (name) continue;
        c->words++;
        c->known += t->word != 0 && t->end - t->begin > 2;
        c->small += is_small_word(lexicon_at(lex, t->word));
    }
}

bool english_text(const source_text *text, const lexicon *lex, arena *mem) {
    census c = {0};
    arena_place place = arena_mark(mem);
    for (size_t i = 0; i < PLACES; i++) {
        size_t begin = text->size / PLACES * i;
        size_t end = begin + SAMPLE < text->size ? begin + SAMPLE : text->size;
        if (i > 0 && begin < SAMPLE * i) break; /* all of it has been seen */
        count_words(text, begin, end, lex, mem, &c);
        arena_back(mem, place);
    }
    if (c.high > c.low && c.known == 0) return false;
    if (c.words < WORDS_LEAST) return c.words < 3 || c.known > 0;
    return c.small * 5 >= c.words;
}
