/* SPDX-License-Identifier: Apache-2.0
 * What deals_further.c found, as data and in words. */
#include <string.h>

#include "base/number.h"
#include "lens/deals.h"
#include "lens/outcome.h"

/* Shown unless --top says otherwise. */
enum { MISSES_SHOWN = 5 };

static const char *name(const case_model *c, int party) {
    return c->actors[party].name;
}

/* --- Data --- */

static void put_fixed(doc_value *in, const char *key, fixed worth) {
    doc_put_number(in, key, number_from_fixed(worth));
}

static void put_point(doc_value *in, const deals_answer *a, size_t point) {
    const merge_point p = deals_point(a, point, in->mem);
    outcome_put(in, "terms", a->asked, p.outcome);
    doc_value *worth = doc_put_list(in, "worth");
    for (int i = 0; i < a->asked->party_count; i++)
        put_fixed(worth, NULL, p.worth[i]);
}

static void put_from(doc_value *root, const deals_answer *a) {
    if (!a->ask.from) {
        doc_put_null(root, "from");
        return;
    }
    doc_value *in = doc_put_object(root, "from");
    outcome_put(in, "terms", a->asked, a->ask.from);
    doc_put_bool(in, "feasible", a->from_feasible);
    doc_put_bool(in, "on-frontier", a->from_feasible && a->better_count == 0);
    doc_put_count(in, "better", a->better_count);
    doc_value *points = doc_put_list(in, "points");
    const size_t most = (size_t)a->ask.top;
    for (size_t i = 0; i < a->better_count && i < most; i++) {
        doc_value *point = doc_put_object(points, NULL);
        put_point(point, a, a->better[i]);
    }
}

static void put_alone(doc_value *in, const deals_answer *a) {
    doc_value *list = doc_put_list(in, "alone");
    for (int p = 0; p < a->asked->party_count; p++)
        if (a->near->alone[p] < 0)
            doc_put_null(list, NULL);
        else
            put_fixed(list, NULL, a->near->alone[p]);
}

static void put_rules(doc_value *in, const deals_answer *a) {
    const deal_giving *g = &a->giving;
    if (!g->outcome) {
        doc_put_null(in, "rules");
        return;
    }
    doc_value *rules = doc_put_object(in, "rules");
    doc_value *list = doc_put_list(rules, "broken");
    for (int i = 0; i < g->rule_count; i++)
        doc_put_text(
            list, NULL,
            expr_print(a->asked->rules[g->rules[i]].holds, a->asked, in->mem));
    outcome_put(rules, "terms", a->asked, g->outcome);
}

static void put_near(doc_value *root, const deals_answer *a) {
    if (!a->near) {
        doc_put_null(root, "nearest");
        return;
    }
    doc_value *in = doc_put_object(root, "nearest");
    if (a->near->count > 0)
        put_fixed(in, "joint", a->near->misses[0].most);
    else
        doc_put_null(in, "joint");
    put_alone(in, a);
    put_rules(in, a);
    doc_value *misses = doc_put_list(in, "misses");
    for (size_t i = 0; i < a->near->count && i < (size_t)a->ask.top; i++) {
        const deal_miss *m = &a->near->misses[i];
        doc_value *miss = doc_put_object(misses, NULL);
        put_point(miss, a, m->point);
        doc_value *lacking = doc_put_list(miss, "short");
        for (int p = 0; p < a->asked->party_count; p++)
            put_fixed(lacking, NULL, m->short_of[p]);
    }
}

void deals_put_further(doc *to, const deals_answer *a) {
    doc_value *root = doc_data(to);
    if (a->ask.filter)
        doc_put_text(root, "filter",
                     expr_print(a->ask.filter, a->asked, doc_arena(to)));
    else
        doc_put_null(root, "filter");
    put_from(root, a);
    put_near(root, a);
    deals_put_rolls(root, a);
}

/* --- Words --- */

static void better_table(doc *to, const deals_answer *a) {
    const case_model *c = a->asked;
    doc_table *t = doc_table_new(to, "better");
    doc_caption(t, "Gains over the deal in hand, the largest smallest gain "
                   "first:");
    doc_column(t, DOC_LEFT, "deal");
    deals_party_columns(t, c);
    for (size_t i = 0; i < a->better_count && i < (size_t)a->ask.top; i++) {
        const merge_point p = deals_point(a, a->better[i], doc_arena(to));
        doc_row(t);
        doc_cell(t, "%s", outcome_print(c, p.outcome, doc_arena(to)));
        for (int k = 0; k < c->party_count; k++)
            doc_cell_number(
                t, number_from_fixed(p.worth[k] - a->parties[k].reserve), 0,
                DOC_CHANGE);
    }
}

