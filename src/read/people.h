/* SPDX-License-Identifier: Apache-2.0
 * Lists of people around a verb or noun, for contacts. */
#ifndef READ_PEOPLE_H
#define READ_PEOPLE_H

#include "read/contact.h"

/* "A, B and C" that ends before the verb group at `verb`. */
void people_before(const read_unit *u, int verb, read_contact *c);
/* "A, where ..., and B" from `first` on, as the other side; where it ends. */
int people_after(const read_unit *u, int first, read_contact *c);
/* "A and B" after "between"; where it ends. */
int people_between(const read_unit *u, int first, read_contact *c);
/* The subject of the clause that the noun at i stands in. */
void people_of_clause(const read_unit *u, int i, read_contact *c);
/* A town, country or building after "in", "at" or "to" from i on, dates
 * skipped; empty if there is none. */
read_range people_place(const read_unit *u, int i);
/* Can they meet each other? "the two leaders", "both sides", "the ministers of
 * Keth and Morvania", "delegations"; not "the committee", which meets itself.
 */
bool people_several(const read_unit *u, read_range who);
/* Reporters and media: nobody's contact. */
bool people_hear(const read_unit *u, read_range r);

#endif
