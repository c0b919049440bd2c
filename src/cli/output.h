/* SPDX-License-Identifier: Apache-2.0
 * Where an answer goes: standard output, or a file that appears whole or not
 * at all. */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include "base/arena.h"
#include "cli/arguments.h"
#include "parley.h"

/* The options of output, for arguments_read: format, json, output, help. */
extern const option_list output_options;
bool output_is_option(const char *name);

/* The format that was asked for, or "text". NULL (said on stderr) if unknown.
 */
const char *output_format(const arguments *a, arena *mem);
/* Writes r as the options say. */
int output_result(const parley_result *r, const arguments *a, arena *mem);

/* Anything that can be written to a sink. */
typedef struct written {
    parley_status (*write)(void *subject, parley_sink to);
    void *subject;
} written;
/* To the file, or with path NULL or "-" to standard output; an exit code. Says
 * on stderr what went wrong with the file, not what `write` reports. */
int output_write(const char *path, const written *what, arena *mem);

#endif
