/* SPDX-License-Identifier: Apache-2.0
 * Which files of other tools can be read. */
#include "case/import.h"

#include <string.h>

#include "base/text.h"

const case_importer import_table[] = {
    {"gmcr", "a graph model of GMCR+ (options, feasibility, preferences)",
     import_gmcr},
    {"csv", "a table of positions to forecast from", import_positions},
};
const size_t import_count = sizeof import_table / sizeof *import_table;

const case_importer *import_find(const char *name, parley_diags *d) {
    const char *dot = strrchr(name, '.');
    for (size_t i = 0; dot && i < import_count; i++)
        if (text_same(import_table[i].extension, dot + 1))
            return &import_table[i];
    diag_error(d, SPAN_NONE, "import/unknown",
               "nothing here reads files like \"%s\"; .gmcr and .csv are "
               "read",
               name);
    return NULL;
}
