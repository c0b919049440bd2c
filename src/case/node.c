/* SPDX-License-Identifier: Apache-2.0
 *
 * What does a YAML or JSON text say, and where does each part of it stand?
 *
 * libyaml reads the text; its events become a tree of texts, lists and maps.
 * YAML's types are never applied: `no`, `1` and `null` are names until a
 * reader of the tree asks for something else. JSON is read as the subset of
 * YAML that it is.
 *
 * Places. libyaml's marks count characters, ours count bytes; a cursor walks
 * from mark to mark, so that a file of one long line costs no more than one of
 * many. A block list or map ends where its last element ends: libyaml reports
 * the next token there, which may stand lines below.
 *
 * Edge cases. What would make one place mean two things (anchors, aliases,
 * tags, a second document) is refused, and so are keys that come twice, which
 * libyaml lets pass. A syntax error ends
 * libyaml's reading: nothing that stands below it is known, and the message
 * says so. The number of parts and the depth are limited, which bounds the
 * memory and the stack of everything that walks the tree.
 */
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "base/text.h"
#include "case/node_int.h"

enum {
    DEEPEST = 100,
    PARTS_MOST = 1000000, /* keys and values */
    FEW_KEYS = 8,         /* up to here comparing all pairs is cheaper */
    HINTS_MOST = 100,     /* more than are kept */
};

/* Children of the collections that are still open, all on one pile. */
typedef struct pile {
    node_entry *entries; /* of a list: without a key */
    size_t count, room;
} pile;

typedef struct reading {
    yaml_parser_t parser;
    yaml_event_t event;
    const source_text *text;
    node_input in;
    size_t index, offset; /* the cursor: so many characters, so many bytes */
    pile open;
    size_t parts, twice; /* nodes and keys; keys that came again */
    arena *mem, *scratch;
    parley_diags *d;
} reading;

static const node *read_node(reading *r, int depth);

/* --- The reading --- */

static void drop_reading(void *subject) {
    reading *r = subject;
    yaml_event_delete(&r->event);
    yaml_parser_delete(&r->parser);
}

static reading *start(const source_text *text, arena *mem, parley_diags *d) {
    arena *scratch = arena_child(mem);
    reading *r = ARENA_NEW(scratch, reading);
    /* first, since this may leave; deleting a zeroed parser does nothing */
    arena_defer(scratch, drop_reading, r);
    if (!yaml_parser_initialize(&r->parser)) guard_leave(arena_guard(mem));
    r->text = text;
    r->mem = mem;
    r->scratch = scratch;
    r->d = d;
    return r;
}

static bool give_input(reading *r) {
    if (!node_input_make(&r->in, r->text, r->scratch, r->d)) return false;
    yaml_parser_set_encoding(&r->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r->parser, (const unsigned char *)r->in.bytes,
                                 r->in.size);
    return true;
}

/* --- Places --- */

static bool continues(char byte) {
    return ((unsigned char)byte & 0xc0) == 0x80;
}

/* The byte at which the character with this number stands. */
static size_t offset_of(reading *r, yaml_mark_t mark) {
    const char *bytes = r->in.bytes;
    while (r->index < mark.index && r->offset < r->in.size) {
        r->offset++;
        while (r->offset < r->in.size && continues(bytes[r->offset]))
            r->offset++;
        r->index++;
    }
    while (r->index > mark.index) {
        r->offset--;
        while (continues(bytes[r->offset]))
            r->offset--;
        r->index--;
    }
    return node_input_offset(&r->in, r->offset);
}

static span event_span(reading *r) {
    size_t begin = offset_of(r, r->event.start_mark);
    size_t end = offset_of(r, r->event.end_mark);
    return (span){r->text, begin, end};
}

/* A block scalar's last mark stands behind the empty lines that follow. */
static span without_space(span at) {
    const char *bytes = at.text->bytes;
    while (at.end > at.begin && strchr(" \t\r\n", bytes[at.end - 1]))
        at.end--;
    return at;
}

/* --- Events --- */

static const char *advice(const char *problem, char found) {
    if (strstr(problem, "cannot start any token"))
        return found == '\t' ? "indent with spaces, not with tabs"
                             : "put quotes around a text that begins so";
    if (strstr(problem, "mapping values are not allowed"))
        return "a text that holds a colon and a space needs quotes; lines of "
               "one map start at the same column";
    if (strstr(problem, "',' or"))
        return "inside [ ] and { } a text that holds , [ ] { or } needs "
               "quotes";
    if (strstr(problem, "escape"))
        return "in double quotes a backslash is written twice";
    return NULL;
}

static bool report_syntax(reading *r) {
    yaml_parser_t *p = &r->parser;
    if (p->error == YAML_MEMORY_ERROR) guard_leave(arena_guard(r->mem));
    const char *problem = p->problem ? p->problem : "not YAML";
    size_t begin = offset_of(r, p->problem_mark);
    bool inside = begin < r->text->size;
    span at = {r->text, begin, begin + (inside ? 1 : 0)};
    diag_error(r->d, at, "yaml/syntax",
               "%s%s%s; the reading stopped here, and what stands below was "
               "not checked",
               p->context ? p->context : "", p->context ? ": " : "", problem);
    const char *hint = advice(problem, r->text->bytes[begin]);
    if (hint) diag_hint(r->d, "%s", hint);
    return false;
}

