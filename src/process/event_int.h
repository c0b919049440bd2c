/* SPDX-License-Identifier: Apache-2.0
 * What the files that read an event share. */
#ifndef PROCESS_EVENT_INT_H
#define PROCESS_EVENT_INT_H

#include "process/event.h"
#include "process/line.h"

/* A line on its way to an event. */
typedef struct event_reading {
    process_event *to;
    const line_object *line;
    const line_field *now; /* the key that is read */
    const case_model *c;
    event_reader *by;
    uint32_t seen; /* keys, by their place in the table */
    bool ok;
    arena *mem;
    parley_diags *d;
} event_reading;

/* Of the key that is read: what is wrong with it. */
void event_complain(event_reading *r, const char *what);

/* The value of that key; where it is none, NULL, 0 or -1 with a diag. Texts
 * last as long as the line, kept ones as long as the event. */
const char *event_text(event_reading *r);
const char *event_kept_text(event_reading *r);
int event_word(event_reading *r, const char *const *words);
bool event_flag(event_reading *r);
moment event_instant(event_reading *r);
int event_proposal(event_reading *r);
/* The one that a draft brings along. */
int event_new_proposal(event_reading *r);

/* One name, or all names of a list. */
int event_actor(event_reading *r, const char *name);
int event_issue(event_reading *r, const char *name);
int_list event_names(event_reading *r,
                     int (*find)(event_reading *r, const char *name));

#endif
