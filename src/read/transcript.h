/* SPDX-License-Identifier: Apache-2.0
 * Speech without quotation marks: transcripts, and signed quotations. */
#ifndef READ_TRANSCRIPT_H
#define READ_TRANSCRIPT_H

#include "read/driver.h"

/* The paragraph that u begins is somebody's answer in a transcript. */
bool transcript_begins(reader *r, const read_unit *u, read_range *who,
                       read_range *said);
/* The paragraph is an interviewer's, by its label, which u then begins behind.
 */
bool transcript_asks(const reader *r, read_unit *u);
/* Is the paragraph the reporter's, and put to somebody: a question, "you"? */
bool transcript_addressed(const read_paragraph *p, const lexicon *lex);
/* Is the paragraph, which nobody's name or mark opens, an answer in an
 * interview that is printed without either? */
bool transcript_answers(const reader *r, const read_unit *u);
/* The paragraph after this one is a signature. */
bool transcript_signed(const reader *r);
/* Who signs, if u is a signature; else empty. */
read_range transcript_signature(const read_unit *u);

#endif
