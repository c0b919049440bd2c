/* SPDX-License-Identifier: Apache-2.0
 * One line of a plot on a terminal: cells one column wide, and a scale that
 * says which cell a value falls into. */
#ifndef FORMAT_STRIP_H
#define FORMAT_STRIP_H

#include "doc/doc.h"

typedef struct scale {
    double low, high;
    size_t cells;
} scale;

/* A fixed axis is kept; else low and high are those found, spread if equal. */
scale scale_of(const doc_axis *axis, double low, double high, size_t cells);
/* From 0 to cells - 1; what lies outside is put at the end. */
size_t scale_cell(const scale *s, double value);

typedef struct strip {
    const char **cells;
    size_t count;
} strip;

strip strip_new(size_t count, arena *mem);
void strip_put(strip *s, size_t at, const char *cell);
/* Cells first to last, both included. */
void strip_fill(strip *s, size_t first, size_t last, const char *cell);
const char *strip_text(const strip *s, arena *mem);

#endif
