/* SPDX-License-Identifier: Apache-2.0
 * Memory that runs out: the n-th allocation fails, n swept over the whole way
 * from bytes through every lens to every format, until nothing fails any more.
 * Each call ends well or with PARLEY_ENOMEM, and nothing is left behind: the
 * host counts what is still allocated, AddressSanitizer the rest. */
#include "test.h"

#include <stdatomic.h>

#include "base/text.h"
#include "bytes.h"
#include "look.h"

typedef struct failing {
    parley_host host;
    atomic_long left; /* allocations until one fails; all later ones fail */
    atomic_long alive;
} failing;

static void *resize(void *self, void *old, size_t size) {
    failing *f = self;
    if (size == 0) {
        if (old) atomic_fetch_sub(&f->alive, 1);
        free(old);
        return NULL;
    }
    if (atomic_fetch_sub(&f->left, 1) <= 0) return NULL;
    if (!old) atomic_fetch_add(&f->alive, 1);
    return realloc(old, size);
}

static void begin(failing *f, long after) {
    f->host = (parley_host){.self = f, .resize = resize};
    atomic_init(&f->left, after);
    atomic_init(&f->alive, 0);
}

static bool take_nothing(void *self, const char *bytes, size_t size) {
    (void)self;
    (void)bytes;
    (void)size;
    return true;
}

static void expect(parley_status status, const char *what) {
    if (status != PARLEY_OK && status != PARLEY_ENOMEM)
        fail_msg("%s: %s", what, parley_status_text(status));
}

static parley_status write_all(const parley_result *r, parley_diags *d) {
    parley_sink nowhere = {NULL, take_nothing};
    for (size_t i = 0; i < parley_format_count(); i++) {
        const char *format = parley_format_get(i).name;
        parley_status status = parley_write(r, format, NULL, nowhere, d);
        expect(status, format);
        if (status != PARLEY_OK) return status;
    }
    return PARLEY_OK;
}

static parley_status look(const parley_case *c, const parley_lens_info *l,
                          const char *threads, parley_diags *d) {
    look_options o = {.count = 0};
    look_add(&o, "draws", "16");
    look_add(&o, "threads", threads);
    assert_true(look_operands(&o, c, l));
    parley_result *r;
    parley_status status = parley_look(&r, c, l->name, o.items, o.count, d);
    expect(status, l->name);
    assert_true((status == PARLEY_OK) == (r != NULL));
    if (r) status = write_all(r, d);
    parley_result_free(r);
    return status;
}

/* One whole way; asked NULL: check. */
static parley_status go(failing *f, const char *text,
                        const parley_lens_info *asked, const char *threads) {
    parley_diags *d = parley_diags_new(&f->host);
    if (!d) return PARLEY_ENOMEM;
    parley_case *c;
    parley_status status =
        parley_load_text(&c, &f->host, "t.yaml", text, strlen(text), d);
    expect(status, "load");
    assert_true((status == PARLEY_OK) == (c != NULL));
    if (status == PARLEY_OK && asked) {
        status = look(c, asked, threads, d);
    } else if (status == PARLEY_OK) {
        parley_result *r;
        status = parley_check(&r, c, PARLEY_CHECK_STRICT, d);
        expect(status, "check");
        if (r) status = write_all(r, d);
        parley_result_free(r);
    }
    parley_case_free(c);
    parley_diags_free(d);
    return status;
}

/* A sweep costs the square of its length. Every n is taken up to `dense`, then
 * n grows by one in `few`; with PARLEY_SWEEP=all in the environment every n is
 * taken everywhere. */
typedef struct density {
    long dense, few;
} density;

static const density fine = {60, 10}, coarse = {4, 2};

static long next_failure(long n, density d) {
    const char *wanted = getenv("PARLEY_SWEEP");
    bool all = wanted && text_same(wanted, "all");
    return all || n < d.dense ? n + 1 : n + 1 + n / d.few;
}

static void sweep(const char *text, const parley_lens_info *asked,
                  const char *threads, density d) {
    long n = 0;
    for (parley_status status = PARLEY_ENOMEM; status != PARLEY_OK;
         n = next_failure(n, d)) {
        failing f;
        begin(&f, n);
        status = go(&f, text, asked, threads);
        if (atomic_load(&f.alive) != 0)
            fail_msg("%s: %ld blocks are left after allocation %ld failed",
                     asked ? asked->name : "check", atomic_load(&f.alive), n);
        assert_true(status == PARLEY_OK || atomic_load(&f.left) < 0);
    }
    assert_true(n > 5);
}

static char *text_of(const char *path) {
    char *text = bytes_of_file(path);
    assert_non_null(text);
    return text;
}

#define CAIRO PARLEY_ROOT "/cases/cairo-2014.yaml"
/* Has something of everything, and is quick. */
#define SMALL PARLEY_ROOT "/tests/fuzz/corpus/case/inferred.yaml"

static void sweep_lenses(const char *path, const char *threads, density d) {
    char *text = text_of(path);
    for (size_t i = 0; i < parley_lens_count(); i++) {
        parley_lens_info l = parley_lens_get(i);
        sweep(text, &l, threads, d);
    }
    free(text);
}

static void memory_may_run_out_in_check(void **state) {
    (void)state;
    char *text = text_of(CAIRO);
    sweep(text, NULL, NULL, fine);
    free(text);
}

static void memory_may_run_out_in_every_lens(void **state) {
    (void)state;
    sweep_lenses(SMALL, "1", fine);
}

static void memory_may_run_out_on_cairo(void **state) {
    (void)state;
    sweep_lenses(CAIRO, "1", coarse);
}

static void memory_may_run_out_on_several_threads(void **state) {
    (void)state;
    sweep_lenses(SMALL, "2", coarse);
}

/* Problems are being reported while memory runs out. */
static void memory_may_run_out_while_reporting(void **state) {
    (void)state;
    static const char text[] = "parley: 1\ncase: x\nparties: {a: {}, b: {}}\n"
                               "isues: {}\nrecord: [{id: 1}, {id: 1}]\n";
    parley_status status = PARLEY_ENOMEM;
    for (long n = 0; status == PARLEY_ENOMEM; n++) {
        failing f;
        begin(&f, n);
        parley_diags *d = parley_diags_new(&f.host);
        if (!d) continue;
        parley_case *c;
        status = parley_load_text(&c, &f.host, "t", text, strlen(text), d);
        assert_true(status == PARLEY_EINPUT || status == PARLEY_ENOMEM);
        parley_diags_free(d);
        assert_int_equal(atomic_load(&f.alive), 0);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_may_run_out_in_check),
        cmocka_unit_test(memory_may_run_out_in_every_lens),
        cmocka_unit_test(memory_may_run_out_on_cairo),
        cmocka_unit_test(memory_may_run_out_on_several_threads),
        cmocka_unit_test(memory_may_run_out_while_reporting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