/* The next event; false when the reading has to stop. */
static bool next(reading *r) {
    yaml_event_delete(&r->event);
    if (!yaml_parser_parse(&r->parser, &r->event)) return report_syntax(r);
    return true;
}

static bool skip(reading *r, int events) {
    for (int i = 0; i < events; i++)
        if (!next(r)) return false;
    return true;
}

static bool count_part(reading *r) {
    if (r->parts++ < PARTS_MOST) return true;
    return diag_limit(r->d, event_span(r), "yaml/too-many",
                      "more than %d keys and values", PARTS_MOST);
}

/* --- The tree --- */

static void refuse_properties(reading *r, span at, const yaml_char_t *anchor,
                              const yaml_char_t *tag) {
    if (anchor) {
        diag_error(r->d, at, "yaml/anchor", "anchor \"&%s\" is not allowed",
                   (const char *)anchor);
        diag_hint(r->d, "write out what it stands for at each place");
    }
    if (tag)
        diag_error(r->d, at, "yaml/tag", "tag \"%s\" is not allowed",
                   (const char *)tag);
}

static node *new_node(reading *r, node_kind kind, span at) {
    node *n = ARENA_NEW(r->mem, node);
    n->kind = kind;
    n->at = at;
    return n;
}

static const node *read_text(reading *r) {
    span at = event_span(r);
    const char *value = (const char *)r->event.data.scalar.value;
    size_t size = r->event.data.scalar.length;
    yaml_scalar_style_t style = r->event.data.scalar.style;
    if (style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE)
        at = without_space(at);
    refuse_properties(r, at, r->event.data.scalar.anchor,
                      r->event.data.scalar.tag);
    size_t bad = node_find_control(value, size);
    if (bad < size)
        diag_error(r->d, at, "yaml/control",
                   "control character U+%04X is not allowed",
                   (unsigned)(unsigned char)value[bad]);
    node *n = new_node(r, NODE_TEXT, at);
    n->text = arena_text(r->mem, value, bad);
    n->quoted = style != YAML_PLAIN_SCALAR_STYLE;
    return n;
}

static const node *read_alias(reading *r) {
    span at = event_span(r);
    diag_error(r->d, at, "yaml/alias", "alias \"*%s\" is not allowed",
               (const char *)r->event.data.alias.anchor);
    diag_hint(r->d, "write out what it stands for");
    node *n = new_node(r, NODE_TEXT, at);
    n->text = "";
    return n;
}

static void put(reading *r, node_entry entry) {
    pile *p = &r->open;
    if (p->count == p->room) {
        size_t room = p->room ? 2 * p->room : 64;
        p->entries = arena_grow(r->scratch, p->entries, p->count, room,
                                sizeof *p->entries);
        p->room = room;
    }
    p->entries[p->count++] = entry;
}

/* Reads the elements of a list into the pile, up to the list's end. */
static bool read_elements(reading *r, int depth) {
    while (next(r)) {
        if (r->event.type == YAML_SEQUENCE_END_EVENT) return true;
        const node *item = read_node(r, depth);
        if (!item) return false;
        put(r, (node_entry){NULL, SPAN_NONE, item});
    }
    return false;
}

/* A key that is a list or map is reported, and its entry left out. */
static bool read_entry(reading *r, int depth) {
    const node *key = read_node(r, depth);
    if (!key || !next(r)) return false;
    const node *value = read_node(r, depth);
    if (!value) return false;
    if (key->kind == NODE_TEXT) {
        put(r, (node_entry){key->text, key->at, value});
        return true;
    }
    diag_error(r->d, key->at, "yaml/key", "a key must be a plain name");
    return true;
}

static bool read_entries(reading *r, int depth) {
    while (next(r)) {
        if (r->event.type == YAML_MAPPING_END_EVENT) return true;
        if (!read_entry(r, depth)) return false;
    }
    return false;
}

typedef struct sorted_key {
    const char *key;
    size_t index;
} sorted_key;

static int by_key(const void *a, const void *b) {
    const sorted_key *x = a, *y = b;
    int order = strcmp(x->key, y->key);
    if (order != 0) return order;
    return (x->index > y->index) - (x->index < y->index);
}

static void report_twice(reading *r, const node_entry *first,
                         const node_entry *again) {
    diag_error(r->d, again->key_at, "yaml/duplicate-key",
               "key \"%s\" stands here a second time", again->key);
    if (r->twice++ >= HINTS_MOST) return; /* a place takes time to find */
    diag_hint(r->d, "the first is on line %d",
              source_locate(r->text, first->key_at.begin).line);
}

static void compare_pairs(reading *r, const node *map) {
    for (size_t i = 1; i < map->count; i++)
        for (size_t j = 0; j < i; j++)
            if (text_same(map->entries[i].key, map->entries[j].key)) {
                report_twice(r, &map->entries[j], &map->entries[i]);
                break;
            }
}

