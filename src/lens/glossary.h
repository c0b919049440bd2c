/* SPDX-License-Identifier: Apache-2.0
 * What the words of a page mean, for readers who have never met a model. */
#ifndef LENS_GLOSSARY_H
#define LENS_GLOSSARY_H

#include "doc/doc.h"

/* docs/methods/words.md, which the build puts into the library. */
extern const char glossary_text[];

/* What a word means: of several ways to write it any one will do. NULL: it is
 * none of them. */
const char *glossary_meaning(const char *word, arena *mem);
/* Gives the doc all words; formats show those that its page uses. */
void glossary_add(doc *to);

#endif
