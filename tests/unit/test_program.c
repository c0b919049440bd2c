/* SPDX-License-Identifier: Apache-2.0
 * Another program is asked, and whatever it does, we come back. */
#include "test.h"

#include <time.h>

#include "base/program.h"

static const char *ask(const char *const *words, const char *input, size_t most,
                       int patience, arena *mem) {
    return program_answer(words, input, most, patience, mem);
}

static void an_answer_comes_back(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *cat[] = {"cat", NULL};
    const char *answer = ask(cat, "one\ntwo\n", 100, 5000, mem);
    assert_non_null(answer);
    assert_string_equal(answer, "one\ntwo\n");
    answer = ask(cat, "", 100, 5000, mem);
    assert_non_null(answer);
    assert_string_equal(answer, "");
    arena_free(mem);
}

/* More than a socket holds, both ways at once. */
static void a_long_answer_comes_back(void **state) {
    (void)state;
    enum { LONG = 3 << 20 };
    arena *mem = test_arena();
    char *input = arena_get(mem, LONG + 1);
    memset(input, 'x', LONG);
    const char *cat[] = {"cat", NULL};
    const char *answer = ask(cat, input, LONG + 10, 20000, mem);
    assert_non_null(answer);
    assert_int_equal(strlen(answer), LONG);
    assert_null(ask(cat, input, LONG - 1, 20000, mem));
    arena_free(mem);
}

static void what_fails_gives_nothing(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *missing[] = {"no-such-program-here", NULL};
    const char *fails[] = {"false", NULL};
    const char *deaf[] = {"true", NULL};
    assert_null(ask(missing, "a", 100, 5000, mem));
    assert_null(ask(fails, "a", 100, 5000, mem));
    char *input = arena_get(mem, (2 << 20) + 1);
    memset(input, 'x', 2 << 20);
    (void)ask(deaf, input, 100, 5000, mem); /* no signal ends us */
    arena_free(mem);
}

static void patience_ends(void **state) {
    (void)state;
    arena *mem = test_arena();
    const char *sleeps[] = {"sleep", "30", NULL};
    const char *closes[] = {"sh", "-c", "exec 0<&- 1>&-; sleep 30", NULL};
    time_t begun = time(NULL);
    assert_null(ask(sleeps, "a", 100, 200, mem));
    assert_null(ask(closes, "a", 100, 200, mem));
    assert_true(time(NULL) - begun < 15);
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_answer_comes_back),
        cmocka_unit_test(a_long_answer_comes_back),
        cmocka_unit_test(what_fails_gives_nothing),
        cmocka_unit_test(patience_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
