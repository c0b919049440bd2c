/* SPDX-License-Identifier: Apache-2.0
 * Comparing names with words of a report.
 *
 * Names are whole words, compared without letter case unless they are all
 * capitals. A demonym is a name whose last letters changed: "Egypt" also stands
 * in "Egyptian", "Israel" in "Israelis". Words of issues and options are
 * compared by their stem: the first letters, as many as the shorter has but
 * for an ending, at least four ("lifting" is "lift", "blockades" is
 * "blockade"). */
#include "read/match.h"

#include <string.h>

enum { WORDS = 8, WORD_SIZE = 40 };

static bool letter_at(const source_text *t, size_t i) {
    unsigned char c = (unsigned char)t->bytes[i];
    unsigned char low = lexicon_lower(c);
    return (low >= 'a' && low <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

static bool begins_word(const source_text *t, read_span s, size_t i) {
    return i == s.begin || !letter_at(t, i - 1);
}

static bool all_capitals(const char *name) {
    bool any = false;
    for (; *name != '\0'; name++) {
        if (*name >= 'a' && *name <= 'z') return false;
        any = any || (*name >= 'A' && *name <= 'Z');
    }
    return any;
}

static bool same(const char *a, const char *b, size_t size, bool exact) {
    for (size_t i = 0; i < size; i++) {
        unsigned char x = (unsigned char)a[i], y = (unsigned char)b[i];
        if (exact ? x != y : lexicon_lower(x) != lexicon_lower(y)) return false;
    }
    return true;
}

/* Where the name begins in the span as whole words that end after at most
 * `more` other letters; s.end: nowhere. */
static size_t find_name(const source_text *t, read_span s, const char *name,
                        size_t more) {
    size_t size = strlen(name);
    bool exact = all_capitals(name);
    if (size == 0) return s.end;
    for (size_t i = s.begin; i + size <= s.end; i++) {
        if (!begins_word(t, s, i) || !same(t->bytes + i, name, size, exact)) {
            continue;
        }
        size_t end = i + size;
        while (end < s.end && letter_at(t, end))
            end++;
        if (end - i - size <= more) return i;
    }
    return s.end;
}

size_t match_name(const source_text *t, read_span s, const char *name) {
    return find_name(t, s, name, 0) < s.end ? strlen(name) : 0;
}

static bool is_ending(const char *letters, size_t size) {
    static const char *const endings[] = {"s",   "i",   "is",  "n",    "ns",
                                          "an",  "ans", "ian", "ians", "ese",
                                          "ish", "er",  "ers"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        if (strlen(endings[i]) == size &&
            same(letters, endings[i], size, true)) {
            return true;
        }
    }
    return size == 0;
}

size_t match_demonym(const source_text *t, read_span s, const char *name) {
    size_t plain = match_name(t, s, name), size = strlen(name);
    if (plain > 0 || all_capitals(name) || size < 4) return plain;
    size_t at = find_name(t, s, name, 4);
    if (at >= s.end) return 0;
    size_t end = at + size;
    while (end < s.end && letter_at(t, end))
        end++;
    return is_ending(t->bytes + at + size, end - at - size) ? size : 0;
}

typedef struct stem {
    char text[WORD_SIZE];
    size_t size;
} stem;

/* Without -s, -e, -ed, -ing, where enough is left. */
static size_t stem_size(const char *word, size_t size) {
    if (size > 6 && same(word + size - 3, "ing", 3, true)) return size - 3;
    if (size > 5 && same(word + size - 2, "ed", 2, true)) return size - 2;
    bool one = word[size - 1] == 's' || word[size - 1] == 'e';
    return size > 4 && one ? size - 1 : size;
}

/* The words of a name, in lower case without their usual endings. */
static int split_stems(const char *name, stem *out) {
    int count = 0;
    while (*name != '\0' && count < WORDS) {
        size_t size = strcspn(name, " -_");
        if (size > 0 && size < WORD_SIZE) {
            stem *s = &out[count++];
            for (size_t i = 0; i < size; i++) {
                s->text[i] = (char)lexicon_lower((unsigned char)name[i]);
            }
            s->size = size;
            s->size = stem_size(s->text, size);
        }
        name += size;
        while (*name == ' ' || *name == '-' || *name == '_')
            name++;
    }
    return count;
}

/* Where a word with this stem stands; s.end: nowhere. */
static size_t find_stem(const source_text *t, read_span s, const stem *w) {
    enum { ENDING = 4 };
    for (size_t i = s.begin; i + w->size <= s.end; i++) {
        if (!begins_word(t, s, i)) continue;
        if (!same(t->bytes + i, w->text, w->size, false)) continue;
        size_t end = i + w->size;
        while (end < s.end && letter_at(t, end))
            end++;
        size_t most = w->size < 4 ? 1 : ENDING;
        if (end - i - w->size <= most) return i;
    }
    return s.end;
}

bool match_where(const source_text *t, read_span s, const char *name,
                 size_t *at) {
    stem stems[WORDS];
    int count = split_stems(name, stems);
    *at = s.end;
    for (int i = 0; i < count; i++) {
        size_t place = find_stem(t, s, &stems[i]);
        if (place == s.end) return false;
        if (place < *at) *at = place;
    }
    return count > 0;
}

bool match_any(const source_text *t, read_span s, const char *name,
               size_t *at) {
    enum { TELLING = 3 };
    stem stems[WORDS];
    int count = split_stems(name, stems);
    *at = s.end;
    for (int i = 0; i < count; i++) {
        if (stems[i].size < TELLING) continue;
        size_t place = find_stem(t, s, &stems[i]);
        if (place < *at) *at = place;
    }
    return *at < s.end;
}

/* "%", "per cent" at i. */
static bool percent_at(const source_text *t, read_span s, size_t i) {
    static const char *const forms[] = {"%", "percent", "per cent"};
    while (i < s.end && t->bytes[i] == ' ')
        i++;
    for (size_t k = 0; k < sizeof forms / sizeof *forms; k++) {
        size_t size = strlen(forms[k]);
        if (i + size <= s.end && same(t->bytes + i, forms[k], size, false)) {
            return true;
        }
    }
    return false;
}

bool match_number(const source_text *t, read_span s, const char *option,
                  size_t *at) {
    enum { DIGITS = 16 };
    char number[DIGITS + 1];
    size_t size = strspn(option, "0123456789.");
    if (size == 0 || size > DIGITS) return false;
    memcpy(number, option, size);
    number[size] = '\0';
    bool bare = option[size] == '\0', percent = option[size] == '%';
    *at = find_name(t, s, bare || percent ? number : option, 0);
    return *at < s.end && (!percent || percent_at(t, s, *at + size));
}

static bool says_nothing(const stem *w) {
    static const char *const idle[] = {"plan",  "proposal", "offer",    "the",
                                       "draft", "deal",     "initiativ"};
    for (size_t i = 0; i < sizeof idle / sizeof *idle; i++) {
        if (strlen(idle[i]) == w->size &&
            same(w->text, idle[i], w->size, true)) {
            return true;
        }
    }
    return false;
}

int match_words(const source_text *t, read_span s, const char *name) {
    stem stems[WORDS];
    size_t at;
    int count = split_stems(name, stems), telling = 0;
    for (int i = 0; i < count; i++)
        telling += !says_nothing(&stems[i]);
    return telling > 0 && match_where(t, s, name, &at) ? count : 0;
}
