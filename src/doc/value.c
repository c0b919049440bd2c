/* SPDX-License-Identifier: Apache-2.0
 * The data half of a doc: a tree with JSON's kinds of values in the order in
 * which they were put. What JSON can't say is settled here, so that every
 * reader sees the same: no value (NaN, infinite, NULL) is null, and an integer
 * beyond 2^53, which readers keep in a double and would round, is text. */
#include <assert.h>
#include <inttypes.h>
#include <math.h>

#include "base/text.h"
#include "doc/doc.h"

#define EXACT_MOST (INT64_C(1) << 53)

static doc_value *put(doc_value *in, const char *key, doc_value_kind kind) {
    assert((in->kind == DOC_VALUE_OBJECT && key) ||
           (in->kind == DOC_VALUE_LIST && !key));
    doc_value *v = ARENA_NEW(in->mem, doc_value);
    v->kind = kind;
    v->key = arena_copy(in->mem, key);
    v->mem = in->mem;
    if (in->last)
        in->last->next = v;
    else
        in->first = v;
    in->last = v;
    in->count++;
    return v;
}

doc_value *doc_put_object(doc_value *in, const char *key) {
    return put(in, key, DOC_VALUE_OBJECT);
}

doc_value *doc_put_list(doc_value *in, const char *key) {
    return put(in, key, DOC_VALUE_LIST);
}

void doc_put_null(doc_value *in, const char *key) {
    put(in, key, DOC_VALUE_NULL);
}

void doc_put_bool(doc_value *in, const char *key, bool truth) {
    put(in, key, DOC_VALUE_BOOL)->truth = truth;
}

void doc_put_number(doc_value *in, const char *key, double number) {
    if (isfinite(number))
        put(in, key, DOC_VALUE_NUMBER)->number = number;
    else
        doc_put_null(in, key);
}

void doc_put_integer(doc_value *in, const char *key, int64_t integer) {
    if (integer < -EXACT_MOST || integer > EXACT_MOST) {
        doc_put_format(in, key, "%" PRId64, integer);
        return;
    }
    doc_value *v = put(in, key, DOC_VALUE_INTEGER);
    v->integer = integer;
    v->number = (double)integer;
}

void doc_put_count(doc_value *in, const char *key, uint64_t count) {
    if (count > (uint64_t)EXACT_MOST)
        doc_put_format(in, key, "%" PRIu64, count);
    else
        doc_put_integer(in, key, (int64_t)count);
}

void doc_put_digits(doc_value *in, const char *key, const char *digits) {
    int64_t integer = 0;
    const char *p = digits;
    for (; *p >= '0' && *p <= '9' && integer <= EXACT_MOST / 10; p++)
        integer = integer * 10 + (*p - '0');
    if (*p == '\0' && integer <= EXACT_MOST)
        doc_put_integer(in, key, integer);
    else
        doc_put_text(in, key, digits);
}

void doc_put_text(doc_value *in, const char *key, const char *text) {
    doc_value *v = put(in, key, text ? DOC_VALUE_TEXT : DOC_VALUE_NULL);
    v->text = arena_copy(in->mem, text);
}

void doc_put_format(doc_value *in, const char *key, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_value *v = put(in, key, DOC_VALUE_TEXT);
    v->text = arena_vformat(in->mem, format, args);
    va_end(args);
}

void doc_put_numbers(doc_value *in, const char *key, const double *numbers,
                     size_t count) {
    doc_value *list = doc_put_list(in, key);
    for (size_t i = 0; i < count; i++)
        doc_put_number(list, NULL, numbers[i]);
}

const doc_value *doc_find(const doc_value *in, const char *key) {
    if (in->kind != DOC_VALUE_OBJECT) return NULL;
    const doc_value *v = in->first;
    while (v && !text_same(v->key, key))
        v = v->next;
    return v;
}
