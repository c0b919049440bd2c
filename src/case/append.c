/* SPDX-License-Identifier: Apache-2.0
 *
 * Where and how does an entry go into a file that people wrote by hand?
 *
 * The tree says where the section's last element stands; the new one goes
 * right behind it, with its indentation. In a block section each element is a
 * line or more of its own, copied from the fragment as it was typed, comments
 * and all, and only moved to the right column. Inside brackets it goes behind
 * a comma: on a line of its own if the last element has one, else on the same
 * line. A section that is missing or empty is begun in the style of its
 * neighbours. A file that is JSON stays JSON.
 *
 * An entry of the record may also be said in plain words (plain.h): alone, or
 * as the `words` of a map, whose id, source and date then hold unless the words
 * name others.
 *
 * Edge cases. Whatever the layout, append_check reads the result and compares
 * the trees; a layout that these rules would spoil is refused there.
 */
#include <string.h>

#include "base/text.h"
#include "case/append_int.h"
#include "case/fields.h"
#include "case/load.h"
#include "case/plain.h"

static const char *newline_of(const source_text *text) {
    const char *end = memchr(text->bytes, '\n', text->size);
    return end && end > text->bytes && end[-1] == '\r' ? "\r\n" : "\n";
}

/* --- The fragment --- */

static bool take_parts(appending *a, const node *n) {
    a->count = n->count;
    a->parts = ARENA_ARRAY(a->scratch, append_part, n->count);
    for (size_t i = 0; i < n->count; i++)
        a->parts[i] =
            n->kind == NODE_MAP
                ? (append_part){n->entries[i], n->flow}
                : (append_part){{NULL, SPAN_NONE, n->items[i]}, false};
    return true;
}

static bool take_one(appending *a, const node *n) {
    a->count = 1;
    a->parts = ARENA_NEW(a->scratch, append_part);
    a->parts[0].entry.value = n;
    return true;
}

static const char *text_at(const node *n, const char *key) {
    const node *found = n->kind == NODE_MAP ? node_find(n, key) : NULL;
    return found && found->kind == NODE_TEXT ? found->text : NULL;
}

/* What was said, in plain words: the fragment becomes the entry they mean. */
static bool read_plain(appending *a, const node **out) {
    const case_model *c;
    if (!case_load(&c, a->text, a->scratch, a->d)) return false;
    const char *words = text_at(*out, "words");
    if (words)
        a->fragment = source_new(a->scratch, "entry", words, strlen(words));
    plain_usual usual = {text_at(*out, "id"), text_at(*out, "source"),
                         text_at(*out, "date")};
    const char *entry = plain_entry(c, a->fragment, usual, a->scratch, a->d);
    if (!entry) return false;
    a->fragment = source_new(a->scratch, "entry", entry, strlen(entry));
    return node_parse(out, a->fragment, a->scratch, a->d);
}

static bool read_fragment(appending *a) {
    const node *n;
    if (!node_parse(&n, a->fragment, a->scratch, a->d)) return false;
    bool plain = n->kind == NODE_TEXT || text_at(n, "words");
    plain = plain && text_same(a->section, "record");
    if (plain && !read_plain(a, &n)) return false;
    if (a->list)
        return n->kind == NODE_LIST ? take_parts(a, n) : take_one(a, n);
    if (n->kind == NODE_MAP) return take_parts(a, n);
    diag_error(a->d, n->at, "edit/fragment",
               "an entry of \"%s\" is a name with what stands behind it",
               a->section);
    diag_hint(a->d, "write NAME: {...}");
    return false;
}

static bool is_json(const appending *a) {
    const node *root = a->root;
    if (!root->flow) return false;
    for (size_t i = 0; i < root->count; i++)
        if (a->text->bytes[root->entries[i].key_at.begin] != '"') return false;
    return root->count > 0;
}

static bool refuse_section(const appending *a, span at) {
    return diag_error(a->d, at, "edit/section",
                      "nothing can be added to \"%s\"", a->section);
}

static bool find_section(appending *a) {
    const field *f = fields_find(&fields_root, a->section, 0);
    field_shape shape = f ? f->type->shape : FIELD_TEXT;
    if (shape != FIELD_LIST && shape != FIELD_MAP)
        return refuse_section(a, SPAN_NONE);
    a->list = shape == FIELD_LIST;
    if (a->root->kind != NODE_MAP) return refuse_section(a, a->root->at);
    for (size_t i = 0; i < a->root->count && !a->entry; i++)
        if (text_same(a->root->entries[i].key, a->section))
            a->entry = &a->root->entries[i];
    if (!a->entry || append_is_empty(a->entry->value)) return true;
    node_kind kind = a->list ? NODE_LIST : NODE_MAP;
    if (a->entry->value->kind == kind) return true;
    return refuse_section(a, a->entry->value->at);
}

/* Empty brackets in a block file become a block. */
static bool plan(appending *a) {
    const node *n = a->entry ? a->entry->value : NULL;
    bool flow = a->root->flow || (n && n->flow && n->count > 0);
    return flow ? append_flow(a) : append_block(a);
}

static bool append_parts(const source_text **out, appending *a) {
    size_t errors = diag_error_count(a->d);
    if (!node_parse(&a->root, a->text, a->scratch, a->d)) return false;
    a->newline = newline_of(a->text);
    if (!find_section(a) || !read_fragment(a)) return false;
    if (diag_error_count(a->d) > errors) return false;
    a->style = is_json(a) ? FLOW_JSON : FLOW_YAML;
    if (!plan(a))
        return diag_error(a->d, a->entry->key_at, "edit/layout",
                          "the layout of \"%s\" leaves no place to add to it",
                          a->section);
    return append_check(out, a);
}

bool case_append(const source_text **out, const source_text *text,
                 const char *section, const source_text *fragment, arena *mem,
                 parley_diags *d) {
    appending a = {.text = text,
                   .fragment = fragment,
                   .section = section,
                   .mem = mem,
                   .scratch = arena_child(mem),
                   .d = d};
    *out = NULL;
    bool ok = append_parts(out, &a);
    arena_free(a.scratch);
    return ok;
}
