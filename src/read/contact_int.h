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

/* What hangs on a verb or noun of contact: an object, and the first phrase of
 * each preposition, as the word after it (0: none). */
typedef struct contact_args {
    read_range object;
    int with, to, from, between, by, of, at; /* at: "in", "at", "on" */
    int whom;                                /* "for" */
    int end;
} contact_args;

/* From the word after the verb or noun on; dates and adverbs are skipped, a
 * purpose ("to discuss the truce"), a comma or a clause ends them. */
contact_args contact_args_from(const read_unit *u, int i);

void contact_begin(read_contact *c, case_entry_kind kind, const char *rule,
                   const char *lemma, read_range cue);
/* Keeps a contact that has somebody in it, once for a cue. */
void contact_keep(collector *k, read_contact *c);
/* Adds the people that the lexicon lets stand behind the verb: its object, or
 * behind "with", "to" or "on". */
void contact_other_side(const read_unit *u, const read_verb *v,
                        const contact_args *a, read_contact *c);
int contact_skip_adverbs(const read_unit *u, int i);
/* Adds who is named from i on, if that can act; where it ends, or i. */
int contact_who(const read_unit *u, int i, read_contact *c);
int contact_with(const read_unit *u, int i, read_contact *c);

/* --- Did it happen, or is it arranged? (contact_real.c) --- */

/* Of a verb; *v then has its group from where its subject ends. */
bool contact_verb_real(const read_unit *u, read_verb *v);
typedef enum contact_standing {
    STANDS_NOT,     /* wished for, denied, cancelled */
    STANDS_OBJECT,  /* "held a meeting" */
    STANDS_AROUND,  /* "after a meeting": of what its clause tells */
    STANDS_SUBJECT, /* "a meeting [lasted]" */
} contact_standing;
contact_standing contact_noun_stands(const read_unit *u, int noun);
/* Where the phrase of the noun begins. */
int contact_noun_start(const read_unit *u, int noun);

/* --- By class of verb (contact_verb.c, contact_travel.c, contact_letter.c) */

void contact_meet(collector *k, const read_verb *v);
void contact_phone(collector *k, const read_verb *v);
void contact_speak(collector *k, const read_verb *v);
void contact_host(collector *k, const read_verb *v);
void contact_shuttle(collector *k, const read_verb *v);
void contact_receive(collector *k, const read_verb *v);
/* "called Orrel on Monday": no name follows. */
void contact_call_up(collector *k, const read_verb *v);
/* "reached the commander by phone" */
void contact_reach(collector *k, const read_verb *v);
/* "brought together ministers from six countries" */
void contact_bring_together(collector *k, const read_verb *v);
/* "called on the Speaker": no demand follows. */
void contact_call_on(collector *k, const read_verb *v);
/* "was closeted with the premier" */
void contact_closeted(collector *k, const read_verb *v);
/* "walked the north spring together"; alone it is at most a visit. */
void contact_walk(collector *k, const read_verb *v);
/* "welcomed the envoys to Keshar for talks" */
void contact_welcome(collector *k, const read_verb *v);
/* "ministers gathered in Byr for talks" */
void contact_gather(collector *k, const read_verb *v);
/* "joined the ministers for talks" */
void contact_join(collector *k, const read_verb *v);
/* "invited them to dinner" */
void contact_invite(collector *k, const read_verb *v);
void contact_visit(collector *k, const read_verb *v);
void contact_send(collector *k, const read_verb *v);
void contact_write(collector *k, const read_verb *v);
/* "gave the mayor a list of names" */
void contact_give(collector *k, const read_verb *v);
/* "left a message for the governor" */
void contact_leave(collector *k, const read_verb *v);
/* "e-mailed the secretary" */
void contact_wire(collector *k, const read_verb *v);
/* "the letter [reached] the board": whether the subject of v is a letter. */
bool contact_letter_came(collector *k, const read_verb *v);
/* "was taken to Calder" */
void contact_taken(collector *k, const read_verb *v);
/* "sent word to them that" */
void contact_send_word(collector *k, const read_verb *v);
void contact_carry(collector *k, const read_verb *v);
void contact_exchange(collector *k, const read_verb *v);
/* A kind of place that one goes to: "capital", "camp". */
bool contact_place_noun(const read_unit *u, int i);
/* "were in Cairo to push" at the verb i. */
void contact_be_in(collector *k, int i);
/* "on the phone to", "back and forth between": at the word i. */
void contact_fixed(collector *k, int i);
/* "took instructions [by telephone] from", "asked Omnium [in writing]": at the
 * preposition i (contact_means.c). */
void contact_by_means(collector *k, int i);
/* A contact that the noun at i names, if it does. */
void contact_noun(collector *k, int i);

#endif
