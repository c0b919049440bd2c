/* SPDX-License-Identifier: Apache-2.0
 * What can be signed, as a list or as a diagram.
 *
 * A few hundred outcomes are added up faster than a diagram is searched, and
 * lists are what acceptance is ranked over. Beyond PLAN_LISTED_MOST the
 * diagram is faster, and it is all there is where a list would be endless. What
 * counts are outcomes before the rules, unless few of them keep the rules.
 *
 * Edge cases: no outcome keeps the rules: an empty list. */
#include "plan/parts.h"

/* A longest path a round of the search, and some for each party. */
static const double paths = 20;

static uint64_t bound_of(const case_model *c, const deal_scope *scope) {
    uint64_t bound = 1;
    for (int j = 0; j < c->issue_count; j++) {
        if (scope->fixed && scope->fixed[j] >= 0) continue;
        if (__builtin_mul_overflow(bound, (uint64_t)c->issues[j].option_count,
                                   &bound))
            return UINT64_MAX;
    }
    return bound;
}

static bool has_extras(deal_extras extras, int party) {
    for (int i = 0; i < extras.count; i++)
        if (extras.items[i].party == party) return true;
    return false;
}

static const double *table_of(const plan_field *f, int party, int *outcome,
                              arena *mem) {
    if (!has_extras(f->extras, party)) return NULL;
    double *table = ARENA_ARRAY(mem, double, (size_t)f->list->count + 1);
    for (uint32_t x = 0; x < f->list->count; x++) {
        deal_space_outcome(f->list, x, outcome);
        table[x] = deal_extra_worth(f->extras, party, outcome);
    }
    return table;
}

static bool list(plan_field *f, const case_model *c, deal_scope scope,
                 arena *mem, parley_diags *d) {
    f->list = deal_space_new(c, scope, mem, d);
    if (!f->list) return false;
    const double **tables =
        ARENA_ARRAY(mem, const double *, (size_t)c->party_count);
    int *outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (int p = 0; p < c->party_count; p++)
        tables[p] = table_of(f, p, outcome, mem);
    f->conditions = tables;
    return true;
}

const plan_field *plan_field_new(const case_model *c, deal_scope scope,
                                 deal_extras extras, uint64_t most, arena *mem,
                                 parley_diags *d) {
    plan_field *f = ARENA_NEW(mem, plan_field);
    *f = (plan_field){.extras = extras};
    if (bound_of(c, &scope) <= most)
        return list(f, c, scope, mem, d) ? f : NULL;
    const deal_diagram *g = deal_diagram_new(c, scope, extras, mem, d);
    if (!g) return NULL;
    if (g->outcomes <= (double)most && list(f, c, scope, mem, NULL)) return f;
    f->diagram = g;
    return f;
}

double plan_field_sums(const plan_field *f) {
    return f->list ? f->list->count : paths * (double)f->diagram->arcs;
}
