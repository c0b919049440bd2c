/* SPDX-License-Identifier: Apache-2.0
 * Every public call that may run out of memory goes through here. */
#include "api/api.h"
#include "base/diag.h"
#include "case/load.h"

typedef struct step {
    parley_status (*body)(void *subject);
    void *subject;
    parley_status status;
} step;

static void take_step(void *subject) {
    step *s = subject;
    s->status = s->body(s->subject);
}

parley_status api_call(arena *mem, parley_diags *d,
                       parley_status (*body)(void *subject), void *subject) {
    step s = {body, subject, PARLEY_OK};
    guard g;
    arena_set_guard(mem, &g);
    bool finished = guard_run(&g, take_step, &s);
    arena_set_guard(mem, NULL);
    if (!finished && g.refused[0]) {
        diag_limit(d, SPAN_NONE, "deal/search-limit", "%s", g.refused);
        return PARLEY_ELIMIT;
    }
    if (!finished) return g.cancelled ? PARLEY_ECANCEL : PARLEY_ENOMEM;
    return diag_lost(d) ? PARLEY_ENOMEM : s.status;
}

parley_status api_read(source_text **out, const char *path, arena *mem,
                       parley_diags *d) {
    if (!d) d = diag_private(mem); /* limits must be counted */
    size_t limits = diag_limit_count(d);
    if (source_read(out, path, API_MOST_BYTES, mem, d)) return PARLEY_OK;
    return diag_limit_count(d) > limits ? PARLEY_ELIMIT : PARLEY_EIO;
}

parley_status api_outcome(bool ok, size_t limits, const parley_diags *d) {
    if (ok) return PARLEY_OK;
    return diag_limit_count(d) > limits ? PARLEY_ELIMIT : PARLEY_EINPUT;
}

parley_status api_load(const case_model **out, const source_text *text,
                       arena *mem, parley_diags *d) {
    if (!d) d = diag_private(mem);
    size_t limits = diag_limit_count(d);
    return api_outcome(case_load(out, text, mem, d), limits, d);
}

const char *parley_version(void) { return "0.1.0"; }

const char *parley_status_text(parley_status status) {
    switch (status) {
    case PARLEY_OK:
        return "ok";
    case PARLEY_EINPUT:
        return "the input has errors";
    case PARLEY_EUSAGE:
        return "an unknown name or a bad value";
    case PARLEY_ELIMIT:
        return "too large";
    case PARLEY_EIO:
        return "reading or writing failed";
    case PARLEY_ENOMEM:
        return "memory ran out";
    case PARLEY_ECANCEL:
        return "cancelled";
    }
    return "unknown status";
}
