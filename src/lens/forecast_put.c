/* SPDX-License-Identifier: Apache-2.0
 * What the lens forecast found, as data: the keys are listed in
 * docs/methods/forecast.md. */
#include "lens/forecast_lens.h"

#include <math.h>

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

static void put_issue(doc_value *list, const case_model *c,
                      const forecast_answer *a, int j) {
    doc_value *in = doc_put_object(list, NULL);
    doc_put_text(in, "issue", c->issues[a->issue[j]].id);
    doc_value *models = doc_put_list(in, "forecasts");
    for (int m = 0; m < FORECAST_MODELS; m++) {
        doc_value *one = doc_put_object(models, NULL);
        doc_put_text(one, "model", forecast_accuracies[m].name);
        doc_put_number(one, "value", a->said[j][m]);
        doc_put_number(one, "low", forecast_bound(a->said[j][m], m, -1));
        doc_put_number(one, "high", forecast_bound(a->said[j][m], m, 1));
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

void forecast_put_exchanges(doc_value *data, const case_model *c,
                            const forecast_answer *a) {
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

void forecast_put(doc_value *data, const case_model *c,
                  const forecast_answer *a) {
    put_models(data);
    doc_value *list = doc_put_list(data, "issues");
    for (int j = 0; j < a->stakes.issue_count; j++)
        put_issue(list, c, a, j);
}
