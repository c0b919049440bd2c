/* SPDX-License-Identifier: Apache-2.0
 * Files of other tools, as texts of cases. What comes out has been loaded as a
 * case first: an import that would not load is an error, with the case's own
 * problems. */
#include <string.h>

#include "api/api.h"
#include "api/scenario.h"
#include "base/diag.h"
#include "case/import.h"
#include "case/load.h"

typedef struct importing {
    parley_sink to;
    const char *path;
    parley_scenario from; /* of parley_import_scenario */
    arena *mem;
    parley_diags *d;
} importing;

/* Loaded first: what would not load is not written. */
static parley_status check_and_write(const importing *m, const char *yaml) {
    const case_model *c;
    const source_text *made =
        source_new(m->mem, "the imported case", yaml, strlen(yaml));
    parley_status status = api_load(&c, made, m->mem, m->d);
    if (status != PARLEY_OK) return status;
    if (m->to.write(m->to.self, yaml, strlen(yaml))) return PARLEY_OK;
    diag_error(m->d, SPAN_NONE, "format/write-failed",
               "the imported case could not be written");
    return PARLEY_EIO;
}

static parley_status convert(void *subject) {
    const importing *m = subject;
    source_text *text;
    const case_importer *by = import_find(m->path, m->d);
    if (!by) return PARLEY_EUSAGE;
    parley_status status = api_read(&text, m->path, m->mem, m->d);
    if (status != PARLEY_OK) return status;
    size_t limits = diag_limit_count(m->d);
    const char *yaml = by->convert(text, m->mem, m->d);
    if (!yaml) return api_outcome(false, limits, m->d);
    return check_and_write(m, yaml);
}

static parley_status convert_scenario(void *subject) {
    const importing *m = subject;
    const char *yaml;
    parley_status status = api_scenario_text(&yaml, &m->from, m->mem, m->d);
    return status == PARLEY_OK ? check_and_write(m, yaml) : status;
}

static parley_status import(importing m, const parley_host *host,
                            parley_status (*body)(void *subject)) {
    m.mem = arena_new(host);
    if (!m.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(m.mem, m.d, body, &m);
    arena_free(m.mem);
    return status;
}

parley_status parley_import(const parley_host *host, parley_sink to,
                            const char *path, parley_diags *d) {
    return import((importing){.to = to, .path = path, .d = d}, host, convert);
}

parley_status parley_import_scenario(const parley_host *host, parley_sink to,
                                     const parley_scenario *from,
                                     parley_diags *d) {
    return import((importing){.to = to, .from = *from, .d = d}, host,
                  convert_scenario);
}
