/* SPDX-License-Identifier: Apache-2.0
 * Ranks of all states, from whatever the case says a party wants.
 *
 * - An order of statements, most important first: a state where the first
 *   statement on which two differ holds is the better one (option
 *   prioritization: Peng, Hipel, Kilgour and Fang 1997). So the truth values
 *   read as a binary number are the rank. They are worked out for 64 states
 *   at a time, a statement being a few operations on words with a bit a
 *   state; beyond 32 statements ranks are made dense and carried on.
 * - A ranking names the states by tiers.
 * - Exact worths are summed as integers, so ties are the ties of the file.
 *   Conditions add theirs where they hold, a cap cuts the sum.
 * - A draw's worths are doubles: sorted, a step of less than 1e-9 is none. */
#include "stability/prefer.h"

#include <string.h>

#include "stability/order.h"

enum { BLOCK = 64, KEY_BITS = 32 };

/* --- Orders of statements --- */

/* What 64 states have: bit b of plane[cell] is set if state begin + b has the
 * option of that cell. */
typedef struct planes {
    const stability_case *k;
    uint64_t *plane;
} planes;

static void fill_planes(const planes *p, uint32_t begin, uint32_t count) {
    const case_model *c = p->k->c;
    memset(p->plane, 0, (size_t)c->cell_count * sizeof *p->plane);
    for (uint32_t b = 0; b < count; b++) {
        uint64_t code = p->k->space.code[begin + b];
        for (int j = 0; j < c->issue_count; j++) {
            int o = stability_option(&p->k->space, code, j);
            p->plane[c->issues[j].cell + o] |= UINT64_C(1) << b;
        }
    }
}

/* The states of the block in which the expression holds. */
static uint64_t where(const planes *p, const expr *e) {
    switch (e->kind) {
    case EXPR_IN: {
        uint64_t any = 0;
        for (int o = 0; o < e->option_count; o++)
            if (expr_has(e, o))
                any |= p->plane[p->k->c->issues[e->issue].cell + o];
        return any;
    }
    case EXPR_NOT:
        return ~where(p, e->left);
    case EXPR_AND:
        return where(p, e->left) & where(p, e->right);
    case EXPR_OR:
        return where(p, e->left) | where(p, e->right);
    case EXPR_IMPLIES:
        return ~where(p, e->left) | where(p, e->right);
    case EXPR_IFF:
        return ~(where(p, e->left) ^ where(p, e->right));
    }
    return 0;
}

/* Appends the truth of some statements to the ranks so far. */
static void add_statements(const planes *p, const expr *const *order, int count,
                           uint64_t *key) {
    for (uint32_t begin = 0; begin < p->k->g.state_count; begin += BLOCK) {
        uint32_t left = p->k->g.state_count - begin;
        uint32_t size = left < BLOCK ? left : BLOCK;
        fill_planes(p, begin, size);
        for (int s = 0; s < count; s++) {
            uint64_t holds = where(p, order[s]);
            for (uint32_t b = 0; b < size; b++)
                key[begin + b] = key[begin + b] << 1 | ((holds >> b) & 1);
        }
    }
}

static void rank_order(const stability_case *k, const case_preference *p,
                       uint32_t *rank, arena *scratch) {
    const uint32_t states = k->g.state_count;
    planes all = {k, ARENA_ARRAY(scratch, uint64_t, (size_t)k->c->cell_count)};
    uint64_t *key = ARENA_ARRAY(scratch, uint64_t, states);
    for (int done = 0; done < p->order_count; done += KEY_BITS) {
        int left = p->order_count - done;
        add_statements(&all, p->order + done, left < KEY_BITS ? left : KEY_BITS,
                       key);
        if (left <= KEY_BITS && done == 0) break;
        stability_rank_keys(states, key, rank, scratch);
        for (uint32_t s = 0; s < states; s++)
            key[s] = rank[s];
    }
    for (uint32_t s = 0; s < states; s++)
        rank[s] = (uint32_t)key[s];
}

