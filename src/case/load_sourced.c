/* SPDX-License-Identifier: Apache-2.0
 * Which elements of a case does a source stand behind? The tables of fields.h
 * name the elements: mappings such as a relation or a phase, and single values
 * such as a grade or a deadline. An element has a source if it says so itself,
 * as {is: VALUE, source:} where it is a value, or if a mapping around it does.
 * `analyst` counts: the element is marked as an assumption. */
#include <stdlib.h>

#include "base/text.h"
#include "case/load_int.h"

typedef struct walk {
    case_model *c;
    arena *mem;
    case_unsourced *list;
    int room;
    const span *passed; /* ascending */
    size_t passed_count;
} walk;

typedef struct cover {
    bool sourced; /* by a mapping around */
    bool counted; /* the field that holds this is counted item by item */
} cover;

static void walk_value(walk *w, const node *n, const field_type *type,
                       cover around);

static void count_element(walk *w, span at, const char *what, bool sourced) {
    if (sourced) {
        w->c->sourced++;
        return;
    }
    int count = w->c->unsourced_count;
    if (!w->list || count == w->room) {
        w->room = count ? 2 * count : 32;
        w->list = arena_grow(w->mem, w->list, (size_t)count, (size_t)w->room,
                             sizeof *w->list);
    }
    w->list[w->c->unsourced_count++] = (case_unsourced){at, what};
}

static bool has_source(const walk *w, const node *n) {
    const char *text = load_text(n, "source"), *id;
    int paragraph;
    if (!text) return false;
    if (text_same(text, "analyst")) return true;
    return load_split_source(text, &id, &paragraph, w->mem) &&
           case_source_find(w->c, id) >= 0;
}

/* By text, in whatever order these stand; then by both ends: a block mapping
 * begins where its first key does. */
int load_compare_spans(const void *a, const void *b) {
    const span *x = a, *y = b;
    if (x->text != y->text)
        return (uintptr_t)x->text < (uintptr_t)y->text ? -1 : 1;
    if (x->begin != y->begin) return x->begin < y->begin ? -1 : 1;
    return (x->end > y->end) - (x->end < y->end);
}

static bool is_passed(const walk *w, span at) {
    return w->passed_count > 0 &&
           bsearch(&at, w->passed, w->passed_count, sizeof at,
                   load_compare_spans) != NULL;
}

static bool entry_is_passed(const walk *w, const node_entry *e) {
    return is_passed(w, e->key_at) || is_passed(w, e->value->at);
}

/* --- Fields --- */

/* The items of a list or a map are elements one by one. */
static void count_items(walk *w, const node *n, const char *what,
                        bool sourced) {
    for (size_t i = 0; i < n->count; i++) {
        bool list = n->kind == NODE_LIST;
        const node *item = list ? n->items[i] : n->entries[i].value;
        bool passed = list ? is_passed(w, load_bare(item)->at)
                           : entry_is_passed(w, &n->entries[i]);
        if (!passed)
            count_element(w, item->at, what, sourced || has_source(w, item));
    }
}

static void count_field(walk *w, const node *n, const field *f, bool sourced) {
    const node *bare = load_bare(n);
    bool own = sourced || (load_is_wrapped(n) && has_source(w, n));
    if (bare->kind == NODE_TEXT || f->type->shape == FIELD_RANGE)
        count_element(w, bare->at, f->element, own);
    else
        count_items(w, bare, f->element, own);
}

static void walk_field(walk *w, const node_entry *e, const field *f,
                       bool sourced) {
    if (entry_is_passed(w, e)) return;
    if (f->element) count_field(w, e->value, f, sourced);
    walk_value(w, e->value, f->type, (cover){sourced, f->element != NULL});
}

/* --- Mappings --- */

static unsigned kind_of(const node *n, const field_table *t) {
    if (!t->by_kind) return 0;
    int kind = load_choice(n, "kind", fields_kinds, -1);
    return kind >= 0 ? 1u << (unsigned)kind : 0;
}

static void walk_mapping(walk *w, const node *n, const field_table *t,
                         cover around) {
    if (n->kind != NODE_MAP) return;
    bool sourced = around.sourced || has_source(w, n);
    if (t->element && !around.counted)
        count_element(w, n->at, t->element, sourced);
    unsigned kind = kind_of(n, t);
    for (size_t i = 0; i < n->count; i++) {
        const field *f = fields_find(t, n->entries[i].key, kind);
        if (f) walk_field(w, &n->entries[i], f, sourced);
    }
}

static void walk_map(walk *w, const node *n, const field_type *type,
                     cover around) {
    for (size_t i = 0; i < load_size(n, NODE_MAP); i++) {
        const node_entry *e = &n->entries[i];
        if (entry_is_passed(w, e)) continue;
        const field *own =
            type->table ? fields_find(type->table, e->key, 0) : NULL;
        if (!own) walk_value(w, e->value, type->items, around);
    }
}

static void walk_value(walk *w, const node *n, const field_type *type,
                       cover around) {
    n = load_bare(n);
    if (is_passed(w, n->at)) return;
    switch (type->shape) {
    case FIELD_LIST:
    case FIELD_SOME:
        for (size_t i = 0; i < load_some_count(n); i++)
            walk_value(w, load_some(n, i), type->items, around);
        break;
    case FIELD_MAP:
        walk_map(w, n, type, around);
        break;
    case FIELD_EITHER:
    case FIELD_MAPPING:
        walk_mapping(w, n, type->table, around);
        break;
    default:
        break;
    }
}

void load_count_sources(case_model *c, const span *passed, size_t count,
                        arena *mem) {
    walk w = {.c = c, .mem = mem, .passed = passed, .passed_count = count};
    c->sourced = c->unsourced_count = 0;
    walk_mapping(&w, c->root, &fields_root, (cover){false, false});
    c->unsourced = w.list;
}
