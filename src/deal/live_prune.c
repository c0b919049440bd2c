/* SPDX-License-Identifier: Apache-2.0
 * Which states of one issue are worth keeping?
 *
 * Those that no other of the same key dominates; equal ones are united. Groups
 * of one key are mostly tiny and compared pair by pair; large ones are sorted
 * (deal/undominated.c).
 *
 * Where there are still too many states and the answer may have a gap, those
 * are kept that are best for one of several weights of the parties, their
 * bound taken less half of what the conjunctions alive could add; the bounds
 * of the others are noted: nothing that follows from them is above those. */
#include <stdlib.h>
#include <string.h>

#include "base/rng.h"
#include "deal/live_int.h"
#include "deal/merge_int.h"
#include "deal/relate.h"

enum { PAIRWISE = 24, WEIGHTS = 24 };

/* --- What is known --- */

/* The first step, by the first worth, with at least x. */
static size_t find_step(const live_known *k, fixed x) {
    size_t low = 0, high = k->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (k->worth[2 * middle] < x)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool live_known_beats(const live_known *k, const fixed *up) {
    const size_t n = (size_t)k->n, bytes = n * sizeof *up;
    if (n == 2) {
        const size_t at = find_step(k, up[0]);
        return at < k->count && k->worth[2 * at + 1] >= up[1] &&
               memcmp(k->worth + 2 * at, up, bytes) != 0;
    }
    for (size_t i = 0; i < k->count; i++)
        if (deal_covers(k->worth + i * n, up, k->n))
            return memcmp(k->worth + i * n, up, bytes) != 0;
    return false;
}

static void insert_at(live_known *k, size_t at, const fixed *worth) {
    const size_t n = (size_t)k->n;
    if (k->count == k->room) {
        const size_t room = k->room ? 2 * k->room : 64;
        k->worth = arena_grow(k->mem, k->worth, k->room * n, room * n,
                              sizeof *k->worth);
        k->room = room;
    }
    memmove(k->worth + (at + 1) * n, k->worth + at * n,
            (k->count - at) * n * sizeof *k->worth);
    memcpy(k->worth + at * n, worth, n * sizeof *worth);
    k->count++;
}

/* Two parties: the first worth ascends. */
void live_known_add(live_known *k, const fixed *worth) {
    const size_t n = (size_t)k->n;
    size_t kept = 0;
    const size_t at = n == 2 ? find_step(k, worth[0]) : k->count;
    if (at < k->count && k->worth[2 * at + 1] >= worth[1]) return;
    for (size_t i = 0; n != 2 && i < k->count; i++)
        if (deal_covers(k->worth + i * n, worth, k->n)) return;
    for (size_t i = 0; i < k->count; i++) {
        if (deal_covers(worth, k->worth + i * n, k->n)) continue;
        if (kept != i)
            memcpy(k->worth + kept * n, k->worth + i * n, n * sizeof *k->worth);
        kept++;
    }
    k->count = kept;
    insert_at(k, n == 2 ? find_step(k, worth[0]) : k->count, worth);
}

/* --- Within a group --- */

typedef struct pruning {
    const live_run *r;
    int issue;
    live_level *l;
    bool *gone;
    arena *scratch;
} pruning;

static void unite(const pruning *x, size_t into, size_t other) {
    live_level *l = x->l;
    const uint32_t way[] = {l->parent[other], l->option[other]};
    live_unite(x->r, x->issue, l, into, way, l->copies[other]);
    x->gone[other] = true;
}

static void compare_pair(const pruning *x, size_t i, size_t k) {
    const size_t n = (size_t)x->r->t->n;
    switch (deal_relate(x->l->up + i * n, x->l->up + k * n, x->r->t->n)) {
    case DEAL_EQUAL:
        unite(x, i, k);
        break;
    case DEAL_ABOVE:
        x->gone[k] = true;
        break;
    case DEAL_BELOW:
        x->gone[i] = true;
        break;
    case DEAL_APART:
        break;
    }
}

static void prune_pairs(const pruning *x, const uint32_t *of, size_t count) {
    for (size_t i = 0; i < count; i++)
        for (size_t k = i + 1; k < count && !x->gone[of[i]]; k++)
            if (!x->gone[of[k]]) compare_pair(x, of[i], of[k]);
}

static void prune_sorted(const pruning *x, const uint32_t *of, size_t count) {
    const size_t n = (size_t)x->r->t->n;
    fixed *worth = ARENA_ARRAY(x->scratch, fixed, count * n + 1);
    size_t *stays = ARENA_ARRAY(x->scratch, size_t, count);
    for (size_t i = 0; i < count; i++)
        memcpy(worth + i * n, x->l->up + of[i] * n, n * sizeof *worth);
    deal_undominated(worth, count, (int)n, stays, x->scratch);
    for (size_t i = 0; i < count; i++)
        if (stays[i] == SIZE_MAX)
            x->gone[of[i]] = true;
        else if (stays[i] != i)
            unite(x, of[stays[i]], of[i]);
}

void live_prune(const live_run *r, int issue, live_level *l) {
    pruning x = {r, issue, l, NULL, arena_child(r->mem)};
    x.gone = ARENA_ARRAY(x.scratch, bool, l->count + 1);
    uint32_t *from = ARENA_ARRAY(x.scratch, uint32_t, l->groups + 2);
    uint32_t *of = ARENA_ARRAY(x.scratch, uint32_t, l->count + 1);
    for (size_t i = 0; i < l->count; i++)
        from[l->group[i] + 2]++;
    for (size_t g = 2; g < l->groups + 2; g++)
        from[g] += from[g - 1];
    for (size_t i = 0; i < l->count; i++)
        of[from[l->group[i] + 1]++] = (uint32_t)i;
    for (size_t g = 0; g < l->groups; g++) {
        const size_t count = from[g + 1] - from[g];
        if (count > PAIRWISE)
            prune_sorted(&x, of + from[g], count);
        else
            prune_pairs(&x, of + from[g], count);
    }
    size_t kept = 0;
    for (size_t i = 0; i < l->count; i++)
        if (!x.gone[i]) live_level_move(r->t, l, kept++, i);
    l->count = kept;
    arena_free(x.scratch);
}

/* --- Too many --- */

void live_hope(const live_task *t, const uint64_t *key, fixed *hope) {
    const size_t n = (size_t)t->n;
    memset(hope, 0, n * sizeof *hope);
    for (size_t w = 0; w < (size_t)t->words; w++)
        for (uint64_t bits = key[w] & ~t->forbids[w]; bits; bits &= bits - 1) {
            const size_t bit = 64 * w + (size_t)__builtin_ctzll(bits);
            for (size_t p = 0; p < n; p++) {
                const fixed worth = t->worth[bit * n + p];
                hope[p] += worth > 0 ? worth : 0;
            }
        }
}

/* What each state may expect, each party's in shares of its range. */
static double *expectations(const live_run *r, const live_level *l,
                            arena *scratch) {
    const live_task *t = r->t;
    const size_t n = (size_t)t->n, words = (size_t)t->words;
    double *all = ARENA_ARRAY(scratch, double, l->count *n + 1);
    fixed *hope = ARENA_ARRAY(scratch, fixed, n + 1);
    for (size_t i = 0; i < l->count; i++) {
        live_hope(t, l->key + i * words, hope);
        for (size_t p = 0; p < n; p++)
            all[i * n + p] = ((double)l->up[i * n + p] - (double)hope[p] / 2) /
                             (double)(t->range[p] > 0 ? t->range[p] : 1);
    }
    return all;
}

static void draw_weights(double *weight, int n, int which, rng *r) {
    if (n == 2) {
        weight[0] = (which + 0.5) / WEIGHTS;
        weight[1] = 1 - weight[0];
        return;
    }
    for (int p = 0; p < n; p++)
        weight[p] = rng_exponential(r);
}

typedef struct scored {
    double score;
    uint32_t state;
} scored;

static int by_score(const void *a, const void *b) {
    const scored *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return x->state < y->state ? -1 : x->state > y->state;
}

static void choose(const live_run *r, const live_level *l, bool *kept,
                   arena *scratch) {
    const size_t n = (size_t)r->t->n, share = r->width / WEIGHTS + 1;
    const double *expected = expectations(r, l, scratch);
    scored *all = ARENA_ARRAY(scratch, scored, l->count);
    double *weight = ARENA_ARRAY(scratch, double, n + 1);
    rng random;
    rng_seed(&random, 1, 0);
    for (int k = 0; k < WEIGHTS; k++) {
        draw_weights(weight, (int)n, k, &random);
        for (size_t i = 0; i < l->count; i++) {
            all[i] = (scored){0, (uint32_t)i};
            for (size_t p = 0; p < n; p++)
                all[i].score += weight[p] * expected[i * n + p];
        }
        qsort(all, l->count, sizeof *all, by_score);
        size_t taken = 0;
        for (size_t i = 0; i < l->count && taken < share; i++) {
            taken += !kept[all[i].state];
            kept[all[i].state] = true;
        }
    }
}

/* Rounded up, which keeps a bound a bound and makes them few. */
static void note_lost(const live_run *r, const fixed *up, fixed *room) {
    const live_task *t = r->t;
    for (int p = 0; p < t->n; p++) {
        const fixed step = t->range[p] / (t->n == 2 ? 2000 : 50) + 1;
        const fixed below = up[p] % step;
        room[p] = below == 0 ? up[p] : up[p] - below + (below > 0 ? step : 0);
    }
    live_known_add(r->lost, room);
}

void live_select(const live_run *r, live_level *l) {
    arena *scratch = arena_child(r->mem);
    bool *kept = ARENA_ARRAY(scratch, bool, l->count + 1);
    fixed *room = ARENA_ARRAY(scratch, fixed, (size_t)r->t->n + 1);
    choose(r, l, kept, scratch);
    size_t count = 0;
    for (size_t i = 0; i < l->count; i++) {
        if (kept[i])
            live_level_move(r->t, l, count++, i);
        else if (r->lost)
            note_lost(r, l->up + i * (size_t)r->t->n, room);
    }
    l->count = count;
    arena_free(scratch);
}
