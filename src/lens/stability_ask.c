/* SPDX-License-Identifier: Apache-2.0
 * What the stability lens is asked: states, parties and concepts by name. */
#include <inttypes.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "lens/stability_lens.h"

bool stability_phase_state(const stability_case *k, int proposal, int phase,
                           uint32_t *state, arena *scratch) {
    const case_model *c = k->c;
    int *outcome = ARENA_ARRAY(scratch, int, (size_t)c->issue_count);
    for (int j = 0; j < c->issue_count; j++)
        outcome[j] = c->issues[j].now;
    for (int p = 0; p <= phase; p++) {
        case_terms terms = c->proposals[proposal].phases[p].terms;
        for (int t = 0; t < terms.count; t++)
            outcome[terms.items[t].issue] = terms.items[t].options.items[0];
    }
    for (int j = 0; j < c->issue_count; j++)
        if (outcome[j] < 0) return false;
    *state =
        c->issue_count ? stability_state_of(k, outcome) : STABILITY_NO_STATE;
    return *state != STABILITY_NO_STATE;
}

static bool read_number(const stability_case *k, const char *text,
                        uint32_t *state) {
    int64_t id;
    if (!number_int(text, &id) || id < 1 || id > (int64_t)k->g.state_count)
        return false;
    *state = (uint32_t)(id - 1);
    return true;
}

bool stability_read_state(const stability_case *k, const char *text,
                          uint32_t *state, arena *scratch, parley_diags *d) {
    const case_model *c = k->c;
    *state = STABILITY_NO_STATE;
    for (int s = 0; c->graph && s < c->graph->state_count; s++)
        if (text_same(c->graph->state_ids[s], text)) *state = (uint32_t)s;
    if (*state != STABILITY_NO_STATE || read_number(k, text, state))
        return true;
    if (text_same(text, "now") && k->now != STABILITY_NO_STATE) {
        *state = k->now;
        return true;
    }
    int p = case_proposal_find(c, text);
    if (p >= 0 && stability_phase_state(k, p, c->proposals[p].phase_count - 1,
                                        state, scratch))
        return true;
    return diag_error(d, SPAN_NONE, "stability/state",
                      "\"%s\" is no state; there are %" PRIu32 ", from 1", text,
                      k->g.state_count);
}

bool stability_read_party(const stability_case *k, const char *text, int *party,
                          parley_diags *d) {
    *party = case_actor_find(k->c, text);
    if (*party >= 0 && *party < k->party_count) return true;
    diag_error(d, SPAN_NONE, "stability/party", "\"%s\" is no party", text);
    const char *names[STABILITY_MOVERS];
    for (int i = 0; i < k->party_count; i++)
        names[i] = k->c->actors[i].id;
    const char *near = text_nearest(text, names, (size_t)k->party_count);
    if (near) diag_hint(d, "did you mean \"%s\"?", near);
    return false;
}

bool stability_read_concept(const char *text, uint8_t *concept,
                            parley_diags *d) {
    int found = stability_concept_find(text);
    *concept = (uint8_t)(found < 0 ? 0 : 1 << found);
    return found >= 0 ||
           diag_error(d, SPAN_NONE, "stability/concept",
                      "\"%s\" is none of nash, gmr, smr, seq, sseq", text);
}

bool stability_read_count(const lens_request *q, const char *option,
                          uint64_t usual, uint64_t *out, parley_diags *d) {
    const char *value = lens_value(q, option);
    int64_t number = 0;
    *out = usual;
    if (!value) return true;
    if (!number_int(value, &number) || number < 1)
        return diag_error(d, SPAN_NONE, "option/value",
                          "--%s: \"%s\" is no whole number from 1", option,
                          value);
    *out = (uint64_t)number;
    return true;
}

text_list stability_words(const char *value, arena *mem) {
    static const char APART[] = " ,:+";
    const char **words = ARENA_ARRAY(mem, const char *, strlen(value) / 2 + 1);
    int count = 0;
    for (const char *at = value; *at;) {
        at += strspn(at, APART);
        size_t size = strcspn(at, APART);
        if (size > 0) words[count++] = arena_text(mem, at, size);
        at += size;
    }
    return (text_list){words, count};
}
