/* SPDX-License-Identifier: Apache-2.0
 *
 * Can this text be given to libyaml, and what would it misread?
 *
 * Characters. YAML 1.2 section 5.1 allows printable characters, tabs and line
 * breaks. What else there is, and what is not UTF-8, is located here: libyaml
 * would only say that it gave up.
 *
 * JSON (RFC 8259 section 7) writes a character beyond U+FFFF as two escapes,
 * \ud83d\ude00. libyaml refuses them, so in a text that begins as JSON does
 * each pair is replaced by its character (four bytes for twelve). The places
 * of the pairs are kept, so that offsets can be counted back.
 */
#include <string.h>

#include "base/text.h"
#include "case/node_int.h"

enum { PAIR_SIZE = 12, JOINED_SIZE = 4 };

static bool is_allowed(uint32_t ch) {
    if (ch < 0x20) return ch == '\t' || ch == '\n' || ch == '\r';
    if (ch >= 0x7f && ch < 0xa0) return ch == 0x85;
    return ch != 0xfffe && ch != 0xffff;
}

size_t node_find_control(const char *bytes, size_t size) {
    size_t at = 0;
    while (at < size) {
        uint32_t ch = 0;
        size_t length = text_decode(bytes + at, size - at, &ch);
        if (!is_allowed(ch)) return at;
        at += length;
    }
    return size;
}

static bool check_characters(const source_text *text, parley_diags *d) {
    size_t bad = text_valid_utf8(text->bytes, text->size);
    if (bad < text->size) {
        diag_error(d, (span){text, bad, bad + 1}, "yaml/utf-8",
                   "byte 0x%02X is not UTF-8",
                   (unsigned)(unsigned char)text->bytes[bad]);
        diag_hint(d, "save the file as UTF-8");
        return false;
    }
    bad = node_find_control(text->bytes, text->size);
    if (bad == text->size) return true;
    uint32_t ch = 0;
    size_t length = text_decode(text->bytes + bad, text->size - bad, &ch);
    return diag_error(d, (span){text, bad, bad + length}, "yaml/control",
                      "control character U+%04X is not allowed", (unsigned)ch);
}

/* --- Pairs of escapes --- */

static int digit_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

/* The value of \uXXXX, or 0 where none stands. The text ends with a zero
 * byte, which no step goes beyond. */
static uint32_t read_escape(const char *at) {
    if (at[0] != '\\' || at[1] != 'u') return 0;
    uint32_t value = 0;
    for (int i = 2; i < 6; i++) {
        int digit = digit_value(at[i]);
        if (digit < 0) return 0;
        value = value << 4 | (uint32_t)digit;
    }
    return value;
}

/* The character beyond U+FFFF that two escapes stand for, or 0. */
static uint32_t read_pair(const char *at) {
    uint32_t high = read_escape(at);
    if (high < 0xd800 || high > 0xdbff) return 0;
    uint32_t low = read_escape(at + PAIR_SIZE / 2);
    if (low < 0xdc00 || low > 0xdfff) return 0;
    return 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
}

static void encode(char *to, uint32_t ch) {
    to[0] = (char)(0xf0 | ch >> 18);
    to[1] = (char)(0x80 | (ch >> 12 & 0x3f));
    to[2] = (char)(0x80 | (ch >> 6 & 0x3f));
    to[3] = (char)(0x80 | (ch & 0x3f));
}

static bool begins_as_json(const node_input *in) {
    size_t i = strspn(in->bytes, " \t\r\n");
    return i < in->size && (in->bytes[i] == '{' || in->bytes[i] == '[');
}

static size_t count_pairs(const node_input *in) {
    size_t count = 0;
    const char *at = in->bytes;
    while ((at = strstr(at, "\\u")) != NULL) {
        count += read_pair(at) != 0;
        at += 2;
    }
    return count;
}

/* Copies the text; a backslash takes the character behind it along, so that
 * an escaped backslash begins no escape. */
static void join_pairs(node_input *in, arena *mem) {
    size_t room = count_pairs(in);
    if (room == 0) return;
    char *to = arena_get(mem, in->size + 1);
    size_t *joins = ARENA_ARRAY(mem, size_t, room);
    size_t size = 0, count = 0;
    for (size_t i = 0; i < in->size;) {
        uint32_t ch = read_pair(in->bytes + i);
        if (ch != 0) {
            encode(to + size, ch);
            size += JOINED_SIZE;
            i += PAIR_SIZE;
            joins[count++] = size;
            continue;
        }
        bool escape = in->bytes[i] == '\\' && i + 1 < in->size;
        to[size++] = in->bytes[i++];
        if (escape) to[size++] = in->bytes[i++];
    }
    in->bytes = to;
    in->size = size;
    in->joins = joins;
    in->join_count = count;
}

bool node_input_make(node_input *out, const source_text *text, arena *mem,
                     parley_diags *d) {
    if (!check_characters(text, d)) return false;
    bool mark = text->size >= 3 && memcmp(text->bytes, "\xef\xbb\xbf", 3) == 0;
    size_t skipped = mark ? 3 : 0;
    *out = (node_input){.bytes = text->bytes + skipped,
                        .size = text->size - skipped,
                        .skipped = skipped};
    if (begins_as_json(out)) join_pairs(out, mem);
    return true;
}

size_t node_input_offset(const node_input *in, size_t offset) {
    size_t low = 0, high = in->join_count; /* how many stand before offset */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (in->joins[middle] <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return in->skipped + offset + low * (PAIR_SIZE - JOINED_SIZE);
}
