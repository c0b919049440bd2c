/* SPDX-License-Identifier: Apache-2.0
 * What is the least change of several parties' rankings that makes a state an
 * equilibrium, if answers must pay those who give them (SEQ, SSEQ)?
 *
 * There a party's condition depends on what the others want, so the cheapest
 * changes of each (inverse_change.c) need not fit together, nor be cheapest
 * together: a small change of one party can make its answer credible to
 * another. So all rankings are tried, in ascending number of pairs that change
 * places: the first that works is the least.
 *
 * Only strict rankings need to be tried, pairs that tie today being free: a
 * tie with the state can be broken in its favour, any other tie either way,
 * and both only add answers (GMCR.md, section 4.5). Every strict ranking is
 * made once: the states are placed one by one, best first, and each moves up
 * past as many of those already placed as the budget of pairs allows.
 *
 * The number of rankings grows without bounds, so the search stops at a fixed
 * amount of work and then says what it has ruled out. The problem holds hitting
 * sets as a special case, so nothing is quick on all models (Kinsara, Kilgour
 * and Hipel 2015 list rankings). */
#include "stability/concert.h"

#include "stability/order.h"

#define WORK_MOST 3e8 /* placings and moves looked at */

typedef struct seeker {
    const stability_concert_ask *ask;
    int count; /* parties that vary */
    int party[STABILITY_MOVERS];
    uint32_t *item[STABILITY_MOVERS];     /* of each, the states, best first */
    uint64_t *capacity[STABILITY_MOVERS]; /* pairs that the states from here
                                             on, and later parties, can change
                                             at most */
    uint32_t *list[STABILITY_MOVERS];     /* the states placed, best first */
    uint32_t *made[STABILITY_MOVERS];     /* by mover: ranks to be filled */
    const uint32_t *rank[STABILITY_MOVERS]; /* by mover: as tried */
    stability_reach *reach;
    double work;
    bool found;
} seeker;

/* --- Is the state an equilibrium under the ranks tried? --- */

typedef struct deterrent {
    const seeker *k;
    int party;
} deterrent;

/* An answer ends no higher for the party than the state, and with SSEQ leaves
 * it nothing higher to go on to. */
static bool deters(const void *subject, uint32_t s) {
    const deterrent *t = subject;
    const stability_concert_ask *ask = t->k->ask;
    const uint32_t *rank = t->k->rank[t->party], most = rank[ask->state];
    if (rank[s] > most) return false;
    if (ask->concept != STABILITY_SSEQ) return true;
    stability_walk w = stability_from(ask->g, t->party, s);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;)
        if (rank[q] > most) return false;
    return true;
}

/* Is every improvement of the party answered? `any`: these parties answer with
 * any move. */
static bool holds_for(seeker *k, int party, uint32_t any) {
    const stability_concert_ask *ask = k->ask;
    const uint32_t *rank = k->rank[party];
    uint32_t all = (UINT32_C(1) << ask->g->mover_count) - 1;
    deterrent t = {k, party};
    stability_quest quest = {all & ~(UINT32_C(1) << party), k->rank, any,
                             deters, &t};
    stability_walk w = stability_from(ask->g, party, ask->state);
    for (uint32_t q; (q = stability_next(&w)) != STABILITY_NO_STATE;) {
        k->work++;
        if (rank[q] <= rank[ask->state]) continue;
        if (stability_reach_run(k->reach, &quest, q) == STABILITY_NO_NODE)
            return false;
        k->work += k->reach->count;
    }
    return true;
}

static bool holds(seeker *k) {
    for (int i = 0; i < k->ask->party_count; i++)
        if (!holds_for(k, i, 0)) return false;
    return true;
}

/* --- All rankings --- */

static void place(seeker *k, int v, uint32_t at, uint64_t left);

/* All parties have their lists: are those it? */
static void try_lists(seeker *k) {
    const uint32_t states = k->ask->g->state_count;
    for (int v = 0; v < k->count; v++)
        for (uint32_t p = 0; p < states; p++)
            k->made[v][k->list[v][p]] = states - p;
    k->work += (double)states * k->count;
    k->found = holds(k);
}

