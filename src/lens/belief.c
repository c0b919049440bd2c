/* SPDX-License-Identifier: Apache-2.0
 *
 * `parley belief CASE`: what does each party seem to want, and which statement
 * says so?
 *
 * Preferences that the case doesn't give are drawn from a prior and kept by
 * how well they fit the record (belief/sample.c). Shown are issue weights with
 * the middle 90 % of draws, the options of each issue in the order of their
 * mean value, and the share of draws in which an option is the party's best;
 * beside each share the same without the analyst's assumptions and with no
 * record at all, since prior and assumptions carry much of any answer. Of each
 * statement: how many draws satisfy it before and after, and what changes when
 * it is left out (belief_carries.c). Then contradictions and changes of
 * position with dates and sources, the model's ranges, and what all this can't
 * tell.
 *
 * The data (keys): weights, best, value by party and issue; model; statements;
 * carries; contradictions; `without-analyst` and `no-record` with weights and
 * best of the two other samples (null where there is no difference to show);
 * draws, r-hat, ess. A party given by an order has null.
 *
 * Edge cases: exact preferences are shown as given; with one draw shares are 0
 * or 1 and nothing is compared.
 */
#include "lens/belief_lens.h"
#include "lens/lens.h"
#include "lens/sampled.h"

bool belief_is_inferred(const case_model *c, int party) {
    return c->preferences[party].kind == CASE_INFERRED;
}

bool belief_has_worths(const case_model *c, int party) {
    return belief_is_inferred(c, party) ||
           c->preferences[party].kind == CASE_WORTH;
}

static bool has_assumptions(const record_evidence *e) {
    for (int i = 0; i < e->claim_count; i++)
        if (e->claims[i].assumed) return true;
    return false;
}

static belief_view view_of(const belief *b, arena *mem) {
    return (belief_view){b, belief_summarise(b, mem)};
}

/* What else stands beside the answer; problems were told of the answer. */
static void add_views(belief_answer *a, const lens_request *q, arena *mem) {
    belief_ask ask = a->record.b->ask;
    const belief *b;
    if (a->record.b->evidence->claim_count == 0) return;
    if (has_assumptions(a->record.b->evidence)) {
        case_selection s = {.viewer = -1, .without_analyst = true};
        const case_model *reported = case_select(q->c, s, mem);
        if (belief_sample(&b, reported, &ask, mem, NULL) == PARLEY_OK)
            a->reported = view_of(b, mem);
    }
    ask.prior = true;
    if (belief_sample(&b, q->c, &ask, mem, NULL) == PARLEY_OK)
        a->bare = view_of(b, mem);
}

static parley_status run(const void **out, const lens_request *q, arena *mem,
                         parley_diags *d) {
    belief_answer *a = ARENA_NEW(mem, belief_answer);
    const belief *b;
    parley_status status = sampled_draws(&b, q, true, mem, d);
    if (status != PARLEY_OK) return status;
    a->record = view_of(b, mem);
    a->review = belief_judge(b, mem);
    add_views(a, q, mem);
    belief_carries_find(a, mem);
    *out = a;
    return PARLEY_OK;
}

static void describe(doc *to, const lens_request *q, const void *found) {
    const belief_answer *a = found;
    sampled_put(to, a->record.b);
    belief_put(to, a);
    doc_title(to, "%s: what each party seems to want", q->c->title);
    sampled_say(to, a->record.b);
    belief_show(to, a);
    belief_show_statements(to, a);
    belief_show_limits(to, a);
}

extern const lens belief_lens;
const lens belief_lens = {
    .name = "belief",
    .question = "what does each party seem to want, and which statement says "
                "so?",
    .operands = "",
    .run = run,
    .describe = describe,
};
