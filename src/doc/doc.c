/* SPDX-License-Identifier: Apache-2.0
 * The doc itself: its title, where data goes now, and the blocks that people
 * read. Sections nest; a block goes into the section that was opened last.
 * Items of a list are blocks of their own, and formats join those that stand
 * in a row. */
#include "doc/doc.h"

#include <assert.h>

#include "doc/build.h"

typedef struct data_level {
    struct data_level *outer;
    doc_value *object;
} data_level;

struct doc {
    arena *mem;
    const char *title;
    doc_value root;
    data_level data;
    doc_block top; /* the section that holds everything */
    doc_block *open;
    const char *ground; /* of numbers, in the section that is open */
    doc_referred *first_reference, *last_reference;
    doc_date *first_date, *last_date;
    doc_word *first_word, *last_word;
};

doc *doc_new(arena *mem) {
    doc *d = ARENA_NEW(mem, doc);
    d->mem = mem;
    d->root = (doc_value){.kind = DOC_VALUE_OBJECT, .mem = mem};
    d->data.object = &d->root;
    d->top.kind = DOC_BLOCK_SECTION;
    d->open = &d->top;
    return d;
}

arena *doc_arena(const doc *to) { return to->mem; }
const char *doc_title_text(const doc *d) { return d->title; }
const doc_value *doc_root(const doc *d) { return &d->root; }
const doc_block *doc_first(const doc *d) { return d->top.first; }
const doc_referred *doc_references(const doc *d) { return d->first_reference; }

void doc_title(doc *to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    to->title = arena_vformat(to->mem, format, args);
    va_end(args);
}

doc_value *doc_data(const doc *to) { return to->data.object; }

void doc_enter(doc *to, const char *key) {
    data_level *outer = ARENA_NEW(to->mem, data_level);
    *outer = to->data;
    to->data = (data_level){outer, doc_put_object(outer->object, key)};
}

void doc_leave(doc *to) {
    assert(to->data.outer);
    to->data = *to->data.outer;
}

doc_block *doc_block_new(doc *to, doc_block_kind kind) {
    doc_block *b = ARENA_NEW(to->mem, doc_block);
    b->kind = kind;
    b->parent = to->open;
    if (to->open->last)
        to->open->last->next = b;
    else
        to->open->first = b;
    to->open->last = b;
    return b;
}

void doc_section(doc *to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_block *b = doc_block_new(to, DOC_BLOCK_SECTION);
    b->heading = arena_vformat(to->mem, format, args);
    b->ground = to->ground;
    va_end(args);
    to->open = b;
}

void doc_end(doc *to) {
    assert(to->open != &to->top);
    to->ground = to->open->ground;
    to->open = to->open->parent;
}

void doc_ground(doc *to, const char *key) {
    to->ground = arena_copy(to->mem, key);
}

const char *doc_ground_now(const doc *to) { return to->ground; }

static doc_text *add_text(doc *to, doc_block_kind kind) {
    doc_block *b = doc_block_new(to, kind);
    b->text = doc_text_new(to->mem, to->ground);
    b->text->sentence = true;
    return b->text;
}

__attribute__((format(printf, 3, 0))) static doc_text *
text_block(doc *to, doc_block_kind kind, const char *format, va_list args) {
    doc_text *t = add_text(to, kind);
    doc_text_vadd(t, DOC_PLAIN, format, args);
    return t;
}

doc_text *doc_paragraph(doc *to) { return add_text(to, DOC_BLOCK_PARAGRAPH); }

doc_text *doc_say(doc *to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_text *t = text_block(to, DOC_BLOCK_PARAGRAPH, format, args);
    va_end(args);
    return t;
}

doc_text *doc_bullet(doc *to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_text *t = text_block(to, DOC_BLOCK_BULLET, format, args);
    va_end(args);
    return t;
}

doc_text *doc_warning(doc *to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_text *t = text_block(to, DOC_BLOCK_WARNING, format, args);
    va_end(args);
    return t;
}

doc_text *doc_note(doc *to, const char *format, ...) {
    va_list args;
    va_start(args, format);
    doc_text *t = text_block(to, DOC_BLOCK_NOTE, format, args);
    va_end(args);
    return t;
}

/* --- Dates --- */

void doc_add_date(doc *to, doc_date date) {
    doc_date *one = ARENA_NEW(to->mem, doc_date);
    *one = date;
    one->key = arena_copy(to->mem, date.key);
    one->title = arena_copy(to->mem, date.title);
    one->text = date.text ? arena_copy(to->mem, date.text) : NULL;
    one->next = NULL;
    if (to->last_date)
        to->last_date->next = one;
    else
        to->first_date = one;
    to->last_date = one;
}

const doc_date *doc_dates(const doc *d) { return d->first_date; }

/* --- Words --- */

void doc_add_word(doc *to, doc_word word) {
    doc_word *one = ARENA_NEW(to->mem, doc_word);
    *one = word;
    one->next = NULL;
    if (to->last_word)
        to->last_word->next = one;
    else
        to->first_word = one;
    to->last_word = one;
}

const doc_word *doc_words(const doc *d) { return d->first_word; }

/* --- References --- */

doc_text *doc_reference(doc *to, doc_reference_kind kind, const char *key,
                        const char *title) {
    doc_referred *r = ARENA_NEW(to->mem, doc_referred);
    r->kind = kind;
    r->key = arena_copy(to->mem, key);
    r->title = arena_copy(to->mem, title);
    r->text = doc_text_new(to->mem, NULL);
    if (to->last_reference)
        to->last_reference->next = r;
    else
        to->first_reference = r;
    to->last_reference = r;
    return r->text;
}
