/* SPDX-License-Identifier: Apache-2.0
 * What could everyone sign, and which of it is best?
 *
 * With exact worths: the outcomes that keep the rules, those that are at least
 * as good as no deal for every party, the frontier, and the bargaining
 * solutions with their ties, all in exact decimals (deal/solve.c has the
 * definitions). With draws the same for the mean worths, rounded to 10^-12,
 * and the acceptance of deals by share of draws (deals_rank.c).
 *
 * Edge cases: parties of both kinds: the exact ones keep their worths in every
 * draw. More outcomes times draws than are worth waiting for are refused with
 * the number of draws that fits. Exact worths are merged (deal/merge.c) where
 * there are too many outcomes to enumerate, and beyond 100,000 where that tells
 * as much. A discount tells what a deal is worth
 * later; here it is signed at once. Raiffa, The Art and Science of Negotiation
 * (1982). */
#include "lens/deals.h"

#include <math.h>
#include <string.h>

#include "base/number.h"
#include "deal/block.h"
#include "lens/sampled.h"
#include "plan/plan.h"

/* Counting rational outcomes by merging takes at most about a second. */
enum { COUNT_STATES = 100000, WORTH_MERGING = 100000, TIES_ASKED = 100000 };
/* Outcomes that the brief looks at beside all else. */
enum { SURVEYED_MOST = 10000 };

/* --- Worths --- */

static bool all_exact(const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        if (c->preferences[p].kind != CASE_WORTH) return false;
    return true;
}

static const fixed *mean_worth(const belief *b, int party, arena *mem) {
    const int cells = b->c->cell_count;
    fixed *mean = ARENA_ARRAY(mem, fixed, (size_t)cells + 1);
    for (int i = 0; i < cells; i++) {
        double sum = 0;
        for (int k = 0; k < b->draw_count; k++)
            sum += b->draws[k].worth[party * cells + i];
        mean[i] = (fixed)llround(sum / b->draw_count * (double)FIXED_ONE);
    }
    return mean;
}

/* The case with mean worths where none are given, for deal_parties. */
static const case_model *with_mean_worths(const belief *b, arena *mem) {
    const case_model *c = b->c;
    size_t n = (size_t)c->party_count;
    case_preference *of = ARENA_ARRAY(mem, case_preference, n);
    memcpy(of, c->preferences, n * sizeof *of);
    for (int p = 0; p < c->party_count; p++)
        if (of[p].kind != CASE_WORTH) {
            of[p].kind = CASE_WORTH;
            of[p].worth = mean_worth(b, p, mem);
        }
    case_model *mean = ARENA_NEW(mem, case_model);
    *mean = *c;
    mean->preferences = of;
    return mean;
}

/* --- The question put to the solver --- */

/* What no deal is worth, before any filter: a copy with every d resolved. */
static case_preference *resolved(const case_model *c, const deal_space *s,
                                 arena *mem) {
    const deal_party *parties = deal_parties(c, s, mem);
    size_t n = (size_t)c->party_count;
    case_preference *of = ARENA_ARRAY(mem, case_preference, n);
    memcpy(of, c->preferences, n * sizeof *of);
    for (size_t p = 0; p < n; p++) {
        of[p].has_reserve = true;
        of[p].reserve = parties[p].reserve;
    }
    return of;
}

/* The least worths of a case that is merged, for `reserve: none`. */
static bool resolve_merged(case_preference *of, const case_model *c, arena *mem,
                           parley_diags *d) {
    arena *scratch = arena_child(mem);
    const deal_blocks *blocks =
        deal_blocks_new(c, (deal_block_limits){0}, scratch, d);
    for (int p = 0; blocks && p < c->party_count; p++) {
        if (!of[p].no_reserve || of[p].has_reserve) continue;
        of[p].has_reserve = true;
        of[p].reserve = 0;
        for (int k = 0; k < blocks->count; k++)
            of[p].reserve += blocks->items[k].least[p];
        if (of[p].has_cap && of[p].reserve > of[p].cap)
            of[p].reserve = of[p].cap;
    }
    const bool ok = blocks != NULL;
    arena_free(scratch);
    return ok;
}

