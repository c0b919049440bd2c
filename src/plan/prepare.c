/* SPDX-License-Identifier: Apache-2.0
 * A proposal made ready for many draws: what stands in each phase, what its
 * talks can end with, which guarantees are offered, who has rejected it.
 *
 * y_k is the status quo with the terms of phases 0..k set. Talks end with an
 * outcome that agrees with the last y_k off the agenda and satisfies `within`.
 * An open phase with talks lasts until their deadline. Guarantees that are
 * asked for, withheld or withdrawn change nothing here.
 *
 * Edge cases: an empty agenda leaves y_k itself as the only candidate; a
 * `within` that nothing satisfies leaves none, and talks then end in the
 * fallback. A plan whose terms break a rule can't be carried out: NULL. */
#include "plan/parts.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "record/same_plan.h"

typedef struct making {
    const plan_setup *s;
    const plan_request *q;
    plan *p;
    deal_extras extras;
    arena *mem;
} making;

/* --- Phases --- */

bool plan_stand(const plan_setup *s, const case_proposal *p, int phase,
                int *standing) {
    memcpy(standing, s->now, (size_t)s->c->issue_count * sizeof *standing);
    for (int k = 0; k <= phase; k++)
        for (int i = 0; i < p->phases[k].terms.count; i++) {
            const case_term *term = &p->phases[k].terms.items[i];
            standing[term->issue] = term->options.items[0];
        }
    return deal_feasible(s->c, standing);
}

/* Worths on conditions and, after them, payments. */
static deal_extras list_extras(const making *m) {
    const deal_extras given = m->s->field->extras;
    if (m->q->payment_count == 0) return given;
    size_t most = (size_t)given.count + (size_t)m->q->payment_count;
    deal_extra *items = ARENA_ARRAY(m->mem, deal_extra, most);
    memcpy(items, given.items, (size_t)given.count * sizeof *items);
    for (int i = 0; i < m->q->payment_count; i++) {
        const case_payment *of = &m->q->payments[i];
        items[given.count + i] =
            (deal_extra){of->party, of->holds, number_from_fixed(of->worth)};
    }
    return (deal_extras){items, (int)most};
}

static const double *conditions_at(const making *m, const int *outcome) {
    int parties = m->s->c->party_count;
    double *sum = ARENA_ARRAY(m->mem, double, (size_t)parties);
    for (int p = 0; p < parties; p++)
        sum[p] = deal_extra_worth(m->extras, p, outcome);
    return sum;
}

static const int *cells_of(const making *m, const int *outcome) {
    const case_model *c = m->s->c;
    int *cells = ARENA_ARRAY(m->mem, int, (size_t)c->issue_count + 1);
    for (int j = 0; j < c->issue_count; j++)
        cells[j] = c->issues[j].cell + outcome[j];
    return cells;
}

static double days_of(const case_phase *phase) {
    if (!phase->lasts.open) return phase->lasts.days;
    return phase->talks ? phase->talks->by.days : INFINITY;
}

/* False if a phase's standing terms break a rule. */
static bool make_phases(making *m) {
    const case_proposal *of = m->q->proposal;
    size_t issues = (size_t)m->s->c->issue_count;
    plan_phase *phases =
        ARENA_ARRAY(m->mem, plan_phase, (size_t)of->phase_count + 1);
    for (int k = 0; k < of->phase_count; k++) {
        const case_phase *phase = &of->phases[k];
        int *standing = ARENA_ARRAY(m->mem, int, issues + 1);
        if (!plan_stand(m->s, of, k, standing)) return false;
        phases[k] = (plan_phase){.standing = standing,
                                 .cells = cells_of(m, standing),
                                 .condition = conditions_at(m, standing),
                                 .days = days_of(phase),
                                 .open = phase->lasts.open,
                                 .has_collapse = phase->has_collapse,
                                 .collapse = phase->collapse};
    }
    m->p->phases = phases;
    m->p->phase_count = of->phase_count;
    return true;
}

/* --- Guarantees --- */

static void cover(plan_cover *by, const case_guarantee *g) {
    if (!g->has_strength) {
        by->defaults++;
        return;
    }
    by->sum += g->strength;
    by->doubt *= 1 - g->strength;
}

