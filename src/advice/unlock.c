/* SPDX-License-Identifier: Apache-2.0
 * What smallest change would make all accept?
 *
 * Sets of changes, by size. Sets that touch a field twice are never built;
 * sets whose phases break a rule are skipped; sets that come to the same plan
 * are valued once, at the cheapest; what many plans share is worked out once
 * (unlock_parts.c); a plan that can't come onto the front is stopped
 * (unlock_value.c). While the sets of a size are few enough to be all tried
 * the answer is exact on these draws; beyond that the best sets are carried on
 * (best first), and it is said how much that would have missed in the largest
 * size that was tried whole, and what no set whatever can exceed.
 *
 * Listed is the front of (cost, share, least mean gain), but for sets whose
 * share differs from that of a cheaper listed one, or of the proposal as it
 * is, by no more than two standard errors of the paired difference: choosing
 * the best of many noisy shares flatters them, so whoever prints one has it
 * measured again on fresh draws. Cost-effectiveness fronts: Keeney and Raiffa,
 * "Decisions with Multiple Objectives" (1976); the optimism of maxima: Smith
 * and Winkler, "The Optimizer's Curse", Management Science 52 (2006).
 *
 * Edge cases: with a single draw there is no error and the whole front is
 * listed. */
#include "advice/unlock_int.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "deal/bargain.h"

/* --- Single changes --- */

static void list_changes(unlock_search *s) {
    int count;
    const case_model *c = s->ask->belief->c;
    const case_guarantee *made =
        unlock_make_offers(c, s->ask->proposal, &count, s->keep);
    s->f = unlock_fields_new(c, s->ask->proposal, made, count, s->keep);
    unlock_list *l = ARENA_NEW(s->keep, unlock_list);
    *l = (unlock_list){.f = s->f, .mem = s->keep};
    unlock_list_terms(l);
    unlock_list_talks(l);
    unlock_list_lasts(l);
    unlock_list_offers(l, made, count);
    unlock_list_pairs(l);
    unlock_list_levers(l);
    s->changes = l->items;
    s->change_count = l->count;
}

static bool collide(const unlock_fields *f, const unlock_change *a,
                    const unlock_change *b) {
    for (int i = 0; i < a->write_count; i++)
        for (int k = 0; k < b->write_count; k++)
            if (unlock_same_field(f, a->writes[i].slot, b->writes[k].slot))
                return true;
    return false;
}

static void find_conflicts(unlock_search *s) {
    size_t n = (size_t)s->change_count;
    bool *conflict = ARENA_ARRAY(s->mem, bool, n *n + 1);
    for (size_t a = 0; a < n; a++)
        for (size_t b = 0; b < n; b++)
            conflict[a * n + b] =
                a == b || collide(s->f, &s->changes[a], &s->changes[b]);
    s->conflict = conflict;
}

static void find_rejected(unlock_search *s) {
    const case_model *c = s->f->c;
    const double *of = s->ask->setup->evidence->rejected;
    int *list = ARENA_ARRAY(s->mem, int, (size_t)c->proposal_count + 1);
    for (int i = 0; i < c->proposal_count; i++) {
        bool any = false;
        for (int p = 0; p < c->party_count; p++)
            any = any || of[p * c->proposal_count + i] > 0;
        if (any && i != s->ask->proposal) list[s->proposal_count++] = i;
    }
    s->proposals = list;
}

/* --- The most a party could gain --- */

static double most_gain(const plan_work *t, int party) {
    const case_model *c = t->setup->c;
    const double *worth =
        t->signed_worth + (size_t)party * (size_t)c->cell_count;
    double most = -t->no_deal[party];
    for (int j = 0; j < c->issue_count; j++) {
        double best = -INFINITY;
        for (int o = 0; o < c->issues[j].option_count; o++)
            best = fmax(best, worth[c->issues[j].cell + o]);
        most += best;
    }
    for (int i = 0; i < c->preferences[party].when_count; i++)
        most += fmax(0, number_from_fixed(c->preferences[party].when[i].worth));
    return most;
}

/* Every flow is a mixture of outcomes' worths, of no deal and of less than no
 * deal: none is worth more than the best option of every issue. */
