/* SPDX-License-Identifier: Apache-2.0
 * Ids from names: small letters and digits, hyphens for all else, no
 * apostrophes, letters beyond ASCII as they are. */
#include <string.h>

#include "base/text.h"
#include "case/save_int.h"

static bool is_name_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

/* "United Kingdom" becomes "united-kingdom". */
static char *slug(const char *name, const char *fallback, arena *mem) {
    char *id = arena_get(mem, strlen(name) + 1);
    size_t size = 0;
    for (; *name; name++) {
        char c = *name;
        if (c >= 'A' && c <= 'Z') c = (char)(c - 'A' + 'a');
        if (c == '\'') continue;
        if (is_name_byte(c))
            id[size++] = c;
        else if (size > 0 && id[size - 1] != '-')
            id[size++] = '-';
    }
    while (size > 0 && id[size - 1] == '-')
        id[--size] = '\0';
    return size > 0 ? id : arena_copy(mem, fallback);
}

static bool is_taken(const char *id, const char *const *ids, int count) {
    for (int i = 0; i < count; i++)
        if (text_same(ids[i], id)) return true;
    return false;
}

const char *case_new_id(const char *name, const char *fallback,
                        const char *const *ids, int count, arena *mem) {
    const char *first = slug(name, fallback, mem);
    const char *id = first;
    for (int i = 2; is_taken(id, ids, count); i++)
        id = arena_format(mem, "%s-%d", first, i);
    return id;
}
