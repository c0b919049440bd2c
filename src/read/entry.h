/* SPDX-License-Identifier: Apache-2.0
 * Drafts as record entries. */
#ifndef READ_ENTRY_H
#define READ_ENTRY_H

#include "read/read.h"

typedef struct entry_context {
    const source_text *text;
    const case_model *c; /* or NULL */
    const char *source;  /* the id of the source, "r1" */
} entry_context;

/* How many entries a draft makes: one, and one more for every further stance
 * that somebody else holds. */
int entry_count(const read_draft *d);
const char *entry_id(const entry_context *e, size_t draft, int entry,
                     arena *mem);
/* Entry number `entry` of draft number `draft` (from 0): a list item of the
 * record in YAML ("- id: ...\n  ..."), with its draft block. */
char *entry_text(const entry_context *e, const read_draft *d, size_t draft,
                 int entry, arena *mem);
/* `head` and the entries of all drafts behind it. */
char *entry_all(const entry_context *e, const read_report *r, const char *head,
                arena *mem);
/* The stance of that entry, or NULL. */
const read_stance *entry_stance(const read_draft *d, int entry);
case_entry_kind entry_kind(const entry_context *e, const read_draft *d,
                           int entry);
/* The text as a YAML (and JSON) string in double quotes, at most `most` bytes
 * of it. */
char *entry_quoted(const char *bytes, size_t size, size_t most, arena *mem);

#endif
