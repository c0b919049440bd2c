/* SPDX-License-Identifier: Apache-2.0
 * The value of a plan to each party, who accepts it and who would break it.
 *
 * Backwards through the phases, with E = exp(-(r+h) D):
 *
 *   V_k = u'(y_k) (1-E) r/(r+h) + V0 (1-E) h/(r+h) + E W_k,
 *   W_k = V_{k+1}; after the last phase V0, or with talks
 *   W   = q u~(x*) + (1-q) F, x* the Nash solution of u~ with d = F.
 *
 * F is V0 if failed talks resume the fight. If the truce stays, F is
 * S = (r u'(y) + h V0)/(r+h) when that is worth at least V0 - b to everybody
 * (locked in); else whoever would break gets V0 - b and the others V0. Accept:
 * V_1 - cost >= V0. Comply: V_k, and W_k at the end, at least what leaving is
 * worth: V0 - b while the phase binds, V0 when it has lapsed.
 *
 * Fearon, "Rationalist Explanations for War", IO 49 (1995); Powell, "War as a
 * Commitment Problem", IO 60 (2006).
 *
 * Edge cases: no outcome that all prefer to F: no settlement, W = F. Standing
 * terms that don't meet `talks-need`: W = F, whatever the settlement would
 * be. An open phase without talks has no end, hence no slack there. */
#include "plan/parts.h"

#include <math.h>
#include <string.h>

/* --- Pieces --- */

double plan_hazard(const plan *p, const plan_work *t, int phase) {
    const plan_phase *of = &p->phases[phase];
    return of->has_collapse ? of->collapse : t->draw->model[CASE_COLLAPSE];
}

plan_flow plan_flow_of(const plan *p, const plan_work *t, int phase) {
    const double r = t->rate, h = plan_hazard(p, t, phase);
    const double days = p->phases[phase].days;
    const double last = isinf(days) ? 0 : exp(-(r + h) * days);
    return (plan_flow){(1 - last) * r / (r + h), (1 - last) * h / (r + h),
                       last};
}

double plan_breach(const plan *p, const plan_work *t, int party) {
    const plan_cover *by = &p->truce[party];
    return t->draw->model[CASE_BREACH] + by->sum +
           by->defaults * t->draw->model[CASE_GUARANTEE];
}

static double open_chance(const plan *p, const plan_work *t) {
    double weeks = p->phases[p->phase_count - 1].days / 7;
    return pow(1 - t->draw->model[CASE_TALKS_CLOSE], weeks);
}

static double closing_from(double open, const plan_cover *by, double strength) {
    open *= by->doubt;
    for (int i = 0; i < by->defaults; i++)
        open *= 1 - strength;
    return 1 - open;
}

double plan_closing(const plan *p, const plan_work *t, int party) {
    if (p->barred) return 0;
    return closing_from(open_chance(p, t), &p->closing[party],
                        t->draw->model[CASE_GUARANTEE]);
}

/* u'(y_k). */
static double standing_worth(const plan *p, const plan_work *t, int phase,
                             int party) {
    const case_model *c = p->setup->c;
    const plan_phase *of = &p->phases[phase];
    const double *worth = t->signed_worth + plan_at(party, c->cell_count);
    double sum = of->condition[party];
    for (int j = 0; j < c->issue_count; j++)
        sum += worth[of->cells[j]];
    return sum;
}

/* --- Talks --- */

/* S: the truce goes on for good, unless it collapses. */
static double standing_value(const plan *p, const plan_work *t, int party) {
    const int last = p->phase_count - 1;
    const double r = t->rate, h = plan_hazard(p, t, last);
    return (r * standing_worth(p, t, last, party) + h * t->no_deal[party]) /
           (r + h);
}

