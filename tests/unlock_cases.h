/* SPDX-License-Identifier: Apache-2.0
 * Random small cases to unlock: actors who may guarantee, obligations, levers
 * of every kind, a proposal whose phases keep the rules. */
#ifndef TESTS_UNLOCK_CASES_H
#define TESTS_UNLOCK_CASES_H

#include "advice/unlock.h"
#include "unlock_brute.h"

static inline void add_actors(chance *h, case_model *c) {
    case_actor *actors =
        ARENA_ARRAY(h->mem, case_actor, (size_t)c->actor_count);
    for (int i = 0; i < c->actor_count; i++)
        actors[i] = (case_actor){.id = "actor", .name = "Actor"};
    if (once_in(h, 2)) actors[c->actor_count - 1].roles = CASE_GUARANTOR;
    c->actors = actors;
    case_issue *issues = (case_issue *)(uintptr_t)c->issues;
    for (int j = 0; j < c->issue_count; j++) {
        const char **options = ARENA_ARRAY(h->mem, const char *, 4);
        for (int o = 0; o < 4; o++)
            options[o] = "option";
        issues[j].options = options;
        issues[j].scale = once_in(h, 2);
        issues[j].obligation = once_in(h, 6);
    }
}

static inline void add_offer(chance *h, const case_model *c, case_change *to) {
    case_guarantee *g = ARENA_NEW(h->mem, case_guarantee);
    *g = (case_guarantee){.by = c->party_count,
                          .to = list_of(below(h, c->party_count), h->mem),
                          .of = (case_guarantee_of)below(h, 3),
                          .status = CASE_OFFERED,
                          .has_strength = once_in(h, 2)};
    if (g->has_strength) g->strength = between(h, 0, 1);
    if (g->of == CASE_OF_ISSUES)
        g->issues = list_of(below(h, c->issue_count), h->mem);
    to->guarantee = g;
}

static inline bool add_payment(chance *h, const case_model *c,
                               case_change *to) {
    case_payment *pay = ARENA_NEW(h->mem, case_payment);
    *pay = (case_payment){below(h, c->party_count), some_expr(h, c, 1),
                          some_worth(h) / 2};
    to->payments = pay;
    to->payment_count = 1;
    return true;
}

static inline void set_one(chance *h, case_change *to) {
    case_parameter *p = ARENA_NEW(h->mem, case_parameter);
    const int which[] = {CASE_HONOUR, CASE_BREACH, CASE_TALKS_CLOSE, CASE_FACE};
    *p = (case_parameter){which[below(h, 4)], between(h, 0.1, 0.9)};
    to->parameters = p;
    to->parameter_count = 1;
}

/* Sets a term, or drops it. */
static inline void add_term(chance *h, const case_model *c, case_change *to) {
    case_term *term = ARENA_NEW(h->mem, case_term);
    *term = (case_term){.issue = below(h, c->issue_count)};
    if (c->issues[term->issue].obligation) return;
    if (!once_in(h, 4))
        term->options =
            list_of(below(h, c->issues[term->issue].option_count), h->mem);
    to->terms = term;
    to->term_count = 1;
}

static inline void change_talks(chance *h, const case_model *c,
                                case_change *to) {
    int issue = below(h, c->issue_count);
    if (once_in(h, 2))
        to->talks_add = list_of(issue, h->mem);
    else if (!c->issues[issue].obligation)
        to->talks_drop = list_of(issue, h->mem);
    to->has_by = once_in(h, 2);
    to->by = (duration){.days = 20};
    if (!once_in(h, 3)) return;
    const expr **within = ARENA_ARRAY(h->mem, const expr *, 1);
    within[0] = some_expr(h, c, 1);
    to->within = within;
    to->within_count = 1;
}

