/* SPDX-License-Identifier: Apache-2.0
 * Words that take a side, with what may stand instead. */
#ifndef CASE_LOAD_WORDS_LIST_H
#define CASE_LOAD_WORDS_LIST_H

#include <stddef.h>

typedef struct loaded_word {
    const char *word, *instead; /* the word in lower case */
} loaded_word;

extern const loaded_word loaded_words[];
extern const size_t loaded_word_count;

#endif
