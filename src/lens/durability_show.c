/* SPDX-License-Identifier: Apache-2.0
 *
 * The page of the lens durability. Every figure speaks of "truces like this
 * one", never of what a fact, a clause or a mediator brings about: which truces
 * get a term, a text or a mediator is not chance. What the logit is worth, and
 * what it leaves out, stands right below its number.
 */
#include "lens/durability_lens.h"
#include "lens/glossary.h"

#include <math.h>

#include "base/text.h"

static const char *call(const case_proposal *p) {
    return p->name ? p->name : p->id;
}

void durability_ground(doc *to, const case_model *c,
                       const durability_answer *a) {
    arena *mem = doc_arena(to);
    const char *key = arena_format(mem, "truces like %s", a->p->id);
    doc_text *t =
        doc_reference(to, DOC_BEHIND_NUMBERS, key,
                      arena_format(mem, "Truces like %s", call(a->p)));
    doc_more(t,
             a->model.own
                 ? "The truces of the table given, taken by what the case says "
                   "of the proposal"
                 : "Ceasefires from 1989 to 2020 of the ETH/PRIO Civil "
                   "Conflict Ceasefire Dataset, taken by what the case says "
                   "of the proposal");
    doc_cite(t, NULL, case_origin_print(c, &a->p->origin, mem));
    doc_ground(to, key);
}

static const char *kind_words(case_truce_kind kind) {
    static const char *const words[] = {
        [CASE_HUMANITARIAN] = "humanitarian truces",
        [CASE_CESSATION] = "cessations of hostilities",
        [CASE_PRELIMINARY] = "preliminary ceasefires",
        [CASE_DEFINITIVE] = "definitive ceasefires"};
    return words[kind];
}

static void add_interval(doc_text *t, durability_estimate e) {
    doc_number(t, e.value, 0, DOC_SHARE);
    doc_more(t, " [");
    doc_number(t, e.low, 0, DOC_SHARE);
    doc_more(t, ", ");
    doc_number(t, e.high, 0, DOC_SHARE);
    doc_more(t, "]");
}

/* --- The share --- */

static void say_quality(doc_text *t, const durability_answer *a) {
    const durability_figure *auc = durability_quality(a, "auc");
    const durability_figure *brier = durability_quality(a, "brier");
    const durability_figure *base = durability_quality(a, "brier-base");
    doc_more(t, " The share is that of a logit fitted to %d truces%s",
             a->model.n, a->model.own ? " of the table given" : "");
    if (auc && !isnan(auc->value)) {
        doc_more(t, "; on %d it was tested on its AUC was ", auc->n);
        doc_number(t, auc->value, 0, DOC_SHARE);
    }
    if (brier && base) {
        doc_more(t, " and its Brier score ");
        doc_number(t, brier->value, 0, DOC_WORTH);
        doc_more(t, " against ");
        doc_number(t, base->value, 0, DOC_WORTH);
        doc_more(t, " for the base rate");
    }
    doc_more(t, ".");
}

static void say_hold(doc *to, const durability_answer *a) {
    doc_text *t = doc_paragraph(to);
    doc_more(t, "Of ceasefires in civil wars that were like \"%s\", ",
             call(a->p));
    add_interval(t, a->hold);
    if (a->fixed) {
        doc_more(t, " held for their term, here ");
        doc_number(t, a->truce.days, 0, DOC_DAYS);
        doc_more(t, ".");
    } else {
        doc_more(t, " of those with a known ending had not failed. They have "
                    "no term to hold for: how long is what the curve says.");
    }
    say_quality(t, a);
    doc_note(to,
             "The interval spans the error of the estimate%s, and every "
             "setting of the facts that are not known. \"Failed\" is broken, "
             "or never in effect; a truce that another one superseded held.",
             a->model.own ? ""
                          : ", what was seen where the logit said the "
                            "same about truces it did not know");
}

