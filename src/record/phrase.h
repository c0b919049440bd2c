/* SPDX-License-Identifier: Apache-2.0
 * A record entry in words. */
#ifndef RECORD_PHRASE_H
#define RECORD_PHRASE_H

#include "case/model.h"

/* "demands", "could not be reached about"; of a contact its noun. */
const char *record_verb(case_entry_kind kind);
/* The same, but "proposes" where the entry is a party's own proposal. */
const char *record_entry_verb(const case_entry *e);
/* "naval-blockade: lift, border-control: ease or open" */
const char *record_terms_print(const case_model *c, case_terms terms,
                               arena *mem);
/* What the entry is about; terms stand in for e->about (a demand's one
 * issue). "" where there is nothing to say. */
const char *record_about_print(const case_model *c, const case_entry *e,
                               case_terms about, arena *mem);
/* "Khaled Mashaal", "an unnamed speaker", "Western diplomats". */
const char *record_speakers_print(const case_model *c, const case_entry *e,
                                  arena *mem);
/* Of one end of a contact. */
const char *record_endpoint_print(const case_model *c, case_endpoint end);
/* What a guarantee stands behind: "the talks", issues; of what comes before
 * talks, "the truce". */
const char *record_guaranteed_print(const case_model *c, case_guarantee_of of,
                                    int_list issues, arena *mem);
/* What comes before talks, by the kind of the dispute: "truce" or "phase". */
const char *record_phase_word(const case_model *c);
/* The plan that has none: "talks without a truce", "talks alone". */
const char *record_talks_word(const case_model *c);
/* A name inside of a sentence: "the arbitration office" of "The ...". */
const char *record_name_within(const char *name, arena *mem);
/* "Hamas'", "Israel's" */
const char *record_possessive(const char *name, arena *mem);
/* "a, b and c" */
const char *record_list_print(const char *const *items, int count, arena *mem);

#endif