static void show_from(doc *to, const deals_answer *a) {
    if (!a->ask.from) return;
    doc_section(to, "What is better for all than the deal in hand");
    doc_say(to, "The deal in hand: %s.",
            outcome_print(a->asked, a->ask.from, doc_arena(to)));
    if (!a->from_feasible)
        doc_warning(to, "It breaks a rule or the filter; its worths count all "
                        "the same.");
    if (a->better_count > 0)
        better_table(to, a);
    else
        doc_say(to, "Nothing is better for somebody and worse for nobody.");
    if (a->better_count > (size_t)a->ask.top)
        doc_note(to, "%zu more; --top shows them.",
                 a->better_count - (size_t)a->ask.top);
    doc_end(to);
}

/* --- Nothing good enough for all --- */

static void say_alone(doc *to, const deals_answer *a, int p) {
    const case_model *c = a->asked;
    if (a->near->alone[p] < 0) {
        doc_bullet(to,
                   "%s alone can't open a zone: nothing is enough for all "
                   "the others.",
                   name(c, p));
        return;
    }
    doc_text *t = doc_bullet(to, "%s alone would have to ask for ", name(c, p));
    doc_number(t, number_from_fixed(a->near->alone[p]), 0, DOC_WORTH);
    const merge_point at = deals_point(a, a->near->alone_point[p], t->mem);
    doc_more(t, " less: %s.", outcome_print(c, at.outcome, t->mem));
}

static void say_rules(doc *to, const deals_answer *a) {
    const deal_giving *g = &a->giving;
    const case_model *c = a->asked;
    if (c->rule_count == 0) return;
    if (!g->looked) {
        doc_note(to,
                 "Whether a rule stands in the way was not looked at: there "
                 "are too many outcomes without the rules.");
        return;
    }
    if (!g->outcome) {
        doc_bullet(to, "No rule stands in the way: without them all, nothing "
                       "is good enough for everybody either.");
        return;
    }
    doc_text *t = doc_bullet(to, "Without ");
    for (int i = 0; i < g->rule_count; i++)
        doc_more(t, "%s%s", i > 0 ? " and " : "",
                 g->rules[i] >= c->rule_count - (a->ask.filter != NULL)
                     ? "the filter"
                     : arena_format(
                           t->mem, "the rule \"%s\"",
                           expr_print(c->rules[g->rules[i]].holds, c, t->mem)));
    doc_more(t, " there is something good enough for all: %s.",
             outcome_print(c, g->outcome, t->mem));
}

static void miss_table(doc *to, const deals_answer *a) {
    const case_model *c = a->asked;
    doc_table *t = doc_table_new(to, "misses");
    doc_caption(t, "The nearest misses, and what each party lacks:");
    doc_column(t, DOC_LEFT, "deal");
    deals_party_columns(t, c);
    const size_t most = deals_shown(a, a->near->count, MISSES_SHOWN);
    for (size_t i = 0; i < most; i++) {
        const deal_miss *m = &a->near->misses[i];
        const merge_point p = deals_point(a, m->point, doc_arena(to));
        doc_row(t);
        doc_cell(t, "%s", outcome_print(c, p.outcome, doc_arena(to)));
        deals_worth_cells(t, c, m->short_of);
    }
}

static void show_near(doc *to, const deals_answer *a) {
    if (!a->near) return;
    doc_section(to, "What stands in the way");
    if (a->near->count > 0) {
        doc_text *t = doc_say(to, "The smallest joint step: if every party "
                                  "asked for ");
        doc_number(t, number_from_fixed(a->near->misses[0].most), 0, DOC_WORTH);
        doc_more(t, " less (each in its own worth), there would be a deal.");
        for (int p = 0; p < a->asked->party_count; p++)
            say_alone(to, a, p);
    }
    say_rules(to, a);
    if (a->near->count > 0) miss_table(to, a);
    doc_end(to);
}

void deals_show_further(doc *to, const deals_answer *a) {
    show_near(to, a);
    show_from(to, a);
    deals_show_rolls(to, a);
}
