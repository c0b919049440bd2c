/* SPDX-License-Identifier: Apache-2.0
 * Docs as they are built, and numbers as people read them. */
#include "test.h"

#include <locale.h>

#include "doc/doc.h"

static void data_keeps_its_order_and_kinds(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_value *root = doc_data(d);
    char key[] = "zebra";
    doc_put_integer(root, key, 1);
    key[0] = 'a'; /* copied, so this changes nothing */
    doc_put_text(root, "apple", NULL);
    doc_put_number(root, "nan", NAN);
    doc_put_number(root, "infinite", -INFINITY);
    doc_put_integer(root, "exact", INT64_C(1) << 53);
    doc_put_integer(root, "large", (INT64_C(1) << 53) + 1);
    doc_put_integer(root, "least", INT64_MIN);
    doc_put_count(root, "most", UINT64_MAX);
    doc_put_digits(root, "few", "0012");
    doc_put_digits(root, "many", "123456789012345678901234567890");
    doc_put_digits(root, "edge", "9007199254740993");
    assert_string_equal(doc_root(d)->first->key, "zebra");
    assert_int_equal(doc_find(root, "apple")->kind, DOC_VALUE_NULL);
    assert_int_equal(doc_find(root, "nan")->kind, DOC_VALUE_NULL);
    assert_int_equal(doc_find(root, "infinite")->kind, DOC_VALUE_NULL);
    assert_int_equal(doc_find(root, "exact")->kind, DOC_VALUE_INTEGER);
    assert_string_equal(doc_find(root, "large")->text, "9007199254740993");
    assert_string_equal(doc_find(root, "least")->text, "-9223372036854775808");
    assert_string_equal(doc_find(root, "most")->text, "18446744073709551615");
    assert_int_equal(doc_find(root, "few")->integer, 12);
    assert_int_equal(doc_find(root, "many")->kind, DOC_VALUE_TEXT);
    assert_string_equal(doc_find(root, "edge")->text, "9007199254740993");
    assert_null(doc_find(root, "apples"));
    assert_int_equal(root->count, 11);
    arena_free(mem);
}

static void one_description_goes_into_another(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_enter(d, "deals");
    doc_put_integer(doc_data(d), "outcomes", 6);
    doc_enter(d, "frontier");
    doc_put_integer(doc_data(d), "count", 2);
    doc_leave(d);
    doc_put_null(doc_data(d), "acceptance");
    doc_leave(d);
    doc_put_bool(doc_data(d), "last", true);
    const doc_value *deals = doc_find(doc_root(d), "deals");
    assert_int_equal(deals->count, 3);
    assert_non_null(doc_find(doc_find(deals, "frontier"), "count"));
    assert_string_equal(doc_root(d)->last->key, "last");
    arena_free(mem);
}

static void sections_nest(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_say(d, "above");
    doc_section(d, "outer %d", 1);
    doc_section(d, "inner");
    doc_say(d, "deep");
    doc_end(d);
    doc_bullet(d, "item");
    doc_end(d);
    doc_note(d, "below");
    const doc_block *outer = doc_first(d)->next;
    assert_string_equal(outer->heading, "outer 1");
    assert_string_equal(outer->first->heading, "inner");
    assert_string_equal(outer->first->first->text->first->text, "deep");
    assert_int_equal(outer->first->next->kind, DOC_BLOCK_BULLET);
    assert_int_equal(outer->next->kind, DOC_BLOCK_NOTE);
    arena_free(mem);
}

