/* SPDX-License-Identifier: Apache-2.0
 * Dates, instants and durations, against the C library's calendar. */
#include "test.h"

#include <time.h>

#include "base/rng.h"
#include "base/time.h"

static const int64_t YEAR = 31556952; /* seconds, on average */

static void assert_as_libc(int64_t seconds) {
    time_t t = (time_t)seconds;
    struct tm tm;
    assert_non_null(gmtime_r(&t, &tm));
    civil c = time_civil(seconds);
    assert_int_equal(c.year, (int64_t)tm.tm_year + 1900);
    assert_int_equal(c.month, tm.tm_mon + 1);
    assert_int_equal(c.day, tm.tm_mday);
    assert_int_equal(c.hour, tm.tm_hour);
    assert_int_equal(c.minute, tm.tm_min);
    assert_int_equal(c.second, tm.tm_sec);
    assert_int_equal(c.weekday, (tm.tm_wday + 6) % 7);
    assert_int_equal(time_from_civil(c), seconds);
    assert_int_equal(timegm(&tm), seconds);
}

static void calendar_is_that_of_the_c_library(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 1, 0);
    for (int i = 0; i < 300000; i++) {
        int64_t most = YEAR * (i % 3 == 0 ? 100 : i % 3 == 1 ? 9000 : 1000000);
        int64_t seconds = (int64_t)rng_below(&r, (uint64_t)most * 2) - most;
        assert_as_libc(seconds);
    }
    for (int64_t year = -4000; year <= 12000; year++) {
        civil first = {.year = year, .month = 1, .day = 1};
        int64_t begin = time_from_civil(first);
        for (int64_t day = 57; day < 62; day++)
            assert_as_libc(begin + day * 86400);
        assert_as_libc(begin);
        assert_as_libc(begin - 1);
    }
}

static moment parsed(const char *text) {
    moment m;
    if (!time_parse(text, &m)) fail_msg("not read: %s", text);
    assert_true(m.given);
    return m;
}

static void moments_are_read(void **state) {
    (void)state;
    assert_int_equal(parsed("1970-01-01").seconds, 0);
    assert_true(parsed("1970-01-01").whole_day);
    assert_int_equal(parsed("1969-12-31").seconds, -86400);
    assert_int_equal(parsed("2014-07-24").seconds, 1406160000);
    assert_int_equal(parsed("2014-07-24T18:00Z").seconds, 1406224800);
    assert_false(parsed("2014-07-24T18:00Z").whole_day);
    moment m = parsed("2014-07-24 21:00:05+03:00");
    assert_int_equal(m.seconds, 1406224805);
    assert_int_equal(m.offset, 10800);
    assert_int_equal(parsed("2014-07-24T21:00+0300").seconds, 1406224800);
    assert_int_equal(parsed("2014-07-24T21:00+03").seconds, 1406224800);
    assert_int_equal(parsed("2014-07-24T12:30-05:30").offset, -19800);
    assert_int_equal(parsed("0000-01-01").seconds, INT64_C(-62167219200));
    assert_int_equal(parsed("9999-12-31T23:59:59Z").seconds,
                     INT64_C(253402300799));
    parsed("2000-02-29");
    parsed("2016-02-29");
}

static void other_texts_are_no_moments(void **state) {
    (void)state;
    static const char *const texts[] = {"",
                                        "2014",
                                        "2014-7-24",
                                        "2014-13-01",
                                        "2014-00-10",
                                        "2014-02-29",
                                        "1900-02-29",
                                        "2014-04-31",
                                        "2014-07-32",
                                        "2014-07-00",
                                        "24-07-2014",
                                        "2014-07-24T",
                                        "2014-07-24T18:00",
                                        "2014-07-24T18Z",
                                        "2014-07-24T24:00Z",
                                        "2014-07-24T23:60Z",
                                        "2014-07-24T23:59:60Z",
                                        "2014-07-24T18:00:00.5Z",
                                        "2014-07-24T18:00z",
                                        "2014-07-24T18:00Z ",
                                        "2014-07-24  18:00Z",
                                        "2014-07-24T18:00+24:00",
                                        "2014-07-24T18:00+3:00",
                                        "2014-07-24T18:00+03:60",
                                        "2014-07-24T18:00+03:",
                                        "-2014-07-24",
                                        "+02014-07-24",
                                        "12014-07-24",
                                        "2014-07-24T18:00 +03:00",
                                        "2014/07/24",
                                        " 2014-07-24"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        moment m = {.seconds = 77};
        if (time_parse(texts[i], &m)) fail_msg("read: %s", texts[i]);
        assert_int_equal(m.seconds, 77);
    }
}

