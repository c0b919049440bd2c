/* SPDX-License-Identifier: Apache-2.0
 * JSON, indented by two spaces; what is nested deeper than a few levels stays
 * on one line. The caller keeps keys and values in order; the commas follow by
 * themselves. */
#include "case/json.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

static void add(json *j, const char *text) { growing_text_add(&j->to, text); }

enum { LINES_DEEPEST = 4 };

static void begin_line(json *j) {
    if (j->depth > LINES_DEEPEST) return;
    add(j, "\n");
    for (int i = 0; i < j->depth; i++)
        add(j, "  ");
}

/* A value stands behind its key, or on a line of its own. */
static void begin_value(json *j) {
    bool inside = j->depth > 0 && !j->after_key;
    if (inside && j->filled[j->depth - 1])
        add(j, j->depth > LINES_DEEPEST ? ", " : ",");
    if (inside) {
        begin_line(j);
        j->filled[j->depth - 1] = true;
    }
    j->after_key = false;
}

void json_open(json *j, char bracket) {
    begin_value(j);
    add(j, bracket == '{' ? "{" : "[");
    assert(j->depth < JSON_DEEPEST);
    j->filled[j->depth++] = false;
}

void json_close(json *j, char bracket) {
    assert(j->depth > 0);
    bool lines = j->filled[j->depth - 1] && j->depth <= LINES_DEEPEST;
    j->depth--;
    if (lines) begin_line(j);
    add(j, bracket == '}' ? "}" : "]");
    if (j->depth == 0) add(j, "\n");
}

static bool is_plain(unsigned char c) {
    return c >= 0x20 && c != '"' && c != '\\';
}

static void add_quoted(json *j, const char *text) {
    add(j, "\"");
    while (*text) {
        const char *plain = text;
        while (is_plain((unsigned char)*text))
            text++;
        growing_text_put(&j->to, plain, (size_t)(text - plain));
        if (!*text) break;
        char piece[8];
        unsigned char c = (unsigned char)*text++;
        (void)snprintf(piece, sizeof piece, c < 0x20 ? "\\u%04x" : "\\%c", c);
        add(j, piece);
    }
    add(j, "\"");
}

void json_key(json *j, const char *key) {
    begin_value(j);
    add_quoted(j, key);
    add(j, ": ");
    j->after_key = true;
}

void json_begin(json *j, const char *key, char bracket) {
    json_key(j, key);
    json_open(j, bracket);
}

void json_string(json *j, const char *text) {
    begin_value(j);
    add_quoted(j, text);
}

void json_bare(json *j, const char *text) {
    begin_value(j);
    add(j, text);
}

void json_members(json *j, const char *object) {
    const char *first = object + strspn(object, "{ \t\r\n");
    const char *end = strrchr(first, '}');
    if (!end || end == first) return;
    begin_value(j);
    growing_text_put(&j->to, first, (size_t)(end - first));
}

void json_pair(json *j, const char *key, const char *text) {
    json_key(j, key);
    json_string(j, text);
}
