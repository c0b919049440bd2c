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

/* What somebody says of a new case, in plain words (plain.h). */
typedef struct case_answer {
    const char *about; /* "as-of", "source", "party", "other", "channel",
                          "issue", "proposal", "said" or "assumed" */
    const char *words;
} case_answer;

/* The text of a case file with all of this and a comment on what is missing;
 * NULL, and the problems at their places in the words, if they can't be read.
 * Where nothing names them, two parties and an issue wait for their names. */
char *case_new(const char *title, const case_answer *answers, int count,
               arena *mem, parley_diags *d);

#endif
