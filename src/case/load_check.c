/* SPDX-License-Identifier: Apache-2.0
 * Does the tree have the shape that the tables of fields.h describe? One walk
 * reports unknown and missing keys, values of the wrong shape, and names that
 * nothing in the case has.
 *
 * What depends on several values together is checked where they are read. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "case/load_int.h"

typedef struct place {
    int issue; /* whose options are meant, or -1 */
    bool bloc; /* `count: several`: `by` may be a bloc */
} place;

static void check_value(loader *l, const node *n, const field_type *type,
                        place p);

/* --- Shapes and keys --- */

static const char *const kind_names[] = {"a text", "a list", "a mapping"};

/* Nothing stands behind the key. */
static bool is_blank(const node *n) {
    return n->kind == NODE_TEXT && *n->text == '\0' && !n->quoted;
}

static bool report_blank(loader *l, const node *n, const field_type *type) {
    char noun[400];
    return diag_error(l->d, n->at, "case/shape",
                      "nothing stands here; %s is expected",
                      fields_describe(type, noun, sizeof noun));
}

static bool check_kind(loader *l, const node *n, const field_type *type,
                       node_kind kind) {
    if (n->kind == kind) return true;
    char noun[400];
    if (is_blank(n)) return report_blank(l, n, type);
    return diag_error(
        l->d, load_opening(n), "case/shape", "%s is expected, not %s",
        fields_describe(type, noun, sizeof noun), kind_names[n->kind]);
}

