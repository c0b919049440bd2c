/* SPDX-License-Identifier: Apache-2.0
 * Adding to a section in block style: each element gets lines of its own, as
 * they were typed, with the section's indentation. A section that is missing
 * or empty is begun like the first other one of its kind. */
#include <string.h>

#include "case/append_int.h"

static size_t part_begin(const append_part *p) {
    return p->entry.key ? p->entry.key_at.begin : p->entry.value->at.begin;
}

/* A comment behind the last line belongs to the element. */
static size_t with_comment(const source_text *text, size_t end) {
    size_t at = append_skip_blanks(text, end);
    bool comment = at > end && at < text->size && text->bytes[at] == '#';
    return comment ? append_line_end(text, at) : end;
}

/* An element with the lines after its first under `prefix`. */
static void add_block(appending *a, growing_text *b, const append_part *p,
                      const char *prefix) {
    span key = p->entry.key_at, value = p->entry.value->at;
    if (p->in_flow) {
        append_moved(a, b, key.begin, key.end, prefix);
        growing_text_add(b, ": ");
        append_moved(a, b, value.begin, value.end, prefix);
        return;
    }
    size_t end = with_comment(a->fragment, value.end);
    append_moved(a, b, part_begin(p), end, prefix);
}

/* How the elements of a block section stand. */
typedef struct layout {
    const char *indent; /* before an element, or before its dash */
    size_t gap;         /* between dash and element */
} layout;

static layout layout_of(const appending *a, const node *section) {
    const source_text *text = a->text;
    layout l = {append_indentation(text, section->at.begin, a->scratch), 1};
    if (section->kind == NODE_LIST) {
        size_t dash = section->at.begin, item = section->items[0]->at.begin;
        size_t gap = item > dash ? item - dash - 1 : 1;
        if (append_skip_blanks(text, dash + 1) == item && gap > 0) l.gap = gap;
    }
    return l;
}

/* As in the first other block section of the same kind. */
static layout layout_of_neighbours(const appending *a) {
    node_kind kind = a->list ? NODE_LIST : NODE_MAP;
    for (size_t i = 0; i < a->root->count; i++) {
        const node *n = a->root->entries[i].value;
        if (n->kind != kind || n->flow) continue;
        layout l = layout_of(a, n);
        if (l.indent) return l;
    }
    const char *outer =
        append_indentation(a->text, a->root->at.begin, a->scratch);
    return (layout){arena_format(a->scratch, "%s  ", outer ? outer : ""), 1};
}

static const char *block_lines(appending *a, layout l) {
    growing_text b = {.mem = a->scratch};
    const char *space = arena_format(a->scratch, "%*s", (int)l.gap, "");
    const char *prefix = l.indent;
    if (a->list) prefix = arena_format(a->scratch, "%s %s", l.indent, space);
    for (size_t i = 0; i < a->count; i++) {
        growing_text_add(&b, a->newline);
        growing_text_add(&b, l.indent);
        if (a->list) {
            growing_text_add(&b, "-");
            growing_text_add(&b, space);
        }
        add_block(a, &b, &a->parts[i], prefix);
    }
    return b.bytes ? b.bytes : "";
}

static bool append_to_block(appending *a, const node *section) {
    layout l = layout_of(a, section);
    if (!l.indent || !append_ends_line(a->text, section->at.end)) return false;
    append_put(a, append_line_end(a->text, section->at.end), 0,
               block_lines(a, l));
    return true;
}

/* `record:` with nothing behind it, or with empty brackets. */
static bool fill_block(appending *a, const node *empty) {
    size_t end = a->entry->key_at.end;
    if (empty->flow) {
        size_t begin = empty->at.begin;
        while (append_skip_blanks(a->text, begin - 1) >= begin)
            begin--;
        append_put(a, begin, empty->at.end - begin, "");
        end = empty->at.end;
    } else {
        end = append_skip_blanks(a->text, end) + 1; /* the colon */
    }
    if (!append_ends_line(a->text, end)) return false;
    append_put(a, append_line_end(a->text, end), 0,
               block_lines(a, layout_of_neighbours(a)));
    return true;
}

static size_t next_line(const source_text *text, size_t at) {
    const char *end = memchr(text->bytes + at, '\n', text->size - at);
    return end ? (size_t)(end - text->bytes) + 1 : text->size;
}

/* Where the document ends: before "...", or at the end of the text. */
static size_t document_end(const source_text *text, size_t at) {
    for (;;) {
        at = next_line(text, at);
        if (text->size - at < 3) return text->size;
        if (memcmp(text->bytes + at, "...", 3) == 0) return at;
    }
}

static bool begin_block(appending *a) {
    size_t at = document_end(a->text, a->root->at.end);
    bool open = at > 0 && a->text->bytes[at - 1] != '\n';
    const char *indent =
        append_indentation(a->text, a->root->at.begin, a->scratch);
    append_put(a, at, 0,
               arena_format(a->scratch, "%s%s%s:%s%s", open ? a->newline : "",
                            indent ? indent : "", a->section,
                            block_lines(a, layout_of_neighbours(a)),
                            a->newline));
    return true;
}

bool append_block(appending *a) {
    if (!a->entry) return begin_block(a);
    const node *n = a->entry->value;
    return append_is_empty(n) ? fill_block(a, n) : append_to_block(a, n);
}
