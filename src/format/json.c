/* SPDX-License-Identifier: Apache-2.0
 * JSON (RFC 8259) of a doc's data. Numbers are written in the shortest form
 * that reads back to the same double. What fits on a line stays on one, so
 * that people can read it too. Bytes that are not UTF-8 (a problem may quote
 * them) become U+FFFD: the output is always valid. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "format/writers.h"

enum { LINE = 78, INDENT = 2 };

static void write_character(out_stream *to, const char *bytes, size_t size,
                            uint32_t character) {
    char escape[8];
    switch (character) {
    case '"':
        out_text(to, "\\\"");
        return;
    case '\\':
        out_text(to, "\\\\");
        return;
    case '\n':
        out_text(to, "\\n");
        return;
    case '\t':
        out_text(to, "\\t");
        return;
    case 0xfffd:
        out_text(to, "\xef\xbf\xbd");
        return;
    default:
        break;
    }
    if (character >= 0x20 && (character < 0x7f || character >= 0xa0)) {
        out_bytes(to, bytes, size);
        return;
    }
    (void)snprintf(escape, sizeof escape, "\\u%04x", (unsigned)character);
    out_text(to, escape);
}

static void write_string(out_stream *to, const char *text) {
    size_t size = strlen(text);
    out_text(to, "\"");
    for (size_t i = 0; i < size;) {
        uint32_t character;
        size_t step = text_decode(text + i, size - i, &character);
        write_character(to, text + i, step, character);
        i += step;
    }
    out_text(to, "\"");
}

static void write_scalar(out_stream *to, const doc_value *v) {
    char digits[NUMBER_SIZE];
    switch (v->kind) {
    case DOC_VALUE_BOOL:
        out_text(to, v->truth ? "true" : "false");
        break;
    case DOC_VALUE_TEXT:
        write_string(to, v->text);
        break;
    case DOC_VALUE_NUMBER:
        number_print(digits, v->number);
        out_text(to, digits);
        break;
    case DOC_VALUE_INTEGER:
        (void)snprintf(digits, sizeof digits, "%" PRId64, v->integer);
        out_text(to, digits);
        break;
    case DOC_VALUE_NULL:
    case DOC_VALUE_LIST:
    case DOC_VALUE_OBJECT:
        out_text(to, "null");
        break;
    }
}

static bool is_container(const doc_value *v) {
    return v->kind == DOC_VALUE_LIST || v->kind == DOC_VALUE_OBJECT;
}

/* Columns on one line, or more than `most` once that is clear. */
static size_t line_size(const doc_value *v, size_t most) {
    if (v->kind == DOC_VALUE_TEXT) return strlen(v->text) + 2;
    if (v->kind == DOC_VALUE_NUMBER) return 18;
    if (!is_container(v)) return 6;
    size_t size = 2;
    for (const doc_value *i = v->first; i && size <= most; i = i->next) {
        if (i->key) size += strlen(i->key) + 4;
        size += 2 + line_size(i, size < most ? most - size : 0);
    }
    return size;
}

static void write_value(out_stream *to, const doc_value *v, size_t indent);

static void write_members(out_stream *to, const doc_value *v, size_t indent,
                          bool one_line) {
    for (const doc_value *i = v->first; i; i = i->next) {
        if (!one_line) {
            out_text(to, "\n");
            out_repeat(to, " ", indent);
        }
        if (i->key) {
            write_string(to, i->key);
            out_text(to, ": ");
        }
        write_value(to, i, indent);
        if (i->next) out_text(to, one_line ? ", " : ",");
    }
}

static void write_value(out_stream *to, const doc_value *v, size_t indent) {
    if (!is_container(v)) {
        write_scalar(to, v);
        return;
    }
    size_t room = indent < LINE ? LINE - indent : 0;
    bool one_line = !v->first || line_size(v, room) <= room;
    out_text(to, v->kind == DOC_VALUE_LIST ? "[" : "{");
    write_members(to, v, indent + INDENT, one_line);
    if (!one_line) {
        out_text(to, "\n");
        out_repeat(to, " ", indent);
    }
    out_text(to, v->kind == DOC_VALUE_LIST ? "]" : "}");
}

void format_json(out_stream *to, const doc *d, const format_style *style,
                 arena *mem) {
    (void)style;
    (void)mem;
    write_value(to, doc_root(d), 0);
    out_text(to, "\n");
}
