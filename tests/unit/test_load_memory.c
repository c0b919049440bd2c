/* SPDX-License-Identifier: Apache-2.0
 * Memory that runs out while a case is loaded and selected from: the n-th
 * request fails, for every n until none does. Nothing is left behind. */
#include "case_test.h"

/* Refuses one request, or (later) all from one on; counts what is held. */
typedef struct failing {
    long left, held;
    bool all;
} failing;

static void *resize(void *self, void *old, size_t size) {
    failing *f = self;
    if (size == 0) {
        if (old) f->held--;
        free(old);
        return NULL;
    }
    f->left--;
    if (f->left == 0 || (f->all && f->left < 0)) return NULL;
    if (!old) f->held++;
    return realloc(old, size);
}

typedef struct loading {
    const char *bytes;
    size_t size;
    arena *mem;
    parley_diags *d;
} loading;

static void load_and_select(void *subject) {
    loading *l = subject;
    const case_model *c;
    const source_text *text = source_new(l->mem, "t", l->bytes, l->size);
    if (!case_load(&c, text, l->mem, l->d)) return;
    const char *const ids[] = {"s1"};
    case_selection by = {
        .viewer = 0, .without = {ids, 1}, .without_analyst = true};
    (void)case_select(c, by, l->mem);
}

/* True if nothing failed. */
static bool try_with(const loading *what, long n, bool all) {
    failing f = {.left = n, .all = all};
    parley_host host = {&f, resize, NULL};
    loading l = *what;
    guard g;
    l.mem = arena_new(&host);
    if (l.mem) arena_set_guard(l.mem, &g);
    l.d = parley_diags_new(&host);
    if (l.mem) (void)guard_run(&g, load_and_select, &l);
    bool failed = f.left <= 0;
    parley_diags_free(l.d);
    arena_free(l.mem);
    assert_int_equal(f.held, 0);
    return !failed;
}

static void sweep(const char *path, long least) {
    arena *mem = test_arena();
    source_text *text;
    char *full = arena_format(mem, "%s/%s", PARLEY_ROOT, path);
    assert_true(source_read(&text, full, 1 << 20, mem, NULL));
    loading what = {text->bytes, text->size, NULL, NULL};
    for (int all = 0; all < 2; all++) {
        long n = 1;
        while (!try_with(&what, n, all))
            n++;
        assert_true(n > least);
    }
    arena_free(mem);
}

static void a_good_case_leaves_nothing_behind(void **state) {
    (void)state;
    sweep("tests/golden/cairo-oracle.yaml", 10);
}

static void bad_cases_leave_nothing_behind(void **state) {
    (void)state;
    sweep("tests/bad/words.yaml", 50);
    sweep("tests/bad/alias-bomb.yaml", 50);
    sweep("tests/bad/unterminated.yaml", 10);
    sweep("tests/bad/unknown-names.yaml", 50);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_good_case_leaves_nothing_behind),
        cmocka_unit_test(bad_cases_leave_nothing_behind),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
