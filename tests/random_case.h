/* SPDX-License-Identifier: Apache-2.0
 * Random small cases, built in memory, for tests that compare with brute
 * force: 2 to 3 parties, 2 to 4 issues of 2 to 3 options, rules, worths on
 * conditions, reserves, promises of others, public demands, rejections,
 * proposals with every kind of phase, talks and guarantee. Half of all worths
 * lie on a coarse grid, so that ties happen. */
#ifndef TESTS_RANDOM_CASE_H
#define TESTS_RANDOM_CASE_H

#include "test.h"

#include "base/rng.h"
#include "deal/draw.h"
#include "record/evidence.h"

typedef struct chance {
    rng r;
    arena *mem;
    bool grid; /* this case's worths lie on the grid */
} chance;

static inline int below(chance *h, int most) {
    return (int)rng_below(&h->r, (uint64_t)most);
}
static inline bool once_in(chance *h, int n) { return below(h, n) == 0; }
static inline double between(chance *h, double low, double high) {
    return rng_between(&h->r, low, high);
}

static inline fixed some_worth(chance *h) {
    if (h->grid) return (fixed)below(h, 11) * (FIXED_ONE / 10);
    return (fixed)rng_below(&h->r, (uint64_t)FIXED_ONE);
}

/* PROP_CASES makes a test shorter: for planted faults. */
static inline int prop_cases(int most) {
    const char *fewer = getenv("PROP_CASES");
    const long count = fewer ? strtol(fewer, NULL, 10) : most;
    return count > 0 && count < most ? (int)count : most;
}

/* --- Conditions --- */

static inline expr *new_expr(chance *h, expr_kind kind) {
    expr *e = ARENA_NEW(h->mem, expr);
    e->kind = kind;
    return e;
}

static inline const expr *some_expr(chance *h, const case_model *c, int depth) {
    if (depth == 0 || once_in(h, 3)) {
        expr *e = new_expr(h, EXPR_IN);
        e->issue = below(h, c->issue_count);
        e->option_count = c->issues[e->issue].option_count;
        uint64_t *has = ARENA_NEW(h->mem, uint64_t);
        *has = 1 + rng_below(&h->r, (UINT64_C(1) << e->option_count) - 1);
        e->has = has;
        return e;
    }
    expr *e = new_expr(h, (expr_kind)(EXPR_NOT + below(h, 5)));
    e->left = some_expr(h, c, depth - 1);
    if (e->kind != EXPR_NOT) e->right = some_expr(h, c, depth - 1);
    return e;
}

/* --- The case --- */

static inline int_list some_actors(chance *h, int count, int most) {
    int *items = ARENA_ARRAY(h->mem, int, (size_t)count);
    int kept = 0;
    for (int i = 0; i < count && kept < most; i++)
        if (once_in(h, 3)) items[kept++] = i;
    return (int_list){items, kept};
}

static inline void add_issues(chance *h, case_model *c, int option_most) {
    case_issue *issues =
        ARENA_ARRAY(h->mem, case_issue, (size_t)c->issue_count);
    for (int j = 0; j < c->issue_count; j++) {
        int options = 2 + below(h, option_most - 1);
        issues[j] = (case_issue){.id = arena_format(h->mem, "i%d", j),
                                 .option_count = options,
                                 .now = c->has_now ? below(h, options) : -1,
                                 .by = some_actors(h, c->actor_count, 2),
                                 .cell = c->cell_count};
        c->cell_count += options;
    }
    c->issues = issues;
}

static inline void add_rules(chance *h, case_model *c, const int *now) {
    case_rule *rules = ARENA_ARRAY(h->mem, case_rule, 2);
    for (int tries = 0; tries < 3 && c->rule_count < 2; tries++) {
        const expr *e = some_expr(h, c, 2);
        if (expr_holds(e, now)) rules[c->rule_count++].holds = e;
    }
    c->rules = rules;
}

