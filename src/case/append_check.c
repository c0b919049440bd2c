/* SPDX-License-Identifier: Apache-2.0
 *
 * Does the new text say what the old one said, and the fragment, and is it a
 * case without errors?
 *
 * The new text is read, and its tree compared with the old one and the
 * fragment's. Then it is loaded. A problem found there is reported where its
 * author can see it: trees that agree are walked side by side from the place
 * in the new text to the same place in the fragment; what stands outside the
 * new part is counted back to the old text.
 */
#include <string.h>

#include "base/text.h"
#include "case/append_int.h"
#include "case/load.h"

/* --- The new text --- */

static const source_text *make_text(const appending *a) {
    growing_text b = {.mem = a->scratch};
    size_t from = 0;
    for (int i = 0; i < a->splice_count; i++) {
        const append_splice *s = &a->splices[i];
        growing_text_put(&b, a->text->bytes + from, s->at - from);
        growing_text_add(&b, s->added);
        from = s->at + s->removed;
    }
    growing_text_put(&b, a->text->bytes + from, a->text->size - from);
    return source_new(a->mem, a->text->name, b.bytes, b.size);
}

/* --- The same trees --- */

static bool same_tree(const node *a, const node *b) {
    if (a->kind != b->kind || a->count != b->count) return false;
    if (a->kind == NODE_TEXT) return text_same(a->text, b->text);
    for (size_t i = 0; i < a->count; i++) {
        bool map = a->kind == NODE_MAP;
        if (map && !text_same(a->entries[i].key, b->entries[i].key))
            return false;
        if (!same_tree(map ? a->entries[i].value : a->items[i],
                       map ? b->entries[i].value : b->items[i]))
            return false;
    }
    return true;
}

/* An element of a list or map; a list's has no key. */
static node_entry element(const node *n, size_t i) {
    if (n->kind == NODE_MAP) return n->entries[i];
    return (node_entry){NULL, SPAN_NONE, n->items[i]};
}

static bool same_element(node_entry a, node_entry b) {
    return text_same(a.key, b.key) && same_tree(a.value, b.value);
}

/* The old elements, then the parts. */
static bool is_grown(const appending *a, const node *section) {
    const node *old = a->entry ? a->entry->value : NULL;
    size_t before = old ? old->count : 0;
    if (section->kind != (a->list ? NODE_LIST : NODE_MAP)) return false;
    if (section->count != before + a->count) return false;
    for (size_t i = 0; i < before; i++)
        if (!same_element(element(old, i), element(section, i))) return false;
    for (size_t i = 0; i < a->count; i++)
        if (!same_element(a->parts[i].entry, element(section, before + i)))
            return false;
    return true;
}

static bool is_rest_the_same(const appending *a, const node *root) {
    if (root->kind != NODE_MAP) return false;
    if (root->count != a->root->count + !a->entry) return false;
    for (size_t i = 0; i < a->root->count; i++) {
        const node_entry *old = &a->root->entries[i];
        if (!text_same(old->key, root->entries[i].key)) return false;
        if (old != a->entry && !same_tree(old->value, root->entries[i].value))
            return false;
    }
    return true;
}

/* The section in the new text, or NULL if that says something else. */
static const node *find_grown(const appending *a, const source_text *text) {
    const node *root;
    if (!node_parse(&root, text, a->scratch, NULL)) return NULL;
    if (!is_rest_the_same(a, root)) return NULL;
    const node *section = node_find(root, a->section);
    return section && is_grown(a, section) ? section : NULL;
}

/* --- Places --- */

static bool holds(span at, size_t offset) {
    return offset >= at.begin && offset <= at.end;
}

/* The same place in the tree b, if a holds the offset. Keys are told from
 * values, so that an unknown key is shown and not its value. */
static span counterpart(node_entry a, node_entry b, size_t offset) {
    for (;;) {
        if (a.key && holds(a.key_at, offset)) return b.key_at;
        const node *in = a.value;
        size_t i = 0;
        for (; i < in->count; i++) {
            node_entry e = element(in, i);
            if (holds(e.value->at, offset) ||
                (e.key && holds(e.key_at, offset)))
                break;
        }
        if (in->kind == NODE_TEXT || i == in->count) return b.value->at;
        node_entry next = element(b.value, i);
        a = element(in, i);
        b = next;
    }
}

/* Where the text that begins at `from` has what stands `offset` bytes into
 * its line number `line`, not counting the indentation of that line. */
static size_t place_in(span in, size_t line, size_t offset) {
    const char *bytes = in.text->bytes;
    size_t at = in.begin;
    for (; line > 0 && at < in.end; at++)
        line -= bytes[at] == '\n';
    while (at > in.begin && at < in.end && bytes[at] == ' ')
        at++;
    return at + offset;
}

/* The same words in a text of the fragment, which may be indented otherwise;
 * all of it where they don't stand there. */
