/* SPDX-License-Identifier: Apache-2.0
 * When does theta satisfy a statement? (DESIGN section 3, Evidence.) With u
 * the true worth, u' the signed worth and V0 the value of no deal of party p:
 *
 *   prefer A over B    u(now + A) > u(now + B)
 *   matters j over k   max w_j > max w_k
 *   demand A           the best of A's options is p's best on the issue
 *   offer A            u'(now + A) >= V0
 *   trade A for B      u'(now + A + B) >= V0
 *   require A          u'(x) < V0 for every feasible x but `now` without A
 *   refuse A           u'(x) < V0 for every feasible x but `now` with A
 *   accept, reject P   V1 >= V0, or not; the cost of a rejection left out
 *   doubt q            p's honour for q is below the middle of its range
 *
 * `refuse` of any condition takes the x in which an issue that p carries out
 * differs from `now`. With `scope: truce`, require and refuse speak of the
 * case's proposals instead: V1 < V0 for each whose standing terms, all phases'
 * together, are without (with) A. A demand for a truce is the same demand.
 *
 * Edge cases: a >= b means a > b - 1e-9, and a > b is the negation of b >= a,
 * so ties satisfy demands, offers and acceptances but not preferences. Where
 * there is no outcome or proposal to speak of, require and refuse hold. An
 * ordinal party's statements, and without a status quo those that start from
 * it, can't be evaluated. */
#include <assert.h>

#include "belief/claim.h"

/* --- Making ready --- */

static belief_need need_of(const case_entry *e, case_entry_kind kind) {
    switch (kind) {
    case CASE_DOUBT:
        return BELIEF_NEEDS_HONOUR;
    case CASE_OFFER:
    case CASE_TRADE:
        return BELIEF_NEEDS_NO_DEAL;
    case CASE_REQUIRE:
    case CASE_REFUSE:
        return e->scope_truce ? BELIEF_NEEDS_PLANS : BELIEF_NEEDS_NO_DEAL;
    case CASE_ACCEPT:
    case CASE_REJECT:
        return BELIEF_NEEDS_PLANS;
    default:
        return BELIEF_NEEDS_WORTHS;
    }
}

static bool is_ordinal(const case_model *c, int party) {
    case_preference_kind kind = c->preferences[party].kind;
    return kind == CASE_ORDER || kind == CASE_RANKING;
}

bool belief_has_ordinal(const case_model *c) {
    for (int p = 0; p < c->party_count; p++)
        if (is_ordinal(c, p)) return true;
    return false;
}

static const char *obstacle(const case_model *c, const belief_claim *k) {
    case_entry_kind kind = k->said->kind;
    if (k->need == BELIEF_NEEDS_HONOUR) return NULL;
    if (k->need == BELIEF_NEEDS_WORTHS)
        return is_ordinal(c, k->said->party)
                   ? "its party's preferences are given as an order"
                   : NULL;
    if (belief_has_ordinal(c))
        return "it needs the value of no deal, and a party's preferences are "
               "only an order";
    bool from_now = kind == CASE_OFFER || kind == CASE_TRADE ||
                    k->need == BELIEF_NEEDS_PLANS || k->entry->any_condition;
    if (from_now && !c->has_now)
        return "it starts from the status quo, and the case has no `now`";
    return NULL;
}

void belief_claim_begin(const case_model *c, const record_claim *said,
                        belief_claim *k) {
    k->said = said;
    k->entry = &c->record[said->entry];
    k->need = need_of(k->entry, said->kind);
    k->obstacle = obstacle(c, k);
    k->weighed = said->replaced_by < 0 && !k->obstacle;
}

/* The status quo (-1 on every issue where there is none) with terms set. */
static int *now_with(const case_model *c, case_terms a, case_terms b,
                     arena *mem) {
    int *outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count);
    for (int j = 0; j < c->issue_count; j++)
        outcome[j] = c->has_now ? c->issues[j].now : -1;
    for (int i = 0; i < a.count; i++)
        outcome[a.items[i].issue] = a.items[i].options.items[0];
    for (int i = 0; i < b.count; i++)
        outcome[b.items[i].issue] = b.items[i].options.items[0];
    return outcome;
}

/* What is spoken of but `now`. */
static void find_outcomes(const plan_setup *s, belief_claim *k, arena *mem) {
    const case_model *c = s->c;
    const expr **within = ARENA_ARRAY(mem, const expr *, 2);
    within[0] = belief_claim_outcomes(c, k, mem);
    within[1] = belief_not_now(c, mem);
    k->outcomes =
        deal_diagram_new(c, (deal_scope){.within = within, .within_count = 2},
                         s->field->extras, mem, NULL);
    if (k->outcomes) return;
    k->obstacle = "rules and conditions are too intricate to tell which deals "
                  "it speaks of";
    k->weighed = false;
}

