/* SPDX-License-Identifier: Apache-2.0
 * The density of theta given the record: the prior times, for each standing
 * claim, its credence c where theta satisfies it and 1 - c where it doesn't
 * (DESIGN section 3). A demand on several issues is one claim an issue.
 *
 * Judging is lazy. Each block of theta knows the claims it can change; V0, V1
 * of a proposal and the signed worths of a party are computed when the first
 * claim asks for them after a move, so that nothing is bargained where no
 * statement speaks of deals, offers or proposals.
 *
 * Proposals are prepared for another reason too: their gains are among the
 * quantities whose mixing is judged. Where that would cost more than the limit
 * on outcomes x draws x parties, or the case has no status quo or an ordinal
 * party, there are no gains; only a statement that needs a settlement turns
 * the limit into an error. */
#include "belief/likelihood.h"

#include <math.h>
#include <string.h>

#include "belief/belief.h"
#include "belief/claim.h"

#define OUTCOME_DRAWS_MOST 2e9

/* --- Which claims a block can change --- */

static bool speaks_of_issue(const belief_claim *k, int issue) {
    switch (k->said->kind) {
    case CASE_PREFER:
        return k->outcome[issue] != k->other[issue];
    case CASE_MATTERS:
        return k->entry->issue == issue || k->entry->over_issue == issue;
    default:
        return k->said->about.items[0].issue == issue;
    }
}

static bool moves_settlements(belief_block b, bool plans) {
    if (b.kind != BLOCK_MODEL) return true;
    switch ((case_parameter_name)b.index) {
    case CASE_HALF_LIFE:
    case CASE_EARLY_DEAL:
    case CASE_FACE:
        return true;
    case CASE_PUBLIC_REJECTION: /* acceptance is judged without the cost */
        return false;
    default: /* these enter the value of a plan alone */
        return plans;
    }
}

static bool touches(belief_block b, const belief_claim *k) {
    bool own = b.party == k->said->party;
    switch (k->need) {
    case BELIEF_NEEDS_WORTHS:
        if (b.kind == BLOCK_VALUES) return own && speaks_of_issue(k, b.index);
        return own && (b.kind == BLOCK_WEIGHT || b.kind == BLOCK_PARTY);
    case BELIEF_NEEDS_HONOUR:
        return own && b.kind == BLOCK_HONOUR && b.index == k->entry->doubted;
    default:
        return moves_settlements(b, k->need == BELIEF_NEEDS_PLANS);
    }
}

/* Cheap ones first, so that a hopeless move is given up early. */
static int_list touched_by(const belief_likelihood *l, belief_block b,
                           arena *mem) {
    int *list = ARENA_ARRAY(mem, int, (size_t)l->claim_count);
    int count = 0;
    for (int need = 0; need <= BELIEF_NEEDS_PLANS; need++)
        for (int i = 0; i < l->claim_count; i++) {
            const belief_claim *k = &l->claims[i];
            if ((int)k->need == need && k->weighed && touches(b, k))
                list[count++] = i;
        }
    return (int_list){list, count};
}

/* --- Making ready --- */

/* A party's own proposal is weighed where that can be done; nobody wrote it
 * down as a statement, so it is no reason to refuse the case. */
static bool claims_settlement(const belief_claim *k) {
    return !k->obstacle && k->need >= BELIEF_NEEDS_NO_DEAL &&
           !k->entry->authored;
}

static bool needs_settlements(const belief_likelihood *l) {
    for (int i = 0; i < l->claim_count; i++)
        if (claims_settlement(&l->claims[i])) return true;
    return false;
}

static parley_status refuse_draws(const belief_likelihood *l, double sums,
                                  parley_diags *d) {
    for (int i = 0; i < l->claim_count; i++) {
        const belief_claim *k = &l->claims[i];
        if (!claims_settlement(k)) continue;
        diag_error(d, k->entry->origin.at, "belief/draws-limit",
                   "statement \"%s\" needs a settlement in every draw: too "
                   "many where one takes %.0f sums for each of %d parties",
                   k->entry->id, sums, l->prior->c->party_count);
        double fit = OUTCOME_DRAWS_MOST / sums / l->prior->c->party_count;
        fit = floor(fit / BELIEF_CHAINS) * BELIEF_CHAINS;
        if (fit > 0) diag_hint(d, "--draws %.0f fits", fit);
        return PARLEY_ELIMIT;
    }
    return PARLEY_ELIMIT;
}

