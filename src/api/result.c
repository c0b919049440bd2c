/* SPDX-License-Identifier: Apache-2.0
 * Reading a result: by path, or written in a format. A result never changes,
 * so any number of threads may read it at once. */
#include <stdlib.h>
#include <string.h>

#include "api/api.h"
#include "base/diag.h"
#include "base/text.h"
#include "format/format.h"

void parley_result_free(parley_result *r) {
    if (r) arena_free(r->mem);
}

/* --- Paths --- */

/* True if the path's next step, escapes undone, is this key. */
static bool step_is(const char *step, size_t size, const char *key) {
    size_t i = 0;
    while (i < size) {
        char c = step[i++];
        if (c == '~' && i < size) c = step[i++] == '1' ? '/' : '~';
        if (*key == '\0' || *key++ != c) return false;
    }
    return *key == '\0';
}

static const doc_value *item_at(const doc_value *in, size_t index) {
    const doc_value *v = in->first;
    for (; v && index > 0; index--)
        v = v->next;
    return v;
}

static bool read_index(const char *step, size_t size, size_t *index) {
    enum { MOST_DIGITS = 9 };
    if (size == 0 || size > MOST_DIGITS) return false;
    *index = 0;
    for (size_t i = 0; i < size; i++) {
        if (step[i] < '0' || step[i] > '9') return false;
        *index = *index * 10 + (size_t)(step[i] - '0');
    }
    return true;
}

static const doc_value *take_step(const doc_value *in, const char *step,
                                  size_t size) {
    size_t index;
    if (in->kind == DOC_VALUE_LIST)
        return read_index(step, size, &index) ? item_at(in, index) : NULL;
    if (in->kind != DOC_VALUE_OBJECT) return NULL;
    const doc_value *v = in->first;
    while (v && !step_is(step, size, v->key))
        v = v->next;
    return v;
}

static const doc_value *value_at(const parley_result *r, const char *path) {
    const doc_value *v = doc_root(r->doc);
    while (v && *path) {
        size_t size = strcspn(path, "/");
        v = take_step(v, path, size);
        path += size + (path[size] == '/');
    }
    return v;
}

static parley_kind kind_of(const doc_value *v) {
    switch (v->kind) {
    case DOC_VALUE_BOOL:
        return PARLEY_BOOL;
    case DOC_VALUE_NUMBER:
    case DOC_VALUE_INTEGER:
        return PARLEY_NUMBER;
    case DOC_VALUE_TEXT:
        return PARLEY_TEXT;
    case DOC_VALUE_LIST:
        return PARLEY_LIST;
    case DOC_VALUE_OBJECT:
        return PARLEY_OBJECT;
    case DOC_VALUE_NULL:
        break;
    }
    return PARLEY_NULL;
}

parley_status parley_get(const parley_result *r, const char *path,
                         parley_value *out) {
    *out = (parley_value){.kind = PARLEY_NULL};
    const doc_value *v = value_at(r, path);
    if (!v) return PARLEY_EUSAGE;
    *out = (parley_value){.kind = kind_of(v),
                          .truth = v->truth,
                          .number = v->number,
                          .text = v->text,
                          .count = v->count};
    if (!v->array) return PARLEY_OK;
    out->numbers = v->array->numbers;
    out->shape = v->array->shape;
    out->dimensions = v->array->dimensions;
    return PARLEY_OK;
}

const char *parley_key(const parley_result *r, const char *path, size_t index) {
    const doc_value *v = value_at(r, path);
    if (!v || v->kind != DOC_VALUE_OBJECT) return NULL;
    const doc_value *member = item_at(v, index);
    return member ? member->key : NULL;
}

/* --- Formats --- */

typedef struct writing {
    const parley_result *r;
    const char *format;
    format_style style;
    parley_sink to;
    arena *mem;
    parley_diags *d;
} writing;

static parley_status unknown_format(const writing *w) {
    diag_error(w->d, SPAN_NONE, "format/unknown", "there is no format \"%s\"",
               w->format);
    const char *names = "";
    for (size_t i = 0; i < format_count; i++)
        names = arena_format(w->mem, "%s%s%s", names, i > 0 ? ", " : "",
                             format_table[i].name);
    diag_hint(w->d, "formats: %s", names);
    return PARLEY_EUSAGE;
}

typedef struct name_list {
    const char *text;
    arena *mem;
} name_list;

static void add_figure(void *self, const doc_plot *p) {
    name_list *l = self;
    l->text =
        arena_format(l->mem, "%s%s%s", l->text, *l->text ? ", " : "", p->name);
}

static parley_status unknown_figure(const writing *w) {
    name_list l = {"", w->mem};
    doc_each_plot(w->r->doc, add_figure, &l);
    diag_error(w->d, SPAN_NONE, "format/unknown-figure",
               "this answer has no figure \"%s\"", w->style.figure);
    if (*l.text) diag_hint(w->d, "figures: %s", l.text);
    return PARLEY_EUSAGE;
}

static parley_status write_result(void *subject) {
    writing *w = subject;
    const format *f = format_find(w->format);
    if (!f) return unknown_format(w);
    if (w->style.figure && !doc_plot_find(w->r->doc, w->style.figure))
        return unknown_figure(w);
    out_stream *to = ARENA_NEW(w->mem, out_stream);
    out_begin(to, w->to);
    f->write(to, w->r->doc, &w->style, w->mem);
    if (out_end(to)) return PARLEY_OK;
    diag_error(w->d, SPAN_NONE, "format/write-failed",
               "the output could not be written");
    return PARLEY_EIO;
}

parley_status parley_write(const parley_result *r, const char *name,
                           const parley_style *style, parley_sink to,
                           parley_diags *d) {
    writing w = {.r = r, .format = name, .to = to, .d = d};
    if (style)
        w.style = (format_style){style->width, style->colour, style->figure};
    w.mem = arena_new(arena_host(r->mem));
    if (!w.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(w.mem, d, write_result, &w);
    arena_free(w.mem);
    return status;
}
