/* SPDX-License-Identifier: Apache-2.0
 * The plans as a page: first what leads and what that rests on, then who
 * accepts, what it is worth and who is in the way, what the order of steps
 * does, the bridge, and what to be careful about. */
#include "lens/plans.h"

#include <math.h>

#include "lens/grounds.h"
#include "lens/outcome.h"
#include "lens/plans_page.h"
#include "lens/sampled.h"

/* --- What leads, and why --- */

static void say_share(doc_text *t, const belief_measure *m) {
    doc_number(t, m->mean, m->error, DOC_SHARE);
}

/* With no record, or without the analyst: `of` as in grounds.h. */
static void say_share_without(doc_text *t, const belief_measure *m, int of) {
    say_share(t, m);
    grounds_rest(t, NULL, of);
}

static bool level(const belief_measure *m) {
    return fabs(m->mean) <= 2 * m->error;
}

/* Does the order of the two come from the record? */
static void say_order(const plans_page *p, doc_text *t, const plans_row *best,
                      const plans_row *next) {
    belief_measure by =
        plans_lead(&p->a->bare, &best->bare, &next->bare, p->mem);
    doc_more(t, " With no record at all the two shares are ");
    say_share_without(t, &best->bare.all, GROUNDS_BARE);
    doc_more(t, " and ");
    say_share_without(t, &next->bare.all, GROUNDS_BARE);
    if (level(&by))
        doc_more(t, ", level: it is the record that tells them apart.");
    else if (by.mean > 0)
        doc_strong(t, ", in the same order: prior and structure of the model "
                      "decide this ranking before anything is said.");
    else
        doc_more(t, ", the other way round: it is the record that decides.");
}

static void say_sources(const plans_page *p, doc_text *t, const plans_row *best,
                        const plans_row *next) {
    if (!plans_assumes(p->a)) return;
    doc_more(t, " Without the analyst's assumptions: ");
    say_share_without(t, &best->sourced.all, GROUNDS_SOURCED);
    if (next) {
        doc_more(t, " and ");
        say_share_without(t, &next->sourced.all, GROUNDS_SOURCED);
    }
    doc_more(t, ".");
}

static void say_alone(const plans_page *p, const plans_row *r) {
    doc_text *t =
        doc_say(p->to, "\"%s\" is accepted by all in ", plans_name(r));
    say_share(t, &r->accept.all);
    doc_more(t, " of model draws; with no record at all in ");
    say_share_without(t, &r->bare.all, GROUNDS_BARE);
    doc_more(t, ".");
    say_sources(p, t, r, NULL);
}

static void say_leader(const plans_page *p) {
    const plans_answer *a = p->a;
    const plans_row *best = &a->rows[a->order[0]];
    const plans_row *next = &a->rows[a->order[1]];
    belief_measure by =
        plans_lead(&p->a->main, &best->accept, &next->accept, p->mem);
    doc_text *t = doc_paragraph(p->to);
    doc_strong(t, "\"%s\"", plans_name(best));
    doc_more(t, " is accepted by all in ");
    say_share(t, &best->accept.all);
    doc_more(t, " of model draws, \"%s\" in ", plans_name(next));
    say_share(t, &next->accept.all);
    if (level(&by)) {
        doc_more(t, "; the two can't be told apart by these draws.");
    } else {
        doc_more(t, ".");
        say_order(p, t, best, next);
    }
    say_sources(p, t, best, next);
}

/* What the largest step of the bridge rests on belongs on top. */
static void say_rest(const plans_page *p) {
    const plans_bridge *b = p->a->bridge;
    const plans_step *most = NULL;
    for (int i = 0; b && i < b->step_count; i++)
        if (!most || fabs(b->steps[i].change.mean) > fabs(most->change.mean))
            most = &b->steps[i];
    if (!most || most->change.mean == 0) return;
    doc_text *t = doc_say(p->to,
                          "Most of the difference between \"%s\" and \"%s\" "
                          "comes from this: %s (%s \xe2\x86\x92 %s): ",
                          plans_name(b->from), plans_name(b->to), most->what,
                          most->from, most->to);
    doc_number(t, most->change.mean, most->change.error, DOC_CHANGE);
    if (most->basis == PLANS_REPORTED)
        doc_more(t, ". Both are reported.");
    else if (most->basis == PLANS_ASSUMED)
        doc_strong(t, ". That is the analyst's assumption on one side at "
                      "least, not a report.");
    else
        doc_strong(t, ". That is a default of the format, which nobody has "
                      "stated.");
}

