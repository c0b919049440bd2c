/* SPDX-License-Identifier: Apache-2.0
 * What the files of case_select share. */
#ifndef CASE_SELECT_INT_H
#define CASE_SELECT_INT_H

#include <stddef.h>

#include "case/load.h"

typedef struct selection {
    const case_model *from;
    case_model *to;
    case_selection by;
    arena *mem;
    int *sources, *people, *proposals, *record; /* new index of each, or -1 */
    case_entry *new_record;
    span *passed; /* where what went stands in the text */
    size_t passed_count, passed_room;
} selection;

bool select_is_hidden(const selection *s, const case_origin *o,
                      const case_access *a);
bool select_rests_on_hidden(const selection *s, const case_origin *o);
void select_pass(selection *s, span at);

/* A hidden source is no source. */
case_origin select_origin(const selection *s, case_origin o);
case_access select_access(const selection *s, case_access a);

/* Makes *items a copy without those whose origin rests on a hidden source. */
void select_keep(selection *s, void *items, int *count, size_t size,
                 size_t origin);
#define SELECT_KEEP(s, type, items, count)                                     \
    do {                                                                       \
        /* NOLINTNEXTLINE(bugprone-macro-parentheses): a type */               \
        type *kept_items = arena_grow((s)->mem, (items), (size_t)(count),      \
                                      (size_t)(count), sizeof(type));          \
        select_keep((s), kept_items, &(count), sizeof(type),                   \
                    offsetof(type, origin));                                   \
        (items) = kept_items;                                                  \
    } while (0)

void select_copy_who(selection *s); /* sources to channels */
void select_copy_record(selection *s);
void select_copy_proposals(selection *s);
void select_copy_rest(selection *s); /* issues to forecast */

#endif
