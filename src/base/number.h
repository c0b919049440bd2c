/* SPDX-License-Identifier: Apache-2.0
 * Numbers as people write them. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* An exact decimal: a multiple of 10^-12. */
typedef int64_t fixed;
#define FIXED_ONE  INT64_C(1000000000000)
#define FIXED_MOST (1000000 * FIXED_ONE) /* the largest magnitude accepted */

/* The whole text must be a decimal number ("-1.5", "2e-3"); it is rounded
 * once, half away from zero. False if it isn't one, or too large. */
bool number_fixed(const char *text, fixed *out);
/* Independent of the locale; NaN and infinities are refused. */
bool number_double(const char *text, double *out);
bool number_int(const char *text, int64_t *out);
double number_from_fixed(fixed value);

/* The shortest decimal that reads back to the same double, as JSON has it
 * ("0.1", "1e+22"); value must be finite. */
#define NUMBER_SIZE 32
void number_print(char out[NUMBER_SIZE], double value);

#endif
