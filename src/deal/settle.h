/* SPDX-License-Identifier: Apache-2.0
 * The Nash solution of one draw without a list of the outcomes: the same that
 * deal_nash finds in a list of them, to the last bit and with the same ties. */
#ifndef DEAL_SETTLE_H
#define DEAL_SETTLE_H

#include "deal/bargain.h"
#include "deal/diagram.h"

/* Beginnings of outcomes that one search may look at. */
#define SETTLE_BEGINNINGS_MOST 1000000

typedef enum settle_end {
    SETTLE_FOUND,
    SETTLE_NONE,    /* no outcome is good enough for all */
    SETTLE_STOPPED, /* too many beginnings */
} settle_end;

/* Of one thread; grows with what is asked. */
typedef struct settle_room settle_room;
settle_room *settle_room_new(arena *mem);

typedef struct settle_ask {
    const deal_diagram *g;
    const double *const *worth; /* [party][cell] */
    const double *d;            /* [party] */
} settle_ask;

typedef struct settle_answer {
    settle_end end;
    int *outcome;  /* an option an issue; written where found */
    double *worth; /* [party] of the outcome, extras included */
    /* Where stopped: the product of gains that some outcome has (0: none is
     * known) and the one that none exceeds. */
    double reached, bound;
    int gainers; /* of so many parties' gains */
} settle_answer;

/* outcome and worth of the answer are the caller's. */
void settle_nash(const settle_ask *ask, settle_room *room, settle_answer *to);

#endif
