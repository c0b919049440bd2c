/* SPDX-License-Identifier: Apache-2.0
 * What is left of a condition when some issues are decided. */
#ifndef DEAL_REST_H
#define DEAL_REST_H

#include "case/expr.h"
#include "deal/words.h"

typedef enum rest_truth { REST_FALSE, REST_TRUE, REST_OPEN } rest_truth;

/* Decided: options[issue] >= 0. Where the condition stays open, what is left
 * of it is added to the text, in
 * words that are the same where the same is left; else nothing is. */
rest_truth rest_of(const expr *e, const int *options, words *to);

#endif
