/* SPDX-License-Identifier: Apache-2.0
 * Which point has at least as much in each of three and more dimensions? Asked
 * of a set that only grows.
 *
 * Trees in which every node has eight children, one tree a digit of the number
 * of points in base eight: the eighth tree of a size is joined with the seven
 * before (Bentley and Saxe, J. Algorithms 1, 1980). Joining puts points that
 * are near each other together, by halves in one dimension after the other
 * (Bentley, CACM 18, 1975). A node knows the most that any point below each
 * child has in each dimension: what asks for more is not looked for there (as
 * in the ND-tree of Jaszkiewicz and Lust, IEEE Trans. Evol. Comp. 22, 2018).
 *
 * These most are coarse, 15 bits of the range, rounded down: eight children are
 * compared at once in a vector of the machine, and what asks for more coarsely
 * asks for more. Points are compared exactly. The point that covered last is
 * asked first, since questions come in an order that makes neighbours alike.
 *
 * Edge cases: a question outside the range is as one at its end; places not yet
 * taken have -1, less than anything asked. */
#include "deal/forest.h"

#include <string.h>

/* Joined from this level on: fewer points are found as fast in any order. */
enum { FAN = 8, LEVELS = 11, JOINED = 1, COARSE_MOST = INT16_MAX };

typedef int16_t eight __attribute__((vector_size(16)));
typedef int8_t eight_bytes __attribute__((vector_size(8)));

struct deal_forest {
    size_t d;     /* dimensions */
    size_t width; /* of a point: its worths and its number */
    size_t count, room;
    fixed *points;
    eight *most[LEVELS]; /* [level][group * d + dimension], a child a lane;
                            the children of level 0 are points */
    const fixed *low;
    int *shift;    /* [dimension]: the bits that being coarse drops */
    eight *wanted; /* [dimension]: what is asked for, in all lanes */
    fixed *recent; /* the point that covered last, and its number; none: -1 */
    arena *mem;
};

/* --- Making room --- */

static size_t groups_of(size_t points, int level) {
    return (points >> 3 * (level + 1)) + 1;
}

static void make_room(deal_forest *f) {
    if (f->count < f->room) return;
    const size_t room = f->room ? 2 * f->room : (size_t)FAN * FAN;
    f->points = arena_grow(f->mem, f->points, f->room * f->width,
                           room * f->width, sizeof *f->points);
    for (int level = 0; level < LEVELS; level++) {
        const size_t old = f->room ? groups_of(f->room, level) * f->d : 0;
        const size_t new = groups_of(room, level) * f->d;
        if (new == old) continue;
        f->most[level] = arena_grow(f->mem, f->most[level], old, new,
                                    sizeof *f->most[level]);
        memset(f->most[level] + old, -1, (new - old) * sizeof(eight));
    }
    f->room = room;
}

/* Bits to drop so that the range fits. */
static int shift_of(fixed low, fixed high) {
    const uint64_t range = (uint64_t)high - (uint64_t)low;
    int shift = 0;
    while (range >> shift > COARSE_MOST)
        shift++;
    return shift;
}

deal_forest *deal_forest_new(int dimensions, const fixed *low,
                             const fixed *high, arena *mem) {
    const size_t d = (size_t)dimensions;
    deal_forest *f = ARENA_NEW(mem, deal_forest);
    fixed *from = ARENA_ARRAY(mem, fixed, d);
    *f = (deal_forest){.d = d, .width = d + 1, .low = from, .mem = mem};
    f->shift = ARENA_ARRAY(mem, int, d);
    f->wanted = ARENA_ARRAY(mem, eight, d);
    f->recent = ARENA_ARRAY(mem, fixed, d + 1);
    f->recent[d] = -1;
    for (size_t q = 0; q < d; q++) {
        from[q] = low[q];
        f->shift[q] = shift_of(low[q], high[q]);
    }
    make_room(f);
    return f;
}

static int16_t coarse(const deal_forest *f, size_t q, fixed worth) {
    if (worth <= f->low[q]) return 0;
    const uint64_t above = (uint64_t)worth - (uint64_t)f->low[q];
    const uint64_t kept = above >> f->shift[q];
    return (int16_t)(kept > COARSE_MOST ? COARSE_MOST : kept);
}

/* --- Joining --- */

static void swap_points(fixed *a, fixed *b, size_t width) {
    for (size_t q = 0; q < width; q++) {
        fixed worth = a[q];
        a[q] = b[q];
        b[q] = worth;
    }
}

