/* SPDX-License-Identifier: Apache-2.0
 *
 * Which entry moved which proposal, and how far?
 *
 * Entries e_1 .. e_n came one after the other. S_k is the share of draws in
 * which all accept, with e_(k+1) .. e_n left out of the record; the movement by
 * e_k is S_k - S_(k-1), so the movements add up to what changed between then
 * and now. All S_k are read off the same draws, those of the whole record,
 * weighted by the ratio of likelihoods (belief_leave_out_all), so that chance
 * is common to both sides of a difference; where weights won't do, since faces
 * or rejections change or too few effective draws are left, S_k is sampled
 * again with the same seed and the step says that its draws aren't common.
 *
 * Errors: of a difference on common draws that of the mean of
 * w_k (a - S_k) - w_(k-1) (a - S_(k-1)) over the draws, a being 1 where all
 * accept (the delta method for the two ratios); else of both means, added in
 * squares.
 *
 * The order matters: what an entry moves depends on what was known before it.
 */
#include "advice/since.h"

#include <math.h>

#include "advice/headline.h"

typedef struct moving {
    const belief *b;
    const int_list *steps; /* entries of each */
    int count;
    const double *const *accepts; /* [proposal][draw] of b */
    arena *mem;
    parley_diags *d;
} moving;

/* Everything after the first k steps left out. */
typedef struct level {
    belief_without without;
    const double *const *accepts; /* [proposal][draw] of without.b */
    double *share;                /* [proposal] */
} level;

static const double *const *accepts_of(const belief *b, arena *mem) {
    const double **all =
        ARENA_ARRAY(mem, const double *, (size_t)b->c->proposal_count + 1);
    for (int p = 0; p < b->c->proposal_count; p++)
        all[p] = headline_accepts(b, p, mem);
    return all;
}

static parley_status make_level(level *out, const moving *m, int k) {
    int count = 0;
    for (int i = k; i < m->count; i++)
        count += m->steps[i].count;
    int *items = ARENA_ARRAY(m->mem, int, (size_t)count + 1);
    count = 0;
    for (int i = k; i < m->count; i++)
        for (int j = 0; j < m->steps[i].count; j++)
            items[count++] = m->steps[i].items[j];
    parley_status status = belief_leave_out_all(
        &out->without, m->b, (int_list){items, count}, m->mem, m->d);
    if (status != PARLEY_OK) return status;
    const belief *b = out->without.b;
    out->accepts = b == m->b ? m->accepts : accepts_of(b, m->mem);
    out->share = ARENA_ARRAY(m->mem, double, (size_t)b->c->proposal_count + 1);
    for (int p = 0; p < b->c->proposal_count; p++)
        out->share[p] = belief_without_mean(&out->without, out->accepts[p]);
    return PARLEY_OK;
}

/* n times the weight of a draw, less 0 where all are alike: 1. */
static double weight_of(const level *l, int i) {
    return l->without.weights ? l->without.weights[i] * l->without.b->draw_count
                              : 1;
}

static double common_error(const level *before, const level *after,
                           int proposal, arena *mem) {
    const belief *b = after->without.b;
    const double *accepts = after->accepts[proposal];
    double *values = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    for (int i = 0; i < b->draw_count; i++)
        values[i] =
            weight_of(after, i) * (accepts[i] - after->share[proposal]) -
            weight_of(before, i) * (accepts[i] - before->share[proposal]);
    return belief_mean(b, values, mem).error;
}

static double own_error(const level *l, int proposal, arena *mem) {
    const belief *b = l->without.b;
    if (b->single) return 0;
    double deviation = belief_mean(b, l->accepts[proposal], mem).deviation;
    return deviation / sqrt(l->without.ess);
}

static void fill_step(advice_step *step, const level *before,
                      const level *after, const moving *m) {
    int count = m->b->c->proposal_count;
    double *change = ARENA_ARRAY(m->mem, double, (size_t)count + 1);
    double *error = ARENA_ARRAY(m->mem, double, (size_t)count + 1);
    step->common = before->without.b == after->without.b;
    step->change = change;
    step->error = error;
    for (int p = 0; p < count; p++) {
        arena *scratch = arena_child(m->mem);
        change[p] = after->share[p] - before->share[p];
        error[p] = step->common ? common_error(before, after, p, scratch)
                                : hypot(own_error(before, p, scratch),
                                        own_error(after, p, scratch));
        arena_free(scratch);
    }
}

/* One step an entry; of too many the earliest are together. */
static void make_steps(moving *m, int_list entries) {
    int first = entries.count > ADVICE_STEPS_MOST
                    ? entries.count - ADVICE_STEPS_MOST + 1
                    : entries.count > 0;
    int_list *steps = ARENA_ARRAY(m->mem, int_list, ADVICE_STEPS_MOST + 1);
    if (first > 0) steps[m->count++] = (int_list){entries.items, first};
    for (int i = first; i < entries.count; i++)
        steps[m->count++] = (int_list){entries.items + i, 1};
    m->steps = steps;
}

parley_status advice_move(const advice_since **out, const belief *b,
                          int_list entries, arena *mem, parley_diags *d) {
    advice_since *a = ARENA_NEW(mem, advice_since);
    moving m = {.b = b, .mem = mem, .d = d};
    *out = a;
    if (!b->gain) return PARLEY_OK;
    m.accepts = accepts_of(b, mem);
    make_steps(&m, entries);
    advice_step *steps = ARENA_ARRAY(mem, advice_step, (size_t)m.count + 1);
    level *levels = ARENA_ARRAY(mem, level, (size_t)m.count + 1);
    for (int k = m.count; k >= 0; k--) {
        parley_status status = make_level(&levels[k], &m, k);
        if (status != PARLEY_OK) return status;
    }
    for (int k = 0; k < m.count; k++) {
        steps[k].entries = m.steps[k];
        fill_step(&steps[k], &levels[k], &levels[k + 1], &m);
    }
    *a = (advice_since){levels[0].share, levels[m.count].share, steps, m.count};
    return PARLEY_OK;
}
