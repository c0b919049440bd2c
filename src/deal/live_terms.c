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
#include <math.h>
#include <string.h>

#include "deal/live_int.h"

enum { TERMS_MOST = 512 };

/* A set of options, one bit each, over all issues of the task. */
typedef struct term {
    uint64_t *has;
    int64_t times;
} term;

typedef struct terms {
    term *items;
    size_t count;
} terms;

typedef struct making {
    const case_model *c;
    const int *place;   /* [issue of the case]: issue of the task, or -1 */
    const int *options; /* of the task */
    const int *from;
    const int *order;
    int depth, cells, n;
    size_t words; /* of a set of options */
    terms sum;    /* all conjunctions that are worth something */
    fixed *worth; /* [term * n + party] */
    size_t room;
    terms bans;
    bool too_many;
    arena *mem;
} making;

/* --- Sets of options --- */

static bool has_cell(const uint64_t *has, int cell) {
    return has[cell / 64] >> (cell % 64) & 1;
}

static uint64_t *new_set(const making *m) {
    return ARENA_ARRAY(m->mem, uint64_t, m->words);
}

static uint64_t *full_set(const making *m) {
    uint64_t *has = new_set(m);
    for (int i = 0; i < m->cells; i++)
        has[i / 64] |= UINT64_C(1) << (i % 64);
    return has;
}

static int allowed_count(const making *m, const uint64_t *has, int issue) {
    int count = 0;
    for (int o = 0; o < m->options[issue]; o++)
        count += has_cell(has, m->from[issue] + o);
    return count;
}

static bool is_nothing(const making *m, const uint64_t *has) {
    for (int j = 0; j < m->depth; j++)
        if (allowed_count(m, has, j) == 0) return true;
    return false;
}

