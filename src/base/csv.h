/* SPDX-License-Identifier: Apache-2.0
 * A table of values in a text (RFC 4180): every cell with its place. */
#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>

#include "base/diag.h"

typedef struct csv_cell {
    const char *text; /* without quotes, spaces around it trimmed */
    span at;
} csv_cell;

typedef struct csv_table {
    const source_text *text;
    const csv_cell *heads; /* names of the columns, lower case */
    int column_count;
    const csv_cell *cells; /* row after row */
    int row_count;
} csv_table;

/* Reads it all, and reports all problems: a row with too few or too many cells
 * is left out. False if anything was wrong. */
bool csv_read(csv_table *out, const source_text *text, arena *mem,
              parley_diags *d);

int csv_column(const csv_table *t, const char *name); /* or -1 */
/* The same; a column that is missing is an error. */
int csv_need(const csv_table *t, const char *name, parley_diags *d);
const csv_cell *csv_at(const csv_table *t, int row, int column);

/* A number between least and most. */
bool csv_number(const csv_cell *cell, double least, double most, double *out,
                parley_diags *d);
/* yes, true, 1; no, false, 0. */
bool csv_flag(const csv_cell *cell, bool *out, parley_diags *d);

#endif
