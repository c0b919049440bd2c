/* SPDX-License-Identifier: Apache-2.0
 * What every lens that speaks of shares of draws does alike: getting the
 * draws, and saying what they are worth. */
#ifndef LENS_SAMPLED_H
#define LENS_SAMPLED_H

#include "belief/belief.h"
#include "lens/lens.h"

/* False with `deal/work-limit`, and the draws that would fit, where a
 * settlement in every draw, and `more` outcomes looked at in each, are too much
 * work; or with another error where there is no settling at all. */
bool sampled_fits(const lens_request *q, double more, arena *mem,
                  parley_diags *d);

/* The draws that a request asks for. `ranges`: the answer depends on the
 * model's ranges (belief_ask). */
parley_status sampled_draws(const belief **out, const lens_request *q,
                            bool ranges, arena *mem, parley_diags *d);

/* The keys of every sampled result: draws, r-hat and r-hat-of (the quantity
 * that is worst), ess and ess-of; all but draws null with a single draw. */
void sampled_put(doc *to, const belief *b);
/* The same in a sentence, and what a share of draws is; nothing with a single
 * draw. */
void sampled_say(doc *to, const belief *b);

/* A number, or null where there is a single draw: Monte Carlo errors. */
void sampled_put_error(doc_value *in, const char *key, double error,
                       const belief *b);

#endif
