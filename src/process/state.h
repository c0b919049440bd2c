/* SPDX-License-Identifier: Apache-2.0
 * The state of the talks: a fold over events, nothing else. No clock of its
 * own: the time is an argument. */
#ifndef PROCESS_STATE_H
#define PROCESS_STATE_H

#include "case/names.h"
#include "process/event.h"
#include "process/zone.h"

typedef enum process_stage {
    STAGE_NONE, /* in the case, and nobody has put it forward */
    STAGE_FLOATED,
    STAGE_SENT,   /* with a party, or on its way to one */
    STAGE_CLOSED, /* not all said yes */
    STAGE_AGREED,
    STAGE_DECLARED,
    STAGE_IN_FORCE, /* also extended: see `extended` */
    STAGE_LAPSED,
    STAGE_BROKEN,
    STAGE_WITHDRAWN,
    STAGE_SUPERSEDED,
    STAGES,
} process_stage;

enum { PROCESS_BY_CLOCK = -1, PROCESS_BY_CASE = -2 };

/* Where a version is with one party: events, or -1. */
typedef struct process_place {
    int sent, delivered, studied, answered;
} process_place;

typedef struct process_version {
    process_stage stage;
    int64_t since;         /* of the stage */
    int cause;             /* the event, or PROCESS_BY_CLOCK, PROCESS_BY_CASE */
    process_place *places; /* one a party */
    int drafted, declared; /* events, or -1 */
    int other;             /* superseded: by this version */
    bool sealed, has_hour;
    int64_t hour; /* when sealed answers close */
    /* once declared */
    const zone *z;
    bool has_start;
    int64_t starts;
    /* once in force */
    int phase;                       /* from 0 */
    int64_t phase_began, phase_ends; /* INT64_MAX: open */
    int extended;                    /* how often */
    int confirmed;                   /* start event, or -1 */
} process_version;

typedef enum incident_state {
    INCIDENT_REPORTED,
    INCIDENT_DISPUTED,
    INCIDENT_VERIFIED,
} incident_state;

typedef struct process_incident {
    int event, version;
    incident_state state;
    int cause; /* the event that made it so */
} process_incident;

typedef struct process_promise { /* a guarantee */
    int event;                   /* the latest on it */
} process_promise;

typedef struct process_state {
    const case_model *c;
    const process_event **events; /* what was folded */
    int event_count, event_room;
    process_version *versions; /* one a proposal of the case */
    process_incident *incidents;
    int incident_count, incident_room;
    case_names *incident_names;
    process_promise *promises;
    int promise_count, promise_room;
    int64_t latest; /* INT64_MIN: no event */
    /* The open routes between two actors in words, or NULL. */
    const char *(*routes)(const case_model *c, int from, int to, arena *mem);
    arena *mem;
} process_state;

process_state *process_begin(const case_model *c, arena *mem);
/* Why an event can't come next; NULL if it can. In mem of the state. */
const char *process_refuses(process_state *s, const process_event *e);
/* Takes the event in, which stays the caller's and where it is. Total: what
 * doesn't fit is taken as far as it makes sense, so that a view of a log folds
 * too. */
void process_apply(process_state *s, const process_event *e);
/* Lets the clock run on to `at`. */
void process_run_to(process_state *s, int64_t at);
/* The same of one version, which may be a copy: what will come if nothing is
 * done. process_next: when its clock next brings something about, or INT64_MAX.
 */
void process_run_version(const process_state *s, int version,
                         process_version *v, int64_t at);
int64_t process_next(const process_version *v);
/* Today's options with what is in force carried out: of each version in force
 * the terms of its phases so far. False where the case has no `now`. */
bool process_standing(const process_state *s, int *outcome);
/* Of a version in force: its next phase can follow this one by the clock. */
bool process_can_follow(const process_state *s, int version);

/* Who looks, and until when. */
typedef struct process_sight {
    const case_model *whole;
    const case_model *seen; /* `whole` as case_select leaves it for them */
    int viewer;             /* -1: the mediator's desk */
    moment at;              /* given false: all */
} process_sight;

typedef struct process_seen {
    const process_event *const *events;
    int count;
} process_seen;

/* The events that a viewer sees, told in the terms of `seen`. */
process_seen process_view(const process_event *all, int count,
                          const process_sight *by, arena *mem);

/* A guarantee that can stand among the case's own: everybody may see it, and
 * it is given to parties, and to others than oneself. */
bool process_can_join(const case_model *c, const process_event *e);

const char *process_stage_name(process_stage stage); /* "in-force" */
/* All parties of the case have said yes to it. */
bool process_all_accept(const process_state *s, int version);
int process_find_incident(const process_state *s, const char *id); /* or -1 */

#endif