/* What may stand in the case, and what it means. */
static void say_kinds(doc *to) {
    for (int k = CASE_HUMANITARIAN; k <= CASE_DEFINITIVE; k++) {
        const char *kind = durability_kind_name((case_truce_kind)k);
        const char *meaning = glossary_meaning(kind, doc_arena(to));
        if (!meaning) continue;
        doc_text *t = doc_bullet(to, "%s", "");
        doc_strong(t, "%s", kind);
        doc_more(t, ": %s", meaning);
    }
}

static void say_no_kind(doc *to, const durability_answer *a) {
    doc_say(to,
            "The case does not say that \"%s\" is a truce, or of what kind, so "
            "no figures on truces apply. They are of ceasefires in civil wars, "
            "and tell nothing of a pause in another dispute. Where it is a "
            "truce, add to the proposal `truce: {kind: "
            "KIND}`, with one of these as KIND:",
            call(a->p));
    say_kinds(to);
}

static void say_none(doc *to, const durability_answer *a) {
    if (!a->applies)
        say_no_kind(to, a);
    else if (isnan(a->truce.days))
        doc_say(to,
                "The case says that \"%s\" has a fixed term, but its plan "
                "gives none, so no share can be given for it.",
                call(a->p));
    else
        doc_say(to,
                "The term of \"%s\" is beyond ten years; the figures reach no "
                "further, so none is given.",
                call(a->p));
}

/* --- The facts --- */

static const char *fact_words(durability_fact_name name) {
    static const char *const words[] = {"has a fixed term",
                                        "jointly written",
                                        "has disarmament or reintegration",
                                        "part of a peace process",
                                        "mediated",
                                        "between two sides",
                                        "earlier failures here"};
    return words[name];
}

static const char *basis_words(durability_basis basis) {
    static const char *const words[] = {[DURABILITY_GIVEN] = "the case",
                                        [DURABILITY_FROM_PLAN] = "the proposal",
                                        [DURABILITY_DEFAULT] = "nothing said",
                                        [DURABILITY_UNKNOWN] =
                                            "not known: both spanned"};
    return words[basis];
}

static void show_facts(doc *to, const durability_answer *a) {
    doc_section(to, "What makes a truce one like this");
    doc_table *t = doc_table_new(to, "facts");
    doc_column(t, DOC_LEFT, "fact");
    doc_column(t, DOC_LEFT, "taken as");
    doc_column(t, DOC_LEFT, "from");
    doc_column(t, DOC_RIGHT, "held, where otherwise");
    for (int k = 0; k < DURABILITY_FACTS; k++) {
        durability_fact_name name = (durability_fact_name)k;
        const durability_fact *f = &a->truce.facts[k];
        doc_row(t);
        doc_cell(t, "%s", fact_words(name));
        if (name == DURABILITY_PRIOR)
            doc_cell_number(t, f->value, 0, DOC_SHARE);
        else
            doc_cell(t, "%s", f->value > 0 ? "yes" : "no");
        doc_cell(t, "%s", basis_words(f->basis));
        doc_cell_number(t, durability_otherwise(&a->model, &a->truce, name), 0,
                        DOC_SHARE);
    }
    doc_end(to);
}

/* --- The curve and the rates --- */

static void show_curve(doc *to, const durability_answer *a) {
    if (a->point_count == 0) return;
    doc_section(to, "Over time");
    doc_plot *p = doc_plot_new(to, DOC_INTERVALS, "survival",
                               "share of truces like this still holding");
    doc_axis_x(p, NULL, DOC_SHARE, 0, 1);
    for (int i = 0; i < a->point_count; i++) {
        const durability_point *point = &a->points[i];
        const char *days = doc_show(point->days, 0, DOC_DAYS, doc_arena(to));
        bool beyond = point->days > DURABILITY_DAYS_SEEN;
        const char *label =
            arena_format(doc_arena(to), "%s%s", days, beyond ? " *" : "");
        doc_plot_mark(p, (doc_mark){.label = label,
                                    .x = point->survival.value,
                                    .low = point->survival.low,
                                    .high = point->survival.high});
    }
    if (a->points[a->point_count - 1].days > DURABILITY_DAYS_SEEN)
        doc_note(to, "* beyond the first year the curve is a Weibull carried "
                     "on; nothing is said beyond ten years.");
    if (!a->fixed)
        doc_note(
            to,
            "Open-ended truces: the curve is that of %s of any term, with "
            "an interval that spans the kinds next to it. It is not "
            "derived from the share above, and higher: most of those had a "
            "term.",
            kind_words(a->truce.kind == CASE_HUMANITARIAN ? CASE_CESSATION
                                                          : a->truce.kind));
    doc_end(to);
}

