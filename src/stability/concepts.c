/* SPDX-License-Identifier: Apache-2.0
 * Once there, would anyone move away?
 *
 * A state s is stable for party i if for every improvement s1 of i from s
 * (GMCR.md, section 4.3, from Fang, Hipel and Kilgour 1993; SSEQ from Rego and
 * Vieira 2017):
 *   Nash  there is none;
 *   GMR   the others have an answer s2 in R_{N-i}(s1) with s >= s2 for i;
 *   SMR   ... from which i has no way out: s >= s3 for all s3 in R_i(s2);
 *   SEQ   as GMR, but every step of the answer is an improvement of whoever
 *         takes it, over the state it moves from;
 *   SSEQ  as SMR with such steps.
 * Ties sanction; s itself can be the answer; s3 is compared with s.
 *
 * All four are one question about minima. Write rank(s) for i's rank and
 * best(s) for the largest rank among s and R_i(s). The least rank (or best)
 * in {x} and what the others reach from x is how far down they can bring i
 * from x; s1 itself never sanctions, as it is better than s. So s is stable
 * iff the largest such value over the improvements s1 is at most rank(s). The
 * least values are found for all states at once: by sweeps where all others
 * have transitive fibres (sweep.c), else by a search over (state, last mover)
 * (search.c). A party to whom all states are equal is stable everywhere. */
#include "stability/concepts.h"

#include <string.h>

#include "base/text.h"
#include "base/threads.h"
#include "stability/order.h"
#include "stability/sweep.h"

static const char *const NAMES[STABILITY_CONCEPTS] = {"nash", "gmr", "smr",
                                                      "seq", "sseq"};
static const uint8_t ANY_MOVE[2] = {STABILITY_GMR, STABILITY_SMR};
static const uint8_t IMPROVING[2] = {STABILITY_SEQ, STABILITY_SSEQ};

const char *stability_concept_name(int concept) { return NAMES[concept]; }

int stability_concept_find(const char *name) {
    for (int k = 0; k < STABILITY_CONCEPTS; k++)
        if (text_same(name, NAMES[k])) return k;
    return -1;
}

/* --- With searches over (state, last mover) --- */

/* Room for one mover's verdict by searches. */
typedef struct labels {
    uint32_t *best, *least;
    stability_room room;
} labels;

static void fill_best(const stability_graph *g, int i, const uint32_t *rank,
                      uint32_t *best) {
    for (uint32_t s = 0; s < g->state_count; s++) {
        best[s] = rank[s];
        stability_walk w = stability_from(g, i, s);
        for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
            if (rank[q] > best[s]) best[s] = rank[q];
    }
}

/* Sets bit where no improvement of i leads to a value above the state's. */
static void judge_walking(const stability_graph *g, int i, const uint32_t *rank,
                          const uint32_t *least, uint8_t bit,
                          uint8_t *verdict) {
    for (uint32_t s = 0; s < g->state_count; s++) {
        bool stable = true;
        stability_walk w = stability_from(g, i, s);
        for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
            if (rank[q] > rank[s] && least[q] > rank[s]) stable = false;
        if (stable) verdict[s] |= bit;
    }
}

static void search_mover(const stability_graph *g, int i,
                         const uint32_t *const *rank, uint32_t others,
                         labels *l, uint8_t *verdict) {
    const uint32_t count = g->state_count;
    fill_best(g, i, rank[i], l->best);
    for (uint32_t s = 0; s < count; s++)
        verdict[s] = l->best[s] == rank[i][s] ? STABILITY_NASH : 0;
    const uint32_t *label[2] = {rank[i], l->best};
    for (int k = 0; k < 2; k++) {
        stability_search q = {g, others, NULL, label[k], l->room};
        stability_order_states(count, label[k], l->room.order, l->room.spare);
        stability_search_labels(&q, l->least);
        judge_walking(g, i, rank[i], l->least, ANY_MOVE[k], verdict);
        q.rank = rank;
        stability_search_labels(&q, l->least);
        judge_walking(g, i, rank[i], l->least, IMPROVING[k], verdict);
    }
}

/* --- With sweeps over fibres --- */

static void sweep_mover(const stability_sweep *sweep, int i,
                        const uint32_t *rank, uint32_t improvers,
                        uint8_t *verdict) {
    stability_sweep w = *sweep;
    stability_label_fibres(&w, i, rank);
    for (uint32_t s = 0; s < w.g->state_count; s++)
        verdict[s] =
            w.label[stability_slot(s)].best == rank[s] ? STABILITY_NASH : 0;
    stability_sweep_labels(&w);
    stability_judge_fibres(&w, i, rank, ANY_MOVE, verdict);
    stability_label_fibres(&w, i, rank);
    w.improvements = true;
    w.others = improvers;
    stability_sweep_labels(&w);
    stability_judge_fibres(&w, i, rank, IMPROVING, verdict);
}

/* --- All movers --- */

static bool sweeps_suffice(const stability_graph *g, int i) {
    for (int j = 0; j < g->mover_count; j++)
        if (!g->moves[j].fibre_start || (j != i && !g->moves[j].transitive))
            return false;
    return true;
}

