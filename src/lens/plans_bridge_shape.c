/* SPDX-License-Identifier: Apache-2.0
 * Differences of a bridge in what a plan is made of: talks or phases that only
 * one of the two has, and terms of the phases that both have.
 *
 * Phases are paired from the first on; what is left over at the end goes, or
 * comes, in one step. Talks belong to the last phase and move along with it. A
 * difference of terms is taken over issue by issue, in the order of the case,
 * in all phases at once. */
#include "lens/plans_bridge.h"

#include "record/phrase.h"

/* --- Talks --- */

static const char *print_talks(const crossing *x, const case_proposal *p) {
    const case_talks *t = bridge_last(p)->talks;
    return arena_format(x->mem, "on %s", bridge_print_agenda(x, t->on));
}

void bridge_talks_away(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (!x->talks || bridge_last(b)->talks) return;
    bridge_note(x, "talks", print_talks(x, a), "none",
                bridge_weaker(bridge_talks_basis(a),
                              bridge_phase_basis(b, b->phase_count - 1)));
    x->phases[x->now.phase_count - 1].talks = NULL;
    x->talks = NULL;
    bridge_take(x);
}

void bridge_talks_in(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (bridge_last(a)->talks || !bridge_last(b)->talks) return;
    bridge_note(x, "talks", "none", print_talks(x, b),
                bridge_weaker(bridge_phase_basis(a, a->phase_count - 1),
                              bridge_talks_basis(b)));
    x->phases[x->now.phase_count - 1].talks = bridge_last(b)->talks;
    bridge_take(x);
}

/* --- Phases --- */

/* "withdrawal (posts: manned), 30 days" of each phase from the k-th on. */
static const char *print_phases(const crossing *x, const case_proposal *p,
                                int k) {
    const char *text = "";
    for (int first = k; k < p->phase_count; k++) {
        const case_phase *f = &p->phases[k];
        const char *terms =
            record_terms_print(x->v->belief->c, f->terms, x->mem);
        text = arena_format(x->mem, "%s%s%s%s%s%s, %s", text,
                            k > first ? "; then " : "", f->name,
                            *terms ? " (" : "", terms, *terms ? ")" : "",
                            time_duration_print(f->lasts, x->mem));
    }
    return text;
}

static plans_basis phases_basis(const case_proposal *p, int k) {
    plans_basis basis = PLANS_REPORTED;
    for (; k < p->phase_count; k++)
        basis = bridge_weaker(basis, bridge_phase_basis(p, k));
    return basis;
}

/* The talks go on in what is the last phase now; a fixed one is their
 * deadline. */
static void move_talks(crossing *x, int from) {
    case_phase *last = &x->phases[x->now.phase_count - 1];
    if (!x->talks) return;
    x->phases[from].talks = NULL;
    last->talks = x->talks;
    if (!last->lasts.open) x->talks->by = last->lasts;
}

void bridge_phases_away(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (a->phase_count <= b->phase_count) return;
    bridge_note(x, "further phases", print_phases(x, a, b->phase_count), "none",
                phases_basis(a, b->phase_count));
    x->now.phase_count = b->phase_count;
    move_talks(x, a->phase_count - 1);
    bridge_take(x);
}

void bridge_phases_in(crossing *x) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    if (a->phase_count >= b->phase_count) return;
    bridge_note(x, "further phases", "none", print_phases(x, b, a->phase_count),
                phases_basis(b, a->phase_count));
    for (int k = a->phase_count; k < b->phase_count; k++) {
        x->phases[k] = b->phases[k];
        x->phases[k].talks = NULL;
    }
    x->now.phase_count = b->phase_count;
    move_talks(x, a->phase_count - 1);
    bridge_take(x);
}

/* --- Terms --- */

static const case_term *term_on(const case_terms *terms, int issue) {
    for (int i = 0; i < terms->count; i++)
        if (terms->items[i].issue == issue) return &terms->items[i];
    return NULL;
}

static bool same_term(const case_term *a, const case_term *b) {
    if (!a || !b) return a == b;
    return a->options.items[0] == b->options.items[0];
}

/* `terms`, but on this issue as in `to`. */
static case_terms with_term(const crossing *x, case_terms terms,
                            const case_term *to, int issue) {
    case_term *items = ARENA_ARRAY(x->mem, case_term, (size_t)terms.count + 1);
    int count = 0;
    for (int i = 0; i < terms.count; i++)
        if (terms.items[i].issue != issue) items[count++] = terms.items[i];
    if (to) items[count++] = *to;
    return (case_terms){items, count};
}

static const char *print_term(const crossing *x, const case_term *t,
                              int issue) {
    const case_issue *of = &x->v->belief->c->issues[issue];
    return t ? of->options[t->options.items[0]] : "as it is";
}

static const char *joined(const crossing *x, const char *text,
                          const char *more) {
    return text ? arena_format(x->mem, "%s; then %s", text, more) : more;
}

static void cross_issue(crossing *x, int issue) {
    const case_proposal *a = x->from->proposal, *b = x->to->proposal;
    const char *was = NULL, *is = NULL;
    plans_basis basis = PLANS_REPORTED;
    for (int k = 0; k < a->phase_count && k < b->phase_count; k++) {
        const case_term *of = term_on(&x->phases[k].terms, issue);
        const case_term *to = term_on(&b->phases[k].terms, issue);
        if (same_term(of, to)) continue;
        was = joined(x, was, print_term(x, of, issue));
        is = joined(x, is, print_term(x, to, issue));
        basis = bridge_weaker(basis, bridge_weaker(bridge_phase_basis(a, k),
                                                   bridge_phase_basis(b, k)));
        x->phases[k].terms = with_term(x, x->phases[k].terms, to, issue);
    }
    const char *id = x->v->belief->c->issues[issue].id;
    if (was)
        bridge_note(x, arena_format(x->mem, "terms on %s", id), was, is, basis);
}

void bridge_cross_terms(crossing *x) {
    for (int j = 0; j < x->v->belief->c->issue_count; j++) {
        cross_issue(x, j);
        bridge_take(x);
    }
}
