/* SPDX-License-Identifier: Apache-2.0
 * One figure of a doc as an SVG file that needs nothing else: the one that is
 * named, or the first. Where the doc has none to draw, the file says so. */
#include "base/text.h"
#include "format/figure.h"
#include "format/markup.h"
#include "format/writers.h"

typedef struct search {
    const char *name;
    const doc_plot *found;
} search;

static void compare(void *self, const doc_plot *p) {
    search *s = self;
    if (s->found || !figure_can(p)) return;
    if (!s->name || text_same(p->name, s->name)) s->found = p;
}

void format_svg(out_stream *to, const doc *d, const format_style *style,
                arena *mem) {
    search s = {style->figure, NULL};
    doc_each_plot(d, compare, &s);
    if (s.found) {
        figure_kept kept = {NULL};
        figure_frame frame = {"figure", NULL, FIGURE_BROAD, true, &kept};
        figure_write(to, s.found, &frame, mem);
        return;
    }
    out_text(to, "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
                 "width=\"320\" height=\"40\"><title>No figure</title>"
                 "<text x=\"8\" y=\"25\" fill=\"gray\">There is no figure "
                 "here.</text></svg>\n");
}
