/* SPDX-License-Identifier: Apache-2.0
 * Cutting a case into blocks.
 *
 * Issues that one rule or one condition of a party names are in one block
 * (union and find: Tarjan, JACM 22, 1975). A block is a small case of its own:
 * its rules, its share of every party's worths, all other issues held fixed at
 * options that count for nothing. It is enumerated as any space is and what
 * its own outcomes dominate is dropped: put together with the same rest, a
 * dominated outcome stays dominated.
 *
 * Edge cases: an issue nobody couples is a block by itself. A block whose rules
 * contradict each other has no outcome, and then the case has none. */
#include "deal/block.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "deal/digits.h"
#include "deal/exact.h"

typedef struct cutting {
    const case_model *c;
    int *leader; /* [issue]: the first issue of its block */
    bool *seen;
    arena *mem;
    deal_block *items;
    int count;
    deal_block_limits limits;
} cutting;

/* --- Which issues belong together --- */

static void join(cutting *k, const expr *e) {
    const int n = k->c->issue_count;
    memset(k->seen, 0, (size_t)n * sizeof *k->seen);
    expr_issues(e, k->seen);
    int least = n;
    for (int j = n - 1; j >= 0; j--)
        if (k->seen[j] && k->leader[j] < least) least = k->leader[j];
    for (int j = 0; j < n; j++) {
        int from = k->leader[j];
        if (!k->seen[j] || from == least) continue;
        for (int i = 0; i < n; i++)
            if (k->leader[i] == from) k->leader[i] = least;
    }
}

static void find_leaders(cutting *k) {
    const case_model *c = k->c;
    for (int j = 0; j < c->issue_count; j++)
        k->leader[j] = j;
    for (int i = 0; i < c->rule_count; i++)
        join(k, c->rules[i].holds);
    for (int p = 0; p < c->party_count; p++)
        for (int i = 0; i < c->preferences[p].when_count; i++)
            join(k, c->preferences[p].when[i].holds);
}

/* The block an expression speaks of; -1: it names no issue. */
static int block_of(const cutting *k, const expr *e) {
    memset(k->seen, 0, (size_t)k->c->issue_count * sizeof *k->seen);
    expr_issues(e, k->seen);
    for (int j = 0; j < k->c->issue_count; j++)
        if (k->seen[j]) return k->leader[j];
    return -1;
}

static void list_issues(cutting *k, deal_block *b, int leader) {
    int *issues = ARENA_ARRAY(k->mem, int, (size_t)k->c->issue_count);
    for (int j = leader; j < k->c->issue_count; j++)
        if (k->leader[j] == leader) issues[b->issue_count++] = j;
    b->issues = issues;
}

/* --- A block as a case --- */

/* Only the cells of the block's issues have a worth. */
static const fixed *own_worth(cutting *k, const deal_block *b,
                              const fixed *worth) {
    fixed *own = ARENA_ARRAY(k->mem, fixed, (size_t)k->c->cell_count + 1);
    for (int i = 0; i < b->issue_count; i++) {
        const case_issue *issue = &k->c->issues[b->issues[i]];
        memcpy(own + issue->cell, worth + issue->cell,
               (size_t)issue->option_count * sizeof *own);
    }
    return own;
}

static const deal_party *own_parties(cutting *k, const deal_block *b) {
    const case_model *c = k->c;
    deal_party *all = ARENA_ARRAY(k->mem, deal_party, (size_t)c->party_count);
    for (int p = 0; p < c->party_count; p++) {
        const case_preference *from = &c->preferences[p];
        /* a lone issue is read in place */
        all[p].worth =
            b->issue_count == 1 ? from->worth : own_worth(k, b, from->worth);
        if (from->when_count == 0) continue;
        case_condition *when =
            ARENA_ARRAY(k->mem, case_condition, (size_t)from->when_count);
        for (int i = 0; i < from->when_count; i++)
            if (block_of(k, from->when[i].holds) == b->issues[0])
                when[all[p].when_count++] = from->when[i];
        all[p].when = when;
    }
    return all;
}

