/* SPDX-License-Identifier: Apache-2.0
 * In which share of the draws would every party sign a deal at once?
 *
 * Acceptance A(x): the share of draws in which u'_p(x) >= V0_p for every p,
 * the signed worth against the value of no deal; by party too, each with its
 * Monte Carlo standard error. The deal is taken as carried out at once, so
 * honour does not enter. The binding party is the one that refuses most.
 *
 * Up to 10^5 outcomes all are counted, in one pass, and the best are looked at
 * again for their errors. Beyond that, only the frontier of mean worths and
 * the proposals' last phases are ranked.
 *
 * Draws are cut into a fixed number of pieces, each with counts of its own
 * that are added up, so the numbers don't depend on the number of threads. */
#include "lens/deals.h"

#include <stdlib.h>

#include "base/threads.h"
#include "plan/plan.h"

enum { PIECES = 8, CANDIDATES_MOST = 2000 };

typedef struct candidate {
    const int *outcome;
    const char *proposal;
} candidate;

typedef struct ranking {
    const deals_answer *a;
    const belief *b;
    const plan_setup *setup;
    const plan_field *field; /* all outcomes, listed if they are to be ranked */
    uint32_t **counts;       /* [piece][outcome]: accepted by all */
    const candidate *candidates;
    int candidate_count;
    /* [candidate * party_count + party][draw] */
    bool **signs;
    arena *mem;
} ranking;

static int piece_begin(const belief *b, size_t piece) {
    return (int)((size_t)b->draw_count * piece / PIECES);
}

/* --- Every outcome --- */

typedef struct counting {
    const plan_field *field;
    double *worth, *room;
    bool *all;
} counting;

static void count_draw(const counting *k, const plan_work *t,
                       uint32_t *counts) {
    const uint32_t outcomes = k->field->list->count;
    for (uint32_t x = 0; x < outcomes; x++)
        k->all[x] = true;
    for (int p = 0; p < t->setup->c->party_count; p++) {
        const double enough = t->no_deal[p] - DEAL_TIE;
        plan_signed_worths(t, k->field, p, k->worth, k->room);
        for (uint32_t x = 0; x < outcomes; x++)
            k->all[x] = k->all[x] && k->worth[x] > enough;
    }
    for (uint32_t x = 0; x < outcomes; x++)
        counts[x] += k->all[x];
}

static void count_piece(void *subject, size_t piece, arena *scratch) {
    ranking *r = subject;
    plan_work *t = plan_work_new(r->setup, scratch);
    const size_t outcomes = (size_t)r->field->list->count + 1;
    const counting k = {.field = r->field,
                        .worth = ARENA_ARRAY(scratch, double, outcomes),
                        .room = ARENA_ARRAY(scratch, double, outcomes),
                        .all = ARENA_ARRAY(scratch, bool, outcomes)};
    for (int i = piece_begin(r->b, piece); i < piece_begin(r->b, piece + 1);
         i++) {
        plan_begin(t, &r->b->draws[i]);
        count_draw(&k, t, r->counts[piece]);
    }
}

typedef struct tally {
    uint32_t outcome, count;
} tally;

static int by_count(const void *a, const void *b) {
    const tally *x = a, *y = b;
    if (x->count != y->count) return x->count > y->count ? -1 : 1;
    return x->outcome < y->outcome ? -1 : x->outcome > y->outcome;
}

static const int *options_of(const ranking *r, const deal_space *s,
                             uint32_t x) {
    size_t n = (size_t)r->b->c->issue_count;
    int *outcome = ARENA_ARRAY(r->mem, int, n + 1);
    deal_space_outcome(s, x, outcome);
    return outcome;
}

/* How many outcomes pass the filter; `all` keeps those alone, in order. */
static uint32_t keep_wanted(const ranking *r, tally *all, uint32_t outcomes) {
    const expr *filter = r->a->ask.filter;
    if (!filter) return outcomes;
    arena *scratch = arena_child(r->mem);
    int *outcome = ARENA_ARRAY(scratch, int, (size_t)r->b->c->issue_count + 1);
    uint32_t kept = 0;
    for (uint32_t x = 0; x < outcomes; x++) {
        deal_space_outcome(r->field->list, all[x].outcome, outcome);
        if (expr_holds(filter, outcome)) all[kept++] = all[x];
    }
    arena_free(scratch);
    return kept;
}

