/* SPDX-License-Identifier: Apache-2.0
 * How many strict rankings make the state stable?
 *
 * A ranking matters only through the set A of relevant states above the wished
 * one. In a random ranking of r relevant states and the wished one, a given A
 * of j states is what lies above with probability j! (r-j)! / (r+1)!, so the
 * share of rankings is the sum over j of g_j j! (r-j)! / (r+1)!, with g_j the
 * number of sets of j states that meet the condition; times the factorial of
 * the number of states that is the count. The g_j are read off a binary
 * decision diagram of the condition (Bryant 1986), in which equal subproblems
 * are one node: nothing is listed, and irrelevant states cost nothing. If the
 * diagram gets too large the count is not known, and said so. */
#include <math.h>
#include <string.h>

#include "stability/big.h"
#include "stability/inverse.h"

enum { NODES_MOST = 1 << 19, TABLE = 1 << 20, RELEVANT_MOST = 1000 };

/* Node 0 is false, 1 true. `high`: the state is above the wished one. */
typedef struct vertex {
    uint32_t var, low, high;
} vertex;

typedef struct diagram {
    vertex *vertex;
    uint32_t count;
    uint32_t *table; /* open hash of vertices */
    struct {
        uint32_t op, a, b, result; /* op 0: empty */
    } * cache;
    bool full;
} diagram;

enum { AND = 1, OR = 2 };

static uint32_t mix(uint32_t a, uint32_t b, uint32_t c) {
    uint64_t h = a * UINT64_C(0x9E3779B97F4A7C15) ^
                 b * UINT64_C(0xC2B2AE3D27D4EB4F) ^
                 c * UINT64_C(0x165667B19E3779F9);
    h ^= h >> 29;
    h *= UINT64_C(0xBF58476D1CE4E5B9);
    return (uint32_t)(h >> 32) % TABLE;
}

static diagram new_diagram(uint32_t vars, arena *mem) {
    diagram d = {ARENA_ARRAY(mem, vertex, NODES_MOST), 2,
                 ARENA_ARRAY(mem, uint32_t, TABLE), NULL, false};
    d.cache = arena_array(mem, TABLE, sizeof *d.cache);
    d.vertex[0].var = d.vertex[1].var = vars;
    return d;
}

static uint32_t make(diagram *d, uint32_t var, uint32_t low, uint32_t high) {
    if (low == high) return low;
    uint32_t h = mix(var, low, high);
    for (; d->table[h]; h = (h + 1) % TABLE) {
        const vertex *v = &d->vertex[d->table[h]];
        if (v->var == var && v->low == low && v->high == high)
            return d->table[h];
    }
    if (d->count == NODES_MOST) {
        d->full = true;
        return 0;
    }
    d->vertex[d->count] = (vertex){var, low, high};
    d->table[h] = d->count;
    return d->count++;
}

static uint32_t combine(diagram *d, uint32_t op, uint32_t a, uint32_t b) {
    uint32_t zero = op == AND ? 0 : 1; /* decides alone */
    if (a == zero || b == zero) return zero;
    if (a == 1 - zero || a == b) return b;
    if (b == 1 - zero) return a;
    if (d->full) return 0;
    uint32_t h = mix(op, a, b);
    if (d->cache[h].op == op && d->cache[h].a == a && d->cache[h].b == b)
        return d->cache[h].result;
    vertex x = d->vertex[a], y = d->vertex[b];
    uint32_t var = x.var < y.var ? x.var : y.var;
    uint32_t low =
        combine(d, op, x.var == var ? x.low : a, y.var == var ? y.low : b);
    uint32_t high =
        combine(d, op, x.var == var ? x.high : a, y.var == var ? y.high : b);
    uint32_t result = make(d, var, low, high);
    d->cache[h].op = op;
    d->cache[h].a = a;
    d->cache[h].b = b;
    d->cache[h].result = result;
    return result;
}

/* All states of a way are not above: a chain from the last variable up. */
static uint32_t way_of(diagram *d, stability_states way, const uint32_t *var) {
    uint32_t top = 1;
    for (uint32_t i = way.count; i-- > 0;)
        top = make(d, var[way.items[i]], top, 0);
    return top;
}

static uint32_t condition_of(diagram *d, const stability_condition *k,
                             const uint32_t *var) {
    uint32_t all = 1;
    for (uint32_t c = 0; c < k->clause_count; c++) {
        uint32_t any = 0;
        for (uint32_t w = 0; w < k->clauses[c].way_count; w++)
            any = combine(d, OR, any, way_of(d, k->clauses[c].ways[w], var));
        all = combine(d, AND, all, any);
    }
    return all;
}

/* --- Counting sets by size --- */

