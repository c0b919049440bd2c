/* SPDX-License-Identifier: Apache-2.0
 * The draws in numbers: what each party seems to weigh, rank and value, and
 * what is left of the model's ranges.
 *
 * The weight of an issue to a party is the spread of its worths there, best
 * less worst: for an inferred party the weight that was drawn. The value of an
 * option is its worth over the worst option, as a share of the weight. Ranges
 * are the middle 90 %: the 5th and the 95th percentile, by linear
 * interpolation between order statistics (Hyndman and Fan, "Sample quantiles
 * in statistical packages", 1996, type 7).
 *
 * Edge cases: in ties every best option is best; an issue on which a party's
 * worths are all alike has weight 0 and values 0. Errors of means are those of
 * correlated draws: the deviation over the root of the effective size; the
 * mean over some draws only is a ratio of two means, and its error is that of
 * the ratio made linear. */
#include <math.h>
#include <stdlib.h>

#include "belief/measure.h"
#include "belief/setup.h"

#define TIE 1e-9

/* --- Means with errors --- */

static double mean_of(const double *values, int count) {
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += values[i];
    return sum / count;
}

static double deviation_of(const double *values, int count, double mean) {
    double sum = 0;
    for (int i = 0; i < count; i++)
        sum += (values[i] - mean) * (values[i] - mean);
    return count > 1 ? sqrt(sum / (count - 1)) : 0;
}

static belief_measure measure(const belief *b, const double *values,
                              arena *scratch) {
    belief_measure m = {.mean = mean_of(values, b->draw_count),
                        .ess = b->draw_count};
    belief_chains chains = {values, b->chain_count,
                            b->draw_count / b->chain_count};
    if (b->single || belief_constant(chains)) return m;
    m.ess = belief_mean_ess(chains, scratch);
    m.deviation = deviation_of(values, b->draw_count, m.mean);
    m.error = m.deviation / sqrt(m.ess);
    return m;
}

belief_measure belief_mean(const belief *b, const double *values,
                           arena *scratch) {
    arena_place place = arena_mark(scratch);
    belief_measure m = measure(b, values, scratch);
    arena_back(scratch, place);
    return m;
}

belief_measure belief_mean_where(const belief *b, const double *values,
                                 const bool *kept, arena *scratch) {
    arena_place place = arena_mark(scratch);
    double *part = ARENA_ARRAY(scratch, double, (size_t)b->draw_count);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < b->draw_count; i++)
        if (kept[i]) {
            sum += values[i];
            count++;
        }
    double mean = sum / count, share = (double)count / b->draw_count;
    for (int i = 0; i < b->draw_count; i++)
        part[i] = kept[i] ? (values[i] - mean) / share : 0;
    belief_measure m = measure(b, part, scratch);
    m.mean = mean;
    arena_back(scratch, place);
    return m;
}

/* --- What a party weighs and ranks --- */

static double spread(const double *worth, int count, double *low) {
    double least = worth[0], most = worth[0];
    for (int o = 1; o < count; o++) {
        least = fmin(least, worth[o]);
        most = fmax(most, worth[o]);
    }
    *low = least;
    return most - least;
}

static const double *worths_of(const belief *b, int at, int party, int issue) {
    return b->draws[at].worth + (ptrdiff_t)party * b->c->cell_count +
           b->c->issues[issue].cell;
}

double belief_weight(const belief *b, int at, int party, int issue) {
    double low;
    return spread(worths_of(b, at, party, issue),
                  b->c->issues[issue].option_count, &low);
}

static int by_size(const void *a, const void *b) {
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double percentile(const double *sorted, int count, double share) {
    double place = share * (count - 1);
    int below = (int)place;
    int above = below + 1 < count ? below + 1 : below;
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
}

/* Sorts the values. */
static belief_range range_of(double *values, int count) {
    belief_range r = {.mean = mean_of(values, count)};
    qsort(values, (size_t)count, sizeof *values, by_size);
    r.low = percentile(values, count, 0.05);
    r.high = percentile(values, count, 0.95);
    return r;
}

typedef struct summing {
    const belief *b;
    double *room; /* one a draw */
    belief_range *weight, *model, *honour;
    double *best, *value;
} summing;

static void add_issue(const summing *s, int party, int issue) {
    const belief *b = s->b;
    int options = b->c->issues[issue].option_count;
    int cell = party * b->c->cell_count + b->c->issues[issue].cell;
    for (int i = 0; i < b->draw_count; i++) {
        const double *worth = worths_of(b, i, party, issue);
        double low, weight = spread(worth, options, &low);
        s->room[i] = weight;
        for (int o = 0; o < options; o++) {
            double above = worth[o] - low;
            s->value[cell + o] += weight > 0 ? above / weight : 0;
            s->best[cell + o] += above > weight - TIE;
        }
    }
    for (int o = 0; o < options; o++) {
        s->value[cell + o] /= b->draw_count;
        s->best[cell + o] /= b->draw_count;
    }
    s->weight[party * b->c->issue_count + issue] =
        range_of(s->room, b->draw_count);
}

static void add_model(const summing *s) {
    const belief *b = s->b;
    for (int m = 0; m < CASE_PARAMETERS; m++) {
        for (int i = 0; i < b->draw_count; i++)
            s->room[i] = b->draws[i].model[m];
        s->model[m] = range_of(s->room, b->draw_count);
    }
    for (int k = 0; k < b->c->party_count * b->c->actor_count; k++) {
        for (int i = 0; i < b->draw_count; i++)
            s->room[i] = b->draws[i].honour[k];
        s->honour[k] = range_of(s->room, b->draw_count);
    }
}

const belief_summary *belief_summarise(const belief *b, arena *mem) {
    const case_model *c = b->c;
    size_t parties = (size_t)c->party_count;
    size_t cells = parties * (size_t)c->cell_count;
    summing s = {.b = b,
                 .room = ARENA_ARRAY(mem, double, (size_t)b->draw_count),
                 .weight = ARENA_ARRAY(mem, belief_range,
                                       parties * (size_t)c->issue_count),
                 .model = ARENA_ARRAY(mem, belief_range, CASE_PARAMETERS),
                 .honour = ARENA_ARRAY(mem, belief_range,
                                       parties * (size_t)c->actor_count),
                 .best = ARENA_ARRAY(mem, double, cells),
                 .value = ARENA_ARRAY(mem, double, cells)};
    for (int p = 0; p < c->party_count; p++)
        for (int j = 0; j < c->issue_count; j++)
            add_issue(&s, p, j);
    add_model(&s);
    belief_summary *out = ARENA_NEW(mem, belief_summary);
    *out = (belief_summary){s.weight, s.best,   s.value,
                            s.model,  s.honour, b->setup->prior->honour_known};
    return out;
}
