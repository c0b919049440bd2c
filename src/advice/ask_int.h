/* SPDX-License-Identifier: Apache-2.0
 * Inside src/advice: what the files of ask share. */
#ifndef ADVICE_ASK_INT_H
#define ADVICE_ASK_INT_H

#include "advice/ask.h"

/* Fills in proposals, questions and their answers. */
void ask_list(ask_answer *a, const ask_ask *ask, arena *mem);
/* accepted[proposal of a->proposals]: one a draw. */
const bool *const *ask_accepted(const ask_answer *a, const belief *b,
                                arena *mem);
void ask_sequence(ask_answer *a, const belief *b, const bool *const *accepted,
                  arena *mem);

#endif
