/* SPDX-License-Identifier: Apache-2.0
 * An arena for each test of a file: cmocka_unit_test_setup_teardown(test,
 * set_up, tear_down). */
#ifndef TESTS_TEST_MEMORY_H
#define TESTS_TEST_MEMORY_H

#include "base/arena.h"
#include "test.h"

static arena *memory; /* of the running test */

static int set_up(void **state) {
    (void)state;
    memory = test_arena();
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    arena_free(memory);
    return 0;
}

#endif