/* NULL where a phase breaks a rule or the outcomes are too many. */
static const plan *const *prepare_proposals(const plan_setup *s, arena *mem) {
    size_t count = (size_t)s->c->proposal_count;
    const plan **plans = ARENA_ARRAY(mem, const plan *, count);
    for (size_t i = 0; i < count; i++)
        plans[i] = plan_prepare(
            s, (plan_request){&s->c->proposals[i], -1, NULL, 0}, mem, NULL);
    return plans;
}

static parley_status prepare_settlements(belief_likelihood *l, int draws,
                                         arena *mem, parley_diags *d) {
    const case_model *c = l->prior->c;
    bool needed = needs_settlements(l);
    bool gains = c->has_now && c->proposal_count && !belief_has_ordinal(c);
    if (c->graph || (!needed && !gains)) return PARLEY_OK;
    const plan_setup *s =
        plan_setup_new(c, l->evidence, mem, needed ? d : NULL);
    if (!s) return needed ? PARLEY_ELIMIT : PARLEY_OK;
    const double sums = plan_field_sums(s->field);
    if (sums * draws * c->party_count > OUTCOME_DRAWS_MOST)
        return needed ? refuse_draws(l, sums, d) : PARLEY_OK;
    l->plans = s;
    if (gains) l->proposals = prepare_proposals(s, mem);
    return PARLEY_OK;
}

static void warn(const belief_claim *k, parley_diags *d) {
    if (k->obstacle && k->said->replaced_by < 0 && !k->entry->authored)
        diag_warning(d, k->entry->origin.at, "belief/not-weighed",
                     "statement \"%s\" says nothing here: %s", k->entry->id,
                     k->obstacle);
}

parley_status belief_likelihood_new(const belief_likelihood **out,
                                    const belief_prior *p,
                                    const record_evidence *e, int draws,
                                    arena *mem, parley_diags *d) {
    belief_likelihood *l = ARENA_NEW(mem, belief_likelihood);
    belief_claim *claims =
        ARENA_ARRAY(mem, belief_claim, (size_t)e->claim_count);
    *l = (belief_likelihood){p, e, claims, e->claim_count, NULL, NULL, NULL};
    for (int i = 0; i < e->claim_count; i++)
        belief_claim_begin(p->c, &e->claims[i], &claims[i]);
    parley_status status = prepare_settlements(l, draws, mem, d);
    if (status != PARLEY_OK) return status;
    for (int i = 0; i < e->claim_count; i++) {
        belief_claim *k = &claims[i];
        belief_claim_prepare(l->plans, l->proposals, p->c, k, mem);
        k->log_true = log(k->said->credence);
        k->log_false = log1p(-k->said->credence);
        warn(k, d);
    }
    int_list *touched = ARENA_ARRAY(mem, int_list, (size_t)p->block_count);
    for (int i = 0; i < p->block_count; i++)
        touched[i] = touched_by(l, p->blocks[i], mem);
    l->touched = touched;
    *out = l;
    return PARLEY_OK;
}

/* --- Judging a state --- */

struct belief_room {
    plan_work *work; /* NULL when no settlement can be asked for */
    bool begun;
    int party_count, proposal_count;
    double *first; /* [proposal][party] V1 */
    bool *first_known;
    double *paths; /* scratch of deal_diagram_most */
    double *gain;  /* [party] of the proposal asked for last */
};

static size_t nodes_most(const belief_likelihood *l) {
    size_t most = 0;
    for (int i = 0; i < l->claim_count; i++) {
        const deal_diagram *g = l->claims[i].outcomes;
        if (g && g->nodes_most > most) most = g->nodes_most;
    }
    return most;
}

