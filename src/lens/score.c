/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley score PREDICTIONS.csv OUTCOMES.csv`: were the predictions any good?
 *
 * PREDICTIONS has the columns `id` and `p` (a chance), or `id` and `value` (a
 * number, as `forecast` writes it; `low` and `high`, its 90 % interval, may
 * stand beside it); a column `model` tells several forecasters apart. OUTCOMES
 * has `id` and `outcome`: yes or no, or a number. Rows are paired by id. A
 * prediction whose outcome is not there is left out with a warning, since an
 * outcome that isn't known yet is no error; an outcome nobody predicted counts
 * for nothing.
 *
 * What the scores are: base/score.c. For numbers: the mean absolute error, the
 * share within 10, the share of intervals that hold the outcome, beside the
 * error of always saying the mean of the outcomes.
 */
#include "lens/score.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/score.h"
#include "base/text.h"
#include "case/names.h"
#include "lens/score_model.h"

typedef struct outcome {
    const char *id;
    const csv_cell *cell;
} outcome;

typedef struct scoring {
    csv_table predictions, outcomes;
    int id, p, value, low, high, model; /* columns of predictions, or -1 */
    outcome *known;                     /* by id */
    size_t known_count;
    const csv_cell **came; /* by row of predictions; NULL: not known */
    int *model_of;         /* by row */
    score_answer *a;
    arena *mem;
    parley_diags *d;
} scoring;

/* --- Outcomes --- */

static int compare_outcomes(const void *a, const void *b) {
    const outcome *x = a, *y = b;
    int order = strcmp(x->id, y->id);
    if (order != 0) return order;
    return (x->cell > y->cell) - (x->cell < y->cell);
}

static bool sort_outcomes(scoring *k) {
    int id = csv_need(&k->outcomes, "id", k->d);
    int value = csv_need(&k->outcomes, "outcome", k->d);
    if (id < 0 || value < 0) return false;
    k->known_count = (size_t)k->outcomes.row_count;
    k->known = ARENA_ARRAY(k->mem, outcome, k->known_count + 1);
    for (int i = 0; i < k->outcomes.row_count; i++)
        k->known[i] = (outcome){csv_at(&k->outcomes, i, id)->text,
                                csv_at(&k->outcomes, i, value)};
    qsort(k->known, k->known_count, sizeof *k->known, compare_outcomes);
    bool ok = true;
    for (size_t i = 1; i < k->known_count; i++)
        if (text_same(k->known[i - 1].id, k->known[i].id))
            ok = diag_error(k->d, k->known[i].cell->at, "score/repeated",
                            "\"%s\" has an outcome already", k->known[i].id);
    return ok;
}

static const csv_cell *outcome_of(const scoring *k, const char *id) {
    size_t low = 0, high = k->known_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(k->known[middle].id, id);
        if (order == 0) return k->known[middle].cell;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* --- Predictions --- */

static void make_room(score_model *m, arena *mem) {
    size_t most = m->count;
    *m = (score_model){.name = m->name,
                       .chance = ARENA_ARRAY(mem, double, most),
                       .came = ARENA_ARRAY(mem, bool, most),
                       .result = ARENA_ARRAY(mem, double, most),
                       .low = ARENA_ARRAY(mem, double, most),
                       .high = ARENA_ARRAY(mem, double, most)};
}

static const csv_cell *known_outcome(const scoring *k, int row) {
    const csv_cell *id = csv_at(&k->predictions, row, k->id);
    const csv_cell *came = outcome_of(k, id->text);
    if (came && *came->text != '\0') return came;
    (void)diag_warning(k->d, id->at, "score/no-outcome",
                       "no outcome is given for \"%s\"", id->text);
    return NULL;
}

static int model_at(scoring *k, case_names *names, int row) {
    const char *name =
        k->model < 0 ? "all" : csv_at(&k->predictions, row, k->model)->text;
    int at = names_find(names, 0, name);
    if (at >= 0) return at;
    names_add(names, 0, name, (int)k->a->count);
    k->a->models[k->a->count].name = name;
    return (int)k->a->count++;
}

/* Which rows have an outcome, and of which model they are; each model gets room
 * for its own rows, however many models there are. */
static void find_models(scoring *k) {
    size_t rows = (size_t)k->predictions.row_count + 1;
    case_names *names = names_new(k->mem);
    k->came = ARENA_ARRAY(k->mem, const csv_cell *, rows);
    k->model_of = ARENA_ARRAY(k->mem, int, rows);
    k->a->models = ARENA_ARRAY(k->mem, score_model, rows);
    for (int i = 0; i < k->predictions.row_count; i++) {
        k->came[i] = known_outcome(k, i);
        if (!k->came[i]) continue;
        k->model_of[i] = model_at(k, names, i);
        k->a->models[k->model_of[i]].count++;
    }
    for (size_t i = 0; i < k->a->count; i++)
        make_room(&k->a->models[i], k->mem);
}

static bool read_chance(scoring *k, int row, const csv_cell *came,
                        score_model *m) {
    const csv_cell *p = csv_at(&k->predictions, row, k->p);
    bool ok = csv_number(p, 0, 1, &m->chance[m->count], k->d);
    return csv_flag(came, &m->came[m->count], k->d) && ok;
}

static bool read_bound(const scoring *k, int row, int column, double *out) {
    const double most = 1e12;
    *out = NAN;
    if (column < 0) return true;
    const csv_cell *cell = csv_at(&k->predictions, row, column);
    return *cell->text == '\0' || csv_number(cell, -most, most, out, k->d);
}

static bool read_value(scoring *k, int row, const csv_cell *came,
                       score_model *m) {
    const double most = 1e12;
    const csv_cell *value = csv_at(&k->predictions, row, k->value);
    bool ok = csv_number(value, -most, most, &m->chance[m->count], k->d);
    ok = read_bound(k, row, k->low, &m->low[m->count]) && ok;
    ok = read_bound(k, row, k->high, &m->high[m->count]) && ok;
    return csv_number(came, -most, most, &m->result[m->count], k->d) && ok;
}

static bool pair_all(scoring *k) {
    bool ok = true;
    find_models(k);
    for (int i = 0; i < k->predictions.row_count; i++) {
        score_model *m = &k->a->models[k->model_of[i]];
        if (!k->came[i]) continue;
        bool read = k->p >= 0 ? read_chance(k, i, k->came[i], m)
                              : read_value(k, i, k->came[i], m);
        m->count += read;
        ok = ok && read;
    }
    if (ok && k->a->count == 0)
        return diag_error(k->d, SPAN_NONE, "score/nothing",
                          "no prediction has an outcome");
    return ok;
}

static bool find_columns(scoring *k) {
    const csv_table *t = &k->predictions;
    k->id = csv_need(t, "id", k->d);
    k->p = csv_column(t, "p");
    k->value = k->p < 0 ? csv_column(t, "value") : -1;
    k->low = csv_column(t, "low");
    k->high = csv_column(t, "high");
    k->model = csv_column(t, "model");
    k->a->numbers = k->p < 0;
    if (k->p >= 0 || k->value >= 0) return k->id >= 0;
    return diag_error(k->d, t->column_count ? t->heads[0].at : SPAN_NONE,
                      "score/no-prediction",
                      "neither a column \"p\" (a chance) nor \"value\"");
}

const score_answer *score_run(const source_text *predictions,
                              const source_text *outcomes, arena *mem,
                              parley_diags *d) {
    scoring k = {.a = ARENA_NEW(mem, score_answer), .mem = mem, .d = d};
    bool ok = csv_read(&k.predictions, predictions, mem, d);
    ok = csv_read(&k.outcomes, outcomes, mem, d) && ok;
    if (k.predictions.column_count == 0 || k.outcomes.column_count == 0)
        return NULL;
    ok = sort_outcomes(&k) && ok;
    if (!find_columns(&k) || !k.known) return NULL;
    return pair_all(&k) && ok ? k.a : NULL;
}