static void hint_key(loader *l, const field_table *t, const char *key) {
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

/* --- Scalars --- */

static bool is_word(const node *n, const char *const *words) {
    return words && n->kind == NODE_TEXT && load_word(n, words) >= 0;
}

static void report_range(loader *l, const node *n, const field_type *type) {
    if (type->shape == FIELD_RANGE)
        diag_error(l->d, n->at, "case/range",
                   "%s is not between %.10g and %.10g", n->text, type->low,
                   type->high);
    else
        diag_error(l->d, n->at, "case/range", "%s is not %s", n->text,
                   type->noun);
}

static void check_number(loader *l, const node *n, const field_type *type) {
    double value;
    if (!number_double(n->text, &value)) {
        diag_error(l->d, n->at, "case/number", "\"%s\" is not a number",
                   n->text);
        return;
    }
    if (value < type->low || value > type->high) report_range(l, n, type);
}

static void check_whole(loader *l, const node *n, const field_type *type) {
    int64_t value;
    if (!number_int(n->text, &value)) {
        diag_error(l->d, n->at, "case/number", "\"%s\" is not a whole number",
                   n->text);
        return;
    }
    if ((double)value < type->low || (double)value > type->high)
        report_range(l, n, type);
}

static void check_exact(loader *l, const node *n) {
    fixed value;
    double approximate;
    if (number_fixed(n->text, &value)) return;
    if (number_double(n->text, &approximate))
        diag_error(l->d, n->at, "case/range",
                   "%s is not between -1000000 and 1000000", n->text);
    else
        diag_error(l->d, n->at, "case/number", "\"%s\" is not a number",
                   n->text);
}

static void hint_among(loader *l, const char *word, const char *const *words) {
    size_t count = 0;
    while (words[count])
        count++;
    load_hint_word(l, word, words, count);
}

static void check_choice(loader *l, const node *n, const field_type *type) {
    if (load_word(n, type->words) >= 0) return;
    char words[400];
    diag_error(l->d, n->at, "case/unknown-word", "\"%s\" is none of %s",
               n->text, fields_describe(type, words, sizeof words));
    hint_among(l, n->text, type->words);
}

static void check_flag(loader *l, const node *n) {
    if (text_same(n->text, "true") || text_same(n->text, "false")) return;
    diag_error(l->d, n->at, "case/flag", "\"%s\" is neither true nor false",
               n->text);
}

static void check_date(loader *l, const node *n) {
    moment at;
    if (time_parse(n->text, &at)) return;
    diag_error(l->d, n->at, "case/date", "\"%s\" is not a date", n->text);
    diag_hint(l->d, "dates are written 2014-07-24, instants 2014-07-24T18:00Z");
}

static void check_duration(loader *l, const node *n, const field_type *type) {
    duration lasts;
    bool ok = time_duration(n->text, &lasts);
    if (ok && lasts.open && !type->words) {
        diag_error(l->d, n->at, "case/duration", "a deadline can't be open");
        return;
    }
    if (ok && lasts.days > 0) return;
    diag_error(l->d, n->at, "case/duration", "\"%s\" is not a duration",
               n->text);
    diag_hint(l->d,
              "durations are positive: \"7 days\", \"72 hours\", "
              "\"P7D\"%s",
              type->words ? ", or \"open\"" : "");
}

static void check_source(loader *l, const node *n) {
    int paragraph;
    node id = *n;
    if (text_same(n->text, "analyst")) return;
    if (!load_split_source(n->text, &id.text, &paragraph, l->mem)) {
        diag_error(l->d, n->at, "case/source-form",
                   "\"%s\" is not a source and a paragraph", n->text);
        diag_hint(l->d, "write ID, ID par. N, or analyst");
        return;
    }
    if (load_find(l, SPACE_SOURCE, -1, id.text) >= 0) return;
    load_unknown(l, SPACE_SOURCE, -1, &id);
    if (strchr(id.text, ' '))
        diag_hint(l->d, "a paragraph is written ID par. N");
}

static void check_name(loader *l, const node *n, const field_type *type,
                       place p) {
    if (type->space == SPACE_SPEAKER) {
        case_endpoint e = load_endpoint(l, n->text);
        if (e.index < 0 && !p.bloc) load_unknown(l, SPACE_SPEAKER, -1, n);
        return;
    }
    if (type->space == SPACE_OPTION && p.issue < 0) return;
    if (load_find(l, type->space, p.issue, n->text) < 0)
        load_unknown(l, type->space, p.issue, n);
}

static void check_scalar(loader *l, const node *n, const field_type *type,
                         place p) {
    if (is_word(n, type->words) || !check_kind(l, n, type, NODE_TEXT)) return;
    if (is_blank(n) && type->shape != FIELD_TEXT) {
        report_blank(l, n, type);
        return;
    }
    switch (type->shape) {
    case FIELD_NUMBER:
    case FIELD_RANGE:
        check_number(l, n, type);
        break;
    case FIELD_WHOLE:
        check_whole(l, n, type);
        break;
    case FIELD_EXACT:
        check_exact(l, n);
        break;
    case FIELD_FLAG:
        check_flag(l, n);
        break;
    case FIELD_CHOICE:
        check_choice(l, n, type);
        break;
    case FIELD_DATE:
        check_date(l, n);
        break;
    case FIELD_DURATION:
        check_duration(l, n, type);
        break;
    case FIELD_SOURCE:
        check_source(l, n);
        break;
    case FIELD_NAME:
        check_name(l, n, type, p);
        break;
    default:
        break;
    }
}

/* --- Lists and maps --- */

static void check_items(loader *l, const node *n, const field_type *item,
                        place p) {
    for (size_t i = 0; i < n->count; i++)
        check_value(l, n->items[i], item, p);
}

static void check_list(loader *l, const node *n, const field_type *type,
                       place p) {
    if (!check_kind(l, n, type, NODE_LIST)) return;
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
                       place p) {
    if (n->kind != NODE_LIST) {
        if (is_word(n, type->words)) return;
        check_value(l, n, type->items, p);
        return;
    }
    if (n->count == 0)
        diag_error(l->d, n->at, "case/list-size", "the list is empty");
    check_items(l, n, type->items, p);
}

static void check_range(loader *l, const node *n, const field_type *type,
                        place p) {
    if (n->kind != NODE_LIST) {
        check_scalar(l, n, type, p);
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
                          const field_type *type, place *p) {
    node name = {.kind = NODE_TEXT, .at = e->key_at, .text = e->key};
    if (*e->key == '\0')
        diag_error(l->d, e->key_at, "case/empty-name", "a name is empty");
    if (type->space == SPACE_CLAUSE) {
        if (load_word(&name, fields_clauses) >= 0) return;
        diag_warning(l->d, e->key_at, "case/unknown-clause",
                     "\"%s\" is not one of the usual clauses", e->key);
        hint_among(l, e->key, fields_clauses);
        return;
    }
    if (type->space == SPACE_FREE || type->space == SPACE_EXPR) return;
    int index = load_find(l, type->space, p->issue, e->key);
    if (type->space == SPACE_ISSUE) p->issue = index;
    if (type->space == SPACE_OPTION && p->issue < 0) return;
    if (index < 0) load_unknown(l, type->space, p->issue, &name);
}

static void check_map(loader *l, const node *n, const field_type *type,
                      place p) {
    if (is_word(n, type->words) || !check_kind(l, n, type, NODE_MAP)) return;
    for (size_t i = 0; i < n->count; i++) {
        const node_entry *e = &n->entries[i];
        const field *f =
            type->table ? fields_find(type->table, e->key, 0) : NULL;
        place inner = p;
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
                          place p) {
    const char *kind = t->by_kind ? kind_of(n) : NULL;
    unsigned bit = kind ? kind_bit(n) : 0;
    place inner = {.issue = issue_of(l, n, p.issue),
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
                         place p) {
    if (n->kind == NODE_TEXT) return;
    if (check_kind(l, n, type, NODE_MAP)) check_mapping(l, n, type->table, p);
}

static void check_bare(loader *l, const node *n, const field_type *type,
                       place p) {
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
        if (check_kind(l, n, type, NODE_MAP))
            check_mapping(l, n, type->table, p);
        break;
    case FIELD_STATE:
        break;
    default:
        check_scalar(l, n, type, p);
    }
}

static void check_wrapped(loader *l, const node *n, const field_type *type,
                          place p) {
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
                        place p) {
    if (fields_wraps(type) && load_is_wrapped(n))
        check_wrapped(l, n, type, p);
    else
        check_bare(l, n, type, p);
}

void load_check(loader *l) {
    static const field_type root = {
        .shape = FIELD_MAPPING, .noun = "a case", .table = &fields_root};
    check_value(l, l->root, &root, (place){.issue = -1});
}
