/* SPDX-License-Identifier: Apache-2.0
 *
 * A node on one line, as YAML or JSON.
 *
 * A text stands bare where YAML reads it back as it is, inside brackets too:
 * without , [ ] { } and without what begins something else (a quote, a
 * comment, "- "). JSON knows no bare texts but numbers, true, false and null;
 * those stay bare if they were. What was quoted stays quoted, since a person
 * had a reason.
 */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "case/save_int.h"

void buffer_add(text_buffer *b, const char *bytes, size_t size) {
    if (b->size + size >= b->room) {
        size_t room = 2 * (b->size + size) + 64;
        b->bytes = arena_grow(b->mem, b->bytes, b->size, room, 1);
        b->room = room;
    }
    if (size > 0) memcpy(b->bytes + b->size, bytes, size);
    b->size += size;
    b->bytes[b->size] = '\0';
}

void buffer_text(text_buffer *b, const char *text) {
    buffer_add(b, text, strlen(text));
}

/* --- Texts --- */

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static const char *skip_digits(const char *at) {
    while (is_digit(*at))
        at++;
    return at;
}

/* RFC 8259 section 6. */
static bool is_json_number(const char *at) {
    if (*at == '-') at++;
    const char *whole = at;
    at = skip_digits(at);
    if (at == whole || (*whole == '0' && at > whole + 1)) return false;
    if (*at == '.') {
        if (!is_digit(at[1])) return false;
        at = skip_digits(at + 1);
    }
    if (*at == 'e' || *at == 'E') {
        at += at[1] == '-' || at[1] == '+' ? 2 : 1;
        if (!is_digit(*at)) return false;
        at = skip_digits(at);
    }
    return *at == '\0';
}

static bool is_json_literal(const char *text) {
    return text_same(text, "true") || text_same(text, "false") ||
           text_same(text, "null") || is_json_number(text);
}

/* Plain in any context: YAML 1.2 section 7.3.3, a little narrower. */
static bool can_be_plain(const char *text) {
    if (*text == '\0' || strchr("-?:,[]{}#&*!|>'\"%@` \t", *text))
        return is_json_number(text);
    for (const char *at = text; *at; at++) {
        unsigned char c = (unsigned char)*at;
        if (c < 0x20 || c == 0x7f || strchr(",[]{}", *at)) return false;
        if (*at == ':' && (at[1] == ' ' || at[1] == '\0')) return false;
        if (*at == ' ' && (at[1] == '#' || at[1] == '\0')) return false;
    }
    /* NEL, LS and PS are line breaks to YAML */
    return !strstr(text, "\xc2\x85") && !strstr(text, "\xe2\x80\xa8") &&
           !strstr(text, "\xe2\x80\xa9");
}

static void add_escaped(text_buffer *b, uint32_t ch) {
    char escape[8];
    (void)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)ch);
    buffer_text(b, escape);
}

/* Double quotes with the escapes that JSON and YAML share. */
static void add_quoted(text_buffer *b, const char *text) {
    buffer_text(b, "\"");
    for (size_t i = 0, size = strlen(text); i < size;) {
        uint32_t ch;
        size_t length = text_decode(text + i, size - i, &ch);
        if (ch == '"' || ch == '\\') buffer_text(b, "\\");
        if (ch == '\n')
            buffer_text(b, "\\n");
        else if (ch < 0x20 || (ch >= 0x7f && ch < 0xa0) || ch == 0x2028 ||
                 ch == 0x2029 || ch == 0xfeff)
            add_escaped(b, ch);
        else
            buffer_add(b, text + i, length);
        i += length;
    }
    buffer_text(b, "\"");
}

void flow_text(text_buffer *b, const char *text, flow_style style) {
    if (style == FLOW_YAML && can_be_plain(text))
        buffer_text(b, text);
    else
        add_quoted(b, text);
}

static void add_scalar(text_buffer *b, const node *n, flow_style style) {
    if (n->quoted)
        add_quoted(b, n->text);
    else if (style == FLOW_JSON && is_json_literal(n->text))
        buffer_text(b, n->text);
    else
        flow_text(b, n->text, style);
}

/* --- Trees --- */

void flow_entry(text_buffer *b, const node_entry *e, flow_style style) {
    flow_text(b, e->key, style);
    buffer_text(b, ": ");
    flow_node(b, e->value, style);
}

void flow_node(text_buffer *b, const node *n, flow_style style) {
    if (n->kind == NODE_TEXT) {
        add_scalar(b, n, style);
        return;
    }
    bool map = n->kind == NODE_MAP;
    buffer_text(b, map ? "{" : "[");
    for (size_t i = 0; i < n->count; i++) {
        if (i > 0) buffer_text(b, ", ");
        if (map)
            flow_entry(b, &n->entries[i], style);
        else
            flow_node(b, n->items[i], style);
    }
    buffer_text(b, map ? "}" : "]");
}
