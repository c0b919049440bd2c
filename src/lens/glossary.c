/* SPDX-License-Identifier: Apache-2.0
 * The words of a page, read from the page that `parley help words` prints. A
 * paragraph that begins in bold explains what stands there, commas between the
 * ways it is written: "**Gains, gain.** What a proposal ...". */
#include "lens/glossary.h"

#include <string.h>

#include "base/text.h"

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

/* The next word from `at` on, and where to go on from; NULL: that was all. */
static const char *next_word(const char *at, doc_word *word, arena *mem) {
    static const char bold[] = "\n\n**", closed[] = ".** ";
    at = strstr(at, bold);
    const char *ways = at ? at + strlen(bold) : NULL;
    const char *stop = ways ? strstr(ways, closed) : NULL;
    if (!stop) return NULL;
    const char *text = stop + strlen(closed);
    const char *end = strstr(text, "\n\n");
    size_t size = end ? (size_t)(end - text) : strlen(text);
    *word = (doc_word){list_ways(ways, (size_t)(stop - ways), mem),
                       unwrapped(text, size, mem), NULL};
    return text;
}

const char *glossary_meaning(const char *word, arena *mem) {
    doc_word one;
    for (const char *at = glossary_text; (at = next_word(at, &one, mem));)
        for (int i = 0; one.written[i]; i++)
            if (text_same(one.written[i], word)) return one.meaning;
    return NULL;
}

void glossary_add(doc *to) {
    doc_word one;
    for (const char *at = glossary_text;
         (at = next_word(at, &one, doc_arena(to)));)
        doc_add_word(to, one);
}
