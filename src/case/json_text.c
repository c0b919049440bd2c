/* SPDX-License-Identifier: Apache-2.0
 *
 * Texts of JSON (RFC 8259 section 7), read where they stand: what was escaped
 * is shorter when it is not, so it fits in its own place. */
#include "case/json_text.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

typedef struct reader {
    const char *bytes;
    size_t size, at;
} reader;

static int hex_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

static bool read_hex(reader *r, unsigned *out) {
    unsigned value = 0;
    if (r->size - r->at < 4) return false;
    for (int i = 0; i < 4; i++) {
        int digit = hex_of(r->bytes[r->at++]);
        if (digit < 0) return false;
        value = value * 16 + (unsigned)digit;
    }
    *out = value;
    return true;
}

static size_t encode(char *to, unsigned c) {
    if (c < 0x80) {
        to[0] = (char)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xc0, 0xe0, 0xf0};
    to[0] = (char)(lead[more] | c >> 6 * more);
    for (size_t i = 1; i <= more; i++)
        to[i] = (char)(0x80 | (c >> 6 * (more - i) & 0x3f));
    return more + 1;
}

/* Behind "\u". */
static bool read_unicode(reader *r, char *to, size_t *size) {
    unsigned c, low;
    if (!read_hex(r, &c) || c == 0) return false;
    if (c >= 0xd800 && c < 0xdc00) {
        if (r->size - r->at < 6 || r->bytes[r->at] != '\\' ||
            r->bytes[r->at + 1] != 'u')
            return false;
        r->at += 2;
        if (!read_hex(r, &low) || low < 0xdc00 || low > 0xdfff) return false;
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    } else if (c >= 0xdc00 && c < 0xe000) {
        return false;
    }
    *size += encode(to + *size, c);
    return true;
}

static bool read_escape(reader *r, char *to, size_t *size) {
    static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
    if (r->at == r->size) return false;
    char c = r->bytes[r->at++];
    if (c == 'u') return read_unicode(r, to, size);
    const char *found = c ? strchr(from, c) : NULL;
    if (!found) return false;
    to[(*size)++] = into[found - from];
    return true;
}

size_t json_text_end(const char *bytes, size_t size) {
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] == '"') return i;
        if (bytes[i] == '\\') i++;
    }
    return size;
}

size_t json_text_plain(const char *bytes, size_t size) {
    size_t i = 0;
    while (i < size && bytes[i] >= 0x20 && bytes[i] < 0x7f && bytes[i] != '"' &&
           bytes[i] != '\\')
        i++;
    return i;
}

static const char *unescape(reader *r, char *to) {
    size_t size = 0;
    while (r->at < r->size) {
        char c = r->bytes[r->at++];
        if ((unsigned char)c < 0x20) return "a text has a control character";
        if (c != '\\')
            to[size++] = c;
        else if (!read_escape(r, to, &size))
            return "a text has an escape that is none";
    }
    to[size] = '\0';
    return NULL;
}

const char *json_text_read(char *bytes, size_t size, size_t *at) {
    reader r = {bytes, size, 0};
    const char *problem = "a text is not UTF-8";
    if (text_valid_utf8(bytes, size) == size) problem = unescape(&r, bytes);
    *at = r.at;
    return problem;
}