static const char *rate_words(const durability_rate *r, arena *mem) {
    static const char *const kinds[] = {"humanitarian", "cessation",
                                        "preliminary", "definitive"};
    for (int k = 0; k < 4; k++)
        if (text_same(r->figure->name, kinds[k]))
            return arena_format(mem, "%s%s", kind_words((case_truce_kind)k),
                                text_same(r->group, "kind") ? ""
                                                            : " (next kind)");
    if (text_same(r->figure->name, "all")) return "all with a known ending";
    if (text_same(r->figure->name, "fixed")) return "fixed-term";
    if (text_same(r->figure->name, "open")) return "open-ended";
    return r->figure->name;
}

static void show_rates(doc *to, const durability_answer *a) {
    doc_section(to, "Plain failure rates");
    doc_table *t = doc_table_new(to, "base-rates");
    doc_column(t, DOC_LEFT, "truces");
    doc_column(t, DOC_RIGHT, "failed");
    doc_column(t, DOC_RIGHT, "low");
    doc_column(t, DOC_RIGHT, "high");
    doc_column(t, DOC_RIGHT, "n");
    for (int i = 0; i < a->rate_count; i++) {
        const durability_rate *r = &a->rates[i];
        doc_row(t);
        doc_cell(t, "%s", rate_words(r, doc_arena(to)));
        doc_cell_number(t, r->failed.value, 0, DOC_WORTH);
        doc_cell_number(t, r->failed.low, 0, DOC_WORTH);
        doc_cell_number(t, r->failed.high, 0, DOC_WORTH);
        doc_cell_number(t, r->figure->n > 0 ? (double)r->figure->n : NAN, 0,
                        DOC_INTEGER);
    }
    if (a->truce.kind == CASE_HUMANITARIAN && a->fixed)
        doc_say(
            to,
            "Humanitarian truces with a fixed term: %.0f %% expired as "
            "planned, %.0f %% were superseded, %.0f %% were broken.",
            100 * durability_value(a->figures, "ending", "expired as planned"),
            100 * durability_value(a->figures, "ending", "superseded"),
            100 * durability_value(a->figures, "ending", "broken"));
    doc_end(to);
}

static void show_limits(doc *to, const durability_answer *a) {
    doc_section(to, "What this is not");
    doc_bullet(to, "Associations among past truces. Which truces get a "
                   "mediator, a text or a term is not chance (harder conflicts "
                   "are mediated), so no row says what would happen if this "
                   "truce got one.");
    doc_bullet(to, "No clause is known to make a difference: among 124 truces "
                   "with coded clauses none showed a significant one.");
    if (!a->model.own)
        doc_bullet(to, "\"Fixed term\" is partly how endings were coded: an "
                       "open-ended truce gets a known end mostly when "
                       "something happens. Without it the AUC is 0.60 to 0.64; "
                       "several specifications were looked at, so all of it is "
                       "optimistic. `parley calibrate` refits on data of your "
                       "own.");
    doc_end(to);
    doc_note(to, "Figures: ETH/PRIO Civil Conflict Ceasefire Dataset 1989-2020 "
                 "(Clayton, Nygard, Strand et al. 2022), aggregated; endings "
                 "of 1,214 of 2,203 ceasefires are known.");
}

void durability_show(doc *to, const case_model *c, const durability_answer *a) {
    doc_title(to, "%s: how long truces like %s held", c->title, call(a->p));
    if (isnan(a->hold.value)) say_none(to, a);
    if (!a->applies) return;
    durability_ground(to, c, a);
    if (!isnan(a->hold.value)) say_hold(to, a);
    show_curve(to, a);
    show_facts(to, a);
    show_rates(to, a);
    show_limits(to, a);
}
