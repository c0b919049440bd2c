/* SPDX-License-Identifier: Apache-2.0
 * A format turns a doc into bytes. It is one file and one row in format_table;
 * it knows docs and nothing of cases or lenses. */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include "doc/doc.h"
#include "format/out.h"

typedef struct format_style {
    size_t width; /* columns of the terminal */
    bool colour;
    const char
        *figure; /* which one, for a format of a single figure; or NULL */
} format_style;

typedef struct format {
    const char *name, *mime, *help;
    /* mem is scratch, with a guard set. */
    void (*write)(out_stream *to, const doc *d, const format_style *style,
                  arena *mem);
} format;

extern const format format_table[];
extern const size_t format_count;
const format *format_find(const char *name); /* or NULL */

#endif
