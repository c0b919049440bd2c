/* SPDX-License-Identifier: Apache-2.0
 * How is a typed line cut up? At its marks and at whole words, never inside of
 * one, and each piece keeps its place, so that a problem can point at it. Bytes
 * beyond ASCII are letters. A sign before a digit belongs to the word ("-5"),
 * and so does a point between two digits ("0.5"). */
#include "case/phrase.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

span phrase_of(const source_text *line) {
    return phrase_trim((span){line, 0, line->size});
}

bool phrase_is_empty(span p) { return p.begin >= p.end; }

static char byte_at(span p, size_t at) {
    if (at >= p.end) return '\0';
    return p.text->bytes[at];
}

span phrase_trim(span p) {
    while (p.begin < p.end && isspace((unsigned char)byte_at(p, p.begin)))
        p.begin++;
    while (p.begin < p.end && isspace((unsigned char)byte_at(p, p.end - 1)))
        p.end--;
    return p;
}

char *phrase_text(span p, arena *mem) {
    return arena_text(mem, p.text->bytes + p.begin, p.end - p.begin);
}

/* --- Words --- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool is_letter(char c) {
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool begins_word(span p, size_t at) {
    char c = byte_at(p, at);
    if (is_letter(c)) return true;
    bool first = at == 0 || !is_letter(p.text->bytes[at - 1]);
    return first && (c == '-' || c == '+') && is_digit(byte_at(p, at + 1));
}

/* An apostrophe goes on with the word and is left out of it. */
static bool goes_on(span p, size_t at) {
    char c = byte_at(p, at);
    if (is_letter(c) || c == '\'') return true;
    return c == '.' && is_digit(p.text->bytes[at - 1]) &&
           is_digit(byte_at(p, at + 1));
}

static char small(char c) {
    if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
    return c;
}

/* Small letters, without apostrophes, cut where there is no more room. */
static void copy_word(span at, char word[PHRASE_WORD]) {
    size_t size = 0;
    for (; at.begin < at.end && size + 1 < PHRASE_WORD; at.begin++) {
        char c = byte_at(at, at.begin);
        if (c != '\'') word[size++] = small(c);
    }
    word[size] = '\0';
}

bool phrase_word_at(span *rest, char word[PHRASE_WORD], span *at) {
    while (rest->begin < rest->end && !begins_word(*rest, rest->begin))
        rest->begin++;
    *at = *rest;
    if (phrase_is_empty(*rest)) return false;
    do
        rest->begin++;
    while (goes_on(*rest, rest->begin));
    at->end = rest->begin;
    copy_word(*at, word);
    return true;
}

bool phrase_word(span *rest, char word[PHRASE_WORD]) {
    span at;
    return phrase_word_at(rest, word, &at);
}

/* --- Cutting --- */

bool phrase_part(span *rest, char mark, span *part) {
    *part = *rest;
    if (phrase_is_empty(*rest)) return false;
    const char *from = rest->text->bytes + rest->begin;
    const char *found = memchr(from, mark, rest->end - rest->begin);
    if (found) part->end = rest->begin + (size_t)(found - from);
    rest->begin = found ? part->end + 1 : rest->end;
    *part = phrase_trim(*part);
    return true;
}

static void cut(span p, span word, span *before, span *behind) {
    *before = phrase_trim((span){p.text, p.begin, word.begin});
    *behind = phrase_trim((span){p.text, word.end, p.end});
}

bool phrase_split(span p, const char *word, span *before, span *behind) {
    char found[PHRASE_WORD];
    span rest = p, at;
    while (phrase_word_at(&rest, found, &at)) {
        if (!text_same(found, word)) continue;
        cut(p, at, before, behind);
        return true;
    }
    return false;
}

bool phrase_split_last(span p, const char *word, span *before, span *behind) {
    span last, ignored, rest = p;
    bool any = false;
    while (phrase_split(rest, word, &ignored, &last)) {
        any = true;
        *before = phrase_trim((span){p.text, p.begin, ignored.end});
        *behind = last;
        rest = last;
    }
    return any;
}

bool phrase_take(span *p, const char *word) {
    char found[PHRASE_WORD];
    span rest = *p;
    if (!phrase_word(&rest, found) || !text_same(found, word)) return false;
    *p = phrase_trim(rest);
    return true;
}
