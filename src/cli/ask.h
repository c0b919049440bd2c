/* SPDX-License-Identifier: Apache-2.0
 * Asking a person on the terminal. */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "base/arena.h"

/* One line, without space around it; NULL when the input ends. What no terminal
 * showed as it was typed is shown. */
const char *ask_line(const char *question, arena *mem);
/* Asks until the answer begins with one of the letters; the last of them when
 * the input ends. */
char ask_choice(const char *question, const char *letters, arena *mem);
/* The text as the person leaves it: in $VISUAL or $EDITOR, else typed anew (an
 * empty line keeps it). */
const char *ask_edited(const char *text, arena *mem);

#endif