bool stability_needs_search(const stability_graph *g) {
    for (int i = 0; i < g->mover_count; i++)
        if (!sweeps_suffice(g, i)) return true;
    return false;
}

typedef struct job {
    const stability_graph *g;
    const uint32_t *const *rank;
    uint8_t *const *verdict;
    uint32_t **order; /* by mover; NULL: arcs */
    uint32_t improvers;
} job;

static void order_mover(void *subject, size_t i, arena *scratch) {
    job *j = subject;
    if (j->order[i])
        stability_order_fibres(&j->g->moves[i], j->rank[i], j->order[i],
                               scratch);
}

static void judge_mover(void *subject, size_t index, arena *scratch) {
    const job *j = subject;
    const uint32_t count = j->g->state_count;
    int i = (int)index;
    uint32_t me = UINT32_C(1) << i;
    uint32_t all = (UINT32_C(1) << j->g->mover_count) - 1;
    uint32_t others = all & ~me;
    if (!j->verdict[i]) return;
    if (!(j->improvers & me)) {
        memset(j->verdict[i], STABILITY_ALL, count);
    } else if (sweeps_suffice(j->g, i)) {
        stability_sweep w = {
            j->g,
            j->order,
            others,
            false,
            ARENA_ARRAY(scratch, stability_label, stability_slots(count)),
            scratch};
        sweep_mover(&w, i, j->rank[i], j->improvers & ~me, j->verdict[i]);
    } else {
        labels l = {ARENA_ARRAY(scratch, uint32_t, count),
                    ARENA_ARRAY(scratch, uint32_t, count),
                    {ARENA_ARRAY(scratch, uint32_t, count),
                     ARENA_ARRAY(scratch, uint32_t, count),
                     ARENA_ARRAY(scratch, uint8_t, count),
                     ARENA_ARRAY(scratch, uint64_t, 2 * (size_t)count)}};
        search_mover(j->g, i, j->rank, others, &l, j->verdict[i]);
    }
}

double stability_bytes(const stability_graph *g, int threads) {
    double order = 4.0 * g->mover_count, label = sizeof(stability_label);
    double search = 4 * sizeof(uint32_t) + 1 + 2 * sizeof(uint64_t);
    bool searches = stability_needs_search(g);
    return g->state_count * (order + threads * (searches ? search : label));
}

static void for_each_mover(void (*work)(void *subject, size_t i,
                                        arena *scratch),
                           job *j, int threads, arena *mem) {
    size_t count = (size_t)j->g->mover_count;
    if (threads > 0) threads_run(count, threads, work, j, mem);
    for (size_t i = 0; threads == 0 && i < count; i++)
        work(j, i, mem);
}

void stability_analyse(const stability_graph *g, const uint32_t *const *rank,
                       uint8_t *const *verdict, int threads, arena *mem) {
    arena *scratch = arena_child(mem);
    job j = {g, rank, verdict, NULL, 0};
    j.order = ARENA_ARRAY(scratch, uint32_t *, (size_t)g->mover_count);
    for (int i = 0; i < g->mover_count; i++) {
        if (!stability_indifferent(g->state_count, rank[i]))
            j.improvers |= UINT32_C(1) << i;
        if (g->moves[i].fibre_start)
            j.order[i] = ARENA_ARRAY(scratch, uint32_t, g->state_count);
    }
    for_each_mover(order_mover, &j, threads, scratch);
    for_each_mover(judge_mover, &j, threads, scratch);
    arena_free(scratch);
}

/* --- Many small graphs --- */

static size_t rounded(size_t bytes) { return (bytes + 7) / 8 * 8; }

size_t stability_scratch(const stability_graph *g) {
    size_t words = rounded(g->state_count * sizeof(uint32_t));
    return 4 * words + rounded(g->state_count) +
           2 * (size_t)g->state_count * sizeof(uint64_t);
}

void stability_analyse_small(const stability_graph *g,
                             const uint32_t *const *rank,
                             uint8_t *const *verdict, void *scratch) {
    size_t words = rounded(g->state_count * sizeof(uint32_t)) / 8;
    uint64_t *at = scratch;
    labels l = {(void *)at,
                (void *)(at + words),
                {(void *)(at + 2 * words), (void *)(at + 3 * words),
                 (void *)(at + 4 * words + 2 * (size_t)g->state_count),
                 at + 4 * words}};
    uint32_t all = (UINT32_C(1) << g->mover_count) - 1;
    for (int i = 0; i < g->mover_count; i++)
        if (verdict[i])
            search_mover(g, i, rank, all & ~(UINT32_C(1) << i), &l, verdict[i]);
}

void stability_equilibria(const stability_graph *g, uint8_t *const *verdict,
                          uint8_t *equilibrium) {
    memset(equilibrium, STABILITY_ALL, g->state_count);
    for (int i = 0; i < g->mover_count; i++)
        for (uint32_t s = 0; verdict[i] && s < g->state_count; s++)
            equilibrium[s] &= verdict[i][s];
}