typedef struct sizes {
    const diagram *d;
    uint32_t vars;
    size_t limbs;
    uint32_t *count; /* [vertex][size][limb], of the variables from its own */
    bool *done;
} sizes;

static uint32_t *count_of(const sizes *z, uint32_t v, uint32_t size) {
    return z->count + ((size_t)v * (z->vars + 1) + size) * z->limbs;
}

/* Adds the sets of `from` to those of `to`, `skipped` free variables and
 * `taken` members more. Free variables multiply by binomials, one at a time
 * in the row `room`. */
static void add_sets(const sizes *z, uint32_t *to, uint32_t from,
                     uint32_t skipped, uint32_t taken, uint32_t *room) {
    size_t row = z->limbs;
    memcpy(room, count_of(z, from, 0), (z->vars + 1) * row * sizeof *room);
    for (uint32_t k = 0; k < skipped; k++)
        for (uint32_t j = z->vars; j > 0; j--)
            stability_big_add(room + j * row, room + (j - 1) * row, row);
    for (uint32_t j = taken; j <= z->vars; j++)
        stability_big_add(to + j * row, room + (j - taken) * row, row);
}

static void count_sets(const sizes *z, uint32_t v, uint32_t *room) {
    if (v <= 1 || z->done[v]) return;
    const vertex *x = &z->d->vertex[v];
    const vertex *low = &z->d->vertex[x->low], *high = &z->d->vertex[x->high];
    count_sets(z, x->low, room);
    count_sets(z, x->high, room);
    add_sets(z, count_of(z, v, 0), x->low, low->var - x->var - 1, 0, room);
    add_sets(z, count_of(z, v, 0), x->high, high->var - x->var - 1, 1, room);
    z->done[v] = true;
}

/* sum of g_j j! (r-j)! (r+2) ... n, and the share as a double */
static void total(const uint32_t *g, size_t g_limbs, uint32_t r, uint32_t n,
                  stability_rankings *out, arena *mem) {
    size_t limbs = (size_t)(lgamma(n + 2.0) / log(2.0) / 32) + g_limbs + 2;
    bool digits = n <= STABILITY_COUNT_STATES;
    uint32_t *sum = ARENA_ARRAY(mem, uint32_t, limbs);
    uint32_t *term = ARENA_ARRAY(mem, uint32_t, limbs);
    for (uint32_t j = 0; j <= r; j++) {
        double some = stability_big_double(g + j * g_limbs, g_limbs);
        if (some == 0) continue;
        out->share += exp(log(some) + lgamma(j + 1.0) + lgamma(r - j + 1.0) -
                          lgamma(r + 2.0));
        if (!digits) continue;
        memset(term, 0, limbs * sizeof *term);
        memcpy(term, g + j * g_limbs, g_limbs * sizeof *term);
        for (uint32_t k = 2; k <= j; k++)
            stability_big_times(term, k, limbs);
        for (uint32_t k = 2; k <= r - j; k++)
            stability_big_times(term, k, limbs);
        for (uint32_t k = r + 2; k <= n; k++)
            stability_big_times(term, k, limbs);
        stability_big_add(sum, term, limbs);
    }
    if (digits) out->digits = stability_big_print(sum, limbs, mem);
}

stability_rankings stability_rankings_count(const stability_condition *k,
                                            uint32_t state_count, arena *mem) {
    stability_rankings out = {false, 0, NULL};
    const uint32_t r = k->relevant_count;
    if (r > RELEVANT_MOST) return out;
    arena *scratch = arena_child(mem);
    uint32_t *var = ARENA_ARRAY(scratch, uint32_t, state_count);
    for (uint32_t i = 0; i < r; i++)
        var[k->relevant[i]] = i;
    diagram d = new_diagram(r, scratch);
    uint32_t top = condition_of(&d, k, var);
    size_t limbs = r / 32 + 1;
    double bytes = 4.0 * d.count * (r + 1.0) * (double)limbs;
    if (!d.full && bytes < 1e9) {
        sizes z = {
            &d, r, limbs,
            ARENA_ARRAY(scratch, uint32_t, d.count * (size_t)(r + 1) * limbs),
            ARENA_ARRAY(scratch, bool, d.count)};
        uint32_t *room = ARENA_ARRAY(scratch, uint32_t, (r + 1) * limbs);
        uint32_t *g = ARENA_ARRAY(scratch, uint32_t, (r + 1) * limbs);
        *count_of(&z, 1, 0) = 1;
        count_sets(&z, top, room);
        add_sets(&z, g, top, d.vertex[top].var, 0, room);
        out.known = true;
        total(g, limbs, r, state_count, &out, mem);
    }
    arena_free(scratch);
    return out;
}
