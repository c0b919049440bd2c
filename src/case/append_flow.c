/* SPDX-License-Identifier: Apache-2.0
 * Adding inside brackets: behind a comma, on a line of its own if the last
 * element has one. Comments stay with the element before them. */
#include <string.h>

#include "case/append_int.h"

/* An element for inside brackets; what is in brackets already stays as it was
 * typed. */
static void add_flow(appending *a, growing_text *b, const append_part *p,
                     const char *prefix) {
    const node *value = p->entry.value;
    bool as_typed = value->flow && a->style == FLOW_YAML;
    if (p->entry.key) {
        flow_text(b, p->entry.key, a->style);
        growing_text_add(b, ": ");
    }
    if (as_typed)
        append_moved(a, b, value->at.begin, value->at.end, prefix);
    else
        flow_node(b, value, a->style);
}

/* All elements, with `between` them. */
static const char *flow_elements(appending *a, const char *between,
                                 const char *prefix) {
    growing_text b = {.mem = a->scratch};
    for (size_t i = 0; i < a->count; i++) {
        if (i > 0) growing_text_add(&b, between);
        add_flow(a, &b, &a->parts[i], prefix);
    }
    return b.bytes ? b.bytes : "";
}

/* All elements in brackets of their own. */
static const char *flow_section(appending *a) {
    return arena_format(a->scratch, a->list ? "[%s]" : "{%s}",
                        flow_elements(a, ", ", ""));
}

/* The comma behind an element, over spaces, line ends and comments; or 0. */
static size_t find_comma(const source_text *text, size_t at) {
    while (at < text->size) {
        at = append_skip_blanks(text, at);
        if (at < text->size && text->bytes[at] == ',') return at;
        if (!append_ends_line(text, at)) return 0;
        at = append_line_end(text, at);
        while (at < text->size && strchr("\r\n", text->bytes[at]))
            at++;
    }
    return 0;
}

/* Behind the last element of a bracket; `elements` says them, given what
 * stands between two and what begins their further lines. */
typedef const char *element_writer(appending *a, const char *between,
                                   const char *prefix);

static bool append_to_flow(appending *a, const node *holder,
                           element_writer *elements) {
    const source_text *text = a->text;
    if (holder->count == 0) {
        append_put(a, holder->at.begin + 1, 0, elements(a, ", ", ""));
        return true;
    }
    bool map = holder->kind == NODE_MAP;
    const node_entry *last = map ? &holder->entries[holder->count - 1] : NULL;
    span at = map ? last->value->at : holder->items[holder->count - 1]->at;
    size_t begin = map ? last->key_at.begin : at.begin;
    const char *indent = append_indentation(text, begin, a->scratch);
    if (!indent) {
        append_put(a, at.end, 0,
                   arena_format(a->scratch, ", %s", elements(a, ", ", "")));
        return true;
    }
    const char *between = arena_format(a->scratch, ",%s%s", a->newline, indent);
    const char *added = elements(a, between, indent);
    size_t comma = find_comma(text, at.end);
    size_t behind = comma ? comma + 1 : at.end;
    if (!append_ends_line(text, behind)) {
        append_put(a, at.end, 0,
                   arena_format(a->scratch, "%s%s", between, added));
        return true;
    }
    if (!comma) append_put(a, at.end, 0, ",");
    append_put(a, append_line_end(text, behind), 0,
               arena_format(a->scratch, "%s%s%s%s", a->newline, indent, added,
                            comma ? "," : ""));
    return true;
}

/* The whole section as one element of the root. */
static const char *section_element(appending *a, const char *between,
                                   const char *prefix) {
    (void)between;
    (void)prefix;
    growing_text b = {.mem = a->scratch};
    flow_text(&b, a->section, a->style);
    return arena_format(a->scratch, "%s: %s", b.bytes, flow_section(a));
}

bool append_flow(appending *a) {
    if (!a->entry) return append_to_flow(a, a->root, section_element);
    const node *n = a->entry->value;
    if (n->kind != NODE_TEXT) return append_to_flow(a, n, flow_elements);
    append_put(a, n->at.begin, 0,
               arena_format(a->scratch, " %s", flow_section(a)));
    return true;
}
