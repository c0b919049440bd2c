/* SPDX-License-Identifier: Apache-2.0
 * The tables of plans. Every one has the row "talks without a truce" (or "talks
 * alone", where the dispute is no armed one), so that nobody takes the effect
 * of talks for that of a truce, and that of worths the row "no plan", from
 * which they are counted; in the others it would say nothing. Proposals come by
 * the share of draws in which all accept, the best first. */
#include "lens/plans_page.h"

#include <math.h>

#include "lens/binding.h"
#include "lens/grounds.h"
#include "lens/outcome.h"
#include "record/phrase.h"

void plans_party_columns(const plans_page *p, doc_table *t) {
    for (int i = 0; i < p->c->party_count; i++)
        doc_column(t, DOC_RIGHT, p->c->actors[i].name);
}

static bool single(const plans_page *p) { return p->a->main.belief->single; }

/* With a single draw a share is a yes or a no. */
static doc_text *share_cell(const plans_page *p, doc_table *t,
                            const belief_measure *m, bool with_error) {
    if (!single(p) || isnan(m->mean))
        return doc_cell_number(t, m->mean, with_error ? m->error : 0,
                               DOC_SHARE);
    bool yes = m->mean > 0;
    doc_text *cell = doc_cell(t, yes ? "yes" : "no");
    doc_tint(cell, yes ? DOC_GOOD : DOC_BAD);
    return cell;
}

void plans_share_cells(const plans_page *p, doc_table *t,
                       const plans_shares *s) {
    for (int i = 0; i < p->c->party_count; i++)
        grounds_rest(share_cell(p, t, &s->by_party[i], false), p->c, i);
    share_cell(p, t, &s->all, true);
}

/* --- Which rows --- */

typedef void (*row_cells)(const plans_page *p, doc_table *t,
                          const plans_row *r);

static bool has_talks_row(const plans_page *p) {
    const plans_row *talks = p->a->talks;
    return talks >= p->a->rows && talks < p->a->rows + p->a->row_count;
}

static void name_cell(const plans_page *p, doc_table *t, const plans_row *r) {
    doc_text *cell = doc_cell(t, "%s", plans_name(r));
    if (r == p->a->talks && has_talks_row(p))
        doc_toned(cell, DOC_MUTED, " (%s)", record_talks_word(p->c));
}

static void all_rows(const plans_page *p, doc_table *t, row_cells cells) {
    for (int i = 0; i < p->a->row_count; i++) {
        const plans_row *r = &p->a->rows[p->a->order[i]];
        doc_row(t);
        name_cell(p, t, r);
        cells(p, t, r);
    }
    if (!has_talks_row(p)) {
        doc_row(t);
        doc_tint(doc_cell(t, "%s", record_talks_word(p->c)), DOC_MUTED);
        cells(p, t, p->a->talks);
    }
}

/* --- Who accepts --- */

static void accept_cells(const plans_page *p, doc_table *t,
                         const plans_row *r) {
    plans_share_cells(p, t, &r->accept);
    if (single(p)) return;
    grounds_rest(doc_cell_number(t, r->bare.all.mean, 0, DOC_SHARE), p->c,
                 GROUNDS_BARE);
    if (plans_assumes(p->a))
        grounds_rest(doc_cell_number(t, r->sourced.all.mean, 0, DOC_SHARE),
                     p->c, GROUNDS_SOURCED);
}

static bool is_row(const plans_page *p, int proposal) {
    for (int i = 0; i < p->a->row_count; i++)
        if (p->a->rows[i].proposal == &p->c->proposals[proposal]) return true;
    return false;
}

/* The entry by which a party has answered one of the rows, or NULL. */
static const case_entry *answer_of(const plans_page *p, const record_claim *k) {
    const case_entry *e = record_answer_of(p->c, k);
    return e && is_row(p, e->proposal) ? e : NULL;
}

/* A share of 0.36 beside a logged no needs a word. */
static void say_answers(const plans_page *p) {
    const record_evidence *evidence = p->a->main.belief->evidence;
    doc_text *t = NULL;
    for (int i = 0; i < evidence->claim_count; i++) {
        const record_claim *k = &evidence->claims[i];
        const case_entry *e = answer_of(p, k);
        if (!e) continue;
        doc_text *before = t;
        if (!t) t = doc_say(p->to, "Answered already: ");
        doc_more(t, "%s%s %s to \"%s\"", before ? "; " : "",
                 p->c->actors[k->party].name,
                 k->kind == CASE_ACCEPT ? "yes" : "no",
                 p->c->proposals[e->proposal].name);
        if (e->date.given) doc_more(t, ", %s", time_print(e->date, p->mem));
        doc_cite(t, e->id, case_origin_print(p->c, &e->origin, p->mem));
    }
    if (t)
        doc_more(t, ". An answer weighs on the draws with its credence, so the "
                    "share beside it is neither 0 nor 1.");
}

