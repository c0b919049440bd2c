/* SPDX-License-Identifier: Apache-2.0
 * Is a text English? */
#ifndef READ_ENGLISH_H
#define READ_ENGLISH_H

#include "read/lexicon.h"

/* By its small words: in English text more than a quarter of all words are
 * "the", "of", "said" and their like; in no other language a tenth are. False
 * only where there are enough words to tell. */
bool english_text(const source_text *text, const lexicon *lex, arena *mem);

#endif
