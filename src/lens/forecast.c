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
#include "forecast/forecast.h"

#include <math.h>

#include "lens/lens.h"

typedef struct answer {
    forecast_stakes stakes;
    const int *issue;                  /* of the case, by issue forecast */
    const int *actor;                  /* of the case, by actor */
    const forecast_exchanges *trading; /* NULL: too many */
    double (*said)[FORECAST_MODELS];   /* by issue */
} answer;

static void take_stakes(answer *a, const case_model *c, arena *mem) {
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

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    (void)d;
    answer *a = ARENA_NEW(mem, answer);
    take_stakes(a, q->c, mem);
    size_t count = (size_t)a->stakes.issue_count;
    a->said = arena_array(mem, count + 1, sizeof *a->said);
    a->trading = forecast_exchange_all(&a->stakes, mem);
    for (int j = 0; j < a->stakes.issue_count; j++) {
        forecast_stakes on = forecast_on(&a->stakes, j);
        a->said[j][FORECAST_COMPROMISE] = forecast_mean(&on);
        a->said[j][FORECAST_NASH] = forecast_nash(&on);
        a->said[j][FORECAST_MEDIAN] = forecast_median(&on);
        a->said[j][FORECAST_EXCHANGE] =
            a->trading ? a->trading->outcome[j] : NAN;
    }
    *out = a;
    return PARLEY_OK;
}

/* The interval, within the scale. */
static double bound(double said, int model, double sign) {
    double at = said + sign * forecast_accuracies[model].wide;
    return isnan(at) ? NAN : fmin(100, fmax(0, at));
}

/* --- Data --- */

static void put_models(doc_value *data) {
    doc_value *list = doc_put_list(data, "models");
    for (int m = 0; m < FORECAST_MODELS; m++) {
        const forecast_accuracy *k = &forecast_accuracies[m];
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "model", k->name);
        doc_put_number(in, "mae", k->error);
        doc_put_number(in, "within-10", k->within);
        doc_put_number(in, "half-width", k->wide);
    }
}

static void put_issue(doc_value *list, const case_model *c, const answer *a,
                      int j) {
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "issue", c->issues[a->issue[j]].id);
    doc_value *models = doc_put_list(in, "forecasts");
    for (int m = 0; m < FORECAST_MODELS; m++) {
        doc_value *one = doc_put_object(models, NULL);
        doc_put_text(one, "model", forecast_accuracies[m].name);
        doc_put_number(one, "value", a->said[j][m]);
        doc_put_number(one, "low", bound(a->said[j][m], m, -1));
        doc_put_number(one, "high", bound(a->said[j][m], m, 1));
    }
    forecast_stakes on = forecast_on(&a->stakes, j);
    doc_value *levers = doc_put_list(in, "levers");
    for (int k = 0; k < on.count; k++) {
        doc_value *one = doc_put_object(levers, NULL);
        doc_put_text(one, "actor", c->actors[a->actor[on.items[k].actor]].id);
        doc_put_number(one, "position", on.items[k].position);
        doc_put_number(one, "share", forecast_lever(&on, k));
    }
}

static void put_exchanges(doc_value *data, const case_model *c,
                          const answer *a) {
    doc_value *list = doc_put_list(data, "exchanges");
    for (int i = 0; a->trading && i < a->trading->count; i++) {
        const forecast_exchange *e = &a->trading->items[i];
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "giver", c->actors[a->actor[e->giver]].id);
        doc_put_text(in, "gives-on", c->issues[a->issue[e->given]].id);
        doc_put_number(in, "moves-by", e->given_by);
        doc_put_text(in, "taker", c->actors[a->actor[e->taker]].id);
        doc_put_text(in, "gives-back-on", c->issues[a->issue[e->taken]].id);
        doc_put_number(in, "moves-back-by", e->taken_by);
        doc_put_number(in, "gain", e->gain);
        doc_put_integer(in, "ties", e->ties);
    }
}

/* --- Words --- */

/* In the columns that `score` takes. */
static void show_forecasts(doc *to, const case_model *c, const answer *a) {
    doc_table *t = doc_table_new(to, "forecasts");
    doc_column(t, DOC_LEFT, "id");
    doc_column(t, DOC_LEFT, "model");
    doc_column(t, DOC_RIGHT, "value");
    doc_column(t, DOC_RIGHT, "low");
    doc_column(t, DOC_RIGHT, "high");
    doc_column(t, DOC_RIGHT, "error elsewhere");
    for (int j = 0; j < a->stakes.issue_count; j++)
        for (int m = 0; m < FORECAST_MODELS; m++) {
            if (isnan(a->said[j][m])) continue;
            doc_row(t);
            doc_cell(t, "%s", c->issues[a->issue[j]].id);
            doc_cell(t, "%s", forecast_accuracies[m].name);
            doc_cell_number(t, a->said[j][m], 0, DOC_REAL);
            doc_cell_number(t, bound(a->said[j][m], m, -1), 0, DOC_REAL);
            doc_cell_number(t, bound(a->said[j][m], m, 1), 0, DOC_REAL);
            doc_cell_number(t, forecast_accuracies[m].error, 0, DOC_REAL);
        }
}

