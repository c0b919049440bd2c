/* SPDX-License-Identifier: Apache-2.0
 * From drafts to record entries.
 *
 * A record entry is a draft without its `draft:` block. What a record entry
 * must have and a draft may lack is dealt with so: a statement that can't say
 * what it is about in the case's terms ("demand" without an issue) becomes
 * `said`; `for` and `between` are decisions and stay missing until a person
 * fills them in. The words go along in quotation marks: as what the statement
 * is about where that may be free text and nothing else stands there, else as
 * its gist. The source that an entry names comes from the file's own
 * `sources:`, so that a case that lacks it can be given it. */
#include "read/confirm.h"

#include <string.h>

#include "base/text.h"
#include "read/entry.h"

enum { GIST_MOST = 240, DEEP = 20 };

static const char *text_at(const node *n, const char *key) {
    const node *value = node_find(n, key);
    return value != NULL && value->kind == NODE_TEXT ? value->text : NULL;
}

/* --- Nodes on one line --- */

static bool is_plain(const char *text) {
    if (*text == '\0') return false;
    for (const char *c = text; *c != '\0'; c++) {
        bool safe = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') ||
                    (*c >= '0' && *c <= '9') || *c == '_' || *c == '.' ||
                    ((*c == '-' || *c == ' ') && c != text);
        if (!safe) return false;
    }
    return text[strlen(text) - 1] != ' ';
}

static const char *scalar(const char *text, arena *mem) {
    if (is_plain(text)) return text;
    return entry_quoted(text, strlen(text), SIZE_MAX, mem);
}

static const char *flow(const node *n, int depth, arena *mem) {
    if (depth > DEEP) return "null";
    if (n->kind == NODE_TEXT) {
        return n->quoted ? entry_quoted(n->text, strlen(n->text), SIZE_MAX, mem)
                         : scalar(n->text, mem);
    }
    const char *all = "";
    for (size_t i = 0; i < n->count; i++) {
        const char *comma = i > 0 ? ", " : "";
        if (n->kind == NODE_LIST) {
            all = arena_format(mem, "%s%s%s", all, comma,
                               flow(n->items[i], depth + 1, mem));
        } else {
            all = arena_format(mem, "%s%s%s: %s", all, comma,
                               scalar(n->entries[i].key, mem),
                               flow(n->entries[i].value, depth + 1, mem));
        }
    }
    return arena_format(mem, n->kind == NODE_LIST ? "[%s]" : "{%s}", all);
}

/* --- What an entry needs --- */

static case_entry_kind kind_of(const char *name) {
    for (int i = 0; i < CASE_ENTRY_KINDS; i++) {
        case_entry_kind kind = (case_entry_kind)i;
        if (text_same(name, case_entry_kind_name(kind))) return kind;
    }
    return CASE_SAID;
}

/* deny, said, ... pending: `about` may be free text. */
static bool takes_topic(case_entry_kind kind) {
    return kind > CASE_DOUBT && !case_is_contact(kind);
}

static text_list words_of(const node *draft, arena *mem) {
    const node *words = node_find(draft, "words");
    text_list out = {NULL, 0};
    if (words == NULL || words->kind != NODE_LIST) return out;
    const char **items = ARENA_ARRAY(mem, const char *, words->count + 1);
    for (size_t i = 0; i < words->count; i++) {
        if (words->items[i]->kind != NODE_TEXT) continue;
        items[out.count++] = words->items[i]->text;
    }
    out.items = items;
    return out;
}

static void add_missing(confirm_item *item, const char *what, arena *mem) {
    const char **items =
        ARENA_ARRAY(mem, const char *, (size_t)item->missing.count + 1);
    for (int i = 0; i < item->missing.count; i++) {
        items[i] = item->missing.items[i];
    }
    items[item->missing.count++] = what;
    item->missing.items = items;
}

static const char *kept_fields(const node *n, const char *kind, arena *mem) {
    const char *all = "";
    for (size_t i = 0; i < n->count; i++) {
        const char *key = n->entries[i].key;
        if (text_same(key, "draft")) continue;
        const char *value =
            text_same(key, "kind") ? kind : flow(n->entries[i].value, 0, mem);
        all = arena_format(mem, "%s%s%s: %s", all, *all != '\0' ? ", " : "",
                           scalar(key, mem), value);
    }
    return all;
}

