/* SPDX-License-Identifier: Apache-2.0
 * All formats, in the order in which help lists them. */
#include "format/format.h"

#include "base/text.h"
#include "format/writers.h"

const format format_table[] = {
    {"text", "text/plain; charset=utf-8", "for reading, wraps at the terminal",
     format_text},
    {"json", "application/json", "every number in full, stable keys",
     format_json},
    {"md", "text/markdown; charset=utf-8", "Markdown, for notes and wikis",
     format_markdown},
    {"csv", "text/csv; charset=utf-8", "the tables, for spreadsheets",
     format_csv},
    {"html", "text/html; charset=utf-8", "a page with charts, in one file",
     format_html},
    {"svg", "image/svg+xml", "one figure: --figure NAME, or the first",
     format_svg},
    {"ics", "text/calendar; charset=utf-8",
     "the dates, for calendars (of `status`)", format_ics},
};
const size_t format_count = sizeof format_table / sizeof *format_table;

const format *format_find(const char *name) {
    for (size_t i = 0; i < format_count; i++)
        if (text_same(format_table[i].name, name)) return &format_table[i];
    return NULL;
}