static const case_model *own_case(cutting *k, const deal_block *b) {
    case_model *own = ARENA_NEW(k->mem, case_model);
    *own = *k->c;
    case_rule *rules =
        ARENA_ARRAY(k->mem, case_rule, (size_t)k->c->rule_count + 1);
    own->rule_count = 0;
    for (int i = 0; i < k->c->rule_count; i++)
        if (block_of(k, k->c->rules[i].holds) == b->issues[0])
            rules[own->rule_count++] = k->c->rules[i];
    own->rules = rules;
    return own;
}

/* --- What nothing in the block dominates --- */

typedef struct offered {
    const fixed *worth;
    deal_outcomes of;
    int party_count;
} offered;

static int by_worth(const void *a, const void *b) {
    const offered *x = a, *y = b;
    for (int p = 0; p < x->party_count; p++)
        if (x->worth[p] != y->worth[p])
            return x->worth[p] > y->worth[p] ? -1 : 1;
    return 0;
}

static void take_elements(cutting *k, deal_block *b, const deal_front *f,
                          arena *scratch) {
    const size_t n = (size_t)f->party_count, width = (size_t)b->issue_count;
    offered *all = ARENA_ARRAY(scratch, offered, f->count + 1);
    for (size_t i = 0; i < f->count; i++)
        all[i] = (offered){f->worth + i * n, f->of[i], f->party_count};
    qsort(all, f->count, sizeof *all, by_worth);
    fixed *worth = ARENA_ARRAY(k->mem, fixed, f->count * n + 1);
    int *options = ARENA_ARRAY(k->mem, int, f->count *width + 1);
    uint64_t *copies = ARENA_ARRAY(k->mem, uint64_t, f->count + 1);
    int *outcome = ARENA_ARRAY(scratch, int, (size_t)k->c->issue_count);
    for (size_t i = 0; i < f->count; i++) {
        memcpy(worth + i * n, all[i].worth, n * sizeof *worth);
        copies[i] = all[i].of.count;
        options[i * width] = (int)all[i].of.first; /* of a lone issue */
        if (b->space) deal_space_outcome(b->space, all[i].of.first, outcome);
        for (size_t j = 0; b->space && j < width; j++)
            options[i * width + j] = outcome[b->issues[j]];
    }
    b->count = f->count;
    b->worth = worth;
    b->options = options;
    b->copies = copies;
}

static void note_least(fixed *least, const fixed *worth, int n, bool first) {
    for (int p = 0; p < n; p++)
        if (first || worth[p] < least[p]) least[p] = worth[p];
}

static deal_front search_block(const deal_block *b, fixed *least, arena *mem) {
    const int n = b->own->party_count;
    uint32_t rational;
    for (int p = 0; p < n; p++)
        least[p] = deal_party_least(b->space, &b->parties[p], mem);
    return deal_search_front(
        &(deal_search){b->space, b->parties, n, .threads = 1}, &rational, mem);
}

void deal_block_worth(const deal_block *b, const int *outcome, fixed *worth) {
    const case_model *c = b->own;
    const int j = b->issues[0];
    for (int p = 0; p < c->party_count; p++) {
        const deal_party *of = &b->parties[p];
        worth[p] = of->worth[c->issues[j].cell + outcome[j]];
        for (int i = 0; i < of->when_count; i++)
            if (expr_holds(of->when[i].holds, outcome))
                worth[p] += of->when[i].worth;
    }
}

static deal_front stream_issue(const deal_block *b, fixed *least,
                               uint32_t *count, arena *mem) {
    const case_model *own = b->own;
    const int n = own->party_count, j = b->issues[0];
    int *outcome = ARENA_ARRAY(mem, int, (size_t)own->issue_count);
    fixed *worth = ARENA_ARRAY(mem, fixed, (size_t)n);
    fixed *range = ARENA_ARRAY(mem, fixed, 2 * (size_t)n);
    for (int p = 0; p < n; p++)
        deal_party_range(own, &b->parties[p], &range[p], &range[n + p]);
    deal_front f = deal_front_new(n, range, range + n, mem);
    for (int o = 0; o < own->issues[j].option_count; o++) {
        outcome[j] = o;
        if (!deal_feasible(own, outcome)) continue;
        deal_block_worth(b, outcome, worth);
        note_least(least, worth, n, *count == 0);
        deal_front_add(&f, worth, (deal_outcomes){(uint32_t)o, 1});
        (*count)++;
    }
    deal_front_end(&f);
    return f;
}

/* --- Enumerating --- */

