/* SPDX-License-Identifier: Apache-2.0
 * One pass over the issues of a block whose conditions couple them.
 *
 * What the first k issues leave behind is which conjunctions can still hold
 * (a key, one bit each) and the worths so far. Two choices with the same key
 * have the same future, so the one that is dominated can go, and equal ones
 * are one. Instead of the worth so far a state keeps a bound: that plus all
 * that the best options of the issues left and the conjunctions alive could
 * add. An option takes from it what it is short of the best one, and the
 * positive worths of the conjunctions it ends. What is bounded strictly below
 * a known outcome can go, whatever its key.
 *
 * Dropped is only what is strictly dominated, so the states of the last issue
 * are the frontier, with the number of its outcomes. This is dynamic
 * programming over the boundary of the conditions (Bertele and Brioschi,
 * Nonserial Dynamic Programming, 1972) with bounds (Morin and Marsten, Branch-
 * and-bound strategies for dynamic programming, Operations Research 24, 1976).
 *
 * Edge cases: a forbidden conjunction that comes true ends a state; no state
 * left: no outcome keeps the rules. */
#include <limits.h>
#include <string.h>

#include "base/progress.h"
#include "deal/live_share.h"
#include "deal/merge_int.h"
#include "deal/relate.h"

/* States looked at before a newcomer is simply added: the rest is left to
 * live_prune. */
enum { CHAIN = 12 };

void live_level_room(const live_task *t, live_level *l) {
    if (l->count < l->room) return;
    const size_t room = l->room ? 2 * l->room : 256;
    const size_t n = (size_t)t->n, words = (size_t)t->words;
    arena *mem = l->mem;
    l->key =
        arena_grow(mem, l->key, l->room * words, room * words, sizeof *l->key);
    l->up = arena_grow(mem, l->up, l->room * n, room * n, sizeof *l->up);
    l->copies = arena_grow(mem, l->copies, l->room, room, sizeof *l->copies);
    l->parent = arena_grow(mem, l->parent, l->room, room, sizeof *l->parent);
    l->option = arena_grow(mem, l->option, l->room, room, sizeof *l->option);
    l->group = arena_grow(mem, l->group, l->room, room, sizeof *l->group);
    l->self = arena_grow(mem, l->self, l->room, room, sizeof *l->self);
    l->room = room;
}

void live_level_move(const live_task *t, live_level *l, size_t to,
                     size_t from) {
    const size_t n = (size_t)t->n, words = (size_t)t->words;
    if (to == from) return;
    memcpy(l->key + to * words, l->key + from * words, words * sizeof *l->key);
    memcpy(l->up + to * n, l->up + from * n, n * sizeof *l->up);
    l->copies[to] = l->copies[from];
    l->parent[to] = l->parent[from];
    l->option[to] = l->option[from];
    l->group[to] = l->group[from];
    l->self[to] = l->self[from];
}

/* --- One option --- */

static void take_away(const live_task *t, uint64_t bits, int word,
                      bool positive, fixed *up) {
    const size_t n = (size_t)t->n;
    for (; bits; bits &= bits - 1) {
        const size_t bit = 64 * (size_t)word + (size_t)__builtin_ctzll(bits);
        const fixed *worth = t->worth + bit * n;
        for (size_t p = 0; p < n; p++)
            if (positive ? worth[p] > 0 : worth[p] < 0)
                up[p] += positive ? -worth[p] : worth[p];
    }
}

bool live_take(const live_task *t, int issue, int option, uint64_t *key,
               fixed *up) {
    const size_t words = (size_t)t->words, n = (size_t)t->n;
    const size_t cell = (size_t)t->from[issue] + (size_t)option;
    const uint64_t *ok = t->ok + cell * words;
    const uint64_t *ends = t->ends + (size_t)issue * words;
    if (t->barred[cell]) return false;
    for (size_t p = 0; p < n; p++)
        up[p] -= t->loss[cell * n + p];
    for (size_t w = 0; w < words; w++) {
        const uint64_t killed = key[w] & ~ok[w];
        const uint64_t done = key[w] & ok[w] & ends[w];
        if (done & t->forbids[w]) return false;
        take_away(t, killed & ~t->forbids[w], (int)w, true, up);
        take_away(t, done, (int)w, false, up);
        key[w] &= ok[w] & ~ends[w];
    }
    return true;
}

/* --- Which way comes first --- */

