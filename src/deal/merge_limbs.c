/* SPDX-License-Identifier: Apache-2.0
 * Counts of any size, in decimal limbs of 18 digits: they are only ever added,
 * multiplied by the few outcomes of a block, and printed. */
#include <inttypes.h>
#include <string.h>

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

void merge_limbs_times(uint64_t *to, const uint64_t *from, const char *digits,
                       size_t limbs, arena *scratch) {
    uint64_t *sum = ARENA_ARRAY(scratch, uint64_t, limbs);
    for (; *digits; digits++) {
        uint64_t *next = ARENA_ARRAY(scratch, uint64_t, limbs);
        merge_limbs_add(next, sum, 10, limbs);
        merge_limbs_add(next, from, (uint64_t)(*digits - '0'), limbs);
        sum = next;
    }
    memcpy(to, sum, limbs * sizeof *to);
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
        digits +=
            blocks->items[k].outcomes ? strlen(blocks->items[k].outcomes) : 19;
    return digits / 18 + 1;
}
