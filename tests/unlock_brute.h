/* SPDX-License-Identifier: Apache-2.0
 * Sets of changes the long way: every change as a list of edits to a sketch of
 * the proposal, every set applied to a fresh sketch, every plan valued by the
 * formulas of brute_plan.h in every draw, every pair of sets compared. Shares
 * nothing with src/advice but what a change is (DESIGN section 7). */
#ifndef TESTS_UNLOCK_BRUTE_H
#define TESTS_UNLOCK_BRUTE_H

#include "brute_plan.h"
#include "random_draws.h"

#include "record/same_plan.h"

enum { EDITS = 12, CHANGES = 160, DRAWS = 160, SETS = 20000, OFFERS = 40 };

typedef struct sketch {
    int term[3][ISSUES]; /* an option, or -1 */
    bool on[ISSUES], stay;
    double days[3], by; /* INFINITY: open */
    bool offered[OFFERS], bound[4], paid;
    double set[CASE_PARAMETERS]; /* NAN: as drawn */
} sketch;

typedef enum what { TERM, ON, STAY, DAYS, BY, OFFER, BOUND, PAID, SET } what;
typedef struct edit {
    what what;
    int a, b;
    double value;
} edit;
typedef struct change {
    edit edits[EDITS];
    int count;
    double cost;
    bool lever;
} change;

typedef struct world {
    const case_model *c;
    const case_proposal *p;
    int index;
    const record_evidence *e;
    const draw *draws;
    case_guarantee offers[OFFERS];
    int offer_count;
    const expr *bounds[4];
    int bound_count;
    const case_payment *pay;
    change changes[CHANGES];
    int count;
    sketch base;
    arena *mem;
} world;

typedef struct result {
    double cost, share, least, comply;
    int size;
} result;

/* --- Sketches --- */

static inline void apply(sketch *s, const change *c) {
    for (int i = 0; i < c->count; i++) {
        const edit *e = &c->edits[i];
        int value = (int)e->value;
        switch (e->what) {
        case TERM:
            s->term[e->a][e->b] = value;
            break;
        case ON:
            s->on[e->a] = value;
            break;
        case STAY:
            s->stay = value;
            break;
        case DAYS:
            s->days[e->a] = e->value;
            break;
        case BY:
            s->by = e->value;
            break;
        case OFFER:
            s->offered[e->a] = true;
            break;
        case BOUND:
            s->bound[e->a] = true;
            break;
        case PAID:
            s->paid = true;
            break;
        case SET:
            s->set[e->a] = e->value;
            break;
        }
    }
}

static inline bool changes_nothing(const sketch *s, const edit *e) {
    switch (e->what) {
    case TERM:
        return s->term[e->a][e->b] == (int)e->value;
    case ON:
        return s->on[e->a] == (e->value > 0);
    case STAY:
        return s->stay == (e->value > 0);
    case DAYS:
        return s->days[e->a] == e->value;
    case BY:
        return s->by == e->value;
    default:
        return false;
    }
}

static inline duration lasting(double days) {
    return (duration){.days = days, .open = isinf(days)};
}

/* How many terms of phases [from, to) bring something. */
static inline int brings(const world *w, const sketch *s, int from, int to) {
    int count = 0;
    for (int k = from; k < to; k++)
        for (int j = 0; j < w->c->issue_count; j++)
            count += s->term[k][j] >= 0 && s->term[k][j] != w->c->issues[j].now;
    return count;
}

/* All that the plan, or a phase without the talks, had is gone. */
static inline bool is_emptied(const world *w, const sketch *s) {
    const int all = w->p->phase_count;
    bool gone = brings(w, &w->base, 0, all) > 0 && brings(w, s, 0, all) == 0;
    for (int k = 0; k < all; k++)
        gone = gone ||
               (!w->p->phases[k].talks && brings(w, &w->base, k, k + 1) > 0 &&
                brings(w, s, k, k + 1) == 0);
    return gone;
}

