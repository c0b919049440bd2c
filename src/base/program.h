/* SPDX-License-Identifier: Apache-2.0
 * Another program, run for what it answers to a text. */
#ifndef BASE_PROGRAM_H
#define BASE_PROGRAM_H

#include <stdbool.h>

#include "base/arena.h"

/* Runs words[0] (looked for in PATH; words ends with NULL) without a shell,
 * gives it `input` on its standard input and returns what it writes, or NULL
 * if it can't be run, fails, writes more than `most` bytes or takes longer
 * than `patience` milliseconds; then it is ended. */
const char *program_answer(const char *const *words, const char *input,
                           size_t most, int patience, arena *mem);

#endif