static void lists_of_numbers_become_arrays(void **state) {
    (void)state;
    arena *mem = test_arena();
    doc *d = doc_new(mem);
    doc_value *rows = doc_put_list(doc_data(d), "rows");
    const double numbers[2][3] = {{1, NAN, 3}, {4, 5, 6}};
    doc_put_numbers(rows, NULL, numbers[0], 3);
    doc_put_numbers(rows, NULL, numbers[1], 3);
    doc_value *ragged = doc_put_list(doc_data(d), "ragged");
    doc_put_numbers(ragged, NULL, numbers[0], 3);
    doc_put_numbers(ragged, NULL, numbers[1], 2);
    doc_value *mixed = doc_put_list(doc_data(d), "mixed");
    doc_put_integer(mixed, NULL, 1);
    doc_put_text(mixed, NULL, "two");
    (void)doc_put_list(doc_data(d), "empty");
    doc_find_arrays(d);
    const doc_array *a = doc_find(doc_root(d), "rows")->array;
    assert_int_equal(a->dimensions, 2);
    assert_int_equal(a->shape[0], 2);
    assert_int_equal(a->shape[1], 3);
    assert_true(isnan(a->numbers[1]));
    assert_near(a->numbers[5], 6, 0);
    const doc_array *row = rows->first->next->array;
    assert_int_equal(row->dimensions, 1);
    assert_int_equal(row->shape[0], 3);
    assert_ptr_equal(row->numbers, a->numbers + 3);
    assert_null(ragged->array);
    assert_int_equal(ragged->last->array->shape[0], 2);
    assert_null(mixed->array);
    assert_null(doc_find(doc_root(d), "empty")->array);
    arena_free(mem);
}

typedef struct shown {
    double value, error;
    doc_unit unit;
    const char *text;
} shown;

static const shown numbers[] = {
    {0.476, 0.0079, DOC_SHARE,
     "0.48 \xc2\xb1"
     "0.01"},
    {0.5, 0.001, DOC_SHARE, "0.50"},
    {0, 0, DOC_SHARE, "0.00"},
    {1, 0, DOC_SHARE, "1.00"},
    {0.0002, 0, DOC_SHARE, "<0.01"},
    {0.9999, 0, DOC_SHARE, ">0.99"},
    {-0.0001, 0, DOC_WORTH, "0.000"},
    {-0.0309, NAN, DOC_WORTH, "-0.031"},
    {0.0309, 0.002, DOC_CHANGE,
     "+0.031 \xc2\xb1"
     "0.002"},
    {0.00001, 0, DOC_CHANGE, "0.000"},
    {7, 0, DOC_DAYS, "7 days"},
    {1, 0, DOC_DAYS, "1 day"},
    {2.54, 0, DOC_DAYS, "2.5 days"},
    {INFINITY, 0, DOC_DAYS, "open"},
    {0, 0, DOC_DATE, "1970-01-01"},
    {16275, 0, DOC_DATE, "2014-07-24"},
    {12345, 0, DOC_INTEGER, "12345"},
    {0.000123456, 0, DOC_REAL, "0.0001235"},
    {3.05512, 0.0213, DOC_REAL,
     "3.06 \xc2\xb1"
     "0.02"},
    {1.7712, 0.4, DOC_REAL,
     "1.8 \xc2\xb1"
     "0.4"},
    {1234.56, 23.4, DOC_REAL,
     "1235 \xc2\xb1"
     "23"},
    {0.5, 1e-17, DOC_REAL, "0.5"},
    {NAN, 0.1, DOC_SHARE, "\xe2\x80\x93"},
};

static void numbers_read_well(void **state) {
    (void)state;
    arena *mem = test_arena();
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_string_equal(
            doc_show(numbers[i].value, numbers[i].error, numbers[i].unit, mem),
            numbers[i].text);
    arena_free(mem);
}

/* A host may have set a locale that writes 0,48. */
static void numbers_do_not_follow_the_locale(void **state) {
    (void)state;
    if (!setlocale(LC_NUMERIC, "de_DE.UTF-8")) skip();
    numbers_read_well(state);
    (void)setlocale(LC_NUMERIC, "C");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_keeps_its_order_and_kinds),
        cmocka_unit_test(one_description_goes_into_another),
        cmocka_unit_test(sections_nest),
        cmocka_unit_test(lists_of_numbers_become_arrays),
        cmocka_unit_test(numbers_read_well),
        cmocka_unit_test(numbers_do_not_follow_the_locale),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