/* The proposal of a sketch; false if it can't be. */
static inline bool draw_up(const world *w, const sketch *s, case_proposal *p,
                           arena *mem) {
    const int last = w->p->phase_count - 1;
    if (is_emptied(w, s)) return false;
    *p = *w->p;
    case_phase *f = ARENA_ARRAY(mem, case_phase, 3);
    for (int k = 0; k <= last; k++) {
        f[k] = w->p->phases[k];
        case_term *terms = ARENA_ARRAY(mem, case_term, ISSUES);
        int *options = ARENA_ARRAY(mem, int, ISSUES);
        f[k].terms = (case_terms){terms, 0};
        for (int j = 0; j < w->c->issue_count; j++) {
            options[j] = s->term[k][j];
            if (options[j] >= 0)
                terms[f[k].terms.count++] =
                    (case_term){.issue = j, .options = {&options[j], 1}};
        }
        f[k].lasts = lasting(s->days[k]);
        if (k < last && isinf(s->days[k])) return false;
    }
    if (f[last].talks) {
        case_talks *t = ARENA_NEW(mem, case_talks);
        *t = *f[last].talks;
        int *on = ARENA_ARRAY(mem, int, ISSUES), had = t->on.count;
        t->on = (int_list){on, 0};
        for (int j = 0; j < w->c->issue_count; j++)
            if (s->on[j]) on[t->on.count++] = j;
        if (had > 0 && t->on.count == 0) return false;
        t->fail = s->stay ? CASE_STAY : CASE_RESUME;
        t->by = lasting(isinf(s->days[last]) ? s->by : s->days[last]);
        const expr **within = ARENA_ARRAY(mem, const expr *, 8);
        for (int i = 0; i < t->within_count; i++)
            within[i] = t->within[i];
        for (int i = 0; i < w->bound_count; i++)
            if (s->bound[i]) within[t->within_count++] = w->bounds[i];
        t->within = within;
        f[last].talks = t;
    }
    p->phases = f;
    case_guarantee *g = ARENA_ARRAY(mem, case_guarantee, OFFERS + 8);
    for (int i = 0; i < p->guarantee_count; i++)
        g[i] = w->p->guarantees[i];
    for (int i = 0; i < w->offer_count; i++)
        if (s->offered[i]) g[p->guarantee_count++] = w->offers[i];
    p->guarantees = g;
    return true;
}

/* --- Which edits exclude each other --- */

static inline bool same_list(int_list a, int_list b) {
    if (a.count != b.count) return false;
    for (int i = 0; i < a.count; i++)
        if (a.items[i] != b.items[i]) return false;
    return true;
}

static inline bool same_promise(const case_guarantee *a,
                                const case_guarantee *b) {
    return a->by == b->by && a->of == b->of && same_list(a->to, b->to) &&
           same_list(a->issues, b->issues);
}

static inline bool one_field(const world *w, const edit *x, const edit *y) {
    int last = w->p->phase_count - 1;
    if (x->what == TERM && y->what == ON) return x->a == last && x->b == y->a;
    if (x->what == ON && y->what == TERM) return one_field(w, y, x);
    if (x->what != y->what) return false;
    switch (x->what) {
    case TERM:
        return x->a == y->a && x->b == y->b;
    case OFFER:
        return same_promise(&w->offers[x->a], &w->offers[y->a]);
    case STAY:
    case BY:
    case PAID:
        return true;
    default:
        return x->a == y->a;
    }
}

static inline bool exclude(const world *w, const change *a, const change *b) {
    for (int i = 0; i < a->count; i++)
        for (int k = 0; k < b->count; k++)
            if (one_field(w, &a->edits[i], &b->edits[k])) return true;
    return false;
}

/* --- The changes --- */

static inline bool has_edit(const change *c, const edit *e) {
    for (int i = 0; i < c->count; i++) {
        const edit *x = &c->edits[i];
        if (x->what == e->what && x->a == e->a && x->b == e->b &&
            x->value == e->value)
            return true;
    }
    return false;
}

