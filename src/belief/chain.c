/* SPDX-License-Identifier: Apache-2.0
 * Metropolis sampling of theta by blocks from the prior.
 *
 * One sweep visits, in random order, every weight, every issue's option
 * values, every party as a whole and every model range. A visit redraws the
 * block from the prior and keeps the redraw with probability min(1, L'/L): the
 * proposal is the prior itself, so the prior cancels and only the likelihoods
 * of the claims that the block can change are left. There is nothing to tune,
 * and since a redraw may land anywhere, the chain jumps between modes.
 *
 * The chance is drawn before the claims are judged. Claims come cheap ones
 * first, and a move that would be refused whatever the remaining ones say is
 * given up there: the draws are the same as if all were judged.
 *
 * Edge cases: a block that no claim depends on is always redrawn; with no
 * claims at all every sweep is an independent draw of the prior. The chain
 * starts from a prior draw however unlikely; likelihoods are kept as
 * logarithms of ratios, so none is too small.
 *
 * Metropolis, Rosenbluth, Rosenbluth, Teller and Teller, J. Chem. Phys. 21,
 * 1953; Hastings, Biometrika 57, 1970. */
#include "belief/chain.h"

#include <math.h>
#include <string.h>

#include "belief/belief.h"

typedef struct chain {
    const belief_likelihood *l;
    belief_state *now;
    belief_undo *before;
    belief_room *room;
    bool *satisfied, *judged; /* [claim]; judged: after the move at hand */
    int *order;               /* of the blocks */
    rng random;
} chain;

static double log_factor(const belief_claim *k, bool satisfied) {
    return satisfied ? k->log_true : k->log_false;
}

/* The most that judging a claim again can add. */
static double best_gain(const belief_claim *k, bool satisfied) {
    double most = fmax(k->log_true, k->log_false);
    return most - log_factor(k, satisfied);
}

/* Judges the touched claims; false as soon as the move is refused. */
static bool survives(chain *h, int_list touched, double chance) {
    double hope = 0;
    for (int i = 0; i < touched.count; i++) {
        int k = touched.items[i];
        hope += best_gain(&h->l->claims[k], h->satisfied[k]);
    }
    for (int i = 0; i < touched.count; i++) {
        if (!(hope > chance)) return false;
        int k = touched.items[i];
        const belief_claim *claim = &h->l->claims[k];
        h->judged[k] = belief_satisfies(h->l, h->now, k, h->room);
        hope += log_factor(claim, h->judged[k]) -
                fmax(claim->log_true, claim->log_false);
    }
    return hope > chance;
}

static void visit(chain *h, int b) {
    belief_block block = h->l->prior->blocks[b];
    int_list touched = h->l->touched[b];
    belief_state_redraw(h->l->prior, h->now, block, &h->random, h->before);
    if (touched.count == 0) return;
    belief_room_move(h->room);
    if (survives(h, touched, -rng_exponential(&h->random)))
        for (int i = 0; i < touched.count; i++)
            h->satisfied[touched.items[i]] = h->judged[touched.items[i]];
    else
        belief_state_restore(h->l->prior, h->now, block, h->before);
}

static void sweep(chain *h) {
    int count = h->l->prior->block_count;
    for (int i = count - 1; i > 0; i--) {
        int other = (int)rng_below(&h->random, (uint64_t)i + 1);
        int at = h->order[i];
        h->order[i] = h->order[other];
        h->order[other] = at;
    }
    for (int i = 0; i < count; i++)
        visit(h, h->order[i]);
}

static double start(chain *h) {
    double sum = 0;
    belief_state_draw(h->l->prior, h->now, &h->random);
    belief_room_move(h->room);
    for (int i = 0; i < h->l->claim_count; i++) {
        const belief_claim *k = &h->l->claims[i];
        if (!k->weighed) continue;
        h->satisfied[i] = belief_satisfies(h->l, h->now, i, h->room);
        sum += log_factor(k, h->satisfied[i]);
    }
    return sum;
}