static uint64_t *leaf_set(const making *m, const expr *e, bool negated) {
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

static void add_term(making *m, terms *to, const uint64_t *has, int64_t times) {
    if (times == 0 || is_nothing(m, has)) return;
    for (size_t i = 0; i < to->count; i++)
        if (memcmp(to->items[i].has, has, m->words * sizeof *has) == 0) {
            to->items[i].times += times;
            if (to->items[i].times == 0) to->items[i] = to->items[--to->count];
            return;
        }
    if (to->count == TERMS_MOST) {
        m->too_many = true;
        return;
    }
    if (!to->items) to->items = ARENA_ARRAY(m->mem, term, TERMS_MOST);
    uint64_t *copy = new_set(m);
    memcpy(copy, has, m->words * sizeof *copy);
    to->items[to->count++] = (term){copy, times};
}

static terms product(making *m, terms a, terms b) {
    terms all = {0};
    uint64_t *both = new_set(m);
    for (size_t i = 0; i < a.count; i++)
        for (size_t k = 0; k < b.count && !m->too_many; k++) {
            for (size_t w = 0; w < m->words; w++)
                both[w] = a.items[i].has[w] & b.items[k].has[w];
            add_term(m, &all, both, a.items[i].times * b.items[k].times);
        }
    return all;
}

static terms sum_of(making *m, terms a, terms b) {
    terms all = {0};
    for (size_t i = 0; i < a.count; i++)
        add_term(m, &all, a.items[i].has, a.items[i].times);
    for (size_t i = 0; i < b.count; i++)
        add_term(m, &all, b.items[i].has, b.items[i].times);
    return all;
}

static terms one_less(making *m, terms a) {
    terms all = {0};
    add_term(m, &all, full_set(m), 1);
    for (size_t i = 0; i < a.count; i++)
        add_term(m, &all, a.items[i].has, -a.items[i].times);
    return all;
}

/* 1 where e holds (negated: where it doesn't), else 0. */
static terms polynomial(making *m, const expr *e, bool negated) {
    terms none = {0};
    if (m->too_many) return none;
    terms a, b;
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
static terms normal_form(making *m, const expr *e, bool negated) {
    terms none = {0};
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

static size_t find_sum(making *m, const uint64_t *has) {
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

static void add_conditions(making *m, const deal_party *parties) {
    for (int p = 0; p < m->n; p++)
        for (int i = 0; i < parties[p].when_count && !m->too_many; i++) {
            const case_condition *when = &parties[p].when[i];
            const terms all = polynomial(m, when->holds, false);
            for (size_t k = 0; k < all.count; k++) {
                size_t at = find_sum(m, all.items[k].has);
                m->worth[at * (size_t)m->n + (size_t)p] +=
                    all.items[k].times * when->worth;
            }
        }
}

static void add_bans(making *m) {
    for (int i = 0; i < m->c->rule_count && !m->too_many; i++)
        m->bans =
            sum_of(m, m->bans, normal_form(m, m->c->rules[i].holds, true));
}

/* --- The task --- */

typedef struct tables {
    uint64_t *ok, *ends, *forbids;
    bool *barred;
    fixed *option_worth, *worth, *base;
    int bits;
} tables;

/* The issues a set speaks of; *last: the last of them. */
static int spoken_of(const making *m, const uint64_t *has, int *last) {
    int count = 0;
    for (int j = 0; j < m->depth; j++)
        if (allowed_count(m, has, j) < m->options[j]) {
            count++;
            *last = j;
        }
    return count;
}

static bool is_worthless(const making *m, size_t i) {
    for (int p = 0; p < m->n; p++)
        if (m->worth[i * (size_t)m->n + (size_t)p] != 0) return false;
    return true;
}

/* Conjunctions of two issues and more. */
static size_t count_coupling(const making *m) {
    size_t count = 0;
    int last;
    for (size_t i = 0; i < m->sum.count; i++)
        count +=
            spoken_of(m, m->sum.items[i].has, &last) > 1 && !is_worthless(m, i);
    for (size_t i = 0; i < m->bans.count; i++)
        count += spoken_of(m, m->bans.items[i].has, &last) > 1;
    return count;
}

static void set_bit(uint64_t *of, int bit) {
    of[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static void add_bit(const making *m, tables *t, size_t words,
                    const uint64_t *has, int last) {
    for (int i = 0; i < m->cells; i++)
        if (has_cell(has, i)) set_bit(t->ok + (size_t)i * words, t->bits);
    set_bit(t->ends + (size_t)last * words, t->bits);
}

static void place_worths(const making *m, tables *t, size_t words) {
    const size_t n = (size_t)m->n;
    for (size_t i = 0; i < m->sum.count; i++) {
        const uint64_t *has = m->sum.items[i].has;
        const fixed *worth = m->worth + i * n;
        int last = 0;
        const int spoken = spoken_of(m, has, &last);
        for (size_t p = 0; p < n && spoken == 0; p++)
            t->base[p] += worth[p];
        for (int o = 0; o < m->options[last] && spoken == 1; o++) {
            const size_t cell = (size_t)(m->from[last] + o);
            for (size_t p = 0; p < n && has_cell(has, (int)cell); p++)
                t->option_worth[cell * n + p] += worth[p];
        }
        if (spoken < 2 || is_worthless(m, i)) continue;
        add_bit(m, t, words, has, last);
        memcpy(t->worth + (size_t)t->bits * n, worth, n * sizeof *worth);
        t->bits++;
    }
}

static void place_bans(const making *m, tables *t, size_t words) {
    for (size_t i = 0; i < m->bans.count; i++) {
        const uint64_t *has = m->bans.items[i].has;
        int last = 0;
        const int spoken = spoken_of(m, has, &last);
        for (int o = 0; o < m->options[last] && spoken < 2; o++)
            if (has_cell(has, m->from[last] + o))
                t->barred[m->from[last] + o] = true;
        if (spoken < 2) continue;
        add_bit(m, t, words, has, last);
        set_bit(t->forbids, t->bits++);
    }
}

static fixed best_of(const making *m, const tables *t, int issue, size_t p) {
    fixed best = INT64_MIN;
    for (int o = 0; o < m->options[issue]; o++) {
        const size_t cell = (size_t)(m->from[issue] + o);
        const fixed worth = t->option_worth[cell * (size_t)m->n + p];
        if (worth > best) best = worth;
    }
    return best;
}

static fixed least_of(const making *m, const tables *t, int issue, size_t p) {
    fixed least = INT64_MAX;
    for (int o = 0; o < m->options[issue]; o++) {
        const size_t cell = (size_t)(m->from[issue] + o);
        const fixed worth = t->option_worth[cell * (size_t)m->n + p];
        if (worth < least) least = worth;
    }
    return least;
}

static void find_bounds(const making *m, const tables *t, live_task *to) {
    const size_t n = (size_t)m->n;
    fixed *most = ARENA_ARRAY(m->mem, fixed, n + 1);
    fixed *range = ARENA_ARRAY(m->mem, fixed, n + 1);
    fixed *loss = ARENA_ARRAY(m->mem, fixed, (size_t)m->cells * n + 1);
    for (size_t p = 0; p < n; p++) {
        most[p] = t->base[p];
        for (int j = 0; j < m->depth; j++) {
            const fixed best = best_of(m, t, j, p);
            most[p] += best;
            range[p] += best - least_of(m, t, j, p);
            for (int o = 0; o < m->options[j]; o++) {
                const size_t at = (size_t)(m->from[j] + o) * n + p;
                loss[at] = best - t->option_worth[at];
            }
        }
        for (int b = 0; b < t->bits; b++) {
            const fixed worth = t->worth[(size_t)b * n + p];
            most[p] += worth > 0 ? worth : 0;
            range[p] += worth > 0 ? worth : -worth;
        }
    }
    to->most = most;
    to->range = range;
    to->loss = loss;
}

static const live_task *finish(const making *m, const deal_party *parties,
                               const int *issues) {
    const size_t n = (size_t)m->n;
    const size_t bits = count_coupling(m);
    const size_t words = bits / 64 + 1, cells = (size_t)m->cells;
    tables t = {.ok = ARENA_ARRAY(m->mem, uint64_t, cells * words),
                .ends =
                    ARENA_ARRAY(m->mem, uint64_t, (size_t)m->depth * words + 1),
                .forbids = ARENA_ARRAY(m->mem, uint64_t, words),
                .barred = ARENA_ARRAY(m->mem, bool, cells + 1),
                .option_worth = ARENA_ARRAY(m->mem, fixed, cells * n + 1),
                .worth = ARENA_ARRAY(m->mem, fixed, bits * n + 1),
                .base = ARENA_ARRAY(m->mem, fixed, n + 1)};
    for (int j = 0; j < m->depth; j++)
        for (int o = 0; o < m->options[j]; o++)
            for (size_t p = 0; p < n; p++)
                t.option_worth[(size_t)(m->from[j] + o) * n + p] =
                    parties[p].worth[m->c->issues[issues[j]].cell + o];
    place_worths(m, &t, words);
    place_bans(m, &t, words);
    live_task *to = ARENA_NEW(m->mem, live_task);
    *to = (live_task){.n = m->n,
                      .depth = m->depth,
                      .order = m->order,
                      .words = (int)words,
                      .bit_count = t.bits,
                      .options = m->options,
                      .from = m->from,
                      .ok = t.ok,
                      .barred = t.barred,
                      .ends = t.ends,
                      .forbids = t.forbids,
                      .worth = t.worth};
    find_bounds(m, &t, to);
    return to;
}

static void number_issues(making *m, const int *issues) {
    int *place = ARENA_ARRAY(m->mem, int, (size_t)m->c->issue_count + 1);
    int *options = ARENA_ARRAY(m->mem, int, (size_t)m->depth + 1);
    int *from = ARENA_ARRAY(m->mem, int, (size_t)m->depth + 1);
    for (int j = 0; j < m->c->issue_count; j++)
        place[j] = -1;
    for (int j = 0; j < m->depth; j++) {
        place[issues[j]] = j;
        options[j] = m->c->issues[issues[j]].option_count;
        from[j] = m->cells;
        m->cells += options[j];
    }
    m->place = place;
    m->options = options;
    m->from = from;
    m->words = (size_t)m->cells / 64 + 1;
}

/* --- The order of issues --- */

/* [condition * depth + place]: does it speak of that issue? Rules come last. */
static bool *incidence(const making *m, const int *issues,
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
static void order_by_worth(const making *m, int *order, const bool *speaks,
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

static const int *order_issues(making *m, const int *issues,
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

const live_task *live_task_new(const case_model *c, const int *issues,
                               int issue_count, const deal_party *parties,
                               int party_count, arena *mem, parley_diags *d) {
    making m = {.c = c, .depth = issue_count, .n = party_count, .mem = mem};
    issues = order_issues(&m, issues, parties);
    number_issues(&m, issues);
    add_conditions(&m, parties);
    add_bans(&m);
    if (!m.too_many) return finish(&m, parties, issues);
    diag_limit(d, SPAN_NONE, "deal/space-limit",
               "a condition or the rules are too intricate: they come to more "
               "than %d conjunctions",
               TERMS_MOST);
    return NULL;
}
