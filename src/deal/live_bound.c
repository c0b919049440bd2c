/* SPDX-License-Identifier: Apache-2.0
 * A closer look at what can still follow from a state.
 *
 * The plain bound takes all conjunctions alive as if they could hold together.
 * Here the worth of each is cut into equal shares for the issues without an
 * option that it speaks of; a conjunction that holds collects all its shares,
 * so what follows is worth at most the sum, over these issues, of the best
 * option's shares and own worth. This sees that two conjunctions want different
 * options of one issue (cost splitting; for constraint networks: Schiex,
 * Arc consistency for soft constraints, 2000).
 *
 * For two parties the same is done for weighted sums of their worths, which
 * sees that they want different things. What is useful lies above a corner of
 * the staircase of known outcomes; a state without a corner below all its
 * bounds leads to nothing new.
 *
 * Bounds are sums of floats and are rounded up by 10^-5 of the range, more than
 * the error of sums of a few hundred terms. */
#include <math.h>
#include <string.h>

#include "deal/live_int.h"

/* Weighted sums of two parties' worths beside the worths themselves. */
enum { SUMS = 3, FEW_STATES = 500, WIDTH_MOST = 64 };

typedef struct closer {
    const live_task *t;
    const live_known *known;
    int next;             /* the first issue without an option */
    size_t dims;          /* parties, then sums */
    size_t width;         /* options of an issue, with some that are none */
    const double *weight; /* [dim * n + party] */
    const float *base;    /* [issue][dim][option]: its own worth */
    float *share;         /* [slot][dim][option] */
    int *slot_issue, *slot_from; /* [slot]; [bit], bit_count + 1 */
    float *sum;                  /* [issue][dim][option] */
    double *bound;               /* [dim] */
    double *margin;              /* [dim] */
    fixed *hope;
    arena *mem;
} closer;

/* --- Tables of one issue --- */

static bool speaks_of(const live_task *t, int bit, int issue) {
    for (int o = 0; o < t->options[issue]; o++) {
        const uint64_t *ok =
            t->ok + ((size_t)t->from[issue] + (size_t)o) * (size_t)t->words;
        if (!(ok[bit / 64] >> (bit % 64) & 1)) return true;
    }
    return false;
}

static double weighted(const closer *x, size_t dim, const fixed *worth) {
    double sum = 0;
    for (int p = 0; p < x->t->n; p++)
        sum += x->weight[dim * (size_t)x->t->n + (size_t)p] * (double)worth[p];
    return sum;
}

static void set_weights(closer *x) {
    const size_t n = (size_t)x->t->n;
    double *weight = ARENA_ARRAY(x->mem, double, x->dims *n + 1);
    for (size_t p = 0; p < n; p++)
        weight[p * n + p] = 1;
    for (size_t k = n; k < x->dims; k++) {
        const double part = (double)(k - n + 1) / (SUMS + 1);
        for (size_t p = 0; p < 2; p++) {
            const fixed range = x->t->range[p] > 0 ? x->t->range[p] : 1;
            weight[k * n + p] = (p == 0 ? part : 1 - part) *
                                (double)x->t->range[0] / (double)range;
        }
    }
    x->weight = weight;
    x->margin = ARENA_ARRAY(x->mem, double, x->dims);
    for (size_t k = 0; k < x->dims; k++)
        x->margin[k] = 1e-5 * weighted(x, k, x->t->range) + 1;
}

static void set_base(closer *x) {
    const live_task *t = x->t;
    const size_t n = (size_t)t->n, step = x->dims * x->width;
    float *base = ARENA_ARRAY(x->mem, float, (size_t)t->depth *step + 1);
    for (int j = x->next; j < t->depth; j++)
        for (size_t k = 0; k < x->dims; k++)
            for (size_t o = 0; o < x->width; o++) {
                const size_t cell = (size_t)t->from[j] + o;
                const bool is = o < (size_t)t->options[j] && !t->barred[cell];
                base[(size_t)j * step + k * x->width + o] =
                    is ? (float)-weighted(x, k, t->loss + cell * n) : -INFINITY;
            }
    x->base = base;
}

static void set_shares(closer *x) {
    const live_task *t = x->t;
    const size_t n = (size_t)t->n, step = x->dims * x->width;
    const size_t bits = (size_t)t->bit_count;
    const size_t most = bits * (size_t)(t->depth - x->next) + 1;
    x->slot_from = ARENA_ARRAY(x->mem, int, bits + 1);
    x->slot_issue = ARENA_ARRAY(x->mem, int, most);
    int slots = 0;
    for (size_t b = 0; b < bits; b++) {
        x->slot_from[b] = slots;
        for (int j = x->next; j < t->depth; j++)
            if (speaks_of(t, (int)b, j)) x->slot_issue[slots++] = j;
    }
    x->slot_from[bits] = slots;
    x->share = ARENA_ARRAY(x->mem, float, (size_t)slots *step + 1);
    for (size_t b = 0; b < bits; b++)
        for (int s = x->slot_from[b]; s < x->slot_from[b + 1]; s++)
            for (int o = 0; o < t->options[x->slot_issue[s]]; o++) {
                const size_t cell =
                    (size_t)t->from[x->slot_issue[s]] + (size_t)o;
                const uint64_t ok = t->ok[cell * (size_t)t->words + b / 64];
                for (size_t k = 0; k < x->dims && (ok >> (b % 64) & 1); k++)
                    x->share[(size_t)s * step + k * x->width + (size_t)o] =
                        (float)(fmax(0, weighted(x, k, t->worth + b * n)) /
                                (x->slot_from[b + 1] - x->slot_from[b]));
            }
}