/* The best `most` of all outcomes. */
static void take_best(ranking *r, int most) {
    uint32_t outcomes = r->field->list->count;
    r->counts = ARENA_ARRAY(r->mem, uint32_t *, PIECES);
    for (int i = 0; i < PIECES; i++)
        r->counts[i] = ARENA_ARRAY(r->mem, uint32_t, (size_t)outcomes + 1);
    threads_run(PIECES, r->b->ask.threads, count_piece, r, r->mem);
    tally *all = ARENA_ARRAY(r->mem, tally, (size_t)outcomes + 1);
    for (uint32_t x = 0; x < outcomes; x++) {
        all[x].outcome = x;
        for (int i = 0; i < PIECES; i++)
            all[x].count += r->counts[i][x];
    }
    outcomes = keep_wanted(r, all, outcomes);
    qsort(all, outcomes, sizeof *all, by_count);
    int count = outcomes < (uint32_t)most ? (int)outcomes : most;
    candidate *best = ARENA_ARRAY(r->mem, candidate, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        best[i].outcome = options_of(r, r->field->list, all[i].outcome);
    r->candidates = best;
    r->candidate_count = count;
}

/* --- Only some outcomes --- */

/* What the last phase of a proposal leaves standing; NULL: it breaks a rule. */
static const int *last_standing(const ranking *r, const case_proposal *p) {
    if (!r->setup->now) return NULL;
    size_t issues = (size_t)r->b->c->issue_count;
    int *standing = ARENA_ARRAY(r->mem, int, issues + 1);
    bool kept = plan_stand(r->setup, p, p->phase_count - 1, standing);
    return kept ? standing : NULL;
}

static void take_some(ranking *r) {
    const case_model *c = r->b->c;
    const size_t points = deals_point_count(r->a);
    candidate *some = ARENA_ARRAY(r->mem, candidate, CANDIDATES_MOST);
    int count = 0;
    for (int i = 0; i < c->proposal_count && count < CANDIDATES_MOST; i++) {
        const case_proposal *p = &c->proposals[i];
        const int *standing = last_standing(r, p);
        if (standing &&
            (!r->a->ask.filter || expr_holds(r->a->ask.filter, standing)))
            some[count++] = (candidate){standing, p->id};
    }
    for (size_t i = 0; i < points && count < CANDIDATES_MOST; i++)
        some[count++].outcome = deals_point(r->a, i, r->mem).outcome;
    r->candidates = some;
    r->candidate_count = count;
}

/* --- Shares with their errors --- */

static void sign_piece(void *subject, size_t piece, arena *scratch) {
    ranking *r = subject;
    const int parties = r->b->c->party_count;
    plan_work *t = plan_work_new(r->setup, scratch);
    for (int i = piece_begin(r->b, piece); i < piece_begin(r->b, piece + 1);
         i++) {
        plan_begin(t, &r->b->draws[i]);
        for (int k = 0; k < r->candidate_count; k++)
            for (int p = 0; p < parties; p++)
                r->signs[k * parties + p][i] = deal_at_least(
                    plan_signed_worth(t, p, r->candidates[k].outcome),
                    t->no_deal[p]);
    }
}

static deals_offer measure(const ranking *r, int k, double *series,
                           arena *scratch) {
    const int parties = r->b->c->party_count, draws = r->b->draw_count;
    bool *const *signs = r->signs + (size_t)k * (size_t)parties;
    belief_measure *by = ARENA_ARRAY(r->mem, belief_measure, (size_t)parties);
    deals_offer offer = {.outcome = r->candidates[k].outcome,
                         .proposal = r->candidates[k].proposal,
                         .by_party = by};
    for (int p = 0; p < parties; p++) {
        for (int i = 0; i < draws; i++)
            series[i] = signs[p][i];
        by[p] = belief_mean(r->b, series, scratch);
        if (by[p].mean < by[offer.binding].mean) offer.binding = p;
    }
    for (int i = 0; i < draws; i++) {
        bool all = true;
        for (int p = 0; p < parties; p++)
            all = all && signs[p][i];
        series[i] = all;
    }
    offer.all = belief_mean(r->b, series, scratch);
    return offer;
}

/* Few, and equals keep their order. */
static void sort_offers(deals_offer *offers, int count) {
    for (int i = 1; i < count; i++) {
        deals_offer o = offers[i];
        int at = i;
        for (; at > 0 && offers[at - 1].all.mean < o.all.mean; at--)
            offers[at] = offers[at - 1];
        offers[at] = o;
    }
}

static deals_offer *measure_all(ranking *r) {
    size_t rows = (size_t)r->candidate_count * (size_t)r->b->c->party_count;
    size_t draws = (size_t)r->b->draw_count;
    r->signs = ARENA_ARRAY(r->mem, bool *, rows + 1);
    for (size_t i = 0; i < rows; i++)
        r->signs[i] = ARENA_ARRAY(r->mem, bool, draws);
    threads_run(PIECES, r->b->ask.threads, sign_piece, r, r->mem);
    arena *scratch = arena_child(r->mem);
    double *series = ARENA_ARRAY(scratch, double, draws);
    deals_offer *offers =
        ARENA_ARRAY(r->mem, deals_offer, (size_t)r->candidate_count + 1);
    for (int k = 0; k < r->candidate_count; k++)
        offers[k] = measure(r, k, series, scratch);
    arena_free(scratch);
    sort_offers(offers, r->candidate_count);
    return offers;
}

void deals_rank(deals_answer *a, const lens_request *q, int most, arena *mem) {
    ranking r = {.a = a, .b = a->belief, .mem = mem};
    /* neither is refused: whether the draws fit was seen before */
    r.setup = plan_setup_new(q->c, a->belief->evidence, mem, NULL);
    r.field = plan_field_new(q->c, (deal_scope){0}, r.setup->field->extras,
                             DEALS_RANKED_MOST, mem, NULL);
    a->ranked_all = r.field->list != NULL;
    if (a->ranked_all)
        take_best(&r, most);
    else
        take_some(&r);
    a->offers = measure_all(&r);
    a->offer_count = r.candidate_count < most ? r.candidate_count : most;
}
