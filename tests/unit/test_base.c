/* SPDX-License-Identifier: Apache-2.0
 * Arenas, texts, numbers, random numbers, threads and problems. */
#include "test.h"

#include "base/diag.h"
#include "base/number.h"
#include "base/rng.h"
#include "base/text.h"
#include "base/threads.h"

static void arena_zeroes_and_aligns(void **state) {
    (void)state;
    arena *mem = test_arena();
    for (size_t size = 1; size < 100000; size = size * 3 + 1) {
        unsigned char *p = arena_get(mem, size);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < size; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xff, size);
    }
    arena_free(mem);
}

static void arena_back_gives_the_same_room_again(void **state) {
    (void)state;
    arena *mem = test_arena();
    arena_get(mem, 10);
    arena_place place = arena_mark(mem);
    void *first = arena_get(mem, 50);
    arena_get(mem, 1000000);
    arena_back(mem, place);
    assert_ptr_equal(arena_get(mem, 50), first);
    arena_free(mem);
}

static void note_drop(void *subject) {
    char **at = subject;
    *(*at)++ = 'd';
}

static void deferred_calls_run_newest_first_and_survive_back(void **state) {
    (void)state;
    char log[4] = "";
    char *at = log;
    arena *mem = test_arena();
    arena_place empty = arena_mark(mem);
    arena_get(mem, 5);
    arena_defer(mem, note_drop, &at);
    arena *child = arena_child(mem);
    arena_defer(child, note_drop, &at);
    arena_free(child);
    assert_string_equal(log, "d");
    arena_back(mem, empty);
    arena_free(mem);
    assert_string_equal(log, "dd");
}

/* A host that refuses the n-th request and counts what is still held. */
typedef struct failing {
    int left, held;
} failing;

static void *failing_resize(void *self, void *old, size_t size) {
    failing *f = self;
    if (size == 0) {
        if (old) f->held--;
        free(old);
        return NULL;
    }
    if (f->left-- <= 0) return NULL;
    if (!old) f->held++;
    return realloc(old, size);
}

static void use_memory(void *subject) {
    arena *mem = subject;
    arena *child = arena_child(mem);
    for (int i = 0; i < 20; i++)
        arena_get(child, 10000);
    arena_free(child);
    arena_get(mem, 100000);
}

static void memory_running_out_leaks_nothing(void **state) {
    (void)state;
    bool done = false;
    int n = 0;
    for (; !done; n++) {
        failing f = {n, 0};
        parley_host host = {&f, failing_resize, NULL};
        arena *mem = arena_new(&host);
        guard g;
        if (mem) arena_set_guard(mem, &g);
        done = mem && guard_run(&g, use_memory, mem);
        arena_free(mem);
        assert_int_equal(f.held, 0);
    }
    assert_true(n > 5);
}

static void places_count_characters(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *bytes = "ab\r\n\xc3\xa9x\nlast";
    source_text *text = source_new(mem, "t", bytes, strlen(bytes));
    assert_int_equal(text->line_count, 3);
    source_place x = source_locate(text, 6);
    assert_int_equal(x.line, 2);
    assert_int_equal(x.column, 2);
    assert_int_equal(source_offset(text, 1, 1), 6);
    assert_int_equal(source_offset(text, 0, 99), 2);
    assert_int_equal(source_offset(text, 9, 0), strlen(bytes));
    arena_free(mem);
}

static void exact_decimals_round_once(void **state) {
    (void)state;
    static const struct {
        const char *text;
        int64_t value;
    } good[] = {
        {"0", 0},
        {"-0", 0},
        {"1", FIXED_ONE},
        {".5", FIXED_ONE / 2},
        {"0.1", FIXED_ONE / 10},
        {"-2.5e-3", -2500000000},
        {"1e6", FIXED_MOST},
        {"0.0000000000005", 1},
        {"0.00000000000049", 0},
        {"-0.0000000000005", -1},
        {"999999.9999999999995", FIXED_MOST},
        {"000.250", FIXED_ONE / 4},
        {"0.1000000000000000000000000000000000000000000009", FIXED_ONE / 10},
        {"1e-400", 0},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        fixed value = 77;
        assert_true(number_fixed(good[i].text, &value));
        assert_int_equal(value, good[i].value);
    }
    static const char *const bad[] = {"",
                                      "-",
                                      ".",
                                      "x",
                                      "1x",
                                      "nan",
                                      "inf",
                                      "1e",
                                      "1e7",
                                      "1000000.1",
                                      "9999999999999999999999",
                                      " 1",
                                      "1e400",
                                      "0x10",
                                      "1.2.3"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        fixed value;
        assert_false(number_fixed(bad[i], &value));
    }
}

static void printed_doubles_read_back(void **state) {
    (void)state;
    rng r;
    rng_seed(&r, 5, 0);
    for (int i = 0; i < 100000; i++) {
        double value = (rng_uniform(&r) - 0.5) * pow(10, i % 40 - 20);
        char text[NUMBER_SIZE];
        number_print(text, value);
        double back;
        assert_true(number_double(text, &back));
        assert_true(back == value);
    }
    char text[NUMBER_SIZE];
    number_print(text, 0.1);
    assert_string_equal(text, "0.1");
    number_print(text, -0.0);
    assert_string_equal(text, "0");
}

