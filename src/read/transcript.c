/* SPDX-License-Identifier: Apache-2.0
 * Speech without quotation marks, and quotations signed below.
 *
 * A transcript's paragraph begins with a label and a colon ("Aker: Because
 * ..."); all of the paragraph is what its speaker said. That a short phrase
 * before a colon is a label is seen from the same label before another
 * paragraph nearby, or from a speaker of that name; "A:" is an answer when "Q:"
 * stands near. Paragraphs that end in a question mark are the interviewer's,
 * and nobody's statement. A signature is a paragraph that begins with a dash
 * and a name; the quotation before it is the name's. */
#include <string.h>

#include "read/transcript.h"

enum { WINDOW = 4096, LABEL_MOST = 6, LABEL_SIZE = 60 };

/* The label stands at the start of a line, before a colon. */
static bool label_at(const char *bytes, size_t size, const char *label,
                     size_t length) {
    for (size_t i = 0; i + length + 1 < size; i++) {
        const char *line = memchr(bytes + i, '\n', size - i - length - 1);
        if (line == NULL) return false;
        i = (size_t)(line - bytes);
        if (i + length + 1 < size && bytes[i + 1 + length] == ':' &&
            memcmp(bytes + i + 1, label, length) == 0) {
            return true;
        }
    }
    return false;
}

static bool stands_elsewhere(const reader *r, const char *label,
                             size_t length) {
    const read_paragraph *p = &r->p;
    size_t from = p->begin > WINDOW ? p->begin - WINDOW : 0;
    size_t rest = r->text->size - p->end;
    size_t after = rest < WINDOW ? rest : WINDOW;
    size_t before = p->begin > from ? p->begin - 1 - from : 0;
    return label_at(p->bytes + from, before, label, length) ||
           label_at(p->bytes + p->end, after, label, length);
}

static bool asks(const read_paragraph *p) {
    size_t end = p->end;
    while (end > p->begin &&
           (p->bytes[end - 1] == '\n' || p->bytes[end - 1] == '\r' ||
            p->bytes[end - 1] == ' ')) {
        end--;
    }
    return end > p->begin && p->bytes[end - 1] == '?';
}

/* Does a line that begins with the label end in a question mark? Then it is the
 * interviewer's. */
static bool asks_elsewhere(const reader *r, const char *label, size_t length) {
    const source_text *t = r->text;
    size_t from = r->p.begin > WINDOW ? r->p.begin - WINDOW : 0;
    size_t to = r->p.end + WINDOW < t->size ? r->p.end + WINDOW : t->size;
    for (size_t i = from; i + length + 2 < to; i++) {
        const char *line = t->bytes + i;
        const char *end = memchr(line, '\n', to - i);
        size_t size = end != NULL ? (size_t)(end - line) : to - i;
        bool labelled = size > length + 1 && line[length] == ':' &&
                        memcmp(line, label, length) == 0;
        if (labelled && line[size - 1] == '?') return true;
        i += size;
    }
    return false;
}

/* Where the label's colon is, or -1: a few capitals, or one noun. */
static int label_colon(const read_unit *u) {
    int i = u->first;
    while (i < u->last && i < u->first + LABEL_MOST &&
           (unit_tag(u, i) == TAG_PROPER ||
            (u->p->tokens[i].flags & TOKEN_CAPITAL) != 0)) {
        i++;
    }
    bool label = i > u->first && unit_tag(u, i) == TAG_COLON;
    return label && unit_tag(u, i + 1) != TAG_OPEN ? i : -1;
}

/* The labels of who asks or tells the news. */
static const char *const questions[] = {
    "Q",         "Question",  "Interviewer",  "Host",
    "Presenter", "Moderator", "Anchor",       "Newsreader",
    "Reporter",  "Announcer", "Correspondent"};

static bool same_letters(const char *a, const char *b, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if (lexicon_lower((unsigned char)a[i]) !=
            lexicon_lower((unsigned char)b[i])) {
            return false;
        }
    }
    return true;
}

static bool is_question(const char *label, size_t length) {
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        if (strlen(questions[i]) == length &&
            same_letters(questions[i], label, length)) {
            return true;
        }
    }
    return false;
}

/* The label stands as a word soon after `at`, before the paragraph. */
static bool named_after(const reader *r, size_t at, const char *label,
                        size_t length) {
    enum { BEHIND = 60 };
    const char *bytes = r->p.bytes;
    for (size_t i = at; i + length < r->p.begin && i < at + BEHIND; i++) {
        if (bytes[i - 1] == ' ' && same_letters(bytes + i, label, length))
            return true;
    }
    return false;
}

/* "From the border, here's Prosper Adeyi.": somebody of that name was handed
 * over to before; what "ADEYI:" says then is the report itself. */
static bool handed_over(const reader *r, const char *label, size_t length) {
    static const char *const words[] = {"here's ", "here is ", "over to ",
                                        "orrespondent", "reports"};
    size_t from = r->p.begin > WINDOW ? r->p.begin - WINDOW : 0;
    for (size_t i = from; i < r->p.begin; i++) {
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            size_t size = strlen(words[k]);
            if (i + size <= r->p.begin &&
                memcmp(r->p.bytes + i, words[k], size) == 0 &&
                named_after(r, i + size, label, length))
                return true;
        }
    }
    return false;
}

