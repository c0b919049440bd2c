/* SPDX-License-Identifier: Apache-2.0
 * Random numbers: xoshiro256++ (Blackman and Vigna 2021), seeded through
 * splitmix64. The same (seed, stream) gives the same numbers everywhere. */
#ifndef BASE_RNG_H
#define BASE_RNG_H

#include <stdint.h>

typedef struct rng {
    uint64_t s[4];
} rng;

void rng_seed(rng *r, uint64_t seed, uint64_t stream);
uint64_t rng_next(rng *r);
double rng_uniform(rng *r); /* in [0, 1) */
double rng_between(rng *r, double low, double high);
double rng_exponential(rng *r);            /* mean 1, > 0 */
uint64_t rng_below(rng *r, uint64_t most); /* in [0, most), unbiased */

#endif
