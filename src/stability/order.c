/* SPDX-License-Identifier: Apache-2.0
 * Sorting states by rank: inside fibres, all of them, and keys into ranks.
 *
 * Fibres are many and small, so they are sorted as 64-bit words (rank above,
 * state below) by insertion in runs of 16 that are then merged. Whole lists
 * are sorted by radix, a byte at a time; bytes that are the same everywhere
 * are skipped. All are stable in the state's number, so every answer is the
 * same on every machine. */
#include "stability/order.h"

#include <string.h>

enum { RUN = 16, BYTE = 256 };

static void sort_run(uint64_t *item, uint32_t count) {
    for (uint32_t k = 1; k < count; k++) {
        uint64_t x = item[k];
        uint32_t place = k;
        for (; place > 0 && item[place - 1] > x; place--)
            item[place] = item[place - 1];
        item[place] = x;
    }
}

static void merge(const uint64_t *a, uint32_t a_count, const uint64_t *b,
                  uint32_t b_count, uint64_t *to) {
    uint32_t i = 0, j = 0;
    for (uint32_t k = 0; k < a_count + b_count; k++)
        to[k] = j == b_count || (i < a_count && a[i] <= b[j]) ? a[i++] : b[j++];
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

/* Sorts item; spare has room for as many. */
static void sort_words(uint64_t *item, uint64_t *spare, uint32_t count) {
    for (uint32_t k = 0; k < count; k += RUN)
        sort_run(item + k, least(RUN, count - k));
    uint64_t *from = item, *to = spare;
    for (uint32_t width = RUN; width < count; width *= 2) {
        for (uint32_t k = 0; k < count; k += 2 * width) {
            uint32_t left = least(width, count - k);
            uint32_t right = least(width, count - k - left);
            merge(from + k, left, from + k + left, right, to + k);
        }
        uint64_t *swap = from;
        from = to;
        to = swap;
    }
    if (from != item) memcpy(item, from, count * sizeof *item);
}

static uint32_t largest_fibre(const stability_moves *m) {
    uint32_t most = 0;
    for (uint32_t f = 0; f < m->fibre_count; f++) {
        uint32_t size = m->fibre_start[f + 1] - m->fibre_start[f];
        if (size > most) most = size;
    }
    return most;
}

void stability_order_fibres(const stability_moves *m, const uint32_t *rank,
                            uint32_t *order, arena *scratch) {
    uint32_t most = largest_fibre(m);
    uint64_t *item = ARENA_ARRAY(scratch, uint64_t, most);
    uint64_t *spare = ARENA_ARRAY(scratch, uint64_t, most);
    for (uint32_t f = 0; f < m->fibre_count; f++) {
        uint32_t begin = m->fibre_start[f];
        uint32_t size = m->fibre_start[f + 1] - begin;
        for (uint32_t k = 0; k < size; k++) {
            uint32_t s = m->member[begin + k];
            item[k] = (uint64_t)rank[s] << 32 | s;
        }
        sort_words(item, spare, size);
        for (uint32_t k = 0; k < size; k++) {
            bool tie = k + 1 < size && item[k] >> 32 == item[k + 1] >> 32;
            order[begin + k] = (uint32_t)item[k] | (tie ? STABILITY_TIE : 0);
        }
    }
}

/* One stable pass by the byte at `shift`; false if all have the same. */
static bool sort_pass(uint32_t count, const uint32_t *value, int shift,
                      const uint32_t *from, uint32_t *to) {
    uint32_t start[BYTE] = {0};
    uint32_t sum = 0;
    for (uint32_t s = 0; s < count; s++)
        start[(value[s] >> shift) % BYTE]++;
    for (int b = 0; b < BYTE; b++) {
        uint32_t size = start[b];
        if (size == count) return false;
        start[b] = sum;
        sum += size;
    }
    for (uint32_t k = 0; k < count; k++) {
        uint32_t s = from[k];
        to[start[(value[s] >> shift) % BYTE]++] = s;
    }
    return true;
}

/* For few states a sort by insertion costs less than the tables of a radix
 * sort. */
static void order_few(uint32_t count, const uint32_t *value, uint32_t *order) {
    for (uint32_t s = 0; s < count; s++) {
        uint32_t place = s;
        for (; place > 0 && value[order[place - 1]] > value[s]; place--)
            order[place] = order[place - 1];
        order[place] = s;
    }
}

void stability_order_states(uint32_t count, const uint32_t *value,
                            uint32_t *order, uint32_t *spare) {
    enum { FEW = 64 };
    if (count <= FEW) {
        order_few(count, value, order);
        return;
    }
    for (uint32_t s = 0; s < count; s++)
        order[s] = s;
    uint32_t *from = order, *to = spare;
    for (int shift = 0; shift < 32; shift += 8)
        if (sort_pass(count, value, shift, from, to)) {
            uint32_t *swap = from;
            from = to;
            to = swap;
        }
    if (from != order) memcpy(order, from, count * sizeof *order);
}

/* By the low half, then stably by the high one. */
const uint32_t *stability_order_keys(uint32_t count, const uint64_t *key,
                                     arena *scratch) {
    uint32_t *half = ARENA_ARRAY(scratch, uint32_t, count);
    uint32_t *order = ARENA_ARRAY(scratch, uint32_t, count);
    uint32_t *spare = ARENA_ARRAY(scratch, uint32_t, count);
    for (uint32_t s = 0; s < count; s++)
        half[s] = (uint32_t)key[s];
    stability_order_states(count, half, order, spare);
    for (uint32_t s = 0; s < count; s++)
        half[s] = (uint32_t)(key[s] >> 32);
    for (int shift = 0; shift < 32; shift += 8)
        if (sort_pass(count, half, shift, order, spare)) {
            uint32_t *swap = order;
            order = spare;
            spare = swap;
        }
    return order;
}

void stability_rank_keys(uint32_t count, const uint64_t *key, uint32_t *rank,
                         arena *scratch) {
    const uint32_t *order = stability_order_keys(count, key, scratch);
    uint32_t next = 0;
    for (uint32_t k = 0; k < count; k++) {
        if (k > 0 && key[order[k]] != key[order[k - 1]]) next++;
        rank[order[k]] = next;
    }
}

bool stability_indifferent(uint32_t count, const uint32_t *rank) {
    for (uint32_t s = 1; s < count; s++)
        if (rank[s] != rank[0]) return false;
    return true;
}
