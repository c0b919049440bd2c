/* SPDX-License-Identifier: Apache-2.0
 * What makes the difference between two proposals?
 *
 * A bridge leads from the first to the second: one difference after the other
 * is taken over (duration, collapse, what happens if talks fail, agenda,
 * deadline, bounds, what it costs whom to have rejected the name, guarantees,
 * terms), and after each the share of draws in which all accept is counted
 * again on the same draws. The steps add up exactly to the whole difference;
 * how it is shared out among them depends on their order.
 *
 * Each step says what it rests on: reported (both sides have a source),
 * assumed (a side is the analyst's, or has no source), or a default of the
 * format (a deadline that nobody stated).
 *
 * Edge cases: proposals with different numbers of phases, or talks on one side
 * only, change their phases in one step. Standing terms on the way that break
 * a rule can't be valued: that step is taken together with the next. */
#include "lens/plans.h"

#include <string.h>

#include "base/text.h"
#include "record/same_plan.h"

typedef struct crossing {
    const plans_view *v;
    const plans_row *from, *to;
    case_proposal now; /* where the bridge has got to */
    case_phase *phases;
    case_talks *talks;          /* of the last phase, or NULL */
    const double *cost;         /* [party] weights of rejections */
    const plans_shares *before; /* at the last step */
    plans_step *steps;
    int step_count;
    const char *what, *was, *is; /* the step being taken; NULL: none */
    plans_basis basis;
    arena *mem;
} crossing;

/* --- What a side rests on --- */

static plans_basis basis_of(const case_origin *const *chain, int count) {
    for (int i = 0; i < count; i++) {
        if (chain[i]->source >= 0) return PLANS_REPORTED;
        if (chain[i]->source == CASE_SOURCE_ANALYST) return PLANS_ASSUMED;
    }
    return PLANS_ASSUMED;
}

const char *plans_basis_name(plans_basis basis) {
    static const char *const names[] = {[PLANS_REPORTED] = "reported",
                                        [PLANS_ASSUMED] = "assumed",
                                        [PLANS_DEFAULT] = "default"};
    return names[basis];
}

static plans_basis weaker(plans_basis a, plans_basis b) {
    return a > b ? a : b;
}

static const case_phase *last_phase(const case_proposal *p) {
    return &p->phases[p->phase_count - 1];
}

static plans_basis phase_basis(const case_proposal *p, int k) {
    const case_origin *chain[] = {&p->phases[k].origin, &p->origin};
    return basis_of(chain, 2);
}

static plans_basis talks_basis(const case_proposal *p) {
    const case_phase *phase = last_phase(p);
    const case_origin *chain[] = {&phase->talks->origin, &phase->origin,
                                  &p->origin};
    return basis_of(chain, 3);
}

static plans_basis fail_basis(const case_proposal *p) {
    const case_phase *phase = last_phase(p);
    const case_origin *chain[] = {&phase->talks->fail_origin,
                                  &phase->talks->origin, &phase->origin,
                                  &p->origin};
    return basis_of(chain, 4);
}

/* A fixed phase sets the deadline; an open one without `by` has the default. */
static plans_basis deadline_basis(const case_proposal *p) {
    const case_phase *phase = last_phase(p);
    if (phase->lasts.open && !phase->talks->by_given) return PLANS_DEFAULT;
    return talks_basis(p);
}

static plans_basis guarantee_basis(const case_proposal *p) {
    plans_basis basis = PLANS_REPORTED;
    for (int i = 0; i < p->guarantee_count; i++) {
        if (p->guarantees[i].status != CASE_OFFERED) continue;
        const case_origin *chain[] = {&p->guarantees[i].origin, &p->origin};
        basis = weaker(basis, basis_of(chain, 2));
    }
    return basis;
}

/* --- Taking a step --- */