/* The deal in hand is worth what no further deal is worth. */
static void start_from(case_preference *of, const case_model *c,
                       const int *outcome) {
    for (int p = 0; p < c->party_count; p++) {
        const deal_party party = {.worth = of[p].worth,
                                  .when = of[p].when,
                                  .when_count = of[p].when_count,
                                  .has_cap = of[p].has_cap,
                                  .cap = of[p].cap};
        of[p].has_reserve = true;
        of[p].reserve = deal_party_worth(c, &party, outcome);
    }
}

static const case_model *with_filter(const case_model *c, const expr *filter,
                                     arena *mem) {
    const size_t n = (size_t)c->rule_count;
    case_rule *rules = ARENA_ARRAY(mem, case_rule, n + 1);
    for (size_t i = 0; i < n; i++)
        rules[i] = c->rules[i];
    rules[n] = (case_rule){.holds = filter};
    case_model *less = ARENA_NEW(mem, case_model);
    *less = *c;
    less->rules = rules;
    less->rule_count++;
    return less;
}

static const case_model *
with_preferences(const case_model *c, const case_preference *of, arena *mem) {
    case_model *changed = ARENA_NEW(mem, case_model);
    *changed = *c;
    changed->preferences = of;
    return changed;
}

/* c with what was asked for; a->space as it is before any filter. NULL with
 * an error. */
static const case_model *put_question(deals_answer *a, const case_model *c,
                                      arena *mem, parley_diags *d) {
    if (!a->ask.from && !a->ask.filter) return c;
    case_preference *of = NULL;
    if (a->space && !a->ask.from) {
        of = resolved(c, a->space, mem);
    } else {
        of = ARENA_ARRAY(mem, case_preference, (size_t)c->party_count);
        memcpy(of, c->preferences, (size_t)c->party_count * sizeof *of);
    }
    if (a->ask.from)
        start_from(of, c, a->ask.from);
    else if (!a->space && !resolve_merged(of, c, mem, d))
        return NULL;
    c = with_preferences(c, of, mem);
    return a->ask.filter ? with_filter(c, a->ask.filter, mem) : c;
}

/* --- The answer --- */

static parley_status sample(deals_answer *a, const lens_request *q, arena *mem,
                            parley_diags *d) {
    if (all_exact(q->c)) return PARLEY_OK;
    double ranked = (double)deal_space_bound(q->c);
    if (ranked > DEALS_RANKED_MOST) ranked = a->ask.top;
    if (!sampled_fits(q, ranked, mem, d)) return PARLEY_ELIMIT;
    return sampled_draws(&a->belief, q, true, mem, d);
}

/* More outcomes than can be enumerated. */
static parley_status merge(deals_answer *a, const lens_request *q, arena *mem,
                           parley_diags *d) {
    parley_status status = sample(a, q, mem, d);
    if (status != PARLEY_OK) return status;
    const case_model *c = a->belief ? with_mean_worths(a->belief, mem) : q->c;
    c = put_question(a, c, mem, d);
    if (!c) return PARLEY_ELIMIT;
    const merge_limits limits = {.epsilon = a->ask.epsilon,
                                 .count_states = COUNT_STATES};
    a->merged =
        merge_solve(c, a->ask.wanted, a->ask.wanted_count, limits, mem, d);
    if (!a->merged) return PARLEY_ELIMIT;
    a->parties = a->merged->parties;
    a->asked = c;
    if (a->belief) deals_rank(a, q, a->ask.top, mem);
    return PARLEY_OK;
}

/* Where enumerating takes a while, merging may tell all that enumerating
 * would, in less time; what it may cost is a share of that. */