static const deal_space *own_space(cutting *k, const deal_block *b,
                                   parley_diags *d) {
    const case_model *own = b->own;
    int *held = ARENA_ARRAY(k->mem, int, (size_t)own->issue_count);
    for (int i = 0; i < b->issue_count; i++)
        held[b->issues[i]] = -1;
    const deal_space *s =
        deal_space_new(own, (deal_scope){.fixed = held}, k->mem, d);
    if (!s)
        diag_hint(d,
                  "rules and conditions couple %d issues, \"%s\" the first "
                  "of them: these have to be enumerated together",
                  b->issue_count, own->issues[b->issues[0]].id);
    return s;
}

/* --- Blocks that are too large to be enumerated --- */

static uint64_t block_bound(const cutting *k, const deal_block *b) {
    uint64_t bound = 1;
    for (int i = 0; i < b->issue_count; i++)
        if (__builtin_mul_overflow(
                bound, (uint64_t)k->c->issues[b->issues[i]].option_count,
                &bound))
            return UINT64_MAX;
    return bound;
}

/* Without rules the product, at any length. */
static const char *count_live(cutting *k, const deal_block *b) {
    if (b->own->rule_count > 0)
        return live_count(b->live, NULL, (live_limits){0}, k->mem);
    const char *digits = "1";
    for (int i = 0; i < b->issue_count; i++)
        digits = digits_product(
            digits,
            arena_format(k->mem, "%d", k->c->issues[b->issues[i]].option_count),
            k->mem);
    return digits;
}

static bool add_live(cutting *k, deal_block *b, fixed *least, parley_diags *d) {
    b->live = live_task_new(b->own, (int_list){b->issues, b->issue_count},
                            b->parties, k->c->party_count, k->mem, d);
    if (!b->live) return false;
    const live_front f = live_solve(b->live, k->limits.live, k->mem);
    b->count = f.count;
    b->worth = f.worth;
    b->options = f.options;
    b->copies = f.copies;
    b->gap = f.gap;
    b->outcomes = count_live(k, b);
    for (int p = 0; p < k->c->party_count; p++) {
        least[p] = live_floor(b->live, p);
        /* nobody else asks for it exactly */
        if (k->c->preferences[p].no_reserve)
            live_least(b->own, b->issues, b->issue_count, &b->parties[p],
                       &least[p], k->mem);
    }
    return true;
}

/* --- One block --- */

static bool add_block(cutting *k, int leader, parley_diags *d) {
    deal_block *b = &k->items[k->count++];
    list_issues(k, b, leader);
    b->own = own_case(k, b);
    b->parties = own_parties(k, b);
    fixed *least = ARENA_ARRAY(k->mem, fixed, (size_t)k->c->party_count);
    b->least = least;
    if (b->issue_count > 1 && block_bound(k, b) > k->limits.outcomes)
        return add_live(k, b, least, d);
    if (b->issue_count > 1) {
        b->space = own_space(k, b, d);
        if (!b->space) return false;
    }
    arena *scratch = arena_child(k->mem);
    uint32_t count = b->space ? b->space->count : 0;
    const deal_front f = b->space ? search_block(b, least, scratch)
                                  : stream_issue(b, least, &count, scratch);
    b->outcomes = arena_format(k->mem, "%" PRIu32, count);
    take_elements(k, b, &f, scratch);
    arena_free(scratch);
    return true;
}

const deal_blocks *deal_blocks_new(const case_model *c,
                                   deal_block_limits limits, arena *mem,
                                   parley_diags *d) {
    size_t n = (size_t)c->issue_count;
    cutting k = {.c = c, .mem = mem, .limits = limits};
    if (limits.outcomes == 0) k.limits.outcomes = DEAL_BLOCK_MOST;
    k.leader = ARENA_ARRAY(mem, int, n + 1);
    k.seen = ARENA_ARRAY(mem, bool, n + 1);
    k.items = ARENA_ARRAY(mem, deal_block, n + 1);
    find_leaders(&k);
    bool ok = true;
    for (int j = 0; j < c->issue_count; j++)
        if (k.leader[j] == j) ok = add_block(&k, j, d) && ok;
    if (!ok) return NULL;
    deal_blocks *all = ARENA_NEW(mem, deal_blocks);
    *all = (deal_blocks){c, k.items, k.count};
    return all;
}
