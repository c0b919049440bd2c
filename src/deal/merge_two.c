/* SPDX-License-Identifier: Apache-2.0
 * One step of the merge for two parties.
 *
 * A frontier is a staircase: the first party's worth falls, the second's
 * rises. Adding an element of the block to every point shifts the staircase;
 * the new frontier is the upper right border of all shifted ones. They are
 * merged one after the other, each in one pass over both. Shifts are made of
 * the longer of the two (frontier or block), so there are few of them.
 *
 * Equal vectors meet in such a pass and are counted. Work: the shorter length
 * times the length of the new frontier. Nemhauser and Ullmann, Management
 * Science 15 (1969). */
#include <string.h>

#include "deal/merge_int.h"

typedef struct stair {
    fixed x, y;
    merge_step step;
} stair;

/* The longer of level and block, shifted by one point of the other. */
typedef struct shift {
    const fixed *worth; /* pairs */
    size_t count, by;   /* by: the number of the other's point */
    fixed x, y;
    bool is_level; /* what is shifted is the level, not the block */
} shift;

typedef struct stairs {
    merge *m;
    int k;
    const merge_level *level;
    const deal_block *block;
    stair *now, *next;
    size_t count, room;
    arena *scratch;
} stairs;

static merge_step step_of(const stairs *s, const shift *f, size_t i) {
    size_t parent = f->is_level ? i : f->by, element = f->is_level ? f->by : i;
    return (merge_step){
        (uint32_t)parent, (uint32_t)element,
        merge_times(s->level->step[parent].copies, s->block->copies[element])};
}

/* `now` keeps what it has; `next` is written anew. */
static void make_room(stairs *s, size_t room) {
    if (room <= s->room) return;
    s->room = 2 * room;
    s->now = arena_grow(s->scratch, s->now, s->count, s->room, sizeof *s->now);
    s->next = ARENA_ARRAY(s->scratch, stair, s->room);
}

/* Appends unless it is dominated; equal to the last: counted with it. */
static inline size_t append(const stairs *s, size_t count, const stair *from) {
    stair *last = &s->next[count > 0 ? count - 1 : 0];
    if (count == 0 || from->y > last->y) {
        s->next[count] = *from;
        return count + 1;
    }
    if (from->y == last->y && from->x == last->x)
        merge_unite(s->m, s->k, &last->step, from->step);
    return count;
}

static inline bool goes_first(const stair *a, fixed x, fixed y) {
    return a->x > x || (a->x == x && a->y >= y);
}

static void merge_shift(stairs *s, const shift *f) {
    make_room(s, s->count + f->count);
    size_t i = 0, count = 0;
    for (size_t j = 0; j < f->count; j++) {
        fixed x = f->worth[2 * j] + f->x, y = f->worth[2 * j + 1] + f->y;
        while (i < s->count && goes_first(&s->now[i], x, y))
            count = append(s, count, &s->now[i++]);
        if (count > 0 && y < s->next[count - 1].y) continue;
        stair new = {x, y, step_of(s, f, j)};
        count = append(s, count, &new);
    }
    for (; i < s->count; i++)
        count = append(s, count, &s->now[i]);
    stair *done = s->next;
    s->next = s->now;
    s->now = done;
    s->count = count;
}

static shift shift_by(const stairs *s, bool is_level, size_t by) {
    const fixed *worth = is_level ? s->block->worth : s->level->worth;
    return (shift){is_level ? s->level->worth : s->block->worth,
                   is_level ? s->level->count : s->block->count,
                   by,
                   worth[2 * by],
                   worth[2 * by + 1],
                   is_level};
}

/* What is within the slack of a point that is kept may go. */
static void thin(stairs *s, fixed slack) {
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++)
        if (kept == 0 || s->now[i].y > s->now[kept - 1].y + slack)
            s->now[kept++] = s->now[i];
    s->count = kept;
}

static void store(const stairs *s, merge_level *to) {
    to->count = s->count;
    to->worth = ARENA_ARRAY(s->m->level_mem, fixed, 2 * s->count + 1);
    to->step = ARENA_ARRAY(s->m->level_mem, merge_step, s->count + 1);
    for (size_t i = 0; i < s->count; i++) {
        to->worth[2 * i] = s->now[i].x;
        to->worth[2 * i + 1] = s->now[i].y;
        to->step[i] = s->now[i].step;
    }
}

bool merge_two(merge *m, int k) {
    stairs s = {.m = m,
                .k = k,
                .level = &m->levels[k],
                .block = &m->blocks->items[k],
                .scratch = arena_child(m->mem)};
    const bool is_level = s.level->count >= s.block->count;
    const size_t shifts = is_level ? s.block->count : s.level->count;
    merge_level *to = &m->levels[k + 1];
    bool fits = true;
    for (size_t i = 0; i < shifts && fits; i++) {
        shift f = shift_by(&s, is_level, i);
        merge_shift(&s, &f);
        fits = s.count <= (m->has_slack ? m->most : m->room);
    }
    if (m->has_slack) thin(&s, m->slack[1]);
    fits = fits && s.count <= m->room;
    if (fits)
        store(&s, to);
    else
        to->count = s.count;
    arena_free(s.scratch);
    return fits;
}
