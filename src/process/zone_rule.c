/* SPDX-License-Identifier: Apache-2.0
 *
 * The rule for all years to come at the end of a zone's file, as POSIX writes
 * the variable TZ: names of the two times with their offsets (west of UTC is
 * positive there), and on which days of the year the clocks change.
 *
 *   Mm.w.d   day d of the week (0: Sunday) in week w of month m; w = 5: last
 *   Jn       day n of the year from 1, 29 February never counted
 *   n        day n of the year from 0, 29 February counted
 *
 * each with "/time", by the clock as it stands until then (02:00 if not
 * given), from -167 to 167 hours (RFC 8536). Where summer time begins later in
 * the year than it ends, it spans the turn of the year.
 */
#include <stdlib.h>
#include <string.h>

#include "process/zone_int.h"

enum { DAY = 86400, HOUR = 3600, TWO = 2 * HOUR };

/* --- Reading --- */

/* A name of three letters or more, or anything in < >. */
static bool skip_name(const char **at) {
    const char *begin = *at;
    if (**at == '<') {
        const char *end = strchr(*at, '>');
        if (!end) return false;
        *at = end + 1;
        return true;
    }
    while ((**at >= 'A' && **at <= 'Z') || (**at >= 'a' && **at <= 'z'))
        ++*at;
    return *at - begin >= 3;
}

static bool read_number(const char **at, int most, int *out) {
    int value = 0, digits = 0;
    for (; **at >= '0' && **at <= '9' && digits < 4; ++*at, digits++)
        value = value * 10 + (**at - '0');
    *out = value;
    return digits > 0 && value <= most;
}

/* [+-]hh[:mm[:ss]] in seconds. */
static bool read_time(const char **at, int32_t *out) {
    int parts[3] = {0, 0, 0};
    int sign = **at == '-' ? -1 : 1;
    if (**at == '-' || **at == '+') ++*at;
    if (!read_number(at, 167, &parts[0])) return false;
    for (int i = 1; i < 3 && **at == ':'; i++) {
        ++*at;
        if (!read_number(at, 59, &parts[i])) return false;
    }
    *out = sign * (parts[0] * HOUR + parts[1] * 60 + parts[2]);
    return true;
}

static bool read_month(const char **at, zone_day *out) {
    ++*at;
    if (!read_number(at, 12, &out->month) || *(*at)++ != '.') return false;
    if (!read_number(at, 5, &out->week) || *(*at)++ != '.') return false;
    return read_number(at, 6, &out->day) && out->month >= 1 && out->week >= 1;
}

/* ",M3.5.0/2" */
static bool read_day(const char **at, zone_day *out) {
    if (*(*at)++ != ',') return false;
    out->form = '0';
    if (**at == 'M' || **at == 'J') out->form = **at;
    if (out->form == 'M') {
        if (!read_month(at, out)) return false;
    } else {
        if (out->form == 'J') ++*at;
        if (!read_number(at, 365, &out->day)) return false;
    }
    out->time = TWO;
    if (**at != '/') return true;
    ++*at;
    return read_time(at, &out->time);
}

bool zone_rule_read(zone_rule *out, const char *text) {
    int32_t west;
    *out = (zone_rule){0};
    if (!skip_name(&text) || !read_time(&text, &west)) return false;
    out->standard = -west;
    if (*text == '\0') return true;
    if (!skip_name(&text)) return false;
    out->changes = true;
    out->summer = out->standard + HOUR;
    if (*text != ',') {
        if (!read_time(&text, &west)) return false;
        out->summer = -west;
    }
    return read_day(&text, &out->begin) && read_day(&text, &out->end) &&
           *text == '\0';
}

/* --- Asking --- */

static int64_t first_of(int64_t year, int month) {
    return time_from_civil((civil){.year = year, .month = month, .day = 1});
}

static bool is_leap(int64_t year) {
    return first_of(year, 3) - first_of(year, 2) == (int64_t)29 * DAY;
}

/* Midnight of the day, as if local time were UTC. */
static int64_t day_in(const zone_day *d, int64_t year) {
    if (d->form == '0') return first_of(year, 1) + (int64_t)d->day * DAY;
    if (d->form == 'J') {
        int late = d->day >= 60 && is_leap(year); /* 1 March is J60 always */
        return first_of(year, 1) + (int64_t)(d->day - 1 + late) * DAY;
    }
    int64_t first = first_of(year, d->month);
    int64_t next =
        d->month == 12 ? first_of(year + 1, 1) : first_of(year, d->month + 1);
    int weekday = (time_civil(first).weekday + 1) % 7; /* Sunday is 0 */
    int64_t day = (d->day - weekday + 7) % 7 + (int64_t)(d->week - 1) * 7;
    while (first + day * DAY >= next)
        day -= 7;
    return first + day * DAY;
}

int32_t zone_rule_offset(const zone_rule *r, int64_t at) {
    if (!r->changes) return r->standard;
    int64_t year = time_civil(at + r->standard).year;
    int64_t begin = day_in(&r->begin, year) + r->begin.time - r->standard;
    int64_t end = day_in(&r->end, year) + r->end.time - r->summer;
    bool summer =
        begin < end ? at >= begin && at < end : at >= begin || at < end;
    return summer ? r->summer : r->standard;
}