static void show_levers(doc *to, const case_model *c, const answer *a) {
    doc_section(to, "Levers of the compromise");
    doc_say(to, "How far the mean moves for one point that an actor moves.");
    doc_table *t = doc_table_new(to, "levers");
    doc_column(t, DOC_LEFT, "issue");
    doc_column(t, DOC_LEFT, "actor");
    doc_column(t, DOC_RIGHT, "stands at");
    doc_column(t, DOC_RIGHT, "moves it by");
    for (int j = 0; j < a->stakes.issue_count; j++) {
        forecast_stakes on = forecast_on(&a->stakes, j);
        for (int k = 0; k < on.count; k++) {
            doc_row(t);
            doc_cell(t, "%s", c->issues[a->issue[j]].id);
            doc_cell(t, "%s", c->actors[a->actor[on.items[k].actor]].name);
            doc_cell_number(t, on.items[k].position, 0, DOC_REAL);
            doc_cell_number(t, forecast_lever(&on, k), 0, DOC_SHARE);
        }
    }
    doc_end(to);
}

static void say_exchange(doc *to, const case_model *c, const answer *a,
                         const forecast_exchange *e) {
    doc_text *t =
        doc_bullet(to, "%s moves ", c->actors[a->actor[e->giver]].name);
    doc_number(t, e->given_by, 0, DOC_REAL);
    doc_more(t, " on %s, %s ", c->issues[a->issue[e->given]].id,
             c->actors[a->actor[e->taker]].name);
    doc_number(t, e->taken_by, 0, DOC_REAL);
    doc_more(t, " on %s; each gains ", c->issues[a->issue[e->taken]].id);
    doc_number(t, e->gain, 0, DOC_REAL);
    if (e->ties > 0) doc_more(t, " (%d others gain as much)", e->ties);
    doc_more(t, ".");
}

static void show_exchanges(doc *to, const case_model *c, const answer *a) {
    enum { SHOWN = 12 };
    doc_section(to, "Exchanges in which both gain the same");
    if (!a->trading)
        doc_say(to, "More than %d issues or %d actors: not looked for.",
                FORECAST_EXCHANGE_ISSUES, FORECAST_EXCHANGE_ACTORS);
    else if (a->trading->count == 0)
        doc_say(to, "There is none: no two actors on opposite sides of two "
                    "issues weigh them differently.");
    for (int i = 0; a->trading && i < a->trading->count && i < SHOWN; i++)
        say_exchange(to, c, a, &a->trading->items[i]);
    if (a->trading && a->trading->count > SHOWN)
        doc_say(to, "And %d smaller ones.", a->trading->count - SHOWN);
    doc_end(to);
}

static void say_worth(doc *to) {
    doc_note(to,
             "Tested on %d issues of European Union bargaining (Arregui and "
             "Perarnaud 2021), where always saying 50 errs by %.0f on average: "
             "weak evidence for other talks, and for ceasefires weaker still. "
             "Nash is not to be told from the mean there, and no simulator "
             "tested was better than the mean; exchange was not measured. The "
             "intervals held 90 %% of outcomes for the mean; the others are "
             "stretched by their error.",
             FORECAST_TESTED_ON, FORECAST_CONSTANT_ERROR);
}

static void describe(doc *to, const lens_request *q, const void *found) {
    const answer *a = found;
    doc_value *data = doc_data(to);
    put_models(data);
    doc_value *list = doc_put_list(data, "issues");
    for (int j = 0; j < a->stakes.issue_count; j++)
        put_issue(list, q->c, a, j);
    put_exchanges(data, q->c, a);
    doc_title(to, "%s: where simple models say it ends", q->c->title);
    if (a->stakes.count == 0) {
        doc_say(to, "The case gives no positions, so there is no forecast. Add "
                    "them under forecast: by issue and actor a position from 0 "
                    "to 100, its salience and, if it differs, its capability; "
                    "or import a table (parley import POSITIONS.csv).");
        return;
    }
    show_forecasts(to, q->c, a);
    say_worth(to);
    show_levers(to, q->c, a);
    show_exchanges(to, q->c, a);
}

extern const lens forecast_lens;
const lens forecast_lens = {
    .name = "forecast",
    .question = "where do simple, tested models say the issues will end?",
    .operands = "",
    .run = run,
    .describe = describe,
};
