/* SPDX-License-Identifier: Apache-2.0
 * --name VALUE, --name=VALUE, --flag, -o FILE, - (standard input as an
 * operand), -- (what follows are operands). Options may stand anywhere. */
#include "cli/arguments.h"

#include <string.h>

#include "base/text.h"
#include "cli/report.h"

typedef struct parsing {
    arguments *to;
    words given;
    size_t next;
    const parley_option_info *known;
    size_t known_count;
    arena *mem;
} parsing;

static const parley_option_info *find_known(const parsing *p, const char *name,
                                            size_t size) {
    for (size_t i = 0; i < p->known_count; i++)
        if (strlen(p->known[i].name) == size &&
            strncmp(p->known[i].name, name, size) == 0)
            return &p->known[i];
    return NULL;
}

static bool unknown(const parsing *p, const char *word, const char *name,
                    size_t size) {
    const char **names = ARENA_ARRAY(p->mem, const char *, p->known_count);
    for (size_t i = 0; i < p->known_count; i++)
        names[i] = p->known[i].name;
    const char *near =
        text_nearest(arena_text(p->mem, name, size), names, p->known_count);
    if (near)
        say_error("there is no option %s; did you mean --%s?", word, near);
    else
        say_error("there is no option %s", word);
    return false;
}

static void add_option(parsing *p, const char *name, const char *value) {
    size_t count = p->to->option_count;
    p->to->options = arena_grow(p->mem, p->to->options, count, count + 1,
                                sizeof *p->to->options);
    p->to->options[p->to->option_count++] = (parley_option){name, value};
}

static bool read_option(parsing *p, const char *word, const char *name) {
    size_t size = strcspn(name, "=");
    const parley_option_info *info = find_known(p, name, size);
    if (!info) return unknown(p, word, name, size);
    const char *value = name[size] == '=' ? name + size + 1 : NULL;
    if (!info->value && value) {
        say_error("--%s takes no value", info->name);
        return false;
    }
    if (info->value && !value) {
        if (p->next == p->given.count) {
            const char *quote = option_quote(info);
            say_error("--%s needs a value: %s%s%s", info->name, quote,
                      info->value, quote);
            return false;
        }
        value = p->given.items[p->next++];
    }
    add_option(p, info->name, value ? value : "");
    return true;
}

static void add_operand(parsing *p, const char *word) {
    size_t count = p->to->operand_count;
    p->to->operands = arena_grow(p->mem, p->to->operands, count, count + 1,
                                 sizeof *p->to->operands);
    p->to->operands[p->to->operand_count++] = word;
}

static bool read_word(parsing *p, const char *word) {
    if (text_same(word, "-o")) return read_option(p, word, "output");
    if (text_same(word, "-h")) return read_option(p, word, "help");
    if (text_begins(word, "--")) return read_option(p, word, word + 2);
    if (*word == '-' && word[1] != '\0')
        return unknown(p, word, word + 1, strlen(word + 1));
    add_operand(p, word);
    return true;
}

bool arguments_read(arguments *out, words given,
                    const parley_option_info *known, size_t known_count,
                    arena *mem) {
    *out = (arguments){.operands = NULL};
    parsing p = {out, given, 0, known, known_count, mem};
    bool ok = true, options_end = false;
    while (p.next < given.count) {
        const char *word = given.items[p.next++];
        if (!options_end && text_same(word, "--"))
            options_end = true;
        else if (options_end)
            add_operand(&p, word);
        else if (!read_word(&p, word))
            ok = false;
    }
    return ok;
}

const char *arguments_value(const arguments *a, const char *name) {
    const char *value = NULL;
    for (size_t i = 0; i < a->option_count; i++)
        if (text_same(a->options[i].name, name)) value = a->options[i].value;
    return value;
}

bool arguments_have(const arguments *a, const char *name) {
    return arguments_value(a, name) != NULL;
}
