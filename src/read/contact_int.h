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
int contact_skip_adverbs(const read_unit *u, int i);
/* Of one class of verbs each. */
void contact_visit(collector *k, const read_verb *v);
void contact_send(collector *k, const read_verb *v);
void contact_write(collector *k, const read_verb *v);
void contact_carry(collector *k, const read_verb *v);
void contact_receive_letter(collector *k, const read_verb *v);
/* "were in Cairo to push" at the verb i. */
void contact_be_in(collector *k, int i);
/* A contact that the noun at i names, if it does. */
void contact_noun(collector *k, int i);

#endif
