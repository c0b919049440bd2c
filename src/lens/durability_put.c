/* SPDX-License-Identifier: Apache-2.0
 * What the lens durability found, as data: the keys are listed in
 * docs/methods/durability.md. */
#include "lens/durability_lens.h"

#include <math.h>

static const char *const basis_names[] = {
    [DURABILITY_GIVEN] = "case",
    [DURABILITY_FROM_PLAN] = "plan",
    [DURABILITY_DEFAULT] = "default",
    [DURABILITY_UNKNOWN] = "unknown",
};

static void put_estimate(doc_value *in, durability_estimate e) {
    doc_put_number(in, "value", e.value);
    doc_put_number(in, "low", e.low);
    doc_put_number(in, "high", e.high);
}

static void put_cases(doc_value *in, const char *key, int n) {
    if (n > 0)
        doc_put_integer(in, key, n);
    else
        doc_put_null(in, key);
}

static void put_facts(doc_value *data, const durability_answer *a) {
    doc_value *list = doc_put_list(data, "facts");
    for (int k = 0; a->applies && k < DURABILITY_FACTS; k++) {
        durability_fact_name name = (durability_fact_name)k;
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "fact", durability_fact_label(name));
        doc_put_number(in, "value", a->truce.facts[k].value);
        doc_put_text(in, "from", basis_names[a->truce.facts[k].basis]);
        doc_put_number(in, "otherwise",
                       durability_otherwise(&a->model, &a->truce, name));
    }
}

static void put_quality(doc_value *in, const durability_answer *a,
                        const char *name) {
    const durability_figure *g = durability_quality(a, name);
    doc_put_number(in, name, g ? g->value : NAN);
}

static void put_hold(doc_value *data, const durability_answer *a) {
    if (isnan(a->hold.value)) {
        doc_put_null(data, "hold");
        return;
    }
    doc_value *in = doc_put_object(data, "hold");
    put_estimate(in, a->hold);
    doc_put_number(in, "days", a->fixed ? a->truce.days : NAN);
    doc_put_text(in, "model", a->model.part);
    doc_put_bool(in, "refitted", a->model.own);
    put_cases(in, "n", a->model.n);
    const durability_figure *tested = durability_quality(a, "auc");
    put_cases(in, "tested-n", tested ? tested->n : 0);
    put_quality(in, a, "auc");
    put_quality(in, a, "brier");
    put_quality(in, a, "brier-base");
}

static void put_curve(doc_value *data, const durability_answer *a) {
    doc_value *list = doc_put_list(data, "curve");
    for (int i = 0; i < a->point_count; i++) {
        doc_value *in = doc_put_object(list, NULL);
        doc_put_number(in, "days", a->points[i].days);
        put_estimate(in, a->points[i].survival);
    }
}

static void put_rates(doc_value *data, const durability_answer *a) {
    doc_value *list = doc_put_list(data, "base-rates");
    for (int i = 0; i < a->rate_count; i++) {
        const durability_rate *r = &a->rates[i];
        doc_value *in = doc_put_object(list, NULL);
        doc_put_text(in, "group", r->group);
        doc_put_text(in, "name", r->figure->name);
        doc_put_number(in, "failed", r->failed.value);
        doc_put_number(in, "low", r->failed.low);
        doc_put_number(in, "high", r->failed.high);
        put_cases(in, "n", r->figure->n);
        doc_put_text(in, "origin", r->figure->origin);
    }
}

void durability_put(doc *to, const durability_answer *a) {
    doc_value *data = doc_data(to);
    doc_put_text(data, "proposal", a->p->id);
    doc_put_bool(data, "applies", a->applies);
    doc_put_text(data, "kind",
                 a->applies ? durability_kind_name(a->truce.kind) : NULL);
    doc_put_text(data, "class",
                 !a->applies ? NULL
                 : a->fixed  ? "fixed-term"
                             : "open-ended");
    put_facts(data, a);
    put_hold(data, a);
    put_curve(data, a);
    put_rates(data, a);
}
