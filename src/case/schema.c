/* SPDX-License-Identifier: Apache-2.0
 *
 * What may stand in a case file, in the language that editors know: JSON
 * Schema, draft 7 (json-schema.org).
 *
 * Every table of fields.h becomes a definition with its keys, every type one
 * with its shape; where a value may be wrapped with its source, both forms are
 * allowed. An entry of the record has a definition for each group of kinds
 * that take the same keys, and `kind` chooses among them.
 *
 * An editor reads YAML with types, Parley doesn't: to it `null` and `1` are
 * names. So a name may be any scalar, and a number may stand in quotes. What a
 * schema can't say (names that must exist, expressions, several values
 * together) is left to `parley check`: whatever loads is valid here, and not
 * the other way round.
 */
#include "case/schema.h"
#include <string.h>

#include "base/text.h"
#include "case/schema_int.h"

/* --- Definitions --- */

/* "terms {issue: option, ...}" becomes "terms-issue-option". */
static char *slug(const char *noun, arena *mem) {
    char *name = arena_get(mem, strlen(noun) + 1);
    size_t size = 0;
    for (; *noun; noun++) {
        bool letter = (*noun >= 'a' && *noun <= 'z') ||
                      (*noun >= 'A' && *noun <= 'Z') ||
                      (*noun >= '0' && *noun <= '9');
        if (letter)
            name[size++] = *noun;
        else if (size > 0 && name[size - 1] != '-')
            name[size++] = '-';
    }
    while (size > 0 && name[size - 1] == '-')
        name[--size] = '\0';
    return name;
}

static bool is_taken(const schema *s, const char *name) {
    for (size_t i = 0; i < s->count; i++)
        if (text_same(s->items[i].name, name)) return true;
    return false;
}

static const char *new_name(const schema *s, const char *noun) {
    const char *first = slug(noun, s->mem), *name = first;
    for (int i = 2; is_taken(s, name); i++)
        name = arena_format(s->mem, "%s-%d", first, i);
    return name;
}

const char *schema_define(schema *s, schema_definition d, const char *noun) {
    for (size_t i = 0; i < s->count; i++)
        if (s->items[i].of == d.of && s->items[i].kinds == d.kinds)
            return s->items[i].name;
    if (s->count == s->room) {
        size_t room = 2 * s->room + 64;
        s->items =
            arena_grow(s->mem, s->items, s->count, room, sizeof *s->items);
        s->room = room;
    }
    d.name = new_name(s, noun);
    s->items[s->count++] = d;
    return d.name;
}

void schema_refer(schema *s, const char *name) {
    json_pair(&s->j, "$ref", arena_format(s->mem, "#/definitions/%s", name));
}

void schema_refer_type(schema *s, const field_type *type) {
    if (type->shape == FIELD_MAPPING) {
        schema_refer_table(s, type->table);
        return;
    }
    schema_refer(s,
                 schema_define(s, (schema_definition){.of = type}, type->noun));
}

void schema_refer_table(schema *s, const field_table *table) {
    schema_refer(
        s, schema_define(s, (schema_definition){.of = table, .table = table},
                         table->name));
}

void schema_require(schema *s, const char *key) {
    json_begin(&s->j, "required", '[');
    json_string(&s->j, key);
    json_close(&s->j, ']');
}

/* --- Tables --- */

static bool takes(const field *f, unsigned kinds) {
    return !kinds || !f->kinds || (f->kinds & kinds);
}

/* Where several rows have a key, any of their types. */
static void write_union(schema *s, const field_table *t, const field *first) {
    json_begin(&s->j, first->key, '{');
    json_pair(&s->j, "description", first->help);
    schema_open_any(s);
    for (const field *f = first; f < t->fields + t->count; f++) {
        if (!text_same(f->key, first->key)) continue;
        json_open(&s->j, '{');
        schema_refer_type(s, f->type);
        json_close(&s->j, '}');
    }
    json_close(&s->j, ']');
    json_close(&s->j, '}');
}

static bool is_later_row(const field_table *t, const field *f, unsigned kinds) {
    for (const field *before = t->fields; before < f; before++)
        if (takes(before, kinds) && text_same(before->key, f->key)) return true;
    return false;
}

static bool has_key(const field_table *t, const char *key) {
    for (size_t i = 0; i < t->count; i++)
        if (text_same(t->fields[i].key, key)) return true;
    return false;
}

static void write_properties(schema *s, const field_table *t, unsigned kinds) {
    json_begin(&s->j, "properties", '{');
    for (size_t i = 0; i < t->count; i++) {
        const field *f = &t->fields[i];
        if (!takes(f, kinds) || is_later_row(t, f, kinds)) continue;
        if (t->by_kind && !kinds)
            write_union(s, t, f);
        else
            schema_property(s, f);
    }
    for (size_t i = 0; i < fields_common.count; i++)
        if (!has_key(t, fields_common.fields[i].key))
            schema_property(s, &fields_common.fields[i]);
    json_close(&s->j, '}');
}

