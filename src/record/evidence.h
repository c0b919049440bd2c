/* SPDX-License-Identifier: Apache-2.0
 * What the record says of each party's wants once repeats and changes of
 * position are settled (DESIGN section 3, Evidence; section 5, Face). */
#ifndef RECORD_EVIDENCE_H
#define RECORD_EVIDENCE_H

#include "case/model.h"

/* One statement of one party; a demand on several issues is one claim an
 * issue. Statements of kinds without a likelihood are not here. */
typedef struct record_claim {
    int entry; /* index in c->record; the one that counts (best credence) */
    int party;
    case_entry_kind kind;
    case_terms about;   /* demand: exactly one term */
    double credence;    /* the best among the repeats */
    bool own;           /* by the party's own speaker */
    bool assumed;       /* the analyst's */
    int replaced_by;    /* entry, or -1: it stands and has a likelihood */
    int conflicts_with; /* entry kept beside it (analyst or outsider), or -1 */
    int_list repeats;   /* the other entries that say the same */
} record_claim;

/* What a party stands on in public, on one issue: the options of its own
 * speakers' standing public demands and requirements, and their weight. */
typedef struct record_face {
    double weight;    /* k: 0 none, 0.4 official, 1 leader */
    int_list options; /* the union; empty when weight is 0 */
} record_face;

typedef struct record_evidence {
    const record_claim *claims;
    int claim_count;
    const record_face *face; /* [party * issue_count + issue] */
    const double *rejected;  /* [party * proposal_count + proposal]: k of
                                the highest own speaker who has rejected it
                                in public and not accepted it since */
} record_evidence;

const record_evidence *record_weigh(const case_model *c, arena *mem);

/* The entry by which a claim answers a proposal: it accepts or rejects it, for
 * good so far, and is not the analyst's; NULL where it does not. */
const case_entry *record_answer_of(const case_model *c, const record_claim *k);

/* The credence of an entry as a statement of `party`: as given, or from the
 * source's grade and the speaker (DESIGN section 2). */
double record_credence(const case_model *c, const case_entry *e, int party);
/* True if a speaker of the entry is of the party. */
bool record_is_own(const case_model *c, const case_entry *e, int party);
/* The face weight of the entry's highest own speaker: 1, 0.4 or 0. */
double record_weight(const case_model *c, const case_entry *e, int party);

#endif
