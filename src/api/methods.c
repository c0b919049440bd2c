/* SPDX-License-Identifier: Apache-2.0
 * Help on how something is computed. A name stands for a heading ("## plans"),
 * up to the next one of its level or above, or for a paragraph that begins
 * with it in bold ("**Face.**"). Case makes no difference. */
#include "api/methods.h"

#include <string.h>
#include <strings.h>

#include "parley.h"

static const char *next_line(const char *line) {
    line += strcspn(line, "\n");
    return *line ? line + 1 : NULL;
}

static size_t level_of(const char *line) { return strspn(line, "#"); }

/* The text is `name`, and no letter follows. */
static bool names(const char *text, const char *name) {
    size_t size = strlen(name);
    if (size == 0 || strncasecmp(text, name, size) != 0) return false;
    return strchr("\n.,:*", text[size]) != NULL;
}

static size_t section_size(const char *from) {
    size_t level = level_of(from);
    const char *line = next_line(from);
    while (line && (level_of(line) == 0 || level_of(line) > level))
        line = next_line(line);
    return line ? (size_t)(line - from) : strlen(from);
}

static size_t paragraph_size(const char *from) {
    const char *end = strstr(from, "\n\n");
    return end ? (size_t)(end - from) + 1 : strlen(from);
}

const char *parley_method(const char *name, size_t *size) {
    for (const char *l = api_methods; l; l = next_line(l)) {
        size_t level = level_of(l);
        if (level == 0 || l[level] != ' ') continue;
        if (!names(l + level + 1, name)) continue;
        *size = section_size(l);
        return l;
    }
    for (const char *l = api_methods; l; l = next_line(l)) {
        if (strncmp(l, "**", 2) != 0 || !names(l + 2, name)) continue;
        *size = paragraph_size(l);
        return l;
    }
    *size = 0;
    return NULL;
}
