/* SPDX-License-Identifier: Apache-2.0
 * The Pareto frontier, one outcome after the other: which worth vectors does
 * no other vector dominate (at least as much for all, more for one)?
 *
 * Outcomes of equal vectors are one point: the first outcome and a count. For
 * two parties the points are kept as a staircase (the first party's worth
 * ascending, the second's descending), in which halving finds the one point
 * that could dominate a newcomer and the run that it dominates. For more
 * parties they are a list, and a point that has just dominated somebody moves
 * to the front, since outcomes that come one after the other are alike. Kung,
 * Luccio and Preparata, "On Finding the Maxima of a Set of Vectors", JACM 22
 * (1975).
 *
 * Edge cases: a vector seen before and still on the frontier is counted; one
 * that was dominated meanwhile is dominated again. */
#include "deal/exact.h"

#include <string.h>

#include "deal/relate.h"

deal_front deal_front_new(int party_count, arena *mem) {
    return (deal_front){.party_count = party_count, .mem = mem};
}

static fixed *point(const deal_front *f, size_t i) {
    return f->worth + i * (size_t)f->party_count;
}

static void make_room(deal_front *f) {
    if (f->count < f->room) return;
    size_t room = f->room ? 2 * f->room : 64;
    size_t n = (size_t)f->party_count;
    f->worth =
        arena_grow(f->mem, f->worth, f->count * n, room * n, sizeof *f->worth);
    f->first = arena_grow(f->mem, f->first, f->count, room, sizeof *f->first);
    f->copies =
        arena_grow(f->mem, f->copies, f->count, room, sizeof *f->copies);
    f->room = room;
}

/* Moves points [from, count) to begin at `to`. */
static void shift(deal_front *f, size_t from, size_t to) {
    size_t moved = f->count - from;
    memmove(point(f, to), point(f, from),
            moved * (size_t)f->party_count * sizeof *f->worth);
    memmove(f->first + to, f->first + from, moved * sizeof *f->first);
    memmove(f->copies + to, f->copies + from, moved * sizeof *f->copies);
    f->count = to + moved;
}

static void put(deal_front *f, size_t at, const fixed *worth, uint32_t index) {
    memcpy(point(f, at), worth, (size_t)f->party_count * sizeof *worth);
    f->first[at] = index;
    f->copies[at] = 1;
}

/* --- Two parties --- */

/* The first point that gives the first party at least this much. */
static size_t find_step(const deal_front *f, fixed worth) {
    size_t low = 0, high = f->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (f->worth[2 * middle] < worth)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Outcomes that come one after the other are alike, and so is who dominates
 * them. */
static bool is_below_recent(const deal_front *f, const fixed *worth) {
    if (f->recent >= f->count) return false;
    const fixed *above = point(f, f->recent);
    return above[0] >= worth[0] && above[1] > worth[1];
}

static void add_step(deal_front *f, const fixed *worth, uint32_t index) {
    if (is_below_recent(f, worth)) return;
    size_t at = find_step(f, worth[0]);
    size_t end = at;
    f->recent = at;
    if (at < f->count) {
        const fixed *next = point(f, at);
        if (next[0] == worth[0] && next[1] == worth[1]) {
            f->copies[at]++;
            return;
        }
        if (next[1] >= worth[1]) return;
        if (next[0] == worth[0]) end++;
    }
    while (at > 0 && point(f, at - 1)[1] <= worth[1])
        at--;
    if (at == end) {
        make_room(f);
        shift(f, at, at + 1);
    } else {
        shift(f, end, at + 1);
    }
    put(f, at, worth, index);
}

/* --- More parties --- */

static void swap_points(deal_front *f, size_t i, size_t j) {
    if (i == j) return;
    for (int p = 0; p < f->party_count; p++) {
        fixed worth = point(f, i)[p];
        point(f, i)[p] = point(f, j)[p];
        point(f, j)[p] = worth;
    }
    uint32_t first = f->first[i], copies = f->copies[i];
    f->first[i] = f->first[j];
    f->copies[i] = f->copies[j];
    f->first[j] = first;
    f->copies[j] = copies;
}

static void add_point(deal_front *f, const fixed *worth, uint32_t index) {
    for (size_t i = 0; i < f->count;) {
        switch (deal_relate(point(f, i), worth, f->party_count)) {
        case DEAL_EQUAL:
            f->copies[i]++;
            return;
        case DEAL_ABOVE:
            swap_points(f, i, i / 2);
            return;
        case DEAL_BELOW:
            f->count--;
            swap_points(f, i, f->count);
            break;
        case DEAL_APART:
            i++;
            break;
        }
    }
    make_room(f);
    put(f, f->count++, worth, index);
}

void deal_front_add(deal_front *f, const fixed *worth, uint32_t index) {
    if (f->party_count == 2)
        add_step(f, worth, index);
    else
        add_point(f, worth, index);
}
