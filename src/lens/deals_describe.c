/* SPDX-License-Identifier: Apache-2.0
 * The deals as data and as a page: the count, the solutions, the deals most
 * draws would sign, the frontier, and for two parties the deal space as a
 * plot. */
#include "lens/deals.h"
#include "lens/grounds.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "lens/outcome.h"
#include "lens/sampled.h"

enum { ROWS_SHOWN = 20, TIES_SHOWN = 3 };
/* Numbers and words that all points of the frontier may have in the data. */
enum { VALUES_MOST = 1000000 };

/* --- Data --- */

static void put_worth(doc_value *in, const char *key, const fixed *worth,
                      int n) {
    doc_value *list = doc_put_list(in, key);
    for (int p = 0; p < n; p++)
        doc_put_number(list, NULL, number_from_fixed(worth[p]));
}

static size_t points_listed(const case_model *c, const deals_answer *a) {
    size_t most = VALUES_MOST / (size_t)(c->issue_count + c->party_count + 1);
    size_t count = deals_point_count(a);
    return a->merged && count > most ? most : count;
}

static void put_frontier(doc *to, const case_model *c, const deals_answer *a) {
    arena *mem = doc_arena(to);
    doc_value *frontier = doc_put_object(doc_data(to), "frontier");
    doc_put_count(frontier, "count", deals_point_count(a));
    doc_value *points = doc_put_list(frontier, "points");
    const size_t listed = points_listed(c, a);
    for (size_t i = 0; i < listed; i++) {
        const merge_point p = deals_point(a, i, mem);
        doc_value *in = doc_put_object(points, NULL);
        outcome_put(in, "terms", c, p.outcome);
        doc_put_digits(in, "outcomes", p.count);
        put_worth(in, "worth", p.worth, c->party_count);
    }
}

/* What is not exact of a merged answer. */
static void put_gap(doc *to, const case_model *c, const deals_answer *a) {
    doc_value *root = doc_data(to);
    if (a->merged && a->merged->gap)
        put_worth(root, "gap", a->merged->gap, c->party_count);
    else
        doc_put_null(root, "gap");
    doc_put_bool(root, "counts-least", a->merged && a->merged->counts_least);
}

static void put_solutions(doc *to, const case_model *c, const deals_answer *a) {
    arena *mem = doc_arena(to);
    doc_value *names = doc_put_list(doc_data(to), "concepts");
    for (int i = 0; i < a->ask.wanted_count; i++)
        doc_put_text(names, NULL, a->ask.wanted[i]->name);
    doc_value *list = doc_put_list(doc_data(to), "solutions");
    for (int i = 0; i < deals_solution_count(a); i++) {
        const merge_solution s = deals_solution(a, i, mem);
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "name", s.name);
        outcome_put(in, "terms", c, s.outcome);
        put_worth(in, "worth", s.worth, c->party_count);
        doc_value *ties = doc_put_list(in, "ties");
        for (size_t k = 0; k < s.listed; k++)
            outcome_put(ties, NULL, c, deals_tie(a, i, k, mem));
    }
    doc_value *counts = doc_put_list(doc_data(to), "tie-counts");
    for (int i = 0; i < deals_solution_count(a); i++)
        doc_put_digits(counts, NULL, deals_solution(a, i, mem).count);
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

void deals_put_space(doc *to, const case_model *c, const deals_answer *a) {
    doc_value *root = doc_data(to);
    arena *mem = doc_arena(to);
    const char *rational = deals_rational(a, mem);
    if (deals_outcomes(a, mem))
        doc_put_digits(root, "outcomes", deals_outcomes(a, mem));
    else
        doc_put_null(root, "outcomes");
    doc_value *parties = doc_put_list(root, "parties");
    for (int p = 0; p < c->party_count; p++)
        doc_put_text(parties, NULL, c->actors[p].id);
    doc_value *reserve = doc_put_list(root, "reserve");
    for (int p = 0; p < c->party_count; p++)
        doc_put_number(reserve, NULL, number_from_fixed(a->parties[p].reserve));
    if (rational)
        doc_put_digits(root, "individually-rational", rational);
    else
        doc_put_null(root, "individually-rational");
    put_frontier(to, c, a);
    put_gap(to, c, a);
    put_solutions(to, c, a);
}