/* One lever with a side payment at most: brute_plan.h knows one. */
static inline void add_levers(chance *h, case_model *c) {
    int count = 1 + below(h, 3), bounds = 0;
    bool paid = false;
    case_lever *levers = ARENA_ARRAY(h->mem, case_lever, 4);
    for (int i = 0; i < count; i++) {
        case_change *to = ARENA_ARRAY(h->mem, case_change, 2);
        int changes = 1 + once_in(h, 3);
        for (int k = 0; k < changes; k++) {
            int kind = below(h, 6);
            to[k].phase = once_in(h, 4);
            if (kind == 0) add_offer(h, c, &to[k]);
            if (kind == 1 && !paid) paid = add_payment(h, c, &to[k]);
            if (kind == 2) set_one(h, &to[k]);
            if (kind == 3 && bounds++ < 3) change_talks(h, c, &to[k]);
            if (kind == 4) {
                to[k].has_lasts = true;
                to[k].lasts = (duration){.days = once_in(h, 2) ? 45 : 30};
            }
            if (kind == 5) add_term(h, c, &to[k]);
        }
        levers[i] =
            (case_lever){.name = "lever",
                         .cost = once_in(h, 2) ? 0.25 * below(h, 3) : 2.5,
                         .changes = to,
                         .change_count = changes};
    }
    c->levers = levers;
    c->lever_count = count;
}

/* The first proposal once more, for a fortnight: a variant that may have been
 * rejected under a name of its own. */
static inline void add_twin(chance *h, case_model *c) {
    case_proposal *all = (case_proposal *)(uintptr_t)c->proposals;
    case_phase *phases = ARENA_ARRAY(h->mem, case_phase, 3);
    for (int k = 0; k < all[0].phase_count; k++)
        phases[k] = all[0].phases[k];
    phases[0].lasts = (duration){.days = 14};
    if (phases[0].talks) {
        case_talks *talks = ARENA_NEW(h->mem, case_talks);
        *talks = *phases[0].talks;
        talks->by = phases[0].lasts;
        phases[0].talks = talks;
    }
    all[2] = all[0];
    all[2].phases = phases;
}

static inline const case_proposal *find_base(const case_model *c, brute *B,
                                             int *index) {
    for (int i = 0; i < c->proposal_count; i++) {
        B->p = &c->proposals[i];
        *index = i;
        if (stand(B)) return B->p;
    }
    return NULL;
}

typedef struct unlocking {
    chance h;
    const case_model *c;
    world *w;
    brute *B;
    belief b;
    unlock_ask ask;
} unlocking;

/* False: no proposal of the case keeps its rules. The arena is the caller's to
 * free. */
static inline bool begin_unlocking(unlocking *u, uint64_t seed, int size) {
    chance *h = &u->h;
    *h = (chance){.mem = test_arena()};
    rng_seed(&h->r, seed, 0);
    case_model *c = some_case(h, 3, size == 3 ? 1 : 2, 3);
    add_actors(h, c);
    add_proposals(h, c, 3);
    if (once_in(h, 2)) add_twin(h, c);
    add_levers(h, c);
    u->c = c;
    u->w = ARENA_NEW(h->mem, world);
    u->B = ARENA_NEW(h->mem, brute);
    *u->B = (brute){.c = c, .n = c->party_count};
    *u->w = (world){.c = c, .e = some_evidence(h, c), .mem = h->mem};
    u->B->e = u->w->e;
    u->w->draws = some_draws(h, c, DRAWS, once_in(h, 2));
    list_outcomes(u->B);
    for (int j = 0; j < c->issue_count; j++)
        u->B->quo[j] = c->issues[j].now;
    u->w->p = find_base(c, u->B, &u->w->index);
    if (!u->w->p) return false;
    u->b = (belief){.c = c,
                    .evidence = u->w->e,
                    .ask = {.threads = 1},
                    .draws = u->w->draws,
                    .draw_count = DRAWS,
                    .chain_count = 8,
                    .single = true};
    u->ask = (unlock_ask){.belief = &u->b,
                          .setup = plan_setup_new(c, u->w->e, h->mem, NULL),
                          .proposal = u->w->index,
                          .changes_most = size,
                          .target = between(h, 0, 1)};
    return true;
}

#endif