/* Notes a difference; joined to one that could not be valued. */
static void note(crossing *x, const char *what, const char *was, const char *is,
                 plans_basis basis) {
    bool joined = x->what != NULL;
    x->what = joined ? arena_format(x->mem, "%s, %s", x->what, what) : what;
    x->was = joined ? arena_format(x->mem, "%s; %s", x->was, was) : was;
    x->is = joined ? arena_format(x->mem, "%s; %s", x->is, is) : is;
    x->basis = joined ? weaker(x->basis, basis) : basis;
}

/* Values what has been noted; leaves it for the next step if it can't be. */
static void take_step(crossing *x) {
    if (!x->what) return;
    plan_request q = {&x->now, -1, NULL, 0};
    const plan *p = plan_prepare(x->v->setup, q, x->mem, NULL);
    if (!p) return;
    plans_step *s = &x->steps[x->step_count++];
    *s = (plans_step){
        .what = x->what, .from = x->was, .to = x->is, .basis = x->basis};
    s->accept = plans_accept(x->v, p, x->cost, x->mem);
    s->change = plans_lead(x->v, &s->accept, x->before, x->mem);
    x->before = &s->accept;
    x->what = NULL;
}

/* --- The differences, in their order --- */

static const char *print_durations(const case_proposal *p, arena *mem) {
    const char *text = "";
    for (int k = 0; k < p->phase_count; k++)
        text = arena_format(mem, "%s%s%s", text, k > 0 ? ", " : "",
                            time_duration_print(p->phases[k].lasts, mem));
    return text;
}

static bool same_duration(duration a, duration b) {
    return a.open == b.open && (a.open || a.days == b.days);
}

static void cross_duration(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    bool differs = false;
    plans_basis basis = PLANS_REPORTED;
    for (int k = 0; k < b->phase_count; k++) {
        duration lasts = b->phases[k].lasts;
        if (same_duration(x->phases[k].lasts, lasts)) continue;
        differs = true;
        basis = weaker(basis, weaker(phase_basis(a, k), phase_basis(b, k)));
        x->phases[k].lasts = lasts;
        if (x->talks && x->phases[k].talks && !lasts.open) x->talks->by = lasts;
    }
    if (differs)
        note(x, "duration", print_durations(a, x->mem),
             print_durations(b, x->mem), basis);
    take_step(x);
}

static const char *print_collapse(const case_phase *f, arena *mem) {
    return f->has_collapse ? arena_format(mem, "%g a day", f->collapse)
                           : "the model's";
}

static void cross_collapse(crossing *x) {
    for (int k = 0; k < x->now.phase_count; k++) {
        const case_phase *b = &x->to->proposal->phases[k];
        case_phase *at = &x->phases[k];
        if (at->has_collapse == b->has_collapse &&
            (!b->has_collapse || at->collapse == b->collapse))
            continue;
        bool stated = at->has_collapse && b->has_collapse;
        plans_basis basis = weaker(phase_basis(x->from->proposal, k),
                                   phase_basis(x->to->proposal, k));
        note(x, "collapse", print_collapse(at, x->mem),
             print_collapse(b, x->mem), stated ? basis : PLANS_DEFAULT);
        at->has_collapse = b->has_collapse;
        at->collapse = b->collapse;
    }
    take_step(x);
}

static const char *print_fail(case_fail fail) {
    return fail == CASE_STAY ? "stay" : "resume";
}

static void cross_fail(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (!x->talks) return;
    case_fail fail = last_phase(b)->talks->fail;
    if (x->talks->fail == fail) return;
    note(x, "if talks fail", print_fail(x->talks->fail), print_fail(fail),
         weaker(fail_basis(a), fail_basis(b)));
    x->talks->fail = fail;
    take_step(x);
}

static bool same_list(int_list a, int_list b) {
    if (a.count != b.count) return false;
    for (int i = 0; i < a.count; i++)
        if (a.items[i] != b.items[i]) return false;
    return true;
}