/* Fills room->fallback with F; true if the parties are locked in. */
static bool find_fallback(const plan *p, plan_work *t) {
    double *fallback = t->room->fallback;
    const int parties = p->setup->c->party_count;
    bool locked = p->stay;
    for (int i = 0; i < parties; i++) {
        fallback[i] = t->no_deal[i];
        if (!p->stay) continue;
        fallback[i] = standing_value(p, t, i);
        if (!deal_at_least(fallback[i], t->no_deal[i] - plan_breach(p, t, i)))
            locked = false;
    }
    for (int i = 0; p->stay && !locked && i < parties; i++) {
        double broken = t->no_deal[i] - plan_breach(p, t, i);
        fallback[i] =
            deal_at_least(fallback[i], broken) ? t->no_deal[i] : broken;
    }
    return locked;
}

/* Where the talks end. Plans as_early all bargain over the same from V0: the
 * first of them in a draw solves it for all. */
static const plan_deal *settle(const plan *p, plan_work *t) {
    struct plan_room *room = t->room;
    if (p->as_early) {
        if (!room->resumed.known)
            plan_settle(t, p->field, &room->early, room->fallback,
                        &room->resumed);
        return &room->resumed;
    }
    const int *z =
        p->stay ? p->phases[p->phase_count - 1].standing : p->setup->now;
    for (int i = 0; i < p->setup->c->party_count; i++)
        plan_promised_cells(t, i, z, p->kept, room->talks.cells[i]);
    plan_add_up(t, p->field, &room->talks);
    plan_settle(t, p->field, &room->talks, room->fallback, &room->settled);
    return &room->settled;
}

typedef struct ending {
    bool locked;
    const plan_deal *deal; /* NULL: no settlement */
} ending;

/* W of the last phase, in after; F in room->fallback. */
static ending hold_talks(const plan *p, plan_work *t, double *after) {
    const int parties = p->setup->c->party_count;
    const double *fallback = t->room->fallback;
    ending e = {.locked = find_fallback(p, t)};
    const plan_deal *deal = settle(p, t);
    if (deal->found) e.deal = deal;
    const double open = open_chance(p, t);
    const double strength = t->draw->model[CASE_GUARANTEE];
    for (int i = 0; i < parties; i++) {
        after[i] = fallback[i];
        if (!e.deal || p->barred) continue;
        double q = closing_from(open, &p->closing[i], strength);
        after[i] = q * e.deal->worth[i] + (1 - q) * fallback[i];
    }
    return e;
}

static ending end_plan(const plan *p, plan_work *t, double *after) {
    if (p->talks) return hold_talks(p, t, after);
    for (int i = 0; i < p->setup->c->party_count; i++)
        after[i] = t->no_deal[i];
    return (ending){false, NULL};
}

/* V_k from W_k; value may be the same array as after. */
static void value_phase(const plan *p, const plan_work *t, int phase,
                        const double *after, double *value) {
    plan_flow f = plan_flow_of(p, t, phase);
    for (int i = 0; i < p->setup->c->party_count; i++)
        value[i] = f.stay * standing_worth(p, t, phase, i) +
                   f.fall * t->no_deal[i] + f.after * after[i];
}

void plan_first(const plan *p, plan_work *t, double *first) {
    end_plan(p, t, first);
    for (int k = p->phase_count - 1; k >= 0; k--)
        value_phase(p, t, k, first, first);
}

/* --- The whole answer --- */

plan_value *plan_value_new(const plan_setup *s, int phase_most, arena *mem) {
    size_t n = (size_t)s->c->party_count;
    size_t all = n * (size_t)phase_most + 1;
    plan_value *v = ARENA_NEW(mem, plan_value);
    v->party_count = s->c->party_count;
    double **by_phase[] = {&v->value, &v->after, &v->start, &v->end};
    for (size_t i = 0; i < sizeof by_phase / sizeof *by_phase; i++)
        *by_phase[i] = ARENA_ARRAY(mem, double, all);
    double **by_party[] = {&v->gain,     &v->cost,     &v->breach,
                           &v->fallback, &v->leverage, &v->settlement_worth};
    for (size_t i = 0; i < sizeof by_party / sizeof *by_party; i++)
        *by_party[i] = ARENA_ARRAY(mem, double, n);
    v->accept = ARENA_ARRAY(mem, bool, n);
    v->settled = ARENA_ARRAY(mem, int, (size_t)s->c->issue_count + 1);
    return v;
}

