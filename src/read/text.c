/* SPDX-License-Identifier: Apache-2.0
 * Paragraphs, quotations and sentences.
 *
 * Paragraphs are blocks between blank lines. A quotation that is not closed
 * ends with its paragraph: English reopens it at the next one, and a mark that
 * someone forgot spoils one paragraph, not the text. A sentence ends at a stop
 * that is followed by a capital, a quotation mark or the end; a quotation is
 * never split: the sentence goes on after it when what follows begins with a
 * small letter, or its last mark was a comma (or ? or !, before a short
 * attribution). An abbreviation ends a sentence only before a word such as
 * "The". A line that is too short to be a wrapped one (a headline, a byline)
 * ends a sentence too. */
#include <string.h>

#include "read/text_int.h"

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The line that begins at `at` has blanks only; *next is where the one after
 * it begins, or a place beyond any paragraph if the line is that long. */
static bool line_is_blank(const source_text *t, size_t at, size_t *next) {
    size_t rest = t->size - at, most = READ_PARAGRAPH_MOST + 1;
    if (rest > most) rest = most;
    const char *end = memchr(t->bytes + at, '\n', rest);
    size_t stop = end != NULL ? (size_t)(end - t->bytes) : at + rest;
    *next = end != NULL ? stop + 1 : stop;
    for (size_t i = at; i < stop; i++) {
        if (!is_blank(t->bytes[i])) return false;
    }
    return true;
}

static size_t cut_at_blank(const source_text *t, size_t begin, size_t end) {
    size_t i = end;
    while (i > begin + READ_PARAGRAPH_MOST / 2 && !is_blank(t->bytes[i - 1])) {
        i--;
    }
    return is_blank(t->bytes[i - 1]) ? i : end;
}

bool text_paragraph(const source_text *text, size_t *at, read_paragraph *p,
                    int *cut) {
    size_t next, i = *at;
    bool continued = i > 0 && text->bytes[i - 1] != '\n';
    if (!continued) {
        while (i < text->size && line_is_blank(text, i, &next))
            i = next;
    }
    if (i >= text->size) return false;
    p->bytes = text->bytes;
    p->begin = i;
    if (!continued) p->number++;
    size_t most = i + READ_PARAGRAPH_MOST;
    while (i < text->size && i < most && !line_is_blank(text, i, &next)) {
        i = next;
    }
    if (i > most) {
        i = cut_at_blank(text, p->begin, most);
        ++*cut;
    }
    p->end = i;
    *at = i;
    return true;
}

/* --- Quotations --- */

static void end_quote(read_paragraph *p, read_quote *q, int close,
                      bool closed) {
    q->close = close;
    q->closed = closed;
    read_tag last =
        close > q->open + 1 ? (read_tag)p->tokens[close - 1].tag : TAG_NONE;
    q->ended = last == TAG_STOP || last == TAG_COMMA;
    uint16_t number = (uint16_t)(p->quote_count);
    for (int i = q->open; i < close + (closed ? 1 : 0); i++) {
        p->tokens[i].quote = number;
    }
}

static void pair_quotes(read_paragraph *p, arena *mem) {
    enum { QUOTES_MOST = UINT16_MAX - 1 };
    int marks = 0;
    for (int i = 0; i < p->token_count; i++) {
        if (p->tokens[i].tag == TAG_OPEN) marks++;
    }
    p->quotes = ARENA_ARRAY(mem, read_quote, (size_t)marks + 1);
    read_quote *open = NULL;
    for (int i = 0; i < p->token_count; i++) {
        uint8_t tag = p->tokens[i].tag;
        if (tag != TAG_OPEN && tag != TAG_CLOSE) continue;
        bool opens =
            tag == TAG_OPEN && open == NULL && p->quote_count < QUOTES_MOST;
        if (opens) {
            open = &p->quotes[p->quote_count++];
            open->open = i;
        } else if (tag == TAG_CLOSE && open != NULL) {
            end_quote(p, open, i, true);
            open = NULL;
        } else { /* a quotation inside one, or a mark that closes nothing */
            p->tokens[i].tag = TAG_OTHER;
        }
    }
    if (open != NULL) end_quote(p, open, p->token_count, false);
}

/* --- Sentences --- */

typedef struct splitter {
    read_paragraph *p;
    const lexicon *lex;
} splitter;

static const lexicon_word *word_at(const splitter *s, int i) {
    return lexicon_at(s->lex, s->p->tokens[i].word);
}

