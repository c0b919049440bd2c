/* SPDX-License-Identifier: Apache-2.0
 * What a set of changes does, in full and on any draws: who accepts, what each
 * gains, whether they comply, each beside the same of the proposal as it is
 * on the same draws.
 *
 * Where a lever sets parameters of the model they are set in every draw and
 * for no deal alike: the lever is a different world and not a promise.
 *
 * Edge cases: variants of a proposal carry the cost of its public rejection,
 * whatever they are called (`like`). Errors of differences are those of the
 * paired differences. */
#include "advice/unlock_int.h"

#include <math.h>

#include "base/threads.h"

static double honour_of(const case_model *c, int at, double set, double was) {
    return at / c->actor_count == at % c->actor_count ? was : set;
}

static void set_parameter(draw *w, const case_model *c, case_parameter p,
                          arena *mem) {
    if (p.which != CASE_HONOUR) {
        w->model[p.which] = p.value;
        return;
    }
    int count = c->party_count * c->actor_count;
    double *honour = ARENA_ARRAY(mem, double, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        honour[i] = honour_of(c, i, p.value, w->honour[i]);
    w->honour = honour;
}

const draw *unlock_world(const belief *b, const unlock_variant *v, arena *mem) {
    if (v->parameter_count == 0) return b->draws;
    size_t n = (size_t)b->draw_count;
    draw *draws = ARENA_ARRAY(mem, draw, n);
    for (size_t i = 0; i < n; i++) {
        draws[i] = b->draws[i];
        for (int k = 0; k < v->parameter_count; k++)
            set_parameter(&draws[i], b->c, v->parameters[k], mem);
    }
    return draws;
}

/* --- Series, one number a draw --- */

typedef struct series {
    double *all, *comply;
    double **accept, **gain; /* [party] */
} series;

typedef struct measuring {
    const unlock_set *const *sets;
    const plan **plans;
    const draw **worlds;
    series *series;
    const belief *b;
    const plan_setup *setup;
    int phase_most;
} measuring;

static double *column(int draws, arena *mem) {
    return ARENA_ARRAY(mem, double, (size_t)draws);
}

static series series_new(const belief *b, arena *mem) {
    size_t parties = (size_t)b->c->party_count;
    series s = {column(b->draw_count, mem), column(b->draw_count, mem),
                ARENA_ARRAY(mem, double *, parties),
                ARENA_ARRAY(mem, double *, parties)};
    for (size_t p = 0; p < parties; p++) {
        s.accept[p] = column(b->draw_count, mem);
        s.gain[p] = column(b->draw_count, mem);
    }
    return s;
}

static double complies(const plan_value *v) {
    for (int k = 0; k < v->phase_count; k++)
        for (int p = 0; p < v->party_count; p++)
            if (!plan_complies(v, k, p)) return 0;
    return 1;
}

static void run_set(void *subject, size_t i, arena *scratch) {
    const measuring *m = subject;
    const series *s = &m->series[i];
    plan_work *t = plan_work_new(m->setup, scratch);
    plan_value *v = plan_value_new(m->setup, m->phase_most, scratch);
    for (int d = 0; d < m->b->draw_count; d++) {
        plan_begin(t, &m->worlds[i][d]);
        plan_eval(m->plans[i], t, v);
        s->all[d] = v->all;
        s->comply[d] = complies(v);
        for (int p = 0; p < v->party_count; p++) {
            s->accept[p][d] = v->accept[p];
            s->gain[p][d] = v->gain[p];
        }
    }
}

/* --- Means, and paired differences --- */

static belief_measure change_of(const belief *b, const double *values,
                                const double *from, arena *scratch) {
    double *change = column(b->draw_count, scratch);
    for (int d = 0; d < b->draw_count; d++)
        change[d] = values[d] - from[d];
    return belief_mean(b, change, scratch);
}

static double others_accept(const belief *b, const series *s, int party) {
    int count = 0;
    for (int d = 0; d < b->draw_count; d++) {
        bool all = true;
        for (int p = 0; p < b->c->party_count; p++)
            if (p != party && s->accept[p][d] < 1) all = false;
        count += all;
    }
    return (double)count / b->draw_count;
}

static unlock_effect effect_of(const measuring *m, int set, arena *mem) {
    const belief *b = m->b;
    const series *s = &m->series[set], *base = &m->series[0];
    size_t n = (size_t)b->c->party_count;
    belief_measure *by[4];
    for (int i = 0; i < 4; i++)
        by[i] = ARENA_ARRAY(mem, belief_measure, n);
    double *others = ARENA_ARRAY(mem, double, n);
    bool *accepted = ARENA_ARRAY(mem, bool, (size_t)b->draw_count);
    arena *scratch = arena_child(mem);
    unlock_effect e = {.all = belief_mean(b, s->all, scratch),
                       .by_base = change_of(b, s->all, base->all, scratch),
                       .comply = belief_mean(b, s->comply, scratch),
                       .comply_change =
                           change_of(b, s->comply, base->comply, scratch)};
    for (size_t p = 0; p < n; p++) {
        by[0][p] = belief_mean(b, s->accept[p], scratch);
        by[1][p] = change_of(b, s->accept[p], base->accept[p], scratch);
        by[2][p] = belief_mean(b, s->gain[p], scratch);
        by[3][p] = change_of(b, s->gain[p], base->gain[p], scratch);
        others[p] = others_accept(b, s, (int)p);
        if (by[2][p].mean < by[2][e.smallest].mean) e.smallest = (int)p;
    }
    for (int d = 0; d < b->draw_count; d++)
        accepted[d] = s->all[d] > 0;
    arena_free(scratch);
    e.accept = by[0];
    e.accept_change = by[1];
    e.gain = by[2];
    e.gain_change = by[3];
    e.others = others;
    e.accepted = accepted;
    return e;
}

static void prepare_sets(measuring *m, int count, int like, arena *scratch) {
    for (int i = 0; i < count; i++) {
        const unlock_variant *v = &m->sets[i]->variant;
        plan_request q = {v->proposal, like, v->payments, v->payment_count};
        m->plans[i] = plan_prepare(m->setup, q, scratch, NULL);
        m->worlds[i] = unlock_world(m->b, v, scratch);
        m->series[i] = series_new(m->b, scratch);
        if (v->proposal->phase_count > m->phase_most)
            m->phase_most = v->proposal->phase_count;
    }
}

const unlock_effect *unlock_measure(const unlock_set *const *sets, int count,
                                    const belief *b, const plan_setup *s,
                                    int proposal, arena *mem) {
    unlock_effect *effects = ARENA_ARRAY(mem, unlock_effect, (size_t)count + 1);
    arena *scratch = arena_child(mem);
    measuring m = {
        .sets = sets,
        .plans = ARENA_ARRAY(scratch, const plan *, (size_t)count + 1),
        .worlds = ARENA_ARRAY(scratch, const draw *, (size_t)count + 1),
        .series = ARENA_ARRAY(scratch, series, (size_t)count + 1),
        .b = b,
        .setup = s};
    prepare_sets(&m, count, proposal, scratch);
    threads_run((size_t)count, b->ask.threads, run_set, &m, scratch);
    for (int i = 0; i < count; i++)
        effects[i] = effect_of(&m, i, mem);
    arena_free(scratch);
    return effects;
}
