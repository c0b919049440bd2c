/* SPDX-License-Identifier: Apache-2.0
 * Is there a point with at least as much in every dimension? Asked of a set
 * that only grows.
 *
 * Two dimensions: only the points that no other covers matter, and they are a
 * staircase (the first coordinate rises, the second falls): one halving.
 *
 * More: trees of 2^i leaves, each leaf a few points, one tree a binary digit
 * of the number of full leaves; a new leaf joins trees of equal size as adding
 * one carries digits (Bentley and Saxe, J. Algorithms 1, 1980). A tree halves
 * its points by one dimension after the other (Bentley, CACM 18, 1975), and a
 * node knows the most that any point below it has in each dimension: whatever
 * asks for more is not looked for there. The point that covered last is asked
 * first, since questions come in an order that makes neighbours alike. */
#include <string.h>

#include "deal/merge_int.h"

enum { LEAF = 32 };

struct merge_reach {
    size_t d; /* dimensions */
    size_t count, room;
    fixed *points; /* two dimensions: the staircase; else by tree */
    fixed *most;   /* [2 * first leaf + node][dimension] */
    fixed *recent; /* the point that covered last */
    bool has_recent;
    arena *mem;
};

static void make_room(merge_reach *r) {
    if (r->count < r->room) return;
    size_t room = r->room ? 2 * r->room : 2 * (size_t)LEAF;
    r->points = arena_grow(r->mem, r->points, r->room * r->d, room * r->d,
                           sizeof *r->points);
    r->most = arena_grow(r->mem, r->most, 2 * r->room / LEAF * r->d,
                         2 * room / LEAF * r->d, sizeof *r->most);
    r->room = room;
}

merge_reach *merge_reach_new(int dimensions, arena *mem) {
    merge_reach *r = ARENA_NEW(mem, merge_reach);
    *r = (merge_reach){.d = (size_t)dimensions, .mem = mem};
    r->recent = ARENA_ARRAY(mem, fixed, r->d);
    make_room(r);
    return r;
}

/* --- Two dimensions --- */

/* The first step with at least x. */
static size_t find_step(const merge_reach *r, fixed x) {
    size_t low = 0, length = r->count;
    while (length > 0) {
        size_t half = length / 2;
        bool right = r->points[2 * (low + half)] < x;
        low = right ? low + half + 1 : low;
        length = right ? length - half - 1 : half;
    }
    return low;
}

static void add_step(merge_reach *r, const fixed *v) {
    size_t end = find_step(r, v[0]), at = end;
    if (end < r->count && r->points[2 * end] == v[0]) end++;
    while (at > 0 && r->points[2 * (at - 1) + 1] <= v[1])
        at--;
    make_room(r);
    memmove(r->points + 2 * (at + 1), r->points + 2 * end,
            2 * (r->count - end) * sizeof *r->points);
    r->count = r->count - end + at + 1;
    memcpy(r->points + 2 * at, v, 2 * sizeof *v);
}

/* --- More: building --- */

static void swap_points(fixed *a, fixed *b, size_t d) {
    for (size_t q = 0; q < d; q++) {
        fixed worth = a[q];
        a[q] = b[q];
        b[q] = worth;
    }
}

/* Puts the smaller half, by dimension q, first (Hoare's FIND, CACM 4, 1961).
 */
static void halve(fixed *points, size_t count, size_t d, size_t q) {
    ptrdiff_t low = 0, high = (ptrdiff_t)count - 1;
    const ptrdiff_t middle = (ptrdiff_t)count / 2, step = (ptrdiff_t)d;
    fixed *of = points + q;
    while (low < high) {
        const fixed pivot = of[(low + high) / 2 * step];
        ptrdiff_t i = low, j = high;
        while (i <= j) {
            while (of[i * step] < pivot)
                i++;
            while (of[j * step] > pivot)
                j--;
            if (i > j) break;
            swap_points(points + i++ * step, points + j-- * step, d);
        }
        if (middle > j && middle < i) return;
        if (middle <= j)
            high = j;
        else
            low = i;
    }
}

static void most_of(fixed *most, const fixed *points, size_t count, size_t d) {
    memcpy(most, points, d * sizeof *most);
    for (size_t i = 1; i < count; i++)
        for (size_t q = 0; q < d; q++)
            if (points[i * d + q] > most[q]) most[q] = points[i * d + q];
}

/* Node `node` of the tree that begins at `most`, over `count` points. */
static void build(const merge_reach *r, fixed *most, size_t branch,
                  fixed *points, size_t count) {
    const size_t d = r->d;
    if (count > LEAF) {
        size_t level = 0;
        for (size_t above = branch; above > 1; above /= 2)
            level++;
        halve(points, count, d, level % d);
        build(r, most, 2 * branch, points, count / 2);
        build(r, most, 2 * branch + 1, points + count / 2 * d, count / 2);
    }
    most_of(most + branch * d, points, count, d);
}

static void add_leaf_point(merge_reach *r, const fixed *v) {
    make_room(r);
    memcpy(r->points + r->count * r->d, v, r->d * sizeof *v);
    r->count++;
    if (r->count % LEAF != 0) return;
    /* the lowest set bit of the number of leaves: the tree that now ends */
    size_t leaves = r->count / LEAF, size = leaves & (~leaves + 1);
    size_t first = leaves - size;
    build(r, r->most + 2 * first * r->d, 1, r->points + first * LEAF * r->d,
          size * LEAF);
}

/* --- More: asking --- */

static bool is_covered(const fixed *v, const fixed *by, size_t d) {
    for (size_t q = 0; q < d; q++)
        if (by[q] < v[q]) return false;
    return true;
}

static bool scan(merge_reach *r, const fixed *points, size_t count,
                 const fixed *v) {
    for (size_t i = 0; i < count; i++)
        if (is_covered(v, points + i * r->d, r->d)) {
            memcpy(r->recent, points + i * r->d, r->d * sizeof *v);
            return r->has_recent = true;
        }
    return false;
}

static bool ask_tree(merge_reach *r, size_t first, size_t branch, size_t leaves,
                     const fixed *v) {
    /* leaves of the whole tree; a node of level l has leaves >> l of them */
    if (!is_covered(v, r->most + (2 * first + branch) * r->d, r->d))
        return false;
    if (branch >= leaves)
        return scan(r, r->points + (first + branch - leaves) * LEAF * r->d,
                    LEAF, v);
    return ask_tree(r, first, 2 * branch, leaves, v) ||
           ask_tree(r, first, 2 * branch + 1, leaves, v);
}

static bool ask_all(merge_reach *r, const fixed *v) {
    if (r->has_recent && is_covered(v, r->recent, r->d)) return true;
    const size_t leaves = r->count / LEAF;
    if (scan(r, r->points + leaves * LEAF * r->d, r->count % LEAF, v))
        return true;
    for (size_t left = leaves; left > 0; left &= left - 1) {
        size_t size = left & (~left + 1);
        if (ask_tree(r, left - size, 1, size, v)) return true;
    }
    return false;
}

bool merge_reach_covers(merge_reach *r, const fixed *v) {
    if (r->d != 2) return ask_all(r, v);
    size_t at = find_step(r, v[0]);
    return at < r->count && r->points[2 * at + 1] >= v[1];
}

void merge_reach_add(merge_reach *r, const fixed *v) {
    if (r->d == 2)
        add_step(r, v);
    else
        add_leaf_point(r, v);
}
