/* SPDX-License-Identifier: Apache-2.0
 * The same verdicts for graphs of at most 64 states, a set of states a word.
 *
 * Labels are tiers of the mover's order, numbered from the worst. They are
 * spread backwards tier by tier as in search.c, with sets for single states:
 * unmarked, marked by first moves of mover k only, marked fully. What is still
 * unmarked after tier t is exactly what the others can't bring down to t, so a
 * state of tier t is stable iff none of the mover's improvements ends there. A
 * few thousand operations on words
 * settle a dozen states, which is what surveys over draws and swaps need. */
#include "stability/many.h"

#include <string.h>

stability_many stability_many_new(const stability_graph *g, arena *mem) {
    stability_many m = {g, NULL, NULL};
    if (g->state_count > STABILITY_SMALL) return m;
    size_t states = g->state_count;
    uint64_t *in = ARENA_ARRAY(mem, uint64_t, (size_t)g->mover_count * states);
    uint64_t *out = ARENA_ARRAY(mem, uint64_t, (size_t)g->mover_count * states);
    for (int j = 0; j < g->mover_count; j++)
        for (uint32_t s = 0; s < states; s++) {
            stability_walk w = stability_from(g, j, s);
            for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;) {
                out[(size_t)j * states + s] |= UINT64_C(1) << q;
                in[(size_t)j * states + q] |= UINT64_C(1) << s;
            }
        }
    m.in = in;
    m.out = out;
    return m;
}

/* A mover's order: the states of each tier, worst first; and for each state
 * the set of those that are worse. */
typedef struct tiers {
    int count;
    uint64_t tier[STABILITY_SMALL], worse[STABILITY_SMALL];
} tiers;

static int first_of(uint64_t set) { return __builtin_ctzll(set); }
static uint64_t bit(int s) { return UINT64_C(1) << s; }

static void sort_tiers(int states, const uint32_t *rank, tiers *t) {
    uint8_t order[STABILITY_SMALL];
    for (int s = 0; s < states; s++) {
        int place = s;
        for (; place > 0 && rank[order[place - 1]] > rank[s]; place--)
            order[place] = order[place - 1];
        order[place] = (uint8_t)s;
    }
    uint64_t below = 0;
    t->count = 0;
    for (int k = 0; k < states;) {
        uint64_t same = 0;
        uint32_t level = rank[order[k]];
        for (; k < states && rank[order[k]] == level; k++) {
            same |= bit(order[k]);
            t->worse[order[k]] = below;
        }
        t->tier[t->count++] = same;
        below |= same;
    }
}

typedef struct spread {
    const stability_many *m;
    const tiers *order; /* by mover */
    int mover;
    bool improving;
    uint64_t unmarked, full;
    uint64_t only[STABILITY_MOVERS];
    /* left to expand: by all but the mover, by the mover alone */
    uint64_t all_but[STABILITY_MOVERS], just[STABILITY_MOVERS];
} spread;

/* All states that mover j can bring to x. */
static void expand(spread *p, int x, int j) {
    const stability_graph *g = p->m->g;
    uint64_t from = p->m->in[(size_t)j * g->state_count + (size_t)x];
    if (p->improving) from &= p->order[j].worse[x];
    uint64_t fresh = from & p->unmarked;
    p->unmarked &= ~fresh;
    from &= ~(fresh | p->full | p->only[j]);
    p->only[j] |= fresh;
    p->all_but[j] |= fresh;
    for (int k = 0; from && k < g->mover_count; k++) {
        uint64_t again = from & p->only[k];
        if (k == j) continue;
        p->only[k] &= ~again;
        p->full |= again;
        p->just[k] |= again;
        from &= ~again;
    }
}

static void expand_all_but(spread *p, uint64_t set, int but) {
    for (; set; set &= set - 1)
        for (int j = 0; j < p->m->g->mover_count; j++)
            if (j != but && j != p->mover) expand(p, first_of(set), j);
}

static void expand_just(spread *p, uint64_t set, int j) {
    for (; set; set &= set - 1)
        expand(p, first_of(set), j);
}

