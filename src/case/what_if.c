/* SPDX-License-Identifier: Apache-2.0
 * Changes are made on the tree of the file, before anything is read, so that
 * all checks and defaults are the loader's own. Nodes are shared; only those
 * on the way to a change are made anew. */
#include "case/what_if.h"

#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "case/load_int.h"

enum { KEYS_MOST = 32 };

typedef struct change {
    const char *keys[KEYS_MOST];
    span at[KEYS_MOST];
    int count;
    const node *value; /* NULL: what stands there goes */
    arena *mem;
    parley_diags *d;
    bool ok;
} change;

/* --- Reading a change --- */

/* "~1" is a slash, "~0" a tilde. */
static char *plain(char *key) {
    char *to = key;
    for (const char *from = key; *from; from++) {
        bool tilde = text_begins(from, "~0"), slash = text_begins(from, "~1");
        *to = *from;
        if (slash) *to = '/';
        if (tilde || slash) from++;
        to++;
    }
    *to = '\0';
    return key;
}

static bool read_keys(change *k, const source_text *text, size_t size) {
    size_t at = 0;
    while (at <= size) {
        size_t end = at;
        while (end < size && text->bytes[end] != '/')
            end++;
        span key = {text, at, end};
        while (key.begin < key.end && text->bytes[key.begin] == ' ')
            key.begin++;
        while (key.begin < key.end && text->bytes[key.end - 1] == ' ')
            key.end--;
        if (key.begin == key.end || k->count == KEYS_MOST)
            return diag_error(k->d, key, "case/what-if",
                              k->count == KEYS_MOST
                                  ? "no case is nested that deep"
                                  : "a key is missing here");
        k->at[k->count] = key;
        k->keys[k->count++] = plain(
            arena_text(k->mem, text->bytes + key.begin, key.end - key.begin));
        at = end + 1;
    }
    return true;
}

/* The places of the value are those in the change: what comes before it is
 * read as blanks. */
static bool read_value(change *k, const source_text *text, size_t from) {
    char *bytes = arena_text(k->mem, text->bytes, text->size);
    memset(bytes, ' ', from);
    if (strspn(bytes, " ") == text->size) return true;
    const source_text *blank =
        source_new(k->mem, text->name, bytes, text->size);
    return node_parse(&k->value, blank, k->mem, k->d);
}

static bool read_change(change *k, const char *words) {
    size_t size = strlen(words);
    const source_text *text = source_new(k->mem, "--what-if", words, size);
    const char *is = memchr(words, '=', size);
    if (!is) {
        diag_error(k->d, (span){text, 0, size}, "case/what-if",
                   "a change is PATH=VALUE");
        diag_hint(k->d, "such as model/honour=0.9, or record/s1= to leave "
                        "something out");
        return false;
    }
    size_t at = (size_t)(is - words);
    return read_keys(k, text, at) && read_value(k, text, at + 1);
}

/* --- Making it --- */

static const node *made(change *k, const node *in, int i);

static const node *wrong(change *k, int i, const char *what) {
    k->ok = diag_error(k->d, k->at[i], "case/what-if", "%s", what);
    return NULL;
}

static node *copy_of(const change *k, const node *in) {
    node *copy = ARENA_NEW(k->mem, node);
    *copy = *in;
    return copy;
}

/* The map with entry `at` being that one, or gone if it has no value; behind
 * the last it is one more. */
static const node *with_entry(change *k, const node *in, size_t at,
                              node_entry entry) {
    node *copy = copy_of(k, in);
    node_entry *entries = ARENA_ARRAY(k->mem, node_entry, in->count + 1);
    size_t count = 0;
    for (size_t i = 0; i <= in->count; i++) {
        node_entry e = {NULL, SPAN_NONE, NULL};
        if (i == at)
            e = entry;
        else if (i < in->count)
            e = in->entries[i];
        if (e.value) entries[count++] = e;
    }
    copy->entries = entries;
    copy->count = count;
    return copy;
}

