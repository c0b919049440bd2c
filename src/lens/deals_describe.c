/* SPDX-License-Identifier: Apache-2.0
 * The deals as data and as a page: the count, the solutions, the deals most
 * draws would sign, the frontier, and for two parties the deal space as a
 * plot. */
#include "lens/deals.h"

#include "base/number.h"
#include "lens/outcome.h"
#include "lens/sampled.h"

enum { ROWS_SHOWN = 20, DOTS_SHOWN = 2000, TIES_SHOWN = 3 };

/* --- Data --- */

static void put_worth(doc_value *in, const char *key, const fixed *worth,
                      int n) {
    doc_value *list = doc_put_list(in, key);
    for (int p = 0; p < n; p++)
        doc_put_number(list, NULL, number_from_fixed(worth[p]));
}

static void put_frontier(doc *to, const case_model *c, const deals_answer *a) {
    arena *mem = doc_arena(to);
    doc_value *frontier = doc_put_object(doc_data(to), "frontier");
    doc_put_integer(frontier, "count", a->found->point_count);
    doc_value *points = doc_put_list(frontier, "points");
    for (int i = 0; i < a->found->point_count; i++) {
        const deal_point *p = &a->found->points[i];
        doc_value *in = doc_put_object(points, NULL);
        outcome_put_of(in, "terms", a->space, p->first, mem);
        doc_put_count(in, "outcomes", p->count);
        put_worth(in, "worth", p->worth, c->party_count);
    }
}

static void put_solutions(doc *to, const case_model *c, const deals_answer *a) {
    arena *mem = doc_arena(to);
    doc_value *list = doc_put_list(doc_data(to), "solutions");
    for (int i = 0; i < a->found->solution_count; i++) {
        const deal_solution *s = &a->found->solutions[i];
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "name", s->name);
        outcome_put_of(in, "terms", a->space, s->outcome, mem);
        put_worth(in, "worth", s->worth, c->party_count);
        doc_value *ties = doc_put_list(in, "ties");
        for (uint32_t k = 0; k < s->tie_count; k++)
            outcome_put_of(ties, NULL, a->space, s->ties[k], mem);
    }
}

static void put_offer(doc_value *list, const case_model *c,
                      const deals_offer *o) {
    doc_value *in = doc_put_object(list, NULL);
    outcome_put(in, "terms", c, o->outcome);
    doc_put_number(in, "all", o->all.mean);
    doc_put_number(in, "error", o->all.error);
    doc_put_number(in, "all-error", o->all.error);
    doc_value *by = doc_put_list(in, "by-party");
    for (int p = 0; p < c->party_count; p++)
        doc_put_number(by, NULL, o->by_party[p].mean);
    doc_value *errors = doc_put_list(in, "by-party-error");
    for (int p = 0; p < c->party_count; p++)
        doc_put_number(errors, NULL, o->by_party[p].error);
    doc_put_text(in, "binding", c->actors[o->binding].id);
    doc_put_text(in, "proposal", o->proposal);
}

static void put_data(doc *to, const case_model *c, const deals_answer *a) {
    doc_value *root = doc_data(to);
    doc_put_count(root, "outcomes", a->found->outcome_count);
    doc_value *parties = doc_put_list(root, "parties");
    for (int p = 0; p < c->party_count; p++)
        doc_put_text(parties, NULL, c->actors[p].id);
    doc_value *reserve = doc_put_list(root, "reserve");
    for (int p = 0; p < c->party_count; p++)
        doc_put_number(reserve, NULL, number_from_fixed(a->parties[p].reserve));
    doc_put_count(root, "individually-rational", a->found->rational_count);
    put_frontier(to, c, a);
    put_solutions(to, c, a);
    if (!a->belief) {
        static const char *const sampled[] = {"acceptance", "draws", "r-hat",
                                              "r-hat-of",   "ess",   "ess-of"};
        for (size_t i = 0; i < sizeof sampled / sizeof *sampled; i++)
            doc_put_null(root, sampled[i]);
        return;
    }
    doc_value *list = doc_put_list(root, "acceptance");
    for (int i = 0; i < a->offer_count; i++)
        put_offer(list, c, &a->offers[i]);
    sampled_put(to, a->belief);
}

/* --- Words --- */

