/* SPDX-License-Identifier: Apache-2.0
 * Positions in time: a lane for each series, a dot where a position is taken
 * and a line for as long as it is held. What is held stands above its dot; a
 * text that would run into the one before goes a line higher. */
#include <math.h>

#include "base/text.h"
#include "format/figure.h"

enum { STOREYS = 4 };

typedef struct history {
    figure *f;
    figure_names lanes;
    figure_scale on;
} history;

static void measure(history *h) {
    double low = INFINITY, high = -INFINITY;
    for (const doc_plot_node *n = h->f->plot->first; n; n = n->next) {
        if (!isfinite(n->mark.x)) continue;
        low = fmin(low, n->mark.x);
        high = fmax(high, n->mark.x);
    }
    if (h->f->plot->x.low < h->f->plot->x.high) {
        low = h->f->plot->x.low;
        high = h->f->plot->x.high;
    }
    if (!(low <= high)) low = high = 0;
    if (!(high > low)) high = low + 1;
    h->on = (figure_scale){low, high, 6, h->f->width - 6};
}

typedef struct lane {
    const doc_mark **marks;
    size_t count;
    double free[STOREYS]; /* where each line of text has room from */
    size_t storeys;
} lane;

static lane lane_of(const history *h, size_t which) {
    lane l = {ARENA_ARRAY(h->f->mem, const doc_mark *, h->f->plot->mark_count),
              0,
              {0},
              1};
    for (const doc_plot_node *n = h->f->plot->first; n; n = n->next)
        if (isfinite(n->mark.x) &&
            text_same(text_or_empty(n->mark.series), h->lanes.items[which]))
            l.marks[l.count++] = &n->mark;
    return l;
}

/* The lowest storey with room at x, and where the text begins there. */
static size_t storey(lane *l, double *x, double width, double most) {
    if (*x + width > most) *x = fmax(most - width, 0);
    for (size_t i = 0; i < STOREYS; i++) {
        if (l->free[i] > *x) continue;
        l->free[i] = *x + width + 14;
        if (i + 1 > l->storeys) l->storeys = i + 1;
        return i;
    }
    return STOREYS;
}

static void draw_lane(const history *h, lane *l, size_t which,
                      const size_t *storeys, double y) {
    const figure *f = h->f;
    const char *line = arena_format(f->mem, "line %s", figure_hue(which));
    const char *dot = arena_format(f->mem, "fill %s", figure_hue(which));
    for (size_t i = 0; i < l->count; i++) {
        const doc_mark *m = l->marks[i];
        double from = figure_at(&h->on, m->x);
        double until = i + 1 < l->count ? figure_at(&h->on, l->marks[i + 1]->x)
                                        : h->on.until;
        figure_line(f, line, (spot){from, y}, (spot){until, y});
        figure_shape(f, dot, which, (spot){from, y});
        if (storeys[i] == STOREYS) continue;
        double width = figure_measure(text_or_empty(m->label));
        double x = fmax(fmin(from - 4, f->width - width), 0);
        double base = y - 11 - FIGURE_LINE * (double)storeys[i];
        if (storeys[i] > 0)
            figure_line(f, "level", (spot){from, y}, (spot){from, base + 3});
        figure_text(f, "halo", (spot){x, base}, text_or_empty(m->label));
    }
}

static double show_lane(const history *h, size_t which, double y) {
    lane l = lane_of(h, which);
    size_t *storeys = ARENA_ARRAY(h->f->mem, size_t, l.count + 1);
    for (size_t i = 0; i < l.count; i++) {
        double x = figure_at(&h->on, l.marks[i]->x) - 4;
        storeys[i] =
            storey(&l, &x, figure_measure(text_or_empty(l.marks[i]->label)),
                   h->f->width);
    }
    figure_words w = figure_wrap(h->lanes.items[which],
                                 h->f->width / FIGURE_STRONG, 2, h->f->mem);
    double head = figure_say(h->f, "strong", (spot){0, y + 12}, w);
    double line = y + head + FIGURE_LINE * (double)l.storeys + 10;
    draw_lane(h, &l, which, storeys, line);
    return line - y + 20;
}

double figure_history(figure *f) {
    history h = {.f = f};
    if (f->plot->mark_count == 0) return 0;
    h.lanes = figure_labels(f->plot, true, f->mem);
    measure(&h);
    double y = 0;
    for (size_t i = 0; i < h.lanes.count; i++)
        y += show_lane(&h, i, y);
    return y + figure_axis(f, &h.on, &f->plot->x, y - 6, y);
}
