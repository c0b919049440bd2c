/* SPDX-License-Identifier: Apache-2.0
 * Would anyone move away together?
 *
 * For a coalition H of parties (Kilgour, Hipel, Fang and Peng 2001; Inohara
 * and Hipel 2008), with R_H(s) what its members can bring about in sequence,
 * nobody twice running:
 *   improvement  q in R_H(s) that every member prefers to s; what lies between
 *                may be worse;
 *   Nash         there is none;
 *   GMR          to each, s1, the others have an answer s2 in R_{N-H}(s1) that
 *                is not better than s for all of H;
 *   SMR          ... and from which H reaches nothing better for all of H;
 *   SEQ          an answer by coalition improvements of sets of others, no set
 *                twice running.
 * The whole of the parties has no opponents among them: then it is stable iff
 * there is no improvement (others that can move still answer). What nobody can
 * change alone changes with the consent of all parties, so it belongs to the
 * moves of the whole and of no smaller coalition. A state is universally
 * stable if it is so for every coalition, the single parties included.
 *
 * In a fixed structure each block is one player and its members do not move
 * alone; that is what GMCR+ calls a coalition analysis, and another thing. */
#include "stability/coalition.h"

#include <string.h>

#include "stability/seat.h"

/* --- Tables of moves --- */

typedef struct tables {
    const stability_together *t;
    stability_rows *move;   /* by mover */
    stability_rows *better; /* by party */
    uint32_t all;           /* every party */
    uint32_t bystanders;    /* movers that are no parties */
} tables;

static tables new_tables(const stability_together *t, arena *mem) {
    size_t movers = (size_t)t->g->mover_count;
    tables b = {t, ARENA_ARRAY(mem, stability_rows, movers),
                ARENA_ARRAY(mem, stability_rows, movers),
                (UINT32_C(1) << t->party_count) - 1, 0};
    for (int j = 0; j < t->g->mover_count; j++) {
        b.move[j] = stability_move_rows(t->g, j, mem);
        if (j >= t->party_count && j != t->agreement)
            b.bystanders |= UINT32_C(1) << j;
        if (j < t->party_count)
            b.better[j] =
                stability_better_rows(t->g->state_count, t->rank[j], mem);
    }
    return b;
}

/* What a set of movers can bring about. */
static stability_rows reach_of(const tables *b, uint32_t movers, arena *mem) {
    stability_player player[STABILITY_MOVERS];
    int count = 0;
    for (int j = 0; j < b->t->g->mover_count; j++)
        if ((movers >> j) & 1) player[count++].moves = &b->move[j];
    return stability_reach_rows(player, count, b->t->g->state_count, mem);
}

static stability_rows coalition_reach(const tables *b, uint32_t coalition,
                                      arena *mem) {
    bool whole = coalition == b->all && b->t->agreement >= 0;
    uint32_t joint = whole ? UINT32_C(1) << b->t->agreement : 0;
    return reach_of(b, coalition | joint, mem);
}

/* row: the states that all of the coalition rank above s. */
static void better_for_all(const tables *b, uint32_t coalition, uint32_t s,
                           uint64_t *row) {
    size_t words = b->move[0].words;
    memset(row, 0xff, words * sizeof *row);
    for (int i = 0; i < b->t->party_count; i++)
        for (size_t w = 0; (coalition >> i) & 1 && w < words; w++)
            row[w] &= stability_row(&b->better[i], s)[w];
}

static stability_rows improvement_rows(const tables *b, uint32_t coalition,
                                       const stability_rows *reach,
                                       arena *mem) {
    stability_rows r = stability_rows_new(reach->state_count, mem);
    for (uint32_t s = 0; s < r.state_count; s++) {
        uint64_t *row = stability_row(&r, s);
        better_for_all(b, coalition, s, row);
        for (size_t w = 0; w < r.words; w++)
            row[w] &= stability_row(reach, s)[w];
    }
    return r;
}

