/* SPDX-License-Identifier: Apache-2.0
 * Files of other tools, as texts of cases. What comes out has been loaded as a
 * case first: an import that would not load is an error, with the case's own
 * problems. */
#include <string.h>

#include "api/api.h"
#include "base/diag.h"
#include "case/import.h"
#include "case/load.h"

typedef struct importing {
    parley_sink to;
    const char *path;
    arena *mem;
    parley_diags *d;
} importing;

static parley_status convert(void *subject) {
    const importing *m = subject;
    source_text *text;
    const case_model *c;
    const case_importer *by = import_find(m->path, m->d);
    if (!by) return PARLEY_EUSAGE;
    parley_status status = api_read(&text, m->path, m->mem, m->d);
    if (status != PARLEY_OK) return status;
    const char *yaml = by->convert(text, m->mem, m->d);
    if (!yaml) return PARLEY_EINPUT;
    const source_text *made =
        source_new(m->mem, "the imported case", yaml, strlen(yaml));
    status = api_load(&c, made, m->mem, m->d);
    if (status != PARLEY_OK) return status;
    if (m->to.write(m->to.self, yaml, strlen(yaml))) return PARLEY_OK;
    diag_error(m->d, SPAN_NONE, "format/write-failed",
               "the imported case could not be written");
    return PARLEY_EIO;
}

parley_status parley_import(const parley_host *host, parley_sink to,
                            const char *path, parley_diags *d) {
    importing m = {to, path, arena_new(host), d};
    if (!m.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(m.mem, d, convert, &m);
    arena_free(m.mem);
    return status;
}