/* A row for some kinds is required only where the kind is known. */
static void write_needed(schema *s, const field_table *t, field_need need,
                         unsigned kinds) {
    json_begin(&s->j, "required", '[');
    for (size_t i = 0; i < t->count; i++) {
        const field *f = &t->fields[i];
        bool here = kinds ? takes(f, kinds) : !f->kinds;
        if (f->need == need && here) json_string(&s->j, f->key);
    }
    json_close(&s->j, ']');
}

static bool needs_unless_draft(const field_table *t, unsigned kinds) {
    for (size_t i = 0; i < t->count; i++)
        if (t->fields[i].need == FIELD_UNLESS_DRAFT &&
            takes(&t->fields[i], kinds))
            return true;
    return false;
}

static void write_required(schema *s, const field_table *t, unsigned kinds) {
    write_needed(s, t, FIELD_REQUIRED, kinds);
    if (!kinds || !needs_unless_draft(t, kinds)) return;
    schema_open_any(s);
    json_open(&s->j, '{');
    schema_require(s, "draft");
    json_close(&s->j, '}');
    json_open(&s->j, '{');
    write_needed(s, t, FIELD_UNLESS_DRAFT, kinds);
    json_close(&s->j, '}');
    json_close(&s->j, ']');
}

/* True if both kinds take the same rows. */
static bool same_rows(const field_table *t, unsigned a, unsigned b) {
    for (size_t i = 0; i < t->count; i++)
        if (takes(&t->fields[i], a) != takes(&t->fields[i], b)) return false;
    return true;
}

/* The kinds with the rows of this one, which is the first of them; else 0. */
static unsigned group_of(const field_table *t, size_t kind) {
    unsigned first = 1u << kind, group = 0;
    for (size_t k = 0; fields_kinds[k]; k++) {
        if (!same_rows(t, first, 1u << k)) continue;
        if (k < kind) return 0;
        group |= 1u << k;
    }
    return group;
}

static void write_group(schema *s, const field_table *t, unsigned group) {
    const char *names = t->name;
    json_open(&s->j, '{');
    json_begin(&s->j, "if", '{');
    json_begin(&s->j, "properties", '{');
    json_begin(&s->j, "kind", '{');
    json_begin(&s->j, "enum", '[');
    for (size_t k = 0; fields_kinds[k]; k++) {
        if (!(group >> k & 1)) continue;
        json_string(&s->j, fields_kinds[k]);
        names = arena_format(s->mem, "%s-%s", names, fields_kinds[k]);
    }
    json_close(&s->j, ']');
    json_close(&s->j, '}');
    json_close(&s->j, '}');
    schema_require(s, "kind");
    json_close(&s->j, '}');
    json_begin(&s->j, "then", '{');
    schema_refer(
        s, schema_define(
               s, (schema_definition){.of = t, .table = t, .kinds = group},
               names));
    json_close(&s->j, '}');
    json_close(&s->j, '}');
}

static void write_groups(schema *s, const field_table *t) {
    json_begin(&s->j, "allOf", '[');
    for (size_t k = 0; fields_kinds[k]; k++) {
        unsigned group = group_of(t, k);
        if (group) write_group(s, t, group);
    }
    json_close(&s->j, ']');
}

static void write_table(schema *s, const field_table *t, unsigned kinds) {
    json_pair(&s->j, "type", "object");
    write_properties(s, t, kinds);
    write_required(s, t, kinds);
    if (t->by_kind && !kinds) write_groups(s, t);
    json_key(&s->j, "additionalProperties");
    json_bare(&s->j, "false");
}

/* --- The whole --- */

static void write_definition(schema *s, schema_definition d) {
    json_key(&s->j, d.name);
    if (!d.table) {
        schema_type(s, d.of);
        return;
    }
    json_open(&s->j, '{');
    write_table(s, d.table, d.kinds);
    json_close(&s->j, '}');
}

char *schema_print(arena *mem) {
    schema s = {.j = {.to = {.mem = mem}}, .mem = mem};
    json_open(&s.j, '{');
    json_pair(&s.j, "$schema", "http://json-schema.org/draft-07/schema#");
    json_pair(&s.j, "title", "A Parley case file");
    write_table(&s, &fields_root, 0);
    json_key(&s.j, "definitions");
    json_open(&s.j, '{');
    for (size_t i = 0; i < s.count; i++) /* grows while it is written */
        write_definition(&s, s.items[i]);
    json_close(&s.j, '}');
    json_close(&s.j, '}');
    return s.j.to.bytes;
}
