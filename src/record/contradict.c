/* SPDX-License-Identifier: Apache-2.0
 *
 * Which standing statements of one party can't both be meant?
 *
 * Only what can be read off the statements is listed, with its reason:
 *
 *   two positions     one could not replace the other (an assumption beside a
 *                     sourced statement, an outsider's word beside its own)
 *   wanted, refused   a demand, requirement or offer lies within what the
 *                     party refuses
 *   any condition     an offer would change something the party carries out,
 *                     while it is said to refuse every condition
 *   two orders        A over B and B over A; issue j over k and k over j
 *   accepted, refused an accepted plan sets what the party refuses, or lacks
 *                     what it requires and leaves it to no talks
 *
 * A refusal or requirement for a truce (`scope: truce`) is held against plans
 * and against claims of the same scope only. Statements that merely look
 * unlikely together are left to `belief`, which samples. Repeats are not
 * compared; the entry that stands for the claim is.
 */
#include "record/contradict.h"

enum { CLAIMS_MOST = 1500 };

/* True if a's options on the issue are all among b's. */
static bool within_term(const case_term *a, const case_term *b) {
    for (int i = 0; i < a->options.count; i++) {
        bool found = false;
        for (int j = 0; j < b->options.count; j++)
            found = found || a->options.items[i] == b->options.items[j];
        if (!found) return false;
    }
    return true;
}

/* True if whoever gets a has b on every issue of b. */
static bool implies(case_terms a, case_terms b) {
    for (int i = 0; i < b.count; i++) {
        bool found = false;
        for (int j = 0; j < a.count; j++)
            found = found || (a.items[j].issue == b.items[i].issue &&
                              within_term(&a.items[j], &b.items[i]));
        if (!found) return false;
    }
    return b.count > 0;
}

static bool same_terms(case_terms a, case_terms b) {
    return implies(a, b) && implies(b, a);
}

static bool carries_out(const case_issue *issue, int party) {
    for (int i = 0; i < issue->by.count; i++)
        if (issue->by.items[i] == party) return true;
    return false;
}

/* True if the terms change something the party carries out. */
static bool grants(const case_model *c, case_terms terms, int party) {
    for (int i = 0; i < terms.count; i++) {
        const case_issue *issue = &c->issues[terms.items[i].issue];
        const int_list options = terms.items[i].options;
        bool leaves = false;
        for (int j = 0; j < options.count; j++)
            leaves = leaves || options.items[j] == issue->now;
        if (!leaves && issue->now >= 0 && carries_out(issue, party))
            return true;
    }
    return false;
}

static bool is_wanted(case_entry_kind kind) {
    return kind == CASE_DEMAND || kind == CASE_REQUIRE || kind == CASE_OFFER;
}

static const char *wanted_and_refused(const case_model *c,
                                      const record_claim *x,
                                      const record_claim *y) {
    const case_entry *want = &c->record[x->entry];
    const case_entry *refuse = &c->record[y->entry];
    if (!is_wanted(x->kind) || y->kind != CASE_REFUSE) return NULL;
    if (refuse->scope_truce && !want->scope_truce) return NULL;
    if (refuse->any_condition)
        return x->kind == CASE_OFFER && grants(c, x->about, x->party)
                   ? "offers a change while refusing any condition"
                   : NULL;
    return implies(x->about, y->about) ? "wants what it refuses" : NULL;
}

static const char *two_orders(const case_model *c, const record_claim *x,
                              const record_claim *y) {
    const case_entry *a = &c->record[x->entry], *b = &c->record[y->entry];
    if (x->kind != y->kind) return NULL;
    if (x->kind == CASE_MATTERS)
        return a->issue == b->over_issue && a->over_issue == b->issue
                   ? "each of two issues is said to matter more"
                   : NULL;
    if (x->kind != CASE_PREFER) return NULL;
    bool turned =
        same_terms(a->about, b->over) && same_terms(a->over, b->about);
    return turned ? "each of two outcomes is said to be preferred" : NULL;
}