/* What the subsets of a set of parties can bring about by improvements of
 * subsets, none twice running. Bystanders want nothing and never improve. */
static stability_rows improving_reach(const tables *b, uint32_t parties,
                                      const stability_rows *improve,
                                      arena *mem) {
    stability_player player[1 << STABILITY_COALITION_PARTIES];
    int count = 0;
    for (uint32_t k = 1; k <= parties; k++)
        if ((k & parties) == k) player[count++].moves = &improve[k];
    return stability_reach_rows(player, count, b->t->g->state_count, mem);
}

/* --- All coalitions --- */

double stability_coalition_bytes(const stability_together *t) {
    double count = t->g->mover_count * 2.0 + 3.0 * (1 << t->party_count);
    return count * stability_rows_bytes(t->g->state_count);
}

static void judge_coalition(const tables *b, stability_coalitions *out,
                            const stability_rows *improve, uint32_t coalition,
                            arena *mem) {
    arena *scratch = arena_child(mem);
    uint32_t others = b->all & ~coalition;
    stability_rows better = stability_rows_new(out->state_count, scratch);
    stability_rows answer = reach_of(b, others | b->bystanders, scratch);
    stability_rows improving = improving_reach(b, others, improve, scratch);
    stability_seat p = {&improve[coalition],
                        &better,
                        &out->reach[coalition],
                        &answer,
                        &improving,
                        STABILITY_ALL & ~STABILITY_SSEQ};
    uint8_t *verdict = ARENA_ARRAY(mem, uint8_t, out->state_count);
    for (uint32_t s = 0; s < out->state_count; s++) {
        better_for_all(b, coalition, s, stability_row(&better, s));
        verdict[s] = stability_seat_judge(&p, s);
        out->universal[s] &= verdict[s];
    }
    out->verdict[coalition] = verdict;
    arena_free(scratch);
}

stability_coalitions *stability_coalitions_find(const stability_together *t,
                                                arena *mem) {
    stability_coalitions *out = ARENA_NEW(mem, stability_coalitions);
    arena *scratch = arena_child(mem);
    tables b = new_tables(t, scratch);
    size_t count = (size_t)b.all + 1;
    stability_rows *improve = ARENA_ARRAY(scratch, stability_rows, count);
    out->party_count = t->party_count;
    out->state_count = t->g->state_count;
    out->verdict = ARENA_ARRAY(mem, uint8_t *, count);
    out->universal = ARENA_ARRAY(mem, uint8_t, out->state_count);
    out->reach = ARENA_ARRAY(mem, stability_rows, count);
    memset(out->universal, STABILITY_ALL & ~STABILITY_SSEQ, out->state_count);
    for (uint32_t h = 1; h <= b.all; h++) {
        out->reach[h] = coalition_reach(&b, h, mem);
        improve[h] = improvement_rows(&b, h, &out->reach[h], scratch);
    }
    for (uint32_t h = 1; h <= b.all; h++)
        judge_coalition(&b, out, improve, h, mem);
    arena_free(scratch);
    return out;
}

/* --- Jumps --- */

static bool all_prefer(const stability_together *t, uint32_t coalition,
                       uint32_t to, uint32_t from) {
    for (int i = 0; i < t->party_count; i++)
        if ((coalition >> i) & 1 && t->rank[i][to] <= t->rank[i][from])
            return false;
    return true;
}

/* Jumps of one coalition; counts, and stores when items is given. */
static size_t jumps_of(const stability_together *t,
                       const stability_coalitions *all, uint32_t coalition,
                       const uint64_t *steady, stability_jump *items) {
    size_t count = 0;
    const stability_rows *reach = &all->reach[coalition];
    for (uint32_t s = stability_row_next(reach, steady, 0);
         s != STABILITY_NO_STATE;
         s = stability_row_next(reach, steady, s + 1)) {
        const uint64_t *row = stability_row(reach, s);
        for (uint32_t q = stability_row_next(reach, row, 0);
             q != STABILITY_NO_STATE; q = stability_row_next(reach, row, q + 1))
            if (stability_row_has(steady, q) &&
                all_prefer(t, coalition, q, s)) {
                if (items) items[count] = (stability_jump){coalition, s, q};
                count++;
            }
    }
    return count;
}

