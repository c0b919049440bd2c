/* SPDX-License-Identifier: Apache-2.0
 * All of a file that the user names. */
#ifndef CLI_INPUT_H
#define CLI_INPUT_H

#include "base/arena.h"

/* "-" is standard input. NULL, said on stderr, if it can't be read or is too
 * long. */
const char *input_read(const char *path, size_t *size, arena *mem);

#endif
