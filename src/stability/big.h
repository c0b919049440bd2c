/* SPDX-License-Identifier: Apache-2.0
 * Whole numbers too large for 64 bits, for counts. */
#ifndef STABILITY_BIG_H
#define STABILITY_BIG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* `limbs` 32-bit digits, lowest first; sizes are the caller's business: sums
 * and products must fit. */
void stability_big_add(uint32_t *to, const uint32_t *more, size_t limbs);
void stability_big_times(uint32_t *to, uint32_t factor, size_t limbs);
double stability_big_double(const uint32_t *x, size_t limbs);
/* Decimal digits; x becomes 0. */
const char *stability_big_print(uint32_t *x, size_t limbs, arena *mem);

#endif
