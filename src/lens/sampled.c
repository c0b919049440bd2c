/* SPDX-License-Identifier: Apache-2.0
 * The draws behind an answer, and what they are worth: how many, from how many
 * chains, the worst split R-hat and the worst effective sample size with the
 * names of the quantities they belong to.
 *
 * Edge cases: with a single draw (everything exact) there is nothing to mix
 * and no Monte Carlo error; those keys are null. */
#include "lens/sampled.h"

#include <math.h>

#include "plan/plan.h"

/* Sums x draws x parties. */
static const double work_most = 2e9;

bool sampled_fits(const lens_request *q, double more, arena *mem,
                  parley_diags *d) {
    arena *scratch = arena_child(mem);
    const plan_field *f = plan_field_new(
        q->c, (deal_scope){0}, (deal_extras){0}, PLAN_LISTED_MOST, scratch, d);
    const double sums = f ? fmax(plan_field_sums(f), more) : INFINITY;
    arena_free(scratch);
    if (!f) return false;
    double each = sums * q->c->party_count;
    if (each * q->draws <= work_most) return true;
    diag_error(d, SPAN_NONE, "deal/work-limit",
               "%.0f outcomes of %d parties in %d draws are more than is worth "
               "waiting for",
               sums, q->c->party_count, q->draws);
    diag_hint(d, "--draws %.0f fits", fmax(1, floor(work_most / each)));
    return false;
}

parley_status sampled_draws(const belief **out, const lens_request *q,
                            bool ranges, arena *mem, parley_diags *d) {
    belief_ask ask = {.seed = q->seed,
                      .draws = q->draws,
                      .threads = q->threads,
                      .ranges = ranges};
    return belief_sample(out, q->c, &ask, mem, d);
}

static void put_worst(doc_value *in, const char *key, const char *of,
                      const belief_worst *w) {
    doc_put_number(in, key, w->value);
    doc_put_text(in, of, w->name);
}

void sampled_put(doc *to, const belief *b) {
    doc_value *root = doc_data(to);
    doc_put_integer(root, "draws", b->draw_count);
    put_worst(root, "r-hat", "r-hat-of", &b->r_hat);
    put_worst(root, "ess", "ess-of", &b->ess);
}

void sampled_say(doc *to, const belief *b) {
    if (b->single) return;
    doc_text *t = doc_note(to, "%d model draws from %d chains", b->draw_count,
                           b->chain_count);
    if (b->r_hat.name) {
        doc_more(t, "; worst R-hat ");
        doc_number(t, b->r_hat.value, 0, DOC_REAL);
        doc_more(t, " (%s)", b->r_hat.name);
    }
    if (b->ess.name) {
        doc_more(t, ", worst effective sample size ");
        doc_number(t, b->ess.value, 0, DOC_INTEGER);
        doc_more(t, " (%s)", b->ess.name);
    }
    doc_more(t, ". A share of model draws says how much of what the record "
                "leaves open speaks for something; it is not the chance that "
                "it happens.");
}

void sampled_put_error(doc_value *in, const char *key, double error,
                       const belief *b) {
    if (b->single)
        doc_put_null(in, key);
    else
        doc_put_number(in, key, error);
}
