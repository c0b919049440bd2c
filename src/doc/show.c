/* SPDX-License-Identifier: Apache-2.0
 * Numbers as people read them. A share that isn't 0 or 1 never reads as if it
 * were: <0.01 and >0.99. An error that rounds to nothing is not shown, and
 * neither is the sign of a zero. A number of no fixed places has those that its
 * error leaves it. Whatever the locale, the point is a dot. */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/time.h"
#include "doc/doc.h"

enum { SHOWN = 400 }; /* a double's digits at most, and a point */

static const char *dash(void) { return "\xe2\x80\x93"; }

static bool has_digit_above_zero(const char *text) {
    return strpbrk(text, "123456789") != NULL;
}

/* printf's point, which depends on the locale and may be several bytes. */
static void put_dot(char *text) {
    size_t whole = strspn(text, "+-0123456789");
    size_t point = strcspn(text + whole, "0123456789");
    if (point == 0 || text[whole] == 'e') return;
    text[whole] = '.';
    memmove(text + whole + 1, text + whole + point,
            strlen(text + whole + point) + 1);
}

static const char *decimals(double value, int places, bool sign, arena *mem) {
    char text[SHOWN];
    (void)snprintf(text, sizeof text, sign ? "%+.*f" : "%.*f", places, value);
    put_dot(text);
    const char *from = text;
    bool signed_zero = !has_digit_above_zero(text) && strspn(text, "+-") > 0;
    return arena_copy(mem, signed_zero ? from + 1 : from);
}

static const char *share(double value, arena *mem) {
    if (value > 0 && value < 0.005) return "<0.01";
    if (value > 0.995 && value < 1) return ">0.99";
    return decimals(value, 2, false, mem);
}

static const char *days(double value, arena *mem) {
    double tenths = round(value * 10) / 10;
    const char *number =
        decimals(tenths, tenths == floor(tenths) ? 0 : 1, false, mem);
    return arena_format(mem, "%s %s", number, tenths == 1 ? "day" : "days");
}

static const char *real(double value, arena *mem) {
    char text[SHOWN];
    (void)snprintf(text, sizeof text, "%.4g", value == 0 ? 0 : value);
    put_dot(text);
    return arena_copy(mem, text);
}

/* Days count from 1970-01-01, and part of a day is not shown. */
static const char *date(double value, arena *mem) {
    if (fabs(value) > 4e6) return real(value, mem);
    civil c = time_civil((int64_t)floor(value) * 86400);
    return arena_format(mem, "%04" PRId64 "-%02d-%02d", c.year, c.month, c.day);
}

static const char *endless(double value, doc_unit unit) {
    if (value < 0) return "-inf";
    return unit == DOC_DAYS || unit == DOC_DATE ? "open" : "inf";
}

static const char *show_value(double value, doc_unit unit, arena *mem) {
    if (isinf(value)) return endless(value, unit);
    switch (unit) {
    case DOC_SHARE:
        return share(value, mem);
    case DOC_WORTH:
        return decimals(value, 3, false, mem);
    case DOC_CHANGE:
        return decimals(value, 3, true, mem);
    case DOC_INTEGER:
        return decimals(value, 0, false, mem);
    case DOC_DAYS:
        return days(value, mem);
    case DOC_DATE:
        return date(value, mem);
    case DOC_REAL:
        break;
    }
    return real(value, mem);
}

/* Decimals of an error; of a number without fixed places, up to the error's
 * first digit. */
static int error_places(double error, doc_unit unit) {
    const double most = 12;
    switch (unit) {
    case DOC_SHARE:
        return 2;
    case DOC_WORTH:
    case DOC_CHANGE:
        return 3;
    case DOC_INTEGER:
        return 0;
    case DOC_DAYS:
    case DOC_DATE:
        return 1;
    case DOC_REAL:
        break;
    }
    return (int)fmin(most, fmax(0, -floor(log10(error))));
}

const char *doc_show(double value, double error, doc_unit unit, arena *mem) {
    if (isnan(value)) return dash();
    const char *shown = show_value(value, unit, mem);
    if (!isfinite(error) || !(error > 0)) return shown;
    const int places = error_places(error, unit);
    const char *spread = decimals(error, places, false, mem);
    if (!has_digit_above_zero(spread)) return shown;
    if (unit == DOC_REAL && isfinite(value))
        shown = decimals(value, places, false, mem);
    return arena_format(mem, "%s \xc2\xb1%s", shown, spread);
}
