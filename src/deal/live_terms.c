/* SPDX-License-Identifier: Apache-2.0
 * Conditions as sums of conjunctions.
 *
 * Whether a condition holds is 0 or 1, and such a number is a polynomial in
 * "issue j has one of these options": not e is 1 - e, a and b is a b, a or b
 * is 1 - (1 - a)(1 - b), and the product of two conjunctions is the one of
 * their common options. So a worth on any condition is a sum of worths, some
 * of them negative, on conjunctions; a hyper-rectangle is one of them. A rule
 * forbids the conjunctions of the disjunctive normal form of its negation.
 *
 * Conjunctions of no issue are constants, those of one issue are worths of its
 * options; equal ones are one, whichever parties they stand for.
 *
 * Edge cases: a conjunction that allows every option of an issue doesn't speak
 * of it; one that allows none is nothing. Conditions of more than 512
 * conjunctions are refused. */
#include <string.h>

#include "deal/live_terms.h"

/* --- Sets of options --- */

static uint64_t *new_set(const live_making *m) {
    return ARENA_ARRAY(m->mem, uint64_t, m->words);
}

static uint64_t *full_set(const live_making *m) {
    uint64_t *has = new_set(m);
    for (int i = 0; i < m->cells; i++)
        has[i / 64] |= UINT64_C(1) << (i % 64);
    return has;
}

int live_allowed(const live_making *m, const uint64_t *has, int issue) {
    int count = 0;
    for (int o = 0; o < m->options[issue]; o++)
        count += live_has(has, m->from[issue] + o);
    return count;
}

static bool is_nothing(const live_making *m, const uint64_t *has) {
    for (int j = 0; j < m->depth; j++)
        if (live_allowed(m, has, j) == 0) return true;
    return false;
}

static uint64_t *leaf_set(const live_making *m, const expr *e, bool negated) {
    uint64_t *has = full_set(m);
    const int issue = m->place[e->issue];
    for (int o = 0; o < m->options[issue]; o++) {
        const int cell = m->from[issue] + o;
        if (expr_has(e, o) == negated)
            has[cell / 64] &= ~(UINT64_C(1) << (cell % 64));
    }
    return has;
}

/* --- Sums of conjunctions --- */

static void add_term(live_making *m, live_terms *to, const uint64_t *has,
                     int64_t times) {
    if (times == 0 || is_nothing(m, has)) return;
    for (size_t i = 0; i < to->count; i++)
        if (memcmp(to->items[i].has, has, m->words * sizeof *has) == 0) {
            to->items[i].times += times;
            if (to->items[i].times == 0) to->items[i] = to->items[--to->count];
            return;
        }
    if (to->count == LIVE_TERMS_MOST) {
        m->too_many = true;
        return;
    }
    if (!to->items) to->items = ARENA_ARRAY(m->mem, live_term, LIVE_TERMS_MOST);
    uint64_t *copy = new_set(m);
    memcpy(copy, has, m->words * sizeof *copy);
    to->items[to->count++] = (live_term){copy, times};
}

static live_terms product(live_making *m, live_terms a, live_terms b) {
    live_terms all = {0};
    uint64_t *both = new_set(m);
    for (size_t i = 0; i < a.count; i++)
        for (size_t k = 0; k < b.count && !m->too_many; k++) {
            for (size_t w = 0; w < m->words; w++)
                both[w] = a.items[i].has[w] & b.items[k].has[w];
            add_term(m, &all, both, a.items[i].times * b.items[k].times);
        }
    return all;
}

static live_terms sum_of(live_making *m, live_terms a, live_terms b) {
    live_terms all = {0};
    for (size_t i = 0; i < a.count; i++)
        add_term(m, &all, a.items[i].has, a.items[i].times);
    for (size_t i = 0; i < b.count; i++)
        add_term(m, &all, b.items[i].has, b.items[i].times);
    return all;
}

static live_terms one_less(live_making *m, live_terms a) {
    live_terms all = {0};
    add_term(m, &all, full_set(m), 1);
    for (size_t i = 0; i < a.count; i++)
        add_term(m, &all, a.items[i].has, -a.items[i].times);
    return all;
}

