/* SPDX-License-Identifier: Apache-2.0
 * Lines of the log: what is read of JSON, byte by byte, and what is refused,
 * where and with which words. */
#include "process/line.h"

#include "test.h"

static line_object read_line(const char *text, bool good, arena *mem) {
    line_object o;
    if (line_read(&o, text, strlen(text), mem) != good)
        fail_msg("%s: %s", text, good ? o.problem : "taken");
    return o;
}

static void check_text(const char *line, const char *key, const char *wanted) {
    arena *mem = test_arena();
    line_object o = read_line(line, true, mem);
    const line_field *f = line_find(&o, key);
    assert_non_null(f);
    assert_int_equal(f->shape, LINE_TEXT);
    assert_string_equal(f->text, wanted);
    arena_free(mem);
}

static void texts_are_read(void **state) {
    (void)state;
    check_text("{\"a\": \"b\"}", "a", "b");
    check_text(" \t{ \"a\" : \"\" }\r ", "a", "");
    check_text("{\"a\": \"x\\\"\\\\\\/\\b\\f\\n\\r\\ty\"}", "a",
               "x\"\\/\b\f\n\r\ty");
    check_text("{\"a\": \"\\u0041\\u00e9\\u20ac\"}", "a", "A\u00e9\u20ac");
    check_text("{\"a\": \"\\ud83d\\ude00\"}", "a", "\U0001F600");
    check_text("{\"a\": \"\u00e9\u20ac\U0001F600\"}", "a",
               "\u00e9\u20ac\U0001F600");
    check_text("{\"\\u0061\": \"b\"}", "a", "b");
    check_text("{\"a\": -1.5e3, \"b\": \"c\"}", "a", "-1.5e3");
    check_text("{\"a\": true}", "a", "true");
    check_text("{\"a\": \"null\"}", "a", "null");
}

static void lists_and_objects_are_read(void **state) {
    (void)state;
    arena *mem = test_arena();
    line_object o = read_line("{\"l\": [\"a\", \"b\\n\"], \"e\": [], "
                              "\"o\": {\"x\": [1, {\"}\": \"\\\"}\"}]} , "
                              "\"n\": null}",
                              true, mem);
    assert_int_equal(o.count, 3);
    const line_field *l = line_find(&o, "l");
    assert_int_equal(l->shape, LINE_LIST);
    assert_int_equal(l->count, 2);
    assert_string_equal(l->items[1], "b\n");
    assert_int_equal(line_find(&o, "e")->count, 0);
    assert_int_equal(line_find(&o, "o")->shape, LINE_OBJECT);
    assert_string_equal(line_find(&o, "o")->text,
                        "{\"x\": [1, {\"}\": \"\\\"}\"}]}");
    assert_null(line_find(&o, "n"));
    assert_null(line_find(&o, "x"));
    assert_int_equal(read_line("{}", true, mem).count, 0);
    arena_free(mem);
}

typedef struct refusal {
    const char *line, *problem;
} refusal;

static void the_rest_is_refused(void **state) {
    (void)state;
    static const refusal wrong[] = {
        {"", "a line is an object in braces"},
        {"[]", "a line is an object in braces"},
        {"{\"a\": \"b\"", "the object has no end"},
        {"{\"a\": \"b\",}", "a key needs quotes"},
        {"{a: \"b\"}", "a key needs quotes"},
        {"{\"a\" \"b\"}", "a colon is missing"},
        {"{\"a\": }", "a value is missing"},
        {"{\"a\": b}", "a text needs quotes"},
        {"{\"a\": nul}", "a text needs quotes"},
        {"{\"a\": \"b}", "a text has no end"},
        {"{\"a\": \"b\\\"}", "a text has no end"},
        {"{\"a\": \"\\x\"}", "a text has an escape that is none"},
        {"{\"a\": \"\\u12\"}", "a text has an escape that is none"},
        {"{\"a\": \"\\u0000\"}", "a text has an escape that is none"},
        {"{\"a\": \"\\ud83d\"}", "a text has an escape that is none"},
        {"{\"a\": \"\\ude00\\ud83d\"}", "a text has an escape that is none"},
        {"{\"a\": \"\x01\"}", "a text has a control character"},
        {"{\"a\": \"\xff\"}", "a text is not UTF-8"},
        {"{\"a\": \"\xc3\"}", "a text is not UTF-8"},
        {"{\"a\": [1]}", "a list holds texts alone"},
        {"{\"a\": [\"b\"}", "a list has no end"},
        {"{\"a\": {\"b\": 1}", "the object has no end"},
        {"{\"a\": {\"b\": 1", "an object has no end"},
        {"{\"a\": \"b\", \"a\": \"c\"}", "a key stands there twice"},
        {"{\"a\": \"b\"} x", "something follows the object"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        arena *mem = test_arena();
        line_object o = read_line(wrong[i].line, false, mem);
        if (strcmp(o.problem, wrong[i].problem) != 0)
            fail_msg("%s: %s", wrong[i].line, o.problem);
        assert_true(o.at <= strlen(wrong[i].line));
        arena_free(mem);
    }
}

/* One key, or one item, more than fits. */
static void limits_are_kept(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *keys = "{", *items = "{\"l\": [";
    for (int i = 0; i <= LINE_KEYS_MOST; i++)
        keys = arena_format(mem, "%s%s\"k%d\": 1", keys, i ? "," : "", i);
    for (int i = 0; i <= LINE_ITEMS_MOST; i++)
        items = arena_format(mem, "%s%s\"i\"", items, i ? "," : "");
    line_object o = read_line(arena_format(mem, "%s}", keys), false, mem);
    assert_string_equal(o.problem, "too many keys");
    o = read_line(arena_format(mem, "%s]}", items), false, mem);
    assert_string_equal(o.problem, "a list has too many items");
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_read),
        cmocka_unit_test(lists_and_objects_are_read),
        cmocka_unit_test(the_rest_is_refused),
        cmocka_unit_test(limits_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
