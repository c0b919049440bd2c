/* SPDX-License-Identifier: Apache-2.0
 * Adding to a section: what append.c plans and append_check.c checks. */
#ifndef CASE_APPEND_INT_H
#define CASE_APPEND_INT_H

#include "case/save_int.h"

/* An item or entry of the fragment. */
typedef struct append_part {
    node_entry entry; /* of a list: without a key */
    bool in_flow;     /* an entry that stands within { } */
} append_part;

typedef struct append_splice {
    size_t at, removed;
    const char *added;
} append_splice;

enum { APPEND_SPLICES = 2 };

typedef struct appending {
    const source_text *text, *fragment;
    const node *root;
    const char *section;
    bool list;
    const node_entry *entry; /* the section's, or NULL */
    flow_style style;
    const char *newline;
    append_part *parts;
    size_t count;
    append_splice splices[APPEND_SPLICES]; /* in the order of the text */
    int splice_count;
    arena *mem, *scratch;
    parley_diags *d;
} appending;

/* --- Texts --- */

size_t append_line_begin(const source_text *text, size_t at);
size_t append_line_end(const source_text *text, size_t at); /* before it */
size_t append_skip_blanks(const source_text *text, size_t at);
/* True if a line ends here, or a comment takes its rest. */
bool append_ends_line(const source_text *text, size_t at);
/* What stands before `at` on its line, if that is only space; else NULL. */
const char *append_indentation(const source_text *text, size_t at, arena *mem);
bool append_is_empty(const node *n);
/* Copies bytes of the fragment; the lines after the first lose up to the
 * column of `begin` in spaces and get the prefix instead. */
void append_moved(appending *a, growing_text *b, size_t begin, size_t end,
                  const char *prefix);

/* --- Plans --- */

void append_put(appending *a, size_t at, size_t removed, const char *added);
/* Put in what adds the parts to the section. False if its layout leaves no
 * place. */
bool append_block(appending *a);
bool append_flow(appending *a);

/* The text with all splices made, if it says what it said and the parts, and
 * is a case without errors. */
bool append_check(const source_text **out, appending *a);

#endif
