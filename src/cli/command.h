/* SPDX-License-Identifier: Apache-2.0
 * A command is one file cmd_<name>.c and one row in command_table. What is no
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

typedef struct command {
    const char *name;
    const char *usage; /* "CASE [--strict]" */
    const char *help;  /* one line */
    int (*run)(words given, arena *mem);
} command;

extern const command command_table[];
extern const size_t command_count;
const command *command_find(const char *name); /* or NULL */

int cmd_look(const parley_lens_info *lens, words given, arena *mem);
int cmd_check(words given, arena *mem);
int cmd_add(words given, arena *mem);
int cmd_new(words given, arena *mem);
int cmd_import(words given, arena *mem);
int cmd_export(words given, arena *mem);
int cmd_log(words given, arena *mem);
int cmd_draft(words given, arena *mem);
int cmd_send(words given, arena *mem);
int cmd_answer(words given, arena *mem);
int cmd_read(words given, arena *mem);
int cmd_confirm(words given, arena *mem);
int cmd_calibrate(words given, arena *mem);
int cmd_score(words given, arena *mem);
int cmd_complete(words given, arena *mem);
int cmd_help(words given, arena *mem);
void help_overview(FILE *to);
/* The manual page, in mdoc. */
void help_manual(FILE *to);
void help_lens(FILE *to, const parley_lens_info *lens);

/* For commands whose own help is all there is to say. */
int help_command(const char *name, arena *mem);

/* The lens of this name; false if there is none. */
bool find_lens(const char *name, parley_lens_info *out);
/* "no command ..." with a hint; returns EXIT_USAGE. */
int unknown_word(const char *word, arena *mem);
enum exit_code exit_of(parley_status status);

#endif
