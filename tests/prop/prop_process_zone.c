/* SPDX-License-Identifier: Apache-2.0
 * Zones against the C library's, which reads the same files by code of its
 * own: offsets at random instants from 1900 to 2400 and around every change,
 * local times against a search through all instants near them, and spans over
 * changes of the clock. */
#include "process/zone.h"

#include <time.h>

#include "base/rng.h"
#include "test.h"

enum { HOUR = 3600, DAY = 24 * HOUR };

static const char *const names[] = {
    "Africa/Cairo",        "Africa/Casablanca",
    "America/New_York",    "America/St_Johns",
    "America/Sao_Paulo",   "America/Nuuk",
    "Asia/Gaza",           "Asia/Jerusalem",
    "Asia/Kathmandu",      "Asia/Kolkata",
    "Asia/Tehran",         "Asia/Tokyo",
    "Australia/Lord_Howe", "Europe/Dublin",
    "Europe/London",       "Europe/Rome",
    "Pacific/Apia",        "Pacific/Chatham",
    "Pacific/Kiritimati",  "UTC",
    "Etc/GMT+5",           "Antarctica/Troll",
    "America/Santiago",    "Asia/Hebron",
};
enum { NAMES = sizeof names / sizeof *names };

static void use(const char *name) {
    assert_int_equal(setenv("TZ", name, 1), 0);
    tzset();
}

static long library_offset(int64_t at) {
    time_t t = (time_t)at;
    struct tm shown;
    assert_non_null(localtime_r(&t, &shown));
    return shown.tm_gmtoff;
}

static int64_t any_instant(rng *r) {
    return (int64_t)rng_below(r, (uint64_t)500 * 365 * DAY) -
           (int64_t)70 * 365 * DAY;
}

static const zone *need(const char *name, arena *mem) {
    const zone *z = zone_load(name, mem);
    if (!z) {
        print_message("no zone %s here\n", name);
        skip();
    }
    return z;
}

static void test_offsets(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 1, 0);
    for (size_t n = 0; n < NAMES; n++) {
        arena *mem = test_arena();
        const zone *z = need(names[n], mem);
        use(names[n]);
        for (int i = 0; i < 4000; i++) {
            int64_t at = any_instant(&r);
            if (zone_offset(z, at) != library_offset(at))
                fail_msg("%s at %lld: %d, not %ld", names[n], (long long)at,
                         zone_offset(z, at), library_offset(at));
        }
        arena_free(mem);
    }
}

/* The first instant in the second before and after a change. */
static int64_t next_change(int64_t from) {
    int64_t low = from;
    long offset = library_offset(from);
    while (library_offset(low) == offset) {
        if (low - from > (int64_t)800 * DAY) return -1;
        low += DAY;
    }
    int64_t high = low;
    low -= DAY;
    while (high - low > 1) {
        int64_t middle = low + (high - low) / 2;
        if (library_offset(middle) == offset)
            low = middle;
        else
            high = middle;
    }
    return high;
}

static void test_changes(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 2, 0);
    int seen = 0;
    for (size_t n = 0; n < NAMES; n++) {
        arena *mem = test_arena();
        const zone *z = need(names[n], mem);
        use(names[n]);
        for (int i = 0; i < 60; i++) {
            int64_t at = next_change(any_instant(&r));
            if (at < 0) continue;
            seen++;
            assert_int_equal(zone_offset(z, at - 1), library_offset(at - 1));
            assert_int_equal(zone_offset(z, at), library_offset(at));
        }
        arena_free(mem);
    }
    assert_true(seen > 500);
}

/* The first instant that shows this local time, by trying every offset in
 * force within two days; without one, the gap rule. */
static int64_t search(int64_t shown) {
    for (int64_t at = shown - 2 * DAY; at <= shown + 2 * DAY; at += HOUR / 4) {
        int64_t candidate = shown - library_offset(at);
        if (candidate + library_offset(candidate) == shown) {
            int64_t best = candidate;
            for (int64_t u = at; u <= shown + 2 * DAY; u += HOUR / 4) {
                int64_t other = shown - library_offset(u);
                if (other + library_offset(other) == shown && other < best)
                    best = other;
            }
            return best;
        }
    }
    return shown - library_offset(shown - DAY);
}

static void test_local(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 3, 0);
    for (size_t n = 0; n < NAMES; n++) {
        arena *mem = test_arena();
        const zone *z = need(names[n], mem);
        use(names[n]);
        for (int i = 0; i < 150; i++) {
            int64_t near = any_instant(&r);
            int64_t change = i % 3 ? next_change(near) : near;
            if (change < 0) change = near;
            int64_t shown = change + library_offset(change) +
                            (int64_t)rng_below(&r, 6 * HOUR) - 3 * HOUR;
            int64_t got = zone_instant(z, time_civil(shown));
            if (got != search(shown))
                fail_msg("%s, %lld: %lld, not %lld", names[n], (long long)shown,
                         (long long)got, (long long)search(shown));
        }
        arena_free(mem);
    }
}

static moment read_moment(const char *text) {
    moment m;
    assert_true(time_parse(text, &m));
    return m;
}

static void check_after(const char *name, const char *from, const char *lasts,
                        const char *wanted) {
    arena *mem = test_arena();
    duration d;
    assert_true(time_duration(lasts, &d));
    const zone *z = need(name, mem);
    int64_t end = zone_after(z, read_moment(from).seconds, d);
    assert_string_equal(time_print(zone_moment(z, end), mem), wanted);
    arena_free(mem);
}

/* Worked out by hand from the published dates of the changes. */
static void test_spans(void **state) {
    (void)state;
    check_after("Europe/Rome", "2026-03-27T18:00+01:00", "7 days",
                "2026-04-03T18:00+02:00");
    check_after("Europe/Rome", "2026-03-27T18:00+01:00", "168 hours",
                "2026-04-03T19:00+02:00");
    check_after("Europe/Rome", "2026-10-24T18:00+02:00", "1 day",
                "2026-10-25T18:00+01:00");
    check_after("Europe/Rome", "2026-10-24T18:00+02:00", "24 hours",
                "2026-10-25T17:00+01:00");
    check_after("Europe/Rome", "2026-03-28T02:30+01:00", "1 day",
                "2026-03-29T03:30+02:00");
    check_after("Asia/Gaza", "2014-10-20T18:00+03:00", "7 days",
                "2014-10-27T18:00+02:00");
    check_after("UTC", "2028-02-28T12:00Z", "1 day", "2028-02-29T12:00Z");
    check_after("UTC", "2028-02-29T12:00Z", "1 day", "2028-03-01T12:00Z");
    check_after("UTC", "2027-02-28T12:00Z", "P1D", "2027-03-01T12:00Z");
    check_after("America/New_York", "2026-11-01T01:30-04:00", "60 minutes",
                "2026-11-01T01:30-05:00");
    check_after("Pacific/Apia", "2011-12-29T12:00-10:00", "24 hours",
                "2011-12-31T12:00+14:00");
}

static void test_names(void **state) {
    (void)state;
    arena *mem = test_arena();
    static const char *const wrong[] = {
        "",        "..",           "../passwd", "/UTC",        "Europe",
        "Europe/", "Nowhere/Here", "zone.tab",  "Europe/Rome "};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_null(zone_load(wrong[i], mem));
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_offsets), cmocka_unit_test(test_changes),
        cmocka_unit_test(test_local),   cmocka_unit_test(test_spans),
        cmocka_unit_test(test_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
