/* SPDX-License-Identifier: Apache-2.0
 * Decimal numbers. Exact ones are read digit by digit, so 0.1 is 1/10 and no
 * double stands in between; the others go through strtod, whose decimal point
 * depends on the locale, so the locale's point is put in first. */
#include "base/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_DIGITS = 40, LONGEST = 64, PLACES = 12 };

/* A decimal in parts: digits without the point, and where the point stands. */
typedef struct decimal {
    bool negative;
    char digits[MOST_DIGITS];
    int digit_count;
    long exponent; /* value = digits * 10^exponent */
} decimal;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static bool read_exponent(const char **at, long *exponent) {
    const char *p = *at + 1;
    long sign = *p == '-' ? -1 : 1;
    if (*p == '-' || *p == '+') p++;
    if (!is_digit(*p)) return false;
    long value = 0;
    for (; is_digit(*p); p++)
        if (value < 10000) value = value * 10 + (*p - '0');
    *exponent += sign * value;
    *at = p;
    return true;
}

static bool read_digits(const char **at, decimal *n) {
    bool any = false, point = false;
    const char *p = *at;
    for (; is_digit(*p) || (*p == '.' && !point); p++) {
        if (*p == '.') {
            point = true;
            continue;
        }
        any = true;
        bool leading = n->digit_count == 0 && *p == '0';
        bool kept = !leading && n->digit_count < MOST_DIGITS;
        if (kept) n->digits[n->digit_count++] = *p;
        if (point && (kept || leading)) n->exponent--;
        if (!point && !kept && !leading) n->exponent++;
    }
    *at = p;
    return any;
}

static bool read_decimal(const char *text, decimal *n) {
    *n = (decimal){.negative = *text == '-'};
    if (*text == '-' || *text == '+') text++;
    if (strlen(text) > LONGEST || !read_digits(&text, n)) return false;
    if ((*text == 'e' || *text == 'E') && !read_exponent(&text, &n->exponent))
        return false;
    return *text == '\0';
}

/* Digits up to 10^-12, then half away from zero by the first one cut. */
static bool scale(const decimal *n, fixed *out) {
    long places = n->digit_count + n->exponent + PLACES;
    if (n->digit_count == 0 || places < 0) {
        *out = 0;
        return true;
    }
    int64_t value = 0;
    for (long i = 0; i < places; i++) {
        if (value > FIXED_MOST / 10) return false;
        value = value * 10 + (i < n->digit_count ? n->digits[i] - '0' : 0);
    }
    if (places < n->digit_count && n->digits[places] >= '5') value++;
    if (value > FIXED_MOST) return false;
    *out = n->negative ? -value : value;
    return true;
}

bool number_fixed(const char *text, fixed *out) {
    decimal n;
    return read_decimal(text, &n) && scale(&n, out);
}

bool number_double(const char *text, double *out) {
    decimal n;
    if (!read_decimal(text, &n)) return false;
    char local[2 * LONGEST];
    const char *point = localeconv()->decimal_point;
    const char *dot = strchr(text, '.');
    int before = dot ? (int)(dot - text) : (int)strlen(text);
    int size = snprintf(local, sizeof local, "%.*s%s%s", before, text,
                        dot ? point : "", dot ? dot + 1 : "");
    if (size < 0 || (size_t)size >= sizeof local) return false;
    *out = strtod(local, NULL);
    return isfinite(*out);
}

bool number_int(const char *text, int64_t *out) {
    const char *p = text + (*text == '-' || *text == '+');
    if (!is_digit(*p)) return false;
    int64_t value = 0;
    for (; is_digit(*p); p++) {
        if (value > (INT64_MAX - 9) / 10) return false;
        value = value * 10 + (*p - '0');
    }
    *out = *text == '-' ? -value : value;
    return *p == '\0';
}

double number_from_fixed(fixed value) {
    /* Division rounds once: 0.1 gives the double that "0.1" reads to. */
    return (double)value / (double)FIXED_ONE;
}

/* printf writes the locale's decimal point; JSON wants a dot. */
static void put_dot(char *text) {
    const char *point = localeconv()->decimal_point;
    if (strcmp(point, ".") == 0) return;
    char *found = strstr(text, point);
    if (!found) return;
    *found = '.';
    size_t extra = strlen(point) - 1;
    memmove(found + 1, found + 1 + extra, strlen(found + 1 + extra) + 1);
}

void number_print(char out[NUMBER_SIZE], double value) {
    if (value == 0) value = 0; /* no "-0" */
    for (int digits = 15; digits <= 17; digits++) {
        (void)snprintf(out, NUMBER_SIZE, "%.*g", digits, value);
        if (strtod(out, NULL) == value) break; /* same locale: reads back */
    }
    put_dot(out);
}
