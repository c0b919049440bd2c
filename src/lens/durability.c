/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley durability CASE PROPOSAL`: how long did truces like this one hold?
 *
 * The share that held for its term and the course over time are those of
 * src/durability; beside them stand the plain failure rates of its class, its
 * kind, the kinds next to it, its length and its sides, each with how many
 * truces it rests on where that is known. Nothing is sampled, so seed and
 * draws change nothing.
 *
 * What it needs is `truce:` at the proposal, which says what kind of truce it
 * is. Without it nothing applies: a contract is no truce. A term of more than
 * ten years, or one that isn't told, gets no share and no curve.
 */
#include "lens/durability_lens.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

enum { POINTS_MOST = 16, RATES_MOST = 12 };

/* --- The course over time --- */

static void add_point(durability_answer *a, durability_point *points,
                      double days) {
    int at = a->point_count;
    while (at > 0 && points[at - 1].days > days)
        at--;
    if (at > 0 && points[at - 1].days >= days) return;
    for (int i = a->point_count++; i > at; i--)
        points[i] = points[i - 1];
    points[at].days = days;
    points[at].survival =
        a->fixed ? durability_fixed_curve(a->figures, &a->truce, a->hold, days)
                 : durability_kind_curve(a->figures, a->truce.kind, days);
}

static void set_curve(durability_answer *a, arena *mem) {
    static const double days[] = {1,  3,   7,   14,   30,
                                  90, 180, 365, 1826, DURABILITY_DAYS_MOST};
    durability_point *points = ARENA_ARRAY(mem, durability_point, POINTS_MOST);
    a->points = points;
    if (isnan(a->hold.value)) return;
    double last = fmin(a->truce.days, DURABILITY_DAYS_MOST);
    for (size_t i = 0; i < sizeof days / sizeof *days; i++)
        if (days[i] < last) add_point(a, points, days[i]);
    add_point(a, points, last);
    if (a->truce.deadline > 0 && a->truce.deadline < last)
        add_point(a, points, a->truce.deadline);
}

/* --- Plain rates --- */

static void add_rate(durability_answer *a, durability_rate *rates,
                     const char *group, const char *name) {
    const durability_figure *g = durability_find(a->figures, "failure", name);
    if (!g) return;
    rates[a->rate_count++] =
        (durability_rate){group, g, durability_share(g->value, g->n)};
}

static void add_length(durability_answer *a, durability_rate *rates) {
    if (!isfinite(a->truce.days)) return;
    for (int i = 0; i < a->figures->count; i++) {
        const durability_figure *g = &a->figures->items[i];
        if (!text_same(g->part, "term") || a->truce.days <= g->low ||
            a->truce.days > g->high)
            continue;
        rates[a->rate_count++] =
            (durability_rate){"length", g, durability_share(g->value, g->n)};
        return;
    }
}

static void set_rates(durability_answer *a, arena *mem) {
    durability_rate *rates = ARENA_ARRAY(mem, durability_rate, RATES_MOST);
    const durability_fact *facts = a->truce.facts;
    case_truce_kind near[2];
    add_rate(a, rates, "all", "all");
    add_rate(a, rates, "class", a->fixed ? "fixed" : "open");
    add_rate(a, rates, "kind", durability_kind_name(a->truce.kind));
    int count = durability_nearest(a->truce.kind, near);
    for (int i = 0; i < count; i++)
        add_rate(a, rates, "nearest-kind", durability_kind_name(near[i]));
    add_length(a, rates);
    add_rate(a, rates, "sides",
             facts[DURABILITY_BILATERAL].value > 0 ? "bilateral"
                                                   : "multilateral");
    if (facts[DURABILITY_MEDIATED].basis != DURABILITY_UNKNOWN)
        add_rate(a, rates, "mediation",
                 facts[DURABILITY_MEDIATED].value > 0 ? "mediated"
                                                      : "not mediated");
    a->rates = rates;
}

const durability_figure *durability_quality(const durability_answer *a,
                                            const char *name) {
    const char *part = a->fixed ? "quality" : "quality-open";
    if (a->model.own)
        part = text_same(a->model.part, "logit-fixed")  ? "quality logit-fixed"
               : text_same(a->model.part, "logit-open") ? "quality logit-open"
                                                        : "quality logit";
    return durability_find(a->figures, part, name);
}

const durability_answer *durability_find_answer(const durability_figures *f,
                                                const case_model *c,
                                                int proposal, arena *mem) {
    durability_answer *a = ARENA_NEW(mem, durability_answer);
    a->p = &c->proposals[proposal];
    a->applies = a->p->truce.given;
    a->hold = (durability_estimate){NAN, NAN, NAN};
    a->figures = f;
    if (!a->applies) return a;
    a->truce = durability_truce_of(c, a->p);
    a->fixed = a->truce.facts[DURABILITY_FIXED].value > 0;
    a->model = durability_logit_of(a->figures, a->fixed, mem);
    bool told = !a->fixed || a->truce.days <= DURABILITY_DAYS_MOST;
    if (told) a->hold = durability_hold(a->figures, &a->model, &a->truce);
    set_curve(a, mem);
    set_rates(a, mem);
    return a;
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    const char *table = lens_value(q, "figures");
    const source_text *more =
        table ? source_new(mem, "figures", table, strlen(table)) : NULL;
    const durability_figures *f = durability_figures_new(more, mem, d);
    if (!f) return PARLEY_EINPUT;
    int proposal = case_proposal_find(q->c, q->operands.items[0]);
    *out = durability_find_answer(f, q->c, proposal, mem);
    return PARLEY_OK;
}

static void describe(doc *to, const lens_request *q, const void *answer) {
    durability_put(to, answer);
    durability_show(to, q->c, answer);
}

static const lens_option options[] = {
    {"figures", "FILE", "coefficients of your own, as `calibrate` writes them"},
};

extern const lens durability_lens;
const lens durability_lens = {
    .name = "durability",
    .question = "how long did truces like this one hold?",
    .operands = "PROPOSAL",
    .operands_least = 1,
    .operands_most = 1,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
    .describe = describe,
};