static plan_cover *covers(arena *mem, int count) {
    plan_cover *all = ARENA_ARRAY(mem, plan_cover, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        all[i].doubt = 1;
    return all;
}

bool plan_speaks_to(const case_guarantee *g, int party) {
    for (int i = 0; i < g->to.count; i++)
        if (g->to.items[i] == party) return true;
    return g->to.count == 0;
}

static void make_covers(making *m) {
    const case_model *c = m->s->c;
    const case_proposal *of = m->q->proposal;
    plan_cover *truce = covers(m->mem, c->party_count);
    plan_cover *closing = covers(m->mem, c->party_count);
    plan_cover *kept = covers(m->mem, c->issue_count);
    for (int i = 0; i < of->guarantee_count; i++) {
        const case_guarantee *g = &of->guarantees[i];
        if (g->status != CASE_OFFERED) continue;
        for (int j = 0; g->of == CASE_OF_ISSUES && j < g->issues.count; j++)
            cover(&kept[g->issues.items[j]], g);
        for (int p = 0; p < c->party_count; p++) {
            if (g->of == CASE_OF_TRUCE && !plan_speaks_to(g, p))
                cover(&truce[p], g);
            if (g->of == CASE_OF_TALKS && plan_speaks_to(g, p))
                cover(&closing[p], g);
        }
    }
    m->p->truce = truce;
    m->p->closing = closing;
    m->p->kept = kept;
}

static bool lifts_honour(const making *m) {
    for (int j = 0; j < m->s->c->issue_count; j++)
        if (m->p->kept[j].defaults > 0 || m->p->kept[j].doubt < 1) return true;
    return false;
}

/* --- Talks --- */

static const plan_field *candidates(const making *m, const int *standing,
                                    parley_diags *d) {
    const case_model *c = m->s->c;
    const case_talks *talks = m->p->talks;
    int *held = ARENA_ARRAY(m->mem, int, (size_t)c->issue_count + 1);
    memcpy(held, standing, (size_t)c->issue_count * sizeof *held);
    for (int i = 0; i < talks->on.count; i++)
        held[talks->on.items[i]] = -1;
    const bool all =
        talks->on.count == c->issue_count && talks->within_count == 0;
    if (all && m->q->payment_count == 0) return m->s->field;
    const deal_scope scope = {.fixed = held,
                              .within = talks->within,
                              .within_count = talks->within_count};
    return plan_field_new(c, scope, m->extras, m->s->listed_most, m->mem, d);
}

/* False with a diag if the candidates are too many. */
static bool make_talks(making *m, parley_diags *d) {
    plan *p = m->p;
    const case_proposal *of = m->q->proposal;
    if (p->phase_count == 0) return true;
    p->talks = of->phases[p->phase_count - 1].talks;
    if (!p->talks) return true;
    const int *standing = p->phases[p->phase_count - 1].standing;
    p->stay = p->talks->fail == CASE_STAY;
    const expr *need = m->s->c->talks_need;
    p->barred = need && !expr_holds(need, standing);
    p->field = candidates(m, standing, d);
    if (!p->field) return false;
    p->as_early = p->field == m->s->field && !p->stay && !lifts_honour(m);
    return true;
}

/* --- Rejections --- */

static bool counts_for(const making *m, int i, arena *scratch) {
    const case_proposal *of = &m->s->c->proposals[i];
    return i == m->q->like || of == m->q->proposal ||
           record_is_same_plan(m->s->c, of, m->q->proposal, scratch);
}

static void make_rejections(making *m) {
    const case_model *c = m->s->c;
    const double *of = m->s->evidence->rejected;
    double *k = ARENA_ARRAY(m->mem, double, (size_t)c->party_count);
    arena *scratch = arena_child(m->mem);
    for (int i = 0; i < c->proposal_count; i++) {
        if (!counts_for(m, i, scratch)) continue;
        for (int p = 0; p < c->party_count; p++)
            k[p] = fmax(k[p], of[p * c->proposal_count + i]);
    }
    arena_free(scratch);
    m->p->rejected = k;
}

const plan *plan_prepare(const plan_setup *s, plan_request q, arena *mem,
                         parley_diags *d) {
    plan *p = ARENA_NEW(mem, plan);
    *p = (plan){.setup = s, .proposal = q.proposal};
    making m = {.s = s, .q = &q, .p = p, .mem = mem};
    m.extras = list_extras(&m);
    if (!make_phases(&m)) return NULL;
    make_covers(&m);
    if (!make_talks(&m, d)) return NULL;
    make_rejections(&m);
    return p;
}

/* --- Reading a plan --- */

int plan_phase_count(const plan *p) { return p->phase_count; }
const case_proposal *plan_proposal(const plan *p) { return p->proposal; }
const int *plan_standing(const plan *p, int phase) {
    return p->phases[phase].standing;
}
const case_talks *plan_talks(const plan *p) { return p->talks; }
const plan_field *plan_talks_field(const plan *p) { return p->field; }
bool plan_talks_barred(const plan *p) { return p->barred; }
double plan_rejected(const plan *p, int party) { return p->rejected[party]; }
