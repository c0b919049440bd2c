/* SPDX-License-Identifier: Apache-2.0
 * Sums, products with small numbers and decimal digits of large whole
 * numbers; schoolbook arithmetic on 32-bit digits. */
#include "stability/big.h"

#include <math.h>

void stability_big_add(uint32_t *to, const uint32_t *more, size_t limbs) {
    uint64_t carry = 0;
    for (size_t k = 0; k < limbs; k++) {
        carry += (uint64_t)to[k] + more[k];
        to[k] = (uint32_t)carry;
        carry >>= 32;
    }
}

void stability_big_times(uint32_t *to, uint32_t factor, size_t limbs) {
    uint64_t carry = 0;
    for (size_t k = 0; k < limbs; k++) {
        carry += (uint64_t)to[k] * factor;
        to[k] = (uint32_t)carry;
        carry >>= 32;
    }
}

double stability_big_double(const uint32_t *x, size_t limbs) {
    double sum = 0;
    for (size_t k = limbs; k-- > 0;)
        sum = ldexp(sum, 32) + x[k];
    return sum;
}

static uint32_t divide(uint32_t *x, uint32_t by, size_t limbs) {
    uint64_t rest = 0;
    for (size_t k = limbs; k-- > 0;) {
        rest = rest << 32 | x[k];
        x[k] = (uint32_t)(rest / by);
        rest %= by;
    }
    return (uint32_t)rest;
}

const char *stability_big_print(uint32_t *x, size_t limbs, arena *mem) {
    size_t room = limbs * 10 + 1, at = room;
    char *text = arena_get(mem, room + 1);
    bool more = true;
    while (more) {
        text[--at] = (char)('0' + divide(x, 10, limbs));
        more = false;
        for (size_t k = 0; k < limbs; k++)
            more |= x[k] != 0;
    }
    return text + at;
}
