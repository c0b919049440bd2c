/* SPDX-License-Identifier: Apache-2.0
 * The page of the lens forecast. What a model was worth where outcomes are
 * known stands beside what it says, and no number is shown finer than that. */
#include "lens/forecast_lens.h"

#include <math.h>

/* In the columns that `score` takes. */
static void show_forecasts(doc *to, const case_model *c,
                           const forecast_answer *a) {
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
            doc_cell_number(t, a->said[j][m], 0, DOC_INTEGER);
            doc_cell_number(t, forecast_bound(a->said[j][m], m, -1), 0,
                            DOC_INTEGER);
            doc_cell_number(t, forecast_bound(a->said[j][m], m, 1), 0,
                            DOC_INTEGER);
            doc_rests(
                doc_cell_number(t, forecast_accuracies[m].error, 0, DOC_REAL),
                NULL);
        }
}

void forecast_ground(doc *to, const case_model *c) {
    static const char key[] = "positions";
    doc_text *t = doc_reference(to, DOC_BEHIND_NUMBERS, key, "Positions");
    doc_more(t, "Where each actor stands, how much it cares and what it can "
                "bring to bear, as the case has them");
    for (int i = 0; i < c->forecast_count; i++)
        doc_cite_once(t, NULL,
                      case_origin_print(c, &c->forecast[i].origin, t->mem));
    doc_ground(to, key);
}

static void show_levers(doc *to, const case_model *c,
                        const forecast_answer *a) {
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

static void say_exchange(doc *to, const case_model *c, const forecast_answer *a,
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

static void show_exchanges(doc *to, const case_model *c,
                           const forecast_answer *a) {
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

void forecast_show(doc *to, const case_model *c, const forecast_answer *a) {
    doc_title(to, "%s: where simple models say it ends", c->title);
    if (a->stakes.count == 0) {
        doc_say(to, "The case gives no positions, so there is no forecast. Add "
                    "them under forecast: by issue and actor a position from 0 "
                    "to 100, its salience and, if it differs, its capability; "
                    "or import a table (parley import POSITIONS.csv).");
        return;
    }
    forecast_ground(to, c);
    show_forecasts(to, c, a);
    say_worth(to);
    show_levers(to, c, a);
    show_exchanges(to, c, a);
}
