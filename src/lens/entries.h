/* SPDX-License-Identifier: Apache-2.0
 * Record entries as lenses show them. */
#ifndef LENS_ENTRIES_H
#define LENS_ENTRIES_H

#include "case/model.h"
#include "doc/doc.h"

/* {id, kind, date, by, for, public, own.., source, paragraph, gist} */
doc_value *entry_put(doc_value *in, const char *key, const case_model *c,
                     int entry, arena *mem);
/* A list of ids of entries, issues or proposals. */
void entry_put_ids(doc_value *in, const char *key, const case_model *c,
                   int_list entries);
/* {issue: [options]} */
void entry_put_terms(doc_value *in, const char *key, const case_model *c,
                     case_terms terms);
/* Cites an entry with its source. */
void entry_cite(doc_text *t, const case_model *c, int entry, arena *mem);
void entry_cite_all(doc_text *t, const case_model *c, int_list entries,
                    arena *mem);
/* "Khaled Mashaal, in public", "assumed by the analyst" */
const char *entry_word(const case_model *c, int entry, arena *mem);
const char *entry_date(const case_model *c, int entry, arena *mem);

#endif