static inline void offer_change(world *w, change c) {
    change kept = {.cost = c.cost, .lever = c.lever};
    for (int i = 0; i < c.count; i++) {
        bool later = false; /* the last word on a thing counts */
        for (int k = i + 1; k < c.count; k++)
            later = later || (c.edits[k].what == c.edits[i].what &&
                              c.edits[k].a == c.edits[i].a &&
                              c.edits[k].b == c.edits[i].b);
        if (!later && !changes_nothing(&w->base, &c.edits[i]))
            kept.edits[kept.count++] = c.edits[i];
    }
    if (kept.count == 0) return;
    for (int i = 0; i < w->count; i++) {
        bool same = w->changes[i].count == kept.count;
        for (int k = 0; k < kept.count; k++)
            same = same && has_edit(&w->changes[i], &kept.edits[k]);
        if (!same) continue;
        if (kept.lever) w->changes[i] = kept;
        return;
    }
    assert_true(w->count < CHANGES);
    w->changes[w->count++] = kept;
}

static inline int number_of(world *w, const case_guarantee *g) {
    for (int i = 0; i < w->offer_count; i++)
        if (same_promise(&w->offers[i], g) &&
            w->offers[i].has_strength == g->has_strength &&
            w->offers[i].strength == g->strength)
            return i;
    w->offers[w->offer_count] = *g;
    return w->offer_count++;
}

static inline int before(const world *w, int k, int j) {
    int o = w->c->issues[j].now;
    for (int i = 0; i < k; i++)
        if (w->base.term[i][j] >= 0) o = w->base.term[i][j];
    return o;
}

static inline edit term_edit(const world *w, int k, int j, int o) {
    return (edit){TERM, k, j, o == before(w, k, j) ? -1 : o};
}

static inline void offer_terms(world *w) {
    const int last = w->p->phase_count - 1;
    const bool talks = w->p->phases[last].talks != NULL;
    for (int k = 0; k <= last; k++)
        for (int j = 0; j < w->c->issue_count; j++) {
            int had = before(w, k, j);
            int now = w->base.term[k][j] >= 0 ? w->base.term[k][j] : had;
            const case_issue *of = &w->c->issues[j];
            for (int o = 0; o < of->option_count && !of->obligation; o++) {
                edit set = term_edit(w, k, j, o);
                bool part = (had < o && o < now) || (now < o && o < had);
                if (o != now) offer_change(w, (change){{set}, 1, 1, false});
                if (k < last || !talks) continue;
                if (w->base.on[j]) {
                    edit off = {ON, j, 0, 0};
                    change c = {{off, set}, o == now ? 1 : 2, 1, false};
                    offer_change(w, c);
                } else if (part && of->scale) {
                    edit add = {ON, j, 0, 1};
                    offer_change(w, (change){{set, add}, 2, 1, false});
                }
            }
        }
}

static inline void offer_agenda(world *w) {
    const int last = w->p->phase_count - 1;
    if (!w->p->phases[last].talks) return;
    for (int j = 0; j < w->c->issue_count; j++) {
        if (w->base.on[j] || w->c->issues[j].obligation) continue;
        change c = {{{ON, j, 0, 1}}, 1, 1, false};
        offer_change(w, c);
        bool any = false;
        for (int k = 0; k <= last; k++)
            if (w->base.term[k][j] >= 0) {
                c.edits[c.count++] = (edit){TERM, k, j, -1};
                any = true;
            }
        if (any) offer_change(w, c);
    }
    offer_change(w, (change){{{STAY, 0, 0, !w->base.stay}}, 1, 1, false});
}

static inline void offer_days(world *w) {
    const double tried[] = {3, 7, 14, 30, 90, INFINITY};
    for (int k = 0; k < w->p->phase_count; k++)
        for (int i = 0; i < (k == w->p->phase_count - 1 ? 6 : 5); i++)
            offer_change(w, (change){{{DAYS, k, 0, tried[i]}}, 1, 1, false});
}

static inline bool is_offered(const world *w, const case_guarantee *g) {
    for (int i = 0; i < w->p->guarantee_count; i++) {
        const case_guarantee *has = &w->p->guarantees[i];
        if (has->status == CASE_OFFERED && same_promise(has, g)) return true;
    }
    return false;
}

