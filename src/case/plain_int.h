/* SPDX-License-Identifier: Apache-2.0
 * What the readers of plain words share. */
#ifndef CASE_PLAIN_INT_H
#define CASE_PLAIN_INT_H

#include "case/plain.h"
#include "case/save_int.h"

plain_item *plain_add(plain_case *c, plain_section section, plain_item item);
/* An id for the name that no item of the section has. */
const char *plain_id(const plain_case *c, plain_section section,
                     const char *name, const char *fallback);

/* The source of all that cites none: the only one there is, or NULL. */
const plain_item *plain_only_source(const plain_case *c);

/* --- Who and what is meant (plain_find.c) --- */

/* The one item that is meant, or NULL without a word. */
const plain_item *plain_known(const plain_list *list, span name, arena *mem);
/* The one of these sections; NULL with a diag. */
const plain_item *plain_find(const plain_case *c, span name,
                             const plain_section *sections, int count);
/* The name of these sections that is spelled most like it, or NULL. */
const char *plain_near(const plain_case *c, span name,
                       const plain_section *sections, int count);
const plain_item *plain_actor(const plain_case *c, span name);

typedef struct plain_speaker {
    const plain_item *by, *party;
} plain_speaker;
/* Who speaks and for whom; a person who is new is added. Without `named` the
 * party alone matters, and `by` may be NULL. False with a diag. */
bool plain_speaks(plain_case *c, span who, bool named, plain_speaker *out);

/* --- Values, as a file has them (plain_terms.c); NULL with a diag --- */

/* A name or text. */
const char *plain_value(const plain_case *c, const char *text);
/* Actors named with commas: one, or a list. */
const char *plain_actors(const plain_case *c, span names);
/* Issues named with commas, or "all": one, or a list. */
const char *plain_issues(const plain_case *c, span names);
/* "pay 6, hours 8": {pay: 6, hours: 8}; with `any` also "pay 6 or 7". */
const char *plain_terms(const plain_case *c, span words, bool any);
/* Without a word where they are none. */
bool plain_are_terms(const plain_case *c, span words);
bool plain_is_date(span words, arena *mem);

/* Adds the text, of which lines may be broken. */
void plain_wrap(growing_text *to, const char *text);

#endif
