/* SPDX-License-Identifier: Apache-2.0
 * Pieces of a line that a person typed: spans of its text, cut at marks and
 * words. A word is letters and digits; capitals, hyphens and apostrophes make
 * no difference. */
#ifndef CASE_PHRASE_H
#define CASE_PHRASE_H

#include <stdbool.h>

#include "base/source.h"

enum { PHRASE_WORD = 64 }; /* longer words are cut */

span phrase_of(const source_text *line);
bool phrase_is_empty(span p);
/* Without space around it. */
span phrase_trim(span p);
char *phrase_text(span p, arena *mem);

/* The words one after the other, in small letters; false after the last. */
bool phrase_word(span *rest, char word[PHRASE_WORD]);
/* The same, and where it stands. */
bool phrase_word_at(span *rest, char word[PHRASE_WORD], span *at);

/* Takes what stands before the next `mark` (or all that is left) away from the
 * front; false if nothing is left. */
bool phrase_part(span *rest, char mark, span *part);
/* What stands before and behind the first word that is this one, or the last;
 * false, and nothing written, where there is none. */
bool phrase_split(span p, const char *word, span *before, span *behind);
bool phrase_split_last(span p, const char *word, span *before, span *behind);
/* Takes this word away from the front; false if another stands there. */
bool phrase_take(span *p, const char *word);

#endif
