/* SPDX-License-Identifier: Apache-2.0
 * What the files of a zone share. */
#ifndef PROCESS_ZONE_INT_H
#define PROCESS_ZONE_INT_H

#include <stddef.h>

#include "process/zone.h"

typedef struct zone_change {
    int64_t at;
    int32_t offset; /* from then on */
} zone_change;

/* When clocks change, every year: "M3.5.0/2", "J60", "59". */
typedef struct zone_day {
    char form;            /* 'M', 'J', or '0' for a plain day */
    int month, week, day; /* M: day of the week, 0 is Sunday; else day alone */
    int32_t time;         /* seconds into the local day; may be negative */
} zone_day;

typedef struct zone_rule {
    int32_t standard, summer; /* offsets */
    bool changes;             /* false: standard always */
    zone_day begin, end;      /* of summer time */
} zone_rule;

struct zone {
    zone_change *changes;
    size_t change_count;
    int32_t first; /* before all changes */
    bool has_rule; /* after all changes */
    zone_rule rule;
};

/* False if the text is no rule ("CET-1CEST,M3.5.0,M10.5.0/3"). */
bool zone_rule_read(zone_rule *out, const char *text);
int32_t zone_rule_offset(const zone_rule *r, int64_t at);

#endif
