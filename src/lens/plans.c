/* SPDX-License-Identifier: Apache-2.0
 * In which order? Who accepts now, and who would walk away when?
 *
 * Every proposal is valued in every draw (plan/eval.c has the formulas) and
 * compared on the same draws, beside two rows that every table has: no plan,
 * and talks without a truce. Beside each share stands the same share with no
 * record at all, and with the record but without the analyst's assumptions:
 * what prior and structure bring along, and what is assumed.
 *
 * Edge cases: with exact preferences and a fixed model there is one draw, and
 * everything about it is given instead of shares. A proposal that has the form
 * of talks without a truce takes that row's place. */
#include "lens/plans.h"

#include <stdint.h>
#include <string.h>

#include "base/threads.h"
#include "lens/plans_depends.h"
#include "lens/sampled.h"
#include "lens/talks.h"

/* --- Three readings of the record --- */

static parley_status look_at(plans_view *v, const case_model *c,
                             const belief_ask *ask, arena *mem,
                             parley_diags *d) {
    parley_status status = belief_sample(&v->belief, c, ask, mem, d);
    if (status != PARLEY_OK) return status;
    v->setup = plan_setup_new(v->belief->c, v->belief->evidence, mem, d);
    return v->setup ? PARLEY_OK : PARLEY_ELIMIT;
}

static const case_model *without_analyst(const lens_request *q, arena *mem) {
    case_selection s = {.viewer = -1, .without_analyst = true};
    return case_select(q->c, s, mem);
}

/* Nothing to draw: one draw, whatever was asked for. */
static bool is_exact(const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        if (c->preferences[p].kind != CASE_WORTH) return false;
    for (int i = 0; i < CASE_PARAMETERS; i++)
        if (c->model[i].low < c->model[i].high) return false;
    return true;
}

parley_status plans_look(plans_answer *a, const lens_request *q, arena *mem,
                         parley_diags *d) {
    if (!plan_usable(q->c, true, d)) return PARLEY_EINPUT;
    if (!is_exact(q->c) && !sampled_fits(q, 0, mem, d)) return PARLEY_ELIMIT;
    belief_ask ask = {.seed = q->seed,
                      .draws = q->draws,
                      .threads = q->threads,
                      .ranges = true};
    parley_status status = look_at(&a->main, q->c, &ask, mem, d);
    if (status != PARLEY_OK || a->main.belief->single) return status;
    /* what would be wrong with these was said of the first */
    status = look_at(&a->sourced, without_analyst(q, mem), &ask, mem, NULL);
    if (status != PARLEY_OK) return status;
    ask.prior = true;
    return look_at(&a->bare, q->c, &ask, mem, NULL);
}

/* --- Rows --- */

typedef struct measuring {
    const plans_answer *a;
    plans_row **rows;
    arena *mem;
} measuring;

static void measure_row(void *subject, size_t i, arena *scratch) {
    const measuring *m = subject;
    plans_row_measure(m->rows[i], &m->a->main, scratch);
}

static plans_shares shares_in(const plans_view *v, const case_proposal *p,
                              arena *mem) {
    plan_request q = {p, -1, NULL, 0};
    return plans_accept(v, plan_prepare(v->setup, q, mem, NULL), NULL, mem);
}

/* Selecting may leave the case with other indices, never other ids. */
static const case_proposal *same_in(const case_model *c,
                                    const case_proposal *p) {
    int at = case_proposal_find(c, p->id);
    return at < 0 ? p : &c->proposals[at];
}

static void add_honesty(plans_row *r, const plans_answer *a, arena *mem) {
    if (a->main.belief->single) return;
    const plans_view *bare = &a->bare, *sourced = &a->sourced;
    r->bare = shares_in(bare, same_in(bare->belief->c, r->proposal), mem);
    r->sourced =
        shares_in(sourced, same_in(sourced->belief->c, r->proposal), mem);
}

static void add_single(plans_row *r, const plans_answer *a, plan_work *t,
                       arena *mem) {
    plan_value *v = plan_value_new(a->main.setup, r->phase_count, mem);
    plan_eval(r->plan, t, v);
    r->value = v;
}

