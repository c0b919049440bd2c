/* SPDX-License-Identifier: Apache-2.0
 * What do the statements say of the draws, and of each other?
 *
 * For every claim of the evidence, replaced ones too: the share of 10,000
 * draws of the prior that satisfy it, and the share of the sample's draws.
 * A claim that fewer than 0.1 % or more than 99.9 % of prior draws satisfy
 * carries no information (it stays in the likelihood). Two standing claims of
 * one party contradict each other when each is satisfied by over 1 % of the
 * prior draws and no draw satisfies both.
 *
 * The prior here is that of theta: what the record adds to the rules of the
 * game, faces and costs, is as in the sample. The prior draws come in pieces
 * with generators of their own, beyond the chains' numbers, so they depend on
 * the seed alone.
 *
 * Edge cases: a claim that can't be judged has NAN shares and contradicts
 * nothing; where everything is exact a claim holds in all draws or none. */
#include <math.h>

#include "base/threads.h"
#include "belief/setup.h"

enum { PIECES = 8, EACH = BELIEF_PRIOR_DRAWS / PIECES };

#define SHARE_LEAST   0.001 /* to carry information */
#define SHARE_OPPOSED 0.01  /* to contradict */

typedef struct prior_run {
    const belief *b;
    bool *satisfied; /* [claim * BELIEF_PRIOR_DRAWS + draw] */
} prior_run;

static void run_piece(void *subject, size_t piece, arena *scratch) {
    const prior_run *r = subject;
    const belief_likelihood *l = r->b->setup->likelihood;
    belief_state *s = belief_state_new(l->prior, scratch);
    belief_room *room = belief_room_new(l, scratch);
    rng random;
    rng_seed(&random, r->b->ask.seed, BELIEF_CHAINS + piece);
    for (size_t i = piece * EACH; i < (piece + 1) * EACH; i++) {
        belief_state_draw(l->prior, s, &random);
        belief_room_move(room);
        for (int k = 0; k < l->claim_count; k++)
            if (!l->claims[k].obstacle)
                r->satisfied[(size_t)k * BELIEF_PRIOR_DRAWS + i] =
                    belief_satisfies(l, s, k, room);
    }
}

static double share(const bool *satisfied, int count) {
    int sum = 0;
    for (int i = 0; i < count; i++)
        sum += satisfied[i];
    return (double)sum / count;
}

static bool together(const bool *a, const bool *b) {
    for (int i = 0; i < BELIEF_PRIOR_DRAWS; i++)
        if (a[i] && b[i]) return true;
    return false;
}

static belief_statement judge(const prior_run *r, int k) {
    const belief *b = r->b;
    const belief_claim *claim = &b->setup->likelihood->claims[k];
    belief_statement s = {claim->said, claim->weighed, NAN, NAN, false};
    if (claim->obstacle) return s;
    s.prior = share(r->satisfied + (size_t)k * BELIEF_PRIOR_DRAWS,
                    BELIEF_PRIOR_DRAWS);
    s.posterior =
        share(b->satisfied + (size_t)k * (size_t)b->draw_count, b->draw_count);
    s.informative = s.prior >= SHARE_LEAST && s.prior <= 1 - SHARE_LEAST;
    return s;
}

static bool contradict(const prior_run *r, const belief_statement *s, int i,
                       int k) {
    if (!s[i].weighed || !s[k].weighed) return false;
    if (s[i].claim->party != s[k].claim->party) return false;
    if (!(s[i].prior > SHARE_OPPOSED && s[k].prior > SHARE_OPPOSED))
        return false;
    return !together(r->satisfied + (size_t)i * BELIEF_PRIOR_DRAWS,
                     r->satisfied + (size_t)k * BELIEF_PRIOR_DRAWS);
}

static void find_contradictions(belief_review *out, const prior_run *r,
                                arena *mem) {
    const belief_statement *s = out->statements;
    belief_contradiction *found = NULL;
    int count = 0, room = 0;
    for (int i = 0; i < out->statement_count; i++)
        for (int k = i + 1; k < out->statement_count; k++) {
            if (!contradict(r, s, i, k)) continue;
            if (count == room) {
                room = 2 * room + 8;
                found = arena_grow(mem, found, (size_t)count, (size_t)room,
                                   sizeof *found);
            }
            found[count++] = (belief_contradiction){i, k};
        }
    out->contradictions = found;
    out->contradiction_count = count;
}

const belief_review *belief_judge(const belief *b, arena *mem) {
    int count = b->evidence->claim_count;
    arena *scratch = arena_child(mem);
    prior_run r = {
        b, ARENA_ARRAY(scratch, bool, (size_t)count *BELIEF_PRIOR_DRAWS)};
    if (count) threads_run(PIECES, b->ask.threads, run_piece, &r, scratch);
    belief_review *out = ARENA_NEW(mem, belief_review);
    belief_statement *statements =
        ARENA_ARRAY(mem, belief_statement, (size_t)count);
    for (int k = 0; k < count; k++)
        statements[k] = judge(&r, k);
    out->statements = statements;
    out->statement_count = count;
    find_contradictions(out, &r, mem);
    arena_free(scratch);
    return out;
}
