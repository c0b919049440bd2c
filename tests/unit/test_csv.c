/* SPDX-License-Identifier: Apache-2.0
 * Tables: what RFC 4180 allows is read, places are those of the cells, and
 * what is wrong is told where it stands. The problems themselves are tested by
 * the files of tests/bad. */
#include "base/csv.h"

#include "test.h"

static csv_table table_of(const char *bytes, size_t size, arena *mem,
                          bool expected) {
    csv_table t;
    const source_text *text = source_new(mem, "t", bytes, size);
    assert_int_equal(csv_read(&t, text, mem, NULL), expected);
    return t;
}

static csv_table table(const char *text, arena *mem) {
    return table_of(text, strlen(text), mem, true);
}

static void cells_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    csv_table t = table("\xef\xbb\xbf# said first\n Name , \"Va,lue\",n\r\n"
                        "a,\"x \"\"y\"\"\n z\",1\r\n# between\n b b ,,2",
                        mem);
    assert_int_equal(t.column_count, 3);
    assert_int_equal(t.row_count, 2);
    assert_string_equal(t.heads[0].text, "name");
    assert_int_equal(csv_column(&t, "va,lue"), 1);
    assert_int_equal(csv_column(&t, "VALUE"), -1);
    assert_string_equal(csv_at(&t, 0, 1)->text, "x \"y\"\n z");
    assert_string_equal(csv_at(&t, 1, 0)->text, "b b");
    assert_string_equal(csv_at(&t, 1, 1)->text, "");
    assert_string_equal(csv_at(&t, 1, 2)->text, "2");
    source_place at = source_locate(t.text, csv_at(&t, 1, 2)->at.begin);
    assert_int_equal(at.line, 6);
    assert_int_equal(at.column, 8);
    arena_free(mem);
}

static void other_separators_are_seen(void **state) {
    (void)state;
    arena *mem = test_arena();
    csv_table semicolons = table("a;b\n1,5;2", mem);
    assert_string_equal(csv_at(&semicolons, 0, 0)->text, "1,5");
    csv_table tabs = table("a\tb,c\n1\t2,3\n", mem);
    assert_int_equal(tabs.column_count, 2);
    assert_string_equal(csv_at(&tabs, 0, 1)->text, "2,3");
    arena_free(mem);
}

static void an_empty_line_ends_a_table(void **state) {
    (void)state;
    arena *mem = test_arena();
    csv_table t = table("\n\na,b\n1,2\n\n\nc\n3\n", mem);
    assert_int_equal(t.row_count, 1);
    assert_string_equal(t.heads[0].text, "a");
    arena_free(mem);
}

static void rows_that_do_not_fit_are_left_out(void **state) {
    (void)state;
    arena *mem = test_arena();
    static const char text[] = "a,b\n1\n2,3\n4,5,6\n7,8\n";
    csv_table t = table_of(text, sizeof text - 1, mem, false);
    assert_int_equal(t.row_count, 2);
    assert_string_equal(csv_at(&t, 1, 0)->text, "7");
    arena_free(mem);
}

static void values_are_checked(void **state) {
    (void)state;
    arena *mem = test_arena();
    csv_table t = table("a,b,c,d\n0.5,Yes,0,x\n", mem);
    double number = 0;
    bool flag = false;
    assert_true(csv_number(csv_at(&t, 0, 0), 0, 1, &number, NULL));
    assert_near(number, 0.5, 0);
    assert_false(csv_number(csv_at(&t, 0, 0), 0.6, 1, &number, NULL));
    assert_false(csv_number(csv_at(&t, 0, 1), 0, 1, &number, NULL));
    assert_true(csv_flag(csv_at(&t, 0, 1), &flag, NULL) && flag);
    assert_true(csv_flag(csv_at(&t, 0, 2), &flag, NULL) && !flag);
    assert_false(csv_flag(csv_at(&t, 0, 3), &flag, NULL));
    arena_free(mem);
}

/* No prefix of a table, and no table with a byte changed, is read beyond its
 * end (under ASan), and none loops. */
static void damaged_tables_end(void **state) {
    (void)state;
    static const char text[] = "a,\"b\"\n\"1\"\"\",2\r\n# x\n\"3\" ,4\n";
    static const char bytes[] = "\",\n\r#; \xff";
    for (size_t size = 0; size < sizeof text; size++)
        for (size_t k = 0; k < sizeof bytes; k++) {
            arena *mem = test_arena();
            char copy[sizeof text];
            memcpy(copy, text, sizeof text);
            if (size > 0) copy[size / 2] = bytes[k];
            csv_table t;
            (void)csv_read(&t, source_new(mem, "t", copy, size), mem, NULL);
            arena_free(mem);
        }
}

static void too_large_a_table_is_refused(void **state) {
    (void)state;
    enum { ROWS = 2000001 };
    static const char row[] = "1,2\n";
    size_t size = 4 + (size_t)4 * ROWS;
    char *bytes = malloc(size);
    assert_non_null(bytes);
    memcpy(bytes, "a,b\n", 4);
    for (size_t i = 0; i < ROWS; i++)
        memcpy(bytes + 4 + 4 * i, row, 4);
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    csv_table t;
    assert_false(csv_read(&t, source_new(mem, "t", bytes, size), mem, d));
    assert_string_equal(parley_diags_get(d, 0)->code, "csv/too-large");
    assert_int_equal(diag_limit_count(d), 1);
    parley_diags_free(d);
    arena_free(mem);
    free(bytes);
}

/* Names of columns are compared pair by pair. */
static void too_many_columns_are_refused(void **state) {
    (void)state;
    enum { COLUMNS = 1001 };
    char bytes[2 * COLUMNS];
    arena *mem = test_arena();
    parley_diags *d = parley_diags_new(NULL);
    for (size_t i = 0; i < COLUMNS; i++)
        memcpy(bytes + 2 * i, i + 1 < COLUMNS ? "a," : "a\n", 2);
    csv_table t;
    assert_false(
        csv_read(&t, source_new(mem, "t", bytes, sizeof bytes), mem, d));
    assert_int_equal(parley_diags_count(d), 1);
    assert_string_equal(parley_diags_get(d, 0)->message,
                        "more than 1000 columns");
    parley_diags_free(d);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_read),
        cmocka_unit_test(other_separators_are_seen),
        cmocka_unit_test(an_empty_line_ends_a_table),
        cmocka_unit_test(rows_that_do_not_fit_are_left_out),
        cmocka_unit_test(values_are_checked),
        cmocka_unit_test(damaged_tables_end),
        cmocka_unit_test(too_large_a_table_is_refused),
        cmocka_unit_test(too_many_columns_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