/* The proposals asked for and, last, talks without a truce if none of them
 * has that form. */
static plans_row **make_rows(plans_answer *a, const case_model *c,
                             int_list proposals, arena *mem) {
    plans_row **rows =
        ARENA_ARRAY(mem, plans_row *, (size_t)proposals.count + 1);
    a->row_count = proposals.count;
    int talks = -1;
    for (int i = 0; i < proposals.count; i++) {
        const case_proposal *p = &c->proposals[proposals.items[i]];
        rows[i] = plans_row_new(&a->main, p, mem);
        if (talks < 0 && plan_is_bare_talks(c, p)) talks = i;
    }
    if (talks < 0) {
        talks = proposals.count;
        const case_proposal *p = plan_bare_talks(c, mem);
        for (int i = 0; i < c->proposal_count; i++)
            if (plan_is_bare_talks(c, &c->proposals[i])) p = &c->proposals[i];
        rows[talks] = plans_row_new(&a->main, p, mem);
    }
    a->talks = rows[talks];
    return rows;
}

static int row_total(const plans_answer *a, plans_row *const *rows) {
    return a->row_count + (rows[a->row_count] != NULL);
}

/* PARLEY_ELIMIT if a proposal's outcomes are too many. */
static parley_status prepare_rows(const plans_answer *a, plans_row **rows,
                                  arena *mem, parley_diags *d) {
    for (int i = 0; i < row_total(a, rows); i++) {
        plan_request q = {rows[i]->proposal, -1, NULL, 0};
        rows[i]->plan = plan_prepare(a->main.setup, q, mem, d);
        if (!rows[i]->plan) return PARLEY_ELIMIT;
    }
    return PARLEY_OK;
}

static void fill_rows(plans_answer *a, plans_row **rows, arena *mem) {
    measuring m = {a, rows, mem};
    int total = row_total(a, rows);
    threads_run((size_t)total, a->main.belief->ask.threads, measure_row, &m,
                mem);
    plan_work *t = plan_work_new(a->main.setup, mem);
    plan_begin(t, &a->main.belief->draws[0]);
    for (int i = 0; i < total; i++) {
        add_honesty(rows[i], a, mem);
        if (a->main.belief->single) add_single(rows[i], a, t, mem);
    }
    plans_row *flat = ARENA_ARRAY(mem, plans_row, (size_t)total);
    for (int i = 0; i < total; i++) {
        flat[i] = *rows[i];
        if (a->talks == rows[i]) a->talks = &flat[i];
    }
    a->rows = flat;
}