/* The words in quotation marks, cut between two words if they are long. */
static const char *in_marks(const char *words, arena *mem) {
    size_t size = strlen(words);
    bool cut = size > GIST_MOST;
    if (cut) {
        size = GIST_MOST;
        while (size > 1 && words[size] != ' ')
            size--;
    }
    return arena_format(mem, "\"%.*s%s\"", (int)size, words, cut ? " ..." : "");
}

static const char *with_words(const node *n, const confirm_item *item,
                              case_entry_kind kind, const char *fields,
                              arena *mem) {
    if (item->words.count == 0 || case_is_contact(kind)) return fields;
    const char *words = in_marks(item->words.items[0], mem);
    bool topic = takes_topic(kind) && node_find(n, "about") == NULL;
    if (!topic && node_find(n, "gist") != NULL) return fields;
    return arena_format(mem, "%s, %s: %s", fields, topic ? "about" : "gist",
                        entry_quoted(words, strlen(words), SIZE_MAX, mem));
}

static void complete(confirm_item *item, const node *n, arena *mem) {
    case_entry_kind kind = kind_of(text_at(n, "kind"));
    bool contact = case_is_contact(kind);
    if (!contact && !takes_topic(kind) && node_find(n, "about") == NULL) {
        item->note = arena_format(
            mem, "\"%s\" needs `about` in the terms of the case; kept as said",
            case_entry_kind_name(kind));
        kind = CASE_SAID;
    }
    item->kind = case_entry_kind_name(kind);
    bool report = text_same(text_at(n, "by"), "report");
    if (!contact && !report && node_find(n, "for") == NULL) {
        add_missing(item, "for", mem);
    }
    if (contact && node_find(n, "between") == NULL) {
        add_missing(item, "between", mem);
    }
    const char *fields = kept_fields(n, item->kind, mem);
    item->entry =
        arena_format(mem, "{%s}", with_words(n, item, kind, fields, mem));
}

/* "z9 par. 1": what the file says of z9; NULL: nothing. */
static const char *source_of(const node *n, const node *sources, arena *mem) {
    const char *place = text_at(n, "source");
    if (place == NULL || sources == NULL) return NULL;
    const char *id = arena_text(mem, place, strcspn(place, " "));
    const node *source = node_find(sources, id);
    if (source == NULL || source->kind != NODE_MAP) return NULL;
    return arena_format(mem, "{%s: %s}", scalar(id, mem), flow(source, 0, mem));
}

static void read_item(confirm_item *item, const node *n, const node *sources,
                      arena *mem) {
    const node *draft = node_find(n, "draft");
    const char *id = text_at(n, "id");
    *item = (confirm_item){.at = n->at, .id = id != NULL ? id : ""};
    item->words = words_of(draft, mem);
    item->speaker = text_at(node_find(draft, "speaker"), "text");
    item->stance = text_at(draft, "stance");
    item->source = source_of(n, sources, mem);
    complete(item, n, mem);
}

bool confirm_read(confirm_list *out, const source_text *drafts, arena *mem,
                  parley_diags *d) {
    const node *root;
    *out = (confirm_list){NULL, 0};
    if (!node_parse(&root, drafts, mem, d)) return false;
    const node *list = node_find(root, "record");
    const node *sources = node_find(root, "sources");
    if (list == NULL) list = root;
    if (list->kind != NODE_LIST) {
        return diag_error(d, list->at, "read/no-drafts",
                          "there is no list of drafts in this; `parley read` "
                          "writes one under `record:`");
    }
    confirm_item *items = ARENA_ARRAY(mem, confirm_item, list->count + 1);
    for (size_t i = 0; i < list->count; i++) {
        const node *n = list->items[i];
        if (n->kind != NODE_MAP) {
            diag_error(d, n->at, "read/no-draft", "this is no entry");
            continue;
        }
        read_item(&items[out->count++], n, sources, mem);
    }
    out->items = items;
    return true;
}
