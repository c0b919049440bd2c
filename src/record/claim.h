/* SPDX-License-Identifier: Apache-2.0
 * The record taken apart: one atom for each party, statement and, for a
 * demand, issue. Inside src/record only. */
#ifndef RECORD_CLAIM_H
#define RECORD_CLAIM_H

#include "record/evidence.h"

/* Who may replace whom: none replaces one of a higher rank. */
enum { CLAIM_ASSUMED, CLAIM_REPORTED, CLAIM_OWN, CLAIM_RANKS };

typedef struct claim_atom {
    int entry, party;
    case_entry_kind kind;
    int rank;
    case_terms about; /* demand: its one term */
    /* The same terms with issues and options sorted, for comparing. */
    case_terms sorted_about, sorted_over, sorted_return;
    int claim;       /* equal where party, kind and content are equal */
    int position;    /* equal where one may replace the other; -1: never */
    int replaced_by; /* entry, or -1 */
} claim_atom;

typedef struct claim_atoms {
    claim_atom *items; /* in the order of the file */
    int count;
    int claim_count, position_count;
} claim_atoms;

claim_atoms claim_split(const case_model *c, arena *mem);
/* Finds the changes of position. */
void claim_replace(const case_model *c, const claim_atoms *a, arena *mem);
/* By date, then by line: negative when entry a comes before b. */
int claim_order(const case_model *c, int a, int b);

/* What a party stands on in public, and which plans it has turned down. */
void claim_face(record_evidence *to, const case_model *c, const claim_atoms *a,
                arena *mem);

#endif
