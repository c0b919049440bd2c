/* SPDX-License-Identifier: Apache-2.0
 * The Pareto frontier, one outcome after the other: which worth vectors does
 * no other vector dominate (at least as much for all, more for one)?
 *
 * Outcomes of equal vectors are one point: the first outcome and a count. A
 * newcomer that a point already covers is counted or dropped (reach.c); any
 * other becomes a point. What it dominates stays for now: whatever that covers
 * the newcomer covers too, so no answer changes. Once there are twice as many
 * points as the last time, all that are dominated go at once (Kung, Luccio and
 * Preparata, "On Finding the Maxima of a Set of Vectors", JACM 22, 1975).
 *
 * Edge cases: a vector that equals a point which is dominated is counted with
 * it, and goes with it. */
#include "deal/exact.h"

#include <string.h>

#include "deal/relate.h"

/* Fewer points are not worth looking through. */
enum { TIDY_LEAST = 512 };

deal_front deal_front_new(int party_count, const fixed *low, const fixed *high,
                          arena *mem) {
    return (deal_front){
        .party_count = party_count, .low = low, .high = high, .mem = mem};
}

static fixed *point(const deal_front *f, size_t i) {
    return f->worth + i * (size_t)f->party_count;
}

static void make_room(deal_front *f) {
    if (f->count < f->room) return;
    const size_t room = f->room ? 2 * f->room : 64;
    const size_t n = (size_t)f->party_count;
    f->worth =
        arena_grow(f->mem, f->worth, f->count * n, room * n, sizeof *f->worth);
    f->of = arena_grow(f->mem, f->of, f->count, room, sizeof *f->of);
    f->room = room;
}

static deal_reach *reach_of(deal_front *f) {
    if (f->reach) return f->reach;
    f->reached = arena_child(f->mem);
    f->reach = deal_reach_new(f->party_count, f->low, f->high, f->reached);
    for (size_t i = 0; i < f->count; i++)
        deal_reach_add(f->reach, point(f, i), i);
    f->tidy_at = 2 * f->count + TIDY_LEAST;
    return f->reach;
}

void deal_front_end(deal_front *f) {
    const size_t n = (size_t)f->party_count;
    arena *scratch = arena_child(f->mem);
    size_t *stays = ARENA_ARRAY(scratch, size_t, f->count + 1);
    deal_undominated(f->worth, f->count, f->party_count, stays, scratch);
    size_t kept = 0;
    for (size_t i = 0; i < f->count; i++) {
        if (stays[i] != i) continue;
        memmove(point(f, kept), point(f, i), n * sizeof(fixed));
        f->of[kept++] = f->of[i];
    }
    f->count = kept;
    arena_free(scratch);
    arena_free(f->reached);
    f->reached = NULL;
    f->reach = NULL;
}

static bool is_point(const deal_front *f, size_t i, const fixed *worth) {
    return deal_same(point(f, i), worth, f->party_count);
}

bool deal_front_dominates(deal_front *f, const fixed *worth) {
    const int64_t by = deal_reach_find(reach_of(f), worth);
    return by >= 0 && !is_point(f, (size_t)by, worth);
}

void deal_front_add(deal_front *f, const fixed *worth, deal_outcomes of) {
    const int64_t by = deal_reach_find(reach_of(f), worth);
    if (by >= 0) {
        deal_outcomes *known = &f->of[by];
        if (!is_point(f, (size_t)by, worth)) return;
        known->count += of.count;
        if (of.first < known->first) known->first = of.first;
        return;
    }
    if (f->count >= f->tidy_at) deal_front_end(f);
    make_room(f);
    memcpy(point(f, f->count), worth, (size_t)f->party_count * sizeof *worth);
    f->of[f->count] = of;
    deal_reach_add(reach_of(f), worth, f->count++);
}

void deal_front_join(deal_front *f, const deal_front *other) {
    for (size_t i = 0; i < other->count; i++)
        deal_front_add(f, point(other, i), other->of[i]);
}
