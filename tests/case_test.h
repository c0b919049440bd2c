/* SPDX-License-Identifier: Apache-2.0
 * For tests that load cases: from a text or a file, with the problems printed
 * where none are expected. */
#ifndef TESTS_CASE_TEST_H
#define TESTS_CASE_TEST_H

#include "test.h"

#include "case/load.h"

/* NULL if it has errors. d may be NULL. */
static inline const case_model *case_from_text(const char *text, arena *mem,
                                               parley_diags *d) {
    const case_model *c = NULL;
    const source_text *source = source_new(mem, "test", text, strlen(text));
    (void)case_load(&c, source, mem, d);
    return c;
}

static inline void print_problems(const parley_diags *d) {
    for (size_t i = 0; i < parley_diags_count(d); i++) {
        const parley_diag *p = parley_diags_get(d, i);
        print_message("%s:%d:%d: %s [%s]%s%s\n", p->file ? p->file : "-",
                      p->line, p->column, p->message, p->code,
                      p->hint ? " = " : "", p->hint ? p->hint : "");
    }
}

/* Fails the test, with the problems, if it has errors. */
static inline const case_model *case_without_errors(const source_text *source,
                                                    arena *mem) {
    parley_diags *d = parley_diags_new(NULL);
    const case_model *c = NULL;
    bool ok = case_load(&c, source, mem, d);
    if (!ok) print_problems(d);
    parley_diags_free(d);
    assert_true(ok);
    return c;
}

static inline const case_model *case_of(const char *text, arena *mem) {
    return case_without_errors(source_new(mem, "test", text, strlen(text)),
                               mem);
}

/* path is relative to the project's root. */
static inline const case_model *case_from_file(const char *path, arena *mem) {
    source_text *source;
    char *full = arena_format(mem, "%s/%s", PARLEY_ROOT, path);
    assert_true(source_read(&source, full, (size_t)1 << 30, mem, NULL));
    return case_without_errors(source, mem);
}

#endif