static void random_numbers_are_the_published_ones(void **state) {
    (void)state;
    /* State {1, 2, 3, 4}: first outputs of the authors' reference code. */
    rng r = {{1, 2, 3, 4}};
    assert_true(rng_next(&r) == UINT64_C(41943041));
    assert_true(rng_next(&r) == UINT64_C(58720359));
    assert_true(rng_next(&r) == UINT64_C(3588806011781223));
    assert_true(rng_next(&r) == UINT64_C(3591011842654386));
}

static void streams_differ_and_means_fit(void **state) {
    (void)state;
    rng a, b;
    rng_seed(&a, 1, 0);
    rng_seed(&b, 1, 1);
    assert_true(rng_next(&a) != rng_next(&b));
    double sum = 0, exponentials = 0;
    int count = 200000, low = 0;
    for (int i = 0; i < count; i++) {
        sum += rng_uniform(&a);
        exponentials += rng_exponential(&a);
        low += rng_below(&a, 3) == 0;
    }
    assert_near(sum / count, 0.5, 5 * 0.2887 / sqrt(count));
    assert_near(exponentials / count, 1, 5 / sqrt(count));
    assert_near((double)low / count, 1.0 / 3, 5 * 0.4714 / sqrt(count));
}

static void square(void *subject, size_t i, arena *scratch) {
    int *copy = arena_get(scratch, 1000);
    *copy = (int)(i * i);
    ((int *)subject)[i] = *copy;
}

static void threads_do_all_pieces(void **state) {
    (void)state;
    arena *mem = test_arena();
    for (int threads = 1; threads <= 8; threads++) {
        int out[100] = {0};
        threads_run(100, threads, square, out, mem);
        for (int i = 0; i < 100; i++)
            assert_int_equal(out[i], i * i);
    }
    threads_run(0, 4, square, NULL, mem);
    assert_true(threads_available() >= 1);
    arena_free(mem);
}

static void problems_are_sorted_and_cut(void **state) {
    (void)state;
    arena *mem = test_arena();
    char lines[400];
    for (size_t i = 0; i < sizeof lines; i++)
        lines[i] = i % 2 ? '\n' : 'x';
    source_text *text = source_new(mem, "t.yaml", lines, sizeof lines);
    parley_diags *d = parley_diags_new(NULL);
    for (size_t i = 100; i-- > 0;) {
        span at = {text, 2 * i, 2 * i + 1};
        assert_false(diag_error(d, at, "case/x", "problem %zu", i));
        diag_hint(d, "hint %zu", i);
    }
    arena_free(mem); /* nothing of it is needed any more */
    assert_int_equal(parley_diags_count(d), 50);
    assert_int_equal(parley_diags_left_out(d), 50);
    for (size_t i = 0; i < 50; i++) {
        const parley_diag *p = parley_diags_get(d, i);
        assert_int_equal(p->line, i + 1);
        assert_int_equal(p->column, 1);
        assert_string_equal(p->excerpt, "x");
        char hint[20];
        (void)snprintf(hint, sizeof hint, "hint %zu", i);
        assert_string_equal(p->hint, hint);
    }
    assert_true(parley_diags_has_errors(d));
    parley_diags_free(d);
    assert_false(diag_error(NULL, SPAN_NONE, "x/y", "nobody listens"));
}

static void hints_are_near(void **state) {
    (void)state;
    const char *names[] = {"israel", "hamas", "naval-blockade", "us"};
    assert_string_equal(text_nearest("isreal", names, 4), "israel");
    assert_string_equal(text_nearest("naval-blokade", names, 4),
                        "naval-blockade");
    assert_string_equal(text_nearest("Hamas", names, 4), "hamas");
    assert_null(text_nearest("egypt", names, 4));
    assert_null(text_nearest("", names, 4));
}

static void utf8_is_strict(void **state) {
    (void)state;
    assert_int_equal(text_valid_utf8("a\xc3\xa9\xf0\x9f\x98\x80", 7), 7);
    static const char *const bad[] = {"\xc0\x80", "\xed\xa0\x80", "\x80",
                                      "\xf4\x90\x80\x80", "\xe2\x82"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(text_valid_utf8(bad[i], strlen(bad[i])), 0);
    assert_int_equal(text_width("\xe4\xb8\xad"
                                "a"
                                "e\xcc\x81"),
                     4);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_zeroes_and_aligns),
        cmocka_unit_test(arena_back_gives_the_same_room_again),
        cmocka_unit_test(deferred_calls_run_newest_first_and_survive_back),
        cmocka_unit_test(memory_running_out_leaks_nothing),
        cmocka_unit_test(places_count_characters),
        cmocka_unit_test(exact_decimals_round_once),
        cmocka_unit_test(printed_doubles_read_back),
        cmocka_unit_test(random_numbers_are_the_published_ones),
        cmocka_unit_test(streams_differ_and_means_fit),
        cmocka_unit_test(threads_do_all_pieces),
        cmocka_unit_test(problems_are_sorted_and_cut),
        cmocka_unit_test(hints_are_near),
        cmocka_unit_test(utf8_is_strict),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
