/* SPDX-License-Identifier: Apache-2.0
 * Loading: one arena holds the text, the tree, the model and the handle. */
#include <string.h>

#include "api/api.h"
#include "api/log.h"
#include "api/scenario.h"
#include "base/diag.h"
#include "base/text.h"
#include "case/load.h"
#include "process/draft.h"

typedef struct loading {
    parley_case *c; /* the answer */
    arena *mem;
    const char *name;
    const void *bytes; /* NULL: read the file `name` */
    size_t size;
    parley_scenario from; /* of parley_load_scenario */
    parley_diags *d;
} loading;

static parley_status read_text(source_text **out, const loading *l) {
    if (!l->bytes) return api_read(out, l->name, l->mem, l->d);
    if (l->size > API_MOST_BYTES) {
        diag_limit(l->d, SPAN_NONE, "file/too-large",
                   "%s is larger than %zu bytes, the most that is read",
                   l->name, API_MOST_BYTES);
        return PARLEY_ELIMIT;
    }
    *out = source_new(l->mem, l->name, l->bytes, l->size);
    return PARLEY_OK;
}

/* The case with what its log adds. */
static bool join(parley_case *c, const loading *l) {
    return process_join(&c->model, c->model, &c->log, l->mem, l->d) &&
           api_log_join(&c->model, &c->log, c->model, l->mem, l->d);
}

static parley_status load(void *subject) {
    loading *l = subject;
    source_text *text;
    parley_status status = read_text(&text, l);
    if (status != PARLEY_OK) return status;
    parley_case *c = ARENA_NEW(l->mem, parley_case);
    c->mem = l->mem;
    status = api_load(&c->model, text, l->mem, l->d);
    if (status != PARLEY_OK) return status;
    if (!l->bytes && !text_same(l->name, "-"))
        status = api_log_read(&c->log, l->name, c->model, l->mem, l->d);
    if (status != PARLEY_OK) return status;
    if (c->log.count > 0 && !join(c, l)) return PARLEY_EINPUT;
    l->c = c;
    return PARLEY_OK;
}

static parley_status load_scenario(void *subject) {
    loading *l = subject;
    const char *yaml;
    parley_status status = api_scenario_text(&yaml, &l->from, l->mem, l->d);
    if (status != PARLEY_OK) return status;
    parley_case *c = ARENA_NEW(l->mem, parley_case);
    c->mem = l->mem;
    const source_text *made =
        source_new(l->mem, "the imported case", yaml, strlen(yaml));
    status = api_load(&c->model, made, l->mem, l->d);
    l->c = status == PARLEY_OK ? c : NULL;
    return status;
}

static parley_status finish(parley_case **out, const parley_host *host,
                            parley_status (*body)(void *subject), loading l) {
    *out = NULL;
    l.mem = arena_new(host);
    if (!l.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(l.mem, l.d, body, &l);
    if (status == PARLEY_OK)
        *out = l.c;
    else
        arena_free(l.mem);
    return status;
}

parley_status parley_load(parley_case **out, const parley_host *host,
                          const char *path, parley_diags *d) {
    return finish(out, host, load, (loading){.name = path, .d = d});
}

parley_status parley_load_text(parley_case **out, const parley_host *host,
                               const char *name, const void *bytes, size_t size,
                               parley_diags *d) {
    loading l = {.name = name, .bytes = bytes, .size = size, .d = d};
    if (!bytes) l.bytes = "";
    return finish(out, host, load, l);
}

parley_status parley_load_scenario(parley_case **out, const parley_host *host,
                                   const parley_scenario *from,
                                   parley_diags *d) {
    return finish(out, host, load_scenario, (loading){.from = *from, .d = d});
}

void parley_case_free(parley_case *c) {
    if (c) arena_free(c->mem);
}

const char *parley_case_title(const parley_case *c) { return c->model->title; }
