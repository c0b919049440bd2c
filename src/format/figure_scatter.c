/* SPDX-License-Identifier: Apache-2.0
 * Outcomes by what they are worth to two parties: a dot each, the frontier in
 * colour, the named points with a shape and their name beside them, and lines
 * through the point of reference. A name goes where it hides nothing named
 * before: right, left, above or below its point, or, where all of these are
 * taken, at the nearest place that is free, with a line to it. */
#include <math.h>

#include "base/text.h"
#include "format/figure.h"

enum { NAMED_MOST = 40, TAKEN_MOST = 240, TALLEST = 440, SIDES = 4, NEAR = 12 };

typedef struct patch { /* where a name stands */
    double left, right, top, bottom;
} patch;

typedef struct field {
    figure *f;
    figure_scale x, y;
    patch taken[TAKEN_MOST];
    size_t taken_count;
    size_t named;
} field;

static bool drawable(const doc_mark *m) {
    return isfinite(m->x) && isfinite(m->y);
}

static figure_scale fitted(const doc_axis *a, double low, double high) {
    if (a->low < a->high) return (figure_scale){a->low, a->high, 0, 0};
    if (!(low <= high)) return (figure_scale){0, 1, 0, 0};
    double rim = high > low ? (high - low) * 0.04 : 0.5;
    return (figure_scale){low - rim, high + rim, 0, 0};
}

static void measure(field *d, double top) {
    double x_low = INFINITY, x_high = -INFINITY;
    double y_low = INFINITY, y_high = -INFINITY;
    for (const doc_plot_node *n = d->f->plot->first; n; n = n->next) {
        if (!drawable(&n->mark)) continue;
        x_low = fmin(x_low, n->mark.x);
        x_high = fmax(x_high, n->mark.x);
        y_low = fmin(y_low, n->mark.y);
        y_high = fmax(y_high, n->mark.y);
    }
    d->x = fitted(&d->f->plot->x, x_low, x_high);
    d->y = fitted(&d->f->plot->y, y_low, y_high);
    double height = fmin(d->f->width * 0.75, TALLEST);
    d->x.from = 44;
    d->x.until = d->f->width - 2;
    d->y.from = top + height;
    d->y.until = top;
}

static spot place(const field *d, const doc_mark *m) {
    return (spot){figure_at(&d->x, m->x), figure_at(&d->y, m->y)};
}

static void draw_y_axis(const field *d) {
    const figure *f = d->f;
    figure_ticks t = figure_ticks_of(&d->y, 5, f->plot->y.unit);
    for (size_t i = 0; i < t.count; i++) {
        double value = t.first + t.step * (double)i;
        double y = figure_at(&d->y, value);
        figure_line(f, "grid", (spot){d->x.from, y}, (spot){d->x.until, y});
        figure_text(f, "soft e", (spot){d->x.from - 6, y + 4.5},
                    figure_tick(value, &t, f->plot->y.unit, f->mem));
    }
}

/* --- Points without a name --- */

static void draw_others(const field *d) {
    const figure *f = d->f;
    spot *spots = ARENA_ARRAY(f->mem, spot, f->plot->mark_count);
    size_t count = 0;
    for (const doc_plot_node *n = f->plot->first; n; n = n->next)
        if (n->mark.role == DOC_OTHER && drawable(&n->mark))
            spots[count++] = place(d, &n->mark);
    figure_dots(f, spots, count);
}

static void draw_frontier(const field *d) {
    for (const doc_plot_node *n = d->f->plot->first; n; n = n->next)
        if (n->mark.role == DOC_FRONTIER && drawable(&n->mark))
            figure_shape(d->f, "fill s0", 0, place(d, &n->mark));
}

/* --- Names --- */

static bool overlap(const patch *a, const patch *b) {
    return a->left < b->right && b->left < a->right && a->top < b->bottom &&
           b->top < a->bottom;
}

static bool is_free(const field *d, const patch *p) {
    if (p->left < d->x.from || p->right > d->f->width ||
        p->top < d->y.until - 4 || p->bottom > d->y.from)
        return false;
    for (size_t i = 0; i < d->taken_count; i++)
        if (overlap(p, &d->taken[i])) return false;
    return true;
}

/* Right, left, above, below. */
static patch beside(spot at, spot size, int side) {
    double left = at.x + 10, top = at.y - 8;
    if (side == 1) left = at.x - 10 - size.x;
    if (side >= 2) left = at.x - size.x / 2;
    if (side == 2) top = at.y - 7 - size.y;
    if (side == 3) top = at.y + 8;
    return (patch){left, left + size.x, top, top + size.y};
}

static double distance(const patch *p, spot at) {
    double x = fmax(fmax(p->left - at.x, at.x - p->right), 0);
    double y = fmax(fmax(p->top - at.y, at.y - p->bottom), 0);
    return hypot(x, y);
}

/* How far a patch is from its point; more if another named one is nearer. */
static double strain(const field *d, const patch *p, spot at) {
    double own = distance(p, at), other = INFINITY;
    for (const doc_plot_node *n = d->f->plot->first; n; n = n->next) {
        if (n->mark.role != DOC_MARKED || !drawable(&n->mark)) continue;
        spot there = place(d, &n->mark);
        if (hypot(there.x - at.x, there.y - at.y) > 1)
            other = fmin(other, distance(p, there));
    }
    return own + fmax(0, 2 * NEAR + own - other);
}