static void drain(spread *p) {
    for (bool more = true; more;) {
        more = false;
        for (int k = 0; k < p->m->g->mover_count; k++) {
            uint64_t wide = p->all_but[k], narrow = p->just[k];
            p->all_but[k] = p->just[k] = 0;
            expand_all_but(p, wide, k);
            expand_just(p, narrow, k);
            more |= wide || narrow;
        }
    }
}

/* The states of a tier have its label themselves. */
static void seed(spread *p, uint64_t tier) {
    uint64_t fresh = tier & p->unmarked;
    p->unmarked &= ~fresh;
    p->full |= tier;
    for (int k = 0; k < p->m->g->mover_count; k++) {
        uint64_t narrow = tier & p->only[k];
        p->only[k] &= ~narrow;
        p->just[k] |= narrow;
    }
    expand_all_but(p, fresh, p->mover);
    drain(p);
}

/* One concept of one mover: label[t] are the states whose label is tier t. */
typedef struct asked {
    const stability_many *m;
    const tiers *order; /* by mover */
    int mover;
    uint8_t *verdict;
} asked;

static void judge(const asked *a, const uint64_t *label, bool improving,
                  uint8_t concept) {
    const tiers *own = &a->order[a->mover];
    const uint32_t states = a->m->g->state_count;
    const uint64_t *out = a->m->out + (size_t)a->mover * states;
    spread p = {.m = a->m,
                .order = a->order,
                .mover = a->mover,
                .improving = improving};
    p.unmarked = states == 64 ? UINT64_MAX : bit((int)states) - 1;
    uint64_t low = 0; /* no better than tier t */
    for (int t = 0; t < own->count; t++) {
        low |= own->tier[t];
        seed(&p, label[t]);
        for (uint64_t set = own->tier[t]; set; set &= set - 1)
            if (!(out[first_of(set)] & p.unmarked & ~low))
        a->verdict[first_of(set)] |= concept;
    }
}

/* Labels for SMR and SSEQ: the best tier among a state and where the mover
 * can go from it. A state without an improvement is stable outright. */
static void best_labels(const stability_many *m, const tiers *own, int i,
                        uint64_t *label, uint8_t *verdict) {
    uint64_t done = 0;
    for (int t = own->count - 1; t >= 0; t--) {
        uint64_t cover = own->tier[t];
        for (uint64_t set = own->tier[t]; set; set &= set - 1)
            cover |=
                m->in[(size_t)i * m->g->state_count + (size_t)first_of(set)];
        label[t] = cover & ~done;
        done |= cover;
        for (uint64_t set = label[t] & own->tier[t]; set; set &= set - 1)
            verdict[first_of(set)] |= STABILITY_NASH;
    }
}

static void analyse_small(const stability_many *m, const uint32_t *const *rank,
                          uint8_t *const *verdict) {
    tiers order[STABILITY_MOVERS];
    uint64_t best[STABILITY_SMALL] = {0};
    int states = (int)m->g->state_count;
    for (int j = 0; j < m->g->mover_count; j++)
        sort_tiers(states, rank[j], &order[j]);
    for (int i = 0; i < m->g->mover_count; i++) {
        const uint64_t *tier = order[i].tier;
        asked a = {m, order, i, verdict[i]};
        if (!verdict[i]) continue;
        memset(verdict[i], 0, (size_t)states);
        best_labels(m, &order[i], i, best, verdict[i]);
        judge(&a, tier, false, STABILITY_GMR);
        judge(&a, best, false, STABILITY_SMR);
        judge(&a, tier, true, STABILITY_SEQ);
        judge(&a, best, true, STABILITY_SSEQ);
    }
}

void stability_many_analyse(const stability_many *m,
                            const uint32_t *const *rank,
                            uint8_t *const *verdict, arena *scratch) {
    if (m->in)
        analyse_small(m, rank, verdict);
    else
        stability_analyse(m->g, rank, verdict, 0, scratch);
}
