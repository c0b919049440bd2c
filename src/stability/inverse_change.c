/* SPDX-License-Identifier: Apache-2.0
 * What is the least change of a ranking that makes the state stable?
 *
 * Measured in adjacent swaps: pairs of states that change places (ties are
 * free). Only what lies above the wished state e matters, and taking more away
 * from it never hurts; so a change lowers a set B of states from above e to
 * right below it. That reverses one pair with e for each of them, and one for
 * each state of B and state outside B that lies above e and below the first.
 *
 * If B must contain a set M, the cheapest B is found from the top down: a
 * state that need not go costs one if it goes (and spares the later ones) or
 * as many as have gone from above it if it stays. That cost grows with M, so
 * branching over the ways of a clause that is not met, cheapest bound first
 * pruned, is exact: a hitting set by branch and bound. When it would take too
 * long the best so far is given, and not called the cheapest. */
#include <string.h>

#include "stability/inverse.h"
#include "stability/order.h"

#define WORK_MOST 300000000.0

typedef struct planner {
    const stability_condition *k;
    uint32_t count;          /* states above the wished one */
    uint32_t *above;         /* those, best first */
    uint32_t *level;         /* of each, its tier from 0 */
    uint32_t *place;         /* by state: its place in above, or NO_STATE */
    bool *forced;            /* by place */
    bool *lowered, *outside; /* by place; by state: stays above */
    uint32_t *cost;          /* of the dynamic program: [place][gone] */
    bool *goes;
    uint64_t best;
    bool *best_lowered; /* by place */
    double work;
    bool cut;
} planner;