static void find_most(unlock_search *s) {
    const belief *b = s->ask->belief;
    const unlock_fields *f = s->f;
    if (f->set_count > 0) return;
    size_t n = (size_t)s->draws;
    s->most = ARENA_ARRAY(s->mem, double, n *(size_t)s->parties);
    arena *scratch = arena_child(s->mem);
    plan_work *t = plan_work_new(s->ask->setup, scratch);
    for (size_t i = 0; i < n; i++) {
        plan_begin(t, &b->draws[i]);
        for (int p = 0; p < s->parties; p++) {
            double paid = 0;
            for (int k = 0; k < f->paid_count; k++)
                if (f->paid[k]->party == p)
                    paid += fmax(0, number_from_fixed(f->paid[k]->worth));
            s->most[(size_t)p * n + i] = fmax(0, most_gain(t, p) + paid);
        }
    }
    arena_free(scratch);
}

/* The share of draws in which every party could gain by something, after what
 * its rejection of the proposal costs it. */
static double find_bound(const unlock_search *s) {
    const belief *b = s->ask->belief;
    const double *weight = s->costs[0];
    int count = 0;
    if (!s->most) return 1;
    for (int i = 0; i < s->draws; i++) {
        bool all = true;
        for (int p = 0; p < s->parties; p++) {
            double cost = weight[p] * b->draws[i].model[CASE_PUBLIC_REJECTION];
            double most = s->most[(size_t)p * (size_t)s->draws + (size_t)i];
            all = all && deal_at_least(most, cost);
        }
        count += all;
    }
    return (double)count / s->draws;
}

/* --- The answer --- */

static unlock_set set_of(const unlock_search *s, int number, arena *mem) {
    const unlock_tried *t = &s->tries[s->plans[number].set];
    unlock_set set = {.count = t->count,
                      .cost = t->cost,
                      .all = unlock_share(s, number),
                      .smallest = unlock_least(s, number)};
    int *form = ARENA_ARRAY(mem, int, (size_t)s->f->slot_count + 1);
    memcpy(form, s->f->base, (size_t)s->f->slot_count * sizeof *form);
    for (int i = 0; i < t->count; i++) {
        const unlock_change *c = &s->changes[t->changes[i]];
        set.changes[i] = t->changes[i];
        for (int k = 0; k < c->write_count; k++)
            form[c->writes[k].slot] = c->writes[k].value;
    }
    set.variant = unlock_variant_of(s->f, form, mem);
    return set;
}

typedef struct listing {
    const belief *b;
    unlock_set *sets; /* the base, then the front by cost */
    int front;
    const unlock_effect *effects;
    int *listed;
    int count;
    arena *scratch;
} listing;

/* Not told apart from a listed set that is cheaper, or from the base. */
static bool unclear(const listing *l, int at) {
    double *change = ARENA_ARRAY(l->scratch, double, (size_t)l->b->draw_count);
    const bool *mine = l->effects[at].accepted;
    for (int i = 0; !l->b->single && i < l->count; i++) {
        const int other = l->listed[i];
        bool cheaper = other == 0 || l->sets[other].cost < l->sets[at].cost;
        if (!cheaper) continue;
        const bool *theirs = l->effects[other].accepted;
        for (int d = 0; d < l->b->draw_count; d++)
            change[d] = mine[d] - theirs[d];
        belief_measure m = belief_mean(l->b, change, l->scratch);
        if (fabs(m.mean) <= 2 * m.error) return true;
    }
    return false;
}

/* The base, which a costless set may have driven off the front, and then the
 * front. */
static void take_front(listing *l, const unlock_search *s,
                       const unlock_set **of, arena *mem) {
    int_list front = unlock_front(s, l->scratch);
    const int base = s->tries[0].plan;
    l->sets = ARENA_ARRAY(mem, unlock_set, (size_t)front.count + 1);
    l->sets[l->front++] = set_of(s, base, mem);
    for (int i = 0; i < front.count; i++)
        if (front.items[i] != base)
            l->sets[l->front++] = set_of(s, front.items[i], mem);
    for (int i = 0; i < l->front; i++)
        of[i] = &l->sets[i];
}

