/* SPDX-License-Identifier: Apache-2.0
 *
 * What does a YAML or JSON text say, and where does each part of it stand?
 *
 * libyaml reads the text; its events become a tree of texts, lists and maps.
 * YAML's types are never applied: `no`, `1` and `null` are names until a
 * reader of the tree asks for something else. JSON is read as the subset of
 * YAML that it is; what is plain JSON without a fault doesn't need libyaml for
 * that (node_json.c), and is the same tree.
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
#include <string.h>
#include <yaml.h>

#include "base/text.h"
#include "case/node_int.h"

typedef struct reading {
    yaml_parser_t parser;
    yaml_event_t event;
    const source_text *text;
    node_input in;
    size_t index, offset; /* the cursor: so many characters, so many bytes */
    node_builder b;
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
    r->b = (node_builder){.text = text, .mem = mem, .scratch = scratch, .d = d};
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
    if (r->b.parts++ < NODE_PARTS_MOST) return true;
    return diag_limit(r->d, event_span(r), "yaml/too-many",
                      "more than %d keys and values", NODE_PARTS_MOST);
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
    node *n = node_new(&r->b, NODE_TEXT, at);
    n->text = arena_text(r->mem, value, bad);
    n->quoted = style != YAML_PLAIN_SCALAR_STYLE;
    return n;
}

static const node *read_alias(reading *r) {
    span at = event_span(r);
    diag_error(r->d, at, "yaml/alias", "alias \"*%s\" is not allowed",
               (const char *)r->event.data.alias.anchor);
    diag_hint(r->d, "write out what it stands for");
    node *n = node_new(&r->b, NODE_TEXT, at);
    n->text = "";
    return n;
}

/* Reads the elements of a list into the pile, up to the list's end. */
static bool read_elements(reading *r, int depth) {
    while (next(r)) {
        if (r->event.type == YAML_SEQUENCE_END_EVENT) return true;
        const node *item = read_node(r, depth);
        if (!item) return false;
        node_put(&r->b, (node_entry){NULL, SPAN_NONE, item});
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
        node_put(&r->b, (node_entry){key->text, key->at, value});
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

static size_t last_end(const node *n) {
    const node *last = n->kind == NODE_MAP ? n->entries[n->count - 1].value
                                           : n->items[n->count - 1];
    return last->at.end;
}

static const node *read_list(reading *r, int depth) {
    node *n = node_new(&r->b, NODE_LIST, event_span(r));
    n->flow = r->event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    refuse_properties(r, n->at, r->event.data.sequence_start.anchor,
                      r->event.data.sequence_start.tag);
    size_t base = r->b.count;
    if (!read_elements(r, depth)) return NULL;
    node_take(&r->b, n, base);
    n->at.end = n->flow ? event_span(r).end : last_end(n);
    return n;
}

static const node *read_map(reading *r, int depth) {
    node *n = node_new(&r->b, NODE_MAP, event_span(r));
    n->flow = r->event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
    refuse_properties(r, n->at, r->event.data.mapping_start.anchor,
                      r->event.data.mapping_start.tag);
    size_t base = r->b.count;
    if (!read_entries(r, depth)) return NULL;
    node_take(&r->b, n, base);
    if (n->flow)
        n->at.end = event_span(r).end;
    else if (n->count > 0)
        n->at.end = last_end(n);
    node_check_keys(&r->b, n);
    return n;
}

/* The node that begins with the event at hand, or NULL. */
static const node *read_node(reading *r, int depth) {
    if (!count_part(r)) return NULL;
    if (r->event.type == YAML_SCALAR_EVENT) return read_text(r);
    if (r->event.type == YAML_ALIAS_EVENT) return read_alias(r);
    if (depth == NODE_DEEPEST) {
        diag_error(r->d, event_span(r), "yaml/depth",
                   "nested deeper than %d; the reading stopped here",
                   NODE_DEEPEST);
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
    *out = node_read_json(text, mem);
    if (*out) return true;
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
