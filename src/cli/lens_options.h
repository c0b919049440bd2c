/* SPDX-License-Identifier: Apache-2.0
 * All options that may stand behind a lens: those of every lens, its own, and
 * those of output. */
#ifndef CLI_LENS_OPTIONS_H
#define CLI_LENS_OPTIONS_H

#include "cli/arguments.h"

/* `deals` also takes the files of other tools. */
bool lens_takes_scenarios(const parley_lens_info *lens);
option_list lens_options_of(const parley_lens_info *lens, arena *mem);

/* What the library is asked. */
typedef struct question {
    parley_option *options;
    size_t count;
} question;

/* The options given, but those of output and of scenarios; room for more. */
question question_of(const arguments *a, size_t more, arena *mem);

#endif