static const node *with_item(change *k, const node *in, size_t at,
                             const node *value) {
    node *copy = copy_of(k, in);
    const node **items = ARENA_ARRAY(k->mem, const node *, in->count + 1);
    size_t count = 0;
    for (size_t i = 0; i <= in->count; i++) {
        const node *item = i == at         ? value
                           : i < in->count ? in->items[i]
                                           : NULL;
        if (item) items[count++] = item;
    }
    copy->items = items;
    copy->count = count;
    return copy;
}

static const node *no_key(change *k, const node *in, int i) {
    const char **keys = ARENA_ARRAY(k->mem, const char *, in->count);
    for (size_t e = 0; e < in->count; e++)
        keys[e] = in->entries[e].key;
    (void)wrong(k, i, "there is no such key");
    const char *near = text_nearest(k->keys[i], keys, in->count);
    if (near) diag_hint(k->d, "did you mean \"%s\"?", near);
    return NULL;
}

/* "model.honour=0.9": the keys of a path are parted otherwise. */
static const node *with_points(change *k) {
    (void)wrong(k, 0, "a case has no such key");
    diag_hint(k->d, "a path has slashes, and items count from 1: "
                    "proposals/pause/plan/1/lasts=9 days");
    return NULL;
}

static const node *in_map(change *k, const node *in, int i) {
    size_t at = 0;
    while (at < in->count && !text_same(in->entries[at].key, k->keys[i]))
        at++;
    bool there = at < in->count;
    bool within = i > 0 && i + 1 < k->count;
    if (!there && i == 0 && strchr(k->keys[0], '.')) return with_points(k);
    if (!there && (within || !k->value)) return no_key(k, in, i);
    static const node empty = {.kind = NODE_MAP};
    const node *was = there ? in->entries[at].value : &empty;
    const node *value = made(k, was, i + 1);
    if (!k->ok) return NULL;
    node_entry entry = {k->keys[i], there ? in->entries[at].key_at : k->at[i],
                        value};
    return with_entry(k, in, at, entry);
}

/* The item of this number or id; in->count is the place after the last. */
static bool find_item(const node *in, const char *key, size_t *at) {
    int64_t number;
    for (*at = 0; *at < in->count; ++*at) {
        const node *id = node_find(in->items[*at], "id");
        if (id && id->kind == NODE_TEXT && text_same(id->text, key))
            return true;
    }
    if (!number_int(key, &number) || number < 1) return false;
    *at = (size_t)number - 1;
    return *at <= in->count;
}

static const node *in_list(change *k, const node *in, int i) {
    size_t at;
    bool last = i + 1 == k->count;
    if (!find_item(in, k->keys[i], &at) ||
        (at == in->count && (!last || !k->value)))
        return wrong(k, i, "the list has no item of this number or id");
    const node *value = last ? k->value : made(k, in->items[at], i + 1);
    return k->ok ? with_item(k, in, at, value) : NULL;
}

/* `in` with the change made from its key number i on; NULL: it goes. */
static const node *made(change *k, const node *in, int i) {
    if (i == k->count) return k->value;
    if (in->kind == NODE_MAP) return in_map(k, in, i);
    if (in->kind == NODE_LIST) return in_list(k, in, i);
    return wrong(k, i, "what stands here is a single value, with no keys");
}

bool case_what_if(const case_model **out, const case_model *c,
                  text_list changes, arena *mem, parley_diags *d) {
    const node *root = c->root;
    bool ok = true;
    for (int i = 0; i < changes.count; i++) {
        change k = {.mem = mem, .d = d, .ok = true};
        k.ok = read_change(&k, changes.items[i]);
        const node *changed = k.ok ? made(&k, root, 0) : NULL;
        if (k.ok) root = changed;
        ok = ok && k.ok;
    }
    return ok && load_again(out, root, c, mem, d);
}
