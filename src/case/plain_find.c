/* SPDX-License-Identifier: Apache-2.0
 *
 * Which thing does a person mean who writes "union"?
 *
 * What is called so, by its id or its name; else the one thing in whose name,
 * or in whose id, every word typed begins a word ("bus co" is the Bus company).
 * Words that begin with a digit are never shortened: 1 is not 16. Articles in
 * front count for nothing. Two things that would do are a problem, and so is
 * none; the nearest is then asked for.
 */
#include <string.h>

#include "base/diag.h"
#include "base/text.h"
#include "case/plain_int.h"

enum { WORDS_MOST = 16, NEAR_MOST = 256 };

typedef struct words {
    char items[WORDS_MOST][PHRASE_WORD];
    int count;
} words;

static bool is_article(const char *word) {
    return text_same(word, "the") || text_same(word, "a") ||
           text_same(word, "an");
}

static void take_words(words *w, span p) {
    char word[PHRASE_WORD];
    w->count = 0;
    while (w->count < WORDS_MOST && phrase_word(&p, word)) {
        if (w->count == 0 && is_article(word) && !phrase_is_empty(p)) continue;
        memcpy(w->items[w->count++], word, PHRASE_WORD);
    }
}

/* --- How well does a name fit? --- */

typedef enum fit { FIT_NONE, FIT_SHORT, FIT_EXACT } fit;

static bool fits_word(const char *typed, const char *word) {
    bool number = (*typed >= '0' && *typed <= '9') || strchr("+-", *typed);
    return number ? text_same(typed, word) : text_begins(word, typed);
}

static bool has_word(const words *name, const char *typed) {
    for (int i = 0; i < name->count; i++)
        if (fits_word(typed, name->items[i])) return true;
    return false;
}

static bool same_words(const words *a, const words *b) {
    if (a->count != b->count) return false;
    for (int i = 0; i < a->count; i++)
        if (!text_same(a->items[i], b->items[i])) return false;
    return true;
}

static fit fit_of(const words *typed, const char *name, arena *mem) {
    if (!name || typed->count == 0) return FIT_NONE;
    words w;
    take_words(&w, phrase_of(source_new(mem, "", name, strlen(name))));
    if (same_words(typed, &w)) return FIT_EXACT;
    for (int i = 0; i < typed->count; i++)
        if (!has_word(&w, typed->items[i])) return FIT_NONE;
    return FIT_SHORT;
}

static fit item_fit(const words *typed, const plain_item *i, arena *mem) {
    fit id = fit_of(typed, i->id, mem), name = fit_of(typed, i->name, mem);
    return id > name ? id : name;
}

/* --- The best of many --- */

typedef struct choice {
    const plain_item *best, *second;
    fit fit;
} choice;

static void consider(choice *to, const plain_item *item, fit f) {
    if (f == FIT_NONE || f < to->fit) return;
    to->second = f == to->fit ? to->best : NULL;
    to->best = item;
    to->fit = f;
}

static void choose(choice *to, const words *typed, const plain_list *list,
                   arena *mem) {
    for (int i = 0; i < list->count; i++)
        consider(to, &list->items[i], item_fit(typed, &list->items[i], mem));
}

const plain_item *plain_known(const plain_list *list, span name, arena *mem) {
    words typed;
    choice best = {NULL, NULL, FIT_NONE};
    arena *scratch = arena_child(mem);
    take_words(&typed, name);
    choose(&best, &typed, list, scratch);
    arena_free(scratch);
    return best.second ? NULL : best.best;
}

/* --- Problems --- */

static const char *shown(const plain_item *i) {
    return i->name ? i->name : i->id;
}

typedef struct nearest {
    const char *names[NEAR_MOST];
    int count;
} nearest;

/* What it could be, by name: the words of names, too, as people shorten. */
static void add_names(nearest *to, const plain_list *list, arena *mem) {
    for (int i = 0; i < list->count; i++) {
        const char *name = shown(&list->items[i]);
        span rest = phrase_of(source_new(mem, "", name, strlen(name))), at;
        char word[PHRASE_WORD];
        if (to->count < NEAR_MOST) to->names[to->count++] = name;
        while (to->count < NEAR_MOST && phrase_word_at(&rest, word, &at))
            to->names[to->count++] = arena_copy(mem, word);
    }
}

static const char *all_names(const plain_case *c, const plain_section *sections,
                             int count, arena *mem) {
    growing_text b = {.mem = mem};
    for (int s = 0; s < count; s++)
        for (int i = 0; i < c->sections[sections[s]].count; i++) {
            if (b.bytes) growing_text_add(&b, ", ");
            growing_text_add(&b, shown(&c->sections[sections[s]].items[i]));
        }
    return b.bytes;
}

typedef struct wording {
    const char *code, *noun;
} wording;

static wording wording_of(plain_section section) {
    switch (section) {
    case PLAIN_SOURCES:
        return (wording){"case/unknown-source", "source"};
    case PLAIN_PARTIES:
        return (wording){"case/unknown-party", "party"};
    case PLAIN_OTHERS:
        return (wording){"case/unknown-actor", "party or other"};
    case PLAIN_PEOPLE:
        return (wording){"case/unknown-speaker", "person, party or other"};
    case PLAIN_ISSUES:
        return (wording){"case/unknown-issue", "issue"};
    default:
        return (wording){"case/unknown-proposal", "proposal"};
    }
}

const char *plain_near(const plain_case *c, span name,
                       const plain_section *sections, int count) {
    nearest near = {.count = 0};
    for (int i = 0; i < count; i++)
        add_names(&near, &c->sections[sections[i]], c->mem);
    return text_nearest(phrase_text(name, c->mem), near.names,
                        (size_t)near.count);
}

static void unknown(const plain_case *c, span name,
                    const plain_section *sections, int count) {
    arena *mem = c->mem;
    wording w = wording_of(sections[count - 1]);
    const char *text = phrase_text(name, mem);
    diag_error(c->d, name, w.code, "no %s \"%s\"", w.noun, text);
    const char *best = plain_near(c, name, sections, count);
    const char *all = all_names(c, sections, count, mem);
    if (best)
        diag_hint(c->d, "did you mean \"%s\"?", best);
    else if (all)
        diag_hint(c->d, "there are: %s", all);
}

const plain_item *plain_find(const plain_case *c, span name,
                             const plain_section *sections, int count) {
    words typed;
    choice best = {NULL, NULL, FIT_NONE};
    arena *scratch = arena_child(c->mem);
    take_words(&typed, name);
    for (int i = 0; i < count; i++)
        choose(&best, &typed, &c->sections[sections[i]], scratch);
    if (best.second)
        diag_error(c->d, name, "plain/ambiguous", "\"%s\" may be %s or %s",
                   phrase_text(name, scratch), shown(best.second),
                   shown(best.best));
    else if (!best.best)
        unknown(c, name, sections, count);
    arena_free(scratch);
    return best.second ? NULL : best.best;
}

const plain_item *plain_actor(const plain_case *c, span name) {
    static const plain_section both[] = {PLAIN_PARTIES, PLAIN_OTHERS};
    return plain_find(c, name, both, 2);
}
