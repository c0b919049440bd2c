/* SPDX-License-Identifier: Apache-2.0
 * One proposal over all draws: who accepts, at what gain, who would walk away
 * in which phase, what the talks end with, what that does to leverage.
 *
 * Every quantity is written down draw by draw and then averaged, so that each
 * mean has its Monte Carlo error. Where a quantity exists in some draws only
 * (leverage: where there is a settlement; compliance in a phase: where all
 * earlier ones were complied with) the mean is over those.
 *
 * The binding party refuses most often; the binding issue is where it loses
 * most, on average, in the draws in which it refuses. */
#include "lens/plans.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* What is written down; [..][draw]. */
typedef struct series {
    size_t issues;
    double **accept, **gain, **leverage; /* [party] */
    double **comply;                     /* [phase] */
    bool **reached;                      /* [phase]: earlier ones held */
    double *all, *locked, *settle, *complied;
    bool *settled;
    int *settlement; /* [draw][issue] */
    double *slack;   /* [phase][party], summed */
    int *leave;      /* [phase][party]: draws in which it would walk away */
    double *split;   /* [party][row], summed where the party refuses */
} series;

static double **columns(int count, int draws, arena *mem) {
    double **of = ARENA_ARRAY(mem, double *, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        of[i] = ARENA_ARRAY(mem, double, (size_t)draws);
    return of;
}

static series series_new(const plans_row *r, const belief *b, arena *mem) {
    const int parties = b->c->party_count, draws = b->draw_count;
    const size_t n = (size_t)draws, phases = (size_t)r->phase_count;
    const size_t rows = (size_t)b->c->issue_count + PLAN_ROWS;
    series s = {.issues = (size_t)b->c->issue_count,
                .accept = columns(parties, draws, mem),
                .gain = columns(parties, draws, mem),
                .leverage = columns(parties, draws, mem),
                .comply = columns(r->phase_count, draws, mem)};
    s.reached = ARENA_ARRAY(mem, bool *, phases + 1);
    for (size_t k = 0; k < phases; k++)
        s.reached[k] = ARENA_ARRAY(mem, bool, n);
    s.all = ARENA_ARRAY(mem, double, n);
    s.locked = ARENA_ARRAY(mem, double, n);
    s.settle = ARENA_ARRAY(mem, double, n);
    s.complied = ARENA_ARRAY(mem, double, n);
    s.settled = ARENA_ARRAY(mem, bool, n);
    s.settlement = ARENA_ARRAY(mem, int, n *(size_t)b->c->issue_count + 1);
    s.slack = ARENA_ARRAY(mem, double, phases *(size_t)parties + 1);
    s.leave = ARENA_ARRAY(mem, int, phases *(size_t)parties + 1);
    s.split = ARENA_ARRAY(mem, double, (size_t)parties *rows);
    return s;
}

/* --- One draw --- */

static void note_parties(series *s, const plan *p, const plan_work *t,
                         const plan_value *v, double *row) {
    const case_model *c = t->setup->c;
    const int rows = c->issue_count + PLAN_ROWS;
    for (int i = 0; i < v->party_count; i++) {
        if (v->accept[i]) continue;
        plan_split(p, t, v, i, row);
        for (int k = 0; k < rows; k++)
            s->split[i * rows + k] += row[k];
    }
}

static void note_phases(series *s, const plan_value *v, int at) {
    bool reached = true;
    for (int k = 0; k < v->phase_count; k++) {
        bool complied = true;
        s->reached[k][at] = reached;
        for (int i = 0; i < v->party_count; i++) {
            bool stays = plan_complies(v, k, i);
            complied = complied && stays;
            s->leave[k * v->party_count + i] += !stays;
            s->slack[k * v->party_count + i] += plan_slack(v, k, i);
        }
        s->comply[k][at] = complied;
        reached = reached && complied;
    }
    s->complied[at] = reached;
}

static void note_draw(series *s, const plan_value *v, int at) {
    for (int i = 0; i < v->party_count; i++) {
        s->accept[i][at] = v->accept[i];
        s->gain[i][at] = v->gain[i];
        s->leverage[i][at] = v->settlement ? v->leverage[i] : 0;
    }
    s->all[at] = v->all;
    s->locked[at] = v->locked;
    s->settle[at] = v->can_settle;
    s->settled[at] = v->settlement != NULL;
    if (v->settlement)
        memcpy(s->settlement + (size_t)at * s->issues, v->settlement,
               s->issues * sizeof *s->settlement);
    note_phases(s, v, at);
}

static void run_draws(series *s, const plans_view *view, const plan *p,
                      arena *mem) {
    const case_model *c = view->belief->c;
    plan_work *t = plan_work_new(view->setup, mem);
    plan_value *v = plan_value_new(view->setup, plan_phase_count(p), mem);
    double *row = ARENA_ARRAY(mem, double, (size_t)c->issue_count + PLAN_ROWS);
    for (int i = 0; i < view->belief->draw_count; i++) {
        plan_begin(t, &view->belief->draws[i]);
        plan_eval(p, t, v);
        note_draw(s, v, i);
        note_parties(s, p, t, v, row);
    }
}

/* --- Means --- */

static const belief_measure none = {NAN, NAN, NAN, NAN};

static int find_weakest(const int *leave, const double *slack, int parties) {
    int weakest = 0;
    for (int i = 1; i < parties; i++)
        if (leave[i] > leave[weakest] ||
            (leave[i] == leave[weakest] && slack[i] < slack[weakest]))
            weakest = i;
    return weakest;
}

static void average_phases(plans_row *r, const series *s, const belief *b,
                           plans_phase *phases, arena *scratch) {
    const int parties = b->c->party_count;
    const double draws = b->draw_count;
    for (int k = 0; k < r->phase_count; k++) {
        const size_t at = (size_t)k * (size_t)parties;
        const double *slack = s->slack + at;
        const int *leave = s->leave + at;
        int weakest = find_weakest(leave, slack, parties);
        phases[k].weakest = weakest;
        phases[k].leave = leave[weakest] / draws;
        phases[k].slack = slack[weakest] / draws;
        phases[k].comply =
            belief_mean_where(b, s->comply[k], s->reached[k], scratch);
    }
}

static void find_binding(plans_row *r, const series *s, const belief *b) {
    const int rows = b->c->issue_count + PLAN_ROWS;
    const belief_measure *by = r->accept.by_party;
    r->binding = 0;
    for (int i = 1; i < b->c->party_count; i++)
        if (by[i].mean < by[r->binding].mean) r->binding = i;
    if (by[r->binding].mean >= 1) {
        r->binding = r->binding_row = -1;
        return;
    }
    const double *split = s->split + (size_t)r->binding * (size_t)rows;
    r->binding_row = 0;
    for (int k = 1; k < rows; k++)
        if (split[k] < split[r->binding_row]) r->binding_row = k;
}

typedef struct made { /* what the row's const pointers point to */
    plans_row row;
    belief_measure *by_party[3]; /* accept, gain, leverage */
    plans_phase *phases;
    bool *accepted;
    double *options;
    int *settlement;
} made;

/* --- Settlements --- */

/* How often each option is part of a settlement. */
static void count_options(const series *s, const belief *b, double *options) {
    const case_issue *issues = b->c->issues;
    double total = 0;
    for (int i = 0; i < b->draw_count; i++) {
        const int *outcome = s->settlement + (size_t)i * s->issues;
        if (!s->settled[i]) continue;
        total++;
        for (size_t j = 0; j < s->issues; j++)
            options[issues[j].cell + outcome[j]]++;
    }
    for (int i = 0; i < b->c->cell_count && total > 0; i++)
        options[i] /= total;
}

/* Outcomes in issue order. */
static int by_outcome(const void *a, const void *b) {
    const int *const *x = a, *const *y = b;
    const int *p = *x, *q = *y;
    while (*p == *q && *p >= 0) {
        p++;
        q++;
    }
    return *p < *q ? -1 : *p > *q;
}

/* The settlements, sorted; each ends with -1. */
static const int **sorted(const series *s, const belief *b, int *count,
                          arena *scratch) {
    const size_t draws = (size_t)b->draw_count;
    int *ended = ARENA_ARRAY(scratch, int, draws *(s->issues + 1) + 1);
    const int **all = ARENA_ARRAY(scratch, const int *, draws + 1);
    *count = 0;
    for (size_t i = 0; i < draws; i++) {
        int *to = ended + i * (s->issues + 1);
        if (!s->settled[i]) continue;
        memcpy(to, s->settlement + i * s->issues, s->issues * sizeof *to);
        to[s->issues] = -1;
        all[(*count)++] = to;
    }
    qsort(all, (size_t)*count, sizeof *all, by_outcome);
    return all;
}

/* The settlement met most often; of ties the first outcome. */
static const int *most_frequent(const series *s, const belief *b,
                                arena *scratch) {
    int count, most = 0;
    const int **all = sorted(s, b, &count, scratch), *found = NULL;
    for (int i = 0, run = 0; i < count; i++) {
        run = i > 0 && by_outcome(&all[i - 1], &all[i]) == 0 ? run + 1 : 1;
        if (run <= most) continue;
        most = run;
        found = all[i];
    }
    return found;
}

static void find_settlement(made *m, const series *s, const belief *b,
                            arena *scratch) {
    m->row.settlement_share = none;
    const int *found = most_frequent(s, b, scratch);
    if (!found) return;
    count_options(s, b, m->options);
    const size_t size = s->issues * sizeof *found;
    double *met = ARENA_ARRAY(scratch, double, (size_t)b->draw_count);
    for (int i = 0; i < b->draw_count; i++)
        met[i] = s->settled[i] && memcmp(s->settlement + (size_t)i * s->issues,
                                         found, size) == 0;
    m->row.settlement_share = belief_mean(b, met, scratch);
    memcpy(m->settlement, found, size);
    m->row.settlement = m->settlement;
}

static void average(plans_row *r, const series *s, const plans_view *v,
                    belief_measure *const *to, arena *scratch) {
    const belief *b = v->belief;
    for (int i = 0; i < b->c->party_count; i++) {
        to[0][i] = belief_mean(b, s->accept[i], scratch);
        to[1][i] = belief_mean(b, s->gain[i], scratch);
        to[2][i] = belief_mean_where(b, s->leverage[i], s->settled, scratch);
    }
    const case_talks *talks = plan_talks(r->plan);
    r->accept.all = belief_mean(b, s->all, scratch);
    r->comply = belief_mean(b, s->complied, scratch);
    r->locked = talks && talks->fail == CASE_STAY
                    ? belief_mean(b, s->locked, scratch)
                    : none;
    r->settle = talks ? belief_mean(b, s->settle, scratch) : none;
}

/* --- A row --- */

plans_row *plans_row_new(const plans_view *v, const case_proposal *p,
                         arena *mem) {
    const belief *b = v->belief;
    made *m = ARENA_NEW(mem, made);
    for (int i = 0; i < 3; i++)
        m->by_party[i] =
            ARENA_ARRAY(mem, belief_measure, (size_t)b->c->party_count);
    m->phases = ARENA_ARRAY(mem, plans_phase, (size_t)p->phase_count + 1);
    m->accepted = ARENA_ARRAY(mem, bool, (size_t)b->draw_count);
    m->options = ARENA_ARRAY(mem, double, (size_t)b->c->cell_count + 1);
    m->settlement = ARENA_ARRAY(mem, int, (size_t)b->c->issue_count + 1);
    for (int k = 0; k < p->phase_count; k++)
        m->phases[k].name = p->phases[k].name;
    m->row = (plans_row){.name = p->id,
                         .proposal = p,
                         .accept = {none, m->by_party[0], m->accepted},
                         .gain = m->by_party[1],
                         .leverage = m->by_party[2],
                         .phases = m->phases,
                         .phase_count = p->phase_count,
                         .options = m->options,
                         .bare = {none, NULL, NULL},
                         .sourced = {none, NULL, NULL}};
    return &m->row;
}

void plans_row_measure(plans_row *r, const plans_view *v, arena *scratch) {
    made *m = (made *)r; /* the row is its first member */
    series s = series_new(r, v->belief, scratch);
    run_draws(&s, v, r->plan, scratch);
    average(r, &s, v, m->by_party, scratch);
    average_phases(r, &s, v->belief, m->phases, scratch);
    find_binding(r, &s, v->belief);
    find_settlement(m, &s, v->belief, scratch);
    for (int i = 0; i < v->belief->draw_count; i++)
        m->accepted[i] = s.all[i] > 0;
}

/* --- Acceptance alone --- */

plans_shares plans_accept(const plans_view *v, const plan *p,
                          const double *cost, arena *mem) {
    const belief *b = v->belief;
    const int parties = b->c->party_count;
    bool *accepted = ARENA_ARRAY(mem, bool, (size_t)b->draw_count);
    belief_measure *by = ARENA_ARRAY(mem, belief_measure, (size_t)parties);
    arena *scratch = arena_child(mem);
    double **accept = columns(parties, b->draw_count, scratch);
    double *all = ARENA_ARRAY(scratch, double, (size_t)b->draw_count);
    double *first = ARENA_ARRAY(scratch, double, (size_t)parties);
    plan_work *t = plan_work_new(v->setup, scratch);
    for (int i = 0; i < b->draw_count; i++) {
        plan_begin(t, &b->draws[i]);
        plan_first(p, t, first);
        all[i] = 1;
        for (int k = 0; k < parties; k++) {
            double weight = cost ? cost[k] : plan_rejected(p, k);
            double paid = weight * b->draws[i].model[CASE_PUBLIC_REJECTION];
            accept[k][i] = deal_at_least(first[k] - paid, t->no_deal[k]);
            all[i] *= accept[k][i];
        }
        accepted[i] = all[i] > 0;
    }
    for (int k = 0; k < parties; k++)
        by[k] = belief_mean(b, accept[k], scratch);
    plans_shares shares = {belief_mean(b, all, scratch), by, accepted};
    arena_free(scratch);
    return shares;
}

const char *plans_name(const plans_row *r) {
    return r->proposal->name ? r->proposal->name : r->name;
}

bool plans_assumes(const plans_answer *a) {
    const case_model *c = a->main.belief->c;
    for (int p = 0; p < c->party_count; p++)
        if (a->grounds[p].assumed > 0) return true;
    return false;
}

belief_measure plans_lead(const plans_view *v, const plans_shares *first,
                          const plans_shares *second, arena *mem) {
    const belief *b = v->belief;
    arena *scratch = arena_child(mem);
    double *lead = ARENA_ARRAY(scratch, double, (size_t)b->draw_count);
    for (int i = 0; i < b->draw_count; i++)
        lead[i] = first->accepted[i] - second->accepted[i];
    belief_measure m = belief_mean(b, lead, scratch);
    arena_free(scratch);
    return m;
}
