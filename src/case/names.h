/* SPDX-License-Identifier: Apache-2.0
 * Names and what they stand for: a hash table from (scope, text) to an index,
 * so that large cases load in linear time. */
#ifndef CASE_NAMES_H
#define CASE_NAMES_H

#include "base/arena.h"

typedef struct case_names case_names;

case_names *names_new(arena *mem);
/* False if (scope, text) is there already; it then keeps its index. The text
 * is not copied. */
bool names_add(case_names *n, int scope, const char *text, int index);
/* Adds the name, or gives it another index (-1: it is found no more). */
void names_put(case_names *n, int scope, const char *text, int index);
int names_find(const case_names *n, int scope, const char *text); /* or -1 */

#endif
