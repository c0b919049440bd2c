/* SPDX-License-Identifier: Apache-2.0
 * What a draft means in a case: whose words, for whom, about what. Only what
 * the case's own names say; the rest is left out. */
#ifndef READ_RESOLVE_H
#define READ_RESOLVE_H

#include "read/read.h"

/* Fills in by_person, by_actor, for_actor, proposal, about, between and the
 * actors of stances; the case may be NULL. */
void resolve_draft(read_draft *d, const source_text *text, const case_model *c,
                   arena *mem);
/* The kind of record entry that a stance makes (DESIGN section 2). */
case_entry_kind resolve_kind(const read_draft *d, const read_stance *s,
                             const source_text *text);

#endif
