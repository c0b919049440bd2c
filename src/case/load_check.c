/* SPDX-License-Identifier: Apache-2.0
 * Does the tree have the shape that the tables of fields.h describe? One walk
 * reports unknown and missing keys, values of the wrong shape, and names that
 * nothing in the case has.
 *
 * What depends on several values together is checked where they are read. */

#include "case/load_check.h"

#include "base/text.h"
#include "case/fields_int.h"

static void check_value(loader *l, const node *n, const field_type *type,
                        load_place p);

/* --- Keys --- */

static void hint_key(loader *l, const field_table *t, const char *key) {
    if (t == &fields_party_table && fields_find(&fields_other_table, key, 0)) {
        diag_hint(l->d, "only who stands in `others` has it");
        return;
    }
    const char *names[64];
    size_t count = 0;
    for (size_t i = 0; i < t->count && count < 60; i++)
        names[count++] = t->fields[i].key;
    for (size_t i = 0; t != &fields_wrapped && i < fields_common.count; i++)
        names[count++] = fields_common.fields[i].key;
    load_hint_word(l, key, names, count);
}

static void report_key(loader *l, const field_table *t, const node_entry *e,
                       const char *kind) {
    if (t->by_kind && kind && fields_find(t, e->key, 0)) {
        diag_error(l->d, e->key_at, "case/key-of-kind",
                   "an entry of kind \"%s\" takes no \"%s\"", kind, e->key);
        return;
    }
    diag_error(l->d, e->key_at, "case/unknown-key", "%s has no key \"%s\"",
               t->name, e->key);
    hint_key(l, t, e->key);
}

static bool is_missing(const node *n, const field *f, unsigned kind) {
    if (f->need == FIELD_OPTIONAL) return false;
    if (f->kinds && !(f->kinds & kind)) return false;
    if (f->need == FIELD_UNLESS_DRAFT && node_find(n, "draft")) return false;
    return node_find(n, f->key) == NULL;
}

static void check_missing(loader *l, const node *n, const field_table *t,
                          unsigned kind) {
    for (size_t i = 0; i < t->count; i++) {
        const field *f = &t->fields[i];
        if (!is_missing(n, f, kind)) continue;
        diag_error(l->d, load_opening(n), "case/missing-key", "%s needs \"%s\"",
                   t->name, f->key);
        diag_hint(l->d, "%s: %s", f->key, f->help);
    }
}

/* --- Lists and maps --- */

static void check_items(loader *l, const node *n, const field_type *item,
                        load_place p) {
    for (size_t i = 0; i < n->count; i++)
        check_value(l, n->items[i], item, p);
}

static void check_list(loader *l, const node *n, const field_type *type,
                       load_place p) {
    if (!load_check_kind(l, n, type, NODE_LIST)) return;
    bool few = (double)n->count < type->low;
    bool many = type->high > 0 && (double)n->count > type->high;
    if (few || many)
        diag_error(l->d, n->at, "case/list-size",
                   "%s has %s %.0f items, not %zu", type->noun,
                   type->low == type->high ? "exactly"
                   : few                   ? "at least"
                                           : "at most",
                   few ? type->low : type->high, n->count);
    check_items(l, n, type->items, p);
}

static void check_some(loader *l, const node *n, const field_type *type,
                       load_place p) {
    if (n->kind != NODE_LIST) {
        if (load_is_word(n, type->words)) return;
        check_value(l, n, type->items, p);
        return;
    }
    if (n->count == 0)
        diag_error(l->d, n->at, "case/list-size", "the list is empty");
    check_items(l, n, type->items, p);
}

static void check_range(loader *l, const node *n, const field_type *type,
                        load_place p) {
    if (n->kind != NODE_LIST) {
        load_check_scalar(l, n, type, p);
        return;
    }
    if (n->count != 2) {
        diag_error(l->d, n->at, "case/list-size",
                   "a range has two numbers, not %zu", n->count);
        return;
    }
    check_items(l, n, type, p);
    double low, high;
    const node *a = load_bare(n->items[0]), *b = load_bare(n->items[1]);
    if (a->kind != NODE_TEXT || b->kind != NODE_TEXT) return;
    if (!number_double(a->text, &low) || !number_double(b->text, &high)) return;
    if (low > high)
        diag_error(l->d, n->at, "case/range", "%s is more than %s", a->text,
                   b->text);
}

