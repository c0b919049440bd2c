/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley forecast CASE`: where do simple, tested models say the issues will
 * end?
 *
 * From `forecast:` in the case (docs/case-format.md), by issue: the compromise
 * model with its levers, Nash, equal-gain exchange and the median, side by side
 * with what they were worth where outcomes are known, and 90 % intervals that
 * are as wide as they were there. What they compute: src/forecast. A case
 * without positions gets no forecast, and is told what to add.
 */
#include "lens/forecast_lens.h"

#include <math.h>

static void take_stakes(forecast_answer *a, const case_model *c, arena *mem) {
    forecast_stake *items =
        ARENA_ARRAY(mem, forecast_stake, (size_t)c->forecast_count + 1);
    int *issue = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    int *actor = ARENA_ARRAY(mem, int, (size_t)c->actor_count + 1);
    int *place = ARENA_ARRAY(mem, int, (size_t)c->actor_count + 1);
    a->issue = issue;
    a->actor = actor;
    a->stakes.items = items;
    for (int i = 0; i < c->forecast_count; i++) {
        const case_position *p = &c->forecast[i];
        int *issues = &a->stakes.issue_count, *actors = &a->stakes.actor_count;
        if (*issues == 0 || issue[*issues - 1] != p->issue)
            issue[(*issues)++] = p->issue;
        if (place[p->actor] == 0) {
            actor[(*actors)++] = p->actor;
            place[p->actor] = *actors;
        }
        items[a->stakes.count++] =
            (forecast_stake){*issues - 1, place[p->actor] - 1, p->position,
                             p->salience, p->capability};
    }
}

const forecast_answer *forecast_find(const case_model *c, bool exchanges,
                                     arena *mem) {
    forecast_answer *a = ARENA_NEW(mem, forecast_answer);
    take_stakes(a, c, mem);
    if (exchanges) a->trading = forecast_exchange_all(&a->stakes, mem);
    double(*said)[FORECAST_MODELS] =
        arena_array(mem, (size_t)a->stakes.issue_count + 1, sizeof *said);
    for (int j = 0; j < a->stakes.issue_count; j++) {
        forecast_stakes on = forecast_on(&a->stakes, j);
        said[j][FORECAST_COMPROMISE] = forecast_mean(&on);
        said[j][FORECAST_NASH] = forecast_nash(&on);
        said[j][FORECAST_MEDIAN] = forecast_median(&on);
        said[j][FORECAST_EXCHANGE] = a->trading ? a->trading->outcome[j] : NAN;
    }
    a->said = (const double(*)[FORECAST_MODELS])said;
    return a;
}

double forecast_bound(double said, int model, double sign) {
    double at = said + sign * forecast_accuracies[model].wide;
    return isnan(at) ? NAN : fmin(100, fmax(0, at));
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    (void)d;
    *out = forecast_find(q->c, true, mem);
    return PARLEY_OK;
}

static void describe(doc *to, const lens_request *q, const void *found) {
    forecast_put(doc_data(to), q->c, found);
    forecast_put_exchanges(doc_data(to), q->c, found);
    forecast_show(to, q->c, found);
}

extern const lens forecast_lens;
const lens forecast_lens = {
    .name = "forecast",
    .question = "where do simple, tested models say the issues will end?",
    .operands = "",
    .run = run,
    .describe = describe,
};
