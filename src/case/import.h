/* SPDX-License-Identifier: Apache-2.0
 * Other tools' files as texts of case files. An importer is one file and one
 * row in import_table (import.c). */
#ifndef CASE_IMPORT_H
#define CASE_IMPORT_H

#include "case/node.h"

typedef struct case_importer {
    const char *extension; /* "gmcr" */
    const char *what;      /* one line */
    /* The text of a case, in mem, or NULL with located errors for what can't
     * be expressed. */
    const char *(*convert)(const source_text *text, arena *mem,
                           parley_diags *d);
} case_importer;

extern const case_importer import_table[];
extern const size_t import_count;
/* By the end of a file's name; NULL with a diag if none fits. */
const case_importer *import_find(const char *name, parley_diags *d);

const char *import_gmcr(const source_text *text, arena *mem, parley_diags *d);
const char *import_positions(const source_text *text, arena *mem,
                             parley_diags *d);

#endif
