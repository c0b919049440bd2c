/* SPDX-License-Identifier: Apache-2.0
 * What stands behind a key, as JSON Schema: each shape of fields.h with its
 * words and bounds, bare or wrapped with its source. Keywords that bound
 * numbers say nothing of strings and the other way round, so that a number may
 * stand in quotes and is judged all the same. */
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "case/schema_int.h"

static const char NUMBER_PATTERN[] =
    "^[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?$";
static const char WHOLE_PATTERN[] = "^[-+]?[0-9]+$";
static const char DATE_PATTERN[] =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?"
    "(Z|[-+][0-9]{2}(:?[0-9]{2})?))?$";
static const char DURATION_PATTERN[] =
    "^([0-9.]+ +(year|month|week|day|hour|minute|second)s?"
    "|P([0-9.]+[YMWD])*(T([0-9.]+[HMS])+)?)$";

/* --- Scalars --- */

static void write_types(schema *s, const char *const *types, size_t count) {
    json_begin(&s->j, "type", '[');
    for (size_t i = 0; i < count; i++)
        json_string(&s->j, types[i]);
    json_close(&s->j, ']');
}

static void write_scalar(schema *s) {
    static const char *const types[] = {"string", "number", "boolean", "null"};
    write_types(s, types, 4);
}

static void write_bounds(schema *s, double low, double high) {
    char number[NUMBER_SIZE];
    number_print(number, low);
    json_key(&s->j, "minimum");
    json_bare(&s->j, number);
    number_print(number, high);
    json_key(&s->j, "maximum");
    json_bare(&s->j, number);
}

/* Bounds hold for numbers, the pattern for quoted ones. */
static void write_number(schema *s, const char *type, const char *pattern) {
    const char *const types[] = {type, "string"};
    write_types(s, types, 2);
    json_pair(&s->j, "pattern", pattern);
}

static void write_pattern(schema *s, const char *pattern) {
    json_pair(&s->j, "type", "string");
    json_pair(&s->j, "pattern", pattern);
}

/* An unquoted true, false or null is no string to an editor. */
static void write_words(schema *s, const char *const *words) {
    json_begin(&s->j, "enum", '[');
    for (size_t i = 0; words[i]; i++) {
        json_string(&s->j, words[i]);
        if (text_same(words[i], "true") || text_same(words[i], "false") ||
            text_same(words[i], "null"))
            json_bare(&s->j, words[i]);
    }
    json_close(&s->j, ']');
}

/* --- Collections --- */

static void write_list(schema *s, const field_type *type) {
    json_pair(&s->j, "type", "array");
    json_begin(&s->j, "items", '{');
    schema_refer_type(s, type->items);
    json_close(&s->j, '}');
    char number[NUMBER_SIZE];
    number_print(number, type->low);
    json_key(&s->j, "minItems");
    json_bare(&s->j, number);
    if (type->high <= 0) return;
    number_print(number, type->high);
    json_key(&s->j, "maxItems");
    json_bare(&s->j, number);
}

void schema_open_any(schema *s) { json_begin(&s->j, "anyOf", '['); }

static void write_some(schema *s, const field_type *type) {
    schema_open_any(s);
    json_open(&s->j, '{');
    schema_refer_type(s, type->items);
    json_close(&s->j, '}');
    json_open(&s->j, '{');
    write_list(s, type);
    json_close(&s->j, '}');
    json_close(&s->j, ']');
}

static void write_range(schema *s, const field_type *type) {
    schema_open_any(s);
    json_open(&s->j, '{');
    write_number(s, "number", NUMBER_PATTERN);
    write_bounds(s, type->low, type->high);
    json_close(&s->j, '}');
    json_open(&s->j, '{');
    json_pair(&s->j, "type", "array");
    json_key(&s->j, "minItems");
    json_bare(&s->j, "2");
    json_key(&s->j, "maxItems");
    json_bare(&s->j, "2");
    json_close(&s->j, '}');
    json_close(&s->j, ']');
}

void schema_property(schema *s, const field *f) {
    json_begin(&s->j, f->key, '{');
    json_pair(&s->j, "description", f->help);
    json_begin(&s->j, "allOf", '[');
    json_open(&s->j, '{');
    schema_refer_type(s, f->type);
    json_close(&s->j, '}');
    json_close(&s->j, ']');
    json_close(&s->j, '}');
}