static void say_counts(doc *to, const case_model *c, const deals_answer *a) {
    const deal_answer *f = a->found;
    doc_text *t = doc_say(to, "%u outcome%s the rules; ", f->outcome_count,
                          f->outcome_count == 1 ? " keeps" : "s keep");
    doc_strong(t, "%u", f->rational_count);
    doc_more(t,
             " %s at least as good as no deal for %s. The frontier (what "
             "nothing else dominates) has %d point%s.",
             f->rational_count == 1 ? "is" : "are",
             c->party_count == 2 ? "both parties" : "every party",
             f->point_count, f->point_count == 1 ? "" : "s");
    if (a->belief)
        doc_more(t, " This is for the mean worths over all draws; no deal is "
                    "then the status quo, or a reserve where one is given.");
    if (f->outcome_count > 0 && f->rational_count == 0)
        doc_warning(to, "Nothing that can be signed is at least as good as no "
                        "deal for everyone, so no solution is named.");
}

static bool any_discount(const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        if (c->preferences[p].kind == CASE_WORTH &&
            c->preferences[p].discount < 1)
            return true;
    return false;
}

static void party_columns(doc_table *t, const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        doc_column(t, DOC_RIGHT, c->actors[p].name);
}

static void worth_cells(doc_table *t, const fixed *worth, int n) {
    for (int p = 0; p < n; p++)
        doc_cell_number(t, number_from_fixed(worth[p]), 0, DOC_WORTH);
}

static void show_solutions(doc *to, const case_model *c,
                           const deals_answer *a) {
    const deal_answer *f = a->found;
    if (f->solution_count == 0) return;
    doc_section(to, "What bargaining theory would sign");
    doc_table *t = doc_table_new(to, "solutions");
    doc_column(t, DOC_LEFT, "solution");
    doc_column(t, DOC_LEFT, "deal");
    party_columns(t, c);
    doc_column(t, DOC_RIGHT, "ties");
    for (int i = 0; i < f->solution_count; i++) {
        const deal_solution *s = &f->solutions[i];
        doc_row(t);
        doc_cell(t, "%s", s->name);
        doc_cell(t, "%s",
                 outcome_print_of(a->space, s->outcome, doc_arena(to)));
        worth_cells(t, s->worth, c->party_count);
        if (s->tie_count > 1) doc_cell(t, "%u", s->tie_count);
    }
    doc_row(t);
    doc_tint(doc_cell(t, "no deal"), DOC_MUTED);
    doc_cell_blank(t);
    for (int p = 0; p < c->party_count; p++)
        doc_cell_number(t, number_from_fixed(a->parties[p].reserve), 0,
                        DOC_WORTH);
    for (int i = 0; i < f->solution_count; i++) {
        const deal_solution *s = &f->solutions[i];
        for (uint32_t k = 1; k < s->tie_count && k < TIES_SHOWN; k++)
            doc_bullet(to, "%s ties with: %s", s->name,
                       outcome_print_of(a->space, s->ties[k], doc_arena(to)));
    }
    doc_end(to);
}

static void show_offers(doc *to, const case_model *c, const deals_answer *a) {
    if (!a->belief) return;
    doc_section(to, "What would be signed at once");
    doc_table *t = doc_table_new(to, "acceptance");
    doc_caption(t, "Share of model draws in which each signs:");
    doc_column(t, DOC_LEFT, "deal");
    party_columns(t, c);
    doc_column(t, DOC_RIGHT, "all");
    doc_column(t, DOC_LEFT, "refuses most");
    for (int i = 0; i < a->offer_count; i++) {
        const deals_offer *o = &a->offers[i];
        doc_row(t);
        doc_text *cell =
            doc_cell(t, "%s", outcome_print(c, o->outcome, doc_arena(to)));
        if (o->proposal) doc_cite(cell, o->proposal, NULL);
        for (int p = 0; p < c->party_count; p++)
            doc_cell_number(t, o->by_party[p].mean, 0, DOC_SHARE);
        doc_cell_number(t, o->all.mean, o->all.error, DOC_SHARE);
        doc_cell(t, "%s", c->actors[o->binding].name);
    }
    doc_say(to, "A deal is taken here as carried out at once, so nobody's "
                "promise is in doubt: conditions granted up front look safer "
                "than the same conditions promised for later. `plans` has the "
                "order of steps.");
    if (!a->ranked_all)
        doc_note(to, "There are too many outcomes to rank all of them: ranked "
                     "are the frontier of mean worths and what the last phase "
                     "of each proposal leaves standing.");
    sampled_say(to, a->belief);
    doc_end(to);
}

