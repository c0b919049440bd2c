/* SPDX-License-Identifier: Apache-2.0
 * On which issues does a plan win or lose against no deal?
 *
 * V_1 - cost - V0 is linear in u'(y_k), u~(x*), u~(xF), u(now), b and a given
 * reserve, with the same weights for every issue; each of the worths is a sum
 * over issues and conditions. So the difference splits exactly, with rows of
 * their own for what belongs to no issue: conditions, the cost of a rejection,
 * breach, a given reserve. */
#include "plan/parts.h"

#include <math.h>

/* What each part of V_1 weighs. */
typedef struct weights {
    double no_deal;    /* V0, that of the comparison (-1) included */
    double settlement; /* u~(x*) */
    double breach;     /* b */
} weights;

typedef struct splitting {
    const plan *p;
    const plan_work *t;
    const plan_value *v;
    int party;
    double *row; /* issues first, then PLAN_ROW_... */
    double *extra;
} splitting;

static void add_cells(const splitting *s, const double *worth,
                      const int *outcome, double weight) {
    const case_model *c = s->t->setup->c;
    for (int j = 0; j < c->issue_count; j++)
        s->row[j] += weight * worth[c->issues[j].cell + outcome[j]];
}

static void add_standing(const splitting *s, int phase, double weight) {
    const plan_phase *of = &s->p->phases[phase];
    const int cells = s->t->setup->c->cell_count;
    add_cells(s, s->t->signed_worth + plan_at(s->party, cells), of->standing,
              weight);
    s->extra[PLAN_ROW_CONDITIONS] += weight * of->condition[s->party];
}

/* F of talks that fail. */
static void add_fallback(const splitting *s, double weight, weights *w) {
    const int last = s->p->phase_count - 1;
    if (s->v->locked) {
        double r = s->t->rate, h = plan_hazard(s->p, s->t, last);
        add_standing(s, last, weight * r / (r + h));
        w->no_deal += weight * h / (r + h);
        return;
    }
    w->no_deal += weight;
    bool breaks = s->v->fallback[s->party] < s->t->no_deal[s->party];
    if (breaks) w->breach += weight;
}

static weights add_phases(const splitting *s) {
    weights w = {.no_deal = -1};
    double reach = 1;
    for (int k = 0; k < s->p->phase_count; k++) {
        plan_flow f = plan_flow_of(s->p, s->t, k);
        add_standing(s, k, reach * f.stay);
        w.no_deal += reach * f.fall;
        reach *= f.after;
    }
    if (!s->p->talks) {
        w.no_deal += reach;
        return w;
    }
    double q = !s->v->settlement ? 0 : plan_closing(s->p, s->t, s->party);
    w.settlement = reach * q;
    add_fallback(s, reach * (1 - q), &w);
    return w;
}

/* u~(x*): cells of the plan's own promise, and its conditions. */
static void add_settlement(const splitting *s, double weight) {
    const plan *p = s->p;
    if (weight == 0) return;
    const int *z =
        p->stay ? p->phases[p->phase_count - 1].standing : p->setup->now;
    double *cells = s->t->room->cells;
    plan_promised_cells(s->t, s->party, z, p->kept, cells);
    add_cells(s, cells, s->v->settlement, weight);
    s->extra[PLAN_ROW_CONDITIONS] +=
        weight * deal_extra_worth(p->field->extras, s->party, s->v->settlement);
}

/* V0: a given reserve, or u(now) and the later deal. */
static void add_no_deal(const splitting *s, double weight) {
    const plan_setup *setup = s->t->setup;
    const int p = s->party, cells = setup->c->cell_count;
    if (setup->has_reserve[p]) {
        s->extra[PLAN_ROW_RESERVE] += weight * setup->reserve[p];
        return;
    }
    double r = s->t->rate, a = 1 / s->t->draw->model[CASE_EARLY_DEAL];
    double now = s->t->early ? r / (r + a) : 1;
    add_cells(s, s->t->draw->worth + plan_at(p, cells), setup->now,
              weight * now);
    s->extra[PLAN_ROW_CONDITIONS] += weight * now * setup->now_condition[p];
    if (!s->t->early) return;
    add_cells(s, s->t->promised + plan_at(p, cells), s->t->early,
              weight * (1 - now));
    s->extra[PLAN_ROW_CONDITIONS] +=
        weight * (1 - now) * plan_condition(setup, p, s->t->early);
}

void plan_split(const plan *p, const plan_work *t, const plan_value *v,
                int party, double *row) {
    const int issues = t->setup->c->issue_count;
    splitting s = {p, t, v, party, row, row + issues};
    for (int i = 0; i < issues + PLAN_ROWS; i++)
        row[i] = 0;
    weights w = add_phases(&s);
    add_settlement(&s, w.settlement);
    add_no_deal(&s, w.no_deal);
    s.extra[PLAN_ROW_REJECTED] -= v->cost[party];
    s.extra[PLAN_ROW_BREACH] -= w.breach * v->breach[party];
}

const char *plan_row_name(const case_model *c, int row) {
    static const char *const names[PLAN_ROWS] = {"conditions", "rejected",
                                                 "breach", "reserve"};
    if (row < c->issue_count) return c->issues[row].id;
    return names[row - c->issue_count];
}
