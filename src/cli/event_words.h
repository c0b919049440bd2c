/* SPDX-License-Identifier: Apache-2.0
 * An event in words: KIND [WHAT] [KEY=VALUE...]. */
#ifndef CLI_EVENT_WORDS_H
#define CLI_EVENT_WORDS_H

#include <stdio.h>

#include "cli/command.h"

/* Adds it to the log of a case. Returns an exit code. */
int event_words_log(const char *path, words given, arena *mem);
/* All kinds with their keys. */
void event_words_help(FILE *to);

#endif
