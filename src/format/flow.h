/* SPDX-License-Identifier: Apache-2.0
 * Text broken into lines by display width, for terminals. */
#ifndef FORMAT_FLOW_H
#define FORMAT_FLOW_H

#include "doc/doc.h"
#include "format/out.h"

/* A piece of a line: no break inside, one tone. */
typedef struct flow_atom {
    const char *bytes;
    size_t size, width;
    doc_tone tone;
    bool spaced; /* a space, and so a possible break, before it */
} flow_atom;

typedef struct flow_line {
    const flow_atom *atoms;
    size_t count, width;
} flow_line;

typedef struct flow {
    flow_atom *atoms;
    size_t atom_count, room;
    size_t natural; /* width when nothing is broken */
    size_t longest; /* width of the longest word */
    size_t piece;   /* the same where words may be cut after hyphens */
    flow_line *lines;
    size_t line_count;
} flow;

/* t may be NULL: an empty text. Control characters show as U+FFFD, line ends
 * and tabs as spaces. */
flow *flow_of(const doc_text *t, arena *mem);
flow *flow_of_words(const char *words, doc_tone tone, arena *mem);
/* Breaks at spaces; words wider than a line after a hyphen, or else anywhere.
 * Lines after the first have `indent` columns less. */
void flow_wrap(flow *f, size_t width, size_t indent, arena *mem);
void flow_print(out_stream *to, const flow_line *line, bool colour);

/* `text` with control characters replaced: a case must not steer the terminal.
 */
const char *flow_clean(const char *text, arena *mem);

void flow_tone_begin(out_stream *to, doc_tone tone, bool colour);
void flow_tone_end(out_stream *to, doc_tone tone, bool colour);

#endif
