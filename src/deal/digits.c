/* SPDX-License-Identifier: Apache-2.0
 * Counts of any size: they are only ever added, multiplied and printed. Text
 * is read into limbs of 18 digits, so that 128 bits hold a product of two. */
#include "deal/digits.h"

#include <inttypes.h>
#include <string.h>

enum { WIDTH = 18 }; /* digits of a limb */

__extension__ typedef unsigned __int128 wide;

void digits_add(uint64_t *to, const uint64_t *from, uint64_t factor,
                size_t limbs) {
    wide carry = 0;
    for (size_t i = 0; i < limbs; i++) {
        carry += (wide)from[i] * factor + to[i];
        to[i] = (uint64_t)(carry % DIGITS_LIMB);
        carry /= DIGITS_LIMB;
    }
}

const char *digits_print(const uint64_t *of, size_t limbs, arena *mem) {
    while (limbs > 1 && of[limbs - 1] == 0)
        limbs--;
    char *text = arena_format(mem, "%" PRIu64, of[--limbs]);
    while (limbs > 0)
        text = arena_format(mem, "%s%018" PRIu64, text, of[--limbs]);
    return text;
}

/* --- Text --- */

static size_t limbs_of(const char *digits) {
    return (strlen(digits) + WIDTH - 1) / WIDTH;
}

static uint64_t *read(const char *digits, size_t limbs, arena *mem) {
    uint64_t *to = ARENA_ARRAY(mem, uint64_t, limbs);
    for (size_t left = strlen(digits); *digits; digits++) {
        uint64_t *limb = &to[--left / WIDTH];
        *limb = 10 * *limb + (uint64_t)(*digits - '0');
    }
    return to;
}

const char *digits_sum(const char *a, const char *b, arena *mem) {
    arena *scratch = arena_child(mem);
    const size_t m = limbs_of(a), n = limbs_of(b), limbs = (m > n ? m : n) + 1;
    uint64_t *sum = read(a, limbs, scratch);
    digits_add(sum, read(b, limbs, scratch), 1, limbs);
    const char *text = digits_print(sum, limbs, mem);
    arena_free(scratch);
    return text;
}

const char *digits_product(const char *a, const char *b, arena *mem) {
    arena *scratch = arena_child(mem);
    const size_t n = limbs_of(b), limbs = limbs_of(a) + n;
    const uint64_t *x = read(a, limbs, scratch), *y = read(b, limbs, scratch);
    uint64_t *product = ARENA_ARRAY(scratch, uint64_t, limbs);
    for (size_t i = 0; i < n; i++)
        digits_add(product + i, x, y[i], limbs - i);
    const char *text = digits_print(product, limbs, mem);
    arena_free(scratch);
    return text;
}
