/* SPDX-License-Identifier: Apache-2.0
 *
 * The figures that `parley durability` computes from, none of which stands in
 * the code: rows of (part, name, value, low, high, n, origin). Parts are
 * explained in docs/methods/durability.md. A table of the user's own, as
 * `parley calibrate` writes it, is looked at first, so that its coefficients
 * take the place of the published ones and all else stays.
 */
#include "durability/figures.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

enum { PART, NAME, VALUE, LOW, HIGH, CASES, ORIGIN, COLUMNS };

static const char *const columns[COLUMNS] = {"part", "name", "value", "low",
                                             "high", "n",    "origin"};

static bool find_columns(const csv_table *t, int at[COLUMNS], parley_diags *d) {
    bool ok = true;
    for (int i = 0; i < COLUMNS; i++) {
        at[i] = csv_need(t, columns[i], d);
        ok = ok && at[i] >= 0;
    }
    return ok;
}

/* A blank cell is no number. */
static bool read_number(const csv_cell *cell, double *out, parley_diags *d) {
    *out = NAN;
    return *cell->text == '\0' || csv_number(cell, -1e9, 1e9, out, d);
}

static bool read_figure(const csv_table *t, const int at[COLUMNS], int row,
                        durability_figure *out, parley_diags *d) {
    double cases;
    bool ok = read_number(csv_at(t, row, at[VALUE]), &out->value, d);
    ok = read_number(csv_at(t, row, at[LOW]), &out->low, d) && ok;
    ok = read_number(csv_at(t, row, at[HIGH]), &out->high, d) && ok;
    ok = read_number(csv_at(t, row, at[CASES]), &cases, d) && ok;
    out->n = isnan(cases) ? 0 : (int)cases;
    out->part = csv_at(t, row, at[PART])->text;
    out->name = csv_at(t, row, at[NAME])->text;
    out->origin = csv_at(t, row, at[ORIGIN])->text;
    return ok;
}

/* Adds the rows of a text. */
static bool add_figures(durability_figures *f, const source_text *text,
                        arena *mem, parley_diags *d) {
    csv_table t;
    int at[COLUMNS];
    bool ok = csv_read(&t, text, mem, d);
    if (t.column_count == 0 || !find_columns(&t, at, d)) return false;
    durability_figure *all =
        arena_grow(mem, f->items, (size_t)f->count,
                   (size_t)f->count + (size_t)t.row_count, sizeof *all);
    for (int i = 0; i < t.row_count; i++)
        ok = read_figure(&t, at, i, &all[f->count++], d) && ok;
    f->items = all;
    return ok;
}

const durability_figures *durability_figures_new(const source_text *more,
                                                 arena *mem, parley_diags *d) {
    durability_figures *f = ARENA_NEW(mem, durability_figures);
    if (more && !add_figures(f, more, mem, d)) return NULL;
    f->own = f->count;
    const source_text *built_in = source_new(
        mem, "data/durability.csv", durability_data, strlen(durability_data));
    return add_figures(f, built_in, mem, d) ? f : NULL;
}

const durability_figure *durability_find(const durability_figures *f,
                                         const char *part, const char *name) {
    for (int i = 0; i < f->count; i++)
        if (text_same(f->items[i].part, part) &&
            text_same(f->items[i].name, name))
            return &f->items[i];
    return NULL;
}

double durability_value(const durability_figures *f, const char *part,
                        const char *name) {
    const durability_figure *found = durability_find(f, part, name);
    return found ? found->value : NAN;
}
