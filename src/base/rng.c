/* SPDX-License-Identifier: Apache-2.0
 * xoshiro256++: Blackman and Vigna, "Scrambled linear pseudorandom number
 * generators", ACM TOMS 47(4), 2021. The state is filled by splitmix64 from
 * the seed and the stream's number, so that streams of one seed are unrelated
 * and no state is all zero. */
#include "base/rng.h"

#include <math.h>

static uint64_t splitmix(uint64_t *state) {
    uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

void rng_seed(rng *r, uint64_t seed, uint64_t stream) {
    uint64_t state = seed;
    uint64_t mixed = splitmix(&state);
    state = mixed ^ (stream * UINT64_C(0xd1342543de82ef95));
    for (int i = 0; i < 4; i++)
        r->s[i] = splitmix(&state);
}

static uint64_t rotate(uint64_t x, int by) { return x << by | x >> (64 - by); }

uint64_t rng_next(rng *r) {
    uint64_t *s = r->s;
    uint64_t result = rotate(s[0] + s[3], 23) + s[0];
    uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

double rng_uniform(rng *r) { return (double)(rng_next(r) >> 11) * 0x1p-53; }

double rng_between(rng *r, double low, double high) {
    return low + (high - low) * rng_uniform(r);
}

double rng_exponential(rng *r) {
    /* 1 - u is in (0, 1]; half a step keeps the logarithm away from 0. */
    return -log(1.0 - rng_uniform(r) - 0x1p-54);
}

uint64_t rng_below(rng *r, uint64_t most) {
    /* Values in the incomplete last stretch are drawn again. */
    uint64_t limit = UINT64_MAX - UINT64_MAX % most;
    uint64_t value;
    do
        value = rng_next(r);
    while (value >= limit);
    return value % most;
}
