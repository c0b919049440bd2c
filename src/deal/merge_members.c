/* SPDX-License-Identifier: Apache-2.0
 * All outcomes of a point of the frontier.
 *
 * Going back from the point, level by level, every point is marked from which
 * it can be reached. Going forward through marked points alone, every path
 * ends at the point, so as many outcomes as wanted are listed without a
 * detour. Paths go through the options of a block in issue order: where blocks
 * don't interleave, the first outcomes are the ones listed. */
#include <stdlib.h>
#include <string.h>

#include "deal/merge_int.h"

/* One outcome of a block. */
typedef struct choice {
    size_t element;
    const int *options;
    int width;
} choice;

typedef struct choices {
    choice *items;
    size_t count;
} choices;

typedef struct listing {
    const merge *m;
    bool **marked; /* [level][point] */
    bool **used;   /* [block][element] */
    choices *of;   /* [block] */
    fixed *worth;  /* [level]: of the path */
    fixed *room;
    int *outcome;
    const int **found;
    size_t count, most;
    arena *mem, *scratch;
} listing;

static void mark_level(listing *l, int k) {
    const merge *m = l->m;
    const size_t n = (size_t)m->n;
    const deal_block *b = &m->blocks->items[k];
    const merge_level *to = &m->levels[k + 1];
    l->used[k] = ARENA_ARRAY(l->scratch, bool, b->count + 1);
    l->marked[k] = ARENA_ARRAY(l->scratch, bool, m->levels[k].count + 1);
    for (size_t i = 0; i < to->count; i++)
        for (size_t e = 0; l->marked[k + 1][i] && e < b->count; e++) {
            for (size_t p = 0; p < n; p++)
                l->room[p] = to->worth[i * n + p] - b->worth[e * n + p];
            size_t at = merge_find(m, k, l->room);
            if (at == m->levels[k].count) continue;
            l->marked[k][at] = l->used[k][e] = true;
        }
}

static int by_options(const void *a, const void *b) {
    const choice *x = a, *y = b;
    return merge_compare_outcome(x->options, y->options, x->width);
}

/* What the used elements of a block stand for, at most `most` of each. */
static void list_choices(listing *l, int k) {
    const deal_block *b = &l->m->blocks->items[k];
    const size_t width = (size_t)b->issue_count;
    size_t room = 0;
    for (size_t e = 0; e < b->count; e++)
        if (l->used[k][e])
            room += b->copies[e] < l->most ? b->copies[e] : l->most;
    choices *to = &l->of[k];
    to->items = ARENA_ARRAY(l->scratch, choice, room + 1);
    for (size_t e = 0; e < b->count; e++) {
        if (!l->used[k][e]) continue;
        size_t most = b->copies[e] < l->most ? b->copies[e] : l->most;
        int *options = ARENA_ARRAY(l->scratch, int, most *width);
        size_t found = deal_block_members(b, e, most, options, l->scratch);
        for (size_t i = 0; i < found; i++)
            to->items[to->count++] =
                (choice){e, options + i * width, b->issue_count};
    }
    qsort(to->items, to->count, sizeof *to->items, by_options);
}

static void note(listing *l) {
    const size_t issues = (size_t)l->m->c->issue_count;
    int *outcome = ARENA_ARRAY(l->mem, int, issues + 1);
    memcpy(outcome, l->outcome, issues * sizeof *outcome);
    l->found[l->count++] = outcome;
}

/* From a marked point of level k on. */
static void go_on(listing *l, int k) {
    const merge *m = l->m;
    const size_t n = (size_t)m->n;
    if (k == m->blocks->count) {
        note(l);
        return;
    }
    const deal_block *b = &m->blocks->items[k];
    const fixed *here = l->worth + (size_t)k * n;
    fixed *next = l->worth + (size_t)(k + 1) * n;
    for (size_t i = 0; i < l->of[k].count && l->count < l->most; i++) {
        const choice *c = &l->of[k].items[i];
        for (size_t p = 0; p < n; p++)
            next[p] = here[p] + b->worth[c->element * n + p];
        size_t at = merge_find(m, k + 1, next);
        if (at == m->levels[k + 1].count || !l->marked[k + 1][at]) continue;
        for (int j = 0; j < b->issue_count; j++)
            l->outcome[b->issues[j]] = c->options[j];
        go_on(l, k + 1);
    }
}

static listing begin(const merge *m, size_t point, size_t most, arena *mem) {
    const int blocks = m->blocks->count;
    const size_t levels = (size_t)blocks + 1, n = (size_t)m->n;
    arena *scratch = arena_child(mem);
    listing l = {.m = m, .most = most, .mem = mem, .scratch = scratch};
    l.marked = ARENA_ARRAY(scratch, bool *, levels);
    l.used = ARENA_ARRAY(scratch, bool *, levels);
    l.of = ARENA_ARRAY(scratch, choices, levels);
    l.worth = ARENA_ARRAY(scratch, fixed, levels * n);
    l.room = ARENA_ARRAY(scratch, fixed, n);
    l.outcome = ARENA_ARRAY(scratch, int, (size_t)m->c->issue_count + 1);
    l.found = ARENA_ARRAY(mem, const int *, most + 1);
    l.marked[blocks] = ARENA_ARRAY(scratch, bool, m->levels[blocks].count + 1);
    l.marked[blocks][point] = true;
    return l;
}

static void sort_found(listing *l) {
    choice *all = ARENA_ARRAY(l->scratch, choice, l->count + 1);
    for (size_t i = 0; i < l->count; i++)
        all[i] = (choice){0, l->found[i], l->m->c->issue_count};
    qsort(all, l->count, sizeof *all, by_options);
    for (size_t i = 0; i < l->count; i++)
        l->found[i] = all[i].options;
}

/* With more outcomes than are listed the first could be missing. */
static void hold_first(listing *l, size_t point) {
    const int issues = l->m->c->issue_count;
    merge_outcome(l->m, point, l->outcome);
    if (merge_compare_outcome(l->found[0], l->outcome, issues) == 0) return;
    l->count--;
    note(l);
    sort_found(l);
}

const int **merge_members(const merge *m, size_t point, size_t most,
                          size_t *count, arena *mem) {
    listing l = begin(m, point, most, mem);
    for (int k = m->blocks->count - 1; k >= 0; k--) {
        mark_level(&l, k);
        list_choices(&l, k);
    }
    go_on(&l, 0);
    sort_found(&l);
    hold_first(&l, point);
    *count = l.count;
    arena_free(l.scratch);
    return l.found;
}