static const char *print_agenda(const crossing *x, int_list on) {
    const case_model *c = x->v->belief->c;
    const char *text = on.count == 0 ? "nothing" : "";
    if (on.count == c->issue_count) return "all issues";
    for (int i = 0; i < on.count; i++)
        text = arena_format(x->mem, "%s%s%s", text, i > 0 ? ", " : "",
                            c->issues[on.items[i]].id);
    return text;
}

static void cross_agenda(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (!x->talks) return;
    int_list on = last_phase(b)->talks->on;
    if (same_list(x->talks->on, on)) return;
    note(x, "agenda", print_agenda(x, x->talks->on), print_agenda(x, on),
         weaker(talks_basis(a), talks_basis(b)));
    x->talks->on = on;
    take_step(x);
}

static void cross_deadline(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (!x->talks) return;
    duration by = last_phase(b)->talks->by;
    if (same_duration(x->talks->by, by)) return;
    note(x, "deadline", time_duration_print(x->talks->by, x->mem),
         time_duration_print(by, x->mem),
         weaker(deadline_basis(a), deadline_basis(b)));
    x->talks->by = by;
    take_step(x);
}

static const char *print_within(const crossing *x, const case_talks *t) {
    const char *text = t->within_count == 0 ? "none" : "";
    for (int i = 0; i < t->within_count; i++)
        text = arena_format(x->mem, "%s%s%s", text, i > 0 ? ", " : "",
                            expr_print(t->within[i], x->v->belief->c, x->mem));
    return text;
}

static void cross_within(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (!x->talks) return;
    const case_talks *to = last_phase(b)->talks;
    const char *was = print_within(x, x->talks), *is = print_within(x, to);
    if (text_same(was, is)) return;
    note(x, "bounds", was, is, weaker(talks_basis(a), talks_basis(b)));
    x->talks->within = to->within;
    x->talks->within_count = to->within_count;
    take_step(x);
}

static const double *rejections(const crossing *x, const plans_row *r) {
    const int n = x->v->belief->c->party_count;
    double *cost = ARENA_ARRAY(x->mem, double, (size_t)n);
    for (int p = 0; p < n; p++)
        cost[p] = plan_rejected(r->plan, p);
    return cost;
}

static const char *print_rejections(const crossing *x, const double *cost) {
    const case_model *c = x->v->belief->c;
    const char *text = NULL;
    for (int p = 0; p < c->party_count; p++)
        if (cost[p] > 0)
            text = arena_format(x->mem, "%s%s%s", text ? text : "",
                                text ? ", " : "", c->actors[p].id);
    return text ? text : "nobody";
}

/* The weights come from own speakers' public words, so they are reported. */
static void cross_name(crossing *x) {
    const double *to = rejections(x, x->to);
    bool differs = false;
    for (int p = 0; p < x->v->belief->c->party_count; p++)
        differs = differs || to[p] < x->cost[p] || to[p] > x->cost[p];
    if (!differs) return;
    note(x, "rejected in public by", print_rejections(x, x->cost),
         print_rejections(x, to), PLANS_REPORTED);
    x->cost = to;
    take_step(x);
}

static int count_offered(const case_proposal *p) {
    int count = 0;
    for (int i = 0; i < p->guarantee_count; i++)
        count += p->guarantees[i].status == CASE_OFFERED;
    return count;
}

static void cross_guarantees(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    case_proposal with = x->now;
    with.guarantees = b->guarantees;
    with.guarantee_count = b->guarantee_count;
    bool same = record_is_same_plan(x->v->belief->c, &x->now, &with, x->mem);
    x->now = with;
    if (same) return;
    note(x, "guarantees offered", arena_format(x->mem, "%d", count_offered(a)),
         arena_format(x->mem, "%d", count_offered(b)),
         weaker(guarantee_basis(a), guarantee_basis(b)));
    take_step(x);
}

