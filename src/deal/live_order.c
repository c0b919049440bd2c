/* SPDX-License-Identifier: Apache-2.0
 * In which order should the issues of a block get their options?
 *
 * Where at most 12 conditions need be open at a time, so that few keys can
 * arise, the order that leaves the fewest open, issue by issue. Else the issues
 * that most worth hangs on come first, and bounds fall soon. */
#include "deal/live_terms.h"

#include <math.h>
#include <string.h>

/* --- The order of issues --- */

/* [condition * depth + place]: does it speak of that issue? Rules come last. */
static bool *incidence(const live_making *m, const int *issues,
                       const deal_party *parties, size_t *count) {
    size_t most = (size_t)m->c->rule_count;
    for (int p = 0; p < m->n; p++)
        most += (size_t)parties[p].when_count;
    const size_t depth = (size_t)m->depth;
    bool *speaks = ARENA_ARRAY(m->mem, bool, most *depth + 1);
    bool *seen = ARENA_ARRAY(m->mem, bool, (size_t)m->c->issue_count + 1);
    *count = 0;
    for (int p = 0; p <= m->n; p++) {
        const int all = p < m->n ? parties[p].when_count : m->c->rule_count;
        for (int i = 0; i < all; i++, ++*count) {
            memset(seen, 0, (size_t)m->c->issue_count * sizeof *seen);
            expr_issues(p < m->n ? parties[p].when[i].holds
                                 : m->c->rules[i].holds,
                        seen);
            for (size_t j = 0; j < depth; j++)
                speaks[*count * depth + j] = seen[issues[j]];
        }
    }
    return speaks;
}

/* How many conditions are open once `next` is taken too. */
static size_t open_with(const bool *speaks, size_t count, size_t depth,
                        const bool *taken, size_t next) {
    size_t open = 0;
    for (size_t i = 0; i < count; i++) {
        size_t in = 0, out = 0;
        for (size_t j = 0; j < depth; j++) {
            if (!speaks[i * depth + j]) continue;
            if (taken[j] || j == next)
                in++;
            else
                out++;
        }
        open += in > 0 && out > 0;
    }
    return open;
}

/* One after the other the issue that leaves the fewest conditions open; gives
 * the most that are open at a time. */
static size_t order_by_open(int *order, const bool *speaks, size_t count,
                            size_t depth, arena *mem) {
    bool *taken = ARENA_ARRAY(mem, bool, depth + 1);
    size_t most = 0;
    for (size_t k = 0; k < depth; k++) {
        size_t best = depth, fewest = SIZE_MAX;
        for (size_t j = 0; j < depth && fewest > 0; j++) {
            if (taken[j]) continue;
            const size_t open = open_with(speaks, count, depth, taken, j);
            if (open >= fewest) continue;
            fewest = open;
            best = j;
        }
        taken[best] = true;
        order[k] = (int)best;
        most = fewest > most ? fewest : most;
    }
    return most;
}

/* The issues that most worth hangs on first: bounds fall soon. */
static void order_by_worth(const live_making *m, int *order, const bool *speaks,
                           const deal_party *parties) {
    const size_t depth = (size_t)m->depth;
    double *weight = ARENA_ARRAY(m->mem, double, depth + 1);
    size_t at = 0;
    for (int p = 0; p < m->n; p++)
        for (int i = 0; i < parties[p].when_count; i++, at++)
            for (size_t j = 0; j < depth; j++)
                if (speaks[at * depth + j])
                    weight[j] += fabs((double)parties[p].when[i].worth);
    for (size_t k = 0; k < depth; k++) {
        size_t to = k;
        for (; to > 0 && weight[order[to - 1]] < weight[k]; to--)
            order[to] = order[to - 1];
        order[to] = (int)k;
    }
}

/* Few open conditions leave few keys, whatever the worths are. */
enum { OPEN_FEW = 12 };

const int *live_order(live_making *m, const int *issues,
                      const deal_party *parties) {
    const size_t depth = (size_t)m->depth;
    size_t count;
    const bool *speaks = incidence(m, issues, parties, &count);
    int *order = ARENA_ARRAY(m->mem, int, depth + 1);
    int *sorted = ARENA_ARRAY(m->mem, int, depth + 1);
    if (order_by_open(order, speaks, count, depth, m->mem) > OPEN_FEW &&
        count > (size_t)m->c->rule_count)
        order_by_worth(m, order, speaks, parties);
    for (size_t k = 0; k < depth; k++)
        sorted[k] = issues[order[k]];
    m->order = order;
    return sorted;
}
