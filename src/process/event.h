/* SPDX-License-Identifier: Apache-2.0
 * What happens in the talks, one event a line of the log. docs/process.md
 * describes each kind. */
#ifndef PROCESS_EVENT_H
#define PROCESS_EVENT_H

#include "base/diag.h"
#include "case/model.h"
#include "case/names.h"
#include "process/zone.h"

typedef enum event_kind {
    EVENT_STATEMENT, /* an entry of the record */
    EVENT_CONTACT,
    EVENT_DRAFT,   /* a version is on paper */
    EVENT_SEND,    /* it leaves for a party, perhaps through relays */
    EVENT_DELIVER, /* it is in the party's hands */
    EVENT_STUDY,
    EVENT_ANSWER,
    EVENT_CONFER, /* a note of a caucus */
    EVENT_GUARANTEE,
    EVENT_DECLARE,
    EVENT_START,
    EVENT_INCIDENT,
    EVENT_DISPUTE,
    EVENT_VERIFY,
    EVENT_EXTEND,
    EVENT_LAPSE,
    EVENT_BREAK,
    EVENT_WITHDRAW,
    EVENT_SUPERSEDE,
    EVENT_KINDS,
} event_kind;

typedef enum event_answer {
    EVENT_ACCEPT,
    EVENT_REJECT,
    EVENT_REPLY, /* with a draft of one's own */
    EVENT_ANSWERS,
} event_answer;

/* Kept small, as a log may have a million: what some kinds alone have shares
 * its room, and is read of these kinds alone. */
typedef struct process_event {
    event_kind kind;
    int by;        /* actor, or -1: the mediator's desk */
    int proposal;  /* version, or -1 */
    int other;     /* draft: parent; supersede: by; answer: the reply */
    moment at;     /* never a whole day */
    const zone *z; /* the one that was named, or NULL: the offset of `at` */
    const char *id, *source, *text; /* or NULL */
    case_access access;
    union {
        moment until; /* send: the hour of sealed answers; declare: the start;
                         extend: the new end */
        struct {      /* guarantee */
            case_guarantee_of of;
            case_guarantee_status status;
        };
        struct {
            event_answer answer; /* answer */
            int phase;           /* start: from 1; 0: not given */
        };
    };
    union {
        struct { /* send, deliver; guarantee: to and issues */
            int_list to;
            union {
                int_list via, issues;
            };
        };
        struct {
            const char *name;  /* dispute, verify: the incident's id; draft:
                                  that of the proposal it brings; or NULL */
            const char *entry; /* statement, contact: JSON; draft: its own
                                  proposal, JSON or YAML; or NULL */
        };
        const char *clause; /* incident; or NULL */
        duration lasts;     /* extend; days 0: not given */
    };
    bool sealed; /* send: answers are; answer: this one is */
} process_event;

/* Who reads lines: against the names of a case, into mem. */
typedef struct event_reader {
    const case_model *c;
    case_names *drafted; /* proposals that earlier lines brought: they count on
                            behind those of the case */
    int draft_count;
    zone_book *zones;
    int number;           /* of the line, for problems */
    arena *mem, *passing; /* what is kept; what a line needs while it is read */
    parley_diags *d;
} event_reader;

event_reader event_reader_new(const case_model *c, arena *mem, parley_diags *d);
/* Reads one line of JSON. False with a diag. */
bool event_read(process_event *out, const char *line, size_t size,
                event_reader *by);

const char *event_kind_name(event_kind kind);       /* "send" */
const char *event_kind_help(event_kind kind);       /* one line */
const char *event_answer_name(event_answer answer); /* "accept" */

/* A key that lines of a kind have, from the table that reads them, but for
 * "kind" itself. name NULL: no more. */
typedef struct event_key_info {
    const char *name, *value; /* "to", "PARTY,..." */
    bool needed;
    bool common; /* every kind takes it */
} event_key_info;
event_key_info event_key_get(event_kind kind, size_t index);

#endif