static const char *print_terms(const crossing *x, case_terms terms) {
    const case_model *c = x->v->belief->c;
    const char *text = terms.count == 0 ? "none" : "";
    for (int i = 0; i < terms.count; i++) {
        const case_issue *issue = &c->issues[terms.items[i].issue];
        text = arena_format(x->mem, "%s%s%s %s", text, i > 0 ? ", " : "",
                            issue->id,
                            issue->options[terms.items[i].options.items[0]]);
    }
    return text;
}

static const char *print_all_terms(const crossing *x, const case_proposal *p) {
    const char *text = "";
    for (int k = 0; k < p->phase_count; k++)
        text = arena_format(x->mem, "%s%s%s", text, k > 0 ? "; then " : "",
                            print_terms(x, p->phases[k].terms));
    return text;
}

static void cross_terms(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    const char *was = print_all_terms(x, &x->now);
    const char *is = print_all_terms(x, b);
    plans_basis basis = PLANS_REPORTED;
    for (int k = 0; k < b->phase_count; k++) {
        basis = weaker(basis, weaker(phase_basis(a, k), phase_basis(b, k)));
        x->phases[k].terms = b->phases[k].terms;
    }
    if (!text_same(was, is)) note(x, "terms", was, is, basis);
    take_step(x);
}

/* --- Setting out --- */

static bool has_talks(const case_proposal *p) {
    return last_phase(p)->talks != NULL;
}

static plans_basis whole_basis(const case_proposal *p) {
    plans_basis basis = PLANS_REPORTED;
    for (int k = 0; k < p->phase_count; k++)
        basis = weaker(basis, phase_basis(p, k));
    return basis;
}

/* All phases at once, where they can't be told apart one by one. */
static void cross_phases(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    x->now.phases = b->phases;
    x->now.phase_count = b->phase_count;
    note(x, "phases and talks", print_all_terms(x, a), print_all_terms(x, b),
         weaker(whole_basis(a), whole_basis(b)));
    take_step(x);
}

static void set_out(crossing *x) {
    const case_proposal *a = x->from->proposal;
    size_t n = (size_t)a->phase_count;
    x->now = *a;
    x->phases = ARENA_ARRAY(x->mem, case_phase, n);
    memcpy(x->phases, a->phases, n * sizeof *x->phases);
    x->now.phases = x->phases;
    if (has_talks(a)) {
        x->talks = ARENA_NEW(x->mem, case_talks);
        *x->talks = *x->phases[n - 1].talks;
        x->phases[n - 1].talks = x->talks;
    }
    x->before = &x->from->accept;
    x->cost = rejections(x, x->from);
}

/* A fixed phase sets the deadline of its talks. So that a default deadline is
 * not taken for an effect of the duration, the deadline of an open phase is
 * changed first. */
static void cross_one_by_one(crossing *x) {
    if (last_phase(&x->now)->lasts.open) cross_deadline(x);
    cross_duration(x);
    cross_collapse(x);
    cross_fail(x);
    cross_agenda(x);
    cross_deadline(x);
    cross_within(x);
    cross_name(x);
    cross_guarantees(x);
    cross_terms(x);
}

const plans_bridge *plans_bridge_build(const plans_view *v,
                                       const plans_row *from,
                                       const plans_row *to, arena *mem) {
    enum { STEPS_MOST = 16 };
    crossing x = {.v = v, .from = from, .to = to, .mem = mem};
    x.steps = ARENA_ARRAY(mem, plans_step, STEPS_MOST);
    set_out(&x);
    const case_proposal *a = from->proposal, *b = to->proposal;
    if (a->phase_count == b->phase_count && has_talks(a) == has_talks(b)) {
        cross_one_by_one(&x);
    } else {
        cross_phases(&x);
        cross_name(&x);
        cross_guarantees(&x);
    }
    plans_bridge *bridge = ARENA_NEW(mem, plans_bridge);
    *bridge = (plans_bridge){from, to, x.steps, x.step_count};
    return bridge;
}