static void list_proposals(const case_model *c, const plan *const *proposals,
                           belief_claim *k, arena *mem) {
    int *list = ARENA_ARRAY(mem, int, (size_t)c->proposal_count);
    const expr *spoken_of = belief_claim_outcomes(c, k, mem);
    int count = 0;
    for (int i = 0; i < c->proposal_count; i++) {
        if (!proposals[i]) continue;
        int last = plan_phase_count(proposals[i]) - 1;
        if (expr_holds(spoken_of, plan_standing(proposals[i], last)))
            list[count++] = i;
    }
    k->proposals = (int_list){list, count};
}

static void prepare_terms(const case_model *c, belief_claim *k, arena *mem) {
    const case_entry *e = k->entry;
    case_terms none = {NULL, 0};
    if (k->said->kind == CASE_PREFER || k->said->kind == CASE_OFFER)
        k->outcome = now_with(c, e->about, none, mem);
    if (k->said->kind == CASE_PREFER)
        k->other = now_with(c, e->over, none, mem);
    if (k->said->kind == CASE_TRADE)
        k->outcome = now_with(c, e->about, e->in_return, mem);
}

static void prepare_answer(const plan *const *proposals, belief_claim *k,
                           arena *mem) {
    int *one = ARENA_NEW(mem, int);
    *one = k->entry->proposal;
    k->proposals = (int_list){one, 1};
    if (!proposals || !proposals[*one]) {
        k->obstacle = "the proposal can't be valued";
        k->weighed = false;
    }
}

void belief_claim_prepare(const plan_setup *plans, const plan *const *proposals,
                          const case_model *c, belief_claim *k, arena *mem) {
    if (k->obstacle) return;
    prepare_terms(c, k, mem);
    bool answer = k->said->kind == CASE_ACCEPT || k->said->kind == CASE_REJECT;
    bool limits = k->said->kind == CASE_REQUIRE || k->said->kind == CASE_REFUSE;
    if (answer)
        prepare_answer(proposals, k, mem);
    else if (limits && k->need == BELIEF_NEEDS_PLANS)
        list_proposals(c, proposals, k, mem);
    else if (limits)
        find_outcomes(plans, k, mem);
}

/* --- Judging, from a party's worths alone --- */

static double best_of(const double *worth, int count) {
    double best = worth[0];
    for (int o = 1; o < count; o++)
        if (worth[o] > best) best = worth[o];
    return best;
}

static bool meets_demand(const case_model *c, const double *worth,
                         case_term a) {
    const case_issue *j = &c->issues[a.issue];
    const double *here = worth + j->cell;
    double best = here[a.options.items[0]];
    for (int i = 1; i < a.options.count; i++)
        if (here[a.options.items[i]] > best) best = here[a.options.items[i]];
    return deal_at_least(best, best_of(here, j->option_count));
}

/* Conditions are exact, and count only where the whole outcome is known. */
static double conditions(const case_model *c, int party, const int *outcome) {
    const case_preference *given = &c->preferences[party];
    double sum = 0;
    for (int i = 0; c->has_now && i < given->when_count; i++)
        if (expr_holds(given->when[i].holds, outcome))
            sum += number_from_fixed(given->when[i].worth);
    return sum;
}

static bool prefers(const case_model *c, const double *worth,
                    const belief_claim *k) {
    double gap = conditions(c, k->said->party, k->outcome) -
                 conditions(c, k->said->party, k->other);
    for (int j = 0; j < c->issue_count; j++) {
        const double *here = worth + c->issues[j].cell;
        if (k->outcome[j] == k->other[j]) continue;
        gap += k->outcome[j] < 0 ? 0 : here[k->outcome[j]];
        gap -= k->other[j] < 0 ? 0 : here[k->other[j]];
    }
    return !deal_at_least(0, gap);
}

static bool matters(const case_model *c, const double *worth,
                    const case_entry *e) {
    const case_issue *j = &c->issues[e->issue], *k = &c->issues[e->over_issue];
    double first = best_of(worth + j->cell, j->option_count);
    double second = best_of(worth + k->cell, k->option_count);
    return !deal_at_least(second, first);
}

bool belief_claim_by_worths(const case_model *c, const belief_claim *k,
                            const draw *w) {
    const double *worth = w->worth + (ptrdiff_t)k->said->party * c->cell_count;
    switch (k->said->kind) {
    case CASE_PREFER:
        return prefers(c, worth, k);
    case CASE_MATTERS:
        return matters(c, worth, k->entry);
    default:
        assert(k->said->kind == CASE_DEMAND && k->said->about.count == 1);
        return meets_demand(c, worth, k->said->about.items[0]);
    }
}

bool belief_claim_by_honour(const case_model *c, const belief_claim *k,
                            const draw *w) {
    case_range r = c->model[CASE_HONOUR];
    double honour =
        w->honour[k->said->party * c->actor_count + k->entry->doubted];
    return !deal_at_least(honour, (r.low + r.high) / 2);
}
