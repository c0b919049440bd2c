/* SPDX-License-Identifier: Apache-2.0
 * Which outcomes of a block have exactly these worths?
 *
 * Issue after issue, giving up a branch whose bound is below the worths wanted
 * for some party. What leads to nothing is remembered by its issue, key and
 * bound, as many as there are places: many choices come to the same. At every
 * issue the option of the outcome that is known comes first, since most of the
 * others differ from it in the last issues alone. The search ends after a
 * number of steps, and then it may not have found all. */
#include <string.h>

#include "deal/live_int.h"

enum { STEPS_MOST = 4000000, PLACES = 1 << 15 };

typedef struct searching {
    const live_task *t;
    const fixed *worth;
    const int *known;
    uint64_t *key; /* [depth + 1] */
    fixed *up;
    int *path, *options;
    size_t count, most, steps;
    uint64_t *dead; /* [place][issue + 1, key, bound] */
} searching;

/* --- What leads to nothing --- */

static uint64_t *place_of(const searching *s, size_t at) {
    const size_t words = (size_t)s->t->words, n = (size_t)s->t->n;
    uint64_t hash = live_hash(at, s->key + at * words, words);
    hash = live_hash(hash, s->up + at * n, n);
    return s->dead + hash % PLACES * (1 + words + n);
}

static bool is_dead(const searching *s, size_t at) {
    const size_t words = (size_t)s->t->words, n = (size_t)s->t->n;
    const uint64_t *place = place_of(s, at);
    return place[0] == at + 1 &&
           memcmp(place + 1, s->key + at * words, words * sizeof *place) == 0 &&
           memcmp(place + 1 + words, s->up + at * n, n * sizeof *place) == 0;
}

static void note_dead(const searching *s, size_t at) {
    const size_t words = (size_t)s->t->words, n = (size_t)s->t->n;
    uint64_t *place = place_of(s, at);
    place[0] = at + 1;
    memcpy(place + 1, s->key + at * words, words * sizeof *place);
    memcpy(place + 1 + words, s->up + at * n, n * sizeof *place);
}

/* --- The search --- */

static bool may_be(const searching *s, const fixed *up, bool last) {
    const size_t n = (size_t)s->t->n;
    if (last) return memcmp(up, s->worth, n * sizeof *up) == 0;
    for (size_t p = 0; p < n; p++)
        if (up[p] < s->worth[p]) return false;
    return true;
}

static void go_on(searching *s, int issue) {
    const live_task *t = s->t;
    const size_t n = (size_t)t->n, words = (size_t)t->words;
    const size_t depth = (size_t)t->depth, at = (size_t)issue;
    if (issue == t->depth) {
        for (size_t j = 0; j < depth; j++)
            s->options[s->count * depth + (size_t)t->order[j]] = s->path[j];
        s->count++;
        return;
    }
    if (is_dead(s, at)) return;
    const size_t before = s->count;
    uint64_t *key = s->key + (at + 1) * words;
    fixed *up = s->up + (at + 1) * n;
    const int known = s->known[t->order[issue]];
    for (int i = 0; i < t->options[issue]; i++) {
        const int o = i == 0 ? known : i <= known ? i - 1 : i;
        if (s->count == s->most || ++s->steps > STEPS_MOST) return;
        memcpy(key, s->key + at * words, words * sizeof *key);
        memcpy(up, s->up + at * n, n * sizeof *up);
        s->path[issue] = o;
        if (live_take(t, issue, o, key, up) &&
            may_be(s, up, issue + 1 == t->depth))
            go_on(s, issue + 1);
    }
    if (s->count == before) note_dead(s, at);
}

size_t live_members(const live_task *t, const fixed *worth, const int *known,
                    size_t most, int *options, arena *mem) {
    const size_t levels = (size_t)t->depth + 1;
    searching s = {.t = t,
                   .worth = worth,
                   .known = known,
                   .options = options,
                   .most = most};
    s.key = ARENA_ARRAY(mem, uint64_t, levels * (size_t)t->words);
    s.up = ARENA_ARRAY(mem, fixed, levels * (size_t)t->n + 1);
    s.path = ARENA_ARRAY(mem, int, levels);
    s.dead = ARENA_ARRAY(mem, uint64_t,
                         PLACES * (1 + (size_t)t->words + (size_t)t->n));
    for (int b = 0; b < t->bit_count; b++)
        s.key[b / 64] |= UINT64_C(1) << (b % 64);
    memcpy(s.up, t->most, (size_t)t->n * sizeof *s.up);
    go_on(&s, 0);
    return s.count;
}
