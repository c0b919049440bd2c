/* SPDX-License-Identifier: Apache-2.0
 * Is this JSON (RFC 8259), to the letter? Written apart from the writer. */
#ifndef TESTS_JSON_H
#define TESTS_JSON_H

#include <stdbool.h>
#include <string.h>

#include "base/text.h"

static inline const char *json_value(const char *p, int depth);

static inline const char *json_space(const char *p) {
    return p + strspn(p, " \n\r\t");
}

static inline const char *json_digits(const char *p) {
    size_t n = strspn(p, "0123456789");
    return n > 0 ? p + n : NULL;
}

static inline const char *json_number(const char *p) {
    if (*p == '-') p++;
    p = *p == '0' ? p + 1 : json_digits(p);
    if (p && *p == '.') p = json_digits(p + 1);
    if (p && (*p == 'e' || *p == 'E')) {
        p++;
        p = json_digits(p + (*p == '+' || *p == '-'));
    }
    return p;
}

static inline const char *json_string(const char *p) {
    if (*p++ != '"') return NULL;
    for (; *p != '"'; p++) {
        if ((unsigned char)*p < 0x20) return NULL;
        if (*p != '\\') continue;
        p++;
        if (*p == 'u') {
            if (strspn(p + 1, "0123456789abcdefABCDEF") < 4) return NULL;
            p += 4;
        } else if (*p == '\0' || !strchr("\"\\/bfnrt", *p)) {
            return NULL;
        }
    }
    return p + 1;
}

static inline const char *json_members(const char *p, char end, int depth) {
    p = json_space(p);
    if (*p == end) return p + 1;
    for (;;) {
        if (end == '}') {
            p = json_string(json_space(p));
            if (!p) return NULL;
            p = json_space(p);
            if (*p++ != ':') return NULL;
        }
        p = json_value(p, depth + 1);
        if (!p) return NULL;
        p = json_space(p);
        if (*p == end) return p + 1;
        if (*p++ != ',') return NULL;
    }
}

static inline const char *json_value(const char *p, int depth) {
    if (depth > 100) return NULL;
    p = json_space(p);
    if (*p == '{') return json_members(p + 1, '}', depth);
    if (*p == '[') return json_members(p + 1, ']', depth);
    if (*p == '"') return json_string(p);
    if (text_begins(p, "true") || text_begins(p, "null")) return p + 4;
    if (text_begins(p, "false")) return p + 5;
    return json_number(p);
}

static inline bool json_is_valid(const char *text) {
    if (text_valid_utf8(text, strlen(text)) != strlen(text)) return false;
    const char *end = json_value(text, 0);
    return end && *json_space(end) == '\0';
}

#endif
