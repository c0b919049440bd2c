/* SPDX-License-Identifier: Apache-2.0
 * Counting outcomes, and the least worth of one, without enumerating them.
 *
 * The pass of live_sweep.c with another question: choices of the same key and
 * the same worths so far have the same future, so they are one state with a
 * number. A state that can't fall below any d counts with all that follows, one
 * that can't reach some d is dropped. That is quick where worths are round
 * numbers, as people give them, and hopeless where all sums differ: then there
 * are as many states as outcomes, and the count is given up at a limit.
 *
 * The least worth is the most of the worths with their signs turned. */
#include <assert.h>
#include <string.h>

#include "deal/digits.h"
#include "deal/live_int.h"

typedef struct counting {
    const live_task *t;
    const fixed *least;
    live_number *number; /* [state] */
    uint64_t *key;
    fixed *up, *low;
    size_t count, room, slot_count;
    uint32_t *slots;
    bool overflows;
    arena *mem;
} counting;

static void make_room(counting *c) {
    if (c->count < c->room) return;
    const size_t room = c->room ? 2 * c->room : 256;
    const size_t n = (size_t)c->t->n, words = (size_t)c->t->words;
    c->number = arena_grow(c->mem, c->number, c->room, room, sizeof *c->number);
    c->key = arena_grow(c->mem, c->key, c->room * words, room * words,
                        sizeof *c->key);
    c->up = arena_grow(c->mem, c->up, c->room * n, room * n, sizeof *c->up);
    c->low = arena_grow(c->mem, c->low, c->room * n, room * n, sizeof *c->low);
    c->room = room;
}

static size_t find_slot(const counting *c, const uint64_t *key,
                        const fixed *up) {
    const size_t n = (size_t)c->t->n, words = (size_t)c->t->words;
    const uint64_t hash = live_hash(live_hash(1, key, words), up, n);
    size_t at = hash & (c->slot_count - 1);
    while (c->slots[at]) {
        assert(c->key && c->up); /* there is a state */
        const size_t i = c->slots[at] - 1;
        if (memcmp(c->key + i * words, key, words * sizeof *key) == 0 &&
            memcmp(c->up + i * n, up, n * sizeof *up) == 0)
            break;
        at = (at + 1) & (c->slot_count - 1);
    }
    return at;
}

static void grow_slots(counting *c) {
    if (2 * c->count < c->slot_count) return;
    const size_t n = (size_t)c->t->n, words = (size_t)c->t->words;
    c->slot_count *= 4;
    c->slots = ARENA_ARRAY(c->mem, uint32_t, c->slot_count);
    for (size_t i = 0; i < c->count; i++)
        c->slots[find_slot(c, c->key + i * words, c->up + i * n)] =
            (uint32_t)(i + 1);
}

static void add(counting *c, const uint64_t *key, const fixed *up,
                const fixed *low, live_number number) {
    const size_t n = (size_t)c->t->n, words = (size_t)c->t->words;
    size_t slot = find_slot(c, key, up);
    if (c->slots[slot]) {
        live_number *there = &c->number[c->slots[slot] - 1];
        c->overflows =
            __builtin_add_overflow(*there, number, there) || c->overflows;
        return;
    }
    make_room(c);
    memcpy(c->key + c->count * words, key, words * sizeof *key);
    memcpy(c->up + c->count * n, up, n * sizeof *up);
    memcpy(c->low + c->count * n, low, n * sizeof *low);
    c->number[c->count++] = number;
    c->slots[slot] = (uint32_t)c->count;
    grow_slots(c);
}

/* --- Bounds --- */

/* What an option does to the bound from below: conjunctions that end true add
 * their positive worth, those that die take their negative worth back. */
static void raise_low(const live_task *t, int issue, int option,
                      const uint64_t *key, fixed *low) {
    const size_t words = (size_t)t->words, n = (size_t)t->n;
    const size_t cell = (size_t)t->from[issue] + (size_t)option;
    for (size_t w = 0; w < words; w++) {
        const uint64_t ok = t->ok[cell * words + w];
        const uint64_t ends = t->ends[(size_t)issue * words + w];
        for (uint64_t bits = key[w] & ~t->forbids[w] & (~ok | ends); bits;
             bits &= bits - 1) {
            const size_t bit = 64 * w + (size_t)__builtin_ctzll(bits);
            const bool dies = !(ok >> (bit % 64) & 1);
            for (size_t p = 0; p < n; p++) {
                const fixed worth = t->worth[bit * n + p];
                if (dies == (worth < 0)) low[p] += dies ? -worth : worth;
            }
        }
    }
}

/* The largest loss of an issue, against its best option. */
static fixed worst_loss(const live_task *t, int issue, int party) {
    fixed most = 0;
    for (int o = 0; o < t->options[issue]; o++) {
        const fixed loss = t->loss[(t->from[issue] + o) * t->n + party];
        most = loss > most ? loss : most;
    }
    return most;
}