/* Is the way (parent, option) at `issue` before the other in issue order? */
static bool comes_first(const live_run *r, int issue, const uint32_t a[2],
                        const uint32_t b[2]) {
    const int *order = r->t->order;
    uint32_t x = a[0], y = b[0];
    bool first = a[1] < b[1];
    int at = a[1] == b[1] ? INT_MAX : order[issue];
    for (int j = issue - 1; x != y && j >= 0; j--) {
        const live_trail *trail = &r->trail[j];
        if (trail->option[x] != trail->option[y] && order[j] < at) {
            first = trail->option[x] < trail->option[y];
            at = order[j];
        }
        x = trail->parent[x];
        y = trail->parent[y];
    }
    return first;
}

void live_unite(const live_run *r, int issue, live_level *l, size_t into,
                const uint32_t way[2], uint64_t copies) {
    const uint32_t there[] = {l->parent[into], l->option[into]};
    l->copies[into] = merge_plus(l->copies[into], copies);
    if (!comes_first(r, issue, way, there)) return;
    l->parent[into] = way[0];
    l->option[into] = way[1];
}

void live_path(const live_run *r, size_t state, int *options) {
    for (int j = r->t->depth - 1; j >= 0; j--) {
        options[r->t->order[j]] = (int)r->trail[j].option[state];
        state = r->trail[j].parent[state];
    }
}

/* --- Adding a state --- */

typedef struct growing {
    live_run *r;
    int issue;
    live_level to;
    uint32_t *slots; /* hash of a key: its newest state + 1 */
    uint32_t *older; /* [state]: the one before with this key + 1 */
    size_t slot_count, older_room;
} growing;

static bool same_key(const growing *g, size_t state, const uint64_t *key) {
    const size_t words = (size_t)g->r->t->words;
    return memcmp(g->to.key + state * words, key, words * sizeof *key) == 0;
}

static size_t find_slot(const growing *g, const uint64_t *key) {
    const size_t words = (size_t)g->r->t->words;
    size_t at = live_hash(1, key, words) & (g->slot_count - 1);
    while (g->slots[at] && !same_key(g, g->slots[at] - 1, key))
        at = (at + 1) & (g->slot_count - 1);
    return at;
}

static void grow_slots(growing *g) {
    if (2 * g->to.count < g->slot_count) return;
    const uint32_t *old = g->slots;
    const size_t old_count = g->slot_count;
    g->slot_count *= 4;
    g->slots = ARENA_ARRAY(g->to.mem, uint32_t, g->slot_count);
    for (size_t i = 0; i < old_count; i++)
        if (old[i])
            g->slots[find_slot(
                g, g->to.key + (old[i] - 1) * (size_t)g->r->t->words)] = old[i];
}

static void put(growing *g, size_t at, const fixed *up, const uint32_t way[2],
                uint64_t copies) {
    const size_t n = (size_t)g->r->t->n;
    memcpy(g->to.up + at * n, up, n * sizeof *up);
    g->to.parent[at] = way[0];
    g->to.option[at] = way[1];
    g->to.copies[at] = copies;
}

/* True if a state of the chain has taken in the newcomer. */
static bool meets(growing *g, size_t slot, const fixed *up,
                  const uint32_t way[2], uint64_t copies) {
    const size_t n = (size_t)g->r->t->n;
    uint32_t at = g->slots[slot];
    for (int i = 0; at && i < CHAIN; i++, at = g->older[at - 1]) {
        const size_t state = at - 1;
        switch (deal_relate(up, g->to.up + state * n, g->r->t->n)) {
        case DEAL_BELOW:
            return true;
        case DEAL_EQUAL:
            live_unite(g->r, g->issue, &g->to, state, way, copies);
            return true;
        case DEAL_ABOVE:
            put(g, state, up, way, copies);
            return true;
        case DEAL_APART:
            break;
        }
    }
    return false;
}

static void add(growing *g, const uint64_t *key, const fixed *up,
                const uint32_t way[2], uint64_t copies) {
    const size_t words = (size_t)g->r->t->words;
    size_t slot = find_slot(g, key);
    if (meets(g, slot, up, way, copies)) return;
    live_level_room(g->r->t, &g->to);
    if (g->to.count >= g->older_room) {
        const size_t room = g->older_room ? 2 * g->older_room : 256;
        g->older = arena_grow(g->to.mem, g->older, g->older_room, room,
                              sizeof *g->older);
        g->older_room = room;
    }
    const size_t at = g->to.count++;
    memcpy(g->to.key + at * words, key, words * sizeof *key);
    g->older[at] = g->slots[slot];
    g->to.group[at] = g->slots[slot] ? g->to.group[g->slots[slot] - 1]
                                     : (uint32_t)g->to.groups++;
    g->slots[slot] = (uint32_t)(at + 1);
    put(g, at, up, way, copies);
    grow_slots(g);
}