static void say_single(const plans_page *p) {
    int all = 0;
    for (int i = 0; i < p->a->row_count; i++)
        all += p->a->rows[i].accept.all.mean > 0;
    doc_say(p->to,
            "Preferences and model are exact: %d of %d proposal%s %s accepted "
            "by all.",
            all, p->a->row_count, p->a->row_count == 1 ? "" : "s",
            all == 1 ? "is" : "are");
}

/* Talks alone may do as well as any proposal. */
static void say_talks(const plans_page *p) {
    const plans_row *best = &p->a->rows[p->a->order[0]];
    if (best == p->a->talks) return;
    belief_measure by =
        plans_lead(&p->a->main, &p->a->talks->accept, &best->accept, p->mem);
    if (by.mean <= 0 || level(&by)) return;
    doc_text *t = doc_say(p->to,
                          "Talks %s are accepted by all in more draws than any "
                          "proposal here: ",
                          case_has_truce(p->c) ? "without a truce" : "alone");
    say_share(t, &p->a->talks->accept.all);
    doc_more(t, ".");
}

static void say_first(const plans_page *p) {
    if (p->a->main.belief->single)
        say_single(p);
    else if (p->a->row_count == 1)
        say_alone(p, &p->a->rows[0]);
    else if (p->a->row_count > 1)
        say_leader(p);
    else
        doc_say(p->to, "The case has no proposals yet.");
    say_rest(p);
    if (p->a->row_count > 0 && !p->a->main.belief->single) say_talks(p);
}

/* --- The bridge --- */

static doc_role role_of(plans_basis basis) {
    if (basis == PLANS_REPORTED) return DOC_REPORTED;
    return basis == PLANS_ASSUMED ? DOC_ASSUMED : DOC_DEFAULT;
}

static const char *step_detail(const plans_page *p, const plans_step *s) {
    return arena_format(p->mem, "%s \xe2\x86\x92 %s", s->from, s->to);
}

static void plot_bridge(const plans_page *p) {
    const plans_bridge *b = p->a->bridge;
    doc_plot *plot = doc_plot_new(p->to, DOC_BRIDGE, "bridge",
                                  "Share of draws in which all accept");
    doc_axis_y(plot, "accepted by all", DOC_SHARE, 0, 0);
    doc_plot_mark(plot, (doc_mark){.label = plans_name(b->from),
                                   .y = b->from->accept.all.mean,
                                   .error = b->from->accept.all.error,
                                   .role = DOC_TOTAL});
    for (int i = 0; i < b->step_count; i++)
        doc_plot_mark(plot, (doc_mark){.label = b->steps[i].what,
                                       .detail = step_detail(p, &b->steps[i]),
                                       .y = b->steps[i].change.mean,
                                       .error = b->steps[i].change.error,
                                       .role = role_of(b->steps[i].basis)});
    doc_plot_mark(plot, (doc_mark){.label = plans_name(b->to),
                                   .y = b->to->accept.all.mean,
                                   .error = b->to->accept.all.error,
                                   .role = DOC_TOTAL});
}

/* Without errors, which the plot has: the table is wide enough. */
static void bridge_shares(const plans_page *p, doc_table *t,
                          const plans_shares *s) {
    for (int i = 0; i < p->c->party_count; i++)
        grounds_rest(doc_cell_number(t, s->by_party[i].mean, 0, DOC_SHARE),
                     p->c, i);
    doc_cell_number(t, s->all.mean, 0, DOC_SHARE);
}

static void bridge_row(const plans_page *p, doc_table *t, const plans_step *s) {
    doc_row(t);
    doc_cell(t, "%s: %s \xe2\x86\x92 %s", s->what, s->from, s->to);
    bridge_shares(p, t, &s->accept);
    doc_cell_number(t, s->change.mean, s->change.error, DOC_CHANGE);
    doc_cell(t, "%s", plans_basis_name(s->basis));
}

