/* SPDX-License-Identifier: Apache-2.0
 * A plot as an svg element. The drawing is kept in memory until its height is
 * known, then framed. For ears it is one image with a title and a description
 * that says what is shown and the first of its values; all of them stand in a
 * table beside it. */
#include "format/figure.h"

#include <math.h>
#include <string.h>

#include "base/growing_text.h"
#include "format/markup.h"
#include "format/plot_table.h"

enum { TOLD_MOST = 8, MARGIN = 6 };

/* --- What is drawn is kept --- */

static bool keep(void *self, const char *bytes, size_t size) {
    growing_text_put(self, bytes, size);
    return true;
}

static double draw(figure *f) {
    switch (f->plot->kind) {
    case DOC_BARS:
    case DOC_INTERVALS:
        return figure_rows(f);
    case DOC_BRIDGE:
        return figure_bridge(f);
    case DOC_SCATTER:
        return figure_scatter(f);
    case DOC_TIMELINE:
        return figure_timeline(f);
    case DOC_SLOPE:
        return figure_slope(f);
    case DOC_HISTORY:
        return figure_history(f);
    case DOC_CHANNELS:
    case DOC_GRAPH:
        break;
    }
    return figure_map(f);
}

/* --- In words --- */

static const char *kind_words(doc_plot_kind kind) {
    switch (kind) {
    case DOC_SCATTER:
        return "Points";
    case DOC_BARS:
        return "Bars";
    case DOC_BRIDGE:
        return "Steps from one level to another";
    case DOC_INTERVALS:
        return "Values with intervals";
    case DOC_TIMELINE:
        return "A timeline";
    case DOC_SLOPE:
        return "Lines from one to the next";
    case DOC_HISTORY:
        return "Positions in time";
    case DOC_CHANNELS:
        return "A map of who can speak to whom";
    case DOC_GRAPH:
        break;
    }
    return "States and the moves between them";
}

static void tell_mark(out_stream *to, const doc_plot *p, const doc_mark *m,
                      arena *mem) {
    bool by_x = p->kind == DOC_INTERVALS || p->kind == DOC_TIMELINE ||
                p->kind == DOC_HISTORY || p->kind == DOC_SCATTER;
    bool valued = p->kind != DOC_CHANNELS && p->kind != DOC_GRAPH;
    if (m->series && p->kind != DOC_CHANNELS) {
        markup_plain(to, m->series);
        out_text(to, ", ");
    }
    markup_plain(to,
                 p->kind == DOC_TIMELINE ? plot_event(p, m, mem) : m->label);
    if (!valued) return;
    out_text(to, " ");
    markup_plain(to, by_x ? doc_show(m->x, 0, p->x.unit, mem)
                          : doc_show(m->y, m->error, p->y.unit, mem));
}

static void describe(out_stream *to, const doc_plot *p, arena *mem) {
    out_text(to, kind_words(p->kind));
    size_t told = 0, named = 0;
    for (const doc_plot_node *n = p->first; n; n = n->next) {
        if (!n->mark.label) continue;
        if (named++ >= TOLD_MOST) continue;
        out_text(to, told++ == 0 ? ": " : "; ");
        tell_mark(to, p, &n->mark, mem);
    }
    if (named > told) markup_print(to, "; and %zu more", named - told);
    out_text(to, ".");
}

/* --- The element --- */

static void write_frame(out_stream *to, const doc_plot *p,
                        const figure_frame *frame, double height, arena *mem) {
    double y = frame->alone ? -30 : -MARGIN;
    out_text(to, "<svg ");
    if (frame->alone) out_text(to, "xmlns=\"http://www.w3.org/2000/svg\" ");
    if (frame->class) markup_print(to, "class=\"%s\" ", frame->class);
    markup_print(to, "role=\"img\" aria-labelledby=\"%s-t %s-d\" viewBox=\"0 ",
                 frame->id, frame->id);
    markup_number(to, y);
    out_text(to, " ");
    markup_number(to, frame->width);
    out_text(to, " ");
    markup_number(to, height - y + MARGIN);
    out_text(to, "\"");
    if (frame->alone) {
        out_text(to, " width=\"");
        markup_number(to, frame->width);
        out_text(to, "\"");
    }
    markup_print(to, "><title id=\"%s-t\">", frame->id);
    markup_plain(to, p->title ? p->title : p->name);
    markup_print(to, "</title><desc id=\"%s-d\">", frame->id);
    describe(to, p, mem);
    out_text(to, "</desc>\n");
}

static void write_alone(out_stream *to, const doc_plot *p, double width) {
    out_text(to, "<style>\n");
    out_text(to, figure_style);
    out_text(to, "</style>\n<rect class=\"page\" x=\"0\" y=\"-30\" "
                 "width=\"100%\" height=\"100%\"/>\n");
    figure f = {.to = to, .width = width};
    figure_text(&f, "strong", (spot){0, -12}, p->title ? p->title : p->name);
}

void figure_write(out_stream *to, const doc_plot *p, const figure_frame *frame,
                  arena *mem) {
    growing_text kept = {mem, NULL, 0, 0};
    out_stream *inner = ARENA_NEW(mem, out_stream);
    out_begin(inner, (parley_sink){&kept, keep});
    figure f = {inner, p, frame->width, frame->width < 500, frame->kept, mem};
    double height = draw(&f);
    (void)out_end(inner);
    write_frame(to, p, frame, height, mem);
    if (frame->alone) write_alone(to, p, frame->width);
    out_bytes(to, kept.bytes, kept.size);
    out_text(to, "</svg>\n");
}
