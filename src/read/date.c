/* SPDX-License-Identifier: Apache-2.0
 * Dates as reports give them, against the report's own date.
 *
 * "on Wednesday" in a report of a Thursday is the day before; on the same
 * weekday it is the day itself, since reports say "on Thursday" of today. What
 * is still to come ("will meet on Tuesday") lies on the next such day.
 * "yesterday", "today" and its parts, "last week" (seven days, as a week has no
 * day), "two days ago", "24 July" and "July 24" (with a year or the last one
 * up to the report) are resolved; "earlier this month" and bare hours are not:
 * the words are kept and the date is left out. */
#include "read/date.h"

#include <stdlib.h>
#include <string.h>

enum { DAY = 24 * 3600 };

static const char weekdays[7][12] = {"monday",   "tuesday", "wednesday",
                                     "thursday", "friday",  "saturday",
                                     "sunday"};
static const char months[12][12] = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};

static bool in_content(int i, const read_range *content, int count) {
    for (int k = 0; k < count; k++) {
        if (i >= content[k].first && i < content[k].last) return true;
    }
    return false;
}

read_range date_near(const read_unit *u, read_range cue,
                     const read_range *content, int content_count) {
    read_range best = {0, 0};
    int nearest = UNIT_MOST;
    for (int i = u->first; i < u->last; i++) {
        if (in_content(i, content, content_count) &&
            !(i >= cue.first && i < cue.last)) {
            continue;
        }
        int end = skip_date(u, i);
        if (end == i) continue;
        int away = i >= cue.last ? i - cue.last : cue.first - end;
        if (away < nearest) {
            nearest = away;
            best = (read_range){i, end};
        }
        i = end - 1;
    }
    return best;
}

static int which(const read_unit *u, int i, const char (*names)[12],
                 int count) {
    for (int k = 0; k < count; k++) {
        if (unit_is(u, i, names[k])) return k;
    }
    return -1;
}

/* "Sept.", "Jan": the month that begins so. */
static int month_at(const read_unit *u, int i) {
    int found = which(u, i, months, 12);
    if (found >= 0) return found;
    static const char shorts[12][12] = {"jan.",  "feb.", "mar.", "apr.",
                                        "may",   "jun.", "jul.", "aug.",
                                        "sept.", "oct.", "nov.", "dec."};
    return which(u, i, shorts, 12);
}

/* A number from the token: "24", "2014", "3rd"; 0 if it is none. */
static int number_at(const read_unit *u, int i) {
    if (unit_tag(u, i) != TAG_NUM) return 0;
    static const char words[10][12] = {"one", "two",   "three", "four", "five",
                                       "six", "seven", "eight", "nine", "ten"};
    int word = which(u, i, words, 10);
    if (word >= 0) return word + 1;
    const read_token *t = &u->p->tokens[i];
    int n = 0;
    for (uint32_t k = t->begin; k < t->end; k++) {
        char c = u->p->bytes[k];
        if (c < '0' || c > '9') break;
        n = n * 10 + (c - '0');
        if (n > 9999) return 0;
    }
    return n;
}

static moment day_of(moment report, int64_t days) {
    int64_t midnight = report.seconds - ((report.seconds % DAY) + DAY) % DAY;
    return (moment){
        .seconds = midnight + days * DAY, .given = true, .whole_day = true};
}

typedef struct direction {
    bool last, next, ago;
    bool ahead; /* of what is still to come */
} direction;

/* The last such day up to the report; of what is to come the next one, which
 * may be the report's own. */
static moment weekday_near(moment report, int weekday, direction to) {
    int today = time_civil(report.seconds).weekday;
    int back = (today - weekday + 7) % 7;
    if (to.next) return day_of(report, 7 - back);
    return day_of(report, to.ahead ? (7 - back) % 7 : -back);
}

/* A day of a month, in the year given, or the last one up to the report; of
 * what is to come the next one. */
static moment calendar_day(moment report, int month, int day, int year,
                           bool ahead) {
    civil c = time_civil(report.seconds);
    civil then = {
        .year = year > 1000 ? year : c.year, .month = month + 1, .day = day};
    int64_t seconds = time_from_civil(then);
    bool past = seconds <= report.seconds + DAY;
    bool other = ahead ? seconds < day_of(report, 0).seconds : !past;
    if (year <= 1000 && other) {
        then.year += ahead ? 1 : -1;
        seconds = time_from_civil(then);
    }
    bool real = time_civil(seconds).day == day;
    return (moment){.seconds = seconds, .given = real, .whole_day = true};
}

