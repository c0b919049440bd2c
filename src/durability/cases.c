/* SPDX-License-Identifier: Apache-2.0
 * A table of truces, one a row, for `parley calibrate`: `failed` (blank: not
 * known, left out), `date`, `conflict`, `fixed`, and as far as there are
 * columns for them `written`, `ddr`, `peace-process`, `mediated`, `bilateral`,
 * all yes or no. `prior` follows from the rows: (failed + 0.4) / (known + 2)
 * of the truces of the same conflict on earlier days. */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "base/time.h"
#include "durability/fit.h"

typedef struct row {
    durability_case truce;
    const char *conflict;
    int at; /* in the table: settles ties */
} row;

typedef struct reading {
    csv_table t;
    int failed, date, conflict; /* columns */
    int facts[DURABILITY_FACTS];
    row *rows;
    int count;
    parley_diags *d;
} reading;

static bool find_columns(reading *k, durability_cases *out) {
    k->failed = csv_need(&k->t, "failed", k->d);
    k->date = csv_need(&k->t, "date", k->d);
    k->conflict = csv_need(&k->t, "conflict", k->d);
    bool ok = k->failed >= 0 && k->date >= 0 && k->conflict >= 0;
    ok = csv_need(&k->t, "fixed", k->d) >= 0 && ok;
    for (int f = 0; f < DURABILITY_PRIOR; f++) {
        k->facts[f] =
            csv_column(&k->t, durability_fact_label((durability_fact_name)f));
        out->has[f] = k->facts[f] >= 0;
    }
    out->has[DURABILITY_PRIOR] = true;
    return ok;
}

static bool read_date(const csv_cell *cell, int64_t *out, parley_diags *d) {
    moment m;
    if (!time_parse(cell->text, &m))
        return diag_error(d, cell->at, "calibrate/date",
                          "\"%s\" is not a date; write 2014-07-24", cell->text);
    *out = m.seconds;
    return true;
}

static bool read_row(reading *k, int at, row *to) {
    bool ok = csv_flag(csv_at(&k->t, at, k->failed), &to->truce.failed, k->d);
    ok = read_date(csv_at(&k->t, at, k->date), &to->truce.day, k->d) && ok;
    to->conflict = csv_at(&k->t, at, k->conflict)->text;
    to->at = at;
    for (int f = 0; f < DURABILITY_PRIOR; f++) {
        bool yes = false;
        if (k->facts[f] < 0) continue;
        ok = csv_flag(csv_at(&k->t, at, k->facts[f]), &yes, k->d) && ok;
        to->truce.values[f] = yes;
    }
    return ok;
}

static int by_date(const void *a, const void *b) {
    const row *x = a, *y = b;
    if (x->truce.day != y->truce.day)
        return x->truce.day < y->truce.day ? -1 : 1;
    return x->at - y->at;
}

static int by_conflict(const void *a, const void *b) {
    const row *x = a, *y = b;
    int order = strcmp(x->conflict, y->conflict);
    return order != 0 ? order : by_date(a, b);
}

/* Rows of one conflict and day don't know of each other. */
static void set_priors(reading *k) {
    int failed = 0, known = 0, day_failed = 0, day_known = 0;
    qsort(k->rows, (size_t)k->count, sizeof *k->rows, by_conflict);
    for (int i = 0; i < k->count; i++) {
        row *r = &k->rows[i], *last = i > 0 ? r - 1 : NULL;
        if (!last || !text_same(last->conflict, r->conflict)) {
            failed = known = day_failed = day_known = 0;
        } else if (last->truce.day != r->truce.day) {
            failed += day_failed;
            known += day_known;
            day_failed = day_known = 0;
        }
        r->truce.values[DURABILITY_PRIOR] = durability_prior(failed, known);
        day_failed += r->truce.failed;
        day_known++;
    }
}

bool durability_cases_read(durability_cases *out, const source_text *text,
                           arena *mem, parley_diags *d) {
    reading k = {.d = d};
    *out = (durability_cases){0};
    bool ok = csv_read(&k.t, text, mem, d);
    if (k.t.column_count == 0 || !find_columns(&k, out)) return false;
    k.rows = ARENA_ARRAY(mem, row, (size_t)k.t.row_count + 1);
    for (int i = 0; i < k.t.row_count; i++) {
        if (*csv_at(&k.t, i, k.failed)->text == '\0') {
            out->unknown++;
            continue;
        }
        ok = read_row(&k, i, &k.rows[k.count++]) && ok;
    }
    if (!ok) return false;
    set_priors(&k);
    qsort(k.rows, (size_t)k.count, sizeof *k.rows, by_date);
    out->items = ARENA_ARRAY(mem, durability_case, (size_t)k.count + 1);
    out->count = k.count;
    for (int i = 0; i < k.count; i++)
        out->items[i] = k.rows[i].truce;
    return true;
}
