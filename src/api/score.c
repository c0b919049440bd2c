/* SPDX-License-Identifier: Apache-2.0
 * Tables in, a result out: scoring predictions. */
#include "lens/score.h"
#include "api/api.h"

typedef struct scoring {
    parley_text predictions, outcomes;
    parley_result *r;
    arena *mem;
    parley_diags *d;
} scoring;

static parley_status score(void *subject) {
    scoring *k = subject;
    arena *work = arena_child(k->mem);
    size_t limits = diag_limit_count(k->d);
    const source_text *predictions = source_new(
        work, k->predictions.name, k->predictions.bytes, k->predictions.size);
    const source_text *outcomes =
        source_new(work, k->outcomes.name, k->outcomes.bytes, k->outcomes.size);
    const score_answer *a = score_run(predictions, outcomes, work, k->d);
    if (!a) return api_outcome(false, limits, k->d);
    k->r = ARENA_NEW(k->mem, parley_result);
    *k->r = (parley_result){k->mem, doc_new(k->mem)};
    api_head(k->r->doc, "score", NULL, -1);
    score_describe(k->r->doc, a);
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