static bool small_letter(const splitter *s, int i) {
    const read_token *t = &s->p->tokens[i];
    char c = s->p->bytes[t->begin];
    return t->tag == TAG_NONE && !(t->flags & TOKEN_CAPITAL) && c >= 'a' &&
           c <= 'z';
}

/* "... ready?" Kerry asked. : a verb that takes a quotation soon, before any
 * stop. */
static bool attributes(const splitter *s, int i) {
    enum { NEAR = 12 };
    for (int k = i; k < s->p->token_count && k < i + NEAR; k++) {
        const read_token *t = &s->p->tokens[k];
        if (t->tag == TAG_STOP || t->tag == TAG_OPEN) return false;
        const lexicon_word *w = word_at(s, k);
        if ((w->forms & (FORM_VBD | FORM_VBZ)) == 0) continue;
        if (w->senses != NULL && (w->senses->frames & FRAME_QUOTE)) {
            return true;
        }
    }
    return false;
}

/* Does the sentence end behind the closing mark at i? */
static bool ends_after_quote(const splitter *s, int i) {
    const read_paragraph *p = s->p;
    if (i + 1 >= p->token_count) return true;
    const read_token *next = &p->tokens[i + 1];
    if (i == 0 || p->tokens[i - 1].tag != TAG_STOP) return false;
    if (next->tag == TAG_OPEN) return true;
    if (next->tag != TAG_NONE && next->tag != TAG_NUM) {
        return next->tag == TAG_LEFT;
    }
    if (small_letter(s, i + 1)) return false;
    const read_token *stop = &p->tokens[i - 1];
    return p->bytes[stop->begin] == '.' || !attributes(s, i + 1);
}

/* A capitalized word that begins sentences: "The", "He", "But", "In". */
static bool begins_sentences(const splitter *s, int i) {
    read_tag tag = word_at(s, i)->tag;
    bool capital = (s->p->tokens[i].flags & TOKEN_CAPITAL) != 0;
    bool closed = tag == TAG_DET || tag == TAG_PRON || tag == TAG_POSS ||
                  tag == TAG_CONJ || tag == TAG_SUB || tag == TAG_PREP ||
                  tag == TAG_ADV;
    return capital && closed && !(s->p->tokens[i].flags & TOKEN_UPPER);
}

static bool ends_after_stop(const splitter *s, int i) {
    const read_paragraph *p = s->p;
    if (i + 1 >= p->token_count) return true;
    if (p->tokens[i + 1].tag == TAG_RIGHT) return false;
    return !small_letter(s, i + 1);
}

static bool ends_after_word(const splitter *s, int i) {
    const read_paragraph *p = s->p;
    const read_token *t = &p->tokens[i];
    if (i + 1 >= p->token_count) return true;
    const read_token *next = &p->tokens[i + 1];
    bool dotted = t->tag == TAG_NONE && t->end - t->begin > 1 &&
                  p->bytes[t->end - 1] == '.';
    bool title = word_at(s, i)->abbreviation && !word_at(s, i)->time;
    if (dotted && !title && begins_sentences(s, i + 1)) return true;
    bool line = (next->flags & TOKEN_SHORT) != 0;
    return line && (next->flags & TOKEN_CAPITAL || next->tag == TAG_OPEN);
}

static bool sentence_ends(const splitter *s, int i) {
    const read_token *t = &s->p->tokens[i];
    if (t->tag == TAG_CLOSE) return ends_after_quote(s, i);
    if (t->quote != 0) return false;
    if (t->tag == TAG_STOP) return ends_after_stop(s, i);
    return ends_after_word(s, i);
}

static void split_sentences(read_paragraph *p, const lexicon *lex, arena *mem) {
    splitter s = {p, lex};
    int ends = 1;
    for (int i = 0; i < p->token_count; i++) {
        uint8_t tag = p->tokens[i].tag;
        bool line = (p->tokens[i].flags & TOKEN_LINE) != 0;
        bool dot = p->bytes[p->tokens[i].end - 1] == '.';
        if (tag == TAG_STOP || tag == TAG_CLOSE || line || dot) ends++;
    }
    p->sentences = ARENA_ARRAY(mem, read_sentence, (size_t)ends + 1);
    int first = 0;
    for (int i = 0; i < p->token_count; i++) {
        if (i + 1 < p->token_count && !sentence_ends(&s, i)) continue;
        p->sentences[p->sentence_count++] = (read_sentence){first, i + 1};
        first = i + 1;
    }
}

void text_split(read_paragraph *p, const lexicon *lex, arena *mem) {
    p->token_count = p->quote_count = p->sentence_count = 0;
    token_scan(p, lex, mem);
    pair_quotes(p, mem);
    split_sentences(p, lex, mem);
}
