/* SPDX-License-Identifier: Apache-2.0
 * Time zones by their IANA name ("Europe/Rome"), read from the system's files.
 * A zone is never changed once read: any number of threads may use it. */
#ifndef PROCESS_ZONE_H
#define PROCESS_ZONE_H

#include "base/arena.h"
#include "base/time.h"

typedef struct zone zone;

/* NULL if there is no such zone, or its file can't be read. */
const zone *zone_load(const char *name, arena *mem);
/* The same offset always, in seconds east of UTC. */
const zone *zone_fixed(int32_t offset, arena *mem);

/* Zones that were asked for, so that each file is read once. */
typedef struct zone_book zone_book;
zone_book *zone_book_new(arena *mem);
const zone *zone_book_find(zone_book *b, const char *name); /* or NULL */

/* Seconds east of UTC at an instant. */
int32_t zone_offset(const zone *z, int64_t at);
/* The instant at which clocks there show this. An hour that comes twice is
 * the first one; one that is skipped is read with the offset before it. */
int64_t zone_instant(const zone *z, civil local);
/* The instant a duration later: whole days keep the hour of the day, the rest
 * and what was written in hours is time that passes. Open: INT64_MAX. */
int64_t zone_after(const zone *z, int64_t from, duration lasts);
/* A moment as clocks there show it. */
moment zone_moment(const zone *z, int64_t at);

#endif
