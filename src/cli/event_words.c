/* SPDX-License-Identifier: Apache-2.0
 * Events as people type them:
 *
 *   parley log CASE deliver pause to=union,company by=court
 *
 * is the line of JSON with the same kind and keys; `at` is now where it is not
 * given. One word may stand without a key: what the event is about, which is
 * its proposal or incident, the entry of a statement or contact, or the text of
 * a note. Kinds and keys are those of the library's own table, so help has
 * whatever a line can have. */
#include "cli/event_words.h"

#include <string.h>

#include "base/text.h"
#include "cli/event_line.h"
#include "cli/report.h"

/* --- Kinds and keys --- */

static bool find_event(const char *name, size_t *event) {
    for (*event = 0; *event < parley_event_count(); ++*event)
        if (text_same(parley_event_get(*event).name, name)) return true;
    return false;
}

static bool find_key(size_t event, const char *name, parley_event_key *out) {
    for (size_t i = 0; i < parley_event_get(event).key_count; i++) {
        *out = parley_event_key_get(event, i);
        if (text_same(out->name, name)) return true;
    }
    return false;
}

/* The key of the word that has none. */
static const char *about_of(size_t event) {
    static const char *const names[] = {"proposal", "incident", "entry",
                                        "text"};
    parley_event_key k;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (find_key(event, names[i], &k) && k.needed) return names[i];
    return "proposal";
}

static bool is_list(const parley_event_key *k) {
    return strstr(k->value, ",...") != NULL;
}

/* --- A line --- */

static void add_list(event_line *l, const char *key, const char *value) {
    const char **items =
        ARENA_ARRAY(l->mem, const char *, strlen(value) / 2 + 1);
    size_t count = 0;
    while (*value) {
        size_t size = strcspn(value, ",");
        if (size > 0) items[count++] = arena_text(l->mem, value, size);
        value += size + (value[size] == ',');
    }
    event_line_list(l, key, items, count);
}

static void add_value(event_line *l, size_t event, const char *key,
                      const char *value) {
    parley_event_key k;
    bool known = find_key(event, key, &k);
    if (text_same(key, "answer"))
        event_line_answer(l, value);
    else if (known && is_list(&k) && strchr(value, ','))
        add_list(l, key, value);
    else if (text_same(key, "entry"))
        event_line_raw(l, key, value);
    else
        event_line_add(l, key, value);
}

/* How long the key of KEY=VALUE is; 0: the word has none. */
static size_t key_size(const char *word) {
    size_t size = strspn(word, "abcdefghijklmnopqrstuvwxyz-");
    return word[size] == '=' ? size : 0;
}

/* *about: the key of the one word that has none; NULL once it was there. */
static bool add_word(event_line *l, size_t event, const char *word,
                     const char **about) {
    size_t size = key_size(word);
    if (size > 0) {
        add_value(l, event, arena_text(l->mem, word, size), word + size + 1);
        return true;
    }
    if (!*about) {
        say_error("\"%s\" has no key: %s takes KEY=VALUE behind what it is "
                  "about",
                  word, parley_event_get(event).name);
        return false;
    }
    add_value(l, event, *about, word);
    *about = NULL;
    return true;
}

static int refuse_kind(const char *word, arena *mem) {
    const char **names = ARENA_ARRAY(mem, const char *, parley_event_count());
    for (size_t i = 0; i < parley_event_count(); i++)
        names[i] = parley_event_get(i).name;
    const char *near = text_nearest(word, names, parley_event_count());
    say_error("no kind of event \"%s\"%s%s%s; `parley help log` has them all",
              word, near ? " (did you mean \"" : "", near ? near : "",
              near ? "\"?)" : "");
    return EXIT_USAGE;
}

int event_words_log(const char *path, words given, arena *mem) {
    size_t event;
    const char *kind = given.items[0];
    if (!find_event(kind, &event)) return refuse_kind(kind, mem);
    const char *about = about_of(event);
    event_line l = event_line_new(kind, mem);
    bool timed = false;
    for (size_t i = 1; i < given.count; i++) {
        if (!add_word(&l, event, given.items[i], &about)) return EXIT_USAGE;
        timed = timed || text_begins(given.items[i], "at=");
    }
    if (!timed) event_line_time(&l, NULL);
    return event_line_log(&l, path);
}

/* --- Help --- */

static void print_key(FILE *to, const parley_event_key *k, const char *about) {
    const char *open = k->needed ? "" : "[", *close = k->needed ? "" : "]";
    if (text_same(k->name, about))
        (void)fprintf(to, " %s%s%s", open, k->value, close);
    else
        (void)fprintf(to, " %s%s=%s%s", open, k->name, k->value, close);
}

/* Of a kind's own keys those that it needs, or those that it may have. */
static void print_keys(FILE *to, size_t event, const char *about, bool needed) {
    for (size_t i = 0; i < parley_event_get(event).key_count; i++) {
        parley_event_key k = parley_event_key_get(event, i);
        bool usual = k.common && (!k.needed || text_same(k.name, "at"));
        if (k.needed == needed && !usual && !text_same(k.name, about))
            print_key(to, &k, about);
    }
}

static void print_event(FILE *to, size_t event) {
    parley_event_info info = parley_event_get(event);
    const char *about = about_of(event);
    parley_event_key k;
    (void)fprintf(to, "  %-14s%s\n                 ", info.name, info.help);
    if (find_key(event, about, &k)) print_key(to, &k, about);
    print_keys(to, event, about, true);
    print_keys(to, event, about, false);
    (void)fputs("\n", to);
}

void event_words_help(FILE *to) {
    (void)fputs("\nKinds of events, and what each needs and [may have]\n", to);
    for (size_t i = 0; i < parley_event_count(); i++)
        print_event(to, i);
    (void)fputs("\nEvery event may have\n ", to);
    for (size_t i = 0; i < parley_event_get(0).key_count; i++) {
        parley_event_key k = parley_event_key_get(0, i);
        if (k.common) (void)fprintf(to, " %s=%s", k.name, k.value);
    }
    (void)fputs("\nThe time is now where at= is not given; by= the mediator's "
                "desk. As JSON the same\nkeys are members, beside \"kind\"; "
                "docs/process.md has what each means.\n",
                to);
}
