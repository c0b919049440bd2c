/* SPDX-License-Identifier: Apache-2.0
 * What does each party seem to want? Draws of theta from the posterior.
 *
 * Eight chains run on as many threads as there are, each with a generator of
 * its own seeded by (seed, chain), so the draws don't depend on the number of
 * threads. Each warms up for 50 sweeps and keeps one draw a sweep. Split-R-hat
 * and bulk ESS are then taken of every inferred weight, every drawn model
 * range and honour, and every proposal's V1 - cost - V0; the worst of each is
 * reported by name.
 *
 * One draw is enough when all preferences are exact and no model range is
 * used. A range is used when the question depends on the model, the range is
 * no point, and there is something for it to act on: a pair with an honour, a
 * public demand (face), a public rejection (rejected).
 *
 * Edge cases: the prior is asked for by a record without entries, so faces and
 * costs of rejections are gone too. When the likelihood of all eight starts is
 * below 1e-300 the statements can't all be believed at these credences: that
 * is a problem of the record and no answer. Too many draws for the memory
 * limit are refused with the number that fits. */
#include <assert.h>
#include <math.h>

#include "base/threads.h"
#include "belief/chain.h"
#include "belief/setup.h"

#define START_LEAST  1e-300
#define NUMBERS_MOST 1e8 /* doubles that all draws take together */

/* --- What is uncertain --- */

static const case_model *without_record(const case_model *c, arena *mem) {
    case_model *bare = ARENA_NEW(mem, case_model);
    *bare = *c;
    bare->record = NULL;
    bare->record_count = 0;
    return bare;
}

static bool *doubted_actors(const case_model *c, arena *mem) {
    bool *doubted = ARENA_ARRAY(mem, bool, (size_t)c->actor_count);
    for (int i = 0; i < c->record_count; i++)
        if (c->record[i].kind == CASE_DOUBT && !c->record[i].draft)
            doubted[c->record[i].doubted] = true;
    return doubted;
}

static bool any_face(const case_model *c, const record_evidence *e) {
    for (int i = 0; i < c->party_count * c->issue_count; i++)
        if (e->face[i].weight > 0) return true;
    return false;
}

static bool any_rejection(const case_model *c, const record_evidence *e) {
    for (int i = 0; i < c->party_count * c->proposal_count; i++)
        if (e->rejected[i] > 0) return true;
    return false;
}

/* A drawn number that could change an answer about this case. */
static bool is_used(const belief_prior *p, const record_evidence *e,
                    belief_block b) {
    if (b.kind != BLOCK_MODEL) return true;
    if (b.index == CASE_FACE) return any_face(p->c, e);
    if (b.index == CASE_PUBLIC_REJECTION) return any_rejection(p->c, e);
    return true;
}

static bool needs_one_draw(const belief_prior *p, const record_evidence *e,
                           bool ranges) {
    for (int i = 0; i < p->block_count; i++) {
        belief_block b = p->blocks[i];
        bool number = b.kind == BLOCK_MODEL || b.kind == BLOCK_HONOUR;
        if (!number || (ranges && is_used(p, e, b))) return false;
    }
    return true;
}

/* --- Running --- */

typedef struct run {
    const belief_likelihood *l;
    uint64_t seed;
    int length;
    belief_output *to;
    double log_start[BELIEF_CHAINS];
} run;

static void run_chain(void *subject, size_t i, arena *scratch) {
    run *r = subject;
    r->log_start[i] =
        belief_chain_run(r->l, r->seed, (int)i, r->length, r->to, scratch);
}

static bool any_possible_start(const run *r) {
    for (int i = 0; i < BELIEF_CHAINS; i++)
        if (r->log_start[i] >= log(START_LEAST)) return true;
    return false;
}

