/* SPDX-License-Identifier: Apache-2.0
 *
 * What has been said more than once, and through how many hands?
 *
 * Statements that make the same claim, or say that they confirm another,
 * form a group. Its chains are counted as the connected parts of "shares a
 * link with" (chain.c): the most that are known to be independent. The
 * analyst's entries have no chain and add nothing, and a party's own proposal
 * is not said at all. Groups are kept as trees
 * that point towards their first member (Galler and Fischer 1964).
 */
#include "record/chain.h"
#include "record/growing.h"
#include "record/survey.h"

/* Sets of entries as trees: each points towards its set's first member. */
static int find_root(int *parent, int i) {
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

static void join(int *parent, int a, int b) {
    int x = find_root(parent, a), y = find_root(parent, b);
    if (x < y)
        parent[y] = x;
    else
        parent[x] = y;
}

static int *alone(int count, arena *mem) {
    int *parent = ARENA_ARRAY(mem, int, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        parent[i] = i;
    return parent;
}

static int count_chains(const record_chains *all, int_list entries, int *owner,
                        arena *mem) {
    int *parent = alone(entries.count, mem);
    int chains = 0;
    for (int i = 0; i < entries.count; i++) {
        int_list links = all->links[entries.items[i]];
        for (int j = 0; j < links.count; j++) {
            int *first = &owner[links.items[j]];
            if (*first < 0)
                *first = i;
            else
                join(parent, *first, i);
        }
    }
    for (int i = 0; i < entries.count; i++) {
        int_list links = all->links[entries.items[i]];
        if (parent[i] == i && links.count > 0) chains++;
        for (int j = 0; j < links.count; j++)
            owner[links.items[j]] = -1;
    }
    return chains;
}

/* Puts together what makes one claim and what confirms what. */
static int *find_groups(const case_model *c, const record_evidence *e,
                        arena *mem) {
    int *parent = alone(c->record_count, mem);
    for (int i = 0; i < e->claim_count; i++)
        for (int j = 0; j < e->claims[i].repeats.count; j++)
            join(parent, e->claims[i].entry, e->claims[i].repeats.items[j]);
    for (int i = 0; i < c->record_count; i++)
        if (record_is_statement(&c->record[i]) && c->record[i].confirms >= 0)
            join(parent, i, c->record[i].confirms);
    return parent;
}

void survey_corroborate(record_survey *to, const case_model *c,
                        const record_evidence *e, arena *mem) {
    size_t count = (size_t)c->record_count + 1;
    int *parent = find_groups(c, e, mem);
    growing *groups = ARENA_ARRAY(mem, growing, count);
    record_corroboration *found = ARENA_ARRAY(mem, record_corroboration, count);
    record_chains chains = record_chain_all(c, mem);
    int *owner = ARENA_ARRAY(mem, int, (size_t)chains.link_count + 1);
    for (int i = 0; i < chains.link_count; i++)
        owner[i] = -1;
    for (int i = 0; i < c->record_count; i++)
        if (!c->record[i].authored)
            growing_add(&groups[find_root(parent, i)], i, mem);
    for (int i = 0; i < c->record_count; i++) {
        if (groups[i].count < 2) continue;
        int_list entries = growing_list(&groups[i]);
        found[to->corroboration_count++] = (record_corroboration){
            entries, count_chains(&chains, entries, owner, mem)};
    }
    to->corroborations = found;
}
