/* SPDX-License-Identifier: Apache-2.0
 * The brief's paragraph on where simple models say that issues end, with the
 * interval and the error that they had where outcomes are known. Exchanges are
 * not looked for here: their work grows with the squares of issues and actors.
 * Issues without positions are named; where the case gives none at all, there
 * is nothing to say. */
#include <math.h>

#include "lens/brief.h"
#include "lens/forecast_lens.h"
#include "record/phrase.h"

enum { ISSUES_SHOWN = 5 };

static void say_value(doc_text *t, const double *said, int m) {
    doc_number(t, said[m], 0, DOC_INTEGER);
    doc_more(t, " [");
    doc_number(t, forecast_bound(said[m], m, -1), 0, DOC_INTEGER);
    doc_more(t, ", ");
    doc_number(t, forecast_bound(said[m], m, 1), 0, DOC_INTEGER);
    doc_more(t, "]");
}

/* Whose move would shift the mean most. */
static void say_lever(doc_text *t, const case_model *c,
                      const forecast_answer *a, const forecast_stakes *on) {
    int most = 0;
    for (int k = 1; k < on->count; k++)
        if (forecast_lever(on, k) > forecast_lever(on, most)) most = k;
    doc_more(t, "; %s moves the mean most, by ",
             c->actors[a->actor[on->items[most].actor]].name);
    doc_number(t, forecast_lever(on, most), 0, DOC_SHARE);
    doc_more(t, " a point");
}

/* Where the positions come from, each source once. */
static void cite_positions(doc_text *t, const case_model *c,
                           const forecast_answer *a,
                           const forecast_stakes *on) {
    const case_position *p = &c->forecast[on->items - a->stakes.items];
    for (int k = 0; k < on->count; k++)
        doc_cite_once(t, NULL, case_origin_print(c, &p[k].origin, t->mem));
}

static void say_issue(doc *to, const case_model *c, const forecast_answer *a,
                      int j) {
    const double *said = a->said[j];
    doc_text *t = doc_bullet(to, "%s", "");
    doc_strong(t, "%s", c->issues[a->issue[j]].id);
    if (isnan(said[FORECAST_COMPROMISE])) {
        doc_more(t, ": nobody with a position has any weight.");
        return;
    }
    forecast_stakes on = forecast_on(&a->stakes, j);
    doc_more(t, ": weighted mean ");
    say_value(t, said, FORECAST_COMPROMISE);
    doc_more(t, ", Nash ");
    say_value(t, said, FORECAST_NASH);
    say_lever(t, c, a, &on);
    cite_positions(t, c, a, &on);
    doc_more(t, ".");
}

static void say_missing(doc *to, const case_model *c,
                        const forecast_answer *a) {
    const char **names =
        ARENA_ARRAY(doc_arena(to), const char *, (size_t)c->issue_count + 1);
    int count = 0, next = 0; /* both lists stand in the order of issues */
    for (int i = 0; i < c->issue_count; i++)
        if (next < a->stakes.issue_count && a->issue[next] == i)
            next++;
        else
            names[count++] = c->issues[i].id;
    if (count > ISSUES_SHOWN)
        doc_bullet(to, "%d other issues have no positions", count);
    else if (count > 0)
        doc_bullet(to, "no positions are given on %s",
                   record_list_print(names, count, doc_arena(to)));
}

void brief_put_forecast(doc *to, const case_model *c, const brief_answer *a) {
    if (a->forecast->stakes.count == 0) {
        doc_put_null(doc_data(to), "forecast");
        return;
    }
    doc_enter(to, "forecast");
    forecast_put(doc_data(to), c, a->forecast);
    doc_leave(to);
}

void brief_say_forecast(doc *to, const case_model *c, const brief_answer *a) {
    const forecast_answer *f = a->forecast;
    if (f->stakes.count == 0) return;
    doc_section(to, "Where simple models say it ends");
    forecast_ground(to, c);
    for (int j = 0; j < f->stakes.issue_count && j < ISSUES_SHOWN; j++)
        say_issue(to, c, f, j);
    if (f->stakes.issue_count > ISSUES_SHOWN)
        doc_bullet(to, "and %d more: see `parley forecast`",
                   f->stakes.issue_count - ISSUES_SHOWN);
    say_missing(to, c, f);
    doc_say(to,
            "From 0 to 100 on each issue's scale. On %d issues of European "
            "Union bargaining the mean was off by %.0f on average, Nash by "
            "%.0f, always saying 50 by %.0f; the intervals are as wide as "
            "nine of ten outcomes asked for there. Of disputes like this "
            "one nothing is known, and no share above rests on these "
            "models.",
            FORECAST_TESTED_ON, forecast_accuracies[FORECAST_COMPROMISE].error,
            forecast_accuracies[FORECAST_NASH].error, FORECAST_CONSTANT_ERROR);
    doc_end(to);
}
