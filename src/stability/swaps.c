/* SPDX-License-Identifier: Apache-2.0
 * Which equilibria survive if a party ranks two neighbours the other way?
 *
 * Each party's order falls into tiers of states that tie. One tier and the
 * next are exchanged, all else kept, and everything is analysed again; that
 * is done for every party and every neighbouring pair. A state's equilibrium
 * counts the swaps that end it, and names the first. */
#include <string.h>

#include "stability/many.h"
#include "stability/order.h"
#include "stability/robust.h"

/* Dense ranks from 0, and how many tiers. */
static uint32_t dense(uint32_t count, const uint32_t *rank, uint32_t *to,
                      arena *scratch) {
    uint64_t *key = ARENA_ARRAY(scratch, uint64_t, count);
    uint32_t most = 0;
    for (uint32_t s = 0; s < count; s++)
        key[s] = rank[s];
    stability_rank_keys(count, key, to, scratch);
    for (uint32_t s = 0; s < count; s++)
        if (to[s] > most) most = to[s];
    return most + 1;
}

double stability_swaps_work(const stability_graph *g, int party_count) {
    double swaps = (double)party_count * (g->state_count - 1.0);
    return swaps * g->state_count * g->mover_count;
}

static uint32_t some_state(uint32_t count, const uint32_t *rank, uint32_t of) {
    uint32_t s = 0;
    while (s + 1 < count && rank[s] != of)
        s++;
    return s;
}

static void note_broken(stability_swaps *out, const uint8_t *before,
                        const uint8_t *after, uint32_t states,
                        stability_swap swap) {
    for (uint32_t s = 0; s < states; s++)
        for (int c = 0; c < STABILITY_CONCEPTS; c++)
            if ((before[s] & ~after[s]) >> c & 1)
                if (out->broken[c][s]++ == 0) out->first[c][s] = swap;
}

typedef struct trial {
    const stability_graph *g;
    stability_many many;
    int party_count;
    const uint32_t *rank[STABILITY_MOVERS];
    uint8_t *verdict[STABILITY_MOVERS];
    uint8_t *after;
    uint32_t *tier, *swapped;
} trial;

static void swap_party(trial *t, stability_swaps *out, int i,
                       const uint8_t *equilibrium, arena *scratch) {
    const uint32_t states = t->g->state_count;
    const uint32_t *own = t->rank[i];
    uint32_t tiers = dense(states, own, t->tier, scratch);
    t->rank[i] = t->swapped;
    for (uint32_t k = 0; k + 1 < tiers; k++) {
        for (uint32_t s = 0; s < states; s++)
            t->swapped[s] = t->tier[s] == k       ? k + 1
                            : t->tier[s] == k + 1 ? k
                                                  : t->tier[s];
        arena_place mark = arena_mark(scratch);
        stability_many_analyse(&t->many, t->rank, t->verdict, scratch);
        arena_back(scratch, mark);
        stability_equilibria(t->g, t->verdict, t->after);
        stability_swap swap = {i, some_state(states, t->tier, k + 1),
                               some_state(states, t->tier, k)};
        note_broken(out, equilibrium, t->after, states, swap);
        out->count++;
    }
    t->rank[i] = own;
}

stability_swaps *stability_swaps_try(const stability_graph *g, int party_count,
                                     const uint32_t *const *rank,
                                     const uint8_t *equilibrium, arena *mem) {
    const uint32_t states = g->state_count;
    stability_swaps *out = ARENA_NEW(mem, stability_swaps);
    for (int c = 0; c < STABILITY_CONCEPTS; c++) {
        out->broken[c] = ARENA_ARRAY(mem, uint32_t, states);
        out->first[c] = ARENA_ARRAY(mem, stability_swap, states);
    }
    arena *scratch = arena_child(mem);
    trial t = {.g = g,
               .many = stability_many_new(g, scratch),
               .party_count = party_count,
               .after = ARENA_ARRAY(scratch, uint8_t, states),
               .tier = ARENA_ARRAY(scratch, uint32_t, states),
               .swapped = ARENA_ARRAY(scratch, uint32_t, states)};
    for (int m = 0; m < g->mover_count; m++) {
        t.rank[m] = rank[m];
        t.verdict[m] =
            m < party_count ? ARENA_ARRAY(scratch, uint8_t, states) : NULL;
    }
    for (int i = 0; i < party_count; i++)
        swap_party(&t, out, i, equilibrium, scratch);
    arena_free(scratch);
    return out;
}
