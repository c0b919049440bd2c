/* SPDX-License-Identifier: Apache-2.0
 * Counts of any size, in decimal limbs of 18 digits: they are only ever added,
 * multiplied by the few outcomes of a block, and printed. */
#include <inttypes.h>

#include "deal/merge_int.h"

__extension__ typedef unsigned __int128 wide;

void merge_limbs_add(uint64_t *to, const uint64_t *from, uint64_t factor,
                     size_t limbs) {
    wide carry = 0;
    for (size_t i = 0; i < limbs; i++) {
        carry += (wide)from[i] * factor + to[i];
        to[i] = (uint64_t)(carry % MERGE_LIMB);
        carry /= MERGE_LIMB;
    }
}

char *merge_limbs_print(const uint64_t *of, size_t limbs, arena *mem) {
    while (limbs > 1 && of[limbs - 1] == 0)
        limbs--;
    char *text = arena_format(mem, "%" PRIu64, of[--limbs]);
    while (limbs > 0)
        text = arena_format(mem, "%s%018" PRIu64, text, of[--limbs]);
    return text;
}

size_t merge_limbs_needed(const deal_blocks *blocks) {
    size_t digits = 1;
    for (int k = 0; k < blocks->count; k++)
        for (uint64_t n = blocks->items[k].outcome_count; n > 0; n /= 10)
            digits++;
    return digits / 18 + 1;
}
