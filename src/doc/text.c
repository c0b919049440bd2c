/* SPDX-License-Identifier: Apache-2.0
 * Text made of runs: words, numbers with their error, citations. A run never
 * changes once it is added, so a doc can be read while others are written. */
#include <assert.h>

#include "base/text.h"
#include "doc/build.h"

doc_text *doc_text_new(arena *mem, const char *ground) {
    doc_text *t = ARENA_NEW(mem, doc_text);
    t->mem = mem;
    t->ground = ground;
    return t;
}

static doc_run *add_run(doc_text *t, doc_run_kind kind) {
    doc_run *r = ARENA_NEW(t->mem, doc_run);
    r->kind = kind;
    if (t->last)
        t->last->next = r;
    else
        t->first = r;
    t->last = r;
    return r;
}

/* Names may begin with an article, which a sentence writes large: "The ferry
 * company" of "the ferry company". */
static const char *opening(const char *text, arena *mem) {
    static const char *const articles[] = {"the ", "a ", "an "};
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (text_begins(text, articles[i]))
            return arena_format(mem, "%c%s", *text - 'a' + 'A', text + 1);
    return text;
}

void doc_text_vadd(doc_text *t, doc_tone tone, const char *format,
                   va_list args) {
    const char *text = arena_vformat(t->mem, format, args);
    if (*text == '\0') return;
    if (t->sentence && !t->first) text = opening(text, t->mem);
    doc_run *r = add_run(t, DOC_RUN_TEXT);
    r->tone = tone;
    r->text = text;
}

void doc_more(doc_text *t, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_text_vadd(t, DOC_PLAIN, format, args);
    va_end(args);
}

void doc_toned(doc_text *t, doc_tone tone, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_text_vadd(t, tone, format, args);
    va_end(args);
}

void doc_also(doc_text *reference, const char *key, const char *shown) {
    doc_run *r = add_run(reference, DOC_RUN_ALSO);
    r->id = arena_copy(reference->mem, key);
    r->text = arena_copy(reference->mem, shown);
}

static doc_run *add_number(doc_text *t, double value, const char *shown) {
    doc_run *r = add_run(t, DOC_RUN_NUMBER);
    r->value = value;
    r->text = shown;
    r->id = t->ground;
    return r;
}

void doc_number(doc_text *t, double value, double error, doc_unit unit) {
    doc_run *r = add_number(t, value, doc_show(value, error, unit, t->mem));
    r->error = error;
    r->unit = unit;
}

void doc_number_as(doc_text *t, double value, const char *shown) {
    add_number(t, value, arena_copy(t->mem, shown))->unit = DOC_REAL;
}

void doc_range(doc_text *t, double low, double high, doc_unit unit) {
    doc_number(t, low, 0, unit);
    doc_more(t, " to ");
    doc_number(t, high, 0, unit);
}

void doc_cite(doc_text *t, const char *id, const char *place) {
    doc_run *r = add_run(t, DOC_RUN_CITATION);
    r->id = arena_copy(t->mem, id);
    r->place = arena_copy(t->mem, place);
}

void doc_cite_once(doc_text *t, const char *id, const char *place) {
    for (const doc_run *r = t->first; r; r = r->next)
        if (r->kind == DOC_RUN_CITATION && text_same(r->id, id) &&
            text_same(r->place, place))
            return;
    doc_cite(t, id, place);
}

void doc_rests(doc_text *t, const char *key) {
    assert(t->last && t->last->kind == DOC_RUN_NUMBER);
    t->last->id = arena_copy(t->mem, key);
}

void doc_anchor(doc_text *t, const char *id) {
    t->anchor = arena_copy(t->mem, id);
}

void doc_tint(doc_text *t, doc_tone tone) { t->tone = tone; }