/* The free patch that is best for a point, or, where all is taken, one that is
 * at least inside. */
static patch best_patch(const field *d, spot at, spot size) {
    enum { STEP = 12 };
    double right = fmax(d->f->width - size.x, d->x.from);
    double lowest = fmax(d->y.from - size.y, d->y.until);
    double left = fmin(fmax(at.x - size.x / 2, d->x.from), right);
    patch best = {left, left + size.x, lowest, lowest + size.y};
    double least = INFINITY;
    const int rows = (int)((lowest - d->y.until) / STEP);
    const int columns = (int)((right - d->x.from) / STEP);
    for (int i = 0; i <= rows; i++)
        for (int k = 0; k <= columns; k++) {
            double x = d->x.from + STEP * k, y = d->y.until + STEP * i;
            patch p = {x, x + size.x, y, y + size.y};
            if (strain(d, &p, at) >= least || !is_free(d, &p)) continue;
            least = strain(d, &p, at);
            best = p;
        }
    return best;
}

static patch find_patch(const field *d, spot at, spot size) {
    for (int side = 0; side < SIDES; side++) {
        patch p = beside(at, size, side);
        if (is_free(d, &p)) return p;
    }
    return best_patch(d, at, size);
}

static void take(field *d, patch p) {
    if (d->taken_count < sizeof d->taken / sizeof *d->taken)
        d->taken[d->taken_count++] = p;
}

static void take_points(field *d) {
    for (const doc_plot_node *n = d->f->plot->first; n; n = n->next) {
        if (n->mark.role == DOC_OTHER || !drawable(&n->mark)) continue;
        if (d->taken_count + NAMED_MOST >= TAKEN_MOST) return;
        spot at = place(d, &n->mark);
        take(d, (patch){at.x - 6, at.x + 6, at.y - 6, at.y + 6});
    }
}

static void draw_name(field *d, const doc_mark *m, spot at) {
    double room = (d->x.until - d->x.from) * 0.6 / FIGURE_STRONG;
    figure_words w = figure_wrap(text_or_empty(m->label), room, 4, d->f->mem);
    spot size = {w.width * FIGURE_STRONG, FIGURE_LINE * (double)w.count};
    patch p = find_patch(d, at, size);
    take(d, p);
    spot near = {fmin(fmax(at.x, p.left), p.right),
                 fmin(fmax(at.y, p.top + 2), p.bottom - 2)};
    if (distance(&p, at) > NEAR) figure_line(d->f, "base", at, near);
    (void)figure_say(d->f, "halo strong", (spot){p.left, p.top + 12.5}, w);
}

static void draw_names(field *d, doc_role role) {
    for (const doc_plot_node *n = d->f->plot->first; n; n = n->next)
        if (n->mark.role == role && drawable(&n->mark) &&
            d->named++ < NAMED_MOST)
            draw_name(d, &n->mark, place(d, &n->mark));
}

static void draw_marked(const field *d) {
    size_t shape = 1;
    for (const doc_plot_node *n = d->f->plot->first; n; n = n->next)
        if (n->mark.role == DOC_MARKED && drawable(&n->mark))
            figure_shape(d->f, "fill s1 rim", shape++, place(d, &n->mark));
}

static void draw_limits(const field *d) {
    for (const doc_plot_node *n = d->f->plot->first; n; n = n->next) {
        if (n->mark.role != DOC_LIMIT || !drawable(&n->mark)) continue;
        spot at = place(d, &n->mark);
        figure_line(d->f, "level", (spot){at.x, d->y.until},
                    (spot){at.x, d->y.from});
        figure_line(d->f, "level", (spot){d->x.from, at.y},
                    (spot){d->x.until, at.y});
        figure_shape(d->f, "hollow", 4, at);
    }
}

static double draw_legend(const figure *f) {
    figure_sign signs[2];
    size_t count = 0;
    if (doc_plot_has(f->plot, DOC_FRONTIER))
        signs[count++] = (figure_sign){
            "fill s0", 0, "frontier: better for one is worse for another"};
    if (doc_plot_has(f->plot, DOC_OTHER))
        signs[count++] = (figure_sign){"dot", 1, "other outcomes"};
    return figure_legend(f, 0, signs, count);
}

double figure_scatter(figure *f) {
    field *d = ARENA_NEW(f->mem, field);
    d->f = f;
    double top = draw_legend(f);
    if (f->plot->y.title) {
        figure_text(f, "soft", (spot){0, top + 12}, f->plot->y.title);
        top += 24;
    }
    measure(d, top + 6);
    draw_y_axis(d);
    double axis = figure_axis(f, &d->x, &f->plot->x, d->y.until, d->y.from);
    draw_others(d);
    draw_limits(d);
    draw_frontier(d);
    take_points(d);
    draw_names(d, DOC_MARKED);
    draw_names(d, DOC_LIMIT);
    draw_marked(d);
    return d->y.from + axis;
}