static void write_map(schema *s, const field_type *type) {
    json_pair(&s->j, "type", "object");
    bool clauses = type->space == SPACE_CLAUSE;
    if (type->table || clauses) {
        json_begin(&s->j, "properties", '{');
        for (size_t i = 0; type->table && i < type->table->count; i++)
            schema_property(s, &type->table->fields[i]);
        for (size_t i = 0; clauses && fields_clauses[i]; i++) {
            json_begin(&s->j, fields_clauses[i], '{');
            schema_refer_type(s, type->items);
            json_close(&s->j, '}');
        }
        json_close(&s->j, '}');
    }
    json_begin(&s->j, "additionalProperties", '{');
    schema_refer_type(s, type->items);
    json_close(&s->j, '}');
}

static void write_either(schema *s, const field_type *type) {
    schema_open_any(s);
    json_open(&s->j, '{');
    write_scalar(s);
    json_close(&s->j, '}');
    json_open(&s->j, '{');
    schema_refer_table(s, type->table);
    json_close(&s->j, '}');
    json_close(&s->j, ']');
}

static void write_state(schema *s) {
    static const char *const types[] = {"string", "number", "boolean", "null",
                                        "object"};
    write_types(s, types, 5);
}

/* --- Types --- */

static void write_shape(schema *s, const field_type *type) {
    switch (type->shape) {
    case FIELD_NUMBER:
        write_number(s, "number", NUMBER_PATTERN);
        write_bounds(s, type->low, type->high);
        break;
    case FIELD_EXACT:
        write_number(s, "number", NUMBER_PATTERN);
        write_bounds(s, -1e6, 1e6);
        break;
    case FIELD_WHOLE:
        write_number(s, "integer", WHOLE_PATTERN);
        write_bounds(s, type->low, type->high);
        break;
    case FIELD_FLAG:
        write_words(s, (const char *const[]){"true", "false", NULL});
        break;
    case FIELD_CHOICE:
        write_words(s, type->words);
        break;
    case FIELD_DATE:
        write_pattern(s, DATE_PATTERN);
        break;
    case FIELD_DURATION:
        write_pattern(s, DURATION_PATTERN);
        break;
    case FIELD_EXPR:
        json_pair(&s->j, "type", "string");
        break;
    case FIELD_RANGE:
        write_range(s, type);
        break;
    case FIELD_LIST:
        write_list(s, type);
        break;
    case FIELD_SOME:
        write_some(s, type);
        break;
    case FIELD_MAPPING:
        schema_refer_table(s, type->table);
        break;
    case FIELD_MAP:
        write_map(s, type);
        break;
    case FIELD_EITHER:
        write_either(s, type);
        break;
    case FIELD_STATE:
        write_state(s);
        break;
    default:
        write_scalar(s);
    }
}

static bool has_words(const field_type *type) {
    return type->words && type->shape != FIELD_CHOICE;
}

/* The shape, or one of the words that may stand instead. */
static void write_bare(schema *s, const field_type *type) {
    json_open(&s->j, '{');
    if (has_words(type)) {
        schema_open_any(s);
        json_open(&s->j, '{');
        write_words(s, type->words);
        json_close(&s->j, '}');
        json_open(&s->j, '{');
    }
    write_shape(s, type);
    if (has_words(type)) {
        json_close(&s->j, '}');
        json_close(&s->j, ']');
    }
    json_close(&s->j, '}');
}

static void write_wrapped(schema *s, const field_type *type) {
    json_open(&s->j, '{');
    json_pair(&s->j, "type", "object");
    json_begin(&s->j, "properties", '{');
    for (size_t i = 0; i < fields_wrapped.count; i++) {
        const field *f = &fields_wrapped.fields[i];
        if (f->need != FIELD_REQUIRED) {
            schema_property(s, f);
            continue;
        }
        json_key(&s->j, f->key);
        write_bare(s, type);
    }
    json_close(&s->j, '}');
    schema_require(s, "is");
    json_key(&s->j, "additionalProperties");
    json_bare(&s->j, "false");
    json_close(&s->j, '}');
}

void schema_type(schema *s, const field_type *type) {
    if (!fields_wraps(type)) {
        write_bare(s, type);
        return;
    }
    json_open(&s->j, '{');
    schema_open_any(s);
    write_bare(s, type);
    write_wrapped(s, type);
    json_close(&s->j, ']');
    json_close(&s->j, '}');
}
