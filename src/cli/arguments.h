/* SPDX-License-Identifier: Apache-2.0
 * Words of the command line as operands and options. */
#ifndef CLI_ARGUMENTS_H
#define CLI_ARGUMENTS_H

#include "base/arena.h"
#include "cli/command.h"

typedef struct arguments {
    const char **operands;
    size_t operand_count;
    parley_option *options; /* in order; "operand" is not among them */
    size_t option_count;
} arguments;

/* `known` are the options that may stand here; -o is output, -h is help. False
 * (and said on stderr) if a word is wrong. */
bool arguments_read(arguments *out, words given,
                    const parley_option_info *known, size_t known_count,
                    arena *mem);
/* The last value given, "" for a flag, NULL if it was not given. */
const char *arguments_value(const arguments *a, const char *name);
bool arguments_have(const arguments *a, const char *name);

#endif