double belief_chain_run(const belief_likelihood *l, uint64_t seed, int number,
                        int length, belief_output *to, arena *scratch) {
    size_t claims = (size_t)l->claim_count;
    size_t blocks = (size_t)l->prior->block_count;
    chain h = {.l = l,
               .now = belief_state_new(l->prior, scratch),
               .before = belief_undo_new(l->prior, scratch),
               .room = belief_room_new(l, scratch),
               .satisfied = ARENA_ARRAY(scratch, bool, claims),
               .judged = ARENA_ARRAY(scratch, bool, claims),
               .order = ARENA_ARRAY(scratch, int, blocks)};
    for (size_t i = 0; i < blocks; i++)
        h.order[i] = (int)i;
    rng_seed(&h.random, seed, (uint64_t)number);
    double log_start = start(&h);
    for (int i = 0; i < BELIEF_WARM_UP; i++)
        sweep(&h);
    for (int i = 0; i < length; i++) {
        sweep(&h);
        belief_output_keep(l, h.now, h.room, to, number * length + i);
    }
    return log_start;
}

/* --- What is kept --- */

double belief_output_size(const case_model *c, int claim_count) {
    double parties = c->party_count;
    return parties * (c->cell_count + c->actor_count + c->proposal_count) +
           claim_count / 8.0 + (double)sizeof(draw) / sizeof(double);
}

belief_output belief_output_new(const belief_likelihood *l, int draw_count,
                                arena *mem) {
    const case_model *c = l->prior->c;
    size_t draws = (size_t)draw_count, parties = (size_t)c->party_count;
    size_t cells = parties * (size_t)c->cell_count;
    size_t pairs = parties * (size_t)c->actor_count;
    belief_output to = {.draw_count = draw_count};
    to.draws = ARENA_ARRAY(mem, draw, draws);
    to.worth = ARENA_ARRAY(mem, double, draws *cells);
    to.honour = ARENA_ARRAY(mem, double, draws *pairs);
    to.satisfied = ARENA_ARRAY(mem, bool, draws *(size_t)l->claim_count);
    if (l->proposals)
        to.gain =
            ARENA_ARRAY(mem, double, draws *parties *(size_t)c->proposal_count);
    return to;
}

static void keep_gains(const belief_likelihood *l, const belief_state *s,
                       belief_room *room, belief_output *to, int at) {
    const case_model *c = l->prior->c;
    for (int i = 0; i < c->proposal_count; i++) {
        const double *gain = belief_gains(l, s, i, room);
        for (int p = 0; p < c->party_count; p++)
            to->gain[(size_t)(i * c->party_count + p) * (size_t)to->draw_count +
                     (size_t)at] = gain[p];
    }
}

/* Claims that were replaced are judged too: people ask. */
void belief_output_keep(const belief_likelihood *l, const belief_state *s,
                        belief_room *room, belief_output *to, int at) {
    const case_model *c = l->prior->c;
    size_t parties = (size_t)c->party_count;
    size_t cells = parties * (size_t)c->cell_count;
    size_t pairs = parties * (size_t)c->actor_count;
    size_t place = (size_t)at;
    draw *kept = &to->draws[at];
    double *worth = to->worth + place * cells;
    double *honour = to->honour + place * pairs;
    if (cells) memcpy(worth, s->worth, cells * sizeof *worth);
    if (pairs) memcpy(honour, s->honour, pairs * sizeof *honour);
    *kept = s->view;
    kept->worth = worth;
    kept->honour = honour;
    belief_room_move(room);
    for (int i = 0; i < l->claim_count; i++)
        to->satisfied[(size_t)i * (size_t)to->draw_count + place] =
            !l->claims[i].obstacle && belief_satisfies(l, s, i, room);
    if (to->gain) keep_gains(l, s, room, to, at);
}
