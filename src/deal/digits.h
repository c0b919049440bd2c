/* SPDX-License-Identifier: Apache-2.0
 * Counts of any size: text of decimal digits, or, where many of one length are
 * added up, limbs of 18 digits, the lowest first. */
#ifndef DEAL_DIGITS_H
#define DEAL_DIGITS_H

#include "base/arena.h"

const char *digits_sum(const char *a, const char *b, arena *mem);
const char *digits_product(const char *a, const char *b, arena *mem);

#define DIGITS_LIMB UINT64_C(1000000000000000000)
/* to += from * factor; to long enough. */
void digits_add(uint64_t *to, const uint64_t *from, uint64_t factor,
                size_t limbs);
const char *digits_print(const uint64_t *of, size_t limbs, arena *mem);

#endif
