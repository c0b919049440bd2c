/* SPDX-License-Identifier: Apache-2.0
 * What `parley status` finds: lines, each with what it rests on. */
#ifndef LENS_STATUS_LENS_H
#define LENS_STATUS_LENS_H

#include "lens/lens.h"
#include "record/pieces.h"

typedef enum status_kind {
    STATUS_STATE,
    STATUS_ANSWER,
    STATUS_PENDING,
    STATUS_STATEMENT,
    STATUS_GUARANTEE,
    STATUS_INCIDENT,
    STATUS_MESSAGE,
    STATUS_NOTE,
    STATUS_KINDS,
} status_kind;

/* One line: an entry, an event, or another element of the case stands behind
 * it; -1 and NULL where none does. */
typedef struct status_line {
    status_kind kind;
    const char *who;  /* an actor's id, or NULL */
    const char *word; /* "accept", "on-the-way"; for data */
    const char *text;
    moment when;
    int entry, event;
    const case_origin *origin;
} status_line;

typedef struct status_lines {
    status_line *items;
    int count, room;
} status_lines;

typedef struct status_proposal {
    int proposal;
    bool shown; /* in words */
    status_lines lines;
    record_pieces pieces;
} status_proposal;

typedef enum status_end {
    STATUS_ANSWERS_CLOSE,
    STATUS_BEGINS, /* a declared truce, or a phase that follows another */
    STATUS_PHASE_ENDS,
    STATUS_TALKS_END,
    STATUS_ENDS,
} status_end;

typedef struct status_deadline {
    status_end kind;
    int64_t at, since; /* since: PHASE_ENDS, when it began or begins */
    const zone *z;
    int proposal, phase;
    int changes; /* how often it was moved */
    const char *what;
    int event; /* or -1 */
} status_deadline;

typedef struct status_answer {
    const process_event *const *events;
    process_state *s;
    moment now;
    status_proposal *proposals;
    status_lines messages, notes;
    const status_deadline *deadlines; /* all that are to come, in time */
    int deadline_count;
} status_answer;

/* Of incidents, messages and notes the latest ones are told, earlier ones
 * counted. */
enum { STATUS_LATEST = 12 };

typedef struct status_finder {
    const case_model *c;
    const lens_request *q;
    status_answer *a;
    bool all; /* --all: earlier ones too */
    arena *mem;
} status_finder;

status_line *status_add(status_finder *f, status_lines *to, status_kind kind,
                        const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Lines of one proposal from the state of the talks ... */
void status_find_talks(status_finder *f, status_proposal *p);
/* ... and from the record. */
void status_find_record(status_finder *f, status_proposal *p);
void status_find_messages(status_finder *f);
void status_find_deadlines(status_finder *f);
const char *status_kind_name(status_kind kind);
/* The board and the clock; nothing where there is no log. */
void status_show_board(doc *to, const case_model *c, const status_answer *a);
const char *status_end_name(status_end kind); /* "phase-ends" */
/* The deadlines as dates of a calendar. */
void status_put_dates(doc *to, const case_model *c, const status_answer *a);
void status_describe(doc *to, const lens_request *q, const void *answer);

#endif
