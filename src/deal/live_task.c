/* SPDX-License-Identifier: Apache-2.0
 * A block's conditions as tables: which option allows which conjunction, what
 * ends where, and bounds on the worths.
 *
 * Conjunctions of no issue are constants, those of one issue are worths of its
 * options or bar some of them; each of the others has a bit. Those worth
 * nothing to anybody are left out. */
#include "deal/live_terms.h"

#include <string.h>

/* --- The task --- */

typedef struct tables {
    uint64_t *ok, *ends, *forbids;
    bool *barred;
    fixed *option_worth, *worth, *base;
    int bits;
} tables;

/* The issues a set speaks of; *last: the last of them. */
static int spoken_of(const live_making *m, const uint64_t *has, int *last) {
    int count = 0;
    for (int j = 0; j < m->depth; j++)
        if (live_allowed(m, has, j) < m->options[j]) {
            count++;
            *last = j;
        }
    return count;
}

static bool is_worthless(const live_making *m, size_t i) {
    for (int p = 0; p < m->n; p++)
        if (m->worth[i * (size_t)m->n + (size_t)p] != 0) return false;
    return true;
}

/* Conjunctions of two issues and more. */
static size_t count_coupling(const live_making *m) {
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

static void add_bit(const live_making *m, tables *t, size_t words,
                    const uint64_t *has, int last) {
    for (int i = 0; i < m->cells; i++)
        if (live_has(has, i)) set_bit(t->ok + (size_t)i * words, t->bits);
    set_bit(t->ends + (size_t)last * words, t->bits);
}

static void place_worths(const live_making *m, tables *t, size_t words) {
    const size_t n = (size_t)m->n;
    for (size_t i = 0; i < m->sum.count; i++) {
        const uint64_t *has = m->sum.items[i].has;
        const fixed *worth = m->worth + i * n;
        int last = 0;
        const int spoken = spoken_of(m, has, &last);
        for (size_t p = 0; p < n && spoken == 0; p++)
            t->base[p] += worth[p];
        for (int o = 0; o < m->options[last] && spoken == 1; o++) {
            const size_t cell = (size_t)m->from[last] + (size_t)o;
            for (size_t p = 0; p < n && live_has(has, (int)cell); p++)
                t->option_worth[cell * n + p] += worth[p];
        }
        if (spoken < 2 || is_worthless(m, i)) continue;
        add_bit(m, t, words, has, last);
        memcpy(t->worth + (size_t)t->bits * n, worth, n * sizeof *worth);
        t->bits++;
    }
}

static void place_bans(const live_making *m, tables *t, size_t words) {
    for (size_t i = 0; i < m->bans.count; i++) {
        const uint64_t *has = m->bans.items[i].has;
        int last = 0;
        const int spoken = spoken_of(m, has, &last);
        for (int o = 0; o < m->options[last] && spoken < 2; o++)
            if (live_has(has, m->from[last] + o))
                t->barred[m->from[last] + o] = true;
        if (spoken < 2) continue;
        add_bit(m, t, words, has, last);
        set_bit(t->forbids, t->bits++);
    }
}

typedef struct ends {
    fixed least, most;
} ends;

/* The least and the most that one option of the issue alone is worth. */
static ends ends_of(const live_making *m, const tables *t, int issue,
                    size_t p) {
    ends e = {INT64_MAX, INT64_MIN};
    for (int o = 0; o < m->options[issue]; o++) {
        const size_t cell = (size_t)m->from[issue] + (size_t)o;
        const fixed worth = t->option_worth[cell * (size_t)m->n + p];
        if (worth < e.least) e.least = worth;
        if (worth > e.most) e.most = worth;
    }
    return e;
}

static void find_bounds(const live_making *m, const tables *t, live_task *to) {
    const size_t n = (size_t)m->n;
    fixed *most = ARENA_ARRAY(m->mem, fixed, n + 1);
    fixed *range = ARENA_ARRAY(m->mem, fixed, n + 1);
    fixed *loss = ARENA_ARRAY(m->mem, fixed, (size_t)m->cells * n + 1);
    for (size_t p = 0; p < n; p++) {
        most[p] = t->base[p];
        for (int j = 0; j < m->depth; j++) {
            const ends e = ends_of(m, t, j, p);
            most[p] += e.most;
            range[p] += e.most - e.least;
            for (int o = 0; o < m->options[j]; o++) {
                const size_t at = ((size_t)m->from[j] + (size_t)o) * n + p;
                loss[at] = e.most - t->option_worth[at];
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

static const live_task *finish(const live_making *m, const deal_party *parties,
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
                t.option_worth[((size_t)m->from[j] + (size_t)o) * n + p] =
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

static void number_issues(live_making *m, const int *issues) {
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
const live_task *live_task_new(const case_model *c, int_list issues,
                               const deal_party *parties, int party_count,
                               arena *mem, parley_diags *d) {
    live_making m = {
        .c = c, .depth = issues.count, .n = party_count, .mem = mem};
    const int *order = live_order(&m, issues.items, parties);
    number_issues(&m, order);
    live_add_conditions(&m, parties);
    live_add_bans(&m);
    if (!m.too_many) return finish(&m, parties, order);
    diag_limit(d, SPAN_NONE, "deal/space-limit",
               "a condition or the rules are too intricate: they come to more "
               "than %d conjunctions",
               LIVE_TERMS_MOST);
    return NULL;
}