static void sort_rows(plans_answer *a, arena *mem) {
    int *order = ARENA_ARRAY(mem, int, (size_t)a->row_count + 1);
    for (int i = 0; i < a->row_count; i++) {
        int at = i;
        for (; at > 0 && a->rows[order[at - 1]].accept.all.mean <
                             a->rows[i].accept.all.mean;
             at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    a->order = order;
}

/* --- What all rows are measured against --- */

static void value_no_deal(plans_answer *a, arena *mem) {
    const belief *b = a->main.belief;
    const size_t parties = (size_t)b->c->party_count;
    belief_measure *no_deal = ARENA_ARRAY(mem, belief_measure, parties);
    belief_measure *now = ARENA_ARRAY(mem, belief_measure, parties);
    double *early = ARENA_ARRAY(mem, double, parties);
    arena *scratch = arena_child(mem);
    size_t draws = (size_t)b->draw_count;
    double *values = ARENA_ARRAY(scratch, double, 2 * parties * draws);
    plan_work *t = plan_work_new(a->main.setup, scratch);
    for (size_t i = 0; i < draws; i++) {
        plan_begin(t, &b->draws[i]);
        for (size_t p = 0; p < parties; p++) {
            values[2 * p * draws + i] = t->no_deal[p];
            values[(2 * p + 1) * draws + i] = t->now_worth[p];
            early[p] = t->early_worth[p];
        }
    }
    for (size_t p = 0; p < parties; p++) {
        no_deal[p] = belief_mean(b, values + 2 * p * draws, scratch);
        now[p] = belief_mean(b, values + (2 * p + 1) * draws, scratch);
    }
    a->no_deal = no_deal;
    a->now = now;
    if (b->single && t->early)
        a->early = memcpy(ARENA_ARRAY(mem, int, (size_t)b->c->issue_count),
                          t->early, (size_t)b->c->issue_count * sizeof(int));
    a->early_worth = early;
    arena_free(scratch);
}

static void count_grounds(plans_answer *a, arena *mem) {
    const belief *b = a->main.belief;
    plans_grounds *of =
        ARENA_ARRAY(mem, plans_grounds, (size_t)b->c->party_count);
    for (int i = 0; i < b->evidence->claim_count; i++) {
        const record_claim *k = &b->evidence->claims[i];
        if (k->replaced_by >= 0) continue;
        if (k->assumed)
            of[k->party].assumed++;
        else if (b->c->record[k->entry].authored)
            of[k->party].proposed++;
        else if (k->own)
            of[k->party].own++;
        else
            of[k->party].reported++;
    }
    a->grounds = of;
}

/* --- The answer --- */

parley_status plans_find(const plans_answer **out, const lens_request *q,
                         int_list proposals, arena *mem, parley_diags *d) {
    plans_answer *a = ARENA_NEW(mem, plans_answer);
    parley_status status = plans_look(a, q, mem, d);
    if (status != PARLEY_OK) return status;
    plans_row **rows = make_rows(a, q->c, proposals, mem);
    status = prepare_rows(a, rows, mem, d);
    if (status != PARLEY_OK) return status;
    fill_rows(a, rows, mem);
    sort_rows(a, mem);
    value_no_deal(a, mem);
    count_grounds(a, mem);
    if (proposals.count == 2)
        a->bridge = plans_bridge_build(&a->main, &a->rows[0], &a->rows[1], mem);
    *out = a;
    return PARLEY_OK;
}

static int_list asked(const lens_request *q, arena *mem) {
    const case_model *c = q->c;
    bool all = q->operands.count == 0;
    int count = all ? c->proposal_count : q->operands.count;
    int *items = ARENA_ARRAY(mem, int, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        items[i] = all ? i : case_proposal_find(c, q->operands.items[i]);
    return (int_list){items, count};
}

typedef struct shown {
    const plans_answer *found;
    const advice_sensitivity *depends; /* or NULL */
    talks_stand talks;
} shown;

/* One or two proposals that were asked for by name are worth the time. */
static parley_status look_closer(shown *s, const lens_request *q,
                                 int_list proposals, arena *mem) {
    const belief *b = s->found->main.belief;
    bool close = q->operands.count == 1 || q->operands.count == 2;
    if (!close || b->single || !b->gain) return PARLEY_OK;
    advice_headline h = {proposals.items[0],
                         proposals.count == 2 ? proposals.items[1] : -1};
    return advice_sensitise(&s->depends, b, h, mem, NULL);
}

static parley_status run(const void **answer, const lens_request *q, arena *mem,
                         parley_diags *d) {
    shown *s = ARENA_NEW(mem, shown);
    int_list proposals = asked(q, mem);
    *answer = s;
    parley_status status = plans_find(&s->found, q, proposals, mem, d);
    if (status != PARLEY_OK) return status;
    s->talks = talks_fold(q, (moment){.given = false}, mem);
    return look_closer(s, q, proposals, mem);
}

static void describe(doc *to, const lens_request *q, const void *answer) {
    const shown *s = answer;
    plans_put(to, q->c, s->found);
    plans_put_depends(to, q->c, s->depends);
    talks_put(doc_data(to), &s->talks);
    talks_show(to, &s->talks);
    plans_say(to, q->c, s->found);
    plans_show_depends(to, q->c, s->found, s->depends);
    plans_say_care(to, q->c, s->found);
}

extern const lens plans_lens;
const lens plans_lens = {
    .name = "plans",
    .question = "in which order? who accepts now, who would walk away when?",
    .operands = "[PROPOSAL...]",
    .operands_most = SIZE_MAX,
    .run = run,
    .describe = describe,
};