/* 1 where e holds (negated: where it doesn't), else 0. */
static live_terms polynomial(live_making *m, const expr *e, bool negated) {
    live_terms none = {0};
    if (m->too_many) return none;
    live_terms a, b;
    switch (e->kind) {
    case EXPR_IN:
        add_term(m, &none, leaf_set(m, e, negated), 1);
        return none;
    case EXPR_NOT:
        return polynomial(m, e->left, !negated);
    case EXPR_AND:
        a = product(m, polynomial(m, e->left, false),
                    polynomial(m, e->right, false));
        return negated ? one_less(m, a) : a;
    case EXPR_OR:
        a = product(m, polynomial(m, e->left, true),
                    polynomial(m, e->right, true));
        return negated ? a : one_less(m, a);
    case EXPR_IMPLIES:
        a = product(m, polynomial(m, e->left, false),
                    polynomial(m, e->right, true));
        return negated ? a : one_less(m, a);
    case EXPR_IFF:
        break;
    }
    a = product(m, polynomial(m, e->left, false),
                polynomial(m, e->right, negated));
    b = product(m, polynomial(m, e->left, true),
                polynomial(m, e->right, !negated));
    return sum_of(m, a, b);
}

/* Conjunctions of which at least one holds where e does (negated: where it
 * doesn't), and none elsewhere. */
static live_terms normal_form(live_making *m, const expr *e, bool negated) {
    live_terms none = {0};
    if (m->too_many) return none;
    switch (e->kind) {
    case EXPR_IN:
        add_term(m, &none, leaf_set(m, e, negated), 1);
        return none;
    case EXPR_NOT:
        return normal_form(m, e->left, !negated);
    case EXPR_AND:
    case EXPR_OR:
        if ((e->kind == EXPR_AND) != negated)
            return product(m, normal_form(m, e->left, negated),
                           normal_form(m, e->right, negated));
        return sum_of(m, normal_form(m, e->left, negated),
                      normal_form(m, e->right, negated));
    case EXPR_IMPLIES:
        if (negated)
            return product(m, normal_form(m, e->left, false),
                           normal_form(m, e->right, true));
        return sum_of(m, normal_form(m, e->left, true),
                      normal_form(m, e->right, false));
    case EXPR_IFF:
        break;
    }
    return sum_of(m,
                  product(m, normal_form(m, e->left, false),
                          normal_form(m, e->right, negated)),
                  product(m, normal_form(m, e->left, true),
                          normal_form(m, e->right, !negated)));
}

/* --- Everything that is worth something --- */

static size_t find_sum(live_making *m, const uint64_t *has) {
    for (size_t i = 0; i < m->sum.count; i++)
        if (memcmp(m->sum.items[i].has, has, m->words * sizeof *has) == 0)
            return i;
    if (m->sum.count == m->room) {
        const size_t room = m->room ? 2 * m->room : 64, n = (size_t)m->n;
        m->sum.items = arena_grow(m->mem, m->sum.items, m->room, room,
                                  sizeof *m->sum.items);
        m->worth = arena_grow(m->mem, m->worth, m->room * n, room * n,
                              sizeof *m->worth);
        m->room = room;
    }
    m->sum.items[m->sum.count].has = new_set(m);
    memcpy(m->sum.items[m->sum.count].has, has, m->words * sizeof *has);
    return m->sum.count++;
}

void live_add_conditions(live_making *m, const deal_party *parties) {
    for (int p = 0; p < m->n; p++)
        for (int i = 0; i < parties[p].when_count && !m->too_many; i++) {
            const case_condition *when = &parties[p].when[i];
            const live_terms all = polynomial(m, when->holds, false);
            for (size_t k = 0; k < all.count; k++) {
                size_t at = find_sum(m, all.items[k].has);
                m->worth[at * (size_t)m->n + (size_t)p] +=
                    all.items[k].times * when->worth;
            }
        }
}

void live_add_bans(live_making *m) {
    for (int i = 0; i < m->c->rule_count && !m->too_many; i++)
        m->bans =
            sum_of(m, m->bans, normal_form(m, m->c->rules[i].holds, true));
}
