/* SPDX-License-Identifier: Apache-2.0
 * Values that are not finite never reach a cell's computation: NaN and -inf
 * count as the low end, +inf as the high end. */
#include "format/strip.h"

#include <math.h>
#include <string.h>

scale scale_of(const doc_axis *axis, double low, double high, size_t cells) {
    if (axis->low < axis->high) return (scale){axis->low, axis->high, cells};
    if (!(low <= high)) return (scale){0, 1, cells};
    if (low == high) return (scale){low - 0.5, high + 0.5, cells};
    return (scale){low, high, cells};
}

size_t scale_cell(const scale *s, double value) {
    double share = (value - s->low) / (s->high - s->low);
    if (!(share > 0)) return 0;
    if (share >= 1) return s->cells - 1;
    return (size_t)lround(share * (double)(s->cells - 1));
}

strip strip_new(size_t count, arena *mem) {
    strip s = {ARENA_ARRAY(mem, const char *, count), count};
    for (size_t i = 0; i < count; i++)
        s.cells[i] = " ";
    return s;
}

void strip_put(strip *s, size_t at, const char *cell) { s->cells[at] = cell; }

void strip_fill(strip *s, size_t first, size_t last, const char *cell) {
    for (size_t i = first; i <= last && i < s->count; i++)
        s->cells[i] = cell;
}

const char *strip_text(const strip *s, arena *mem) {
    enum { LONGEST_CELL = 4 };
    char *text = arena_get(mem, LONGEST_CELL * s->count + 1);
    size_t used = 0;
    for (size_t i = 0; i < s->count; i++) {
        size_t size = strlen(s->cells[i]);
        memcpy(text + used, s->cells[i], size);
        used += size;
    }
    return text;
}