static bool questions_near(const reader *r) {
    for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
        if (stands_elsewhere(r, questions[i], strlen(questions[i]))) {
            return true;
        }
    }
    return false;
}

/* The label names somebody: it stands before other paragraphs, too, questions
 * do, or it is written in capitals where no dateline is any more. */
static bool is_label(const reader *r, const read_unit *u, const char *label,
                     size_t length) {
    enum { DATELINE = 2 };
    if (length == 1) return *label == 'A' && questions_near(r);
    bool capitals = (u->p->tokens[u->first].flags & TOKEN_UPPER) != 0 &&
                    r->p.number > DATELINE && r->spoken;
    return stands_elsewhere(r, label, length) || questions_near(r) || capitals;
}

bool transcript_asks(const reader *r, read_unit *u) {
    int colon = label_colon(u);
    if (u->first != 0 || colon < 0 || colon + 2 >= u->last) return false;
    read_span label = unit_span(u, (read_range){u->first, colon});
    size_t length = label.end - label.begin;
    bool titled = (u->p->tokens[u->first].flags & TOKEN_DOTTED) != 0;
    const char *text = u->p->bytes + label.begin;
    if (titled || length > LABEL_SIZE ||
        !(asks_elsewhere(r, text, length) || handed_over(r, text, length))) {
        return false;
    }
    u->first = colon + 1;
    return true;
}

bool transcript_addressed(const read_paragraph *p, const lexicon *lex) {
    enum { LONG = 80 };
    if (p->quote_count > 0 || p->token_count > LONG) return false;
    if (asks(p)) return true;
    for (int i = 0; i < p->token_count; i++) {
        const lexicon_word *w = lexicon_at(lex, p->tokens[i].word);
        bool you =
            w->text != NULL && w->text[0] == 'y' &&
            (strcmp(w->text, "you") == 0 || strcmp(w->text, "your") == 0);
        if (you) return true;
    }
    return false;
}

/* Paragraphs near this one that end in a question mark; 2 is enough. */
static int questions_around(const reader *r) {
    const source_text *t = r->text;
    size_t from = r->p.begin > WINDOW ? r->p.begin - WINDOW : 0;
    size_t to = r->p.end + WINDOW < t->size ? r->p.end + WINDOW : t->size;
    int count = 0;
    for (size_t i = from; i + 1 < to && count < 2; i++) {
        if (t->bytes[i] == '?' && t->bytes[i + 1] == '\n') count++;
    }
    return count;
}

/* Somebody says "I" or "we". */
static bool first_person(const read_paragraph *p, const lexicon *lex) {
    static const char *const words[] = {"i", "we", "my", "me", "our", "us"};
    for (int i = 0; i < p->token_count; i++) {
        const char *word = lexicon_at(lex, p->tokens[i].word)->text;
        if (word == NULL || p->tokens[i].quote != 0) continue;
        for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
            if (strcmp(word, words[k]) == 0) return true;
        }
    }
    return false;
}

bool transcript_answers(const reader *r, const read_unit *u) {
    if (u->first != 0 || !r->addressed || asks(&r->p)) return false;
    if (unit_tag(u, 0) == TAG_OPEN) return false;
    bool begun = r->plain || first_person(&r->p, r->lex);
    return begun && questions_around(r) >= 2;
}

bool transcript_begins(reader *r, const read_unit *u, read_range *who,
                       read_range *said) {
    int colon = label_colon(u);
    if (u->first != 0 || colon < 0 || asks(&r->p)) return false;
    read_span label = unit_span(u, (read_range){u->first, colon});
    const char *text = u->p->bytes + label.begin;
    size_t length = label.end - label.begin;
    if (length > LABEL_SIZE || colon + 2 >= u->last) return false;
    if (is_question(text, length) || !is_label(r, u, text, length)) {
        return false;
    }
    *who = (read_range){u->first, colon};
    *said = (read_range){colon + 1, u->last};
    return true;
}

/* Past blank lines from i on. */
static size_t next_line(const source_text *t, size_t i) {
    while (i < t->size &&
           (t->bytes[i] == '\n' || t->bytes[i] == '\r' || t->bytes[i] == ' ')) {
        i++;
    }
    return i;
}

/* A dash, then a capital: "-- Dov Maras". */
bool transcript_signed(const reader *r) {
    const source_text *t = r->text;
    size_t i = next_line(t, r->p.end), at = i;
    while (i < t->size && i < at + 2 && t->bytes[i] == '-')
        i++;
    bool dash = i > at;
    if (!dash && i + 2 < t->size && memcmp(t->bytes + i, "\xe2\x80", 2) == 0) {
        unsigned char last = (unsigned char)t->bytes[i + 2];
        dash = last >= 0x93 && last <= 0x95;
        i += 3;
    }
    while (i < t->size && t->bytes[i] == ' ')
        i++;
    return dash && i < t->size && t->bytes[i] >= 'A' && t->bytes[i] <= 'Z';
}

read_range transcript_signature(const read_unit *u) {
    const read_range nobody = {0, 0};
    bool dash = u->first == 0 && (unit_tag(u, u->first) == TAG_DASH ||
                                  unit_is(u, u->first, "-"));
    if (!dash || unit_has_finite(u, u->first, u->last)) return nobody;
    return phrase_after(u, u->first + 1);
}