static void check_keys(reading *r, const node *map) {
    if (map->count <= FEW_KEYS) {
        compare_pairs(r, map);
        return;
    }
    arena_place back = arena_mark(r->scratch);
    sorted_key *sorted = ARENA_ARRAY(r->scratch, sorted_key, map->count);
    for (size_t i = 0; i < map->count; i++)
        sorted[i] = (sorted_key){map->entries[i].key, i};
    qsort(sorted, map->count, sizeof *sorted, by_key);
    const sorted_key *first = sorted;
    for (size_t i = 1; i < map->count; i++) {
        if (text_same(first->key, sorted[i].key))
            report_twice(r, &map->entries[first->index],
                         &map->entries[sorted[i].index]);
        else
            first = &sorted[i];
    }
    arena_back(r->scratch, back);
}

/* Moves what lies on the pile from `base` on into the node. */
static void take(reading *r, node *n, size_t base) {
    n->count = r->open.count - base;
    r->open.count = base;
    if (n->count == 0) return; /* there may be no pile yet */
    const node_entry *from = r->open.entries + base;
    if (n->kind == NODE_MAP) {
        n->entries = arena_grow(r->mem, from, n->count, n->count, sizeof *from);
        return;
    }
    const node **items = ARENA_ARRAY(r->mem, const node *, n->count);
    for (size_t i = 0; i < n->count; i++)
        items[i] = from[i].value;
    n->items = items;
}

static size_t last_end(const node *n) {
    const node *last = n->kind == NODE_MAP ? n->entries[n->count - 1].value
                                           : n->items[n->count - 1];
    return last->at.end;
}

static const node *read_list(reading *r, int depth) {
    node *n = new_node(r, NODE_LIST, event_span(r));
    n->flow = r->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    refuse_properties(r, n->at, r->event.data.sequence_start.anchor,
                      r->event.data.sequence_start.tag);
    size_t base = r->open.count;
    if (!read_elements(r, depth)) return NULL;
    take(r, n, base);
    n->at.end = n->flow ? event_span(r).end : last_end(n);
    return n;
}

static const node *read_map(reading *r, int depth) {
    node *n = new_node(r, NODE_MAP, event_span(r));
    n->flow = r->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    refuse_properties(r, n->at, r->event.data.mapping_start.anchor,
                      r->event.data.mapping_start.tag);
    size_t base = r->open.count;
    if (!read_entries(r, depth)) return NULL;
    take(r, n, base);
    if (n->flow)
        n->at.end = event_span(r).end;
    else if (n->count > 0)
        n->at.end = last_end(n);
    check_keys(r, n);
    return n;
}

/* The node that begins with the event at hand, or NULL. */
static const node *read_node(reading *r, int depth) {
    if (!count_part(r)) return NULL;
    if (r->event.type == YAML_SCALAR_EVENT) return read_text(r);
    if (r->event.type == YAML_ALIAS_EVENT) return read_alias(r);
    if (depth == DEEPEST) {
        diag_error(r->d, event_span(r), "yaml/depth",
                   "nested deeper than %d; the reading stopped here", DEEPEST);
        return NULL;
    }
    if (r->event.type == YAML_SEQUENCE_START_EVENT)
        return read_list(r, depth + 1);
    return read_map(r, depth + 1);
}

/* --- The document --- */

static void refuse_directives(reading *r) {
    if (r->event.data.document_start.tag_directives.start !=
        r->event.data.document_start.tag_directives.end)
        diag_error(r->d, event_span(r), "yaml/tag", "%%TAG is not allowed");
}

static bool report_empty(reading *r) {
    return diag_error(r->d, (span){r->text, 0, 0}, "yaml/empty",
                      "the file says nothing");
}

/* After the first document: only the end may follow. */
static bool finish(reading *r) {
    if (!skip(r, 2)) return false;
    if (r->event.type == YAML_STREAM_END_EVENT) return true;
    diag_error(r->d, event_span(r), "yaml/documents",
               "a second document begins here; it was not read");
    return true;
}

static bool read_document(reading *r, const node **out) {
    if (!skip(r, 2)) return false;
    if (r->event.type == YAML_STREAM_END_EVENT) return report_empty(r);
    refuse_directives(r);
    if (!next(r)) return false;
    const node *root = read_node(r, 0);
    if (!root || !finish(r)) return false;
    if (root->kind == NODE_TEXT && root->text[0] == '\0' && !root->quoted)
        return report_empty(r);
    *out = root;
    return true;
}

bool node_parse(const node **out, const source_text *text, arena *mem,
                parley_diags *d) {
    *out = NULL;
    reading *r = start(text, mem, d);
    bool ok = give_input(r) && read_document(r, out);
    arena_free(r->scratch);
    return ok;
}

const node *node_find(const node *n, const char *key) {
    if (!n || n->kind != NODE_MAP) return NULL;
    for (size_t i = 0; i < n->count; i++)
        if (text_same(n->entries[i].key, key)) return n->entries[i].value;
    return NULL;
}
