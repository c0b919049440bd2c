/* SPDX-License-Identifier: Apache-2.0
 * What is wrong with the file of a log, as the public interface tells it. What
 * a log survives is in tests/process; what is wrong with its lines stands in
 * tests/bad. */
#include "test.h"

#include <unistd.h>

#include "bytes.h"
#include "parley.h"
#include "store/store.h"

static const char text[] = "parley: 1\ncase: a log\nas-of: 2024-01-02\n"
                           "parties: {a: {}, b: {}}\n"
                           "issues: {x: {options: [x0, x1], now: x0}}\n";
static const char event[] =
    "{\"at\": \"2024-01-02T09:00Z\", \"kind\": \"confer\", "
    "\"text\": \"sluice\"}\n";

/* A case, and where its log goes. */
typedef struct place {
    char folder[32], path[64], log[80];
    parley_diags *d;
} place;

static void write_file(const char *path, const char *bytes, size_t size) {
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static place make_place(void) {
    place p = {.folder = "/tmp/parley-log-XXXXXX", .d = parley_diags_new(NULL)};
    assert_non_null(mkdtemp(p.folder));
    (void)snprintf(p.path, sizeof p.path, "%s/case.yaml", p.folder);
    (void)snprintf(p.log, sizeof p.log, "%s.log", p.path);
    write_file(p.path, text, strlen(text));
    return p;
}

static void clear_place(place *p) {
    static const char *const ends[] = {"", ".log", ".log-wal", ".log-shm"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        char path[80];
        (void)snprintf(path, sizeof path, "%s%s", p->path, ends[i]);
        (void)remove(path);
    }
    assert_int_equal(rmdir(p->folder), 0);
    parley_diags_free(p->d);
}

static void expect_verify(place *p, parley_status status, const char *code) {
    size_t count;
    assert_int_equal(parley_log_verify(NULL, p->path, &count, p->d), status);
    assert_true(parley_diags_count(p->d) > 0);
    assert_string_equal(parley_diags_get(p->d, 0)->code, code);
}

/* Writes an event, then puts other bytes where some stand in the file. */
static void write_and_spoil(const place *p, const char *from, size_t size,
                            const char *by) {
    size_t count, whole, spoilt = 0;
    assert_int_equal(
        parley_log_append(NULL, p->path, event, strlen(event), &count, p->d),
        PARLEY_OK);
    assert_int_equal(count, 1);
    static char bytes[1 << 20];
    FILE *file = fopen(p->log, "rb");
    assert_non_null(file);
    whole = fread(bytes, 1, sizeof bytes, file);
    (void)fclose(file);
    for (size_t i = 0; i + size <= whole; i++) {
        if (memcmp(bytes + i, from, size) != 0) continue;
        memcpy(bytes + i, by, size);
        spoilt++;
    }
    assert_true(spoilt > 0);
    write_file(p->log, bytes, whole);
}

static void a_log_that_is_not_there_is_told(void **state) {
    (void)state;
    if (!store_available()) skip();
    place p = make_place();
    expect_verify(&p, PARLEY_EIO, "log/none");
    clear_place(&p);
}

static void a_file_that_is_no_database_is_told(void **state) {
    (void)state;
    if (!store_available()) skip();
    place p = make_place();
    char junk[4096];
    memset(junk, 'x', sizeof junk);
    write_file(p.log, junk, sizeof junk);
    expect_verify(&p, PARLEY_EIO, "log/store");
    clear_place(&p);
}

static void a_changed_event_is_told(void **state) {
    (void)state;
    if (!store_available()) skip();
    place p = make_place();
    write_and_spoil(&p, "sluice", 6, "bridge");
    expect_verify(&p, PARLEY_EINPUT, "log/broken");
    clear_place(&p);
}

/* The application's number of SQLite's header; 1349676153 is ours. */
static void a_database_of_others_is_told(void **state) {
    (void)state;
    if (!store_available()) skip();
    place p = make_place();
    write_and_spoil(&p, "\x50\x72\x6c\x79", 4, "\x50\x72\x6c\x7a");
    expect_verify(&p, PARLEY_EIO, "log/other-file");
    clear_place(&p);
}

static void a_build_without_a_store_says_so(void **state) {
    (void)state;
    if (store_available()) skip();
    place p = make_place();
    size_t count;
    assert_int_equal(
        parley_log_append(NULL, p.path, event, strlen(event), &count, p.d),
        PARLEY_EIO);
    assert_string_equal(parley_diags_get(p.d, 0)->code, "log/no-store");
    clear_place(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_log_that_is_not_there_is_told),
        cmocka_unit_test(a_file_that_is_no_database_is_told),
        cmocka_unit_test(a_changed_event_is_told),
        cmocka_unit_test(a_database_of_others_is_told),
        cmocka_unit_test(a_build_without_a_store_says_so),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