belief_room *belief_room_new(const belief_likelihood *l, arena *mem) {
    const case_model *c = l->prior->c;
    size_t parties = (size_t)c->party_count;
    belief_room *r = ARENA_NEW(mem, belief_room);
    r->party_count = c->party_count;
    r->proposal_count = c->proposal_count;
    if (!l->plans) return r;
    r->work = plan_work_new(l->plans, mem);
    r->first = ARENA_ARRAY(mem, double, (size_t)r->proposal_count *parties);
    r->first_known = ARENA_ARRAY(mem, bool, (size_t)r->proposal_count);
    r->gain = ARENA_ARRAY(mem, double, parties);
    r->paths = ARENA_ARRAY(mem, double, 2 * (nodes_most(l) + 1));
    return r;
}

void belief_room_move(belief_room *room) { room->begun = false; }

static void begin(belief_room *room, const belief_state *s) {
    if (room->begun) return;
    plan_open(room->work, &s->view);
    memset(room->first_known, 0, (size_t)room->proposal_count);
    room->begun = true;
}

static const double *first_worth(const belief_likelihood *l,
                                 const belief_state *s, int proposal,
                                 belief_room *room) {
    begin(room, s);
    plan_close(room->work);
    double *first = room->first + (size_t)proposal * (size_t)room->party_count;
    if (!room->first_known[proposal])
        plan_first(l->proposals[proposal], room->work, first);
    room->first_known[proposal] = true;
    return first;
}

/* u'(x) < V0 for all outcomes that are spoken of. */
static bool all_below(const belief_claim *k, belief_room *room) {
    const int party = k->said->party;
    const double *worth = room->work->signed_worth +
                          (size_t)party * (size_t)k->outcomes->c->cell_count;
    const double most =
        deal_diagram_most(k->outcomes, party, worth, 1, room->paths);
    return !plan_reaches_no_deal(room->work, party, most);
}

static bool accepts(const belief_likelihood *l, const belief_state *s,
                    int party, int proposal, belief_room *room) {
    const double *first = first_worth(l, s, proposal, room);
    return deal_at_least(first[party], room->work->no_deal[party]);
}

/* V1 < V0 for all listed proposals. */
static bool rejects_all(const belief_likelihood *l, const belief_state *s,
                        const belief_claim *k, belief_room *room) {
    for (int i = 0; i < k->proposals.count; i++)
        if (accepts(l, s, k->said->party, k->proposals.items[i], room))
            return false;
    return true;
}

static bool by_plans(const belief_likelihood *l, const belief_state *s,
                     const belief_claim *k, belief_room *room) {
    if (k->said->kind != CASE_ACCEPT) return rejects_all(l, s, k, room);
    return accepts(l, s, k->said->party, k->proposals.items[0], room);
}

static bool by_no_deal(const belief_state *s, const belief_claim *k,
                       belief_room *room) {
    int p = k->said->party;
    begin(room, s);
    if (k->said->kind == CASE_REQUIRE || k->said->kind == CASE_REFUSE)
        return all_below(k, room);
    return plan_reaches_no_deal(room->work, p,
                                plan_signed_worth(room->work, p, k->outcome));
}

bool belief_satisfies(const belief_likelihood *l, const belief_state *s,
                      int claim, belief_room *room) {
    const belief_claim *k = &l->claims[claim];
    switch (k->need) {
    case BELIEF_NEEDS_WORTHS:
        return belief_claim_by_worths(l->prior->c, k, &s->view);
    case BELIEF_NEEDS_HONOUR:
        return belief_claim_by_honour(l->prior->c, k, &s->view);
    case BELIEF_NEEDS_NO_DEAL:
        return by_no_deal(s, k, room);
    default:
        return by_plans(l, s, k, room);
    }
}

const double *belief_gains(const belief_likelihood *l, const belief_state *s,
                           int proposal, belief_room *room) {
    double scale = s->view.model[CASE_PUBLIC_REJECTION];
    for (int p = 0; p < room->party_count; p++)
        room->gain[p] = NAN;
    if (!l->proposals[proposal]) return room->gain;
    const double *first = first_worth(l, s, proposal, room);
    for (int p = 0; p < room->party_count; p++) {
        double cost = scale * plan_rejected(l->proposals[proposal], p);
        room->gain[p] = first[p] - cost - room->work->no_deal[p];
    }
    return room->gain;
}
