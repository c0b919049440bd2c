/* SPDX-License-Identifier: Apache-2.0
 * What makes the difference between two proposals?
 *
 * A bridge leads from the first to the second: one difference after the other
 * is taken over (talks and phases that the second lacks, duration, phases that
 * the first lacks, collapse, what happens if talks fail, agenda, deadline,
 * bounds, what it costs whom to have rejected the name, guarantees, terms issue
 * by issue, talks that the first lacks), and after each the share of draws in
 * which all accept is counted again on the same draws. The steps add up exactly
 * to the whole difference; how it is shared out among them depends on their
 * order.
 *
 * Each step says what it rests on: reported (both sides have a source),
 * assumed (a side is the analyst's, or has no source), or a default of the
 * format (a deadline that nobody stated).
 *
 * Edge cases: standing terms on the way that break a rule can't be valued: that
 * step is taken together with the next. What phases and talks are there at all:
 * plans_bridge_shape.c. */
#include "lens/plans_bridge.h"

#include <string.h>

#include "base/text.h"
#include "record/phrase.h"
#include "record/same_plan.h"

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

plans_basis bridge_weaker(plans_basis a, plans_basis b) {
    return a > b ? a : b;
}

const case_phase *bridge_last(const case_proposal *p) {
    return &p->phases[p->phase_count - 1];
}

plans_basis bridge_phase_basis(const case_proposal *p, int k) {
    const case_origin *chain[] = {&p->phases[k].origin, &p->origin};
    return basis_of(chain, 2);
}

plans_basis bridge_talks_basis(const case_proposal *p) {
    const case_phase *phase = bridge_last(p);
    const case_origin *chain[] = {&phase->talks->origin, &phase->origin,
                                  &p->origin};
    return basis_of(chain, 3);
}

static plans_basis fail_basis(const case_proposal *p) {
    const case_phase *phase = bridge_last(p);
    const case_origin *chain[] = {&phase->talks->fail_origin,
                                  &phase->talks->origin, &phase->origin,
                                  &p->origin};
    return basis_of(chain, 4);
}

/* A fixed phase sets the deadline; an open one without `by` has the default. */
static plans_basis deadline_basis(const case_proposal *p) {
    const case_phase *phase = bridge_last(p);
    if (phase->lasts.open && !phase->talks->by_given) return PLANS_DEFAULT;
    return bridge_talks_basis(p);
}

static plans_basis guarantee_basis(const case_proposal *p) {
    plans_basis basis = PLANS_REPORTED;
    for (int i = 0; i < p->guarantee_count; i++) {
        if (p->guarantees[i].status != CASE_OFFERED) continue;
        const case_origin *chain[] = {&p->guarantees[i].origin, &p->origin};
        basis = bridge_weaker(basis, basis_of(chain, 2));
    }
    return basis;
}

/* --- Taking a step --- */

/* Notes a difference; joined to one that could not be valued. */
void bridge_note(crossing *x, const char *what, const char *was, const char *is,
                 plans_basis basis) {
    bool joined = x->what != NULL;
    x->what = joined ? arena_format(x->mem, "%s, %s", x->what, what) : what;
    x->was = joined ? arena_format(x->mem, "%s; %s", x->was, was) : was;
    x->is = joined ? arena_format(x->mem, "%s; %s", x->is, is) : is;
    x->basis = joined ? bridge_weaker(x->basis, basis) : basis;
}

/* Values what has been noted; leaves it for the next step if it can't be. */
void bridge_take(crossing *x) {
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
    const char *was = print_durations(&x->now, x->mem);
    bool differs = false;
    plans_basis basis = PLANS_REPORTED;
    for (int k = 0; k < x->now.phase_count; k++) {
        duration lasts = b->phases[k].lasts;
        if (same_duration(x->phases[k].lasts, lasts)) continue;
        differs = true;
        basis = bridge_weaker(basis, bridge_weaker(bridge_phase_basis(a, k),
                                                   bridge_phase_basis(b, k)));
        x->phases[k].lasts = lasts;
        if (x->talks && x->phases[k].talks && !lasts.open) x->talks->by = lasts;
    }
    if (differs)
        bridge_note(x, "how long it lasts", was,
                    print_durations(&x->now, x->mem), basis);
    bridge_take(x);
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
        plans_basis basis =
            bridge_weaker(bridge_phase_basis(x->from->proposal, k),
                          bridge_phase_basis(x->to->proposal, k));
        bridge_note(x, "the chance that it breaks off",
                    print_collapse(at, x->mem), print_collapse(b, x->mem),
                    stated ? basis : PLANS_DEFAULT);
        at->has_collapse = b->has_collapse;
        at->collapse = b->collapse;
    }
    bridge_take(x);
}

