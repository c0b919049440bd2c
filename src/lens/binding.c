/* SPDX-License-Identifier: Apache-2.0
 * Who is in the way of a proposal, and on whose word that rests. A party may
 * well lose most on an issue of which it never spoke: draws leave open what is
 * not on record, and an average over what is open is no news of the party. */
#include "lens/binding.h"

static const char *const row_words[PLAN_ROWS] = {
    [PLAN_ROW_CONDITIONS] = "what is promised on conditions",
    [PLAN_ROW_REJECTED] = "having rejected it in public",
    [PLAN_ROW_BREACH] = "what a breach costs",
    [PLAN_ROW_RESERVE] = "what it has without a deal"};

const char *binding_issue(const case_model *c, const plans_row *r) {
    if (r->binding_row < c->issue_count) return c->issues[r->binding_row].id;
    return row_words[r->binding_row - c->issue_count];
}

static bool sets_issue(const case_proposal *p, int issue) {
    for (int k = 0; k < p->phase_count; k++)
        for (int i = 0; i < p->phases[k].terms.count; i++)
            if (p->phases[k].terms.items[i].issue == issue) return true;
    return false;
}

/* An answer to a proposal that sets the issue, or such a proposal of its own.
 */
static bool answers_wholes(const case_model *c, const record_evidence *e,
                           const plans_row *r) {
    for (int i = 0; i < e->claim_count; i++) {
        const record_claim *k = &e->claims[i];
        int proposal = c->record[k->entry].proposal;
        if (k->party == r->binding && k->replaced_by < 0 && !k->assumed &&
            proposal >= 0 &&
            sets_issue(&c->proposals[proposal], r->binding_row))
            return true;
    }
    return false;
}

binding_word binding_rests(const case_model *c, const record_evidence *e,
                           const record_survey *s, const plans_row *r) {
    if (r->binding < 0 || r->binding_row >= c->issue_count ||
        c->preferences[r->binding].kind != CASE_INFERRED)
        return BINDING_KNOWN;
    const record_coverage *of = &s->coverage[r->binding];
    const bool assumed = case_list_has(of->assumed_of, r->binding_row);
    if (!assumed && !case_list_has(of->silent, r->binding_row))
        return BINDING_KNOWN;
    if (answers_wholes(c, e, r)) return BINDING_WHOLES;
    return assumed ? BINDING_ASSUMED : BINDING_PRIOR;
}

void binding_caveat(doc_text *t, binding_word word) {
    static const char *const words[] = {
        [BINDING_WHOLES] = ", of which it has spoken by its answers to whole "
                           "proposals alone",
        [BINDING_ASSUMED] = ", of which only the analyst has it speak",
        [BINDING_PRIOR] = ", of which it has said nothing on record: that "
                          "rests on the prior alone"};
    if (word != BINDING_KNOWN) doc_strong(t, "%s", words[word]);
}
