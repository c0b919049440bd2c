/* SPDX-License-Identifier: Apache-2.0
 * Guarantees, clauses and truce facts of a proposal.
 *
 * A guarantee of the truce or of the talks is given to parties; one of issues
 * holds for all but who carries them out. A party can't give itself one; that
 * a party guarantees at all is its own promise, and worth a warning. */
#include "case/read_terms.h"

#include "base/text.h"

/* --- Guarantees --- */

static bool includes(int_list list, int wanted) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == wanted) return true;
    return false;
}

static void read_guaranteed(loader *l, const node *n, case_guarantee *g) {
    const node *of = load_get(n, "of");
    bool truce = of && of->kind == NODE_TEXT && text_same(of->text, "truce");
    bool talks = of && of->kind == NODE_TEXT && text_same(of->text, "talks");
    g->of = truce ? CASE_OF_TRUCE : talks ? CASE_OF_TALKS : CASE_OF_ISSUES;
    if (g->of == CASE_OF_ISSUES)
        g->issues = load_names(l, n, "of", SPACE_ISSUE, -1);
    else if (!node_find(n, "to"))
        diag_error(l->d, load_opening(n), "case/missing-key",
                   "a guarantee of the %s needs \"to\"",
                   truce ? "truce" : "talks");
}

case_guarantee read_guarantee(loader *l, const node *n) {
    case_guarantee g = {
        .by = load_name(l, n, "by", SPACE_ACTOR),
        .to = load_names(l, n, "to", SPACE_PARTY, -1),
        .status = (case_guarantee_status)load_choice(
            n, "status", fields_guarantees, CASE_OFFERED),
        .has_strength = load_text(n, "strength") != NULL,
        .strength = load_number(n, "strength", 0),
        .date = load_date(n, "date"),
        .origin = load_origin(l, n),
    };
    if (n->kind != NODE_MAP) return g;
    read_guaranteed(l, n, &g);
    if (g.by < 0) return g;
    if (includes(g.to, g.by))
        diag_error(l->d, load_opening(n), "case/contradiction",
                   "a guarantee is given to others than oneself");
    else if (g.by < l->c->party_count)
        diag_warning(l->d, load_opening(node_find(n, "by")),
                     "case/party-guarantees",
                     "a party's own guarantee is a promise of its own");
    return g;
}

void read_guarantees(loader *l, const node *n, case_proposal *p) {
    const node *list = load_get(n, "guarantees");
    size_t count = load_size(list, NODE_LIST);
    case_guarantee *all = ARENA_ARRAY(l->mem, case_guarantee, count);
    for (size_t i = 0; i < count; i++)
        all[i] = read_guarantee(l, list->items[i]);
    p->guarantees = all;
    p->guarantee_count = (int)count;
}

/* --- Clauses --- */

static void read_readings(loader *l, const node *n, case_clause *out) {
    const node *map = load_get(n, "readings");
    size_t count = load_size(map, NODE_MAP);
    case_reading *readings = ARENA_ARRAY(l->mem, case_reading, count);
    for (size_t i = 0; i < count; i++) {
        int actor = load_find(l, SPACE_ACTOR, -1, map->entries[i].key);
        const node *text = load_bare(map->entries[i].value);
        if (actor >= 0 && text->kind == NODE_TEXT)
            readings[out->reading_count++] = (case_reading){actor, text->text};
    }
    out->readings = readings;
}

/* A bare text is a clause that is agreed. */
static case_clause read_clause(loader *l, const node_entry *e) {
    const node *n = e->value;
    case_clause c = {.key = e->key, .origin = load_origin(l, n)};
    if (n->kind == NODE_TEXT) {
        c.text = n->text;
        c.status = CASE_AGREED;
        return c;
    }
    c.text = load_text(n, "text");
    c.status = (case_clause_status)load_choice(
        n, "status", fields_clause_states, CASE_AGREED);
    read_readings(l, n, &c);
    return c;
}

void read_clauses(loader *l, const node *n, case_proposal *p) {
    const node *map = load_get(n, "clauses");
    size_t count = load_size(map, NODE_MAP);
    case_clause *clauses = ARENA_ARRAY(l->mem, case_clause, count);
    for (size_t i = 0; i < count; i++)
        clauses[i] = read_clause(l, &map->entries[i]);
    p->clauses = clauses;
    p->clause_count = (int)count;
}

/* --- Truce facts --- */

static case_auto read_auto(const node *n, const char *key) {
    return (case_auto)load_choice(n, key, fields_autos, CASE_AUTO);
}

static void read_prior(loader *l, const node *n, case_truce *t) {
    const node *prior = load_get(n, "prior");
    if (!prior || prior->kind != NODE_MAP) return;
    t->has_prior = true;
    t->prior_failed = load_whole(prior, "failed", 0);
    t->prior_known = load_whole(prior, "known", 0);
    if (node_find(prior, "known") && t->prior_failed > t->prior_known)
        diag_error(l->d, load_opening(prior), "case/contradiction",
                   "%d failed, but only %d are known", t->prior_failed,
                   t->prior_known);
}

void read_truce(loader *l, const node *n, case_proposal *p) {
    const node *truce = load_get(n, "truce");
    if (!truce || truce->kind != NODE_MAP) return;
    p->truce = (case_truce){
        .given = true,
        .kind = (case_truce_kind)load_choice(truce, "kind", fields_truces, 0),
        .fixed = read_auto(truce, "fixed"),
        .written = read_auto(truce, "written"),
        .mediated = read_auto(truce, "mediated"),
        .ddr = read_auto(truce, "ddr"),
        .origin = load_origin(l, truce),
    };
    read_prior(l, truce, &p->truce);
}
