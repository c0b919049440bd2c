/* SPDX-License-Identifier: Apache-2.0
 * Lines that are too long for a page are broken behind a comma that is in no
 * quotes, and go on under what the line began with. */
#include <string.h>

#include "case/plain_int.h"

enum { LINE_MOST = 79 };

/* Bytes up to where the line may be broken, or its end. */
static size_t chunk_size(const char *text) {
    bool quoted = false;
    size_t i = 0;
    for (; text[i] && text[i] != '\n'; i++) {
        if (quoted && text[i] == '\\' && text[i + 1])
            i++;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && text[i] == ',' && text[i + 1] == ' ')
            return i + 1;
    }
    return i;
}

static size_t indentation(const char *line) {
    size_t spaces = strspn(line, " ");
    if (line[spaces] == '-') return spaces + 3;
    return line[spaces] == '{' ? spaces + 1 : spaces + 2;
}

void plain_wrap(growing_text *to, const char *text) {
    size_t inner = indentation(text), column = 0;
    while (*text) {
        size_t size = chunk_size(text);
        if (*text == '\n') {
            inner = indentation(text + 1);
            size = 1;
        } else if (column > 0 && column + size > LINE_MOST) {
            growing_text_add(to, "\n");
            for (column = 0; column < inner; column++)
                growing_text_add(to, " ");
            text++; /* the space behind the comma */
            size--;
        }
        growing_text_put(to, text, size);
        column = *text == '\n' ? 0 : column + size;
        text += size;
    }
}
