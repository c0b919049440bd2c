/* SPDX-License-Identifier: Apache-2.0
 * How to share the worth of a conjunction among the issues it speaks of.
 *
 * Whatever the parts, as long as those of one conjunction add up to 1, no
 * outcome is worth more than the sum over the issues of the best option's own
 * worth and shares; a good split makes that sum small (cost splitting; as
 * equivalence preserving transformations of constraint networks: Cooper et al.,
 * Soft arc consistency revisited, Artificial Intelligence 174, 2010). An issue
 * whose best option the conjunction allows anyway gains nothing from holding a
 * part: there it collects; where the best option is another, the part is lost
 * or changes what is best.
 *
 * So a part shrinks by how often, among the conjunctions alive in some states
 * of the level, its issue's best option collects it, over and over
 * (multiplicative weights: Arora, Hazan and Kale, Theory of Computing 8, 2012).
 * The parts of one issue are where those of the next begin. At the very start
 * an issue has the more of a conjunction the fewer of its options it allows.
 *
 * For two parties weighted sums of their worths are bounded too. */
#include "deal/live_share.h"

#include <math.h>
#include <string.h>

enum { SUMS = 3, WIDTH_MOST = 64, SAMPLE = 64, ROUNDS = 12 };

/* So that no part is lost for good. */
static const double PART_LEAST = 1e-9;

static double *part_of(const live_shares *s, size_t bit, int issue) {
    return s->part + (bit * (size_t)s->t->depth + (size_t)issue) * s->dims;
}

static bool allows(const live_task *t, size_t bit, int issue, int option) {
    const size_t cell = (size_t)t->from[issue] + (size_t)option;
    return t->ok[cell * (size_t)t->words + bit / 64] >> (bit % 64) & 1;
}

/* The share of its options that a conjunction bars. */
static double barred(const live_task *t, size_t bit, int issue) {
    int count = 0;
    for (int o = 0; o < t->options[issue]; o++)
        count += !allows(t, bit, issue, o);
    return (double)count / t->options[issue];
}

double live_shares_weigh(const live_shares *s, size_t dim, const fixed *worth) {
    const size_t n = (size_t)s->t->n;
    double sum = 0;
    for (size_t p = 0; p < n; p++)
        sum += s->weight[dim * n + p] * (double)worth[p];
    return sum;
}

/* --- For all issues --- */

static void set_weights(live_shares *s) {
    const live_task *t = s->t;
    const size_t n = (size_t)t->n;
    double *weight = ARENA_ARRAY(s->mem, double, s->dims *n + 1);
    for (size_t p = 0; p < n; p++)
        weight[p * n + p] = 1;
    for (size_t k = n; k < s->dims; k++) {
        const double part = (double)(k - n + 1) / (SUMS + 1);
        for (size_t p = 0; p < 2; p++) {
            const fixed range = t->range[p] > 0 ? t->range[p] : 1;
            weight[k * n + p] = (p == 0 ? part : 1 - part) *
                                (double)t->range[0] / (double)range;
        }
    }
    s->weight = weight;
}

static void set_base(live_shares *s) {
    const live_task *t = s->t;
    const size_t n = (size_t)t->n;
    float *to = s->base;
    for (int j = 0; j < t->depth; j++)
        for (size_t k = 0; k < s->dims; k++)
            for (size_t o = 0; o < s->width; o++) {
                const size_t cell = (size_t)t->from[j] + o;
                const bool is = o < (size_t)t->options[j] && !t->barred[cell];
                *to++ = is ? (float)-live_shares_weigh(s, k, t->loss + cell * n)
                           : -INFINITY;
            }
}

static void set_first_parts(live_shares *s) {
    for (size_t b = 0; b < (size_t)s->t->bit_count; b++)
        for (int j = 0; j < s->t->depth; j++) {
            const double bars = barred(s->t, b, j);
            for (size_t k = 0; k < s->dims; k++)
                part_of(s, b, j)[k] = bars * bars;
        }
}

bool live_shares_begin(live_shares *s, const live_task *t, arena *mem) {
    *s = (live_shares){.t = t, .mem = mem};
    for (int j = 0; j < t->depth; j++)
        if ((size_t)t->options[j] > s->width) s->width = (size_t)t->options[j];
    s->width = (s->width + 3) / 4 * 4;
    if (s->width > WIDTH_MOST || t->n < 1 || t->bit_count == 0) return false;
    const size_t depth = (size_t)t->depth, bits = (size_t)t->bit_count;
    s->dims = (size_t)t->n + (t->n == 2 ? SUMS : 0);
    s->part = ARENA_ARRAY(mem, double, bits *depth * s->dims);
    s->base = ARENA_ARRAY(mem, float, depth * s->dims * s->width);
    s->sum = ARENA_ARRAY(mem, float, depth * s->dims * s->width);
    set_weights(s);
    set_base(s);
    set_first_parts(s);
    return true;
}

/* --- For the issues to come --- */

static void find_slots(live_shares *s, arena *scratch) {
    const live_task *t = s->t;
    const size_t bits = (size_t)t->bit_count;
    const size_t most = bits * (size_t)(t->depth - s->next) + 1;
    s->slot_from = ARENA_ARRAY(scratch, int, bits + 1);
    s->slot_issue = ARENA_ARRAY(scratch, int, most);
    int slots = 0;
    for (size_t b = 0; b < bits; b++) {
        s->slot_from[b] = slots;
        for (int j = s->next; j < t->depth; j++)
            if (barred(t, b, j) > 0) s->slot_issue[slots++] = j;
    }
    s->slot_from[bits] = slots;
    s->share =
        ARENA_ARRAY(scratch, float, (size_t)slots * s->dims * s->width + 1);
}

