/* SPDX-License-Identifier: Apache-2.0
 * Lines from station to station, one a series, named at their ends with their
 * value; where names would fall on one another they are moved apart. */
#include <math.h>

#include "base/text.h"
#include "format/figure.h"

enum { HEIGHT = 190, LINES_MOST = 12 };

typedef struct slope {
    figure *f;
    figure_names lines, stations;
    figure_scale y;
    double left, right; /* where the first and the last station stand */
} slope;

static const doc_mark *mark_at(const slope *s, size_t line, size_t station) {
    for (const doc_plot_node *n = s->f->plot->first; n; n = n->next)
        if (text_same(text_or_empty(n->mark.series), s->lines.items[line]) &&
            text_same(text_or_empty(n->mark.label), s->stations.items[station]))
            return isfinite(n->mark.y) ? &n->mark : NULL;
    return NULL;
}

static void measure(slope *s, double top) {
    const doc_axis *a = &s->f->plot->y;
    double low = INFINITY, high = -INFINITY;
    for (const doc_plot_node *n = s->f->plot->first; n; n = n->next) {
        if (!isfinite(n->mark.y)) continue;
        low = fmin(low, n->mark.y);
        high = fmax(high, n->mark.y);
    }
    if (a->low < a->high) {
        low = a->low;
        high = a->high;
    }
    if (!(low <= high)) low = high = 0;
    if (!(high > low)) {
        low -= 0.5;
        high += 0.5;
    }
    s->y = (figure_scale){low, high, top + HEIGHT, top};
}

static double station_x(const slope *s, size_t station) {
    double steps = (double)(s->stations.count - 1);
    if (steps < 1) return s->left;
    return s->left + (s->right - s->left) * (double)station / steps;
}

static const char *value_text(const slope *s, const doc_mark *m) {
    return doc_show(m->y, 0, s->f->plot->y.unit, s->f->mem);
}

static const char *end_text(const slope *s, size_t line, bool last) {
    const doc_mark *m = mark_at(s, line, last ? s->stations.count - 1 : 0);
    if (!m) return "";
    const char *value = value_text(s, m);
    return last ? arena_format(s->f->mem, "%s %s", value, s->lines.items[line])
                : value;
}

static void find_sides(slope *s) {
    double left = 30, right = 30;
    for (size_t i = 0; i < s->lines.count; i++) {
        left = fmax(left,
                    figure_measure(end_text(s, i, false)) * FIGURE_STRONG + 12);
        right = fmax(right,
                     figure_measure(end_text(s, i, true)) * FIGURE_STRONG + 14);
    }
    s->left = fmin(left, s->f->width * 0.3);
    s->right = s->f->width - fmin(right, s->f->width * 0.45);
}

/* --- Drawing --- */

static void draw_line(const slope *s, size_t line) {
    const figure *f = s->f;
    spot *spots = ARENA_ARRAY(f->mem, spot, s->stations.count);
    const char *hue = figure_hue(line);
    size_t count = 0;
    for (size_t i = 0; i < s->stations.count; i++) {
        const doc_mark *m = mark_at(s, line, i);
        if (m) spots[count++] = (spot){station_x(s, i), figure_at(&s->y, m->y)};
    }
    if (count > 1)
        figure_chain(f, arena_format(f->mem, "line %s", hue), spots, count);
    for (size_t i = 0; i < count; i++)
        figure_shape(f, arena_format(f->mem, "fill %s", hue), line, spots[i]);
}

/* Names at one end, from the top down, at least a line apart; returns how far
 * down they reach. */
static double draw_ends(const slope *s, bool last) {
    const figure *f = s->f;
    size_t station = last ? s->stations.count - 1 : 0;
    double x = station_x(s, station) + (last ? 10 : -10);
    double free = -INFINITY;
    bool done[LINES_MOST] = {false};
    for (size_t round = 0; round < s->lines.count; round++) {
        const doc_mark *top = NULL;
        size_t which = 0;
        for (size_t i = 0; i < s->lines.count; i++) {
            const doc_mark *m = done[i] ? NULL : mark_at(s, i, station);
            if (!m || (top && m->y <= top->y)) continue;
            top = m;
            which = i;
        }
        if (!top) break;
        done[which] = true;
        double y = fmax(figure_at(&s->y, top->y) + 4.5, free);
        figure_words w = figure_wrap(
            end_text(s, which, last),
            (last ? f->width - x : s->left - 4) / FIGURE_STRONG, 3, f->mem);
        free = y + FIGURE_LINE * (double)w.count;
        (void)figure_say(f,
                         arena_format(f->mem, "fill %s%s", figure_hue(which),
                                      last ? "" : " e"),
                         (spot){x, y}, w);
    }
    return free;
}

static double draw_stations(const slope *s, double y) {
    const figure *f = s->f;
    size_t count = s->stations.count;
    double each =
        count > 1 ? (s->right - s->left) / (double)(count - 1) : f->width;
    double height = 0;
    for (size_t i = 0; i < count; i++) {
        bool first = i == 0, last = i + 1 == count && count > 1;
        double x = station_x(s, i);
        double room = first || last ? each / 2 : each;
        if (first) room += s->left;
        if (last) room += f->width - s->right;
        figure_words w =
            figure_wrap(s->stations.items[i], room - 10, 3, f->mem);
        if (first) x = 0;
        if (last) x = f->width;
        const char *class = first ? "soft" : last ? "soft e" : "soft m";
        height = fmax(height, figure_say(f, class, (spot){x, y + 18}, w));
    }
    return height + 22;
}

static void draw_grid(const slope *s) {
    for (size_t i = 0; i < s->stations.count; i++) {
        double x = station_x(s, i);
        figure_line(s->f, "grid", (spot){x, s->y.until - 6},
                    (spot){x, s->y.from + 6});
    }
}

static void draw_zero(const slope *s) {
    if (s->y.low > 0 || s->y.high < 0) return;
    double y = figure_at(&s->y, 0);
    figure_line(s->f, "level", (spot){s->left, y}, (spot){s->right, y});
}

double figure_slope(figure *f) {
    slope s = {.f = f};
    if (f->plot->mark_count == 0) return 0;
    s.lines = figure_labels(f->plot, true, f->mem);
    s.stations = figure_labels(f->plot, false, f->mem);
    if (s.lines.count > LINES_MOST) s.lines.count = LINES_MOST;
    double top = 10;
    if (f->plot->y.title) {
        figure_text(f, "soft", (spot){0, 12}, f->plot->y.title);
        top = 34;
    }
    measure(&s, top);
    find_sides(&s);
    draw_grid(&s);
    draw_zero(&s);
    for (size_t i = 0; i < s.lines.count; i++)
        draw_line(&s, i);
    double below = fmax(draw_ends(&s, false), draw_ends(&s, true));
    below = fmax(s.y.from, below - FIGURE_LINE);
    return below + draw_stations(&s, below);
}
