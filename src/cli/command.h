/* SPDX-License-Identifier: Apache-2.0
 * A command is one file cmd_<name>.c, which ends with all that help, the manual
 * page and the shells say of it, and one row in command_table. What is no
 * command is a lens, which all share cmd_look.c. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H

#include <stdio.h>

#include "base/arena.h"
#include "parley.h"

enum exit_code {
    EXIT_ANSWERED = 0,
    EXIT_INPUT = 1, /* the input has errors */
    EXIT_USAGE = 2,
    EXIT_WORLD = 3, /* a limit, reading, writing, memory */
};

/* The words after the command's name. */
typedef struct words {
    const char *const *items;
    size_t count;
} words;

typedef struct option_list {
    const parley_option_info *items;
    size_t count;
} option_list;

#define OPTION_LIST(rows)                                                      \
    { rows, sizeof(rows) / sizeof *(rows) }

/* What every lens and command takes. */
extern const parley_option_info help_option;

struct arguments;

typedef struct command {
    const char *name;
    const char *usage;         /* "CASE [--strict]" */
    const char *help;          /* one line */
    const char *example;       /* as it is typed */
    option_list own;           /* --help goes without saying */
    const option_list *shared; /* with other commands; or NULL */
    void (*more)(FILE *to);    /* what help says beside that; or NULL */
    int (*run)(const struct arguments *a, arena *mem);
    int (*run_words)(words given, arena *mem); /* instead: reads no options */
} command;

extern const command *const command_table[];
extern const size_t command_count;
const command *command_find(const char *name); /* or NULL */
/* Its own, the shared ones, and --help. */
option_list command_options(const command *c, arena *mem);
int command_run(const command *c, words given, arena *mem);

int cmd_look(const parley_lens_info *lens, words given, arena *mem);
int cmd_help(words given, arena *mem);
void help_overview(FILE *to);
/* The manual page, in mdoc. */
void help_manual(FILE *to);
void help_lens(FILE *to, const parley_lens_info *lens);

/* Quotes where the value of an option has several words; else "". */
const char *option_quote(const parley_option_info *o);

/* The lens of this name; false if there is none. */
bool find_lens(const char *name, parley_lens_info *out);
/* "no command ..." with a hint; returns EXIT_USAGE. */
int unknown_word(const char *word, arena *mem);
enum exit_code exit_of(parley_status status);

#endif