static inline void add_preferences(chance *h, case_model *c) {
    case_preference *all =
        ARENA_ARRAY(h->mem, case_preference, (size_t)c->party_count);
    for (int p = 0; p < c->party_count; p++) {
        fixed *worth = ARENA_ARRAY(h->mem, fixed, (size_t)c->cell_count);
        for (int i = 0; i < c->cell_count; i++)
            worth[i] = some_worth(h);
        int whens = once_in(h, 3) ? 1 + below(h, 2) : 0;
        case_condition *when = ARENA_ARRAY(h->mem, case_condition, 2);
        for (int i = 0; i < whens; i++)
            when[i] = (case_condition){some_expr(h, c, 2),
                                       some_worth(h) - FIXED_ONE / 2};
        all[p] = (case_preference){.kind = CASE_WORTH,
                                   .worth = worth,
                                   .discount = 1,
                                   .when = when,
                                   .when_count = whens};
        if (once_in(h, 4)) {
            all[p].has_reserve = true;
            all[p].reserve = some_worth(h);
        } else if (once_in(h, 6)) {
            all[p].no_reserve = true;
        }
    }
    c->preferences = all;
}

/* Actors: the parties and two others. `now` always keeps the rules. */
static inline case_model *some_case(chance *h, int party_most, int issue_most,
                                    int option_most) {
    case_model *c = ARENA_NEW(h->mem, case_model);
    h->grid = once_in(h, 2);
    c->has_now = true;
    c->party_count = 2 + below(h, party_most - 1);
    c->actor_count = c->party_count + 2;
    c->issue_count = 1 + below(h, issue_most);
    add_issues(h, c, option_most);
    int *now = ARENA_ARRAY(h->mem, int, (size_t)c->issue_count);
    for (int j = 0; j < c->issue_count; j++)
        now[j] = c->issues[j].now;
    add_rules(h, c, now);
    add_preferences(h, c);
    if (once_in(h, 5)) c->talks_need = some_expr(h, c, 1);
    return c;
}

/* --- A draw --- */

static inline const draw *some_draw(chance *h, const case_model *c) {
    double *worth = ARENA_ARRAY(h->mem, double,
                                (size_t)c->party_count *(size_t)c->cell_count);
    double *honour = ARENA_ARRAY(
        h->mem, double, (size_t)c->party_count *(size_t)c->actor_count);
    for (int p = 0; p < c->party_count; p++) {
        for (int i = 0; i < c->cell_count; i++)
            worth[p * c->cell_count + i] =
                number_from_fixed(c->preferences[p].worth[i]);
        for (int q = 0; q < c->actor_count; q++)
            honour[p * c->actor_count + q] =
                q == p || once_in(h, 4) ? 1 : between(h, 0, 1);
    }
    draw *w = ARENA_NEW(h->mem, draw);
    *w = (draw){.worth = worth, .honour = honour};
    w->model[CASE_HALF_LIFE] = between(h, 30, 400);
    w->model[CASE_EARLY_DEAL] = between(h, 30, 400);
    w->model[CASE_TALKS_CLOSE] = between(h, 0, 0.6);
    w->model[CASE_GUARANTEE] = between(h, 0, 1);
    w->model[CASE_BREACH] = once_in(h, 4) ? 0 : between(h, 0, 0.3);
    w->model[CASE_FACE] = between(h, 0, 0.6);
    w->model[CASE_PUBLIC_REJECTION] = between(h, 0, 0.1);
    w->model[CASE_COLLAPSE] = once_in(h, 2) ? 0 : between(h, 0, 0.05);
    return w;
}

/* --- The record --- */

static inline const record_evidence *some_evidence(chance *h,
                                                   const case_model *c) {
    size_t faces = (size_t)c->party_count * (size_t)c->issue_count;
    record_face *face = ARENA_ARRAY(h->mem, record_face, faces);
    for (size_t i = 0; i < faces; i++) {
        const case_issue *issue = &c->issues[i % (size_t)c->issue_count];
        if (!once_in(h, 3)) continue;
        int *options = ARENA_ARRAY(h->mem, int, 2);
        options[0] = below(h, issue->option_count);
        options[1] = (options[0] + 1) % issue->option_count;
        face[i] =
            (record_face){once_in(h, 2) ? 1 : 0.4, {options, 1 + below(h, 2)}};
    }
    size_t answers = (size_t)c->party_count * (size_t)c->proposal_count;
    double *rejected = ARENA_ARRAY(h->mem, double, answers + 1);
    for (size_t i = 0; i < answers; i++)
        if (once_in(h, 3)) rejected[i] = once_in(h, 2) ? 1 : 0.4;
    record_evidence *e = ARENA_NEW(h->mem, record_evidence);
    *e = (record_evidence){.face = face, .rejected = rejected};
    return e;
}

