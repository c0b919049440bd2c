/* SPDX-License-Identifier: Apache-2.0
 * What would a party have to want for this state to be stable for it?
 *
 * With the others fixed, only the set A of states that the party ranks above
 * the wished state e matters (Kinsara, Kilgour and Hipel 2015 ask for the list
 * of rankings; the exact form here is GMCR.md, section 4.5):
 *   Nash       no move of the party ends in A;
 *   GMR, SEQ   each move s1 has, among itself and what the others reach from
 *              it (any moves, improvements), a state outside A;
 *   SMR, SSEQ  ... outside A together with all that the party reaches from it
 *              (or s1 itself is outside A).
 * So the condition is a conjunction of clauses, one a move, each a choice of
 * small sets that must keep out of A. The wished state itself is never in A
 * and falls out of the sets; a set that becomes empty makes its clause idle.
 * Sets that contain another set of their clause, and clauses that repeat one
 * another, are dropped. */
#include "stability/inverse.h"

#include <string.h>

typedef struct builder {
    const stability_graph *g;
    stability_question asked;
    bool answered, no_way_out;
    stability_quest quest;
    stability_reach *reach;
    arena *mem;
} builder;

/* The states of a way, ascending, without the wished one. */
static stability_states collect(const builder *b, uint32_t answer,
                                bool with_moves) {
    uint32_t count = 1;
    stability_walk w = stability_from(b->g, b->asked.mover, answer);
    if (with_moves)
        while (stability_next(&w) != STABILITY_NO_STATE)
            count++;
    uint32_t *items = ARENA_ARRAY(b->mem, uint32_t, count);
    uint32_t used = 0;
    if (answer != b->asked.state) items[used++] = answer;
    w = stability_from(b->g, b->asked.mover, answer);
    for (uint32_t q;
         with_moves && (q = stability_next(&w)) != STABILITY_NO_STATE;) {
        uint32_t place = used;
        if (q == b->asked.state) continue;
        for (; place > 0 && items[place - 1] > q; place--)
            items[place] = items[place - 1];
        items[place] = q;
        used++;
    }
    return (stability_states){items, used};
}

static bool contains(stability_states a, stability_states b) {
    uint32_t i = 0;
    for (uint32_t j = 0; j < b.count; j++) {
        while (i < a.count && a.items[i] < b.items[j])
            i++;
        if (i == a.count || a.items[i] != b.items[j]) return false;
    }
    return true;
}

/* Adds a way unless one that asks for less is there; drops those that ask for
 * more. */
static uint32_t add_way(stability_states *ways, uint32_t count,
                        stability_states way) {
    uint32_t kept = 0;
    for (uint32_t k = 0; k < count; k++)
        if (contains(way, ways[k])) return count;
    for (uint32_t k = 0; k < count; k++)
        if (!contains(ways[k], way)) ways[kept++] = ways[k];
    ways[kept++] = way;
    return kept;
}

static stability_clause find_clause(const builder *b, uint32_t move) {
    stability_states *ways =
        ARENA_ARRAY(b->mem, stability_states, (size_t)b->g->state_count + 1);
    uint32_t count = add_way(ways, 0, collect(b, move, false));
    if (b->answered) stability_reach_run(b->reach, &b->quest, move);
    for (uint32_t k = 0; b->answered && k < b->reach->count; k++)
        if (b->reach->queue[k] % 2 == 0)
            count = add_way(ways, count,
                            collect(b, b->reach->queue[k] / 2, b->no_way_out));
    return (stability_clause){move, ways, count};
}

static bool idle(const stability_clause *k) {
    return k->way_count == 1 && k->ways[0].count == 0;
}

static bool same_ways(const stability_clause *a, const stability_clause *b) {
    if (a->way_count != b->way_count) return false;
    for (uint32_t k = 0; k < a->way_count; k++) {
        bool found = false;
        for (uint32_t j = 0; j < b->way_count && !found; j++)
            found = contains(a->ways[k], b->ways[j]) &&
                    contains(b->ways[j], a->ways[k]);
        if (!found) return false;
    }
    return true;
}

static void find_relevant(stability_condition *k, uint32_t state_count,
                          arena *mem) {
    bool *named = ARENA_ARRAY(mem, bool, state_count);
    for (uint32_t c = 0; c < k->clause_count; c++)
        for (uint32_t w = 0; w < k->clauses[c].way_count; w++)
            for (uint32_t i = 0; i < k->clauses[c].ways[w].count; i++)
                named[k->clauses[c].ways[w].items[i]] = true;
    uint32_t *list = ARENA_ARRAY(mem, uint32_t, state_count);
    for (uint32_t s = 0; s < state_count; s++)
        if (named[s]) list[k->relevant_count++] = s;
    k->relevant = list;
}

stability_condition *stability_condition_find(const stability_graph *g,
                                              const uint32_t *const *rank,
                                              stability_question asked,
                                              arena *mem) {
    const uint8_t improving = STABILITY_SEQ | STABILITY_SSEQ;
    uint32_t all = (UINT32_C(1) << g->mover_count) - 1;
    builder b = {g,
                 asked,
                 asked.concept != STABILITY_NASH,
                 (asked.concept & (STABILITY_SMR | STABILITY_SSEQ)) != 0,
                 {all & ~(UINT32_C(1) << asked.mover),
                  (asked.concept & improving) ? rank : NULL, 0, NULL, NULL},
                 stability_reach_new(g, mem),
                 mem};
    stability_condition *k = ARENA_NEW(mem, stability_condition);
    stability_clause *clauses =
        ARENA_ARRAY(mem, stability_clause, g->state_count);
    k->asked = asked;
    stability_walk w = stability_from(g, asked.mover, asked.state);
    for (uint32_t s1; (s1 = stability_next(&w)) != STABILITY_NO_STATE;) {
        stability_clause c = find_clause(&b, s1);
        bool known = idle(&c);
        for (uint32_t j = 0; j < k->clause_count && !known; j++)
            known = same_ways(&clauses[j], &c);
        if (!known) clauses[k->clause_count++] = c;
    }
    k->clauses = clauses;
    find_relevant(k, g->state_count, mem);
    return k;
}

static bool way_holds(stability_states way, const bool *above) {
    for (uint32_t i = 0; i < way.count; i++)
        if (above[way.items[i]]) return false;
    return true;
}

bool stability_clause_holds(const stability_clause *k, const bool *above) {
    for (uint32_t w = 0; w < k->way_count; w++)
        if (way_holds(k->ways[w], above)) return true;
    return false;
}

bool stability_condition_holds(const stability_condition *k,
                               const bool *above) {
    for (uint32_t c = 0; c < k->clause_count; c++)
        if (!stability_clause_holds(&k->clauses[c], above)) return false;
    return true;
}
