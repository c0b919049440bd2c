/* SPDX-License-Identifier: Apache-2.0
 * What the files that split a paragraph share. */
#ifndef READ_TEXT_INT_H
#define READ_TEXT_INT_H

#include "read/text.h"

void token_scan(read_paragraph *p, const lexicon *lex, arena *mem);
/* A quotation mark, dash or blank of more than one byte. */
bool char_is_mark(const unsigned char *b, size_t size);

#endif