static parley_status run_chains(belief *b, belief_output *to, arena *mem,
                                parley_diags *d) {
    run r = {.l = b->setup->likelihood,
             .seed = b->ask.seed,
             .length = b->draw_count / BELIEF_CHAINS,
             .to = to};
    threads_run(BELIEF_CHAINS, b->ask.threads, run_chain, &r, mem);
    if (any_possible_start(&r)) return PARLEY_OK;
    const belief_claim *first = b->setup->likelihood->claims;
    diag_error(d, first->entry->origin.at, "belief/impossible-record",
               "the statements are so many and so opposed that nothing drawn "
               "from the prior makes them likely");
    diag_hint(d, "lower their credence, or leave some out with --without");
    return PARLEY_EINPUT;
}

static void keep_single(belief *b, belief_output *to, arena *mem) {
    const belief_likelihood *l = b->setup->likelihood;
    belief_output_keep(l, belief_state_new(l->prior, mem),
                       belief_room_new(l, mem), to, 0);
}

/* --- All of it --- */

static void warn_of_mixing(const belief *b, parley_diags *d) {
    if (b->r_hat.value > BELIEF_R_HAT_MOST)
        diag_warning(d, SPAN_NONE, "belief/not-mixed",
                     "the chains disagree: R-hat of the %s is %.3f, above "
                     "%.2f; use more --draws",
                     b->r_hat.name, b->r_hat.value, BELIEF_R_HAT_MOST);
    if (b->ess.value < BELIEF_ESS_LEAST)
        diag_warning(d, SPAN_NONE, "belief/few-effective-draws",
                     "the draws are worth only %.0f independent ones for the "
                     "%s; use more --draws",
                     b->ess.value, b->ess.name);
}

static parley_status refuse_size(double each, parley_diags *d) {
    diag_error(d, SPAN_NONE, "belief/draws-limit",
               "the draws take more memory than is allowed");
    double fit = floor(NUMBERS_MOST / each / BELIEF_CHAINS) * BELIEF_CHAINS;
    if (fit > 0) diag_hint(d, "--draws %.0f fits", fit);
    return PARLEY_ELIMIT;
}

static parley_status set_up(belief *b, arena *mem, parley_diags *d) {
    belief_setup *s = ARENA_NEW(mem, belief_setup);
    const case_model *heard = b->ask.prior ? without_record(b->c, mem) : b->c;
    b->c = heard;
    b->evidence = record_weigh(heard, mem);
    s->prior = belief_prior_new(heard, doubted_actors(heard, mem), mem);
    b->setup = s;
    b->single = needs_one_draw(s->prior, b->evidence, b->ask.ranges);
    b->chain_count = b->single ? 1 : BELIEF_CHAINS;
    b->draw_count = 1;
    double each = belief_output_size(heard, b->evidence->claim_count);
    double length = ceil((double)b->ask.draws / BELIEF_CHAINS);
    if (!b->single) {
        if (length * BELIEF_CHAINS * each > NUMBERS_MOST)
            return refuse_size(each, d);
        b->draw_count = (int)length * BELIEF_CHAINS;
    }
    return belief_likelihood_new(&s->likelihood, s->prior, b->evidence,
                                 b->draw_count, mem, d);
}

parley_status belief_sample(const belief **out, const case_model *c,
                            const belief_ask *ask, arena *mem,
                            parley_diags *d) {
    assert(ask->draws > 0);
    belief *b = ARENA_NEW(mem, belief);
    *b =
        (belief){.c = c, .ask = *ask, .r_hat = {NAN, NULL}, .ess = {NAN, NULL}};
    parley_status status = set_up(b, mem, d);
    if (status != PARLEY_OK) return status;
    belief_output to =
        belief_output_new(b->setup->likelihood, b->draw_count, mem);
    if (b->single)
        keep_single(b, &to, mem);
    else
        status = run_chains(b, &to, mem, d);
    if (status != PARLEY_OK) return status;
    b->draws = to.draws;
    b->gain = to.gain;
    b->satisfied = to.satisfied;
    if (!b->single) belief_judge_mixing(b, mem);
    warn_of_mixing(b, d);
    *out = b;
    return PARLEY_OK;
}