static void put_data(doc *to, const case_model *c, const deals_answer *a) {
    doc_value *root = doc_data(to);
    deals_put_space(to, c, a);
    deals_put_further(to, a);
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

static bool is_one(const char *digits) { return strcmp(digits, "1") == 0; }

static const char *against(const deals_answer *a) {
    return a->ask.from ? "the deal in hand" : "no deal";
}

static void say_rational(doc_text *t, const case_model *c,
                         const deals_answer *a) {
    arena *mem = t->mem;
    const char *rational = deals_rational(a, mem);
    const char *all = c->party_count == 2 ? "both parties" : "every party";
    if (rational) {
        doc_number_as(t, strtod(rational, NULL),
                      deals_show_count(rational, mem));
        doc_more(t, " %s at least as good as %s for %s.",
                 is_one(rational) ? "is" : "are", against(a), all);
        return;
    }
    doc_more(t,
             "some are at least as good as %s for %s: how many is not known, "
             "since these are too many to look at each.",
             against(a), all);
}

/* What is known of what was not found. */
static void say_gap(doc *to, const case_model *c, const deals_answer *a) {
    if (!a->merged) return;
    if (a->merged->gap) {
        doc_text *t = doc_warning(to, "This frontier is not exact: no outcome "
                                      "gives every party more than some point "
                                      "of it by over");
        for (int p = 0; p < c->party_count; p++) {
            doc_more(t, "%s %s ", p > 0 ? "," : "", c->actors[p].name);
            doc_number(t, number_from_fixed(a->merged->gap[p]), 0, DOC_WORTH);
        }
        doc_more(t, ". Solutions are the best of the points that were found.");
    }
    if (a->merged->counts_least)
        doc_note(to, "Numbers of outcomes with the same worths are at least "
                     "what is shown.");
}

static void say_counts(doc *to, const case_model *c, const deals_answer *a) {
    arena *mem = doc_arena(to);
    const char *outcomes = deals_outcomes(a, mem);
    const size_t points = deals_point_count(a);
    doc_text *t = doc_say(to, "%s outcome%s the rules%s; ",
                          deals_show_count(outcomes, mem),
                          is_one(outcomes) ? " keeps" : "s keep",
                          a->ask.filter ? " and the filter" : "");
    say_rational(t, c, a);
    doc_more(t, " The frontier (what nothing else dominates) has ");
    doc_number(t, (double)points, 0, DOC_INTEGER);
    doc_more(t, " point%s.", points == 1 ? "" : "s");
    if (a->belief)
        doc_more(t, " This is for the mean worths over all draws; no deal is "
                    "then the status quo, or a reserve where one is given.");
    say_gap(to, c, a);
    if (points > 0 && !deals_any_rational(a))
        doc_warning(to,
                    "Nothing that can be signed is at least as good as %s "
                    "for everyone, so no solution is named.",
                    against(a));
}

static bool any_discount(const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        if (c->preferences[p].kind == CASE_WORTH &&
            c->preferences[p].discount < 1)
            return true;
    return false;
}

void deals_party_columns(doc_table *t, const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        doc_column(t, DOC_RIGHT, c->actors[p].name);
}

void deals_worth_cells(doc_table *t, const case_model *c, const fixed *worth) {
    for (int p = 0; p < c->party_count; p++)
        grounds_rest(
            doc_cell_number(t, number_from_fixed(worth[p]), 0, DOC_WORTH), c,
            p);
}

static void say_ties(doc *to, const case_model *c, const deals_answer *a,
                     int solution) {
    arena *mem = doc_arena(to);
    const merge_solution s = deals_solution(a, solution, mem);
    size_t shown = 0;
    for (size_t k = 0; k < s.listed && shown + 1 < TIES_SHOWN; k++) {
        const int *tie = deals_tie(a, solution, k, mem);
        const size_t size = (size_t)c->issue_count * sizeof *tie;
        if (memcmp(tie, s.outcome, size) == 0) continue;
        doc_bullet(to, "%s ties with: %s", s.name, outcome_print(c, tie, mem));
        shown++;
    }
}

/* All solutions that name the i-th one's deal; NULL where an earlier one does.
 */
static const char *names_of_deal(const deals_answer *a, int i, int issues,
                                 arena *mem) {
    const size_t size = (size_t)issues * sizeof(int);
    const merge_solution s = deals_solution(a, i, mem);
    const char *names = s.name;
    for (int k = 0; k < deals_solution_count(a); k++) {
        const merge_solution other = deals_solution(a, k, mem);
        if (k == i || memcmp(other.outcome, s.outcome, size) != 0) continue;
        if (k < i) return NULL;
        names = arena_format(mem, "%s, %s", names, other.name);
    }
    return names;
}

static void show_solutions(doc *to, const case_model *c,
                           const deals_answer *a) {
    arena *mem = doc_arena(to);
    const int count = deals_solution_count(a);
    if (count == 0) return;
    doc_section(to, "What bargaining theory would sign");
    doc_table *t = doc_table_new(to, "solutions");
    doc_column(t, DOC_LEFT, "solution");
    doc_column(t, DOC_LEFT, "deal");
    deals_party_columns(t, c);
    doc_column(t, DOC_RIGHT, "ties");
    for (int i = 0; i < count; i++) {
        const merge_solution s = deals_solution(a, i, mem);
        const char *names = names_of_deal(a, i, c->issue_count, mem);
        if (!names) continue;
        doc_row(t);
        doc_cell(t, "%s", names);
        doc_cell(t, "%s", outcome_print(c, s.outcome, mem));
        deals_worth_cells(t, c, s.worth);
        if (!is_one(s.count)) doc_cell(t, "%s", deals_show_count(s.count, mem));
    }
    doc_row(t);
    doc_tint(doc_cell(t, "%s", against(a)), DOC_MUTED);
    doc_cell_blank(t);
    fixed *reserve = ARENA_ARRAY(mem, fixed, (size_t)c->party_count);
    for (int p = 0; p < c->party_count; p++)
        reserve[p] = a->parties[p].reserve;
    deals_worth_cells(t, c, reserve);
    for (int i = 0; i < count; i++)
        say_ties(to, c, a, i);
    deals_say_left(to, c, a);
    doc_end(to);
}

static void show_offers(doc *to, const case_model *c, const deals_answer *a) {
    if (!a->belief) return;
    doc_section(to, "What would be signed at once");
    doc_table *t = doc_table_new(to, "acceptance");
    doc_caption(t, "Share of model draws in which each signs:");
    doc_column(t, DOC_LEFT, "deal");
    deals_party_columns(t, c);
    doc_column(t, DOC_RIGHT, "all");
    doc_column(t, DOC_LEFT, "refuses most");
    for (int i = 0; i < a->offer_count; i++) {
        const deals_offer *o = &a->offers[i];
        doc_row(t);
        doc_text *cell =
            doc_cell(t, "%s", outcome_print(c, o->outcome, doc_arena(to)));
        if (o->proposal) doc_cite(cell, o->proposal, NULL);
        for (int p = 0; p < c->party_count; p++)
            grounds_rest(doc_cell_number(t, o->by_party[p].mean, 0, DOC_SHARE),
                         c, p);
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
    const size_t count = deals_point_count(a), listed = points_listed(c, a);
    arena *mem = doc_arena(to);
    if (count == 0) return;
    doc_section(to, "The frontier");
    doc_table *t = doc_table_new(to, "frontier");
    doc_column(t, DOC_LEFT, "deal");
    deals_party_columns(t, c);
    doc_column(t, DOC_RIGHT, "outcomes");
    const size_t most = a->ask.top_given ? (size_t)a->ask.top : ROWS_SHOWN;
    for (size_t i = 0; i < listed && i < most; i++) {
        const merge_point p = deals_point(a, i, mem);
        doc_row(t);
        doc_cell(t, "%s", outcome_print(c, p.outcome, mem));
        deals_worth_cells(t, c, p.worth);
        doc_cell(t, "%s", deals_show_count(p.count, mem));
    }
    if (listed > most)
        doc_note(to, "%zu more points are in the data.", listed - most);
    if (listed < count)
        doc_note(to, "The data list the first %zu of %zu points.", listed,
                 count);
    doc_end(to);
}

void deals_show_space(doc *to, const case_model *c, const deals_answer *a) {
    say_counts(to, c, a);
    show_solutions(to, c, a);
    deals_plot(to, c, a, "solutions");
}

void deals_describe(doc *to, const lens_request *q, const void *answer) {
    const case_model *c = q->c;
    const deals_answer *a = answer;
    if (a->belief) grounds_begin(to, a->belief);
    put_data(to, c, a);
    say_counts(to, c, a);
    show_solutions(to, c, a);
    deals_show_further(to, a);
    show_offers(to, c, a);
    show_frontier(to, c, a);
    deals_plot(to, c, a, NULL);
    if (any_discount(c))
        doc_note(to, "Discounts say what a deal is worth later; here it is "
                     "signed at once.");
}