static void go_on(seeker *k, int v, uint32_t at, uint64_t left) {
    if (at < k->ask->g->state_count)
        place(k, v, at, left);
    else if (v + 1 < k->count)
        place(k, v + 1, 0, left);
    else if (left == 0)
        try_lists(k);
}

/* Places the next state of party v: last, or further up past states that it
 * changes places with; exactly `left` pairs are to be changed from here on. */
static void place(seeker *k, int v, uint32_t at, uint64_t left) {
    if (left > k->capacity[v][at]) return;
    const uint32_t *rank = k->ask->rank[k->party[v]];
    uint32_t *list = k->list[v], state = k->item[v][at], p = at;
    uint64_t cost = 0;
    list[at] = state;
    for (;; p--) {
        k->work++;
        go_on(k, v, at + 1, left - cost);
        if (p == 0 || k->found || k->work > WORK_MOST) break;
        cost += rank[list[p - 1]] != rank[state];
        if (cost > left) break;
        list[p] = list[p - 1];
        list[p - 1] = state;
    }
    for (; p < at; p++)
        list[p] = list[p + 1];
}

/* Pairs of today's strict preferences that each state and the later ones could
 * still change, with those of the parties after this one. */
static void fill_capacity(seeker *k, int v, uint64_t later) {
    const uint32_t states = k->ask->g->state_count;
    const uint32_t *rank = k->ask->rank[k->party[v]], *item = k->item[v];
    uint32_t begin = states;
    k->capacity[v][states] = later;
    for (uint32_t at = states; at-- > 0;) {
        if (begin > at)
            for (begin = at;
                 begin > 0 && rank[item[begin - 1]] == rank[item[at]];)
                begin--;
        k->capacity[v][at] = k->capacity[v][at + 1] + begin;
    }
}

static void add_party(seeker *k, int party, arena *mem) {
    const uint32_t states = k->ask->g->state_count;
    uint32_t *order = ARENA_ARRAY(mem, uint32_t, states);
    uint32_t *spare = ARENA_ARRAY(mem, uint32_t, states);
    int v = k->count++;
    stability_order_states(states, k->ask->rank[party], order, spare);
    for (uint32_t s = 0; s < states; s++)
        spare[s] = order[states - 1 - s];
    k->party[v] = party;
    k->item[v] = spare;
    k->list[v] = ARENA_ARRAY(mem, uint32_t, states);
    k->made[v] = ARENA_ARRAY(mem, uint32_t, states);
    k->capacity[v] = ARENA_ARRAY(mem, uint64_t, (size_t)states + 1);
    k->rank[party] = k->made[v];
}

static seeker *new_seeker(const stability_concert_ask *ask, arena *mem) {
    seeker *k = ARENA_NEW(mem, seeker);
    k->ask = ask;
    k->reach = stability_reach_new(ask->g, mem);
    for (int i = 0; i < ask->g->mover_count; i++)
        k->rank[i] = ask->rank[i];
    return k;
}

stability_concert stability_concert_find(const stability_concert_ask *ask,
                                         arena *mem) {
    seeker *k = new_seeker(ask, mem);
    for (int i = 0; i < ask->party_count; i++)
        if ((ask->varying >> i) & 1) add_party(k, i, mem);
    uint64_t pairs = 0;
    for (int v = k->count - 1; v >= 0; v--) {
        fill_capacity(k, v, pairs);
        pairs = k->capacity[v][0];
    }
    stability_concert c = {.rank = k->rank};
    if (k->count == 0) return c;
    for (uint64_t n = 0; n <= pairs && n <= ask->most && !c.found; n++) {
        c.swaps = c.below = n;
        place(k, 0, 0, n);
        c.found = k->found;
        if (!c.found && k->work > WORK_MOST) return c;
    }
    c.below = c.swaps + 1;
    c.hopeless = !c.found && c.swaps == pairs;
    return c;
}

int stability_concert_bar(const stability_concert_ask *ask, arena *scratch) {
    seeker *k = new_seeker(ask, scratch);
    for (int i = 0; i < ask->party_count; i++)
        if (!((ask->varying >> i) & 1) && !holds_for(k, i, ask->varying))
            return i;
    return -1;
}
