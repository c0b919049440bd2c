/* SPDX-License-Identifier: Apache-2.0
 * Tables in, a result out: scoring predictions, refitting durability.
 */
#include "lens/score.h"
#include "api/api.h"
#include "base/diag.h"
#include "base/text.h"
#include "lens/calibrate.h"

typedef struct scoring {
    parley_text predictions, outcomes;
    parley_result *r;
    arena *mem;
    parley_diags *d;
} scoring;

static doc *begin_result(parley_result **r, const char *name, arena *mem) {
    *r = ARENA_NEW(mem, parley_result);
    **r = (parley_result){mem, doc_new(mem)};
    api_head((*r)->doc, name, NULL, -1);
    return (*r)->doc;
}

static const source_text *text_of(parley_text t, arena *mem) {
    return source_new(mem, t.name, t.bytes, t.size);
}

static parley_status score(void *subject) {
    scoring *k = subject;
    arena *work = arena_child(k->mem);
    size_t limits = diag_limit_count(k->d);
    const score_answer *a = score_run(text_of(k->predictions, work),
                                      text_of(k->outcomes, work), work, k->d);
    if (!a) return api_outcome(false, limits, k->d);
    score_describe(begin_result(&k->r, "score", k->mem), a);
    doc_find_arrays(k->r->doc);
    arena_free(work);
    return PARLEY_OK;
}

parley_status parley_score(parley_result **out, const parley_host *host,
                           parley_text predictions, parley_text outcomes,
                           parley_diags *d) {
    *out = NULL;
    scoring k = {predictions, outcomes, NULL, arena_new(host), d};
    if (!k.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(k.mem, d, score, &k);
    if (status == PARLEY_OK)
        *out = k.r;
    else
        arena_free(k.mem);
    return status;
}

/* --- Refitting --- */

typedef struct refitting {
    parley_text table;
    const parley_option *options;
    size_t option_count;
    parley_result *r;
    arena *mem;
    parley_diags *d;
} refitting;

static bool read_options(const refitting *k, moment *split) {
    for (size_t i = 0; i < k->option_count; i++) {
        if (!text_same(k->options[i].name, "split"))
            return diag_error(k->d, SPAN_NONE, "option/unknown",
                              "calibrating takes no option \"%s\"",
                              k->options[i].name);
        const char *day = k->options[i].value;
        if (!day || !time_parse(day, split))
            return diag_error(k->d, SPAN_NONE, "option/value",
                              "\"%s\" is not a date; write 2014-07-24",
                              day ? day : "");
    }
    return true;
}

static parley_status refit(void *subject) {
    refitting *k = subject;
    arena *work = arena_child(k->mem);
    size_t limits = diag_limit_count(k->d);
    moment split = {0};
    if (!read_options(k, &split)) return PARLEY_EUSAGE;
    const calibrate_answer *a =
        calibrate_run(text_of(k->table, work), split, work, k->d);
    if (!a) return api_outcome(false, limits, k->d);
    calibrate_describe(begin_result(&k->r, "calibrate", k->mem), a);
    doc_find_arrays(k->r->doc);
    arena_free(work);
    return PARLEY_OK;
}

parley_status parley_calibrate(parley_result **out, const parley_host *host,
                               parley_text table, const parley_option *options,
                               size_t option_count, parley_diags *d) {
    *out = NULL;
    refitting k = {table, options, option_count, NULL, arena_new(host), d};
    if (!k.mem) return PARLEY_ENOMEM;
    parley_status status = api_call(k.mem, d, refit, &k);
    if (status == PARLEY_OK)
        *out = k.r;
    else
        arena_free(k.mem);
    return status;
}
