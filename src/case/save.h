/* SPDX-License-Identifier: Apache-2.0
 * Case files as texts: written safely, begun, and added to without touching
 * what stands in them. */
#ifndef CASE_SAVE_H
#define CASE_SAVE_H

#include "case/model.h"

/* Replaces the file at once: whoever reads it finds the old bytes or the new,
 * also after a crash. Its permissions stay, a symbolic link is followed.
 * False with a diag, and the old file untouched, if that fails. */
bool case_write_file(const char *path, const void *bytes, size_t size,
                     arena *mem, parley_diags *d);
/* The case as it was read, byte for byte. */
bool case_save(const case_model *c, const char *path, arena *mem,
               parley_diags *d);

/* Adds `fragment` at the end of a section ("record", "sources", ...), which is
 * begun if it is missing. A list takes one item or a list of them, a map takes
 * entries. Everything else in the text stays byte for byte; indentation, line
 * ends, and block or flow style are those of the section. The result has been
 * checked as a case: if it has errors that is false, with the problems at
 * their places in the fragment (or in the text, where it is at fault). */
bool case_append(const source_text **out, const source_text *text,
                 const char *section, const source_text *fragment, arena *mem,
                 parley_diags *d);

/* What a new case begins with. Empty lists give two parties and one issue
 * that wait for their names; an issue needs two options or none. */
typedef struct case_outline_issue {
    const char *name;
    text_list options; /* the first is the option in force today */
} case_outline_issue;

typedef struct case_outline {
    const char *title; /* or NULL */
    text_list parties; /* their names; ids are made from them */
    const case_outline_issue *issues;
    int issue_count;
} case_outline;

/* The text of a case file with these parts and a comment on all others. */
char *case_new(const case_outline *outline, arena *mem);

#endif
