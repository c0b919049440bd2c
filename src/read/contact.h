/* SPDX-License-Identifier: Apache-2.0
 * Who met, called, visited, wrote to, hosted whom, told in one sentence. */
#ifndef READ_CONTACT_H
#define READ_CONTACT_H

#include "case/model.h"
#include "read/unit.h"

enum { CONTACT_WHO = 6, CONTACTS_MOST = 6 };

typedef struct read_contact {
    case_entry_kind kind;
    const char *rule;  /* "contact-verb" or "contact-noun" */
    const char *lemma; /* the verb or noun */
    read_range cue, place;
    read_range who[CONTACT_WHO], with[CONTACT_WHO];
    int who_count, with_count;
} read_contact;

/* After unit_verbs; at most CONTACTS_MOST. */
int contacts_of(const read_unit *u, read_contact *out);

#endif