/* The parts of one conjunction add up to 1; what they are worth. */
static void share_out(const live_shares *s, size_t bit, size_t dim) {
    const live_task *t = s->t;
    const double worth =
        live_shares_weigh(s, dim, t->worth + bit * (size_t)t->n);
    double all = 0;
    for (int i = s->slot_from[bit]; i < s->slot_from[bit + 1]; i++)
        all += part_of(s, bit, s->slot_issue[i])[dim];
    for (int i = s->slot_from[bit]; i < s->slot_from[bit + 1]; i++) {
        const int j = s->slot_issue[i];
        double *part = part_of(s, bit, j) + dim;
        float *to = s->share + ((size_t)i * s->dims + dim) * s->width;
        *part /= all;
        for (int o = 0; o < t->options[j]; o++)
            to[o] = allows(t, bit, j, o) ? (float)(fmax(0, worth) * *part) : 0;
    }
}

static void share_all(const live_shares *s) {
    for (size_t b = 0; b < (size_t)s->t->bit_count; b++)
        for (size_t k = 0; k < s->dims; k++)
            share_out(s, b, k);
}

static inline void add_four(float *restrict to, const float *restrict from) {
    for (int i = 0; i < 4; i++)
        to[i] += from[i];
}

void live_shares_add(const live_shares *s, const uint64_t *key) {
    const live_task *t = s->t;
    const size_t step = s->dims * s->width, from = (size_t)s->next * step;
    memcpy(s->sum + from, s->base + from,
           ((size_t)t->depth * step - from) * sizeof *s->sum);
    for (size_t w = 0; w < (size_t)t->words; w++)
        for (uint64_t bits = key[w] & ~t->forbids[w]; bits; bits &= bits - 1) {
            const size_t bit = 64 * w + (size_t)__builtin_ctzll(bits);
            for (int i = s->slot_from[bit]; i < s->slot_from[bit + 1]; i++) {
                float *sum = s->sum + (size_t)s->slot_issue[i] * step;
                const float *share = s->share + (size_t)i * step;
                for (size_t o = 0; o < step; o += 4)
                    add_four(sum + o, share + o);
            }
        }
}

/* --- Good parts --- */

typedef struct learning {
    const live_shares *s;
    int *best;  /* [issue * dims + dim]: the option */
    int *alive; /* [bit]: in how many states */
    int *hits;  /* [slot * dims + dim]: the best option collects the share */
} learning;

static void find_best(const learning *x) {
    const live_shares *s = x->s;
    for (int j = s->next; j < s->t->depth; j++)
        for (size_t k = 0; k < s->dims; k++) {
            const size_t at = (size_t)j * s->dims + k;
            const float *sum = s->sum + at * s->width;
            x->best[at] = 0;
            for (int o = 1; o < s->t->options[j]; o++)
                if (sum[o] > sum[x->best[at]]) x->best[at] = o;
        }
}

static void note_bit(const learning *x, size_t bit) {
    const live_shares *s = x->s;
    x->alive[bit]++;
    for (int i = s->slot_from[bit]; i < s->slot_from[bit + 1]; i++)
        for (size_t k = 0; k < s->dims; k++) {
            const int j = s->slot_issue[i];
            const int best = x->best[(size_t)j * s->dims + k];
            x->hits[(size_t)i * s->dims + k] += allows(s->t, bit, j, best);
        }
}

static void note_state(const learning *x, const uint64_t *key) {
    live_shares_add(x->s, key);
    find_best(x);
    for (size_t b = 0; b < (size_t)x->s->t->bit_count; b++)
        if (key[b / 64] >> (b % 64) & 1) note_bit(x, b);
}

static void shrink_parts(const learning *x) {
    const live_shares *s = x->s;
    for (size_t b = 0; b < (size_t)s->t->bit_count; b++)
        for (int i = s->slot_from[b]; i < s->slot_from[b + 1]; i++)
            for (size_t k = 0; k < s->dims && x->alive[b] > 0; k++) {
                double *part = part_of(s, b, s->slot_issue[i]) + k;
                const int hits = x->hits[(size_t)i * s->dims + k];
                *part *= (double)x->alive[b] / (x->alive[b] + hits);
                *part += PART_LEAST;
            }
}

void live_shares_set(live_shares *s, int next, const live_level *l,
                     arena *scratch) {
    const live_task *t = s->t;
    const size_t bits = (size_t)t->bit_count;
    s->next = next;
    find_slots(s, scratch);
    share_all(s);
    const size_t slots = (size_t)s->slot_from[bits];
    const size_t every = l->count / SAMPLE + 1;
    learning x = {.s = s};
    x.best = ARENA_ARRAY(scratch, int, (size_t)t->depth * s->dims + 1);
    x.alive = ARENA_ARRAY(scratch, int, bits + 1);
    x.hits = ARENA_ARRAY(scratch, int, slots * s->dims + 1);
    for (int round = 0; round < ROUNDS; round++) {
        memset(x.alive, 0, bits * sizeof *x.alive);
        memset(x.hits, 0, slots * s->dims * sizeof *x.hits);
        for (size_t i = 0; i < l->count; i += every)
            note_state(&x, l->key + i * (size_t)t->words);
        shrink_parts(&x);
        share_all(s);
    }
}