static inline void offer_one(world *w, case_guarantee g) {
    g.status = CASE_OFFERED;
    if (is_offered(w, &g)) return;
    edit e = {OFFER, number_of(w, &g), 0, 0};
    offer_change(w, (change){{e}, 1, 1, false});
}

static inline int_list list_of(int item, arena *mem) {
    int *items = ARENA_NEW(mem, int);
    *items = item;
    return (int_list){items, 1};
}

static inline void offer_guarantees(world *w) {
    const case_talks *talks = w->p->phases[w->p->phase_count - 1].talks;
    for (int a = w->c->party_count; a < w->c->actor_count; a++) {
        bool could = (w->c->actors[a].roles & CASE_GUARANTOR) != 0;
        for (int i = 0; i < w->p->guarantee_count; i++)
            could = could || w->p->guarantees[i].by == a;
        for (int p = 0; could && p < w->c->party_count; p++) {
            int_list to = list_of(p, w->mem);
            offer_one(w, (case_guarantee){.by = a, .to = to});
            if (talks)
                offer_one(w, (case_guarantee){
                                 .by = a, .to = to, .of = CASE_OF_TALKS});
        }
        for (int i = 0; could && talks && i < talks->on.count; i++) {
            int_list of = list_of(talks->on.items[i], w->mem);
            if (w->c->issues[of.items[0]].by.count > 0)
                offer_one(w, (case_guarantee){
                                 .by = a, .of = CASE_OF_ISSUES, .issues = of});
        }
    }
}

static inline bool fits(const world *w, const case_change *c) {
    bool talks = w->p->phases[w->p->phase_count - 1].talks != NULL;
    bool speaks =
        c->talks_add.count + c->talks_drop.count + c->within_count > 0 ||
        c->has_fail || c->has_by;
    return c->phase < w->p->phase_count && (talks || !speaks);
}

static inline void read_change(world *w, const case_change *c, change *to) {
    edit *e = to->edits;
    int n = to->count;
    for (int i = 0; i < c->term_count; i++)
        e[n++] = (edit){
            TERM, c->phase, c->terms[i].issue,
            c->terms[i].options.count > 0 ? c->terms[i].options.items[0] : -1};
    for (int i = 0; i < c->talks_add.count; i++)
        e[n++] = (edit){ON, c->talks_add.items[i], 0, 1};
    for (int i = 0; i < c->talks_drop.count; i++)
        e[n++] = (edit){ON, c->talks_drop.items[i], 0, 0};
    if (c->has_fail) e[n++] = (edit){STAY, 0, 0, c->fail == CASE_STAY};
    if (c->has_by) e[n++] = (edit){BY, 0, 0, c->by.days};
    if (c->has_lasts) e[n++] = (edit){DAYS, c->phase, 0, c->lasts.days};
    if (c->guarantee) e[n++] = (edit){OFFER, number_of(w, c->guarantee), 0, 0};
    for (int i = 0; i < c->within_count; i++) {
        w->bounds[w->bound_count] = c->within[i];
        e[n++] = (edit){BOUND, w->bound_count++, 0, 0};
    }
    if (c->payment_count > 0) {
        w->pay = c->payments;
        e[n++] = (edit){PAID, 0, 0, 0};
    }
    for (int i = 0; i < c->parameter_count; i++)
        e[n++] = (edit){SET, c->parameters[i].which, 0, c->parameters[i].value};
    to->count = n;
}

static inline void offer_levers(world *w) {
    for (int i = 0; i < w->c->lever_count; i++) {
        const case_lever *l = &w->c->levers[i];
        change c = {.cost = l->cost, .lever = true};
        bool all = true;
        for (int k = 0; k < l->change_count; k++)
            all = all && fits(w, &l->changes[k]);
        for (int k = 0; all && k < l->change_count; k++)
            read_change(w, &l->changes[k], &c);
        if (all) offer_change(w, c);
    }
}

