/* SPDX-License-Identifier: Apache-2.0
 * Lists of numbers as arrays, for parley_get: a list whose items are all
 * numbers or null is an array of one dimension, a list of arrays of one shape
 * has a dimension more. The numbers of an outer array are in one piece, row
 * after row, and the inner arrays are parts of it. */
#include <math.h>
#include <string.h>

#include "doc/doc.h"

enum { MOST_DIMENSIONS = 4 };

typedef struct shape {
    size_t sizes[MOST_DIMENSIONS];
    size_t dimensions; /* 0: no array, or a single number */
    bool fits;
} shape;

static bool is_number(const doc_value *v) {
    return v->kind == DOC_VALUE_NUMBER || v->kind == DOC_VALUE_INTEGER ||
           v->kind == DOC_VALUE_NULL;
}

static bool same_shape(const shape *a, const shape *b) {
    return a->fits && b->fits && a->dimensions == b->dimensions &&
           memcmp(a->sizes, b->sizes, a->dimensions * sizeof *a->sizes) == 0;
}

static shape shape_of(const doc_value *v) {
    shape s = {.fits = is_number(v)};
    if (v->kind != DOC_VALUE_LIST || !v->first) return s;
    shape inner = shape_of(v->first);
    if (inner.dimensions == MOST_DIMENSIONS) return s;
    for (const doc_value *i = v->first->next; i && inner.fits; i = i->next) {
        shape other = shape_of(i);
        if (!same_shape(&inner, &other)) inner.fits = false;
    }
    s.fits = inner.fits;
    s.dimensions = inner.dimensions + 1;
    s.sizes[0] = v->count;
    memcpy(s.sizes + 1, inner.sizes, inner.dimensions * sizeof *s.sizes);
    return s;
}

/* Fills numbers from v on and gives v and its lists their parts of them. */
static double *fill(doc_value *v, const size_t *sizes, size_t dimensions,
                    double *numbers) {
    if (dimensions == 0) {
        *numbers = v->kind == DOC_VALUE_NULL ? NAN : v->number;
        return numbers + 1;
    }
    doc_array *a = ARENA_NEW(v->mem, doc_array);
    *a = (doc_array){numbers, sizes, dimensions};
    v->array = a;
    for (doc_value *i = v->first; i; i = i->next)
        numbers = fill(i, sizes + 1, dimensions - 1, numbers);
    return numbers;
}

static void make_array(doc_value *v, const shape *s) {
    size_t *sizes = ARENA_ARRAY(v->mem, size_t, s->dimensions);
    size_t count = 1;
    for (size_t i = 0; i < s->dimensions; i++) {
        sizes[i] = s->sizes[i];
        count *= sizes[i];
    }
    (void)fill(v, sizes, s->dimensions, ARENA_ARRAY(v->mem, double, count));
}

static void find_in(doc_value *v) {
    shape s = v->kind == DOC_VALUE_LIST ? shape_of(v) : (shape){.fits = false};
    if (s.fits && s.dimensions > 0) {
        make_array(v, &s);
        return;
    }
    for (doc_value *i = v->first; i; i = i->next)
        find_in(i);
}

void doc_find_arrays(doc *d) { find_in(doc_data(d)); }
