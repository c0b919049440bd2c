/* SPDX-License-Identifier: Apache-2.0
 * Nothing is good enough for everybody: what is nearest, and what would have
 * to give way?
 *
 * An outcome falls short for p by max(0, d_p - u_p). The smallest joint
 * relaxation lowers every d by the same amount: the least, over outcomes, of
 * the largest shortfall. A miss is a deal such that no other falls less short
 * for one party and no more for any. Shortfalls only shrink as worths rise, so
 * all of this is read off the frontier and is exact. One party's d alone is
 * enough where some outcome is good enough for all the others.
 *
 * Rules give way instead where an outcome that breaks some of them is good
 * enough for all: the fewest rules, then the first outcome in issue order.
 * That is no question to the frontier; it takes a pass through all outcomes.
 *
 * Edge cases: no outcome at all: no misses. Shortfalls of different parties
 * are in each party's own unit of worth. */
#include "deal/near.h"

#include <stdlib.h>
#include <string.h>

#include "deal/choose.h"
#include "deal/exact.h"

/* --- Misses --- */

static fixed shortfall(const deal_party *of, fixed worth) {
    return worth < of->reserve ? of->reserve - worth : 0;
}

static int by_distance(const void *a, const void *b) {
    const deal_miss *x = a, *y = b;
    if (x->most != y->most) return x->most < y->most ? -1 : 1;
    if (x->sum != y->sum) return x->sum < y->sum ? -1 : 1;
    return x->point < y->point ? -1 : x->point > y->point;
}

/* Is a at least as near as b for all, and nearer for one? Equal ones are both
 * kept: they are different deals. */
static bool is_nearer(const deal_miss *a, const deal_miss *b, int n) {
    bool nearer = false;
    for (int p = 0; p < n; p++) {
        if (a->short_of[p] > b->short_of[p]) return false;
        nearer = nearer || a->short_of[p] < b->short_of[p];
    }
    return nearer;
}

static deal_miss miss_of(const fixed *worth, size_t point,
                         const deal_party *parties, int n, fixed *room) {
    deal_miss m = {.point = point, .short_of = room};
    for (int p = 0; p < n; p++) {
        room[p] = shortfall(&parties[p], worth[p]);
        m.sum += room[p];
        if (room[p] > m.most) m.most = room[p];
    }
    return m;
}

/* Whoever is nearer than another has no larger most and a smaller sum, so it
 * comes before it. */
static size_t drop_farther(deal_miss *all, size_t count, int n) {
    enum { KEPT_MOST = 1000 };
    size_t kept = 0;
    for (size_t i = 0; i < count && kept < KEPT_MOST; i++) {
        bool farther = false;
        for (size_t k = 0; k < kept && !farther; k++)
            farther = is_nearer(&all[k], &all[i], n);
        if (!farther) all[kept++] = all[i];
    }
    return kept;
}

static void note_alone(const deal_miss *m, int n, fixed *alone, size_t *point) {
    for (int p = 0; p < n; p++) {
        if (m->sum != m->short_of[p]) continue;
        if (alone[p] >= 0 && alone[p] <= m->sum) continue;
        alone[p] = m->sum;
        point[p] = m->point;
    }
}

const deal_near *deal_near_find(const fixed *const *worth, size_t count,
                                const deal_party *parties, int party_count,
                                arena *mem) {
    const size_t n = (size_t)party_count;
    deal_miss *all = ARENA_ARRAY(mem, deal_miss, count + 1);
    fixed *room = ARENA_ARRAY(mem, fixed, count * n + 1);
    fixed *alone = ARENA_ARRAY(mem, fixed, n);
    size_t *point = ARENA_ARRAY(mem, size_t, n);
    for (size_t p = 0; p < n; p++)
        alone[p] = -1;
    for (size_t i = 0; i < count; i++) {
        all[i] = miss_of(worth[i], i, parties, party_count, room + i * n);
        note_alone(&all[i], party_count, alone, point);
    }
    if (count > 0) qsort(all, count, sizeof *all, by_distance);
    deal_near *near = ARENA_NEW(mem, deal_near);
    *near =
        (deal_near){all, drop_farther(all, count, party_count), alone, point};
    return near;
}

/* --- Rules --- */

static int broken(const case_model *c, const int *outcome) {
    int count = 0;
    for (int i = 0; i < c->rule_count; i++)
        count += !expr_holds(c->rules[i].holds, outcome);
    return count;
}

static bool is_enough(const deal_stream *s, uint32_t i) {
    for (int p = 0; p < s->party_count; p++)
        if (s->worth[p][i] < s->parties[p].reserve) return false;
    return true;
}

/* The first of the outcomes good enough for all that break fewest rules. */
static void search(deal_giving *g, const case_model *c, deal_stream *s,
                   int *best, int *outcome) {
    int fewest = c->rule_count + 1;
    while (deal_stream_next(s)) {
        if (!deal_is_rational(s->most, s->parties, s->party_count)) continue;
        deal_stream_look(s);
        for (uint32_t i = 0; i < s->count; i++) {
            if (!is_enough(s, i)) continue;
            deal_space_outcome(s->space, s->begin + i, outcome);
            const int count = broken(c, outcome);
            if (count >= fewest) continue;
            fewest = count;
            memcpy(best, outcome, (size_t)c->issue_count * sizeof *best);
            g->outcome = best;
        }
    }
}

deal_giving deal_giving_find(const case_model *c, const deal_party *parties,
                             arena *mem) {
    deal_giving g = {.looked = deal_space_bound(c) <= DEAL_OUTCOMES_MOST};
    if (!g.looked || c->rule_count == 0) return g;
    arena *scratch = arena_child(mem);
    case_model *bare = ARENA_NEW(scratch, case_model);
    *bare = *c;
    bare->rule_count = 0;
    const deal_space *space =
        deal_space_new(bare, (deal_scope){0}, scratch, NULL);
    int *best = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    int *outcome = ARENA_ARRAY(scratch, int, (size_t)c->issue_count + 1);
    deal_stream s = deal_stream_new(space, parties, c->party_count, scratch);
    search(&g, c, &s, best, outcome);
    int *rules = ARENA_ARRAY(mem, int, (size_t)c->rule_count);
    for (int i = 0; g.outcome && i < c->rule_count; i++)
        if (!expr_holds(c->rules[i].holds, best)) rules[g.rule_count++] = i;
    g.rules = rules;
    arena_free(scratch);
    return g;
}
