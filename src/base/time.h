/* SPDX-License-Identifier: Apache-2.0
 * Dates, instants and durations (ISO 8601, proleptic Gregorian calendar). */
#ifndef BASE_TIME_H
#define BASE_TIME_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* A point in time. A bare date is the whole day: `seconds` is its midnight
 * UTC, so whole days order as dates do. */
typedef struct moment {
    int64_t seconds; /* since 1970-01-01T00:00Z */
    int32_t offset;  /* seconds east of UTC, as it was written */
    bool given;      /* false: there is none */
    bool whole_day;
} moment;

/* "2014-07-24", "2014-07-24T18:00Z", "2014-07-24 18:00+03:00"; seconds are
 * optional, fractions are refused. */
bool time_parse(const char *text, moment *out);
/* As time_parse reads it. */
char *time_print(moment at, arena *mem);
/* Earlier, same, later: -1, 0, 1; a whole day comes before its hours. */
int time_compare(moment a, moment b);
/* The last second that belongs to it: the day's end for a whole day. */
int64_t time_end(moment at);

typedef struct civil {
    int64_t year;
    int month, day, hour, minute, second, weekday; /* weekday: 0 is Monday */
} civil;
civil time_civil(int64_t seconds);
int64_t time_from_civil(civil c); /* weekday is ignored */

/* "7 days", "72 hours", "2 weeks", "3 months" (30 days each), "P7D", "open". */
typedef struct duration {
    double days; /* INFINITY when open */
    bool open;
    bool elapsed; /* written in hours, minutes or seconds: time that passes;
                     else whole days keep the hour of the day */
} duration;
bool time_duration(const char *text, duration *out);
char *time_duration_print(duration lasts, arena *mem);

#endif