static bool merge_tells_all(deals_answer *a, const case_model *c, arena *mem) {
    const uint64_t bound = deal_space_bound(c);
    if (bound < WORTH_MERGING || !merge_applies(c)) return false;
    const size_t share = (size_t)bound / 100;
    const merge_limits limits = {
        .points = share,
        .ties = TIES_ASKED,
        .block = {.live = {.states = share, .width = 1}},
        .count_states = share};
    c = put_question(a, c, mem, NULL);
    if (!c) return false;
    const merge_answer *m =
        merge_solve(c, a->ask.wanted, a->ask.wanted_count, limits, mem, NULL);
    if (!m || m->gap || m->counts_least || !m->outcome_count ||
        !m->rational_count)
        return false;
    for (int i = 0; i < m->solution_count; i++)
        if (!m->solutions[i].all_listed) return false;
    a->merged = m;
    a->parties = m->parties;
    a->asked = c;
    return true;
}

static void solve(deals_answer *a, int threads, arena *mem) {
    a->parties = deal_parties(a->asked, a->space, mem);
    a->found = deal_solve(a->space, a->parties, a->ask.wanted,
                          a->ask.wanted_count, threads, mem);
}

static parley_status enumerate(deals_answer *a, const lens_request *q,
                               arena *mem, parley_diags *d) {
    const case_model *c = q->c;
    a->space = deal_space_new(c, (deal_scope){0}, mem, d);
    if (!a->space) return PARLEY_ELIMIT;
    parley_status status = sample(a, q, mem, d);
    if (status != PARLEY_OK) return status;
    if (a->belief) c = with_mean_worths(a->belief, mem);
    a->asked = put_question(a, c, mem, d);
    if (a->ask.filter)
        a->space = deal_space_new(a->asked, (deal_scope){0}, mem, d);
    if (!a->space) return PARLEY_ELIMIT;
    solve(a, q->threads, mem);
    if (a->belief) deals_rank(a, q, a->ask.top, mem);
    return PARLEY_OK;
}

static parley_status run(const void **answer, const lens_request *q, arena *mem,
                         parley_diags *d) {
    const case_model *c = q->c;
    deals_answer *a = ARENA_NEW(mem, deals_answer);
    *answer = a;
    if (!deals_read(&a->ask, q, mem, d)) return PARLEY_EUSAGE;
    if (!plan_usable(c, false, d)) return PARLEY_EINPUT;
    parley_status status = PARLEY_OK;
    if (deal_space_bound(c) > DEAL_OUTCOMES_MOST)
        status = merge(a, q, mem, d);
    else if (!merge_tells_all(a, c, mem))
        status = enumerate(a, q, mem, d);
    if (status == PARLEY_OK) deals_look_further(a, mem);
    return status;
}

const deals_answer *deals_survey(const lens_request *q, const belief *b,
                                 arena *mem) {
    const case_model *c = q->c;
    deals_answer *a = ARENA_NEW(mem, deals_answer);
    lens_request plain = *q;
    plain.options = NULL;
    plain.option_count = 0;
    if (deal_space_bound(c) > SURVEYED_MOST) return NULL;
    if (!deals_read(&a->ask, &plain, mem, NULL)) return NULL;
    a->space = deal_space_new(c, (deal_scope){0}, mem, NULL);
    if (!a->space) return NULL;
    if (!all_exact(c)) a->belief = b;
    a->asked = a->belief ? with_mean_worths(b, mem) : c;
    solve(a, q->threads, mem);
    return a;
}

static const lens_option options[] = {
    {"solutions", "NAMES",
     "these solutions: nash, kalai-smorodinsky, egalitarian, utilitarian; also "
     "equal-loss, genius-kalai, negmas-ks"},
    {"top", "N", "rows of every ranking (10)"},
    {"epsilon", "E",
     "beyond 10^7 outcomes: where the frontier is too large, it may miss this "
     "share of each party's range of worths"},
    {"filter", "EXPR", "only deals for which this holds"},
    {"from", "DEAL",
     "what is better for all than this: a proposal, or issue=option, ..."},
};

extern const lens deals_lens;
const lens deals_lens = {
    .name = "deals",
    .question = "what could everyone sign, and which of it is best?",
    .operands = "",
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .run = run,
    .describe = deals_describe,
};
