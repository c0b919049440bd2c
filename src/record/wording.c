/* SPDX-License-Identifier: Apache-2.0
 *
 * Does a clause use words that have led to quarrels before?
 *
 * The texts of a proposal's clauses, and the sides' readings of them, are
 * searched sentence by sentence for the patterns of wording_data.c. A note
 * quotes the words that set it off; it claims nothing but that these words,
 * in such a place, have been read in two ways before, and says where. A
 * pattern that some other clause would settle is silent once that clause is
 * agreed. Sentences end at a full stop, a semicolon or a line break; words
 * are runs of letters, digits, hyphens, apostrophes and non-ASCII bytes.
 */
#include "record/wording.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "base/text.h"

/* A piece of a longer text. */
typedef struct slice {
    const char *begin;
    size_t size;
} slice;

static bool is_word_byte(char c) {
    unsigned char byte = (unsigned char)c;
    return isalnum(byte) || byte >= 0x80 || c == '-' || c == '\'';
}

/* The next word at or after *at and before end; *at moves behind it. */
static bool next_word(const char **at, const char *end, slice *word) {
    while (*at < end && !is_word_byte(**at))
        ++*at;
    word->begin = *at;
    while (*at < end && is_word_byte(**at))
        ++*at;
    word->size = (size_t)(*at - word->begin);
    return word->size > 0;
}

static bool ends_in(slice word, const char *end) {
    size_t size = strlen(end);
    return word.size > size + 1 &&
           !strncasecmp(word.begin + word.size - size, end, size);
}

static bool same_word(slice word, slice other) {
    return word.size == other.size &&
           !strncasecmp(word.begin, other.begin, word.size);
}

static bool is_participle(slice word) {
    static const char *const irregular[] = {
        "made", "held", "kept", "set",   "sent", "put", "brought",
        "left", "paid", "met",  "built", "cut",  "done"};
    for (size_t i = 0; i < sizeof irregular / sizeof *irregular; i++)
        if (same_word(word, (slice){irregular[i], strlen(irregular[i])}))
            return true;
    return ends_in(word, "ed") || ends_in(word, "en") || ends_in(word, "wn");
}

/* The pattern's words as a text; '*' begins a word class. */
static bool next_wanted(const char **at, const char *end, slice *word) {
    while (*at < end && **at == ' ')
        ++*at;
    word->begin = *at;
    while (*at < end && **at != ' ')
        ++*at;
    word->size = (size_t)(*at - word->begin);
    return word->size > 0;
}

static bool fits(slice word, slice wanted) {
    if (wanted.begin[0] == '*') return is_participle(word);
    return same_word(word, wanted);
}

/* The text from `at` on, as far as it follows the wanted words one by one;
 * size 0 if it doesn't. */
static slice match_here(const char *at, const char *end, slice wanted) {
    const char *from = wanted.begin, *last = wanted.begin + wanted.size;
    slice found = {NULL, 0}, word, want;
    while (next_wanted(&from, last, &want)) {
        if (!next_word(&at, end, &word) || !fits(word, want))
            return (slice){NULL, 0};
        if (!found.begin) found.begin = word.begin;
        found.size = (size_t)(at - found.begin);
    }
    return found;
}

static slice match_anywhere(slice sentence, slice wanted) {
    const char *at = sentence.begin, *end = sentence.begin + sentence.size;
    slice word;
    while (next_word(&at, end, &word)) {
        slice found = match_here(word.begin, end, wanted);
        if (found.size > 0) return found;
    }
    return (slice){NULL, 0};
}

/* The first of the alternatives between bars that stands in the sentence. */
static slice match_any(slice sentence, const char *alternatives) {
    slice found = {NULL, 0};
    for (const char *at = alternatives; at && found.size == 0;) {
        const char *bar = strchr(at, '|');
        size_t size = bar ? (size_t)(bar - at) : strlen(at);
        found = match_anywhere(sentence, (slice){at, size});
        at = bar ? bar + 1 : NULL;
    }
    return found;
}

static slice next_sentence(const char **at) {
    slice s = {*at, strcspn(*at, ".;\n")};
    *at += s.size;
    *at += strspn(*at, ".;\n");
    return s;
}

/* --- In a proposal --- */

typedef struct finder {
    const case_proposal *p;
    wording_note *items;
    int count, room;
    arena *mem;
} finder;

static void add_note(finder *f, wording_note one) {
    if (f->count == f->room) {
        int room = 2 * f->room + 4;
        f->items = arena_grow(f->mem, f->items, (size_t)f->count, (size_t)room,
                              sizeof one);
        f->room = room;
    }
    f->items[f->count++] = one;
}

static bool is_agreed(const case_proposal *p, const char *key) {
    for (int i = 0; i < p->clause_count; i++)
        if (text_same(p->clauses[i].key, key) &&
            p->clauses[i].status == CASE_AGREED)
            return true;
    return false;
}

static bool applies(const finder *f, const wording_pattern *w,
                    const char *key) {
    if (w->without && is_agreed(f->p, w->without)) return false;
    return !w->clause || text_same(w->clause, key);
}

/* Searches one text of a clause; at most one note a pattern and text. */
static void search_text(finder *f, const wording_pattern *w, const char *text,
                        wording_note note) {
    const char *at = text;
    while (at && *at != '\0') {
        slice sentence = next_sentence(&at);
        slice found = match_any(sentence, w->words);
        if (found.size == 0) continue;
        if (w->unless && match_any(sentence, w->unless).size > 0) continue;
        note.pattern = w;
        note.words = arena_text(f->mem, found.begin, found.size);
        add_note(f, note);
        return;
    }
}

static void search_clause(finder *f, const wording_pattern *w,
                          const case_clause *clause) {
    wording_note note = {
        .where = clause->key, .reader = -1, .origin = &clause->origin};
    if (!applies(f, w, clause->key)) return;
    search_text(f, w, clause->text, note);
    for (int i = 0; i < clause->reading_count; i++) {
        note.reader = clause->readings[i].actor;
        search_text(f, w, clause->readings[i].text, note);
    }
}

/* The length of the last phase that has one. */
static void search_term(finder *f, const wording_pattern *w) {
    for (int k = f->p->phase_count - 1; k >= 0; k--) {
        const case_phase *phase = &f->p->phases[k];
        if (phase->lasts.open) continue;
        add_note(f, (wording_note){
                        .pattern = w,
                        .where = "duration",
                        .reader = -1,
                        .words = time_duration_print(phase->lasts, f->mem),
                        .origin = &phase->origin});
        return;
    }
}

static void search_pattern(finder *f, const wording_pattern *w) {
    if (text_same(w->words, "*term")) {
        if (applies(f, w, "duration")) search_term(f, w);
        return;
    }
    for (int i = 0; i < f->p->clause_count; i++)
        search_clause(f, w, &f->p->clauses[i]);
}

wording_notes wording_find(const case_model *c, const case_proposal *p,
                           arena *mem) {
    finder f = {.p = p, .mem = mem};
    const bool truce = case_has_truce(c);
    for (int i = 0; i < wording_pattern_count; i++)
        if (truce || !wording_patterns[i].of_truces)
            search_pattern(&f, &wording_patterns[i]);
    return (wording_notes){f.items, f.count};
}