/* Puts the smaller half, by dimension q, first (Hoare's FIND, CACM 4, 1961).
 */
static void halve(fixed *points, size_t count, size_t width, size_t q) {
    ptrdiff_t low = 0, high = (ptrdiff_t)count - 1;
    const ptrdiff_t middle = (ptrdiff_t)count / 2, step = (ptrdiff_t)width;
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
            swap_points(points + i++ * step, points + j-- * step, width);
        }
        if (middle > j && middle < i) return;
        if (middle <= j)
            high = j;
        else
            low = i;
    }
}

/* Cuts `count` points into eighths of their own kind, and these again. */
static void cut(const deal_forest *f, fixed *points, size_t count, size_t q) {
    if (count <= FAN) return;
    for (size_t part = count; part > count / FAN; part /= 2, q++)
        for (size_t at = 0; at < count; at += part)
            halve(points + at * f->width, part, f->width, q % f->d);
    for (size_t at = 0; at < count; at += count / FAN)
        cut(f, points + at * f->width, count / FAN, q);
}

static void put_point(const deal_forest *f, size_t i) {
    for (size_t q = 0; q < f->d; q++)
        f->most[0][i / FAN * f->d + q][i % FAN] =
            coarse(f, q, f->points[i * f->width + q]);
}

/* The most of a full group, for its place in the group above. */
static void crown(const deal_forest *f, int level, size_t group) {
    for (size_t q = 0; q < f->d; q++) {
        const eight of = f->most[level][group * f->d + q];
        int16_t most = of[0];
        for (int i = 1; i < FAN; i++)
            if (of[i] > most) most = of[i];
        f->most[level + 1][group / FAN * f->d + q][group % FAN] = most;
    }
}

/* The last FAN^(level + 1) points become one tree. */
static void join(deal_forest *f, int level) {
    const size_t size = (size_t)1 << 3 * (level + 1), first = f->count - size;
    cut(f, f->points + first * f->width, size, 0);
    for (size_t i = first; i < f->count; i++)
        put_point(f, i);
    for (int below = 0; below < level; below++)
        for (size_t g = first >> 3 * (below + 1);
             g < f->count >> 3 * (below + 1); g++)
            crown(f, below, g);
}

void deal_forest_add(deal_forest *f, const fixed *v, size_t number) {
    make_room(f);
    fixed *point = f->points + f->count * f->width;
    memcpy(point, v, f->d * sizeof *v);
    point[f->d] = (fixed)number;
    put_point(f, f->count++);
    int level = 0;
    for (size_t left = f->count; left % FAN == 0; left /= FAN, level++) {
        if (level >= JOINED && left / FAN % FAN != 0) join(f, level);
        crown(f, level, left / FAN - 1);
    }
}

/* --- Asking --- */

/* One bit a lane: 0, 8, 16 ... */
static uint64_t lanes_of(eight ok) {
    const eight_bytes bytes = __builtin_convertvector(ok, eight_bytes);
    uint64_t lanes;
    memcpy(&lanes, &bytes, sizeof lanes);
    return lanes & UINT64_C(0x0101010101010101);
}

static bool ask_point(deal_forest *f, size_t i, const fixed *v) {
    const fixed *point = f->points + i * f->width;
    if (!deal_covers(point, v, (int)f->d)) return false;
    memcpy(f->recent, point, f->width * sizeof *v);
    return true;
}

static bool ask(deal_forest *f, int level, size_t group, const fixed *v) {
    const eight *most = f->most[level] + group * f->d;
    eight ok = most[0] >= f->wanted[0];
    for (size_t q = 1; q < f->d; q++)
        ok &= most[q] >= f->wanted[q];
    for (uint64_t lanes = lanes_of(ok); lanes; lanes &= lanes - 1) {
        const size_t child = FAN * group + (size_t)__builtin_ctzll(lanes) / 8;
        if (level == 0 ? ask_point(f, child, v) : ask(f, level - 1, child, v))
            return true;
    }
    return false;
}

int64_t deal_forest_find(deal_forest *f, const fixed *v) {
    const fixed *number = &f->recent[f->d];
    if (*number >= 0 && deal_covers(f->recent, v, (int)f->d)) return *number;
    for (size_t q = 0; q < f->d; q++)
        f->wanted[q] = (eight){0} + coarse(f, q, v[q]);
    size_t left = f->count;
    for (int level = 0; left > 0; level++, left /= FAN)
        if (left % FAN != 0 && ask(f, level, left / FAN, v)) return *number;
    return -1;
}
