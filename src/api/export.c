/* SPDX-License-Identifier: Apache-2.0
 * Cases as scenarios of other tools. */
#include "scenario/export.h"
#include "api/api.h"

typedef struct export {
    const parley_case *c;
    const char *as;
    parley_files to;
    arena *mem;
    parley_diags *d;
}
export;

static parley_status write_scenario(void *subject) {
    const export *x = subject;
    return scenario_export(x->c->model, x->as, x->to, x->mem, x->d);
}

parley_status parley_export(const parley_case *c, const char *as,
                            parley_files to, parley_diags *d) {
    export x = {c, as, to, arena_new(arena_host(c->mem)), d};
    if (!x.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(x.mem, d, write_scenario, &x);
    arena_free(x.mem);
    return status;
}
