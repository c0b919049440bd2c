/* SPDX-License-Identifier: Apache-2.0
 * Names in the lines of the lexicon. */
#ifndef READ_LEXICON_NAMES_H
#define READ_LEXICON_NAMES_H

#include "read/lexicon.h"

typedef struct named {
    const char *name; /* NULL: the last */
    unsigned value;
} named;

extern const named lexicon_tags[], lexicon_forms[], lexicon_classes[],
    lexicon_moods[], lexicon_frames[], lexicon_nouns[];

/* The entry of a name, or NULL. */
const named *lexicon_named(const named *list, const char *name);

#endif