/* --- Proposals --- */

static inline case_terms some_terms(chance *h, const case_model *c) {
    case_term *items = ARENA_ARRAY(h->mem, case_term, (size_t)c->issue_count);
    int count = 0;
    for (int j = 0; j < c->issue_count; j++) {
        if (!once_in(h, 2)) continue;
        int *option = ARENA_NEW(h->mem, int);
        *option = below(h, c->issues[j].option_count);
        items[count++] = (case_term){.issue = j, .options = {option, 1}};
    }
    return (case_terms){items, count};
}

static inline const case_talks *some_talks(chance *h, const case_model *c,
                                           duration lasts) {
    case_talks *talks = ARENA_NEW(h->mem, case_talks);
    int *on = ARENA_ARRAY(h->mem, int, (size_t)c->issue_count);
    bool all = once_in(h, 3);
    for (int j = 0; j < c->issue_count; j++)
        if (all || once_in(h, 2)) on[talks->on.count++] = j;
    talks->on.items = on;
    talks->fail = once_in(h, 2) ? CASE_STAY : CASE_RESUME;
    talks->by = lasts.open ? (duration){.days = between(h, 1, 60)} : lasts;
    const expr **within = ARENA_ARRAY(h->mem, const expr *, 1);
    if (once_in(h, 4)) within[talks->within_count++] = some_expr(h, c, 2);
    talks->within = within;
    return talks;
}

static inline void add_phases(chance *h, const case_model *c,
                              case_proposal *p) {
    int count = 1 + below(h, 3);
    case_phase *phases = ARENA_ARRAY(h->mem, case_phase, (size_t)count);
    for (int k = 0; k < count; k++) {
        case_phase *f = &phases[k];
        bool last = k == count - 1;
        f->name = "phase";
        f->lasts.open = last && once_in(h, 2);
        f->lasts.days = f->lasts.open ? INFINITY : between(h, 1, 90);
        f->terms = some_terms(h, c);
        f->has_collapse = once_in(h, 4);
        if (f->has_collapse) f->collapse = between(h, 0, 0.1);
        if (last && !once_in(h, 4)) f->talks = some_talks(h, c, f->lasts);
    }
    p->phases = phases;
    p->phase_count = count;
}

static inline void add_guarantees(chance *h, const case_model *c,
                                  case_proposal *p) {
    case_guarantee *all = ARENA_ARRAY(h->mem, case_guarantee, 3);
    p->guarantee_count = once_in(h, 2) ? below(h, 4) : 0;
    for (int i = 0; i < p->guarantee_count; i++) {
        case_guarantee *g = &all[i];
        g->by = c->party_count;
        g->of = (case_guarantee_of)below(h, 3);
        g->status = once_in(h, 4) ? CASE_ASKED : CASE_OFFERED;
        g->has_strength = once_in(h, 2);
        if (g->has_strength) g->strength = between(h, 0, 1);
        int *to = ARENA_NEW(h->mem, int);
        *to = below(h, c->party_count);
        g->to = (int_list){to, 1};
        int *issues = ARENA_ARRAY(h->mem, int, 2);
        issues[0] = below(h, c->issue_count);
        issues[1] = (issues[0] + 1) % c->issue_count;
        if (g->of == CASE_OF_ISSUES)
            g->issues = (int_list){issues, c->issue_count > 1 ? 2 : 1};
    }
    p->guarantees = all;
}

static inline void add_proposals(chance *h, case_model *c, int count) {
    case_proposal *all = ARENA_ARRAY(h->mem, case_proposal, (size_t)count + 1);
    for (int i = 0; i < count; i++) {
        all[i].id = all[i].name = arena_format(h->mem, "p%d", i);
        all[i].supersedes = -1;
        add_phases(h, c, &all[i]);
        add_guarantees(h, c, &all[i]);
    }
    c->proposals = all;
    c->proposal_count = count;
}

#endif
