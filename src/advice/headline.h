/* SPDX-License-Identifier: Apache-2.0
 * A headline as one number a draw. */
#ifndef ADVICE_HEADLINE_H
#define ADVICE_HEADLINE_H

#include "advice/sensitivity.h"

/* Do all accept in this draw? The proposals must have been valued. */
bool headline_accept(const belief *b, int proposal, int draw_index);
/* One entry a draw, in mem: 1 where all accept, else 0. */
const double *headline_accepts(const belief *b, int proposal, arena *mem);
/* first less second; the first alone without a second. */
const double *headline_lead(const belief *b, advice_headline h, arena *mem);

#endif
