/* SPDX-License-Identifier: Apache-2.0
 * Escaping for HTML and SVG, which share it: the five characters with a
 * meaning, controls as U+FFFD, and bytes that are not UTF-8 too.
 *
 * Direction. A sentence of the page is English with names in it that may be
 * written from right to left. Such a name is found by its characters (from its
 * first strong one to its last before the next left-to-right letter) and
 * isolated: with <bdi>, or where no element can stand with U+2068 and U+2069.
 * A case can't do it itself: embeddings, overrides and isolates that stand in
 * one (U+202A to U+202E, U+2066 to U+2069) could turn round what follows, and
 * show as U+FFFD. See Unicode Standard Annex 9. */
#include "format/markup.h"

#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static bool is_control(uint32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0xfffd ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0xfffe || c == 0xffff;
}

static bool is_rtl(uint32_t c) {
    if (c >= 0x660 && c <= 0x669) return false; /* digits */
    return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
           (c >= 0xfe70 && c <= 0xfefc) || (c >= 0x10800 && c <= 0x10fff) ||
           (c >= 0x1e800 && c <= 0x1efff);
}

static bool is_ltr(uint32_t c) {
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (c < 0xc0 || (c >= 0x2000 && c <= 0x2bff)) return false;
    return !is_rtl(c) && c != 0xd7 && c != 0xf7 && !(c >= 0x660 && c <= 0x669);
}

static void write_one(out_stream *to, const char *bytes, size_t size,
                      uint32_t c) {
    if (c == '&')
        out_text(to, "&amp;");
    else if (c == '<')
        out_text(to, "&lt;");
    else if (c == '>')
        out_text(to, "&gt;");
    else if (c == '"')
        out_text(to, "&quot;");
    else if (c == '\'')
        out_text(to, "&#39;");
    else if (c == '\n' || c == '\t' || c == '\r')
        out_text(to, " ");
    else if (is_control(c))
        out_text(to, "\xef\xbf\xbd");
    else
        out_bytes(to, bytes, size);
}

static void write_escaped(out_stream *to, const char *text, size_t size) {
    for (size_t i = 0; i < size;) {
        uint32_t c;
        size_t step = text_decode(text + i, size - i, &c);
        write_one(to, text + i, step, c);
        i += step;
    }
}

/* Bytes before the first right-to-left character, or all. */
static size_t before_rtl(const char *text, size_t size) {
    size_t i = 0;
    while (i < size) {
        uint32_t c;
        size_t step = text_decode(text + i, size - i, &c);
        if (is_rtl(c)) break;
        i += step;
    }
    return i;
}

/* Bytes up to the last right-to-left character before a letter of the other
 * direction, and to the end of what is bracketed there. */
static size_t rtl_span(const char *text, size_t size) {
    size_t end = 0;
    int open = 0;
    for (size_t i = 0; i < size;) {
        uint32_t c;
        size_t step = text_decode(text + i, size - i, &c);
        if (is_ltr(c)) break;
        i += step;
        open += (c == '(' || c == '[') - (c == ')' || c == ']');
        bool closes = (c == ')' || c == ']') && open >= 0;
        if (is_rtl(c) || closes) end = i;
        if (open < 0) break;
    }
    return end;
}

static void write_isolated(out_stream *to, const char *text, const char *begin,
                           const char *end) {
    size_t size = strlen(text);
    for (size_t i = 0; i < size;) {
        size_t plain = before_rtl(text + i, size - i);
        write_escaped(to, text + i, plain);
        i += plain;
        if (i == size) return;
        size_t span = rtl_span(text + i, size - i);
        out_text(to, begin);
        write_escaped(to, text + i, span);
        out_text(to, end);
        i += span;
    }
}

void markup_text(out_stream *to, const char *text) {
    write_isolated(to, text, "<bdi>", "</bdi>");
}

/* First strong isolate and pop directional isolate. */
void markup_plain(out_stream *to, const char *text) {
    static const char begin[] = {'\xe2', '\x81', '\xa8', 0};
    static const char end[] = {'\xe2', '\x81', '\xa9', 0};
    write_isolated(to, text, begin, end);
}

void markup_key(out_stream *to, const char *text) {
    for (const char *c = text; *c; c++) {
        bool plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                     (*c >= '0' && *c <= '9') || *c == '-';
        if (plain)
            out_bytes(to, c, 1);
        else
            markup_print(to, "_%02x", (unsigned)(unsigned char)*c);
    }
}

/* Not printf's %f: the point depends on the locale there. */
void markup_number(out_stream *to, double value) {
    if (!(fabs(value) < 1e7)) value = 0;
    long tenths = lround(value * 10);
    markup_print(to, "%s%ld", tenths < 0 ? "-" : "", labs(tenths) / 10);
    if (tenths % 10 != 0) markup_print(to, ".%ld", labs(tenths) % 10);
}

void markup_print(out_stream *to, const char *format, ...) {
    char text[512];
    va_list args;
    va_start(args, format);
    int size = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (size > 0 && (size_t)size < sizeof text)
        out_bytes(to, text, (size_t)size);
}