static moment month_and_day(const read_unit *u, read_range words, int i,
                            moment report, bool ahead) {
    int month = month_at(u, i);
    int before = i > words.first ? number_at(u, i - 1) : 0;
    int after = i + 1 < words.last ? number_at(u, i + 1) : 0;
    int year = 0;
    int day = before > 0 && before <= 31 ? before : after;
    int next = day == before ? i + 1 : i + 2;
    if (next < u->last && number_at(u, next) > 1000) year = number_at(u, next);
    if (day < 1 || day > 31) return (moment){.given = false};
    return calendar_day(report, month, day, year, ahead);
}

/* "three days ago" */
static int64_t days_ago(const read_unit *u, read_range words) {
    for (int i = words.first; i + 1 < words.last; i++) {
        int n = number_at(u, i);
        if (n == 0 && unit_is_any(u, i, "a")) n = 1;
        if (n == 0) continue;
        if (unit_is_any(u, i + 1, "day days")) return n;
        if (unit_is_any(u, i + 1, "week weeks")) return INT64_C(7) * n;
    }
    return 0;
}

static direction find_direction(const read_unit *u, read_range words) {
    direction to = {.ahead = false};
    for (int i = words.first; i < words.last; i++) {
        to.last = to.last || unit_is(u, i, "last");
        to.next = to.next || unit_is(u, i, "next");
        to.ago = to.ago || unit_is(u, i, "ago");
    }
    return to;
}

/* "yesterday", "last week", "this morning": days from the report's own. */
static bool days_from(const read_unit *u, int i, direction to, int *days) {
    bool part = unit_is_any(u, i, "morning afternoon evening");
    if (unit_is(u, i, "yesterday") || (unit_is(u, i, "night") && to.last))
        *days = -1;
    else if (unit_is_any(u, i, "today tonight") ||
             (part && unit_is(u, i - 1, "this")))
        *days = 0;
    else if (unit_is(u, i, "tomorrow"))
        *days = 1;
    else if (unit_is(u, i, "week") && to.last)
        *days = -7;
    else
        return false;
    return true;
}

/* Does another clause begin at i: "[met B on Monday] and phoned C"? */
static bool clause_ends(const read_unit *u, int i) {
    switch (unit_tag(u, i)) {
    case TAG_STOP:
    case TAG_SEMI:
    case TAG_COLON:
    case TAG_SUB:
    case TAG_THAT:
    case TAG_WH:
    case TAG_OPEN:
    case TAG_CLOSE:
        return true;
    case TAG_CONJ:
        return unit_has_finite(u, i + 1, i + 5);
    default:
        return unit_finite(u, i);
    }
}

read_range date_of(const read_unit *u, read_range cue) {
    for (int i = cue.last; i < u->last && !clause_ends(u, i); i++) {
        int end = skip_date(u, i);
        if (end > i) return (read_range){i, end};
    }
    for (int i = cue.first - 1; i >= u->first && !clause_ends(u, i); i--) {
        int end = skip_date(u, i);
        if (end > i && end <= cue.first && skip_date(u, i - 1) < end) {
            return (read_range){i, end};
        }
    }
    int end = skip_date(u, u->first); /* "On Monday, A met B and phoned C" */
    return end > u->first ? (read_range){u->first, end} : (read_range){0, 0};
}

moment date_resolve(const read_unit *u, read_range words, moment report,
                    bool ahead) {
    const moment none = {.given = false};
    if (!report.given || range_empty(words)) return none;
    direction to = find_direction(u, words);
    to.ahead = ahead;
    for (int i = words.first; i < words.last; i++) {
        int days, weekday = which(u, i, weekdays, 7);
        if (weekday >= 0) return weekday_near(report, weekday, to);
        if (month_at(u, i) >= 0)
            return month_and_day(u, words, i, report, ahead);
        if (days_from(u, i, to, &days)) return day_of(report, days);
    }
    int64_t back = to.ago ? days_ago(u, words) : 0;
    return back > 0 ? day_of(report, -back) : none;
}