static void list_front(unlock_answer *a, const unlock_search *s, arena *mem) {
    listing l = {.b = s->ask->belief, .scratch = arena_child(mem)};
    size_t most = (size_t)s->plan_keys.count + 1;
    const unlock_set **of = ARENA_ARRAY(l.scratch, const unlock_set *, most);
    take_front(&l, s, of, mem);
    l.listed = ARENA_ARRAY(l.scratch, int, (size_t)l.front);
    l.effects =
        unlock_measure(of, l.front, l.b, s->ask->setup, a->index, l.scratch);
    l.listed[l.count++] = 0;
    for (int i = 1; i < l.front; i++)
        if (unclear(&l, i))
            a->unclear++;
        else
            l.listed[l.count++] = i;
    unlock_set *sets = ARENA_ARRAY(mem, unlock_set, (size_t)l.count + 1);
    for (int i = 1; i < l.count; i++)
        sets[a->set_count++] = l.sets[l.listed[i]];
    a->sets = sets;
    a->base = l.sets[0];
    arena_free(l.scratch);
}

static bool better_target(const unlock_search *s, int number, int than) {
    const unlock_plan *a = &s->plans[number], *b = &s->plans[than];
    if (a->cost < b->cost || a->cost > b->cost) return a->cost < b->cost;
    return a->accepted > b->accepted;
}

/* The cheapest set that reaches the target; with none: the largest share. */
static const unlock_set *find_set(const unlock_search *s, double target,
                                  arena *mem) {
    int found = -1;
    for (int i = 0; i < s->plan_keys.count; i++) {
        const unlock_plan *p = &s->plans[i];
        if (p->set < 0 || !p->valued || p->stopped) continue;
        if (!isnan(target) && unlock_share(s, i) < target) continue;
        bool better = found < 0;
        if (!better && isnan(target))
            better = p->accepted > s->plans[found].accepted ||
                     (p->accepted == s->plans[found].accepted &&
                      p->cost < s->plans[found].cost);
        else if (!better)
            better = better_target(s, i, found);
        if (better) found = i;
    }
    if (found < 0) return NULL;
    unlock_set *set = ARENA_NEW(mem, unlock_set);
    *set = set_of(s, found, mem);
    return set;
}

/* What the keys and buffers of the search can hold. */
static bool holds(const case_model *c, int proposal, parley_diags *d) {
    int phases = c->proposals[proposal].phase_count;
    if (phases > 0 && phases <= UNLOCK_PHASES_MOST &&
        c->party_count <= UNLOCK_NAMES_MOST &&
        c->issue_count <= UNLOCK_NAMES_MOST)
        return true;
    diag_limit(d, c->proposals[proposal].origin.at, "unlock/size-limit",
               "%d phases, %d parties and %d issues; unlock takes 1 to %d "
               "phases and up to %d of the others",
               phases, c->party_count, c->issue_count, UNLOCK_PHASES_MOST,
               UNLOCK_NAMES_MOST);
    return false;
}

unlock_search *unlock_search_new(const unlock_ask *ask, arena *mem,
                                 parley_diags *d) {
    const case_model *c = ask->belief->c;
    unlock_search *s = ARENA_NEW(mem, unlock_search);
    *s = (unlock_search){.ask = ask,
                         .mem = arena_child(mem),
                         .keep = mem,
                         .d = d,
                         .parties = c->party_count,
                         .draws = ask->belief->draw_count};
    s->work.regret = NAN;
    list_changes(s);
    find_conflicts(s);
    find_rejected(s);
    unlock_parts_new(s);
    find_most(s);
    return s;
}

parley_status unlock_find(const unlock_answer **out, const unlock_ask *ask,
                          arena *mem, parley_diags *d) {
    if (!holds(ask->belief->c, ask->proposal, d)) return PARLEY_ELIMIT;
    unlock_search *s = unlock_search_new(ask, mem, d);
    if (!unlock_try(s)) return PARLEY_ELIMIT;
    s->work.bound = find_bound(s);
    unlock_answer *a = ARENA_NEW(mem, unlock_answer);
    *a = (unlock_answer){.proposal = s->f->proposal,
                         .index = ask->proposal,
                         .changes = s->changes,
                         .change_count = s->change_count};
    list_front(a, s, mem);
    a->best = find_set(s, NAN, mem);
    if (!isnan(ask->target)) a->target = find_set(s, ask->target, mem);
    a->work = s->work;
    arena_free(s->mem);
    *out = a;
    return PARLEY_OK;
}
