/* SPDX-License-Identifier: Apache-2.0
 * What people say of a dispute in plain words, a line each, becomes what a case
 * file holds. Names may be shortened as long as one thing alone is meant. What
 * can't be read is reported at its place in the line. */
#ifndef CASE_PLAIN_H
#define CASE_PLAIN_H

#include "case/model.h"
#include "case/phrase.h"

typedef enum plain_section {
    PLAIN_SOURCES,
    PLAIN_PARTIES,
    PLAIN_OTHERS,
    PLAIN_PEOPLE,
    PLAIN_CHANNELS,
    PLAIN_ISSUES,
    PLAIN_RECORD,
    PLAIN_PROPOSALS,
    PLAIN_SECTIONS,
} plain_section;

typedef struct plain_list {
    struct plain_item *items;
    int count;
} plain_list;

typedef struct plain_item {
    const char *id, *name; /* name NULL: it is called by its id alone */
    const char *of;        /* of a person: whom they speak for, or NULL */
    plain_list options;    /* of an issue: ids alone */
    const char *text; /* in a file, behind its id; NULL: it is there already */
} plain_item;

/* What holds of an entry unless its words say otherwise; each may be NULL. */
typedef struct plain_usual {
    const char *id, *source, *date;
} plain_usual;

typedef struct plain_case {
    plain_list sections[PLAIN_SECTIONS];
    const char *date; /* of what has no other, or NULL */
    plain_usual usual;
    bool fixed; /* no people or sources can be added on the way */
    arena *mem;
    parley_diags *d;
} plain_case;

/* --- Lines --- */

/* Each adds an item of its section: false, and a diag, if it can't be read. */
bool plain_source(plain_case *c, span line);   /* The Post, 2031-05-05 */
bool plain_party(plain_case *c, span line);    /* Drivers' union */
bool plain_other(plain_case *c, span line);    /* Court: mediator, host */
bool plain_channel(plain_case *c, span line);  /* court, union: open */
bool plain_issue(plain_case *c, span line);    /* pay: 0, 3, 6; by company */
bool plain_proposal(plain_case *c, span line); /* Pause: strike off for 2 weeks;
                                                  talks on pay */
bool plain_said(plain_case *c, span line);     /* union demands pay 6, par. 2 */
bool plain_assumed(plain_case *c, span line);  /* union refuses pay 0, 0.8 */

/* --- A file --- */

/* A line that somebody typed for a case that is there: an entry of its record
 * as a file holds it, or NULL with a diag. */
const char *plain_entry(const case_model *c, const source_text *line,
                        plain_usual usual, arena *mem, parley_diags *d);

#endif