static void show_frontier(doc *to, const case_model *c, const deals_answer *a) {
    const deal_answer *f = a->found;
    if (f->point_count == 0) return;
    doc_section(to, "The frontier");
    doc_table *t = doc_table_new(to, "frontier");
    doc_column(t, DOC_LEFT, "deal");
    party_columns(t, c);
    doc_column(t, DOC_RIGHT, "outcomes");
    for (int i = 0; i < f->point_count && i < ROWS_SHOWN; i++) {
        const deal_point *p = &f->points[i];
        doc_row(t);
        doc_cell(t, "%s", outcome_print_of(a->space, p->first, doc_arena(to)));
        worth_cells(t, p->worth, c->party_count);
        doc_cell(t, "%u", p->count);
    }
    if (f->point_count > ROWS_SHOWN)
        doc_note(to, "%d more points are in the data.",
                 f->point_count - ROWS_SHOWN);
    doc_end(to);
}

/* --- The plot --- */

static void dot(doc_plot *plot, const fixed *worth, doc_role role,
                const char *label, const char *note) {
    doc_plot_mark(plot, (doc_mark){.x = number_from_fixed(worth[0]),
                                   .y = number_from_fixed(worth[1]),
                                   .role = role,
                                   .label = label,
                                   .note = note});
}

static void plot_outcomes(doc *to, doc_plot *plot, const case_model *c,
                          const deals_answer *a) {
    arena *mem = doc_arena(to);
    int *outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (uint32_t x = 0; x < a->space->count && x < DOTS_SHOWN; x++) {
        deal_space_outcome(a->space, x, outcome);
        fixed worth[2];
        for (int p = 0; p < 2; p++)
            worth[p] = deal_party_worth(c, &a->parties[p], outcome);
        dot(plot, worth, DOC_OTHER, NULL, NULL);
    }
}

static bool same_point(const deal_solution *a, const deal_solution *b) {
    return a->worth[0] == b->worth[0] && a->worth[1] == b->worth[1];
}

/* One mark a point, named after every solution that is there. */
static void mark_solutions(doc *to, doc_plot *plot, const deal_answer *f) {
    for (int i = 0; i < f->solution_count; i++) {
        const deal_solution *s = &f->solutions[i];
        const char *label = s->name;
        bool seen = false;
        for (int k = 0; k < i; k++)
            seen = seen || same_point(&f->solutions[k], s);
        for (int k = i + 1; k < f->solution_count; k++)
            if (same_point(&f->solutions[k], s))
                label = arena_format(doc_arena(to), "%s, %s", label,
                                     f->solutions[k].name);
        if (!seen) dot(plot, s->worth, DOC_MARKED, label, NULL);
    }
}

static void show_plot(doc *to, const case_model *c, const deals_answer *a) {
    const deal_answer *f = a->found;
    if (c->party_count != 2 || f->outcome_count == 0) return;
    doc_plot *plot =
        doc_plot_new(to, DOC_SCATTER, "deal-space", "The deal space");
    doc_axis_x(plot, c->actors[0].name, DOC_WORTH, 0, 0);
    doc_axis_y(plot, c->actors[1].name, DOC_WORTH, 0, 0);
    if (f->outcome_count <= DOTS_SHOWN) plot_outcomes(to, plot, c, a);
    for (int i = 0; i < f->point_count && i < DOTS_SHOWN; i++)
        dot(plot, f->points[i].worth, DOC_FRONTIER, NULL,
            arena_format(doc_arena(to), "%u", f->points[i].count));
    fixed reserve[2] = {a->parties[0].reserve, a->parties[1].reserve};
    dot(plot, reserve, DOC_LIMIT, "no deal", NULL);
    mark_solutions(to, plot, f);
}

void deals_describe(doc *to, const lens_request *q, const void *answer) {
    const case_model *c = q->c;
    const deals_answer *a = answer;
    put_data(to, c, a);
    say_counts(to, c, a);
    show_solutions(to, c, a);
    show_offers(to, c, a);
    show_frontier(to, c, a);
    show_plot(to, c, a);
    if (any_discount(c))
        doc_note(to, "Discounts say what a deal is worth later; here it is "
                     "signed at once.");
}