void plans_show_accept(const plans_page *p) {
    doc_section(p->to, "Who accepts now");
    doc_table *t = doc_table_new(p->to, "accept");
    const bool assumes = plans_assumes(p->a);
    if (!single(p))
        doc_caption(t,
                    "Share of model draws in which each accepts, and all "
                    "do; the last column%s \"all\" with no record at all%s:",
                    assumes ? "s are" : " is",
                    assumes ? ", and without the analyst's assumptions" : "");
    doc_column(t, DOC_LEFT, "proposal");
    plans_party_columns(p, t);
    doc_column(t, DOC_RIGHT, "all");
    if (!single(p)) {
        doc_column(t, DOC_RIGHT, "no record");
        if (assumes) doc_column(t, DOC_RIGHT, "no assumptions");
    }
    all_rows(p, t, accept_cells);
    doc_say(p->to,
            "The row \"%s\" is no proposal: talks on everything, with nothing "
            "agreed before them. It tells what the other rows owe to talks.",
            record_talks_word(p->c));
    if (!single(p)) say_answers(p);
    plans_plot_accept(p);
    doc_end(p->to);
}

/* --- What it is worth --- */

static void worth_cells(const plans_page *p, doc_table *t, const plans_row *r) {
    for (int i = 0; i < p->c->party_count; i++)
        grounds_rest(
            doc_cell_number(t, r->gain[i].mean, r->gain[i].error, DOC_CHANGE),
            p->c, i);
    if (r->binding < 0) {
        doc_cell(t, "nobody");
        return;
    }
    doc_cell(t, "%s", p->c->actors[r->binding].name);
    doc_text *cell = doc_cell(t, "%s", binding_issue(p->c, r));
    const record_evidence *e = p->a->main.belief->evidence;
    if (binding_rests(p->c, e, record_survey_make(p->c, e, p->mem), r) ==
        BINDING_PRIOR)
        doc_toned(cell, DOC_MUTED, " (prior alone)");
}

void plans_show_worth(const plans_page *p) {
    doc_section(p->to, "What it is worth, and who is in the way");
    doc_table *t = doc_table_new(p->to, "gain");
    doc_caption(t,
                "Gain over no plan, who refuses%s, and the issue that "
                "party loses most on%s:",
                single(p) ? "" : " most", single(p) ? "" : " when it refuses");
    doc_column(t, DOC_LEFT, "proposal");
    plans_party_columns(p, t);
    doc_column(t, DOC_LEFT, "refuses most");
    doc_column(t, DOC_LEFT, "because of");
    all_rows(p, t, worth_cells);
    doc_row(t);
    doc_tint(doc_cell(t, "no plan"), DOC_MUTED);
    for (int i = 0; i < p->c->party_count; i++)
        doc_rests(doc_cell_number(t, 0, 0, DOC_CHANGE), NULL);
    doc_text *no_plan = doc_say(p->to, "No plan is worth ");
    for (int i = 0; i < p->c->party_count; i++) {
        doc_more(no_plan, "%s", i > 0 ? "; " : "");
        doc_number(no_plan, p->a->no_deal[i].mean, 0, DOC_WORTH);
        grounds_rest(no_plan, p->c, i);
        doc_more(no_plan, " to %s (things as they are: ", p->c->actors[i].name);
        doc_number(no_plan, p->a->now[i].mean, 0, DOC_WORTH);
        grounds_rest(no_plan, p->c, i);
        doc_more(no_plan, ")");
    }
    doc_more(no_plan, ". The gains decide acceptance at a hard threshold, and "
                      "many are small.");
    doc_end(p->to);
}

/* --- What the order of steps does --- */