/* What is in force after the last phase. */
static case_terms final_terms(const case_model *c, const case_proposal *p,
                              arena *mem) {
    int room = c->issue_count;
    case_term *terms = ARENA_ARRAY(mem, case_term, (size_t)room + 1);
    int count = 0;
    for (int i = 0; i < room; i++) {
        const case_term *last = NULL;
        for (int k = 0; k < p->phase_count; k++)
            for (int j = 0; j < p->phases[k].terms.count; j++)
                if (p->phases[k].terms.items[j].issue == i)
                    last = &p->phases[k].terms.items[j];
        if (last) terms[count++] = *last;
    }
    return (case_terms){terms, count};
}

static bool talks_about(const case_proposal *p, case_terms terms) {
    const case_talks *t = p->phases[p->phase_count - 1].talks;
    for (int i = 0; t && i < terms.count; i++)
        for (int j = 0; j < t->on.count; j++)
            if (t->on.items[j] == terms.items[i].issue) return true;
    return false;
}

static const char *accepted_and_refused(const case_model *c,
                                        const record_claim *x,
                                        const record_claim *y, arena *mem) {
    if (x->kind != CASE_ACCEPT) return NULL;
    if (y->kind != CASE_REFUSE && y->kind != CASE_REQUIRE) return NULL;
    const case_entry *e = &c->record[y->entry];
    const case_proposal *p = &c->proposals[c->record[x->entry].proposal];
    case_terms terms = final_terms(c, p, mem);
    if (y->kind == CASE_REFUSE) {
        bool sets = e->any_condition ? grants(c, terms, x->party)
                                     : implies(terms, y->about);
        return sets ? "would sign a plan that sets what it refuses" : NULL;
    }
    bool left = talks_about(p, y->about) && !e->scope_truce;
    if (left || implies(terms, y->about)) return NULL;
    return "would sign a plan that lacks what it requires";
}

static const char *find_reason(const case_model *c, const record_claim *x,
                               const record_claim *y, arena *mem) {
    if (x->party != y->party) return NULL;
    if (x->conflicts_with == y->entry || y->conflicts_with == x->entry)
        return "two positions stand side by side";
    const char *why = wanted_and_refused(c, x, y);
    if (!why) why = wanted_and_refused(c, y, x);
    if (!why) why = two_orders(c, x, y);
    if (!why) why = accepted_and_refused(c, x, y, mem);
    if (!why) why = accepted_and_refused(c, y, x, mem);
    return why;
}

typedef struct finder {
    const case_model *c;
    const record_evidence *e;
    record_clash *items;
    int count, room;
    arena *mem;
} finder;

static bool is_listed(const finder *f, record_clash one) {
    for (int i = 0; i < f->count; i++)
        if (f->items[i].party == one.party && f->items[i].a == one.a &&
            f->items[i].b == one.b)
            return true;
    return false;
}

static void add_clash(finder *f, record_clash one) {
    if (is_listed(f, one)) return;
    if (f->count == f->room) {
        int room = 2 * f->room + 8;
        f->items = arena_grow(f->mem, f->items, (size_t)f->count, (size_t)room,
                              sizeof one);
        f->room = room;
    }
    f->items[f->count++] = one;
}

static void compare(finder *f, const record_claim *x, const record_claim *y) {
    if (x->replaced_by >= 0 || y->replaced_by >= 0) return;
    const char *why = find_reason(f->c, x, y, f->mem);
    if (!why) return;
    int a = x->entry < y->entry ? x->entry : y->entry;
    int b = x->entry < y->entry ? y->entry : x->entry;
    add_clash(f, (record_clash){x->party, a, b, why});
}

record_clashes record_find_clashes(const case_model *c,
                                   const record_evidence *e, arena *mem) {
    finder f = {.c = c, .e = e, .mem = mem};
    int count = e->claim_count < CLAIMS_MOST ? e->claim_count : CLAIMS_MOST;
    for (int i = 0; i < count; i++)
        for (int j = i + 1; j < count; j++)
            compare(&f, &e->claims[i], &e->claims[j]);
    return (record_clashes){f.items, f.count, count < e->claim_count};
}
