/* SPDX-License-Identifier: Apache-2.0
 * Are the labels and gists of a case in neutral words? A short list of words
 * that take a side warns wherever they stand outside quotation marks: in
 * titles, names, gists and clauses. What was literally said belongs in
 * quotation marks, with its speaker and its source. The list is in
 * load_words_list.c, and is about words, not about anyone. */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "case/load_int.h"
#include "case/load_words_list.h"

/* --- One text --- */

static bool is_letter(char byte) {
    return isalpha((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

static bool same_word(const char *text, size_t size, const char *word) {
    if (strlen(word) != size) return false;
    for (size_t i = 0; i < size; i++)
        if (tolower((unsigned char)text[i]) != word[i]) return false;
    return true;
}

static const loaded_word *find_word(const char *text, size_t size) {
    for (size_t i = 0; i < loaded_word_count; i++)
        if (same_word(text, size, loaded_words[i].word))
            return &loaded_words[i];
    return NULL;
}

/* Skips what stands between "..." or “...”; text is at the opening mark. */
static const char *skip_quoted(const char *text) {
    if (*text == '"') {
        const char *end = strchr(text + 1, '"');
        return end ? end + 1 : text + 1;
    }
    static const char opening[] = "\xe2\x80\x9c", closing[] = "\xe2\x80\x9d";
    if (!text_begins(text, opening)) return text;
    const char *end = strstr(text, closing);
    return end ? end + sizeof closing - 1 : text + 1;
}

static void check_text(loader *l, const node *n) {
    if (!n || n->kind != NODE_TEXT) return;
    const char *text = n->text;
    while (*text) {
        const char *after = skip_quoted(text);
        if (after != text) {
            text = after;
            continue;
        }
        size_t size = 0;
        while (is_letter(text[size]) && !text_begins(text + size, "\xe2\x80"))
            size++;
        const loaded_word *w = size ? find_word(text, size) : NULL;
        if (w) {
            diag_warning(l->d, n->at, "case/loaded-word",
                         "\"%.*s\" takes a side", (int)size, text);
            diag_hint(l->d, "%s; or quote who said it", w->instead);
        }
        text += size ? size : 1;
    }
}

/* --- All texts --- */

static void check_keys(loader *l, const node *n) {
    static const char *const keys[] = {"name", "gist", "case", "phase", "text"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        check_text(l, load_get(n, keys[i]));
}

static void check_maps(loader *l, const node *map) {
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node_entry *e = &map->entries[i];
        node key = {.kind = NODE_TEXT, .at = e->key_at, .text = e->key};
        check_text(l, &key);
        check_keys(l, e->value);
    }
}

static void check_options(loader *l, const node *map) {
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node *options = load_get(map->entries[i].value, "options");
        for (size_t o = 0; o < load_size(options, NODE_LIST); o++)
            check_text(l, load_bare(options->items[o]));
    }
}

static void check_list(loader *l, const node *list) {
    for (size_t i = 0; i < load_size(list, NODE_LIST); i++)
        check_keys(l, list->items[i]);
}

static void check_proposals(loader *l, const node *map) {
    for (size_t i = 0; i < load_size(map, NODE_MAP); i++) {
        const node *n = map->entries[i].value;
        const node *clauses = load_get(n, "clauses");
        check_list(l, load_get(n, "plan"));
        for (size_t k = 0; k < load_size(clauses, NODE_MAP); k++) {
            const node *clause = clauses->entries[k].value;
            check_text(l, clause);
            check_keys(l, clause);
        }
    }
}

void load_words(loader *l) {
    static const char *const maps[] = {"sources", "parties", "others",
                                       "people",  "issues",  "proposals"};
    check_keys(l, l->root);
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        check_maps(l, node_find(l->root, maps[i]));
    check_options(l, node_find(l->root, "issues"));
    check_list(l, node_find(l->root, "record"));
    check_list(l, node_find(l->root, "levers"));
    check_proposals(l, node_find(l->root, "proposals"));
}
