/* SPDX-License-Identifier: Apache-2.0
 * Best open ways to one actor, from everybody. Inside src/record only. */
#ifndef RECORD_REACH_H
#define RECORD_REACH_H

#include "record/network.h"

/* What the best way costs; INFINITY: there is none. */
typedef struct reach {
    double cost;
    int links;
} reach;

bool reach_closer(reach a, reach b); /* cheaper, then fewer links */

/* A network in which some actors, and some first steps, are forbidden. Made
 * once, then set and filled as often as needed. */
typedef struct reach_search {
    const record_network *n;
    int from, to;
    int most;      /* links */
    bool *banned;  /* by actor: not on a way (it may be where one begins) */
    bool *no_next; /* by actor: not directly after `from` */
    reach *best;   /* [links * actor_count + actor] */
} reach_search;

/* For at most `most` links now and later. */
reach_search reach_new(const record_network *n, int most, arena *mem);
void reach_fill(reach_search *s);
/* The best way from an actor to s->to. */
reach reach_from(const reach_search *s, int actor);
/* Writes its actors, at most s->most + 1, and returns how many; there must be
 * one. Of equal ways the first in the order of actors. */
int reach_follow(const reach_search *s, int actor, int *to);

#endif
