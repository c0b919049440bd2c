/* SPDX-License-Identifier: Apache-2.0
 * Who is in the way of a proposal, and on whose word that rests. */
#ifndef LENS_BINDING_H
#define LENS_BINDING_H

#include "doc/doc.h"
#include "lens/plans.h"
#include "record/survey.h"

/* Whose word stands behind what the binding party loses most on. */
typedef enum binding_word {
    BINDING_KNOWN,   /* the record's, or it is no issue */
    BINDING_WHOLES,  /* it has answered proposals that set it, no more */
    BINDING_ASSUMED, /* the analyst's alone */
    BINDING_PRIOR,   /* nobody's */
} binding_word;

binding_word binding_rests(const case_model *c, const record_evidence *e,
                           const record_survey *s, const plans_row *r);
/* "blockade"; of a row that is no issue: "what a breach costs". */
const char *binding_issue(const case_model *c, const plans_row *r);
/* Adds to a sentence that has just named it what it rests on, if that is less
 * than the record. */
void binding_caveat(doc_text *t, binding_word word);

#endif
