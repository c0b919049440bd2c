/* SPDX-License-Identifier: Apache-2.0
 * Sums and products of numbers of any size against 128 bits, and against
 * numbers whose digits are known beforehand. */
#include "test.h"

#include "base/rng.h"
#include "deal/digits.h"

__extension__ typedef unsigned __int128 wide;

static const char *print(wide x, arena *mem) {
    char *text = arena_get(mem, 41), *at = text + 40;
    do {
        *--at = (char)('0' + (int)(x % 10));
        x /= 10;
    } while (x > 0);
    return at;
}

static void sums_and_products_are_those_of_the_machine(void **state) {
    (void)state;
    arena *mem = test_arena();
    rng r;
    rng_seed(&r, 7, 0);
    for (int i = 0; i < 2000; i++) {
        const uint64_t a = rng_next(&r) >> rng_below(&r, 64);
        const uint64_t b = rng_next(&r) >> rng_below(&r, 64);
        const char *x = print(a, mem), *y = print(b, mem);
        assert_string_equal(digits_sum(x, y, mem), print((wide)a + b, mem));
        assert_string_equal(digits_product(x, y, mem), print((wide)a * b, mem));
    }
    arena_free(mem);
}

/* (10^n - 1)^2 = 99...98 00...01 */
static void nines_carry_through(void **state) {
    (void)state;
    arena *mem = test_arena();
    for (size_t n = 2; n < 80; n++) {
        char *nines = arena_get(mem, n + 1),
             *square = arena_get(mem, 2 * n + 1);
        char *ten = arena_get(mem, n + 2);
        memset(nines, '9', n);
        memset(square, '9', n - 1);
        memset(square + n - 1, '0', n + 1);
        square[n - 1] = '8';
        square[2 * n - 1] = '1';
        memset(ten, '0', n + 1);
        ten[0] = '1';
        assert_string_equal(digits_product(nines, nines, mem), square);
        assert_string_equal(digits_sum(nines, "1", mem), ten);
        assert_string_equal(digits_product(nines, "0", mem), "0");
    }
    arena_free(mem);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sums_and_products_are_those_of_the_machine),
        cmocka_unit_test(nines_carry_through),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
