/* SPDX-License-Identifier: Apache-2.0
 * Texts of whole numbers, and sets that give each text a number. */
#ifndef DEAL_WORDS_H
#define DEAL_WORDS_H

#include "base/arena.h"

#include <stdint.h>

typedef struct words {
    uintptr_t *items;
    size_t count, room;
    arena *mem;
} words;

void words_add(words *to, uintptr_t word);

typedef struct word_set {
    words all;     /* the texts, one after the other */
    size_t *begin; /* where each begins; count + 1 of them */
    size_t count, room;
    uint32_t *table; /* numbers, UINT32_MAX where free */
    size_t table_size;
    arena *mem;
} word_set;

word_set word_set_new(arena *mem);
/* The text's number: numbers count from 0 in the order of first coming. */
uint32_t word_set_add(word_set *s, const words *text);

#endif
