/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley brief CASE`: all of it on a page.
 *
 * Where things stand; each proposal, who would accept it and which statements
 * say so; what the order of steps does to leverage; what is missing; what the
 * answer depends on most; what is assumed. It computes nothing of its own but
 * one comparison: the two best proposals on the table, on common draws, and
 * what their ranking is owed to. The amount of work is fixed by the case and
 * the number of draws, never by the clock.
 *
 * On the table are the proposals that somebody else than the analyst made, or
 * that the log has been put forward, and that are not gone: withdrawn,
 * superseded, closed (talks_offer_of). Where there is none the analyst's
 * variants are ranked, and where all are gone, those, and the page says so.
 * The analyst's variants are shown beside them and never lead the page.
 *
 * What a ranking is owed to: see judge_ranking.
 */
#include "lens/brief.h"

#include "lens/deals.h"
#include "lens/forecast_lens.h"
#include "lens/grounds.h"

/* Rows of proposals of the case, best first; the row of talks without a truce
 * is shown but is no proposal. */
static void fill_table(brief_answer *a, const case_model *c, int *table) {
    for (int i = 0; i < a->plans->row_count; i++) {
        const plans_row *r = &a->plans->rows[a->plans->order[i]];
        int proposal = case_proposal_find(c, r->name);
        if (proposal < 0) continue;
        if (talks_offer_of(&a->talks, proposal) >= a->ranked)
            table[a->table_count++] = a->plans->order[i];
    }
}

static void set_table(brief_answer *a, const case_model *c, arena *mem) {
    int *table = ARENA_ARRAY(mem, int, (size_t)a->plans->row_count + 1);
    static const talks_offer least[] = {TALKS_TABLE, TALKS_VARIANT, TALKS_GONE};
    enum { LEVELS = sizeof least / sizeof *least };
    for (int i = 0; i < LEVELS && a->table_count == 0; i++) {
        a->ranked = least[i];
        fill_table(a, c, table);
    }
    a->table = table;
    if (a->table_count > 0) a->first = &a->plans->rows[table[0]];
    if (a->table_count > 1) a->second = &a->plans->rows[table[1]];
}

/* The part of the lead that steps of a weaker basis than the record bring. */
static double owed_to(const plans_bridge *b, plans_basis basis) {
    double sum = 0;
    for (int i = 0; i < b->step_count; i++)
        if (b->steps[i].basis == basis) sum += b->steps[i].change.mean;
    return sum;
}

/* A ranking is owed to the prior if at least half of the lead is there with no
 * record at all; to defaults, or to the analyst, if without the steps of the
 * bridge that rest on them (or, for the analyst, without the assumed
 * statements) no more of the lead than two errors is left. */
static void judge_ranking(brief_answer *a) {
    const plans_row *first = a->first, *second = a->second;
    double noise = 2 * a->lead_error;
    double bare = first->bare.all.mean - second->bare.all.mean;
    double sourced = first->sourced.all.mean - second->sourced.all.mean;
    a->rests.on_prior = bare >= a->lead / 2;
    a->rests.on_default = a->lead - owed_to(a->bridge, PLANS_DEFAULT) <= noise;
    a->rests.on_analyst =
        a->lead - owed_to(a->bridge, PLANS_ASSUMED) <= noise ||
        sourced <= noise;
}

static parley_status compare(brief_answer *a, const case_model *c, arena *mem,
                             parley_diags *d) {
    advice_headline h = {case_proposal_find(c, a->first->name),
                         a->second ? case_proposal_find(c, a->second->name)
                                   : -1};
    parley_status status =
        advice_sensitise(&a->sensitivity, a->plans->main.belief, h, mem, d);
    if (status != PARLEY_OK || !a->second) return status;
    a->lead = a->sensitivity->lead;
    a->lead_error = a->sensitivity->error;
    a->bridge = plans_bridge_build(&a->plans->main, a->second, a->first, mem);
    if (!a->plans->main.belief->single) judge_ranking(a);
    return PARLEY_OK;
}

static void find_pieces(brief_answer *a, const case_model *c, arena *mem) {
    record_pieces *pieces =
        ARENA_ARRAY(mem, record_pieces, (size_t)a->table_count + 1);
    for (int i = 0; i < a->table_count; i++) {
        const plans_row *r = &a->plans->rows[a->table[i]];
        pieces[i] = record_pieces_find(c, a->evidence, a->network,
                                       case_proposal_find(c, r->name), mem);
    }
    a->pieces = pieces;
}

static int_list all_proposals(const case_model *c, arena *mem) {
    int *items = ARENA_ARRAY(mem, int, (size_t)c->proposal_count + 1);
    for (int i = 0; i < c->proposal_count; i++)
        items[i] = i;
    return (int_list){items, c->proposal_count};
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    brief_answer *a = ARENA_NEW(mem, brief_answer);
    moment since;
    if (!brief_read_since(&since, q, d)) return PARLEY_EUSAGE;
    parley_status status =
        plans_find(&a->plans, q, all_proposals(q->c, mem), mem, d);
    if (status != PARLEY_OK) return status;
    const belief *b = a->plans->main.belief;
    a->evidence = b->evidence;
    if (!b->single) a->wants = belief_summarise(b, mem);
    a->network = record_network_build(q->c, mem);
    a->survey = record_survey_make(q->c, a->evidence, mem);
    a->talks = talks_fold(q, (moment){.given = false}, mem);
    set_table(a, q->c, mem);
    find_pieces(a, q->c, mem);
    brief_find_durability(a, q->c, mem);
    a->forecast = forecast_find(q->c, false, mem);
    a->deals = deals_survey(q, b, mem);
    a->stability = stability_brief_run(q, mem);
    *out = a;
    status = brief_find_since(a, q, since, mem, d);
    if (status != PARLEY_OK || !a->first) return status;
    brief_find_unlock(a, q, mem);
    brief_find_ask(a, mem);
    return compare(a, q->c, mem, d);
}

static void describe(doc *to, const lens_request *q, const void *answer) {
    const brief_answer *a = answer;
    grounds_begin(to, a->plans->main.belief);
    brief_put(to, q, a);
    doc_title(to, "%s", q->c->title);
    brief_say_finding(to, q->c, a);
    brief_say_since(to, q->c, a);
    talks_show(to, &a->talks);
    brief_say_record(to, q->c, a);
    brief_say_acceptance(to, q->c, a);
    brief_say_missing(to, q->c, a);
    brief_say_unlock(to, q->c, a);
    brief_say_ask(to, q->c, a);
    brief_say_order(to, q->c, a);
    brief_say_deals(to, q->c, a);
    brief_say_stability(to, q->c, a);
    brief_say_durability(to, q->c, a);
    brief_say_forecast(to, q->c, a);
    brief_say_doubts(to, q->c, a);
    brief_say_assumptions(to, q, a);
}

static const lens_option options[] = {
    {"since", "TIME", "what changed since, and what moved which proposal"},
};

const lens brief_lens = {
    .name = "brief",
    .question = "all of it on a page",
    .operands = "",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
    .describe = describe,
};
