/* SPDX-License-Identifier: Apache-2.0
 * Comparing and measuring text. Edit distance is Damerau-Levenshtein in its
 * restricted form (optimal string alignment) on bytes: good enough for hints,
 * and bounded since names longer than 63 bytes get none. */
#include "base/text.h"

#include <ctype.h>
#include <string.h>

enum { LONGEST_HINT = 63 };

const char *text_or_empty(const char *text) { return text ? text : ""; }

bool text_same(const char *a, const char *b) {
    if (!a || !b) return a == b;
    return *a == *b && strcmp(a, b) == 0; /* most differ at once */
}

bool text_begins(const char *text, const char *prefix) {
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

static int least(int a, int b) { return a < b ? a : b; }

static bool same_letter(char a, char b) {
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static int edits(const char *a, int a_size, const char *b, int b_size) {
    int rows[3][LONGEST_HINT + 1];
    int *before = rows[0], *last = rows[1], *row = rows[2];
    for (int j = 0; j <= b_size; j++)
        last[j] = j;
    memcpy(before, last, sizeof rows[0]);
    for (int i = 1; i <= a_size; i++) {
        row[0] = i;
        for (int j = 1; j <= b_size; j++) {
            bool same = same_letter(a[i - 1], b[j - 1]);
            row[j] = least(last[j - 1] + !same, 1 + least(last[j], row[j - 1]));
            if (i > 1 && j > 1 && same_letter(a[i - 1], b[j - 2]) &&
                same_letter(a[i - 2], b[j - 1]))
                row[j] = least(row[j], before[j - 2] + 1);
        }
        int *oldest = before;
        before = last;
        last = row;
        row = oldest;
    }
    return last[b_size];
}

const char *text_nearest(const char *word, const char *const *candidates,
                         size_t count) {
    size_t size = strlen(word);
    if (size == 0 || size > LONGEST_HINT) return NULL;
    int best_edits = (int)size / 3 + 1;
    if (best_edits < 2) best_edits = 2;
    const char *best = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t other = strlen(candidates[i]);
        if (other > LONGEST_HINT) continue;
        int n = edits(word, (int)size, candidates[i], (int)other);
        if (n < best_edits) {
            best_edits = n;
            best = candidates[i];
        }
    }
    return best;
}

/* The length that a first byte announces; 0 if it can't be one. */
static size_t sequence_length(unsigned char first) {
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return 2;
    if (first >= 0xe0 && first <= 0xef) return 3;
    if (first >= 0xf0 && first <= 0xf4) return 4;
    return 0;
}

/* Overlong forms, surrogates and values above U+10FFFF are not characters. */
static bool is_character(uint32_t value, size_t length) {
    static const uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    return value >= smallest[length] && value <= 0x10ffff &&
           (value < 0xd800 || value > 0xdfff);
}

static size_t decode_strict(const char *bytes, size_t size, uint32_t *out) {
    size_t length = sequence_length((unsigned char)bytes[0]);
    if (length == 0 || length > size) return 0;
    uint32_t value = (unsigned char)bytes[0];
    if (length > 1) value &= 0xffu >> (length + 1);
    for (size_t i = 1; i < length; i++) {
        unsigned char next = (unsigned char)bytes[i];
        if ((next & 0xc0) != 0x80) return 0;
        value = value << 6 | (next & 0x3f);
    }
    *out = value;
    return is_character(value, length) ? length : 0;
}

size_t text_decode(const char *bytes, size_t size, uint32_t *character) {
    size_t length = size > 0 ? decode_strict(bytes, size, character) : 0;
    if (length > 0) return length;
    *character = 0xfffd;
    return size > 0;
}

size_t text_valid_utf8(const char *bytes, size_t size) {
    size_t i = 0;
    while (i < size) {
        if ((unsigned char)bytes[i] < 0x80) { /* most text is nothing else */
            i++;
            continue;
        }
        uint32_t character;
        size_t length = decode_strict(bytes + i, size - i, &character);
        if (length == 0) return i;
        i += length;
    }
    return size;
}

typedef struct range {
    uint32_t first, last;
} range;

/* Unicode 15: combining marks, joiners and direction marks. */
static const range zero_width[] = {
    {0x300, 0x36f},   {0x483, 0x489},   {0x591, 0x5bd},   {0x5bf, 0x5bf},
    {0x5c1, 0x5c2},   {0x5c4, 0x5c5},   {0x610, 0x61a},   {0x64b, 0x65f},
    {0x670, 0x670},   {0x6d6, 0x6dc},   {0x6df, 0x6e4},   {0x6e7, 0x6e8},
    {0x6ea, 0x6ed},   {0x900, 0x902},   {0x93c, 0x93c},   {0x941, 0x948},
    {0x94d, 0x94d},   {0xe31, 0xe31},   {0xe34, 0xe3a},   {0xe47, 0xe4e},
    {0x200b, 0x200f}, {0x202a, 0x202e}, {0x2060, 0x2064}, {0x2066, 0x206f},
    {0x20d0, 0x20f0}, {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff},
};
/* Unicode 15: East Asian wide and full width, emoji. */
static const range double_width[] = {
    {0x1100, 0x115f},   {0x2e80, 0x303e},   {0x3041, 0x33ff},
    {0x3400, 0x4dbf},   {0x4e00, 0x9fff},   {0xa000, 0xa4cf},
    {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},
    {0xff00, 0xff60},   {0xffe0, 0xffe6},   {0x1f300, 0x1f64f},
    {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd},
};

static bool in_ranges(uint32_t c, const range *ranges, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (c >= ranges[i].first && c <= ranges[i].last) return true;
    return false;
}

static size_t character_width(uint32_t c) {
    if (c < 0x300) return c >= 0x20 && c != 0x7f;
    if (in_ranges(c, zero_width, sizeof zero_width / sizeof *zero_width))
        return 0;
    return in_ranges(c, double_width,
                     sizeof double_width / sizeof *double_width)
               ? 2
               : 1;
}

size_t text_width(const char *text) {
    size_t size = strlen(text), width = 0;
    for (size_t i = 0; i < size;) {
        uint32_t character;
        i += text_decode(text + i, size - i, &character);
        width += character_width(character);
    }
    return width;
}