stability_jumps stability_jumps_find(const stability_together *t,
                                     const stability_coalitions *all,
                                     const uint8_t *equilibrium, uint8_t bit,
                                     arena *mem) {
    uint32_t whole = (UINT32_C(1) << t->party_count) - 1;
    uint64_t *steady = ARENA_ARRAY(mem, uint64_t, all->reach[whole].words);
    for (uint32_t s = 0; s < all->state_count; s++)
        if (equilibrium[s] & bit) stability_row_put(steady, s);
    stability_jumps out = {NULL, 0};
    for (int pass = 0; pass < 2; pass++) {
        size_t count = 0;
        for (int size = 2; size <= t->party_count; size++)
            for (uint32_t h = 1; h <= whole; h++)
                if (__builtin_popcount(h) == size)
                    count += jumps_of(t, all, h, steady,
                                      pass ? out.items + count : NULL);
        if (!pass) out.items = ARENA_ARRAY(mem, stability_jump, count);
        out.count = count;
    }
    return out;
}

/* --- A fixed structure --- */

typedef struct blocks {
    const tables *b;
    int count;
    uint32_t set[STABILITY_MOVERS];
    stability_rows reach[STABILITY_MOVERS], improve[STABILITY_MOVERS];
} blocks;

/* What all blocks but k can answer, with any moves or by improvements. */
static stability_rows block_answers(const blocks *all, int k, bool improving,
                                    arena *mem) {
    const tables *b = all->b;
    stability_player player[2 * STABILITY_MOVERS];
    int count = 0;
    for (int o = 0; o < all->count; o++)
        if (o != k)
            player[count++].moves =
                improving ? &all->improve[o] : &all->reach[o];
    for (int j = 0; !improving && j < b->t->g->mover_count; j++)
        if ((b->bystanders >> j) & 1) player[count++].moves = &b->move[j];
    return stability_reach_rows(player, count, b->t->g->state_count, mem);
}

static void judge_block(const blocks *all, int k, uint8_t *verdict,
                        arena *scratch) {
    const uint32_t states = all->b->t->g->state_count;
    stability_rows answer = block_answers(all, k, false, scratch);
    stability_rows improving = block_answers(all, k, true, scratch);
    stability_rows better = stability_rows_new(states, scratch);
    stability_seat p = {&all->improve[k], &better,    &all->reach[k],
                        &answer,          &improving, STABILITY_ALL};
    for (uint32_t s = 0; s < states; s++) {
        better_for_all(all->b, all->set[k], s, stability_row(&better, s));
        verdict[s] = stability_seat_judge(&p, s);
    }
}

uint8_t **stability_structure(const stability_together *t, const int *block,
                              int block_count, arena *mem) {
    arena *scratch = arena_child(mem);
    tables b = new_tables(t, scratch);
    blocks *all = ARENA_NEW(scratch, blocks);
    uint8_t **verdict = ARENA_ARRAY(mem, uint8_t *, (size_t)block_count);
    all->b = &b;
    all->count = block_count;
    for (int i = 0; i < t->party_count; i++)
        all->set[block[i]] |= UINT32_C(1) << i;
    for (int k = 0; k < block_count; k++) {
        all->reach[k] = coalition_reach(&b, all->set[k], scratch);
        all->improve[k] =
            improvement_rows(&b, all->set[k], &all->reach[k], scratch);
    }
    for (int k = 0; k < block_count; k++) {
        verdict[k] = ARENA_ARRAY(mem, uint8_t, t->g->state_count);
        judge_block(all, k, verdict[k], scratch);
    }
    arena_free(scratch);
    return verdict;
}