static bool may_reach(const counting *c, const fixed *up) {
    for (int p = 0; c->least && p < c->t->n; p++)
        if (up[p] < c->least[p]) return false;
    return true;
}

static bool all_reach(const counting *c, const fixed *low) {
    for (int p = 0; c->least && p < c->t->n; p++)
        if (low[p] < c->least[p]) return false;
    return true;
}

/* --- The pass --- */

static void expand(const counting *from, counting *to, int issue, size_t most) {
    const live_task *t = from->t;
    const size_t n = (size_t)t->n, words = (size_t)t->words;
    uint64_t *key = ARENA_ARRAY(to->mem, uint64_t, words);
    fixed *up = ARENA_ARRAY(to->mem, fixed, n + 1);
    fixed *low = ARENA_ARRAY(to->mem, fixed, n + 1);
    for (size_t i = 0; i < from->count && to->count <= most; i++)
        for (int o = 0; o < t->options[issue]; o++) {
            memcpy(key, from->key + i * words, words * sizeof *key);
            memcpy(up, from->up + i * n, n * sizeof *up);
            memcpy(low, from->low + i * n, n * sizeof *low);
            raise_low(t, issue, o, key, low);
            for (size_t p = 0; p < n; p++)
                low[p] += worst_loss(t, issue, (int)p) -
                          t->loss[((size_t)t->from[issue] + (size_t)o) * n + p];
            if (!live_take(t, issue, o, key, up)) continue;
            if (all_reach(from, low)) {
                /* nothing is asked any more: worths don't tell apart */
                memcpy(up, t->most, n * sizeof *up);
                memcpy(low, t->most, n * sizeof *low);
            } else if (!may_reach(from, up)) {
                continue;
            }
            add(to, key, up, low, from->number[i]);
        }
}

static counting begin(const live_task *t, const fixed *least, arena *mem) {
    counting c = {
        .t = t, .least = least, .slot_count = 1024, .mem = arena_child(mem)};
    c.slots = ARENA_ARRAY(c.mem, uint32_t, c.slot_count);
    return c;
}

static counting first_level(const live_task *t, const fixed *least,
                            arena *mem) {
    counting c = begin(t, least, mem);
    uint64_t *key = ARENA_ARRAY(mem, uint64_t, (size_t)t->words);
    fixed *low = ARENA_ARRAY(mem, fixed, (size_t)t->n + 1);
    for (int b = 0; b < t->bit_count; b++)
        key[b / 64] |= UINT64_C(1) << (b % 64);
    for (int p = 0; p < t->n; p++)
        low[p] = t->most[p] - t->range[p];
    add(&c, key, t->most, low, 1);
    return c;
}

static const char *print(live_number number, arena *mem) {
    const uint64_t limbs[] = {(uint64_t)(number % DIGITS_LIMB),
                              (uint64_t)(number / DIGITS_LIMB % DIGITS_LIMB),
                              (uint64_t)(number / DIGITS_LIMB / DIGITS_LIMB)};
    return digits_print(limbs, sizeof limbs / sizeof *limbs, mem);
}

const char *live_count(const live_task *t, const fixed *least,
                       live_limits limits, arena *mem) {
    const size_t most = limits.states ? limits.states : LIVE_STATES_MOST;
    arena *scratch = arena_child(mem);
    counting c = first_level(t, least, scratch);
    bool ok = true;
    for (int j = 0; j < t->depth && ok; j++) {
        counting next = begin(t, least, scratch);
        next.overflows = c.overflows;
        expand(&c, &next, j, most);
        arena_free(c.mem);
        c = next;
        ok = c.count <= most && !c.overflows;
    }
    live_number number = 0;
    for (size_t i = 0; i < c.count; i++)
        ok = !__builtin_add_overflow(number, c.number[i], &number) && ok;
    const char *text = ok ? print(number, mem) : NULL;
    arena_free(scratch);
    return text;
}

fixed live_floor(const live_task *t, int party) {
    return t->most[party] - t->range[party];
}

bool live_least(const case_model *c, const int *issues, int issue_count,
                const deal_party *party, fixed *least, arena *mem) {
    arena *scratch = arena_child(mem);
    fixed *worth = ARENA_ARRAY(scratch, fixed, (size_t)c->cell_count + 1);
    case_condition *when =
        ARENA_ARRAY(scratch, case_condition, (size_t)party->when_count + 1);
    for (int i = 0; i < c->cell_count; i++)
        worth[i] = -party->worth[i];
    for (int i = 0; i < party->when_count; i++)
        when[i] = (case_condition){party->when[i].holds, -party->when[i].worth};
    const deal_party turned = {
        .worth = worth, .when = when, .when_count = party->when_count};
    const live_task *t = live_task_new(c, (int_list){issues, issue_count},
                                       &turned, 1, scratch, NULL);
    const live_front f =
        t ? live_solve(t, (live_limits){0}, scratch) : (live_front){0};
    const bool any = f.count > 0;
    if (any) *least = -(f.worth[0] + (f.gap ? f.gap[0] : 0));
    arena_free(scratch);
    return any;
}
