/* SPDX-License-Identifier: Apache-2.0
 *
 * Dates, instants and durations as ISO 8601 and people write them.
 *
 * Days are counted in the proleptic Gregorian calendar by eras of 400 years
 * (146,097 days), with years that begin in March, so that the leap day is the
 * last of its year: the length of the months before month m (March = 0) is
 * then (153 m + 2) / 5 days, with no table and no case distinction.
 *
 * Edge cases. Read are the years 0000 to 9999; counting works for any year.
 * An instant needs a zone, since an hour without one is not an instant. A
 * second 60 and an hour 24 are refused: the first has no place in a count of
 * seconds without leap seconds, the second is the next day's 00:00. A month
 * is 30 days and a year 365 in a duration, and the format's description says
 * so.
 */
#include "base/time.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

enum {
    DAY = 86400,
    ERA_DAYS = 146097,
    ERA_YEARS = 400,
    EPOCH = 719468,     /* days from 0000-03-01 to 1970-01-01 */
    DAYS_MOST = 3652500 /* of a duration: ten thousand years */
};

/* --- The calendar --- */

static int64_t floor_divide(int64_t a, int64_t b) {
    return a / b - (a % b < 0);
}

static int64_t days_from_civil(int64_t year, int month, int day) {
    int64_t y = year - (month <= 2);
    int64_t era = floor_divide(y, ERA_YEARS);
    int64_t year_of_era = y - era * ERA_YEARS;
    int64_t day_of_year =
        (153 * (int64_t)(month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
    int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * ERA_DAYS + day_of_era - EPOCH;
}

static void civil_from_days(civil *out, int64_t days) {
    int64_t shifted = days + EPOCH;
    int64_t era = floor_divide(shifted, ERA_DAYS);
    int64_t day = shifted - era * ERA_DAYS; /* of the era */
    /* leap days out of the count: one in 4 years, none in 100, one in 400 */
    int64_t year =
        (day - day / 1460 + day / 36524 - day / (ERA_DAYS - 1)) / 365;
    int64_t day_of_year = day - (365 * year + year / 4 - year / 100);
    int64_t month = (5 * day_of_year + 2) / 153; /* March is 0 */
    out->day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    out->month = (int)(month < 10 ? month + 3 : month - 9);
    out->year = era * ERA_YEARS + year + (out->month <= 2);
}

civil time_civil(int64_t seconds) {
    int64_t days = floor_divide(seconds, DAY);
    int second = (int)(seconds - days * DAY);
    int64_t week = floor_divide(days + 3, 7); /* 1970-01-01: a Thursday */
    civil c = {.hour = second / 3600,
               .minute = second / 60 % 60,
               .second = second % 60,
               .weekday = (int)(days + 3 - week * 7)};
    civil_from_days(&c, days);
    return c;
}

int64_t time_from_civil(civil c) {
    int64_t days = days_from_civil(c.year, c.month, c.day);
    int64_t minutes = (int64_t)c.hour * 60 + c.minute;
    return days * DAY + minutes * 60 + c.second;
}

static bool is_leap(int64_t year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int month_length(int64_t year, int month) {
    static const int lengths[] = {31, 28, 31, 30, 31, 30,
                                  31, 31, 30, 31, 30, 31};
    return lengths[month - 1] + (month == 2 && is_leap(year));
}

/* --- Moments --- */

/* Reads exactly `digits` digits and moves on. */
static bool read_digits(const char **at, int digits, int *out) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
        char c = (*at)[i];
        if (c < '0' || c > '9') return false;
        value = value * 10 + (c - '0');
    }
    *at += digits;
    *out = value;
    return true;
}

static bool read_char(const char **at, char wanted) {
    if (**at != wanted) return false;
    ++*at;
    return true;
}

static bool read_date(const char **at, civil *c) {
    int year;
    if (!read_digits(at, 4, &year) || !read_char(at, '-')) return false;
    if (!read_digits(at, 2, &c->month) || !read_char(at, '-')) return false;
    if (!read_digits(at, 2, &c->day)) return false;
    c->year = year;
    return c->month >= 1 && c->month <= 12 && c->day >= 1 &&
           c->day <= month_length(year, c->month);
}

static bool read_clock(const char **at, civil *c) {
    if (!read_digits(at, 2, &c->hour) || !read_char(at, ':')) return false;
    if (!read_digits(at, 2, &c->minute)) return false;
    if (read_char(at, ':') && !read_digits(at, 2, &c->second)) return false;
    return c->hour < 24 && c->minute < 60 && c->second < 60;
}

/* "Z", "+03:00", "+0300" or "+03". */
static bool read_zone(const char **at, int32_t *offset) {
    if (read_char(at, 'Z')) return true;
    int sign = **at == '-' ? -1 : 1;
    int hours, minutes = 0;
    if (!read_char(at, '+') && !read_char(at, '-')) return false;
    if (!read_digits(at, 2, &hours)) return false;
    bool more = read_char(at, ':') || **at != '\0';
    if (more && !read_digits(at, 2, &minutes)) return false;
    *offset = sign * (hours * 3600 + minutes * 60);
    return hours < 24 && minutes < 60;
}

bool time_parse(const char *text, moment *out) {
    civil c = {.year = 0};
    moment m = {.given = true};
    if (!read_date(&text, &c)) return false;
    m.whole_day = *text == '\0';
    if (!m.whole_day) {
        if (!read_char(&text, 'T') && !read_char(&text, ' ')) return false;
        if (!read_clock(&text, &c)) return false;
        if (!read_zone(&text, &m.offset)) return false;
    }
    if (*text != '\0') return false;
    m.seconds = time_from_civil(c) - m.offset;
    *out = m;
    return true;
}

static char *print_zone(int32_t offset, arena *mem) {
    if (offset == 0) return arena_copy(mem, "Z");
    int minutes = (offset < 0 ? -offset : offset) / 60;
    return arena_format(mem, "%c%02d:%02d", offset < 0 ? '-' : '+',
                        minutes / 60, minutes % 60);
}

char *time_print(moment at, arena *mem) {
    if (!at.given) return arena_copy(mem, "");
    civil c = time_civil(at.seconds + at.offset);
    char *date = arena_format(mem, "%04lld-%02d-%02d", (long long)c.year,
                              c.month, c.day);
    if (at.whole_day) return date;
    const char *zone = print_zone(at.offset, mem);
    if (c.second == 0)
        return arena_format(mem, "%sT%02d:%02d%s", date, c.hour, c.minute,
                            zone);
    return arena_format(mem, "%sT%02d:%02d:%02d%s", date, c.hour, c.minute,
                        c.second, zone);
}

int time_compare(moment a, moment b) {
    if (a.given != b.given) return a.given ? 1 : -1;
    if (a.seconds != b.seconds) return a.seconds < b.seconds ? -1 : 1;
    return b.whole_day - a.whole_day;
}

int64_t time_end(moment at) {
    return at.seconds + (at.whole_day ? DAY - 1 : 0);
}

/* --- Durations --- */

typedef struct unit {
    const char *name; /* singular, as people write it */
    char letter;      /* as ISO 8601 does */
    bool clock;       /* stands behind the T there */
    double days;
} unit;

/* In ISO 8601's order. */
static const unit units[] = {
    {"year", 'Y', false, 365},         {"month", 'M', false, 30},
    {"week", 'W', false, 7},           {"day", 'D', false, 1},
    {"hour", 'H', true, 1.0 / 24},     {"minute", 'M', true, 1.0 / 1440},
    {"second", 'S', true, 1.0 / 86400}};
enum { UNITS = sizeof units / sizeof *units };

/* days / (1 / unit) keeps 72 hours at exactly 3 days; 72 * (1 / 24) may not. */
static double in_days(double amount, const unit *u) {
    return u->days < 1 ? amount / round(1 / u->days) : amount * u->days;
}

/* Digits with an optional fraction; moves on. */
static bool read_amount(const char **at, double *out) {
    char digits[NUMBER_SIZE];
    size_t size = strspn(*at, "0123456789.");
    if (size == 0 || size >= sizeof digits) return false;
    memcpy(digits, *at, size);
    digits[size] = '\0';
    *at += size;
    return number_double(digits, out);
}

static bool is_unit(const char *word, const unit *u) {
    size_t size = strlen(u->name);
    if (strncmp(word, u->name, size) != 0) return false;
    return text_same(word + size, "") || text_same(word + size, "s");
}

static bool read_words(const char *text, duration *out) {
    double amount;
    if (!read_amount(&text, &amount) || *text != ' ') return false;
    text += strspn(text, " ");
    for (int i = 0; i < UNITS; i++)
        if (is_unit(text, &units[i])) {
            *out = (duration){.days = in_days(amount, &units[i]),
                              .elapsed = units[i].clock};
            return true;
        }
    return false;
}

/* The next unit of this letter from *next on, which is moved behind it. */
static const unit *find_unit(char letter, bool clock, int *next) {
    for (int i = *next; i < UNITS; i++)
        if (units[i].letter == letter && units[i].clock == clock) {
            *next = i + 1;
            return &units[i];
        }
    return NULL;
}

/* "P1DT12H": each unit at most once, in order, at least one behind P and T. */
static bool read_iso(const char *text, duration *out) {
    int next = 0;
    bool clock = false, empty = true;
    *out = (duration){0};
    if (!read_char(&text, 'P')) return false;
    while (*text != '\0') {
        if (!clock && read_char(&text, 'T')) clock = true;
        double amount;
        if (!read_amount(&text, &amount)) return false;
        const unit *u = find_unit(*text, clock, &next);
        if (!u) return false;
        out->days += in_days(amount, u);
        out->elapsed = clock;
        empty = false;
        text++;
    }
    return !empty;
}

bool time_duration(const char *text, duration *out) {
    if (text_same(text, "open")) {
        *out = (duration){.days = INFINITY, .open = true};
        return true;
    }
    duration read;
    if (!read_words(text, &read) && !read_iso(text, &read)) return false;
    if (read.days > DAYS_MOST) return false;
    *out = read;
    return true;
}

/* "12 hours" when that is exactly the same duration. */
static char *print_amount(double days, const unit *u, arena *mem) {
    double amount = u->days < 1 ? days * round(1 / u->days) : days;
    double whole = round(amount);
    if (in_days(whole, u) != days) return NULL;
    return arena_format(mem, "%.0f %s%s", whole, u->name,
                        whole == 1 ? "" : "s");
}

char *time_duration_print(duration lasts, arena *mem) {
    if (lasts.open) return arena_copy(mem, "open");
    enum { DAYS = 3, HOURS = 4 }; /* where units begin */
    for (int i = lasts.elapsed ? HOURS : DAYS; i < UNITS; i++) {
        char *text = print_amount(lasts.days, &units[i], mem);
        if (text) return text;
    }
    char number[NUMBER_SIZE];
    number_print(number, lasts.days);
    return arena_format(mem, "%s days", number);
}
