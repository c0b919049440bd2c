/* SPDX-License-Identifier: Apache-2.0
 * Text inside HTML and SVG: nothing that stands in a case can become a tag, an
 * attribute or a script, or turn the reading order of what follows it. */
#ifndef FORMAT_MARKUP_H
#define FORMAT_MARKUP_H

#include "base/arena.h"
#include "format/out.h"

/* In an HTML element: names written from right to left are isolated. */
void markup_text(out_stream *to, const char *text);
/* The same for attributes, titles and SVG, where no element can stand. */
void markup_plain(out_stream *to, const char *text);
/* Any text as part of an id: what is no ASCII letter, digit or - is coded, so
 * different texts have different ids. */
void markup_key(out_stream *to, const char *text);
/* A coordinate or length, to a tenth. */
void markup_number(out_stream *to, double value);
void markup_print(out_stream *to, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
