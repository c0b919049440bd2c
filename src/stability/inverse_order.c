/* SPDX-License-Identifier: Apache-2.0
 * Could a party's own statements, in another order of importance, make the
 * state stable? How many orders would, and which is nearest to today's?
 *
 * Of a relevant state only the statements matter whose truth there differs
 * from that in the wished state: the most important of them decides. Orders
 * are built from the most important statement down; as soon as every relevant
 * state is decided all completions are alike, so they are counted at once, and
 * the nearest of them keeps what is left in its order. A statement that is
 * placed costs a swap for each one before it that is still to come (Kendall's
 * distance). If that takes too long the count is unknown, and said so. */
#include <string.h>

#include "stability/inverse.h"

#define STEPS_MOST 20000000

typedef struct orderer {
    const stability_condition *k;
    const bool *holds;
    int statements;
    uint64_t factorial[STABILITY_STATEMENTS + 1];
    bool *above;     /* by state: ranked above the wished one */
    int *decided_at; /* by relevant state: how many were placed when it was
                        decided, or 0 */
    int order[STABILITY_STATEMENTS];
    uint32_t placed; /* a set of statements */
    uint64_t steps;
    stability_reorder *out;
} orderer;

static bool truth(const orderer *o, uint32_t state, int statement) {
    return o->holds[(size_t)state * (size_t)o->statements + (size_t)statement];
}

/* Places a statement; gives how many relevant states are left undecided. */
static uint32_t place(orderer *o, int statement, int depth) {
    uint32_t left = 0;
    for (uint32_t i = 0; i < o->k->relevant_count; i++) {
        uint32_t s = o->k->relevant[i];
        if (o->decided_at[i]) continue;
        bool there = truth(o, s, statement);
        if (there == truth(o, o->k->asked.state, statement)) {
            left++;
            continue;
        }
        o->decided_at[i] = depth;
        o->above[s] = there;
    }
    return left;
}

static void unplace(orderer *o, int depth) {
    for (uint32_t i = 0; i < o->k->relevant_count; i++)
        if (o->decided_at[i] == depth) {
            o->decided_at[i] = 0;
            o->above[o->k->relevant[i]] = false;
        }
}

/* All completions of the order so far meet the condition. */
static void take(orderer *o, int depth, int swaps) {
    o->out->count += o->factorial[o->statements - depth];
    if (o->out->possible && swaps >= o->out->swaps) return;
    o->out->possible = true;
    o->out->swaps = swaps;
    memcpy(o->out->order, o->order, (size_t)depth * sizeof *o->order);
    for (int s = 0, at = depth; s < o->statements; s++)
        if (!((o->placed >> s) & 1)) o->out->order[at++] = s;
}

static void extend(orderer *o, int depth, int swaps, uint32_t undecided) {
    if (++o->steps > STEPS_MOST) o->out->known = false;
    if (!o->out->known) return;
    if (undecided == 0 || depth == o->statements) {
        if (stability_condition_holds(o->k, o->above)) take(o, depth, swaps);
        return;
    }
    int passed = 0;
    for (int s = 0; s < o->statements; s++) {
        if ((o->placed >> s) & 1) continue;
        o->placed |= UINT32_C(1) << s;
        o->order[depth] = s;
        uint32_t left = place(o, s, depth + 1);
        extend(o, depth + 1, swaps + passed, left);
        unplace(o, depth + 1);
        o->placed &= ~(UINT32_C(1) << s);
        passed++;
    }
}

stability_reorder stability_reorder_find(const stability_condition *k,
                                         const bool *holds, int statement_count,
                                         arena *scratch) {
    stability_reorder out = {.known = statement_count <= STABILITY_STATEMENTS};
    if (!out.known) return out;
    uint32_t most = k->asked.state;
    for (uint32_t i = 0; i < k->relevant_count; i++)
        if (k->relevant[i] > most) most = k->relevant[i];
    orderer o = {.k = k, .holds = holds, .statements = statement_count};
    o.above = ARENA_ARRAY(scratch, bool, (size_t)most + 1);
    o.decided_at = ARENA_ARRAY(scratch, int, k->relevant_count);
    o.out = &out;
    o.factorial[0] = 1;
    for (int s = 1; s <= statement_count; s++)
        o.factorial[s] = o.factorial[s - 1] * (uint64_t)s;
    extend(&o, 0, 0, k->relevant_count);
    return out;
}
