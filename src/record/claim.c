/* SPDX-License-Identifier: Apache-2.0
 *
 * The record taken apart, so that like can be compared with like.
 *
 * A statement for two parties says something of each. A demand on three
 * issues is three demands, which may be repeated or replaced one by one. What
 * is left is an atom: one party, one kind, one content. Two atoms with equal
 * party, kind and content are the same claim, however the terms are ordered;
 * `scope: truce` is part of the content of require and refuse (their meaning
 * depends on it) and not of a demand's. Statements for others than parties,
 * kinds without a likelihood and drafts give no atoms; but that a party takes
 * a proposal or an answer back is an atom, since it replaces what it said.
 */
#include "record/claim.h"

#include <stdlib.h>

#include "record/sorted.h"

static int compare(int a, int b) { return (a > b) - (a < b); }

static int rank_of(const case_model *c, const case_entry *e, int party) {
    if (e->origin.source == CASE_SOURCE_ANALYST) return CLAIM_ASSUMED;
    return record_is_own(c, e, party) ? CLAIM_OWN : CLAIM_REPORTED;
}

static bool is_evidence(const case_entry *e) {
    return !e->draft && e->kind <= CASE_WITHDRAW;
}

static int count_atoms(const case_model *c) {
    int count = 0;
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *e = &c->record[i];
        int each = e->kind == CASE_DEMAND ? e->about.count : 1;
        if (is_evidence(e)) count += each * e->holders.count;
    }
    return count;
}

static void add_atom(claim_atoms *to, const case_model *c, claim_atom one,
                     arena *mem) {
    const case_entry *e = &c->record[one.entry];
    one.kind = e->kind;
    one.rank = rank_of(c, e, one.party);
    one.sorted_about = sorted_terms(one.about, mem);
    one.sorted_over = sorted_terms(e->over, mem);
    one.sorted_return = sorted_terms(e->in_return, mem);
    one.position = one.replaced_by = -1;
    to->items[to->count++] = one;
}

static void split_entry(claim_atoms *to, const case_model *c, int entry,
                        arena *mem) {
    const case_entry *e = &c->record[entry];
    for (int i = 0; i < e->holders.count; i++) {
        claim_atom one = {.entry = entry, .party = e->holders.items[i]};
        if (one.party >= c->party_count) continue;
        one.about = e->about;
        if (e->kind != CASE_DEMAND) {
            add_atom(to, c, one, mem);
            continue;
        }
        for (int j = 0; j < e->about.count; j++) {
            one.about = (case_terms){&e->about.items[j], 1};
            add_atom(to, c, one, mem);
        }
    }
}

static int compare_terms(case_terms a, case_terms b) {
    if (a.count != b.count) return compare(a.count, b.count);
    for (int i = 0; i < a.count; i++) {
        const case_term *x = &a.items[i], *y = &b.items[i];
        int order = compare(x->issue, y->issue);
        if (order == 0) order = compare(x->options.count, y->options.count);
        for (int j = 0; order == 0 && j < x->options.count; j++)
            order = compare(x->options.items[j], y->options.items[j]);
        if (order != 0) return order;
    }
    return 0;
}

/* What can replace one another: demands on one issue, answers to one
 * proposal. 0: nothing. */
static int position_kind(const claim_atom *a) {
    if (a->kind == CASE_DEMAND) return 1;
    if (a->kind == CASE_ACCEPT || a->kind == CASE_REJECT ||
        a->kind == CASE_WITHDRAW)
        return 2;
    return 0;
}

/* For qsort: an atom with its entry at hand. */
typedef struct keyed {
    const case_entry *e;
    claim_atom *atom;
} keyed;

static int position_subject(const keyed *k) {
    if (k->atom->kind != CASE_DEMAND) return k->e->proposal;
    return k->atom->about.items[0].issue;
}

static int compare_position(const keyed *x, const keyed *y) {
    int order = compare(x->atom->party, y->atom->party);
    if (order == 0)
        order = compare(position_kind(x->atom), position_kind(y->atom));
    if (order == 0 && position_kind(x->atom) != 0)
        order = compare(position_subject(x), position_subject(y));
    return order;
}

static int compare_flags(const case_entry *a, const case_entry *b) {
    if (a->kind != CASE_REQUIRE && a->kind != CASE_REFUSE) return 0;
    int order = compare(a->any_condition, b->any_condition);
    return order != 0 ? order : compare(a->scope_truce, b->scope_truce);
}

static int compare_content(const keyed *x, const keyed *y) {
    switch (x->atom->kind) {
    case CASE_ACCEPT:
    case CASE_REJECT:
    case CASE_WITHDRAW:
        return compare(x->e->proposal, y->e->proposal);
    case CASE_DOUBT:
        return compare(x->e->doubted, y->e->doubted);
    case CASE_MATTERS: {
        int order = compare(x->e->issue, y->e->issue);
        if (order != 0) return order;
        return compare(x->e->over_issue, y->e->over_issue);
    }
    default:
        break;
    }
    int order = compare_flags(x->e, y->e);
    if (order == 0)
        order = compare_terms(x->atom->sorted_about, y->atom->sorted_about);
    if (order == 0)
        order = compare_terms(x->atom->sorted_over, y->atom->sorted_over);
    if (order == 0)
        order = compare_terms(x->atom->sorted_return, y->atom->sorted_return);
    return order;
}

static int compare_claim(const keyed *x, const keyed *y) {
    int order = compare_position(x, y);
    if (order == 0) order = compare((int)x->atom->kind, (int)y->atom->kind);
    return order != 0 ? order : compare_content(x, y);
}

static int by_claim(const void *a, const void *b) {
    const keyed *x = a, *y = b;
    int order = compare_claim(x, y);
    return order != 0 ? order : (x->atom > y->atom) - (x->atom < y->atom);
}

static void number_claims(claim_atoms *a, const case_model *c, arena *mem) {
    keyed *order = ARENA_ARRAY(mem, keyed, (size_t)a->count + 1);
    for (int i = 0; i < a->count; i++)
        order[i] = (keyed){&c->record[a->items[i].entry], &a->items[i]};
    qsort(order, (size_t)a->count, sizeof *order, by_claim);
    for (int i = 0; i < a->count; i++) {
        const keyed *last = i > 0 ? &order[i - 1] : NULL;
        if (!last || compare_claim(last, &order[i]) != 0) a->claim_count++;
        if (!last || compare_position(last, &order[i]) != 0)
            a->position_count++;
        order[i].atom->claim = a->claim_count - 1;
        if (position_kind(order[i].atom) != 0)
            order[i].atom->position = a->position_count - 1;
    }
}

claim_atoms claim_split(const case_model *c, arena *mem) {
    claim_atoms a = {0};
    a.items = ARENA_ARRAY(mem, claim_atom, (size_t)count_atoms(c) + 1);
    for (int i = 0; i < c->record_count; i++)
        if (is_evidence(&c->record[i])) split_entry(&a, c, i, mem);
    number_claims(&a, c, mem);
    return a;
}
