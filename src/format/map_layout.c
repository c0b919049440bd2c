/* SPDX-License-Identifier: Apache-2.0
 * A layout of our own: nodes as far apart as the links between them are many.
 * The stress, the sum of (distance - links)^2 / links^2 over all pairs, is
 * lowered by majorization from a circle (Gansner, Koren and North, "Graph
 * drawing by stress majorization", 2005). The same graph gives the same
 * places. Pairs without a way between them count as near, so that they take no
 * room from the others. */
#include "format/map_layout.h"

#include <math.h>

enum { ROUNDS = 200, PUSHES = 80, GAP = 18, UNRELATED = 2 };

static void find_distances(const map_graph *g, double *far) {
    size_t n = g->node_count;
    for (size_t i = 0; i < n * n; i++)
        far[i] = i / n == i % n ? 0 : INFINITY;
    for (size_t i = 0; i < g->link_count; i++) {
        const map_link *l = &g->links[i];
        double *to = &far[l->from * n + l->to];
        *to = far[l->to * n + l->from] = fmin(*to, l->length);
    }
    for (size_t k = 0; k < n; k++)
        for (size_t i = 0; i < n; i++)
            for (size_t j = 0; j < n; j++)
                far[i * n + j] =
                    fmin(far[i * n + j], far[i * n + k] + far[k * n + j]);
    double most = 1;
    for (size_t i = 0; i < n * n; i++)
        if (isfinite(far[i])) most = fmax(most, far[i]);
    for (size_t i = 0; i < n * n; i++)
        if (isinf(far[i])) far[i] = fmin(most + 1, UNRELATED);
}

static spot moved(const spot *at, size_t i, const double *far, size_t n) {
    spot sum = {0, 0};
    double weights = 0;
    for (size_t j = 0; j < n; j++) {
        if (i == j) continue;
        double d = far[i * n + j], weight = 1 / (d * d);
        double dx = at[i].x - at[j].x, dy = at[i].y - at[j].y;
        double now = fmax(hypot(dx, dy), 1e-6);
        sum.x += weight * (at[j].x + d * dx / now);
        sum.y += weight * (at[j].y + d * dy / now);
        weights += weight;
    }
    return weights > 0 ? (spot){sum.x / weights, sum.y / weights} : at[i];
}

spot *map_stress(const map_graph *g, arena *mem) {
    size_t n = g->node_count;
    spot *at = ARENA_ARRAY(mem, spot, n + 1);
    double *far = ARENA_ARRAY(mem, double, n *n + 1);
    find_distances(g, far);
    const double turn = 2 * 3.14159265358979323846 / (double)(n ? n : 1);
    for (size_t i = 0; i < n; i++) {
        double angle = turn * (double)i + 0.3;
        at[i] = (spot){cos(angle) * (1 + 0.01 * (double)i), sin(angle)};
    }
    for (int round = 0; round < ROUNDS; round++)
        for (size_t i = 0; i < n; i++)
            at[i] = moved(at, i, far, n);
    return at;
}

spot *map_places(const map_graph *g, const spot *sizes, arena *mem) {
    spot *at = map_graphviz(g, sizes, mem);
    return at ? at : map_stress(g, mem);
}

/* --- To scale --- */

typedef struct bounds {
    spot low, high;
} bounds;

static bounds bounds_of(const spot *at, size_t count) {
    bounds b = {{INFINITY, INFINITY}, {-INFINITY, -INFINITY}};
    for (size_t i = 0; i < count; i++) {
        b.low = (spot){fmin(b.low.x, at[i].x), fmin(b.low.y, at[i].y)};
        b.high = (spot){fmax(b.high.x, at[i].x), fmax(b.high.y, at[i].y)};
    }
    return b;
}

static double stretched(double value, double low, double high, double from,
                        double until) {
    if (!(high - low > 1e-9)) return (from + until) / 2;
    return from + (value - low) / (high - low) * (until - from);
}

static void scale(spot *at, const spot *sizes, size_t count, spot room) {
    spot most = {0, 0};
    for (size_t i = 0; i < count; i++)
        most = (spot){fmax(most.x, sizes[i].x), fmax(most.y, sizes[i].y)};
    bounds b = bounds_of(at, count);
    for (size_t i = 0; i < count; i++) {
        at[i].x = stretched(at[i].x, b.low.x, b.high.x, most.x / 2,
                            room.x - most.x / 2);
        at[i].y = stretched(at[i].y, b.low.y, b.high.y, most.y / 2,
                            room.y - most.y / 2);
    }
}

/* Moves two boxes apart where they overlap, the shorter way. */
static bool push(spot *a, spot *b, spot size_a, spot size_b) {
    double x = (size_a.x + size_b.x) / 2 + GAP - fabs(a->x - b->x);
    double y = (size_a.y + size_b.y) / 2 + GAP - fabs(a->y - b->y);
    if (x <= 0.1 || y <= 0.1) return false;
    if (x < y) {
        double step = (a->x < b->x ? x : -x) / 2;
        a->x -= step;
        b->x += step;
    } else {
        double step = (a->y < b->y ? y : -y) / 2;
        a->y -= step;
        b->y += step;
    }
    return true;
}

static void keep_inside(spot *at, const spot *sizes, size_t count,
                        double width) {
    for (size_t i = 0; i < count; i++)
        at[i].x = fmin(fmax(at[i].x, sizes[i].x / 2),
                       fmax(width - sizes[i].x / 2, sizes[i].x / 2));
}

static void push_apart(spot *at, const spot *sizes, size_t count,
                       double width) {
    bool any = true;
    for (int round = 0; round < PUSHES && any; round++) {
        any = false;
        for (size_t i = 0; i < count; i++)
            for (size_t j = i + 1; j < count; j++)
                if (push(&at[i], &at[j], sizes[i], sizes[j])) any = true;
        keep_inside(at, sizes, count, width);
    }
}

double map_fit(spot *places, const spot *sizes, size_t count, double width,
               bool narrow) {
    bounds b = bounds_of(places, count);
    bool wide = b.high.x - b.low.x > b.high.y - b.low.y;
    for (size_t i = 0; i < count && wide == narrow; i++)
        places[i] = (spot){places[i].y, places[i].x};
    double side = sqrt((double)count);
    double height = narrow ? 70 + 125 * side : 40 + 105 * side;
    scale(places, sizes, count, (spot){width, height});
    push_apart(places, sizes, count, width);
    double low = INFINITY, high = 0;
    for (size_t i = 0; i < count; i++)
        low = fmin(low, places[i].y - sizes[i].y / 2);
    for (size_t i = 0; i < count; i++) {
        places[i].y -= low;
        high = fmax(high, places[i].y + sizes[i].y / 2);
    }
    return high;
}