static span narrow(span words, span in, span found) {
    if (!found.text || words.begin < in.begin || words.end > in.end)
        return found;
    const char *bytes = in.text->bytes;
    size_t line = 0, size = words.end - words.begin;
    for (size_t i = in.begin; i < words.begin; i++)
        line += bytes[i] == '\n';
    size_t begin = place_in(found, line, words.begin - place_in(in, line, 0));
    bool same =
        begin + size <= found.end &&
        memcmp(bytes + words.begin, found.text->bytes + begin, size) == 0;
    return same ? (span){found.text, begin, begin + size} : found;
}

/* Where an offset of the new text stood in the old one. */
static size_t old_offset(const appending *a, size_t offset) {
    size_t added = 0, removed = 0;
    for (int i = 0; i < a->splice_count; i++) {
        const append_splice *s = &a->splices[i];
        if (offset < s->at + added - removed) break;
        size_t size = strlen(s->added);
        if (offset < s->at + added - removed + size) return s->at;
        added += size;
        removed += s->removed;
    }
    return offset + removed - added;
}

typedef struct translation {
    const appending *a;
    const source_text *text;
    const node *section; /* in the new text */
} translation;

static bool translate(const translation *t, const parley_diag *p, span *out) {
    const appending *a = t->a;
    *out = SPAN_NONE;
    if (p->line == 0) return false;
    size_t begin =
        source_offset(t->text, (size_t)p->line - 1, (size_t)p->column - 1);
    size_t end = source_offset(t->text, (size_t)p->end_line - 1,
                               (size_t)p->end_column - 1);
    size_t before = t->section->count - a->count;
    for (size_t i = 0; i < a->count; i++) {
        node_entry now = element(t->section, before + i);
        span at = now.value->at;
        if (now.key) at.begin = now.key_at.begin;
        if (!holds(at, begin)) continue;
        node_entry typed = a->parts[i].entry;
        span in = counterpart(now, now, begin);
        span found = counterpart(now, typed, begin);
        *out = narrow((span){t->text, begin, end}, in, found);
        return true;
    }
    *out = (span){a->text, old_offset(a, begin), old_offset(a, end)};
    return false;
}

/* --- Problems --- */

/* Of errors some of which are of size all count as such, as in loading. */
static void report(parley_diags *d, const parley_diag *p, span at, bool size) {
    if (p->severity == PARLEY_ERROR && size)
        diag_limit(d, at, p->code, "%s", p->message);
    else if (p->severity == PARLEY_ERROR)
        diag_error(d, at, p->code, "%s", p->message);
    else if (p->severity == PARLEY_WARNING)
        diag_warning(d, at, p->code, "%s", p->message);
    else
        diag_note(d, at, p->code, "%s", p->message);
    if (p->hint) diag_hint(d, "%s", p->hint);
}

/* That a part is later than as-of, and what to do about it: it would be missed
 * only when it is nowhere to be found. */
static void note_later(const appending *a, const case_model *c) {
    if (!text_same(a->section, "record")) return;
    for (size_t i = 0; i < a->count; i++) {
        const node *n = a->parts[i].entry.value;
        const node *id = n->kind == NODE_MAP ? node_find(n, "id") : NULL;
        if (!id || !id->text || case_entry_find(c, id->text) >= 0) continue;
        diag_note(a->d, n->at, "case/left-out",
                  "\"%s\" is later than %s (as-of): it is in the file, and no "
                  "lens uses it yet",
                  id->text, time_print(c->as_of, a->scratch));
        diag_hint(a->d, "move `as-of` on, or take it out: it is then the "
                        "latest date of the case");
    }
}

/* All errors, and what else is said of the parts. */
static void pass_on(const translation *t, const parley_diags *found) {
    for (size_t i = 0; i < parley_diags_count(found); i++) {
        const parley_diag *p = parley_diags_get(found, i);
        span at;
        bool ours = translate(t, p, &at) &&
                    !text_same(p->code, "case/left-out"); /* see note_later */
        if (ours || p->severity == PARLEY_ERROR)
            report(t->a->d, p, at, diag_limit_count(found) > 0);
    }
}

bool append_check(const source_text **out, appending *a) {
    translation t = {.a = a, .text = make_text(a)};
    t.section = find_grown(a, t.text);
    if (!t.section)
        return diag_error(a->d, a->entry ? a->entry->key_at : a->root->at,
                          "edit/layout",
                          "adding to \"%s\" in this layout would change what "
                          "the file says; add it by hand",
                          a->section);
    parley_diags *found = diag_private(a->scratch);
    const case_model *c;
    bool ok = case_load(&c, t.text, a->scratch, found);
    if (diag_lost(found)) guard_leave(arena_guard(a->mem));
    pass_on(&t, found);
    if (ok) note_later(a, c);
    if (ok) *out = t.text;
    return ok;
}