static bool begin(closer *x) {
    const live_task *t = x->t;
    for (int j = x->next; j < t->depth; j++)
        if ((size_t)t->options[j] > x->width) x->width = (size_t)t->options[j];
    x->width = (x->width + 3) / 4 * 4;
    if (x->width > WIDTH_MOST || t->n < 1 || t->bit_count == 0) return false;
    x->dims = (size_t)t->n + (t->n == 2 ? SUMS : 0);
    set_weights(x);
    set_base(x);
    set_shares(x);
    x->sum =
        ARENA_ARRAY(x->mem, float, (size_t)t->depth * x->dims * x->width + 1);
    x->bound = ARENA_ARRAY(x->mem, double, x->dims);
    x->hope = ARENA_ARRAY(x->mem, fixed, (size_t)t->n);
    return true;
}

/* --- One state --- */

static inline void add_four(float *restrict to, const float *restrict from) {
    for (int i = 0; i < 4; i++)
        to[i] += from[i];
}

static void add_shares(const closer *x, const uint64_t *key) {
    const live_task *t = x->t;
    const size_t step = x->dims * x->width;
    for (size_t w = 0; w < (size_t)t->words; w++)
        for (uint64_t bits = key[w] & ~t->forbids[w]; bits; bits &= bits - 1) {
            const size_t bit = 64 * w + (size_t)__builtin_ctzll(bits);
            for (int s = x->slot_from[bit]; s < x->slot_from[bit + 1]; s++) {
                float *sum = x->sum + (size_t)x->slot_issue[s] * step;
                const float *share = x->share + (size_t)s * step;
                for (size_t i = 0; i < step; i += 4)
                    add_four(sum + i, share + i);
            }
        }
}

static void find_bounds(const closer *x, const uint64_t *key, const fixed *up) {
    const live_task *t = x->t;
    const size_t n = (size_t)t->n, step = x->dims * x->width;
    const size_t from = (size_t)x->next * step;
    live_hope(t, key, x->hope);
    for (size_t p = 0; p < n; p++)
        x->hope[p] = up[p] - x->hope[p];
    for (size_t k = 0; k < x->dims; k++)
        x->bound[k] = weighted(x, k, x->hope) + x->margin[k];
    memcpy(x->sum + from, x->base + from,
           ((size_t)t->depth * step - from) * sizeof *x->sum);
    add_shares(x, key);
    for (int j = x->next; j < t->depth; j++)
        for (size_t k = 0; k < x->dims; k++) {
            const float *sum = x->sum + (size_t)j * step + k * x->width;
            float most = sum[0];
            for (size_t o = 1; o < x->width; o++)
                most = sum[o] > most ? sum[o] : most;
            x->bound[k] += most;
        }
}

/* --- Is it good enough? --- */

static bool beats(const closer *x, const fixed *known) {
    for (int p = 0; p < x->t->n; p++)
        if ((double)known[p] < x->bound[p]) return false;
    return true;
}

/* Is there something below all bounds at (a, b) or above? */
static bool has_room(const closer *x, double a, double b) {
    if (a > x->bound[0] || b > x->bound[1]) return false;
    for (size_t k = 2; k < x->dims; k++)
        if (x->weight[2 * k] * a + x->weight[2 * k + 1] * b > x->bound[k])
            return false;
    return true;
}

static bool is_useful_to_two(const closer *x) {
    const live_known *known = x->known;
    double before = -INFINITY;
    for (size_t i = 0; i < known->count; i++) {
        if (has_room(x, before, (double)known->worth[2 * i + 1])) return true;
        before = (double)known->worth[2 * i];
    }
    return has_room(x, before, -INFINITY);
}

static bool is_useful(const closer *x) {
    if (x->t->n == 2) return is_useful_to_two(x);
    for (size_t i = 0; i < x->known->count; i++)
        if (beats(x, x->known->worth + i * (size_t)x->t->n)) return false;
    return true;
}

void live_tighten(const live_run *r, int next, live_level *l) {
    closer x = {
        .t = r->t, .known = r->known, .next = next, .mem = arena_child(r->mem)};
    size_t kept = l->count;
    if (l->count > FEW_STATES && begin(&x)) {
        kept = 0;
        for (size_t i = 0; i < l->count; i++) {
            const fixed *up = l->up + i * (size_t)r->t->n;
            find_bounds(&x, l->key + i * (size_t)r->t->words, up);
            if (is_useful(&x)) live_level_move(r->t, l, kept++, i);
        }
    }
    l->count = kept;
    arena_free(x.mem);
}
