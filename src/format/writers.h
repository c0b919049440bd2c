/* SPDX-License-Identifier: Apache-2.0
 * The formats' functions, for the table. */
#ifndef FORMAT_WRITERS_H
#define FORMAT_WRITERS_H

#include "format/format.h"

void format_text(out_stream *to, const doc *d, const format_style *style,
                 arena *mem);
void format_json(out_stream *to, const doc *d, const format_style *style,
                 arena *mem);
void format_markdown(out_stream *to, const doc *d, const format_style *style,
                     arena *mem);
void format_csv(out_stream *to, const doc *d, const format_style *style,
                arena *mem);
void format_html(out_stream *to, const doc *d, const format_style *style,
                 arena *mem);
void format_svg(out_stream *to, const doc *d, const format_style *style,
                arena *mem);
void format_ics(out_stream *to, const doc *d, const format_style *style,
                arena *mem);

#endif