static void check_map_key(loader *l, const node_entry *e,
                          const field_type *type, load_place *p) {
    node name = {.kind = NODE_TEXT, .at = e->key_at, .text = e->key};
    if (*e->key == '\0')
        diag_error(l->d, e->key_at, "case/empty-name", "a name is empty");
    if (type->space == SPACE_CLAUSE) {
        if (load_word(&name, fields_clauses) >= 0) return;
        diag_warning(l->d, e->key_at, "case/unknown-clause",
                     "\"%s\" is not one of the usual clauses", e->key);
        load_hint_among(l, e->key, fields_clauses);
        return;
    }
    if (type->space == SPACE_FREE || type->space == SPACE_EXPR) return;
    int index = load_find(l, type->space, p->issue, e->key);
    if (type->space == SPACE_ISSUE) p->issue = index;
    if (type->space == SPACE_OPTION && p->issue < 0) return;
    if (index < 0) load_unknown(l, type->space, p->issue, &name);
}

static void check_map(loader *l, const node *n, const field_type *type,
                      load_place p) {
    if (load_is_word(n, type->words) || !load_check_kind(l, n, type, NODE_MAP))
        return;
    for (size_t i = 0; i < n->count; i++) {
        const node_entry *e = &n->entries[i];
        const field *f =
            type->table ? fields_find(type->table, e->key, 0) : NULL;
        load_place inner = p;
        if (f) {
            check_value(l, e->value, f->type, inner);
            continue;
        }
        check_map_key(l, e, type, &inner);
        check_value(l, e->value, type->items, inner);
    }
}

/* --- Mappings with a table --- */

static const char *kind_of(const node *n) {
    const node *kind = load_get(n, "kind");
    bool known =
        kind && kind->kind == NODE_TEXT && load_word(kind, fields_kinds) >= 0;
    return known ? kind->text : NULL;
}

static unsigned kind_bit(const node *n) {
    const node *kind = load_get(n, "kind");
    return 1u << (unsigned)load_word(kind, fields_kinds);
}

static int issue_of(loader *l, const node *n, int fallback) {
    const node *issue = load_get(n, "issue");
    if (!issue || issue->kind != NODE_TEXT) return fallback;
    return load_find(l, SPACE_ISSUE, -1, issue->text);
}

static void check_mapping(loader *l, const node *n, const field_table *t,
                          load_place p) {
    const char *kind = t->by_kind ? kind_of(n) : NULL;
    unsigned bit = kind ? kind_bit(n) : 0;
    load_place inner = {.issue = issue_of(l, n, p.issue),
                        .bloc = load_choice(n, "count", fields_counts, 0) == 1};
    for (size_t i = 0; i < n->count; i++) {
        const node_entry *e = &n->entries[i];
        const field *f = fields_find(t, e->key, bit);
        if (f && !(t->by_kind && !kind && f->kinds))
            check_value(l, e->value, f->type, inner);
        else if (!f)
            report_key(l, t, e, kind);
    }
    check_missing(l, n, t, bit);
}

static void check_either(loader *l, const node *n, const field_type *type,
                         load_place p) {
    if (n->kind == NODE_TEXT) return;
    if (load_check_kind(l, n, type, NODE_MAP))
        check_mapping(l, n, type->table, p);
}

static void check_bare(loader *l, const node *n, const field_type *type,
                       load_place p) {
    switch (type->shape) {
    case FIELD_LIST:
        check_list(l, n, type, p);
        break;
    case FIELD_SOME:
        check_some(l, n, type, p);
        break;
    case FIELD_RANGE:
        check_range(l, n, type, p);
        break;
    case FIELD_MAP:
        check_map(l, n, type, p);
        break;
    case FIELD_EITHER:
        check_either(l, n, type, p);
        break;
    case FIELD_MAPPING:
        if (load_check_kind(l, n, type, NODE_MAP))
            check_mapping(l, n, type->table, p);
        break;
    case FIELD_STATE:
        break;
    default:
        load_check_scalar(l, n, type, p);
    }
}

static void check_wrapped(loader *l, const node *n, const field_type *type,
                          load_place p) {
    for (size_t i = 0; i < n->count; i++) {
        const node_entry *e = &n->entries[i];
        const field *f = fields_find(&fields_wrapped, e->key, 0);
        if (!f)
            report_key(l, &fields_wrapped, e, NULL);
        else if (text_same(e->key, "is"))
            check_bare(l, e->value, type, p);
        else
            check_value(l, e->value, f->type, p);
    }
}

static void check_value(loader *l, const node *n, const field_type *type,
                        load_place p) {
    if (fields_wraps(type) && load_is_wrapped(n))
        check_wrapped(l, n, type, p);
    else
        check_bare(l, n, type, p);
}

void load_check(loader *l) {
    static const field_type root = {
        .shape = FIELD_MAPPING, .noun = "a case", .table = &fields_root};
    check_value(l, l->root, &root, (load_place){.issue = -1});
}
