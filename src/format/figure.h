/* SPDX-License-Identifier: Apache-2.0
 * A plot drawn as SVG. Each kind has one function that draws and says how high
 * the drawing has become; what they share stands here. Lengths are in pixels
 * of a drawing that is `width` wide; colours and type follow from the classes
 * (data/figure.css), so that a page's light and dark decide. */
#ifndef FORMAT_FIGURE_H
#define FORMAT_FIGURE_H

#include "doc/doc.h"
#include "format/out.h"

extern const char figure_style[]; /* data/figure.css */

enum { FIGURE_BROAD = 680, FIGURE_NARROW = 328 };

typedef struct spot {
    double x, y;
} spot;

/* What two drawings of a plot share, since it costs: {0} before the first. */
typedef struct figure_kept {
    const spot *places; /* of a map's nodes, on no scale */
} figure_kept;

typedef struct figure {
    out_stream *to; /* what is drawn, kept until the height is known */
    const doc_plot *plot;
    double width;
    bool narrow; /* a phone: labels stand above what they name */
    figure_kept *kept;
    arena *mem;
} figure;

/* Writes an svg element. `class` may be NULL; `id` is unique on the page; a
 * figure that stands `alone` has its style and its title in it. */
typedef struct figure_frame {
    const char *id, *class;
    double width;
    bool alone;
    figure_kept *kept;
} figure_frame;
void figure_write(out_stream *to, const doc_plot *p, const figure_frame *frame,
                  arena *mem);

/* False where there is nothing to draw, or too much to be read. */
bool figure_can(const doc_plot *p);

/* The kinds; each returns the height of what it drew. */
double figure_rows(figure *f); /* bars and intervals */
double figure_bridge(figure *f);
double figure_scatter(figure *f);
double figure_timeline(figure *f);
double figure_slope(figure *f);
double figure_history(figure *f);
double figure_map(figure *f); /* channels and graphs */

/* --- Drawing --- */

/* Classes "m" and "e" put the middle or the end of a text at x. */
void figure_text(const figure *f, const char *class, spot at, const char *text);
void figure_line(const figure *f, const char *class, spot from, spot to);
void figure_box(const figure *f, const char *class, spot at, double width,
                double height);
/* Shapes tell series apart where colours don't: disc, square, diamond,
 * triangle, cross; then again. */
void figure_shape(const figure *f, const char *class, size_t shape, spot at);
/* Many small ones, as one element. */
void figure_dots(const figure *f, const spot *spots, size_t count);
void figure_chain(const figure *f, const char *class, const spot *spots,
                  size_t count);

/* --- Words --- */

enum { FIGURE_LINE = 16 }; /* from one line of text to the next */

typedef struct figure_words {
    const char **lines;
    size_t count;
    double width; /* of the longest line */
} figure_words;

/* An upper estimate, for the fonts that a reader may have. */
double figure_measure(const char *text);
#define FIGURE_STRONG 1.16 /* strong text is that much wider */
/* Broken at spaces and after hyphens; longer words are cut anywhere. At most
 * `most` lines, the last one ended with an ellipsis. */
figure_words figure_wrap(const char *text, double width, size_t most,
                         arena *mem);
/* The first line at `at`; returns the height of all. */
double figure_say(const figure *f, const char *class, spot at,
                  figure_words words);

/* --- Names in order of appearance --- */

typedef struct figure_names {
    const char **items;
    size_t count;
} figure_names;

/* Of the marks' labels, or of their series. */
figure_names figure_labels(const doc_plot *p, bool series, arena *mem);
size_t figure_index(const figure_names *names, const char *name);
/* Adds a name that may be there already; items must have room. */
size_t figure_name(figure_names *names, const char *name);
/* "s0" to "s5", the class of a series' colour. */
const char *figure_hue(size_t series);

/* --- Scales --- */

typedef struct figure_scale {
    double low, high;   /* values */
    double from, until; /* pixels */
} figure_scale;

double figure_at(const figure_scale *s, double value);
/* Ticks at round values, about `wanted` of them. */
typedef struct figure_ticks {
    double first, step;
    size_t count;
} figure_ticks;
figure_ticks figure_ticks_of(const figure_scale *s, size_t wanted,
                             doc_unit unit);
const char *figure_tick(double value, const figure_ticks *t, doc_unit unit,
                        arena *mem);
/* Tick labels below y, with faint lines upwards to `top`; returns the height
 * of the labels and the axis' title. */
double figure_axis(const figure *f, const figure_scale *s, const doc_axis *axis,
                   double top, double y);

/* A row of signs that are explained. */
typedef struct figure_sign {
    const char *class; /* of the sign */
    int shape;         /* -1: a line, -2: a box */
    const char *text;
} figure_sign;
double figure_legend(const figure *f, double y, const figure_sign *signs,
                     size_t count);

#endif