static void show_steps(const plans_page *p) {
    const plans_bridge *b = p->a->bridge;
    doc_table *t = doc_table_new(p->to, "bridge-steps");
    doc_column(t, DOC_LEFT, "difference");
    plans_party_columns(p, t);
    doc_column(t, DOC_RIGHT, "all");
    doc_column(t, DOC_RIGHT, "change");
    doc_column(t, DOC_LEFT, "rests on");
    doc_row(t);
    doc_tint(doc_cell(t, "%s", plans_name(b->from)), DOC_MUTED);
    bridge_shares(p, t, &b->from->accept);
    for (int i = 0; i < b->step_count; i++)
        bridge_row(p, t, &b->steps[i]);
}

static void show_way(const plans_page *p, bool table) {
    const plans_bridge *b = p->a->bridge;
    if (!b) return;
    doc_section(p->to, "From \"%s\" to \"%s\", one difference at a time",
                plans_name(b->from), plans_name(b->to));
    if (table) show_steps(p);
    if (b->step_count == 0)
        doc_say(p->to, "The two are the same plan.");
    else
        plot_bridge(p);
    doc_note(p->to, "Shares are those after each step, on the same draws. The "
                    "steps add up; how much falls to each depends on their "
                    "order.");
    doc_end(p->to);
}

void plans_show_bridge(const plans_page *p) { show_way(p, true); }

void plans_show_crossing(const plans_page *p) { show_way(p, false); }

/* --- What to be careful about --- */

/* The only party that carries anything out, or -1. */
static int sole_promiser(const case_model *c) {
    int sole = -1, issues = 0;
    for (int j = 0; j < c->issue_count; j++)
        for (int i = 0; i < c->issues[j].by.count; i++) {
            int q = c->issues[j].by.items[i];
            if (sole >= 0 && q != sole) return -1;
            sole = q;
            issues++;
        }
    return issues > 0 && sole < c->party_count ? sole : -1;
}

static void warn_of_gaps(const plans_page *p) {
    int sole = sole_promiser(p->c);
    if (sole >= 0)
        doc_warning(p->to,
                    "Every issue that the case gives somebody to carry out "
                    "falls on %s: doubts about promises weigh on the others "
                    "alone.",
                    p->c->actors[sole].name);
    for (int i = 0; i < p->c->party_count; i++)
        if (p->c->preferences[i].kind == CASE_INFERRED &&
            p->a->grounds[i].own == 0)
            doc_warning(p->to,
                        "There is no statement by %s itself: what it seems to "
                        "want rests on others' words and on assumptions.",
                        p->c->actors[i].name);
}

static void say_grounds(const plans_page *p) {
    doc_text *t = doc_say(p->to, "Statements these shares rest on: ");
    for (int i = 0; i < p->c->party_count; i++) {
        const plans_grounds *g = &p->a->grounds[i];
        doc_more(t,
                 "%s%s: %d by its own speakers, %d reported by others, %d "
                 "assumed",
                 i > 0 ? "; " : "", p->c->actors[i].name, g->own, g->reported,
                 g->assumed);
        if (g->proposed > 0)
            doc_more(t, ", %d proposal%s of its own", g->proposed,
                     g->proposed == 1 ? "" : "s");
    }
    doc_more(t, ".");
}

void plans_show_grounds(const plans_page *p) {
    say_grounds(p);
    warn_of_gaps(p);
}

static void show_care(const plans_page *p) {
    doc_section(p->to, "What this rests on");
    if (!p->a->main.belief->single) plans_show_grounds(p);
    doc_note(p->to, "A low share is no reason to skip a pause: what a pause "
                    "spares people is not in these numbers.");
    sampled_say(p->to, p->a->main.belief);
    if (!p->a->bridge && p->a->row_count > 1)
        doc_note(p->to, "Name two proposals to see what makes the difference "
                        "between them, and what that depends on.");
    doc_end(p->to);
}

void plans_say(doc *to, const case_model *c, const plans_answer *a) {
    plans_page p = {to, c, a, doc_arena(to)};
    grounds_begin(to, a->main.belief);
    say_first(&p);
    plans_show_accept(&p);
    plans_show_worth(&p);
    plans_show_steps(&p);
    plans_show_settlements(&p);
    plans_show_bridge(&p);
}

void plans_say_care(doc *to, const case_model *c, const plans_answer *a) {
    plans_page p = {to, c, a, doc_arena(to)};
    show_care(&p);
}
