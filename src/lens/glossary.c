/* SPDX-License-Identifier: Apache-2.0
 * The words of a page, read from the page that `parley help words` prints. A
 * paragraph that begins in bold explains what stands there, commas between the
 * ways it is written: "**Gains, gain.** What a proposal ...". */
#include "lens/glossary.h"

#include <string.h>

enum { WAYS_MOST = 8 };

/* "Gains, gain" as a list that ends with NULL. */
static const char *const *list_ways(const char *text, size_t size, arena *mem) {
    const char **ways = ARENA_ARRAY(mem, const char *, WAYS_MOST + 1);
    const char *end = text + size;
    for (int i = 0; text < end && i < WAYS_MOST; i++) {
        const char *comma = memchr(text, ',', (size_t)(end - text));
        const char *stop = comma ? comma : end;
        ways[i] = arena_text(mem, text, (size_t)(stop - text));
        text = stop;
        while (text < end && (*text == ',' || *text == ' '))
            text++;
    }
    return ways;
}

/* Lines of a paragraph become one. */
static const char *unwrapped(const char *text, size_t size, arena *mem) {
    char *line = arena_text(mem, text, size);
    for (char *at = line; *at; at++)
        if (*at == '\n') *at = ' ';
    return line;
}

void glossary_add(doc *to) {
    static const char bold[] = "\n\n**", closed[] = ".** ";
    arena *mem = doc_arena(to);
    for (const char *at = strstr(glossary_text, bold); at; at = strstr(at, bold)) {
        const char *ways = at + strlen(bold);
        const char *stop = strstr(ways, closed);
        if (!stop) return;
        const char *text = stop + strlen(closed);
        const char *end = strstr(text, "\n\n");
        size_t size = end ? (size_t)(end - text) : strlen(text);
        doc_add_word(to, (doc_word){list_ways(ways, (size_t)(stop - ways), mem),
                                    unwrapped(text, size, mem), NULL});
        at = text;
    }
}
