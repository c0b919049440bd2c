/* SPDX-License-Identifier: Apache-2.0
 * A record entry in words. */
#ifndef RECORD_PHRASE_H
#define RECORD_PHRASE_H

#include "case/model.h"

/* "demands", "could not be reached about"; of a contact its noun. */
const char *record_verb(case_entry_kind kind);
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
/* "a, b and c" */
const char *record_list_print(const char *const *items, int count, arena *mem);

#endif
