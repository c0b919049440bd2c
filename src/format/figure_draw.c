/* SPDX-License-Identifier: Apache-2.0
 * Shapes and text of figures as SVG. Numbers that are not finite never reach a
 * drawing: markup_number puts zero in their place, and the kinds leave such
 * marks out before. */
#include <stdio.h>

#include "format/figure.h"
#include "format/markup.h"

static void attribute(const figure *f, const char *name, double value) {
    out_text(f->to, " ");
    out_text(f->to, name);
    out_text(f->to, "=\"");
    markup_number(f->to, value);
    out_text(f->to, "\"");
}

static void begin(const figure *f, const char *tag, const char *class) {
    markup_print(f->to, "<%s class=\"%s\"", tag, class);
}

void figure_text(const figure *f, const char *class, spot at,
                 const char *text) {
    begin(f, "text", class);
    attribute(f, "x", at.x);
    attribute(f, "y", at.y);
    out_text(f->to, ">");
    markup_plain(f->to, text);
    out_text(f->to, "</text>\n");
}

void figure_line(const figure *f, const char *class, spot from, spot to) {
    begin(f, "line", class);
    attribute(f, "x1", from.x);
    attribute(f, "y1", from.y);
    attribute(f, "x2", to.x);
    attribute(f, "y2", to.y);
    out_text(f->to, "/>\n");
}

void figure_box(const figure *f, const char *class, spot at, double width,
                double height) {
    begin(f, "rect", class);
    attribute(f, "x", at.x);
    attribute(f, "y", at.y);
    attribute(f, "width", width > 0 ? width : 0);
    attribute(f, "height", height > 0 ? height : 0);
    out_text(f->to, "/>\n");
}

static void coordinates(const figure *f, const spot *spots, size_t count) {
    out_text(f->to, " points=\"");
    for (size_t i = 0; i < count; i++) {
        out_text(f->to, i > 0 ? " " : "");
        markup_number(f->to, spots[i].x);
        out_text(f->to, ",");
        markup_number(f->to, spots[i].y);
    }
    out_text(f->to, "\"/>\n");
}

void figure_chain(const figure *f, const char *class, const spot *spots,
                  size_t count) {
    begin(f, "polyline", class);
    coordinates(f, spots, count);
}

/* Lines of no length, of which the caps are seen. */
void figure_dots(const figure *f, const spot *spots, size_t count) {
    if (count == 0) return;
    begin(f, "path", "dots");
    out_text(f->to, " d=\"");
    for (size_t i = 0; i < count; i++) {
        out_text(f->to, "M");
        markup_number(f->to, spots[i].x);
        out_text(f->to, " ");
        markup_number(f->to, spots[i].y);
        out_text(f->to, "h0");
    }
    out_text(f->to, "\"/>\n");
}

static void outline(const figure *f, const char *class, const spot *spots,
                    size_t count) {
    begin(f, "polygon", class);
    coordinates(f, spots, count);
}

void figure_shape(const figure *f, const char *class, size_t shape, spot at) {
    double x = at.x, y = at.y;
    spot diamond[] = {{x, y - 5.5}, {x + 5.5, y}, {x, y + 5.5}, {x - 5.5, y}};
    spot triangle[] = {{x, y - 5}, {x + 5, y + 4}, {x - 5, y + 4}};
    spot cross[] = {{x - 5, y - 2}, {x - 2, y - 2}, {x - 2, y - 5},
                    {x + 2, y - 5}, {x + 2, y - 2}, {x + 5, y - 2},
                    {x + 5, y + 2}, {x + 2, y + 2}, {x + 2, y + 5},
                    {x - 2, y + 5}, {x - 2, y + 2}, {x - 5, y + 2}};
    switch (shape % 5) {
    case 1:
        figure_box(f, class, (spot){x - 4, y - 4}, 8, 8);
        return;
    case 2:
        outline(f, class, diamond, 4);
        return;
    case 3:
        outline(f, class, triangle, 3);
        return;
    case 4:
        outline(f, class, cross, 12);
        return;
    default:
        break;
    }
    begin(f, "circle", class);
    attribute(f, "cx", x);
    attribute(f, "cy", y);
    attribute(f, "r", 4.5);
    out_text(f->to, "/>\n");
}

double figure_say(const figure *f, const char *class, spot at,
                  figure_words words) {
    for (size_t i = 0; i < words.count; i++)
        figure_text(f, class, (spot){at.x, at.y + FIGURE_LINE * (double)i},
                    words.lines[i]);
    return FIGURE_LINE * (double)words.count;
}

static void draw_sign(const figure *f, const figure_sign *s, spot at) {
    if (s->shape == -1)
        figure_line(f, s->class, (spot){at.x - 2, at.y - 4},
                    (spot){at.x + 18, at.y - 4});
    else if (s->shape == -2)
        figure_box(f, s->class, (spot){at.x, at.y - 10}, 14, 10);
    else
        figure_shape(f, s->class, (size_t)s->shape, (spot){at.x + 6, at.y - 4});
}

double figure_legend(const figure *f, double y, const figure_sign *signs,
                     size_t count) {
    double x = 0, line = y + 11;
    for (size_t i = 0; i < count; i++) {
        double sign = signs[i].shape == -1 ? 24 : 19;
        double width = sign + figure_measure(signs[i].text);
        if (x > 0 && x + width > f->width) {
            x = 0;
            line += FIGURE_LINE + 2;
        }
        draw_sign(f, &signs[i], (spot){x, line});
        figure_text(f, "soft", (spot){x + sign, line}, signs[i].text);
        x += width + 18;
    }
    return count > 0 ? line - y + 12 : 0;
}
