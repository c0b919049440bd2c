/* SPDX-License-Identifier: Apache-2.0
 * What moves a headline most. Three kinds of cause, three ways to see them:
 *
 *   parameters   the mean of the headline over the draws in the upper third of
 *                a parameter's posterior, less that over the lower third: no
 *                new draws (a coarse version of the regional sensitivity
 *                analysis of Hornberger and Spear 1981);
 *   statements   the headline with one entry left out (belief_leave_out);
 *   structure    the headline of the case with one choice made otherwise,
 *                sampled again with the same seed.
 *
 * Edge cases: a parameter that is fixed, and an entry without a likelihood,
 * move nothing and are not listed. A single draw (all exact) has no thirds;
 * then only structure is looked at. Errors of differences between two samples
 * add in squares, which overstates them where the samples share draws. */
#include "advice/sensitivity.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "advice/headline.h"
#include "advice/variant.h"

/* Structural choices are many and move much: a part of the draws is enough to
 * rank them, and their errors say so. */
enum { VARIANT_SHARE = 4 };

typedef struct work {
    const belief *b;
    advice_headline h;
    const double *first, *second, *lead;
    advice_sensitivity *out;
    arena *mem;
    parley_diags *d;
} work;

static int by_change(const void *left, const void *right) {
    const advice_shift *a = left, *b = right;
    double x = fabs(a->change), y = fabs(b->change);
    if (x != y) return x < y ? 1 : -1;
    return strcmp(a->label, b->label);
}

static void keep(work *w, advice_cause cause, advice_shift *shifts, int count) {
    qsort(shifts, (size_t)count, sizeof *shifts, by_change);
    w->out->shifts[cause] = shifts;
    w->out->counts[cause] = count;
}

/* A change of sign that is more than noise. */
static bool flips(const work *w, double lead, double error) {
    return w->h.second >= 0 && lead * w->out->lead < 0 &&
           fabs(lead) > 2 * error;
}

/* --- Parameters --- */

