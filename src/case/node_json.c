/* SPDX-License-Identifier: Apache-2.0
 *
 * The tree of a text that is JSON, without libyaml.
 *
 * A log of the talks puts thousands of entries into the record, all of them
 * JSON, and reading them as YAML takes most of the time of a look. This reader
 * takes a JSON object (RFC 8259) and nothing else, makes the tree that libyaml
 * would make of it, places included, and says nothing: what it doesn't take is
 * read by libyaml, which has the words for what is wrong.
 *
 * Edge cases that are left to libyaml: keys that come twice, are long, or have
 * their colon on another line; characters that it refuses, or takes for the
 * end of a line (U+0085, U+2028, U+2029); an object that is deeper or larger
 * than a tree may be; anything but spaces and line breaks behind the object.
 */
#include <string.h>

#include "base/text.h"
#include "case/json_text.h"
#include "case/node_int.h"

enum { KEY_LONGEST = 1000 }; /* of libyaml's simple keys: 1024 */

typedef struct scan {
    node_builder b;
    const char *bytes;
    size_t size, at;
} scan;

static const node *read_value(scan *s, int depth);

static char look(const scan *s) {
    if (s->at == s->size) return '\0';
    return s->bytes[s->at];
}

static bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static void skip_blanks(scan *s) {
    while (is_blank(look(s)))
        s->at++;
}

static bool take(scan *s, char wanted) {
    skip_blanks(s);
    if (look(s) != wanted) return false;
    s->at++;
    return true;
}

static span span_from(const scan *s, size_t begin) {
    return (span){s->b.text, begin, s->at};
}

/* --- Texts --- */

/* libyaml refuses the first, and folds the lines that the others end. */
static bool is_taken(const char *text, size_t size) {
    if (node_find_control(text, size) < size) return false;
    for (size_t at = 0; at < size;) {
        uint32_t ch;
        at += text_decode(text + at, size - at, &ch);
        if (ch == 0x85 || ch == 0x2028 || ch == 0x2029 || ch == 0xfeff)
            return false;
    }
    return true;
}

/* Behind the opening quote: the text, or NULL. */
static const char *read_text(scan *s) {
    const char *from = s->bytes + s->at;
    size_t left = s->size - s->at, at;
    size_t plain = json_text_plain(from, left);
    size_t end = plain + json_text_end(from + plain, left - plain);
    if (end == left) return NULL;
    char *text = arena_text(s->b.mem, from, end);
    s->at += end + 1;
    if (plain == end) return text;
    if (json_text_read(text, end, &at)) return NULL;
    return is_taken(text, strlen(text)) ? text : NULL;
}

static const node *text_node(scan *s, size_t begin, const char *text,
                             bool quoted) {
    if (!text) return NULL;
    node *n = node_new(&s->b, NODE_TEXT, span_from(s, begin));
    n->text = text;
    n->quoted = quoted;
    return n;
}

static const node *read_quoted(scan *s) {
    size_t begin = s->at++;
    return text_node(s, begin, read_text(s), true);
}

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

/* -1.5e-3, as RFC 8259 section 6 has it, all of it. */
static bool is_number(const char *word) {
    const char *at = word + (*word == '-');
    size_t whole = strspn(at, "0123456789");
    if (whole == 0 || (whole > 1 && *at == '0')) return false;
    at += whole;
    if (*at == '.') {
        at++;
        if (!is_digit(*at)) return false;
        at += strspn(at, "0123456789");
    }
    if (*at == 'e' || *at == 'E') {
        at++;
        at += *at == '+' || *at == '-';
        if (!is_digit(*at)) return false;
        at += strspn(at, "0123456789");
    }
    return *at == '\0';
}

/* A number, true, false or null. */
static const node *read_bare(scan *s) {
    size_t begin = s->at;
    while (s->at < s->size && s->bytes[s->at] &&
           strchr("+-.0123456789aefnlrstuE", s->bytes[s->at]))
        s->at++;
    const char *word = arena_text(s->b.mem, s->bytes + begin, s->at - begin);
    bool known = text_same(word, "true") || text_same(word, "false") ||
                 text_same(word, "null") || is_number(word);
    return known ? text_node(s, begin, word, false) : NULL;
}

/* --- Lists and objects --- */

static bool read_items(scan *s, int depth) {
    if (take(s, ']')) return true;
    do {
        const node *item = read_value(s, depth);
        if (!item) return false;
        node_put(&s->b, (node_entry){NULL, SPAN_NONE, item});
    } while (take(s, ','));
    return take(s, ']');
}

static bool read_member(scan *s, int depth) {
    skip_blanks(s);
    if (look(s) != '"') return false;
    const node *key = read_quoted(s);
    if (!key || s->at - key->at.begin > KEY_LONGEST) return false;
    while (look(s) == ' ')
        s->at++;
    if (look(s) != ':') return false;
    s->at++;
    s->b.parts++;
    const node *value = read_value(s, depth);
    if (value) node_put(&s->b, (node_entry){key->text, key->at, value});
    return value != NULL;
}

static bool read_members(scan *s, int depth) {
    if (take(s, '}')) return true;
    do {
        if (!read_member(s, depth)) return false;
    } while (take(s, ','));
    return take(s, '}');
}

static const node *read_collection(scan *s, node_kind kind, int depth) {
    size_t begin = s->at++, base = s->b.count;
    if (depth == NODE_DEEPEST) return NULL;
    bool ok = kind == NODE_MAP ? read_members(s, depth + 1)
                               : read_items(s, depth + 1);
    if (!ok) return NULL;
    node *n = node_new(&s->b, kind, span_from(s, begin));
    n->flow = true;
    node_take(&s->b, n, base);
    if (kind == NODE_MAP) node_check_keys(&s->b, n);
    return n;
}

static const node *read_value(scan *s, int depth) {
    if (s->b.parts++ == NODE_PARTS_MOST) return NULL;
    skip_blanks(s);
    if (look(s) == '"') return read_quoted(s);
    if (look(s) == '{') return read_collection(s, NODE_MAP, depth);
    if (look(s) == '[') return read_collection(s, NODE_LIST, depth);
    return read_bare(s);
}

/* A tab there libyaml doesn't take. */
static bool is_over(const scan *s) {
    for (size_t i = s->at; i < s->size; i++)
        if (s->bytes[i] != ' ' && s->bytes[i] != '\n') return false;
    return true;
}

const node *node_read_json(const source_text *text, arena *mem) {
    if (text->size == 0 || text->bytes[0] != '{') return NULL;
    arena *scratch = arena_child(mem);
    scan s = {.b = {.text = text,
                    .mem = mem,
                    .scratch = scratch,
                    .d = diag_private(scratch)},
              .bytes = text->bytes,
              .size = text->size};
    const node *root = read_value(&s, 0);
    if (!root || !is_over(&s) || diag_error_count(s.b.d) > 0) root = NULL;
    arena_free(scratch);
    return root;
}
