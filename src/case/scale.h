/* SPDX-License-Identifier: Apache-2.0
 * Do the options of an issue look as if they lay on a line? */
#ifndef CASE_SCALE_H
#define CASE_SCALE_H

#include <stdbool.h>

/* Three or more, of which all begin with numbers that only rise or only fall;
 * one word may stand at an end ("none, 3 %, 6 %"). */
bool scale_is_likely(const char *const *options, int count);

#endif