static inline void begin_world(world *w) {
    const int last = w->p->phase_count - 1;
    const case_talks *talks = w->p->phases[last].talks;
    sketch *s = &w->base;
    memset(s->term, -1, sizeof s->term);
    for (int k = 0; k <= last; k++) {
        const case_phase *f = &w->p->phases[k];
        s->days[k] = f->lasts.open ? INFINITY : f->lasts.days;
        for (int i = 0; i < f->terms.count; i++)
            s->term[k][f->terms.items[i].issue] =
                f->terms.items[i].options.items[0];
    }
    for (int i = 0; talks && i < talks->on.count; i++)
        s->on[talks->on.items[i]] = true;
    s->stay = talks && talks->fail == CASE_STAY;
    s->by = talks && isinf(s->days[last]) ? talks->by.days : 30;
    for (int i = 0; i < CASE_PARAMETERS; i++)
        s->set[i] = NAN;
    offer_terms(w);
    offer_agenda(w);
    offer_days(w);
    offer_guarantees(w);
    offer_levers(w);
}

/* --- A set, by the formulas --- */

static inline draw as_set(const world *w, const sketch *s, const draw *of,
                          double *honour) {
    draw d = *of;
    for (int i = 0; i < CASE_PARAMETERS; i++)
        if (!isnan(s->set[i])) d.model[i] = s->set[i];
    if (isnan(s->set[CASE_HONOUR])) return d;
    for (int p = 0; p < w->c->party_count; p++)
        for (int q = 0; q < w->c->actor_count; q++)
            honour[p * w->c->actor_count + q] =
                p == q ? of->honour[p * w->c->actor_count + q]
                       : s->set[CASE_HONOUR];
    d.honour = honour;
    return d;
}

static inline double rejection(const world *w, const case_proposal *p,
                               int party, arena *mem) {
    double k = 0;
    for (int i = 0; i < w->c->proposal_count; i++)
        if (i == w->index ||
            record_is_same_plan(w->c, &w->c->proposals[i], p, mem))
            k = fmax(k, w->e->rejected[party * w->c->proposal_count + i]);
    return k;
}

/* Nobody would rather leave, at the start or at the end of any phase. */
static inline bool comply(const brute *B) {
    for (int k = 0; k < B->p->phase_count; k++)
        for (int p = 0; p < B->n; p++) {
            const case_phase *f = &B->p->phases[k];
            double leave = B->V0[p] - B->b[p];
            double end = B->W[k][p] - (f->lasts.open ? leave : B->V0[p]);
            if (f->lasts.open && !f->talks) end = INFINITY;
            if (!(fmin(B->V[k][p] - leave, end) > -1e-9)) return false;
        }
    return true;
}

/* What a plan is worth; of the sketch count what it sets and what it pays.
 * False if a phase breaks a rule. */
static inline bool value_plan(const world *w, const sketch *s,
                              const case_proposal *p, brute *B, result *out) {
    int accepted = 0, complied = 0;
    double gain[PARTIES] = {0}, k[PARTIES];
    arena *mem = test_arena();
    B->p = p;
    bool ok = stand(B);
    for (int i = 0; ok && i < B->n; i++)
        k[i] = rejection(w, p, i, mem);
    arena_free(mem);
    for (int d = 0; ok && d < DRAWS; d++) {
        double honour[64];
        draw at = as_set(w, s, &w->draws[d], honour);
        B->w = &at;
        B->pay = NULL;
        no_deal(B);
        B->pay = s->paid ? w->pay : NULL;
        value(B);
        bool all = true;
        for (int i = 0; i < B->n; i++) {
            double g =
                B->V[0][i] - k[i] * at.model[CASE_PUBLIC_REJECTION] - B->V0[i];
            all = all && g > -1e-9;
            gain[i] += g / DRAWS;
        }
        accepted += all;
        complied += comply(B);
    }
    out->share = (double)accepted / DRAWS;
    out->comply = (double)complied / DRAWS;
    out->least = INFINITY;
    for (int i = 0; i < B->n; i++)
        out->least = fmin(out->least, gain[i]);
    return ok;
}

/* False also if the sketch can't be. */
static inline bool value_set(const world *w, const sketch *s, brute *B,
                             result *out) {
    arena *mem = test_arena();
    case_proposal p;
    bool ok = draw_up(w, s, &p, mem) && value_plan(w, s, &p, B, out);
    arena_free(mem);
    return ok;
}

#endif
