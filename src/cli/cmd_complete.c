/* SPDX-License-Identifier: Apache-2.0
 * parley complete WORD...: what may stand in place of the last word, one
 * candidate a line, a tab and what it means. The scripts of the shells
 * (data/complete) ask this and know nothing themselves, so lenses, options and
 * the names of the case at hand complete without a line being written. Nothing
 * is printed where a file is due: shells complete those better. */
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/lens_options.h"

typedef struct completion {
    words given;      /* from the lens or command on */
    const char *last; /* what is being typed; may be "" */
    const char *usage;
    option_list options;
    arena *mem;
} completion;

static void offer(const completion *k, const char *word, const char *help) {
    if (text_begins(word, k->last))
        (void)printf("%s\t%s\n", word, help ? help : "");
}

/* --- Names of the case --- */

static void offer_names(const completion *k, const char *kind) {
    parley_case *c = NULL;
    parley_result *r = NULL;
    if (k->given.count > 2 &&
        parley_load(&c, NULL, k->given.items[1], NULL) == PARLEY_OK &&
        parley_check(&r, c, 0, NULL) == PARLEY_OK) {
        parley_value list, id;
        const char *path = arena_format(k->mem, "names/%s", kind);
        if (parley_get(r, path, &list) != PARLEY_OK) list.count = 0;
        for (size_t i = 0; i < list.count; i++) {
            const char *item = arena_format(k->mem, "%s/%zu", path, i);
            if (parley_get(r, item, &id) == PARLEY_OK) offer(k, id.text, kind);
        }
    }
    parley_result_free(r);
    parley_case_free(c);
}

static void offer_actors(const completion *k) {
    offer_names(k, "parties");
    offer_names(k, "others");
}

/* --- Values and operands --- */

static void offer_formats(const completion *k) {
    for (size_t i = 0; i < parley_format_count(); i++)
        offer(k, parley_format_get(i).name, parley_format_get(i).help);
}

static void offer_events(const completion *k) {
    for (size_t i = 0; i < parley_event_count(); i++)
        offer(k, parley_event_get(i).name, parley_event_get(i).help);
}

/* "accept|reject|reply" */
static void offer_choices(const completion *k, const char *choices) {
    while (*choices) {
        size_t size = strcspn(choices, "|");
        offer(k, arena_text(k->mem, choices, size), "");
        choices += size + (choices[size] == '|');
    }
}

/* What help calls "PROPOSAL...", "ACTOR", "ID|analyst", ... */
static void offer_kind(const completion *k, const char *kind) {
    if (strncmp(kind, "PROPOSAL", 8) == 0) {
        offer_names(k, "proposals");
    } else if (strncmp(kind, "PART", 4) == 0) {
        offer_names(k, "parties");
    } else if (text_same(kind, "ACTOR") || text_same(kind, "FROM") ||
               text_same(kind, "TO")) {
        offer_actors(k);
    } else if (text_same(kind, "KIND")) {
        offer_events(k);
    } else if (text_same(kind, "ID|analyst")) {
        offer(k, "analyst", "all assumptions");
        offer_names(k, "entries");
    } else if (strchr(kind, '|')) {
        offer_choices(k, kind);
    }
}

static const parley_option_info *option_at(const completion *k, size_t i) {
    const char *word = i < k->given.count ? k->given.items[i] : "";
    if (!text_begins(word, "--") || strchr(word, '=')) return NULL;
    for (size_t o = 0; o < k->options.count; o++)
        if (text_same(k->options.items[o].name, word + 2))
            return &k->options.items[o];
    return NULL;
}

/* The number of the operand being typed, CASE being 0. */
static int operand_number(const completion *k) {
    int n = 0;
    for (size_t i = 1; i + 1 < k->given.count; i++) {
        const parley_option_info *o = option_at(k, i);
        if (o && o->value)
            i++;
        else if (!text_begins(k->given.items[i], "-"))
            n++;
    }
    return n;
}

static bool is_option_word(const char *word) {
    return *word == '-' || strncmp(word, "[-", 2) == 0;
}

/* Word n of "CASE PROPOSAL PARTY... [--via ACTOR]", without brackets; the last
 * one again where it ends in "...". NULL if there is none. */
static const char *operand_of(const completion *k, int n) {
    const char *usage = k->usage;
    for (int i = 0; *usage && !is_option_word(usage); i++) {
        size_t size = strcspn(usage, " ");
        char *word = arena_text(k->mem, usage, size);
        bool again = size > 3 && strstr(word, "...");
        if (i == n || again) return *word == '[' ? word + 1 : word;
        usage += size + (usage[size] == ' ');
    }
    return NULL;
}

static void offer_operand(const completion *k) {
    int n = operand_number(k);
    const char *kind = operand_of(k, n);
    if (!kind || n == 0) return;
    char *plain = arena_text(k->mem, kind, strcspn(kind, "]."));
    offer_kind(k, plain);
}

/* --- Options --- */

static void offer_options(const completion *k) {
    for (size_t i = 0; i < k->options.count; i++) {
        const parley_option_info *o = &k->options.items[i];
        offer(k, arena_format(k->mem, "--%s", o->name), o->help);
    }
}

static void offer_first(const completion *k) {
    for (size_t i = 0; i < parley_lens_count(); i++)
        offer(k, parley_lens_get(i).name, parley_lens_get(i).question);
    for (size_t i = 0; i < command_count; i++)
        offer(k, command_table[i]->name, command_table[i]->help);
}

/* --- All of it --- */

static bool find_usage(completion *k) {
    parley_lens_info lens;
    const command *c = command_find(k->given.items[0]);
    if (c) {
        k->usage = c->usage;
        k->options = command_options(c, k->mem);
        return true;
    }
    if (!find_lens(k->given.items[0], &lens)) return false;
    k->usage = arena_format(k->mem, "CASE %s", lens.operands);
    k->options = lens_options_of(&lens, k->mem);
    return true;
}

static int run(words given, arena *mem) {
    completion k = {.given = given, .mem = mem};
    k.last = given.count > 0 ? given.items[given.count - 1] : "";
    if (given.count < 2 || text_same(given.items[0], "help")) {
        offer_first(&k);
        return EXIT_ANSWERED;
    }
    if (!find_usage(&k)) return EXIT_ANSWERED;
    const parley_option_info *before = option_at(&k, given.count - 2);
    if (before && before->value && text_same(before->name, "format"))
        offer_formats(&k);
    else if (before && before->value)
        offer_kind(&k, before->value);
    else if (*k.last == '-')
        offer_options(&k);
    else
        offer_operand(&k);
    return EXIT_ANSWERED;
}

extern const command complete_command;
const command complete_command = {
    .name = "complete",
    .usage = "WORD...",
    .help = "what the last word may become, for shells",
    .run_words = run,
};
