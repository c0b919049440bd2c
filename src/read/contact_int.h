/* SPDX-License-Identifier: Apache-2.0
 * What the files that find contacts share. */
#ifndef READ_CONTACT_INT_H
#define READ_CONTACT_INT_H

#include "read/people.h"

typedef struct collector {
    const read_unit *u;
    read_contact *out;
    int count;
} collector;

void contact_begin(read_contact *c, case_entry_kind kind, const char *rule,
                   const char *lemma, read_range cue);
/* Keeps a contact that has somebody in it, once for a cue. */
void contact_keep(collector *k, read_contact *c);
/* A contact that the noun at i names, if it does. */
void contact_noun(collector *k, int i);

#endif
