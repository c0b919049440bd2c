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
#include <strings.h>

#include "base/text.h"
#include "case/save_int.h"

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

/* What tools of YAML 1.1 take for a flag or for nothing. */
static bool is_old_flag(const char *text) {
    static const char *const flags[] = {"on",    "off",  "yes", "no", "true",
                                        "false", "null", "y",   "n"};
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++)
        if (strcasecmp(text, flags[i]) == 0) return true;
    return false;
}

/* Plain in any context: YAML 1.2 section 7.3.3, a little narrower. */
static bool can_be_plain(const char *text) {
    if (is_old_flag(text)) return false;
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

static void add_escaped(growing_text *b, uint32_t ch) {
    char escape[8];
    (void)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)ch);
    growing_text_add(b, escape);
}

/* Double quotes with the escapes that JSON and YAML share. */
static void add_quoted(growing_text *b, const char *text) {
    growing_text_add(b, "\"");
    for (size_t i = 0, size = strlen(text); i < size;) {
        uint32_t ch;
        size_t length = text_decode(text + i, size - i, &ch);
        if (ch == '"' || ch == '\\') growing_text_add(b, "\\");
        if (ch == '\n')
            growing_text_add(b, "\\n");
        else if (ch < 0x20 || (ch >= 0x7f && ch < 0xa0) || ch == 0x2028 ||
                 ch == 0x2029 || ch == 0xfeff)
            add_escaped(b, ch);
        else
            growing_text_put(b, text + i, length);
        i += length;
    }
    growing_text_add(b, "\"");
}

void flow_text(growing_text *b, const char *text, flow_style style) {
    if (style == FLOW_YAML && can_be_plain(text))
        growing_text_add(b, text);
    else
        add_quoted(b, text);
}

static void add_scalar(growing_text *b, const node *n, flow_style style) {
    if (n->quoted)
        add_quoted(b, n->text);
    else if (style == FLOW_JSON && is_json_literal(n->text))
        growing_text_add(b, n->text);
    else
        flow_text(b, n->text, style);
}

/* --- Trees --- */

void flow_entry(growing_text *b, const node_entry *e, flow_style style) {
    flow_text(b, e->key, style);
    growing_text_add(b, ": ");
    flow_node(b, e->value, style);
}

void flow_node(growing_text *b, const node *n, flow_style style) {
    if (n->kind == NODE_TEXT) {
        add_scalar(b, n, style);
        return;
    }
    bool map = n->kind == NODE_MAP;
    growing_text_add(b, map ? "{" : "[");
    for (size_t i = 0; i < n->count; i++) {
        if (i > 0) growing_text_add(b, ", ");
        if (map)
            flow_entry(b, &n->entries[i], style);
        else
            flow_node(b, n->items[i], style);
    }
    growing_text_add(b, map ? "}" : "]");
}
