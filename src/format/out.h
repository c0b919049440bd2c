/* SPDX-License-Identifier: Apache-2.0
 * Bytes on their way to a sink, gathered in pieces. After a failed write
 * nothing more is written, so formats need not check each one. */
#ifndef FORMAT_OUT_H
#define FORMAT_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "parley.h"

typedef struct out_stream {
    parley_sink to;
    bool failed;
    size_t used;
    char waiting[8192];
} out_stream;

void out_begin(out_stream *o, parley_sink to);
void out_bytes(out_stream *o, const char *bytes, size_t size);
void out_text(out_stream *o, const char *text);
void out_repeat(out_stream *o, const char *text, size_t times);
/* Hands on what is waiting; false if any write has failed. */
bool out_end(out_stream *o);

#endif
