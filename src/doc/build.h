/* SPDX-License-Identifier: Apache-2.0
 * What the files of this module share while a doc is built. */
#ifndef DOC_BUILD_H
#define DOC_BUILD_H

#include "doc/doc.h"

/* A block at the end of the section that is open. */
doc_block *doc_block_new(doc *to, doc_block_kind kind);
/* Its numbers rest on `ground`, or with NULL on nothing. */
doc_text *doc_text_new(arena *mem, const char *ground);
/* What holds now. */
const char *doc_ground_now(const doc *to);
void doc_text_vadd(doc_text *t, doc_tone tone, const char *format, va_list args)
    __attribute__((format(printf, 3, 0)));

#endif
