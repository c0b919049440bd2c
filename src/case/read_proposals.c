/* SPDX-License-Identifier: Apache-2.0
 * Proposals: phases with terms and talks. Guarantees, clauses and truce facts
 * are in read_terms.c.
 *
 * A phase without a name is called "phase N". Talks stand in the last phase
 * only; in a phase of fixed length they last as long as it does, in an open
 * one their deadline defaults to 30 days. Nothing follows an open phase. */
#include <string.h>

#include "base/text.h"
#include "case/load_int.h"
#include "case/read_terms.h"

static const duration thirty_days = {.days = 30};

/* --- Talks --- */

static duration read_deadline(loader *l, const node *n, const case_phase *p,
                              case_talks *t) {
    const node *by = node_find(n, "by");
    t->by_given = by != NULL;
    if (p->lasts.open) return load_duration(n, "by", thirty_days);
    if (by)
        diag_error(l->d, load_opening(by), "case/deadline",
                   "talks in a phase of fixed length last as long as it does");
    return p->lasts;
}

static const case_talks *read_talks(loader *l, const node *n,
                                    const case_phase *p) {
    case_talks *t = ARENA_NEW(l->mem, case_talks);
    t->on = load_names(l, n, "on", SPACE_ISSUE, -1);
    t->in = load_text(n, "in");
    t->form = load_text(n, "form");
    load_exprs(l, load_get(n, "within"), &t->within, &t->within_count);
    t->fail = (case_fail)load_choice(n, "fail", fields_fails, CASE_RESUME);
    t->origin = load_origin(l, n);
    t->fail_origin = load_value_origin(l, n, "fail");
    t->by = read_deadline(l, n, p, t);
    return t;
}

/* --- Phases --- */

/* `when` is an expression if it is about the issues, else an event's name. */
static void read_when(loader *l, const node *n, case_phase *p) {
    const node *when = load_get(n, "when");
    if (!when || when->kind != NODE_TEXT) return;
    if (strpbrk(when->text, "=<>"))
        p->when = load_expr(l, when);
    else
        p->when_event = when->text;
}

static void read_phase(loader *l, const node *n, int number, case_phase *p) {
    static const duration none = {0};
    const char *name = load_text(n, "phase");
    p->name = name ? name : arena_format(l->mem, "phase %d", number + 1);
    p->terms = load_terms(l, load_get(n, "terms"));
    p->lasts = load_duration(n, "lasts", none);
    p->has_collapse = load_text(n, "collapse") != NULL;
    p->collapse = load_number(n, "collapse", 0);
    p->declared_by = load_names(l, n, "declared-by", SPACE_ACTOR, -1);
    p->starts = load_date(n, "starts");
    p->origin = load_origin(l, n);
    read_when(l, n, p);
    const node *talks = load_get(n, "talks");
    if (talks && talks->kind == NODE_MAP) p->talks = read_talks(l, talks, p);
}

static void check_order(loader *l, const node *plan, const case_proposal *p) {
    for (int k = 0; k + 1 < p->phase_count; k++) {
        const case_phase *phase = &p->phases[k];
        if (phase->talks)
            diag_error(l->d, load_opening(node_find(plan->items[k], "talks")),
                       "case/talks-not-last",
                       "talks stand in the last phase only");
        if (phase->lasts.open) {
            diag_error(l->d, load_opening(plan->items[k + 1]),
                       "case/phase-after-open",
                       "no phase can follow an open one");
            diag_hint(l->d, "\"%s\" before it is open", phase->name);
        }
    }
}

static void read_plan(loader *l, const node *n, case_proposal *p) {
    const node *plan = load_get(n, "plan");
    size_t count = load_size(plan, NODE_LIST);
    case_phase *phases = ARENA_ARRAY(l->mem, case_phase, count);
    p->phases = phases;
    p->phase_count = (int)count;
    for (size_t i = 0; i < count; i++)
        read_phase(l, plan->items[i], (int)i, &phases[i]);
    if (count > 0) check_order(l, plan, p);
}

/* --- Proposals --- */

static void read_proposal(loader *l, const node_entry *e, case_proposal *p) {
    const node *n = e->value;
    const char *name = load_text(n, "name");
    p->id = e->key;
    p->name = name ? name : e->key;
    p->by = load_names(l, n, "by", SPACE_ACTOR, -1);
    p->date = load_date(n, "date");
    p->status =
        (case_proposal_status)(load_choice(n, "status", fields_statuses, -1) +
                               1);
    p->status_origin = load_value_origin(l, n, "status");
    p->supersedes = load_name(l, n, "supersedes", SPACE_PROPOSAL);
    p->version = load_whole(n, "version", 0);
    p->origin = load_origin(l, n);
    p->origin.at = e->key_at;
    p->access = load_access(l, n);
    read_plan(l, n, p);
    read_guarantees(l, n, p);
    read_clauses(l, n, p);
    read_truce(l, n, p);
}

/* Following `supersedes` from any proposal must come to an end. Each one is
 * marked with the walk that came by first, so all walks are linear. */
static void check_cycles(loader *l, const node *map) {
    const case_model *c = l->c;
    int *walk = ARENA_ARRAY(l->mem, int, c->proposal_count);
    for (int i = 0; i < c->proposal_count; i++) {
        int at = i;
        while (at >= 0 && walk[at] == 0) {
            walk[at] = i + 1;
            at = c->proposals[at].supersedes;
        }
        if (at < 0 || walk[at] != i + 1) continue;
        const node *n = node_find(map->entries[at].value, "supersedes");
        diag_error(l->d, n->at, "case/cycle",
                   "\"%s\" comes before itself along `supersedes`",
                   c->proposals[at].id);
    }
}

void load_proposals(loader *l) {
    const node *map = node_find(l->root, "proposals");
    size_t count = load_size(map, NODE_MAP);
    case_proposal *proposals = ARENA_ARRAY(l->mem, case_proposal, count);
    l->c->proposals = proposals;
    l->c->proposal_count = (int)count;
    for (size_t i = 0; i < count; i++)
        read_proposal(l, &map->entries[i], &proposals[i]);
    if (count > 0) check_cycles(l, map);
}