static int by_value(const void *left, const void *right) {
    double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

/* The values below which a third, and two thirds, of the draws lie. */
static void find_thirds(const double *values, int count, double cut[2],
                        arena *mem) {
    double *sorted = ARENA_ARRAY(mem, double, (size_t)count);
    memcpy(sorted, values, (size_t)count * sizeof *sorted);
    qsort(sorted, (size_t)count, sizeof *sorted, by_value);
    cut[0] = sorted[count / 3];
    cut[1] = sorted[count - 1 - count / 3];
}

static void compare_thirds(const work *w, const double *values,
                           advice_shift *shift) {
    int count = w->b->draw_count;
    double cut[2];
    find_thirds(values, count, cut, w->mem);
    bool *low = ARENA_ARRAY(w->mem, bool, (size_t)count);
    bool *high = ARENA_ARRAY(w->mem, bool, (size_t)count);
    for (int i = 0; i < count; i++) {
        low[i] = values[i] <= cut[0];
        high[i] = values[i] >= cut[1];
    }
    belief_measure below = belief_mean_where(w->b, w->lead, low, w->mem);
    belief_measure above = belief_mean_where(w->b, w->lead, high, w->mem);
    shift->change = above.mean - below.mean;
    shift->error = hypot(above.error, below.error);
    shift->first = belief_mean_where(w->b, w->first, high, w->mem).mean;
    shift->second =
        w->second ? belief_mean_where(w->b, w->second, high, w->mem).mean : NAN;
    shift->flips =
        flips(w, above.mean, above.error) || flips(w, below.mean, below.error);
}

static const double *parameter_values(const work *w,
                                      case_parameter_name which) {
    double *values = ARENA_ARRAY(w->mem, double, (size_t)w->b->draw_count);
    for (int i = 0; i < w->b->draw_count; i++)
        values[i] = w->b->draws[i].model[which];
    return values;
}

static const double *honour_values(const work *w, int party, int actor) {
    double *values = ARENA_ARRAY(w->mem, double, (size_t)w->b->draw_count);
    size_t at = (size_t)party * (size_t)w->b->c->actor_count + (size_t)actor;
    for (int i = 0; i < w->b->draw_count; i++)
        values[i] = w->b->draws[i].honour[at];
    return values;
}

static bool varies(const double *values, int count) {
    for (int i = 1; i < count; i++)
        if (values[i] != values[0]) return true;
    return false;
}

static int look_at(const work *w, const double *values, advice_shift *shift,
                   const char *label, case_parameter_name which) {
    if (!varies(values, w->b->draw_count)) return 0;
    *shift = (advice_shift){.cause = ADVICE_PARAMETER,
                            .label = label,
                            .entry = -1,
                            .origin = w->b->c->model[which].origin};
    compare_thirds(w, values, shift);
    return 1;
}

static void shift_parameters(work *w) {
    const case_model *c = w->b->c;
    int most = CASE_PARAMETERS + c->party_count * c->actor_count;
    advice_shift *shifts = ARENA_ARRAY(w->mem, advice_shift, (size_t)most);
    int count = 0;
    for (int m = 0; m < CASE_PARAMETERS; m++) {
        case_parameter_name which = (case_parameter_name)m;
        if (which != CASE_HONOUR)
            count += look_at(w, parameter_values(w, which), &shifts[count],
                             case_parameter_label(which), which);
    }
    for (int p = 0; p < c->party_count; p++)
        for (int q = 0; q < c->actor_count; q++)
            count +=
                look_at(w, honour_values(w, p, q), &shifts[count],
                        arena_format(w->mem, "how far %s trusts promises of %s",
                                     c->actors[p].name, c->actors[q].name),
                        CASE_HONOUR);
    keep(w, ADVICE_PARAMETER, shifts, count);
}

/* --- Statements --- */

static parley_status leave_out(const work *w, int entry, arena *mem,
                               advice_shift *shift) {
    belief_without without;
    parley_status status = belief_leave_out(&without, w->b, entry, mem, w->d);
    if (status != PARLEY_OK) return status;
    const belief *b = without.b;
    const double *lead = headline_lead(b, w->h, mem);
    const double *first = headline_accepts(b, w->h.first, mem);
    double mean = belief_without_mean(&without, lead);
    double error = belief_mean(b, lead, mem).deviation / sqrt(without.ess);
    *shift = (advice_shift){
        .cause = ADVICE_STATEMENT,
        .label = w->b->c->record[entry].id,
        .entry = entry,
        .origin = w->b->c->record[entry].origin,
        .first = belief_without_mean(&without, first),
        .second = NAN,
        .change = mean - w->out->lead,
        .error = hypot(error, w->out->error),
        .flips = flips(w, mean, error),
    };
    if (w->h.second >= 0)
        shift->second = belief_without_mean(
            &without, headline_accepts(b, w->h.second, mem));
    return PARLEY_OK;
}

static parley_status shift_statements(work *w) {
    int_list entries = belief_carriers(w->b, w->mem);
    advice_shift *shifts =
        ARENA_ARRAY(w->mem, advice_shift, (size_t)entries.count);
    for (int i = 0; i < entries.count; i++) {
        arena *scratch = arena_child(w->mem);
        parley_status status =
            leave_out(w, entries.items[i], scratch, &shifts[i]);
        arena_free(scratch);
        if (status != PARLEY_OK) return status;
    }
    keep(w, ADVICE_STATEMENT, shifts, entries.count);
    return PARLEY_OK;
}

/* --- Structure --- */

static bool try_variant(const work *w, const variant *v, arena *mem,
                        advice_shift *shift) {
    const belief *b;
    /* A variant that contradicts the record is no reading of it: what it
     * reports is not the user's problem. */
    belief_ask ask = w->b->ask;
    ask.draws = (ask.draws + VARIANT_SHARE - 1) / VARIANT_SHARE;
    if (belief_sample(&b, v->c, &ask, mem, NULL) != PARLEY_OK || !b->gain)
        return false;
    const double *lead = headline_lead(b, w->h, mem);
    belief_measure mean = belief_mean(b, lead, mem);
    *shift = (advice_shift){
        .cause = ADVICE_STRUCTURE,
        .label = v->label,
        .entry = -1,
        .origin = v->origin,
        .first = belief_mean(b, headline_accepts(b, w->h.first, mem), mem).mean,
        .second = NAN,
        .change = mean.mean - w->out->lead,
        .error = hypot(mean.error, w->out->error),
        .flips = flips(w, mean.mean, mean.error),
    };
    if (w->h.second >= 0)
        shift->second =
            belief_mean(b, headline_accepts(b, w->h.second, mem), mem).mean;
    return true;
}

static void shift_structure(work *w) {
    int proposals[2] = {w->h.first, w->h.second};
    int_list asked = {proposals, w->h.second < 0 ? 1 : 2};
    variant_list all = variant_all(w->b->c, asked, w->mem);
    advice_shift *shifts = ARENA_ARRAY(w->mem, advice_shift, (size_t)all.count);
    int count = 0;
    for (int i = 0; i < all.count; i++) {
        arena *scratch = arena_child(w->mem);
        count += try_variant(w, &all.items[i], scratch, &shifts[count]);
        arena_free(scratch);
    }
    keep(w, ADVICE_STRUCTURE, shifts, count);
}

parley_status advice_sensitise(const advice_sensitivity **out, const belief *b,
                               advice_headline h, arena *mem, parley_diags *d) {
    advice_sensitivity *answer = ARENA_NEW(mem, advice_sensitivity);
    work w = {.b = b, .h = h, .out = answer, .mem = mem, .d = d};
    w.first = headline_accepts(b, h.first, mem);
    w.second = h.second < 0 ? NULL : headline_accepts(b, h.second, mem);
    w.lead = headline_lead(b, h, mem);
    belief_measure lead = belief_mean(b, w.lead, mem);
    answer->first = belief_mean(b, w.first, mem).mean;
    answer->second = w.second ? belief_mean(b, w.second, mem).mean : NAN;
    answer->lead = lead.mean;
    answer->error = lead.error;
    if (!b->single) {
        shift_parameters(&w);
        parley_status status = shift_statements(&w);
        if (status != PARLEY_OK) return status;
    }
    shift_structure(&w);
    *out = answer;
    return PARLEY_OK;
}
