/* SPDX-License-Identifier: Apache-2.0
 * The log of the talks as a request sees it, folded up to an hour. */
#ifndef LENS_TALKS_H
#define LENS_TALKS_H

#include "lens/lens.h"

typedef struct talks_stand {
    const process_event *const *events; /* what the viewer sees, up to then */
    int count;
    process_state *s;
    moment now; /* the hour asked for; else that of the last event, or as-of if
                   that is later */
} talks_stand;

/* `at` not given: up to q's own --at, or all. */
talks_stand talks_fold(const lens_request *q, moment at, arena *mem);
/* Where an event stands: its source, or "log 2014-07-24T09:00Z". */
const char *talks_place(const process_event *e, arena *mem);
void talks_cite(doc_text *t, const process_event *e);
/* The log says more of the proposal than the case. */
bool talks_know(const talks_stand *t, int proposal);

/* What a proposal is to the talks: by the log, and of what it doesn't know by
 * the case. */
typedef enum talks_offer {
    TALKS_GONE, /* withdrawn, superseded, lapsed, broken; closed by the log */
    TALKS_VARIANT, /* the analyst's own, and nobody has put it forward */
    TALKS_TABLE,   /* on the table */
} talks_offer;
talks_offer talks_offer_of(const talks_stand *t, int proposal);
/* The proposals that are at least this. */
int_list talks_offers(const talks_stand *t, talks_offer least, arena *mem);
/* What can be asked about: all that is not gone, or all where nothing is left.
 */
int_list talks_standing(const talks_stand *t, arena *mem);
/* "Off the table: the pause (closed since ...)", a paragraph; nothing where
 * nothing is gone. */
void talks_say_gone(doc *to, const talks_stand *t);
/* "in force since ..., phase 1 of 2 (truce)" */
const char *talks_state(const talks_stand *t, int proposal, arena *mem);
/* What its next phase waits for and whether that is there; NULL if it is not
 * in force, has no next phase, or that waits for nothing. */
const char *talks_next(const talks_stand *t, int proposal, arena *mem);
/* Whether talks can close as things stand; NULL where the case has no
 * talks-need, or nothing is in force by the log. */
const char *talks_need(const talks_stand *t, arena *mem);

/* `talks`: {`states` [{`proposal`, `state`, `since`, `phase`, `follows`,
 * `can-follow`}], `can-close`}; null without a log. */
void talks_put(doc_value *in, const talks_stand *t);
/* `version`, `supersedes` and `changes` [{`what`, `was`, `is`}] of a proposal.
 */
void talks_put_version(doc_value *in, const case_model *c, int proposal);
/* "version 2, after the short truce: phase 1 lasts: 7 days, was 3 days"; NULL
 * of one that supersedes none. */
const char *talks_version(const case_model *c, int proposal, arena *mem);
/* The section "Where the talks stand", of the proposals that the log knows. */
void talks_show(doc *to, const talks_stand *t);

#endif
