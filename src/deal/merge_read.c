/* SPDX-License-Identifier: Apache-2.0
 * Reading merged levels: the outcome of a point, all its outcomes, their
 * number.
 *
 * A step remembers one way to a point, the one whose outcome is first in issue
 * order. That is enough: of two ways to put together the same issues, the one
 * that is first stays first whatever is added to both, also where the issues
 * of a block stand between those of others.
 *
 * The other outcomes of equal worths are found again from the levels, which
 * are kept: every part of an outcome that nothing dominates is itself on the
 * frontier of its blocks, so going back, only points of the levels are looked
 * up. Numbers beyond 64 bits are counted the same way. */
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "deal/digits.h"
#include "deal/merge_int.h"

int merge_compare_outcome(const int *a, const int *b, int n) {
    for (int j = 0; j < n; j++)
        if (a[j] != b[j]) return a[j] < b[j] ? -1 : 1;
    return 0;
}

size_t merge_find(const merge *m, int k, const fixed *worth) {
    const merge_level *level = &m->levels[k];
    size_t low = 0, high = level->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = deal_compare_worth(level->worth + middle * (size_t)m->n,
                                       worth, m->n);
        if (order == 0) return middle;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return level->count;
}

/* --- The first outcome --- */

static const int *options_of(const deal_block *b, uint32_t element) {
    return b->options + (size_t)element * (size_t)b->issue_count;
}

/* Where two elements of a block differ first decides, if no issue before
 * `*at` did. */
static void weigh(const deal_block *b, uint32_t x, uint32_t y, int *at,
                  bool *first) {
    const int *a = options_of(b, x), *c = options_of(b, y);
    for (int i = 0; i < b->issue_count && b->issues[i] < *at; i++) {
        if (a[i] == c[i]) continue;
        *at = b->issues[i];
        *first = a[i] < c[i];
    }
}

static bool comes_first(const merge *m, int k, merge_step a, merge_step b) {
    int at = INT_MAX;
    bool first = false;
    for (;; k--) {
        if (a.element != b.element)
            weigh(&m->blocks->items[k], a.element, b.element, &at, &first);
        if (a.parent == b.parent) return first;
        a = m->levels[k].step[a.parent];
        b = m->levels[k].step[b.parent];
    }
}

void merge_unite(const merge *m, int k, merge_step *into, merge_step other) {
    uint64_t copies = merge_plus(into->copies, other.copies);
    if (comes_first(m, k, other, *into)) *into = other;
    into->copies = copies;
}

void merge_outcome(const merge *m, size_t point, int *outcome) {
    for (int k = m->blocks->count - 1; k >= 0; k--) {
        const deal_block *b = &m->blocks->items[k];
        merge_step step = m->levels[k + 1].step[point];
        const int *options = options_of(b, step.element);
        for (int i = 0; i < b->issue_count; i++)
            outcome[b->issues[i]] = options[i];
        point = step.parent;
    }
}

/* --- How many --- */

/* The point of level k that `element` of block k takes to `worth`. */
static size_t find_before(const merge *m, int k, const fixed *worth,
                          size_t element, fixed *room) {
    const size_t n = (size_t)m->n;
    const fixed *less = m->blocks->items[k].worth + element * n;
    for (size_t p = 0; p < n; p++)
        room[p] = worth[p] - less[p];
    return merge_find(m, k, room);
}

static uint64_t *count_level(const merge *m, int k, const uint64_t *before,
                             size_t limbs, arena *mem) {
    const merge_level *to = &m->levels[k + 1];
    const deal_block *b = &m->blocks->items[k];
    uint64_t *counts = ARENA_ARRAY(mem, uint64_t, to->count * limbs + 1);
    fixed *room = ARENA_ARRAY(mem, fixed, (size_t)m->n);
    for (size_t i = 0; i < to->count; i++)
        for (size_t e = 0; e < b->count; e++) {
            size_t at =
                find_before(m, k, to->worth + i * (size_t)m->n, e, room);
            if (at < m->levels[k].count)
                digits_add(counts + i * limbs, before + at * limbs,
                           b->copies[e], limbs);
        }
    return counts;
}

/* Enough for the number of outcomes of all blocks. */
static size_t limbs_needed(const deal_blocks *blocks) {
    size_t digits = 1;
    for (int k = 0; k < blocks->count; k++)
        digits +=
            blocks->items[k].outcomes ? strlen(blocks->items[k].outcomes) : 19;
    return digits / 18 + 1;
}

static void count_largest(const merge *m, const char **text, arena *mem) {
    arena *scratch = arena_child(mem);
    const size_t limbs = limbs_needed(m->blocks);
    uint64_t *counts = ARENA_ARRAY(scratch, uint64_t, limbs);
    counts[0] = 1;
    for (int k = 0; k < m->blocks->count; k++)
        counts = count_level(m, k, counts, limbs, scratch);
    for (size_t i = 0; i < m->levels[m->blocks->count].count; i++)
        text[i] = digits_print(counts + i * limbs, limbs, mem);
    arena_free(scratch);
}

const char **merge_counts(const merge *m, arena *mem) {
    const merge_level *last = &m->levels[m->blocks->count];
    const char **text = ARENA_ARRAY(mem, const char *, last->count + 1);
    bool large = false;
    for (size_t i = 0; i < last->count; i++) {
        uint64_t copies = last->step[i].copies;
        large = large || copies == UINT64_MAX;
        text[i] = copies == 1 ? "1" : arena_format(mem, "%" PRIu64, copies);
    }
    if (large) count_largest(m, text, mem);
    return text;
}
