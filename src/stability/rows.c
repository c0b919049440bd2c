/* SPDX-License-Identifier: Apache-2.0
 * Reachability as tables of bits.
 *
 * The players of a sequence may be parties, coalitions that improve together,
 * or blocks; each is given by a table of where it can go. From s the search
 * goes forward over pairs (state, last player). A state that was reached by
 * one player alone lets all others go on; reached by a second, it lets the
 * first go on too; so it is expanded twice at most, and each time by whole
 * rows. Time is of the order of states^2 * players * states / 64 at worst,
 * memory states^2 / 8 bytes a table. */
#include "stability/rows.h"

double stability_rows_bytes(uint32_t state_count) {
    double words = (state_count + 63.0) / 64;
    return state_count * words * 8;
}

stability_rows stability_rows_new(uint32_t state_count, arena *mem) {
    size_t words = ((size_t)state_count + 63) / 64;
    uint64_t *bits = ARENA_ARRAY(mem, uint64_t, words * state_count);
    return (stability_rows){state_count, words, bits};
}

uint32_t stability_row_next(const stability_rows *r, const uint64_t *row,
                            uint32_t s) {
    if (s >= r->state_count) return STABILITY_NO_STATE;
    size_t k = s / 64;
    uint64_t word = row[k] & (UINT64_MAX << (s % 64));
    while (word == 0)
        if (++k == r->words)
            return STABILITY_NO_STATE;
        else
            word = row[k];
    return (uint32_t)(k * 64) + (uint32_t)__builtin_ctzll(word);
}

bool stability_row_meets(const stability_rows *r, const uint64_t *a,
                         const uint64_t *b) {
    for (size_t k = 0; k < r->words; k++)
        if (a[k] & b[k]) return true;
    return false;
}

bool stability_row_within(const stability_rows *r, const uint64_t *a,
                          const uint64_t *b) {
    for (size_t k = 0; k < r->words; k++)
        if (a[k] & ~b[k]) return false;
    return true;
}

stability_rows stability_better_rows(uint32_t state_count, const uint32_t *rank,
                                     arena *mem) {
    stability_rows r = stability_rows_new(state_count, mem);
    for (uint32_t s = 0; s < state_count; s++)
        for (uint32_t q = 0; q < state_count; q++)
            if (rank[q] > rank[s]) stability_row_put(stability_row(&r, s), q);
    return r;
}

stability_rows stability_move_rows(const stability_graph *g, int mover,
                                   arena *mem) {
    stability_rows r = stability_rows_new(g->state_count, mem);
    for (uint32_t s = 0; s < g->state_count; s++) {
        stability_walk w = stability_from(g, mover, s);
        for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
            stability_row_put(stability_row(&r, s), q);
    }
    return r;
}

/* A search from one state. */
typedef struct search {
    const stability_player *players;
    int count;
    const stability_rows *reached; /* for its size */
    uint64_t *row;                 /* what was reached */
    uint64_t *full;                /* reached by two players */
    int *first;                    /* the player that reached it first */
    uint64_t *todo;                /* state << 32 | player << 1 | all but */
    size_t todo_count;
} search;

static uint64_t entry(uint32_t s, int player, bool all_but) {
    return (uint64_t)s << 32 | (uint64_t)player << 1 | (all_but ? 1 : 0);
}

/* Player k goes from x to wherever it can. */
static void expand(search *q, uint32_t x, int k) {
    const uint64_t *to = stability_row(q->players[k].moves, x);
    for (size_t w = 0; w < q->reached->words; w++) {
        uint64_t open = to[w] & ~q->full[w];
        while (open) {
            uint32_t s = (uint32_t)(w * 64) + (uint32_t)__builtin_ctzll(open);
            open &= open - 1;
            if (!stability_row_has(q->row, s)) {
                stability_row_put(q->row, s);
                q->first[s] = k;
                q->todo[q->todo_count++] = entry(s, k, true);
            } else if (q->first[s] != k) {
                stability_row_put(q->full, s);
                q->todo[q->todo_count++] = entry(s, q->first[s], false);
            }
        }
    }
}

static void search_from(search *q, uint32_t s) {
    for (size_t w = 0; w < q->reached->words; w++)
        q->full[w] = 0;
    q->todo_count = 0;
    for (int k = 0; k < q->count; k++)
        expand(q, s, k);
    while (q->todo_count > 0) {
        uint64_t top = q->todo[--q->todo_count];
        uint32_t x = (uint32_t)(top >> 32);
        int player = (int)((uint32_t)top >> 1);
        for (int k = 0; k < q->count; k++)
            if ((k == player) != (top & 1)) expand(q, x, k);
    }
}

stability_rows stability_reach_rows(const stability_player *players, int count,
                                    uint32_t state_count, arena *mem) {
    stability_rows r = stability_rows_new(state_count, mem);
    arena *scratch = arena_child(mem);
    search q = {players,
                count,
                &r,
                NULL,
                ARENA_ARRAY(scratch, uint64_t, r.words),
                ARENA_ARRAY(scratch, int, state_count),
                ARENA_ARRAY(scratch, uint64_t, 2 * (size_t)state_count),
                0};
    for (uint32_t s = 0; s < state_count; s++) {
        q.row = stability_row(&r, s);
        search_from(&q, s);
    }
    arena_free(scratch);
    return r;
}