/* --- One issue --- */

/* False: too many states to go on with. */
static bool expand(growing *g, const live_level *from) {
    const live_task *t = g->r->t;
    const size_t n = (size_t)t->n, words = (size_t)t->words;
    uint64_t *key = ARENA_ARRAY(g->to.mem, uint64_t, words);
    fixed *up = ARENA_ARRAY(g->to.mem, fixed, n + 1);
    const size_t most = 2 * g->r->states;
    for (size_t i = 0; i < from->count && g->to.count <= most; i++)
        for (int o = 0; o < t->options[g->issue]; o++) {
            memcpy(key, from->key + i * words, words * sizeof *key);
            memcpy(up, from->up + i * n, n * sizeof *up);
            if (!live_take(t, g->issue, o, key, up)) continue;
            if (g->r->known && live_known_beats(g->r->known, up)) continue;
            const uint32_t way[] = {from->self[i], (uint32_t)o};
            add(g, key, up, way, from->copies[i]);
        }
    return g->to.count <= most;
}

static live_level first_level(const live_run *r) {
    const live_task *t = r->t;
    live_level l = {.mem = arena_child(r->mem)};
    live_level_room(t, &l);
    for (int b = 0; b < t->bit_count; b++)
        l.key[b / 64] |= UINT64_C(1) << (b % 64);
    memcpy(l.up, t->most, (size_t)t->n * sizeof *l.up);
    l.copies[0] = 1;
    l.count = l.groups = 1;
    return l;
}

/* Ways back outlive the states. */
static void note_trail(live_run *r, int issue, live_level *l) {
    uint32_t *parent = ARENA_ARRAY(r->mem, uint32_t, l->count + 1);
    uint32_t *option = ARENA_ARRAY(r->mem, uint32_t, l->count + 1);
    if (l->count > 0) {
        memcpy(parent, l->parent, l->count * sizeof *parent);
        memcpy(option, l->option, l->count * sizeof *option);
    }
    r->trail[issue] = (live_trail){parent, option};
    for (size_t i = 0; i < l->count; i++)
        l->self[i] = (uint32_t)i;
}

static growing begin(live_run *r, int issue) {
    growing g = {.r = r,
                 .issue = issue,
                 .to = {.mem = arena_child(r->mem)},
                 .slot_count = 1024};
    g.slots = ARENA_ARRAY(g.to.mem, uint32_t, g.slot_count);
    return g;
}

/* From now on the answer has a gap: fewer states are kept. */
static void give_up(live_run *r, live_level *l) {
    r->has_gap = true;
    r->states = r->width;
    if (l->count > r->width) live_select(r, l);
}

static live_level next_level(live_run *r, int issue, live_level *from) {
    growing g = begin(r, issue);
    if (!expand(&g, from)) {
        r->stopped = !r->lossy;
        if (r->stopped) return g.to;
        arena_free(g.to.mem);
        give_up(r, from);
        g = begin(r, issue);
        r->states = SIZE_MAX / 2; /* what the few kept lead to is bounded */
        expand(&g, from);
        r->states = r->width;
    }
    arena_free(from->mem);
    live_prune(r, issue, &g.to);
    live_tighten(r, issue + 1, &g.to);
    if (g.to.count > r->states) {
        r->stopped = !r->lossy;
        if (r->lossy) give_up(r, &g.to);
    }
    return g.to;
}

live_level live_sweep(live_run *r) {
    live_level l = first_level(r);
    r->trail = ARENA_ARRAY(r->mem, live_trail, (size_t)r->t->depth + 1);
    live_shares shares;
    if (r->known && live_shares_begin(&shares, r->t, r->mem))
        r->shares = &shares;
    for (int j = 0; j < r->t->depth && !r->stopped; j++) {
        progress_report(r->mem, (size_t)j, (size_t)r->t->depth);
        l = next_level(r, j, &l);
        note_trail(r, j, &l);
    }
    r->shares = NULL;
    return l;
}
