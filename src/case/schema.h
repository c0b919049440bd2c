/* SPDX-License-Identifier: Apache-2.0
 * The case format as a JSON Schema (draft 7), for editors: generated from the
 * tables in fields.h. docs/case.schema.json is this text. */
#ifndef CASE_SCHEMA_H
#define CASE_SCHEMA_H

#include "base/arena.h"

char *schema_print(arena *mem);

#endif