/* --- Rankings and worths --- */

static void rank_tiers(const case_preference *p, uint32_t *rank) {
    for (int t = 0; t < p->tier_count; t++)
        for (int i = 0; i < p->ranking[t].states.count; i++)
            rank[p->ranking[t].states.items[i] - 1] =
                (uint32_t)(p->tier_count - 1 - t);
}

static fixed exact_worth(const stability_case *k, const case_preference *p,
                         int *outcome, uint32_t s) {
    fixed sum = 0;
    stability_outcome(&k->space, s, outcome);
    for (int j = 0; j < k->c->issue_count; j++)
        sum += p->worth[k->c->issues[j].cell + outcome[j]];
    for (int w = 0; w < p->when_count; w++)
        if (expr_holds(p->when[w].holds, outcome)) sum += p->when[w].worth;
    return p->has_cap && sum > p->cap ? p->cap : sum;
}

/* Signed numbers as keys of the same order. */
static uint64_t ordered(int64_t x) { return (uint64_t)x ^ (UINT64_C(1) << 63); }

void stability_worth_exact(const stability_case *k, int party, fixed *worth,
                           arena *scratch) {
    const case_preference *p = &k->c->preferences[party];
    int *outcome = ARENA_ARRAY(scratch, int, (size_t)k->c->issue_count);
    for (uint32_t s = 0; s < k->g.state_count; s++)
        worth[s] = exact_worth(k, p, outcome, s);
}

static void rank_worth(const stability_case *k, const case_preference *p,
                       uint32_t *rank, arena *scratch) {
    uint64_t *key = ARENA_ARRAY(scratch, uint64_t, k->g.state_count);
    int *outcome = ARENA_ARRAY(scratch, int, (size_t)k->c->issue_count);
    for (uint32_t s = 0; s < k->g.state_count; s++)
        key[s] = ordered(exact_worth(k, p, outcome, s));
    stability_rank_keys(k->g.state_count, key, rank, scratch);
}

void stability_rank_exact(const stability_case *k, int party, uint32_t *rank,
                          arena *scratch) {
    const case_preference *p = &k->c->preferences[party];
    switch (p->kind) {
    case CASE_ORDER:
        rank_order(k, p, rank, scratch);
        break;
    case CASE_RANKING:
        rank_tiers(p, rank);
        break;
    case CASE_WORTH:
        rank_worth(k, p, rank, scratch);
        break;
    case CASE_INFERRED:
        break;
    }
}

/* --- Draws --- */

#define SAME_WORTH 1e-9

/* Doubles as keys of the same order; -0 and 0 are one. */
static uint64_t ordered_double(double x) {
    int64_t bits;
    double y = x + 0.0;
    memcpy(&bits, &y, sizeof bits);
    return bits < 0 ? ~(uint64_t)bits : ordered(bits);
}

void stability_rank_draw(const stability_case *k, int party, const draw *w,
                         uint32_t *rank, arena *scratch) {
    const uint32_t states = k->g.state_count;
    const case_model *c = k->c;
    const double *worth = w->worth + (size_t)party * (size_t)c->cell_count;
    double *sum = ARENA_ARRAY(scratch, double, states);
    uint64_t *key = ARENA_ARRAY(scratch, uint64_t, states);
    for (uint32_t s = 0; s < states; s++) {
        for (int j = 0; j < c->issue_count; j++)
            sum[s] += worth[c->issues[j].cell +
                            stability_option(&k->space, k->space.code[s], j)];
        key[s] = ordered_double(sum[s]);
    }
    const uint32_t *order = stability_order_keys(states, key, scratch);
    uint32_t next = 0;
    for (uint32_t i = 0; i < states; i++) {
        if (i > 0 && sum[order[i]] > sum[order[i - 1]] + SAME_WORTH) next++;
        rank[order[i]] = next;
    }
}
