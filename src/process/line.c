/* SPDX-License-Identifier: Apache-2.0
 *
 * JSON, as far as a log needs it: an object whose members are texts, numbers,
 * true, false, lists of texts, or an object that is handed on as it stands
 * (an entry of the record, which the loader of cases reads). The loader's own
 * reader would do, but a log of a hundred thousand lines is read for every
 * look, and this one is some twenty times faster.
 *
 * Edge cases. null counts as not given. A key twice, a nested list, a control
 * character in a text, bytes that are not UTF-8, an escaped zero character or
 * half a surrogate pair are problems. Only brackets and quotes of a nested
 * object are looked at here.
 */
#include "process/line.h"

#include <string.h>

#include "base/text.h"
#include "case/json_text.h"

typedef struct reader {
    char *bytes; /* a copy, in which texts are ended where they stand */
    size_t size, at;
    line_object *to;
    arena *mem;
} reader;

static bool fail(reader *r, const char *problem) {
    if (!r->to->problem) {
        r->to->problem = problem;
        r->to->at = r->at;
    }
    return false;
}

static char look(const reader *r) {
    if (r->at >= r->size) return '\0';
    return r->bytes[r->at];
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void skip_blanks(reader *r) {
    while (r->at < r->size && is_blank(r->bytes[r->at]))
        r->at++;
}

static bool take(reader *r, char wanted) {
    skip_blanks(r);
    if (look(r) != wanted) return false;
    r->at++;
    return true;
}

/* --- Texts --- */

/* Behind the opening quote; most texts are plain. */
static bool read_text(reader *r, const char **out) {
    char *to = r->bytes + r->at;
    size_t left = r->size - r->at, end = json_text_plain(to, left), at;
    *out = to;
    if (end == left || to[end] != '"') {
        end = json_text_end(to, left);
        if (end == left) return fail(r, "a text has no end");
        const char *problem = json_text_read(to, end, &at);
        if (problem) {
            r->at += at;
            return fail(r, problem);
        }
    } else {
        to[end] = '\0';
    }
    r->at += end + 1;
    return true;
}

/* A number, true or false as it is written; null: no text. */
static bool read_bare(reader *r, const char **out) {
    size_t begin = r->at;
    while (r->at < r->size &&
           strchr("+-.0123456789abcdefghijklmnopqrstuvwxyzE", r->bytes[r->at]))
        r->at++;
    if (r->at == begin) return fail(r, "a value is missing");
    *out = arena_text(r->mem, r->bytes + begin, r->at - begin);
    char first = **out;
    if (text_same(*out, "null")) {
        *out = NULL;
        return true;
    }
    bool word = text_same(*out, "true") || text_same(*out, "false");
    if (word || first == '-' || (first >= '0' && first <= '9')) return true;
    return fail(r, "a text needs quotes");
}

/* --- Values --- */

static bool read_items(reader *r, line_field *f) {
    const char *items[LINE_ITEMS_MOST] = {NULL};
    f->shape = LINE_LIST;
    if (!take(r, ']')) {
        do {
            skip_blanks(r);
            if (f->count == LINE_ITEMS_MOST)
                return fail(r, "a list has too many items");
            if (!take(r, '"')) return fail(r, "a list holds texts alone");
            if (!read_text(r, &items[f->count++])) return false;
        } while (take(r, ','));
        if (!take(r, ']')) return fail(r, "a list has no end");
    }
    const char **copy = ARENA_ARRAY(r->mem, const char *, f->count + 1);
    memcpy(copy, items, f->count * sizeof *copy);
    f->items = copy;
    return true;
}

/* From its first brace to the one that closes it. */
static bool read_object(reader *r, line_field *f) {
    size_t begin = r->at;
    int depth = 0;
    f->shape = LINE_OBJECT;
    for (; r->at < r->size; r->at++) {
        char c = r->bytes[r->at];
        if (c == '"') {
            r->at++;
            r->at += json_text_end(r->bytes + r->at, r->size - r->at);
            if (r->at == r->size) return fail(r, "a text has no end");
        }
        if (c == '{' || c == '[') depth++;
        if ((c == '}' || c == ']') && --depth == 0) {
            r->at++;
            f->text = arena_text(r->mem, r->bytes + begin, r->at - begin);
            return true;
        }
    }
    return fail(r, "an object has no end");
}

static bool read_value(reader *r, line_field *f) {
    skip_blanks(r);
    switch (look(r)) {
    case '"':
        r->at++;
        return read_text(r, &f->text);
    case '[':
        r->at++;
        return read_items(r, f);
    case '{':
        return read_object(r, f);
    default:
        return read_bare(r, &f->text);
    }
}

static bool read_member(reader *r) {
    line_object *o = r->to;
    line_field f = {.key = NULL};
    if (!take(r, '"')) return fail(r, "a key needs quotes");
    if (!read_text(r, &f.key)) return false;
    if (line_find(o, f.key)) return fail(r, "a key stands there twice");
    if (!take(r, ':')) return fail(r, "a colon is missing");
    if (!read_value(r, &f)) return false;
    if (f.shape == LINE_TEXT && !f.text) return true;
    if (o->count == LINE_KEYS_MOST) return fail(r, "too many keys");
    o->fields[o->count++] = f;
    return true;
}

bool line_read(line_object *out, const char *bytes, size_t size, arena *mem) {
    out->count = 0;
    out->problem = NULL;
    out->at = 0;
    reader r = {arena_text(mem, bytes, size), size, 0, out, mem};
    if (!take(&r, '{')) return fail(&r, "a line is an object in braces");
    if (!take(&r, '}')) {
        do {
            if (!read_member(&r)) return false;
        } while (take(&r, ','));
        if (!take(&r, '}')) return fail(&r, "the object has no end");
    }
    skip_blanks(&r);
    return r.at == size || fail(&r, "something follows the object");
}

const line_field *line_find(const line_object *o, const char *key) {
    for (size_t i = 0; i < o->count; i++)
        if (*o->fields[i].key == *key && strcmp(o->fields[i].key, key) == 0)
            return &o->fields[i];
    return NULL;
}
