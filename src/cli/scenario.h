/* SPDX-License-Identifier: Apache-2.0
 * Scenarios of other tools on the command line. */
#ifndef CLI_SCENARIO_H
#define CLI_SCENARIO_H

#include "cli/arguments.h"

/* How a scenario is read (semantics, steps, profiles), and batch. */
extern const parley_option_info scenario_options[];
extern const size_t scenario_option_count;
bool scenario_is_option(const char *name);

/* True if the operands name a scenario: a folder, or files with an end that
 * scenarios have. */
bool scenario_is_named(const char *const *operands, size_t count);
/* The scenario that all operands make, with the options of its reading. */
parley_scenario scenario_of(const arguments *a, arena *mem);
bool scenario_is_folder(const char *path);

#endif