static void value_phases(const plan *p, const plan_work *t, plan_value *v) {
    const int n = v->party_count;
    for (int k = p->phase_count - 1; k >= 0; k--) {
        value_phase(p, t, k, v->after + plan_at(k, n),
                    v->value + plan_at(k, n));
        for (int i = 0; k > 0 && i < n; i++)
            v->after[(k - 1) * n + i] = v->value[k * n + i];
    }
}

/* What is held against leaving: V0 - b while the phase binds. */
static void measure_slack(const plan *p, const plan_work *t, plan_value *v) {
    const int n = v->party_count;
    v->weak_party = v->weak_phase = 0;
    for (int k = 0; k < p->phase_count; k++) {
        const plan_phase *of = &p->phases[k];
        for (int i = 0; i < n; i++) {
            double leave = t->no_deal[i] - v->breach[i];
            double at_end = of->open ? leave : t->no_deal[i];
            v->start[k * n + i] = v->value[k * n + i] - leave;
            v->end[k * n + i] =
                isinf(of->days) ? INFINITY : v->after[k * n + i] - at_end;
            if (plan_slack(v, k, i) <
                plan_slack(v, v->weak_phase, v->weak_party)) {
                v->weak_phase = k;
                v->weak_party = i;
            }
        }
    }
}

static void answer_plan(const plan *p, const plan_work *t, plan_value *v) {
    v->all = true;
    for (int i = 0; i < v->party_count; i++) {
        v->breach[i] = plan_breach(p, t, i);
        v->cost[i] = t->draw->model[CASE_PUBLIC_REJECTION] * p->rejected[i];
        double signing = v->value[i] - v->cost[i];
        v->gain[i] = signing - t->no_deal[i];
        v->accept[i] = deal_at_least(signing, t->no_deal[i]);
        v->all = v->all && v->accept[i];
    }
}

static void note_settlement(const plan *p, const plan_work *t, const ending *e,
                            plan_value *v) {
    v->has_talks = p->talks != NULL;
    v->locked = e->locked;
    v->settlement = e->deal ? v->settled : NULL;
    v->can_settle = e->deal != NULL;
    if (e->deal)
        memcpy(v->settled, e->deal->outcome,
               (size_t)p->setup->c->issue_count * sizeof *v->settled);
    for (int i = 0; i < v->party_count; i++) {
        v->fallback[i] = p->talks ? t->room->fallback[i] : NAN;
        v->settlement_worth[i] = v->leverage[i] = NAN;
        if (!e->deal) continue;
        double worth = e->deal->worth[i];
        v->settlement_worth[i] = worth;
        v->leverage[i] = worth - t->early_worth[i];
        if (worth - v->fallback[i] < DEAL_TIE) v->can_settle = false;
    }
}

void plan_eval(const plan *p, plan_work *t, plan_value *out) {
    const int n = out->party_count;
    out->phase_count = p->phase_count;
    double *last = out->after + plan_at(p->phase_count - 1, n);
    ending e = end_plan(p, t, last);
    value_phases(p, t, out);
    answer_plan(p, t, out);
    measure_slack(p, t, out);
    note_settlement(p, t, &e, out);
}

double plan_slack(const plan_value *v, int phase, int party) {
    int at = phase * v->party_count + party;
    return fmin(v->start[at], v->end[at]);
}

bool plan_complies(const plan_value *v, int phase, int party) {
    return plan_slack(v, phase, party) > -DEAL_TIE;
}
