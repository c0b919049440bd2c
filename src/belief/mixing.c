/* SPDX-License-Identifier: Apache-2.0
 * Did the chains mix, in everything that answers rest on?
 *
 * Split-R-hat and bulk effective sample size (measure.c) of every inferred
 * weight, every drawn model range and honour, and every proposal's
 * V1 - cost - V0 to every party; the worst R-hat and the worst size are kept
 * with the names of what they are of.
 *
 * Edge cases: a proposal that can't be valued has no gain; chains too short to
 * be judged leave the worst unknown (NAN, no name). */
#include <math.h>

#include "base/threads.h"
#include "belief/measure.h"
#include "belief/setup.h"

typedef struct quantity {
    const char *name;
    const double *values;
} quantity;

typedef struct quantities {
    quantity *items;
    int count, chain_count, length;
    const double *scores; /* of the ranks */
    belief_mixing *mixing;
} quantities;

static void measure_one(void *subject, size_t i, arena *scratch) {
    quantities *q = subject;
    belief_chains v = {q->items[i].values, q->chain_count, q->length};
    q->mixing[i] = belief_mix(v, q->scores, scratch);
}

static const double *weights_of(const belief *b, belief_block k, arena *mem) {
    double *values = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    for (int i = 0; i < b->draw_count; i++)
        values[i] = belief_weight(b, i, k.party, k.index);
    return values;
}

static const double *numbers_of(const belief *b, belief_block k, arena *mem) {
    double *values = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    int pair = k.party * b->c->actor_count + k.index;
    for (int i = 0; i < b->draw_count; i++)
        values[i] = k.kind == BLOCK_MODEL ? b->draws[i].model[k.index]
                                          : b->draws[i].honour[pair];
    return values;
}

static void add_block(quantities *q, const belief *b, belief_block k,
                      arena *mem) {
    const case_model *c = b->c;
    quantity one = {NULL, NULL};
    if (k.kind == BLOCK_WEIGHT) {
        one.name = arena_format(mem, "weight of %s to %s",
                                c->issues[k.index].id, c->actors[k.party].id);
        one.values = weights_of(b, k, mem);
    } else if (k.kind == BLOCK_MODEL) {
        one.name = case_parameter_label((case_parameter_name)k.index);
        one.values = numbers_of(b, k, mem);
    } else if (k.kind == BLOCK_HONOUR) {
        one.name = arena_format(mem, "honour of %s to %s",
                                c->actors[k.index].id, c->actors[k.party].id);
        one.values = numbers_of(b, k, mem);
    }
    if (one.name) q->items[q->count++] = one;
}

static void add_gains(quantities *q, const belief *b, arena *mem) {
    const case_model *c = b->c;
    for (int i = 0; b->gain && i < c->proposal_count; i++)
        for (int p = 0; p < c->party_count; p++) {
            const double *values = b->gain + (size_t)(i * c->party_count + p) *
                                                 (size_t)b->draw_count;
            if (isnan(values[0])) continue;
            q->items[q->count++] =
                (quantity){arena_format(mem, "gain of %s from %s",
                                        c->actors[p].id, c->proposals[i].id),
                           values};
        }
}

static void find_worst(belief *b, const quantities *q) {
    for (int i = 0; i < q->count; i++) {
        belief_mixing m = q->mixing[i];
        if (isnan(m.r_hat)) continue;
        if (!b->r_hat.name || m.r_hat > b->r_hat.value)
            b->r_hat = (belief_worst){m.r_hat, q->items[i].name};
        if (!b->ess.name || m.bulk_ess < b->ess.value)
            b->ess = (belief_worst){m.bulk_ess, q->items[i].name};
    }
}

void belief_judge_mixing(belief *b, arena *mem) {
    const belief_prior *p = b->setup->prior;
    size_t most = (size_t)p->block_count +
                  (size_t)b->c->party_count * (size_t)b->c->proposal_count;
    arena *scratch = arena_child(mem);
    quantities q = {.items = ARENA_ARRAY(scratch, quantity, most),
                    .chain_count = b->chain_count,
                    .length = b->draw_count / b->chain_count,
                    .scores = belief_rank_scores(b->draw_count, scratch),
                    .mixing = ARENA_ARRAY(scratch, belief_mixing, most)};
    for (int i = 0; i < p->block_count; i++)
        add_block(&q, b, p->blocks[i], scratch);
    add_gains(&q, b, scratch);
    threads_run((size_t)q.count, b->ask.threads, measure_one, &q, scratch);
    find_worst(b, &q);
    if (b->r_hat.name) {
        b->r_hat.name = arena_copy(mem, b->r_hat.name);
        b->ess.name = arena_copy(mem, b->ess.name);
    }
    arena_free(scratch);
}
