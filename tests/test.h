/* SPDX-License-Identifier: Apache-2.0
 * What every test program includes: cmocka, a comparison of doubles that
 * doesn't go through float, and an arena that lives as long as a test. */
#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"

#define assert_near(a, b, eps)                                                 \
    do {                                                                       \
        double near_a = (a), near_b = (b);                                     \
        if (!(fabs(near_a - near_b) <= (eps)))                                 \
            fail_msg("%s = %.17g, expected %.17g within %g", #a, near_a,       \
                     near_b, (double)(eps));                                   \
    } while (0)

/* Without a guard: memory running out ends the program. Tests that sweep
 * failures set their own. */
static inline arena *test_arena(void) {
    arena *mem = arena_new(NULL);
    assert_non_null(mem);
    return mem;
}

#endif
