/* SPDX-License-Identifier: Apache-2.0
 * The plans as data. Keys are an API (DESIGN section 8): shares and means have
 * their Monte Carlo errors beside them, null with a single draw; what only a
 * single draw has is null with many. */
#include "lens/outcome.h"
#include "lens/plans.h"
#include "lens/sampled.h"

#include <math.h>

typedef struct putting {
    const case_model *c;
    const plans_answer *a;
    arena *mem;
} putting;

static bool single(const putting *p) { return p->a->main.belief->single; }

/* {party: mean} under `key`, and {party: error} under `key`-error. */
static void put_means(const putting *p, doc_value *in, const char *key,
                      const belief_measure *by) {
    const char *error = arena_format(p->mem, "%s-error", key);
    doc_value *means = doc_put_object(in, key);
    for (int i = 0; i < p->c->party_count; i++)
        doc_put_number(means, p->c->actors[i].id, by[i].mean);
    if (single(p)) {
        doc_put_null(in, error);
        return;
    }
    doc_value *errors = doc_put_object(in, error);
    for (int i = 0; i < p->c->party_count; i++)
        doc_put_number(errors, p->c->actors[i].id, by[i].error);
}

static void put_mean(const putting *p, doc_value *in, const char *key,
                     belief_measure m) {
    doc_put_number(in, key, m.mean);
    sampled_put_error(in, arena_format(p->mem, "%s-error", key), m.error,
                      p->a->main.belief);
}

static void put_shares(const putting *p, doc_value *in, const plans_shares *s) {
    put_means(p, in, "accept", s->by_party);
    doc_put_number(in, "all", s->all.mean);
    sampled_put_error(in, "error", s->all.error, p->a->main.belief);
    sampled_put_error(in, "all-error", s->all.error, p->a->main.belief);
}

/* The same question asked of another reading of the record. */
static void put_other(const putting *p, doc_value *in, const char *key,
                      const plans_shares *s) {
    if (!s->by_party)
        doc_put_null(in, key);
    else
        put_shares(p, doc_put_object(in, key), s);
}

static void put_comply(const putting *p, doc_value *in, const plans_row *r) {
    doc_value *list = doc_put_list(in, "comply");
    for (int k = 0; k < r->phase_count; k++) {
        const plans_phase *f = &r->phases[k];
        doc_value *phase = doc_put_object(list, NULL);
        doc_put_text(phase, "phase", f->name);
        put_mean(p, phase, "all", f->comply);
        doc_put_text(phase, "weakest", p->c->actors[f->weakest].id);
        doc_put_number(phase, "weakest-leaves", f->leave);
        doc_put_number(phase, "slack", f->slack);
    }
    put_mean(p, in, "comply-all", r->comply);
}

static void put_leverage(const putting *p, doc_value *in, const plans_row *r) {
    if (isnan(r->leverage[0].mean)) {
        doc_put_null(in, "leverage");
        doc_put_null(in, "leverage-error");
        return;
    }
    put_means(p, in, "leverage", r->leverage);
}

/* --- What a single draw has --- */

static void put_phases(const putting *p, doc_value *in, const char *key,
                       const double *values, int phases) {
    doc_value *list = doc_put_list(in, key);
    for (int k = 0; k < phases; k++)
        outcome_put_parties(list, NULL, p->c,
                            values + (size_t)k * (size_t)p->c->party_count);
}

static void put_slack(const putting *p, doc_value *in, const plan_value *v) {
    doc_value *list = doc_put_list(in, "slack");
    for (int k = 0; k < v->phase_count; k++) {
        doc_value *by = doc_put_object(list, NULL);
        for (int i = 0; i < v->party_count; i++)
            doc_put_number(by, p->c->actors[i].id, plan_slack(v, k, i));
    }
    put_phases(p, in, "slack-start", v->start, v->phase_count);
    put_phases(p, in, "slack-end", v->end, v->phase_count);
}

static void put_nulls(doc_value *in, const char *const *keys, size_t count) {
    for (size_t i = 0; i < count; i++)
        doc_put_null(in, keys[i]);
}

static void put_value(const putting *p, doc_value *in, const plans_row *r) {
    const plan_value *v = r->value;
    if (!v) {
        static const char *const keys[] = {
            "value",     "after", "slack",    "slack-start",
            "slack-end", "cost",  "fallback", "settlement-worth",
            "breach",
        };
        put_nulls(in, keys, sizeof keys / sizeof *keys);
        return;
    }
    put_phases(p, in, "value", v->value, v->phase_count);
    put_phases(p, in, "after", v->after, v->phase_count);
    put_slack(p, in, v);
    outcome_put_parties(in, "cost", p->c, v->cost);
    outcome_put_parties(in, "breach", p->c, v->breach);
    if (v->has_talks)
        outcome_put_parties(in, "fallback", p->c, v->fallback);
    else
        doc_put_null(in, "fallback");
    if (v->settlement)
        outcome_put_parties(in, "settlement-worth", p->c, v->settlement_worth);
    else
        doc_put_null(in, "settlement-worth");
}

