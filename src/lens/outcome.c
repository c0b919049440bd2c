/* SPDX-License-Identifier: Apache-2.0
 * An outcome is one option an issue. In data it is an object by issue; in
 * words "issue option" in the order of the issues. */
#include "lens/outcome.h"

void outcome_put(doc_value *in, const char *key, const case_model *c,
                 const int *outcome) {
    doc_value *terms = doc_put_object(in, key);
    for (int j = 0; j < c->issue_count; j++)
        doc_put_text(terms, c->issues[j].id, c->issues[j].options[outcome[j]]);
}

const char *outcome_print(const case_model *c, const int *outcome, arena *mem) {
    const char *text = "";
    for (int j = 0; j < c->issue_count; j++)
        text = arena_format(mem, "%s%s%s %s", text, j > 0 ? ", " : "",
                            c->issues[j].id, c->issues[j].options[outcome[j]]);
    return text;
}

void outcome_put_parties(doc_value *in, const char *key, const case_model *c,
                         const double *numbers) {
    doc_value *by = doc_put_object(in, key);
    for (int p = 0; p < c->party_count; p++)
        doc_put_number(by, c->actors[p].id, numbers[p]);
}