static void weakest_cell(const plans_page *p, doc_table *t,
                         const plans_row *r) {
    int weak = 0;
    for (int k = 1; k < r->phase_count; k++)
        if (r->phases[k].leave > r->phases[weak].leave) weak = k;
    const plans_phase *f = &r->phases[weak];
    const char *name = p->c->actors[f->weakest].name;
    if (r->phase_count > 1)
        doc_cell(t, "%s, %s", name, f->name);
    else
        doc_cell(t, "%s", name);
}

static void comply_cells(const plans_page *p, doc_table *t,
                         const plans_row *r) {
    share_cell(p, t, &r->comply, true);
    weakest_cell(p, t, r);
    share_cell(p, t, &r->locked, true);
}

static void show_comply(const plans_page *p) {
    doc_section(p->to, "Who would walk away");
    doc_table *t = doc_table_new(p->to, "comply");
    doc_caption(t,
                "Whether all comply from beginning to end, who would walk "
                "away most often, and whether a %s that stays when talks fail "
                "would hold on its own (locked in):",
                record_phase_word(p->c));
    doc_column(t, DOC_LEFT, "proposal");
    doc_column(t, DOC_RIGHT, "all comply");
    doc_column(t, DOC_LEFT, "weakest");
    doc_column(t, DOC_RIGHT, "locked in");
    all_rows(p, t, comply_cells);
    doc_end(p->to);
}

static void leverage_cells(const plans_page *p, doc_table *t,
                           const plans_row *r) {
    share_cell(p, t, &r->settle, true);
    for (int i = 0; i < p->c->party_count; i++)
        grounds_rest(doc_cell_number(t, r->leverage[i].mean,
                                     r->leverage[i].error, DOC_CHANGE),
                     p->c, i);
}

static void show_leverage(const plans_page *p) {
    doc_section(p->to, "What the order of steps does to leverage");
    doc_table *t = doc_table_new(p->to, "leverage");
    doc_caption(t, "Whether talks could settle to everybody's gain, and the "
                   "leverage that the plan gives or takes:");
    doc_column(t, DOC_LEFT, "proposal");
    doc_column(t, DOC_RIGHT, "can settle");
    plans_party_columns(p, t);
    all_rows(p, t, leverage_cells);
    plans_plot_leverage(p);
    doc_say(p->to,
            "Leverage is the worth of the settlement reached from the plan "
            "less that of the deal that would come later without one. Where "
            "all is as before once talks fail, a plan shifts little; where a "
            "%s stays whatever the talks bring, it shifts leverage to whoever "
            "is content with it.",
            record_phase_word(p->c));
    doc_end(p->to);
}

void plans_show_steps(const plans_page *p) {
    plans_plot_time(p);
    show_comply(p);
    show_leverage(p);
    for (int i = 0; i < p->a->row_count; i++)
        if (plan_talks_barred(p->a->rows[i].plan))
            doc_note(p->to,
                     "The talks of \"%s\" can't close: what stands in that "
                     "phase doesn't meet the case's talks-need.",
                     plans_name(&p->a->rows[i]));
}

/* --- Settlements --- */

/* "naval-blockade keep 0.55" for each issue: its most frequent option. */
static void option_runs(const plans_page *p, doc_text *cell,
                        const double *options) {
    for (int j = 0; j < p->c->issue_count; j++) {
        const case_issue *issue = &p->c->issues[j];
        const double *of = options + issue->cell;
        int most = 0;
        for (int o = 1; o < issue->option_count; o++)
            if (of[o] > of[most]) most = o;
        doc_more(cell, "%s%s %s ", j > 0 ? ", " : "", issue->id,
                 issue->options[most]);
        doc_number(cell, of[most], 0, DOC_SHARE);
    }
}

static void settlement_cells(const plans_page *p, doc_table *t,
                             const plans_row *r) {
    if (!r->settlement)
        doc_cell(t, plan_talks(r->plan) ? "none" : "no talks");
    else if (single(p))
        doc_cell(t, "%s", outcome_print(p->c, r->settlement, p->mem));
    else
        option_runs(p, doc_cell_blank(t), r->options);
}

void plans_show_settlements(const plans_page *p) {
    doc_section(p->to, "What the talks would end with");
    doc_table *t = doc_table_new(p->to, "settlements");
    if (!single(p))
        doc_caption(t, "By issue, the option that settlements have most often "
                       "and its share of them:");
    doc_column(t, DOC_LEFT, "proposal");
    doc_column(t, DOC_LEFT, "settlement");
    all_rows(p, t, settlement_cells);
    doc_end(p->to);
}
