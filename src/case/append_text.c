/* SPDX-License-Identifier: Apache-2.0
 * Lines and spaces around the places where something is added, and copies of
 * what was typed, moved to another column. */
#include <string.h>

#include "case/append_int.h"

/* --- Lines --- */

size_t append_line_begin(const source_text *text, size_t at) {
    while (at > 0 && text->bytes[at - 1] != '\n')
        at--;
    return at;
}

size_t append_line_end(const source_text *text, size_t at) {
    while (at < text->size && text->bytes[at] != '\n')
        at++;
    if (at > 0 && at < text->size && text->bytes[at - 1] == '\r') at--;
    return at;
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

size_t append_skip_blanks(const source_text *text, size_t at) {
    while (at < text->size && is_blank(text->bytes[at]))
        at++;
    return at;
}

bool append_ends_line(const source_text *text, size_t at) {
    at = append_skip_blanks(text, at);
    return at == append_line_end(text, at) || text->bytes[at] == '#';
}

const char *append_indentation(const source_text *text, size_t at, arena *mem) {
    size_t begin = append_line_begin(text, at);
    if (append_skip_blanks(text, begin) < at) return NULL;
    return arena_text(mem, text->bytes + begin, at - begin);
}

bool append_is_empty(const node *n) {
    if (n->kind == NODE_TEXT) return n->text[0] == '\0' && !n->quoted;
    return n->count == 0;
}

void append_moved(appending *a, growing_text *b, size_t begin, size_t end,
                  const char *prefix) {
    const char *bytes = a->fragment->bytes;
    size_t column = begin - append_line_begin(a->fragment, begin);
    while (begin < end) {
        size_t stop = append_line_end(a->fragment, begin);
        if (stop > end) stop = end;
        growing_text_put(b, bytes + begin, stop - begin);
        if (stop == end) return;
        growing_text_add(b, a->newline);
        begin = stop + (bytes[stop] == '\r' ? 2 : 1);
        for (size_t i = 0; i < column && begin < end && bytes[begin] == ' ';
             i++)
            begin++;
        if (begin < append_line_end(a->fragment, begin))
            growing_text_add(b, prefix);
    }
}

void append_put(appending *a, size_t at, size_t removed, const char *added) {
    a->splices[a->splice_count++] = (append_splice){at, removed, added};
}