static void moments_come_back(void **state) {
    (void)state;
    arena *mem = test_arena();
    assert_string_equal(time_print(parsed("2014-07-24 21:00:00+0300"), mem),
                        "2014-07-24T21:00+03:00");
    assert_string_equal(time_print(parsed("2014-07-24T01:02:03-00:00"), mem),
                        "2014-07-24T01:02:03Z");
    assert_string_equal(time_print((moment){.given = false}, mem), "");
    rng r;
    rng_seed(&r, 2, 0);
    const uint64_t span = UINT64_C(253402300799) + UINT64_C(62167219200);
    for (int i = 0; i < 100000; i++) {
        moment m = {.given = true, .whole_day = i % 4 == 0};
        int64_t local = (int64_t)rng_below(&r, span) - INT64_C(62167219200);
        if (m.whole_day)
            local -= (local % 86400 + 86400) % 86400;
        else
            m.offset = 60 * ((int32_t)rng_below(&r, 2879) - 1439);
        if (i % 3 == 0) local -= (local % 60 + 60) % 60;
        m.seconds = local - m.offset;
        moment back = parsed(time_print(m, mem));
        assert_int_equal(back.seconds, m.seconds);
        assert_int_equal(back.offset, m.offset);
        assert_int_equal(back.whole_day, m.whole_day);
    }
    arena_free(mem);
}

static void moments_are_ordered(void **state) {
    (void)state;
    /* in order; equal ones on one line */
    static const char *const order[][2] = {
        {"2014-07-23", "2014-07-23"},
        {"2014-07-23T23:59:59Z", "2014-07-24T02:59:59+03:00"},
        {"2014-07-24", "2014-07-24"},
        {"2014-07-24T00:00Z", "2014-07-23T19:00-05:00"},
        {"2014-07-24T12:00Z", "2014-07-24T15:00+03:00"},
        {"2014-07-25", "2014-07-25"}};
    const int count = sizeof order / sizeof *order;
    moment none = {.given = false};
    assert_int_equal(time_compare(none, none), 0);
    for (int i = 0; i < count; i++) {
        assert_int_equal(time_compare(none, parsed(order[i][0])), -1);
        assert_int_equal(time_compare(parsed(order[i][0]), none), 1);
        for (int j = 0; j < count; j++)
            assert_int_equal(
                time_compare(parsed(order[i][0]), parsed(order[j][1])),
                (i > j) - (i < j));
    }
    assert_int_equal(time_end(parsed("2014-07-24")),
                     parsed("2014-07-24T23:59:59Z").seconds);
    assert_int_equal(time_end(parsed("2014-07-24T10:00Z")),
                     parsed("2014-07-24T10:00Z").seconds);
}

static void durations_are_read(void **state) {
    (void)state;
    static const struct {
        const char *text;
        double days;
    } known[] = {{"7 days", 7},
                 {"1 day", 1},
                 {"72 hours", 3},
                 {"1 hour", 1.0 / 24},
                 {"2 weeks", 14},
                 {"3 months", 90},
                 {"1 year", 365},
                 {"1.5 days", 1.5},
                 {"90 minutes", 0.0625},
                 {"P7D", 7},
                 {"P2W", 14},
                 {"P1M", 30},
                 {"PT36H", 1.5},
                 {"P1DT12H", 1.5},
                 {"PT30M", 1.0 / 48},
                 {"P1Y2M3DT6H", 428.25},
                 {"0 days", 0},
                 {"3652500 days", 3652500}};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        duration lasts;
        if (!time_duration(known[i].text, &lasts))
            fail_msg("%s", known[i].text);
        assert_false(lasts.open);
        assert_near(lasts.days, known[i].days, 0);
    }
    duration open;
    assert_true(time_duration("open", &open));
    assert_true(open.open && isinf(open.days));
    static const char *const wrong[] = {
        "",
        "7",
        "days",
        "-7 days",
        "+7 days",
        "7days",
        "7 d",
        "7 dayss",
        "seven days",
        "7 Days ",
        " 7 days",
        "1e3 days",
        "nan days",
        "inf days",
        "1.2.3 days",
        "P",
        "PT",
        "P7",
        "P7DT",
        "P-7D",
        "7D",
        "P1D1D",
        "P1H",
        "PT1D",
        "P1D2W",
        "PT1H P1D",
        "Open",
        "3652501 days",
        "99999999999999999999999999999999999999 days",
        "1/2 days",
        ". days"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        if (time_duration(wrong[i], &open)) fail_msg("read: %s", wrong[i]);
}

static void durations_come_back(void **state) {
    (void)state;
    arena *mem = test_arena();
    static const char *const same[] = {"7 days",     "1 day",     "36 hours",
                                       "90 minutes", "1 hour",    "open",
                                       "0 days",     "45 seconds"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        duration lasts;
        assert_true(time_duration(same[i], &lasts));
        assert_string_equal(time_duration_print(lasts, mem), same[i]);
    }
    rng r;
    rng_seed(&r, 3, 0);
    for (int i = 0; i < 50000; i++) {
        duration lasts = {.days = rng_between(&r, 0, 1000)}, back;
        if (i % 2 == 0) lasts.days = (double)rng_below(&r, 90000) / 24;
        char *text = time_duration_print(lasts, mem);
        if (!time_duration(text, &back)) fail_msg("%s", text);
        assert_near(back.days, lasts.days, 0);
    }
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendar_is_that_of_the_c_library),
        cmocka_unit_test(moments_are_read),
        cmocka_unit_test(other_texts_are_no_moments),
        cmocka_unit_test(moments_come_back),
        cmocka_unit_test(moments_are_ordered),
        cmocka_unit_test(durations_are_read),
        cmocka_unit_test(durations_come_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
