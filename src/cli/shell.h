/* SPDX-License-Identifier: Apache-2.0
 * A user's own command line in the shell: an editor, a program for --via. */
#ifndef PARLEY_CLI_SHELL_H
#define PARLEY_CLI_SHELL_H

#include <stdbool.h>
#include <sys/types.h>

/* In a child: becomes `sh -c command`. Doesn't return. */
_Noreturn void shell_become(const char *command);

/* Waits for the child; true if it ended with 0. */
bool shell_ended_well(pid_t child);

#endif
