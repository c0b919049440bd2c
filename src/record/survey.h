/* SPDX-License-Identifier: Apache-2.0
 * The record from above: who has spoken, what confirms what. */
#ifndef RECORD_SURVEY_H
#define RECORD_SURVEY_H

#include "record/evidence.h"

/* What is on record of one party. */
typedef struct record_coverage {
    int own, reported, assumed; /* statements */
    int proposed;               /* proposals that count as its word */
    int last_own;               /* entry, the latest by its speaker; or -1 */
    int_list no_comment, unreachable, pending; /* entries */
    int_list silent;     /* issues of which no claim of the party speaks */
    int_list assumed_of; /* issues of which only the analyst speaks */
    int_list unanswered; /* proposals (not the analyst's own) */
} record_coverage;

/* Entries that say the same or confirm one another. */
typedef struct record_corroboration {
    int_list entries;
    int chains; /* groups of sources that share no link */
} record_corroboration;

typedef struct record_survey {
    int statements, contacts, drafts;
    int own, reported, assumed;      /* of the statements on parties */
    int proposed;                    /* by parties, as in coverage */
    const record_coverage *coverage; /* by party */
    const record_corroboration *corroborations;
    int corroboration_count;
    int_list in_time; /* contacts, earliest first */
    int_list denials; /* entries */
} record_survey;

const record_survey *record_survey_make(const case_model *c,
                                        const record_evidence *e, arena *mem);
/* True for a statement that is not a draft. */
bool record_is_statement(const case_entry *e);
/* Fills s->corroborations. */
void survey_corroborate(record_survey *s, const case_model *c,
                        const record_evidence *e, arena *mem);

#endif
