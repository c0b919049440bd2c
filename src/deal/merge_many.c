/* SPDX-License-Identifier: Apache-2.0
 * One step of the merge for three and more parties.
 *
 * Every point of the level plus every element of the block is a candidate.
 * Both are in order of descending worths, so the candidates are as many sorted
 * runs as the shorter of them has points, and a heap of the runs' heads gives
 * all candidates in that order without storing them. Whatever dominates a
 * candidate comes before it and has at least its first worth; so the candidate
 * is dropped when a point already kept has at least as much in all the other
 * parties (deal_reach). Equal vectors come one after the other. Kung, Luccio
 * and Preparata, JACM 22 (1975), for the sweep in order of one coordinate. */
#include <string.h>

#include "deal/merge_int.h"

typedef struct head {
    fixed key; /* the first worth of the candidate */
    uint32_t run, at;
} head;

typedef struct sweep {
    merge *m;
    int k;
    const merge_level *level;
    const deal_block *block;
    const fixed *run_worth, *worth; /* of the shorter and the longer side */
    size_t length;                  /* of the longer */
    bool runs_are_elements;
    head *heap; /* the best on top */
    size_t count;
    deal_reach *reach;
    fixed *candidate, *last, *wanted;
    bool last_kept;
    merge_level out;
    size_t room;
    arena *scratch;
} sweep;

/* --- The heap --- */

static bool is_before_all(const sweep *s, const head *a, const head *b) {
    const size_t n = (size_t)s->m->n;
    const fixed *ra = s->run_worth + a->run * n, *xa = s->worth + a->at * n;
    const fixed *rb = s->run_worth + b->run * n, *xb = s->worth + b->at * n;
    for (size_t p = 1; p < n; p++)
        if (ra[p] + xa[p] != rb[p] + xb[p])
            return ra[p] + xa[p] > rb[p] + xb[p];
    return false;
}

static inline bool is_before(const sweep *s, const head *a, const head *b) {
    return a->key != b->key ? a->key > b->key : is_before_all(s, a, b);
}

static void sift(sweep *s, size_t at) {
    head moved = s->heap[at];
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= s->count) break;
        if (child + 1 < s->count &&
            is_before(s, &s->heap[child + 1], &s->heap[child]))
            child++;
        if (!is_before(s, &s->heap[child], &moved)) break;
        s->heap[at] = s->heap[child];
        at = child;
    }
    s->heap[at] = moved;
}

static void advance(sweep *s) {
    const size_t n = (size_t)s->m->n;
    head *top = &s->heap[0];
    if (++top->at < s->length)
        top->key = s->run_worth[top->run * n] + s->worth[top->at * n];
    else
        *top = s->heap[--s->count];
    if (s->count > 0) sift(s, 0);
}

/* --- Candidates --- */

static merge_step step_of(const sweep *s, const head *h) {
    uint32_t parent = s->runs_are_elements ? h->at : h->run;
    uint32_t element = s->runs_are_elements ? h->run : h->at;
    return (merge_step){
        parent, element,
        merge_times(s->level->step[parent].copies, s->block->copies[element])};
}

static void keep(sweep *s, const head *h) {
    const size_t n = (size_t)s->m->n;
    merge_level *out = &s->out;
    if (out->count == s->room) {
        size_t room = s->room ? 2 * s->room : 256;
        out->worth = arena_grow(s->scratch, out->worth, s->room * n, room * n,
                                sizeof *out->worth);
        out->step =
            arena_grow(s->scratch, out->step, s->room, room, sizeof *out->step);
        s->room = room;
    }
    memcpy(out->worth + out->count * n, s->candidate, n * sizeof(fixed));
    out->step[out->count++] = step_of(s, h);
    deal_reach_add(s->reach, s->candidate + 1, 0);
}

static void take(sweep *s, const head *h) {
    const size_t n = (size_t)s->m->n;
    for (size_t p = 0; p < n; p++)
        s->candidate[p] =
            s->run_worth[h->run * n + p] + s->worth[h->at * n + p];
    if (s->last && memcmp(s->last, s->candidate, n * sizeof(fixed)) == 0) {
        if (s->last_kept)
            merge_unite(s->m, s->k, &s->out.step[s->out.count - 1],
                        step_of(s, h));
        return;
    }
    for (size_t p = 0; p < n; p++)
        s->wanted[p] = s->candidate[p] - (s->m->has_slack ? s->m->slack[p] : 0);
    s->last_kept = deal_reach_find(s->reach, s->wanted + 1) < 0;
    if (s->last_kept) keep(s, h);
    fixed *spare = s->last ? s->last : s->wanted + n;
    s->last = s->candidate;
    s->candidate = spare;
}

/* All candidates lie between the sums of both sides' ends. */
static deal_reach *new_reach(const sweep *s) {
    const size_t n = (size_t)s->m->n;
    fixed *low = ARENA_ARRAY(s->scratch, fixed, n);
    fixed *high = ARENA_ARRAY(s->scratch, fixed, n);
    deal_widen(s->level->worth, s->level->count, n, low, high);
    deal_widen(s->block->worth, s->block->count, n, low, high);
    return deal_reach_new(s->m->n - 1, low + 1, high + 1, s->scratch);
}

static void begin(sweep *s) {
    const size_t n = (size_t)s->m->n;
    s->runs_are_elements = s->block->count <= s->level->count;
    const size_t runs =
        s->runs_are_elements ? s->block->count : s->level->count;
    s->length = s->runs_are_elements ? s->level->count : s->block->count;
    s->run_worth = s->runs_are_elements ? s->block->worth : s->level->worth;
    s->worth = s->runs_are_elements ? s->level->worth : s->block->worth;
    s->heap = ARENA_ARRAY(s->scratch, head, runs + 1);
    s->candidate = ARENA_ARRAY(s->scratch, fixed, n);
    s->wanted = ARENA_ARRAY(s->scratch, fixed, 2 * n);
    s->reach = new_reach(s);
    /* runs in order of their shifts are a heap as they stand */
    for (size_t i = 0; i < runs && s->length > 0; i++)
        s->heap[s->count++] =
            (head){s->run_worth[i * n] + s->worth[0], (uint32_t)i, 0};
}

static void store(const sweep *s, merge_level *to) {
    const size_t n = (size_t)s->m->n, count = s->out.count;
    to->count = count;
    to->worth = ARENA_ARRAY(s->m->level_mem, fixed, count * n + 1);
    to->step = ARENA_ARRAY(s->m->level_mem, merge_step, count + 1);
    if (count == 0) return;
    memcpy(to->worth, s->out.worth, count * n * sizeof *to->worth);
    memcpy(to->step, s->out.step, count * sizeof *to->step);
}

bool merge_many(merge *m, int k) {
    sweep s = {.m = m,
               .k = k,
               .level = &m->levels[k],
               .block = &m->blocks->items[k],
               .scratch = arena_child(m->mem)};
    begin(&s);
    while (s.count > 0 && s.out.count <= m->room) {
        take(&s, &s.heap[0]);
        advance(&s);
    }
    const bool fits = s.out.count <= m->room;
    if (fits)
        store(&s, &m->levels[k + 1]);
    else
        m->levels[k + 1].count = s.out.count;
    arena_free(s.scratch);
    return fits;
}