static const char *print_fail(case_fail fail) {
    return fail == CASE_STAY ? "it stays in force" : "all is as before";
}

static void cross_fail(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (!x->talks) return;
    case_fail fail = bridge_last(b)->talks->fail;
    if (x->talks->fail == fail) return;
    bridge_note(x, "if talks fail", print_fail(x->talks->fail),
                print_fail(fail), bridge_weaker(fail_basis(a), fail_basis(b)));
    x->talks->fail = fail;
    bridge_take(x);
}

static bool same_list(int_list a, int_list b) {
    if (a.count != b.count) return false;
    for (int i = 0; i < a.count; i++)
        if (a.items[i] != b.items[i]) return false;
    return true;
}

const char *bridge_print_agenda(const crossing *x, int_list on) {
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
    int_list on = bridge_last(b)->talks->on;
    if (same_list(x->talks->on, on)) return;
    bridge_note(x, "what the talks are on",
                bridge_print_agenda(x, x->talks->on),
                bridge_print_agenda(x, on),
                bridge_weaker(bridge_talks_basis(a), bridge_talks_basis(b)));
    x->talks->on = on;
    bridge_take(x);
}

static void cross_deadline(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (!x->talks) return;
    duration by = bridge_last(b)->talks->by;
    if (same_duration(x->talks->by, by)) return;
    bridge_note(x, "how long they talk",
                time_duration_print(x->talks->by, x->mem),
                time_duration_print(by, x->mem),
                bridge_weaker(deadline_basis(a), deadline_basis(b)));
    x->talks->by = by;
    bridge_take(x);
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
    const case_talks *to = bridge_last(b)->talks;
    const char *was = print_within(x, x->talks), *is = print_within(x, to);
    if (text_same(was, is)) return;
    bridge_note(x, "what the talks may end with", was, is,
                bridge_weaker(bridge_talks_basis(a), bridge_talks_basis(b)));
    x->talks->within = to->within;
    x->talks->within_count = to->within_count;
    bridge_take(x);
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
                                text ? ", " : "", c->actors[p].name);
    return text ? text : "nobody";
}

/* The weights come from own speakers' public words, so they are reported. */
static void cross_name(crossing *x) {
    const double *to = rejections(x, x->to);
    bool differs = false;
    for (int p = 0; p < x->v->belief->c->party_count; p++)
        differs = differs || to[p] < x->cost[p] || to[p] > x->cost[p];
    if (!differs) return;
    bridge_note(x, "who has rejected it in public",
                print_rejections(x, x->cost), print_rejections(x, to),
                PLANS_REPORTED);
    x->cost = to;
    bridge_take(x);
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
    bridge_note(x, "guarantees offered",
                arena_format(x->mem, "%d", count_offered(a)),
                arena_format(x->mem, "%d", count_offered(b)),
                bridge_weaker(guarantee_basis(a), guarantee_basis(b)));
    bridge_take(x);
}

/* --- Setting out --- */

static void set_out(crossing *x) {
    const case_proposal *a = x->from->proposal;
    size_t n = (size_t)a->phase_count, room = n;
    if (x->to->proposal->phase_count > a->phase_count)
        room = (size_t)x->to->proposal->phase_count;
    x->now = *a;
    x->phases = ARENA_ARRAY(x->mem, case_phase, room);
    memcpy(x->phases, a->phases, n * sizeof *x->phases);
    x->now.phases = x->phases;
    if (bridge_last(a)->talks) {
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
static void cross(crossing *x) {
    bridge_talks_away(x);
    bridge_phases_away(x);
    if (bridge_last(&x->now)->lasts.open) cross_deadline(x);
    cross_duration(x);
    bridge_phases_in(x);
    cross_collapse(x);
    cross_fail(x);
    cross_agenda(x);
    cross_deadline(x);
    cross_within(x);
    cross_name(x);
    cross_guarantees(x);
    bridge_cross_terms(x);
    bridge_talks_in(x);
}

const plans_bridge *plans_bridge_build(const plans_view *v,
                                       const plans_row *from,
                                       const plans_row *to, arena *mem) {
    enum { STEPS_BUT_TERMS = 16 };
    crossing x = {.v = v, .from = from, .to = to, .mem = mem};
    x.steps = ARENA_ARRAY(mem, plans_step,
                          STEPS_BUT_TERMS + (size_t)v->belief->c->issue_count);
    set_out(&x);
    cross(&x);
    plans_bridge *bridge = ARENA_NEW(mem, plans_bridge);
    *bridge = (plans_bridge){from, to, x.steps, x.step_count};
    return bridge;
}