/* Lists what lies above the wished state, best first. */
static void list_above(planner *p, const uint32_t *rank, uint32_t state_count,
                       arena *mem) {
    uint32_t wished = p->k->asked.state;
    uint32_t *order = ARENA_ARRAY(mem, uint32_t, state_count);
    uint32_t *spare = ARENA_ARRAY(mem, uint32_t, state_count);
    stability_order_states(state_count, rank, order, spare);
    for (uint32_t s = 0; s < state_count; s++) {
        p->place[s] = STABILITY_NO_STATE;
        p->count += rank[s] > rank[wished];
    }
    for (uint32_t i = 0; i < p->count; i++) {
        uint32_t s = order[state_count - 1 - i];
        bool next = i > 0 && rank[s] != rank[p->above[i - 1]];
        p->above[i] = s;
        p->place[s] = i;
        p->level[i] = i == 0 ? 0 : p->level[i - 1] + next;
    }
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

static uint32_t *cell(const planner *p, uint32_t place, uint32_t gone) {
    return p->cost + (size_t)place * (p->count + 1) + gone;
}

/* The cheapest lowering of the states from `place` to the end of its tier,
 * `here` of which go: the forced ones, then any. */
static uint32_t tier_end(const planner *p, uint32_t place) {
    uint32_t end = place;
    while (end < p->count && p->level[end] == p->level[place])
        end++;
    return end;
}

static uint32_t forced_in(const planner *p, uint32_t begin, uint32_t end) {
    uint32_t count = 0;
    for (uint32_t i = begin; i < end; i++)
        count += p->forced[i];
    return count;
}

/* Fills p->cost at the beginnings of tiers, last tier first. */
static void fill_costs(planner *p) {
    for (uint32_t gone = 0; gone <= p->count; gone++)
        *cell(p, p->count, gone) = 0;
    for (uint32_t end = p->count, begin; end > 0; end = begin) {
        begin = end - 1;
        while (begin > 0 && p->level[begin - 1] == p->level[end - 1])
            begin--;
        uint32_t size = end - begin, must = forced_in(p, begin, end);
        for (uint32_t gone = 0; gone <= begin; gone++) {
            uint32_t best = UINT32_MAX;
            for (uint32_t here = must; here <= size; here++)
                best = least(best, here + (size - here) * gone +
                                       *cell(p, end, gone + here));
            *cell(p, begin, gone) = best;
        }
        p->work += (double)size * (begin + 1);
    }
}

/* Reads off which states go, as few of each tier as the cost allows. */
static void read_lowered(planner *p) {
    uint32_t gone = 0;
    for (uint32_t begin = 0, end; begin < p->count; begin = end) {
        end = tier_end(p, begin);
        uint32_t size = end - begin, here = forced_in(p, begin, end);
        while (here + (size - here) * gone + *cell(p, end, gone + here) !=
               *cell(p, begin, gone))
            here++;
        uint32_t more = here - forced_in(p, begin, end);
        for (uint32_t i = begin; i < end; i++) {
            bool also = !p->forced[i] && more > 0;
            more -= also;
            p->lowered[i] = p->forced[i] || also;
        }
        gone += here;
    }
    for (uint32_t i = 0; i < p->count; i++)
        p->outside[p->above[i]] = !p->lowered[i];
}

static const stability_clause *unmet(const planner *p) {
    for (uint32_t c = 0; c < p->k->clause_count; c++)
        if (!stability_clause_holds(&p->k->clauses[c], p->outside))
            return &p->k->clauses[c];
    return NULL;
}

/* Forces a way's states down; counts those that were not forced before and
 * keeps them in `added`. */
static uint32_t force(planner *p, stability_states way, uint32_t *added) {
    uint32_t count = 0;
    for (uint32_t i = 0; i < way.count; i++) {
        uint32_t place = p->place[way.items[i]];
        if (place == STABILITY_NO_STATE || p->forced[place]) continue;
        p->forced[place] = true;
        added[count++] = place;
    }
    return count;
}

static void branch(planner *p, arena *scratch) {
    if (p->work > WORK_MOST) {
        p->cut = true;
        return;
    }
    fill_costs(p);
    uint64_t bound = *cell(p, 0, 0);
    if (bound >= p->best) return;
    read_lowered(p);
    const stability_clause *k = unmet(p);
    if (!k) {
        p->best = bound;
        memcpy(p->best_lowered, p->lowered, p->count * sizeof *p->lowered);
        return;
    }
    arena_place mark = arena_mark(scratch);
    uint32_t *added = ARENA_ARRAY(scratch, uint32_t, p->count);
    for (uint32_t w = 0; w < k->way_count; w++) {
        uint32_t count = force(p, k->ways[w], added);
        branch(p, scratch);
        while (count > 0)
            p->forced[added[--count]] = false;
    }
    arena_back(scratch, mark);
}

static stability_change result(const planner *p, uint32_t state_count,
                               arena *mem) {
    stability_change x = {!p->cut, p->best, NULL, 0};
    uint32_t *list = ARENA_ARRAY(mem, uint32_t, p->count);
    for (uint32_t s = 0; s < state_count; s++)
        if (p->place[s] != STABILITY_NO_STATE && p->best_lowered[p->place[s]])
            list[x.lowered_count++] = s;
    x.lowered = list;
    return x;
}

stability_change stability_change_find(const stability_condition *k,
                                       const uint32_t *rank,
                                       uint32_t state_count, arena *mem) {
    arena *scratch = arena_child(mem);
    size_t n = state_count;
    planner p = {.k = k,
                 .above = ARENA_ARRAY(scratch, uint32_t, n),
                 .level = ARENA_ARRAY(scratch, uint32_t, n),
                 .place = ARENA_ARRAY(scratch, uint32_t, n),
                 .forced = ARENA_ARRAY(scratch, bool, n),
                 .lowered = ARENA_ARRAY(scratch, bool, n),
                 .outside = ARENA_ARRAY(scratch, bool, n),
                 .best_lowered = ARENA_ARRAY(scratch, bool, n)};
    list_above(&p, rank, state_count, scratch);
    size_t side = (size_t)p.count + 1;
    p.cost = ARENA_ARRAY(scratch, uint32_t, side * side);
    /* everything above going is always enough: that many swaps with e */
    p.best = p.count;
    for (uint32_t i = 0; i < p.count; i++)
        p.best_lowered[i] = true;
    branch(&p, scratch);
    stability_change x = result(&p, state_count, mem);
    arena_free(scratch);
    return x;
}

void stability_change_apply(const stability_change *x, uint32_t wished,
                            const uint32_t *rank, uint32_t state_count,
                            uint32_t *to, arena *scratch) {
    enum { REST, LOWERED, WISHED, ABOVE };
    uint64_t *key = ARENA_ARRAY(scratch, uint64_t, state_count);
    for (uint32_t s = 0; s < state_count; s++) {
        uint64_t place = rank[s] > rank[wished] ? ABOVE : REST;
        key[s] = place << 32 | rank[s];
    }
    for (uint32_t i = 0; i < x->lowered_count; i++)
        key[x->lowered[i]] = (uint64_t)LOWERED << 32 | rank[x->lowered[i]];
    key[wished] = (uint64_t)WISHED << 32 | rank[wished];
    stability_rank_keys(state_count, key, to, scratch);
}