static void put_locked(const putting *p, doc_value *in, const plans_row *r) {
    if (!single(p)) {
        put_mean(p, in, "locked", r->locked);
        return;
    }
    if (isnan(r->locked.mean))
        doc_put_null(in, "locked");
    else
        doc_put_bool(in, "locked", r->value->locked);
    doc_put_null(in, "locked-error");
}

/* {issue: {option: share of settlements}} */
static void put_options(const putting *p, doc_value *in, const plans_row *r) {
    if (!r->settlement) {
        doc_put_null(in, "expected-settlement");
        return;
    }
    doc_value *by = doc_put_object(in, "expected-settlement");
    for (int j = 0; j < p->c->issue_count; j++) {
        const case_issue *issue = &p->c->issues[j];
        doc_value *options = doc_put_object(by, issue->id);
        for (int o = 0; o < issue->option_count; o++)
            doc_put_number(options, issue->options[o],
                           r->options[issue->cell + o]);
    }
}

static void put_settlement(const putting *p, doc_value *in,
                           const plans_row *r) {
    if (r->settlement)
        outcome_put(in, "settlement", p->c, r->settlement);
    else
        doc_put_null(in, "settlement");
    put_mean(p, in, "settlement-share", r->settlement_share);
    put_options(p, in, r);
    put_mean(p, in, "can-settle", r->settle);
}

/* --- A plan --- */

static void put_row(const putting *p, doc_value *in, const plans_row *r) {
    doc_put_text(in, "name", r->name);
    doc_put_text(in, "title", plans_name(r));
    put_shares(p, in, &r->accept);
    put_other(p, in, "no-record", &r->bare);
    put_other(p, in, "without-analyst", &r->sourced);
    put_means(p, in, "gain", r->gain);
    put_comply(p, in, r);
    doc_put_text(in, "binding",
                 r->binding < 0 ? NULL : p->c->actors[r->binding].id);
    doc_put_text(in, "binding-issue",
                 r->binding < 0 ? NULL : plan_row_name(p->c, r->binding_row));
    put_leverage(p, in, r);
    put_locked(p, in, r);
    put_settlement(p, in, r);
    put_value(p, in, r);
}

/* --- What all plans share --- */

static void put_early(const putting *p, doc_value *root) {
    if (!p->a->early) {
        doc_put_null(root, "early-deal");
        return;
    }
    doc_value *early = doc_put_object(root, "early-deal");
    outcome_put(early, "terms", p->c, p->a->early);
    outcome_put_parties(early, "worth", p->c, p->a->early_worth);
}

static void put_grounds(const putting *p, doc_value *root) {
    doc_value *list = doc_put_object(root, "statements");
    for (int i = 0; i < p->c->party_count; i++) {
        const plans_grounds *g = &p->a->grounds[i];
        doc_value *in = doc_put_object(list, p->c->actors[i].id);
        doc_put_integer(in, "own", g->own);
        doc_put_integer(in, "reported", g->reported);
        doc_put_integer(in, "proposed", g->proposed);
        doc_put_integer(in, "assumed", g->assumed);
    }
}

static void put_bridge(const putting *p, doc_value *root) {
    const plans_bridge *b = p->a->bridge;
    if (!b) {
        doc_put_null(root, "bridge");
        return;
    }
    doc_value *in = doc_put_object(root, "bridge");
    doc_put_text(in, "from", b->from->name);
    doc_put_text(in, "to", b->to->name);
    doc_value *steps = doc_put_list(in, "steps");
    for (int i = 0; i < b->step_count; i++) {
        const plans_step *s = &b->steps[i];
        doc_value *step = doc_put_object(steps, NULL);
        doc_put_text(step, "what", s->what);
        doc_put_text(step, "from", s->from);
        doc_put_text(step, "to", s->to);
        doc_put_text(step, "basis", plans_basis_name(s->basis));
        put_shares(p, step, &s->accept);
        put_mean(p, step, "change", s->change);
    }
}

void plans_put(doc *to, const case_model *c, const plans_answer *a) {
    putting p = {c, a, doc_arena(to)};
    doc_value *root = doc_data(to);
    put_means(&p, root, "no-deal", a->no_deal);
    put_means(&p, root, "u-now", a->now);
    put_early(&p, root);
    doc_value *plans = doc_put_list(root, "plans");
    for (int i = 0; i < a->row_count; i++)
        put_row(&p, doc_put_object(plans, NULL), &a->rows[i]);
    put_row(&p, doc_put_object(root, "talks-without-truce"), a->talks);
    put_grounds(&p, root);
    put_bridge(&p, root);
    sampled_put(to, a->main.belief);
}
