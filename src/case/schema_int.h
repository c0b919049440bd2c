/* SPDX-License-Identifier: Apache-2.0
 * What the files that write the schema share. */
#ifndef CASE_SCHEMA_INT_H
#define CASE_SCHEMA_INT_H

#include "case/fields.h"
#include "case/json.h"

/* Definitions are written in the order in which they are first referred to;
 * an item is a type, a table, or the keys of an entry's kinds. */
typedef struct schema_definition {
    const void *of;
    const field_table *table; /* NULL: a type */
    unsigned kinds;           /* of an entry; 0: any */
    const char *name;
} schema_definition;

typedef struct schema {
    json j;
    schema_definition *items;
    size_t count, room;
    arena *mem;
} schema;

/* References to definitions, which are made on the first one. */
void schema_refer(schema *s, const char *name);
void schema_refer_type(schema *s, const field_type *type);
void schema_refer_table(schema *s, const field_table *table);
const char *schema_define(schema *s, schema_definition d, const char *noun);

void schema_require(schema *s, const char *key);
void schema_open_any(schema *s); /* "anyOf": [ */
/* "key": {its description and type} */
void schema_property(schema *s, const field *f);
/* {what a value of the type may be} */
void schema_type(schema *s, const field_type *type);

#endif
