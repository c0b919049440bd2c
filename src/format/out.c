/* SPDX-License-Identifier: Apache-2.0
 * A sink may be a pipe or a socket: many small writes would be slow. */
#include "format/out.h"

#include <string.h>

void out_begin(out_stream *o, parley_sink to) {
    o->to = to;
    o->failed = false;
    o->used = 0;
}

static void hand_on(out_stream *o, const char *bytes, size_t size) {
    if (!o->failed && size > 0)
        o->failed = !o->to.write(o->to.self, bytes, size);
}

bool out_end(out_stream *o) {
    hand_on(o, o->waiting, o->used);
    o->used = 0;
    return !o->failed;
}

void out_bytes(out_stream *o, const char *bytes, size_t size) {
    if (size > sizeof o->waiting - o->used) (void)out_end(o);
    if (size > sizeof o->waiting) {
        hand_on(o, bytes, size);
        return;
    }
    if (size > 0) memcpy(o->waiting + o->used, bytes, size);
    o->used += size;
}

void out_text(out_stream *o, const char *text) {
    out_bytes(o, text, strlen(text));
}

void out_repeat(out_stream *o, const char *text, size_t times) {
    for (size_t i = 0; i < times; i++)
        out_text(o, text);
}
