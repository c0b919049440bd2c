/* SPDX-License-Identifier: Apache-2.0
 * Another program that makes drafts of a report. */
#ifndef CLI_VIA_H
#define CLI_VIA_H

#include "base/arena.h"
#include "base/source.h"

/* Runs a shell command with the report on its standard input; what it writes
 * is the answer. NULL (said on stderr) if it can't be run, fails, or writes
 * too much. */
const char *via_run(const char *command, const source_text *report, arena *mem);

#endif
