/* SPDX-License-Identifier: Apache-2.0
 * Names of a case in the words of a report. */
#ifndef READ_MATCH_H
#define READ_MATCH_H

#include "read/read.h"

/* The length of the name if it stands in the span as whole words (letter case
 * counts only in names of capitals, so that "US" is not "us"); else 0. */
size_t match_name(const source_text *t, read_span s, const char *name);
/* The same, the last word also with the ending of a demonym or plural. */
size_t match_demonym(const source_text *t, read_span s, const char *name);
/* How many words the name has (dashes part words), if all stand in the span,
 * in any order and with any ending; else 0. Words such as "the", "plan" alone
 * are no name. */
int match_words(const source_text *t, read_span s, const char *name);
/* Where the first of the name's words stands, if all do. */
bool match_where(const source_text *t, read_span s, const char *name,
                 size_t *at);
/* Where the first of those of its words stands that are in the span: "rise" of
 * "pay-rise". */
bool match_any(const source_text *t, read_span s, const char *name, size_t *at);
/* Where an option stands that is a number: "6" and "6%" in "6 per cent", "10
 * hours" with its unit behind it. */
bool match_number(const source_text *t, read_span s, const char *option,
                  size_t *at);

#endif
