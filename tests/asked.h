/* SPDX-License-Identifier: Apache-2.0
 * Tests of lenses through the public interface: a case as a text, asked. */
#ifndef TESTS_ASKED_H
#define TESTS_ASKED_H

#include "case_test.h"

/* Fails the test, with the problems, where there is no answer. */
static inline parley_result *asked(const char *lens, const char *text,
                                   const parley_option *options, size_t count) {
    parley_case *c;
    parley_diags *d = parley_diags_new(NULL);
    if (parley_load_text(&c, NULL, "t", text, strlen(text), d) != PARLEY_OK)
        print_problems(d);
    parley_result *r;
    parley_status status = parley_look(&r, c, lens, options, count, d);
    if (status != PARLEY_OK) print_problems(d);
    assert_int_equal(status, PARLEY_OK);
    parley_diags_free(d);
    parley_case_free(c);
    return r;
}

static inline parley_value get(const parley_result *r, const char *path) {
    parley_value v;
    if (parley_get(r, path, &v) != PARLEY_OK) fail_msg("no \"%s\"", path);
    return v;
}

#endif
