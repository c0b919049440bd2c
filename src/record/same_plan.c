/* SPDX-License-Identifier: Apache-2.0
 *
 * Two proposals under two names: is it one plan?
 *
 * A party that has turned a plan down in public pays for accepting it later,
 * and a new name alone saves no face (DESIGN section 5). Two plans are the
 * same when they have the same phases in terms, length and collapse, the same
 * talks in agenda, deadline (the default filled in), fallback and bounds, and
 * the same offered guarantees. Names, place, form, clauses, sources and the
 * guarantees that are only asked for, withheld or withdrawn make no
 * difference. A collapse or a strength that isn't given is the model's, so a
 * plan that states the model's fixed value is the same as one that is silent.
 * Bounds are compared as written (comparisons by the options they leave), not
 * by logic: `a and b` differs from `b and a`.
 *
 * A total order on plans does it in n log n comparisons.
 */
#include "record/same_plan.h"

#include <stdlib.h>
#include <string.h>

#include "record/sorted.h"

static int compare(int a, int b) { return (a > b) - (a < b); }

static int compare_real(double a, double b) { return (a > b) - (a < b); }

static int compare_list(int_list a, int_list b) {
    if (a.count != b.count) return compare(a.count, b.count);
    for (int i = 0; i < a.count; i++)
        if (a.items[i] != b.items[i]) return compare(a.items[i], b.items[i]);
    return 0;
}

static int compare_options(const expr *a, const expr *b) {
    int order = compare(a->issue, b->issue);
    for (int i = 0; order == 0 && i < a->option_count; i++)
        order = compare(expr_has(a, i), expr_has(b, i));
    return order;
}

static int compare_expr(const expr *a, const expr *b) {
    if (!a || !b) return compare(a != NULL, b != NULL);
    int order = compare((int)a->kind, (int)b->kind);
    if (order != 0) return order;
    if (a->kind == EXPR_IN) return compare_options(a, b);
    order = compare_expr(a->left, b->left);
    return order != 0 ? order : compare_expr(a->right, b->right);
}

/* A guarantee with its defaults filled in. */
typedef struct promise {
    int by, of;
    int_list to, issues;
    double low, high;
} promise;

static int compare_promise(const promise *a, const promise *b) {
    int order = compare(a->by, b->by);
    if (order == 0) order = compare(a->of, b->of);
    if (order == 0) order = compare_list(a->to, b->to);
    if (order == 0) order = compare_list(a->issues, b->issues);
    if (order == 0) order = compare_real(a->low, b->low);
    return order != 0 ? order : compare_real(a->high, b->high);
}

/* A plan with everything in a fixed order. */
typedef struct plan {
    const case_proposal *p;
    int index;
    const case_terms *terms;    /* one a phase */
    const expr *const **within; /* one a phase */
    const promise *promises;
    int promise_count;
    case_range collapse; /* the model's */
} plan;

static int by_expr(const void *a, const void *b) {
    return compare_expr(*(const expr *const *)a, *(const expr *const *)b);
}

static int by_promise(const void *a, const void *b) {
    return compare_promise(a, b);
}

static int_list all_parties(const case_model *c, arena *mem) {
    int *all = ARENA_ARRAY(mem, int, (size_t)c->party_count);
    for (int i = 0; i < c->party_count; i++)
        all[i] = i;
    return (int_list){all, c->party_count};
}

static promise make_promise(const case_model *c, const case_guarantee *g,
                            arena *mem) {
    case_range strength = c->model[CASE_GUARANTEE];
    if (g->has_strength)
        strength = (case_range){.low = g->strength, .high = g->strength};
    int_list to =
        g->to.count ? sorted_numbers(g->to, mem) : all_parties(c, mem);
    return (promise){g->by,        (int)g->of,
                     to,           sorted_numbers(g->issues, mem),
                     strength.low, strength.high};
}

static const expr *const *sort_within(const case_talks *t, arena *mem) {
    int count = t ? t->within_count : 0;
    const expr **copy = ARENA_ARRAY(mem, const expr *, (size_t)count + 1);
    for (int i = 0; i < count; i++)
        copy[i] = t->within[i];
    qsort(copy, (size_t)count, sizeof(const expr *), by_expr);
    return copy;
}

static plan make_plan(const case_model *c, const case_proposal *p, int index,
                      arena *mem) {
    size_t phases = (size_t)p->phase_count;
    case_terms *terms = ARENA_ARRAY(mem, case_terms, phases + 1);
    const expr *const **within =
        ARENA_ARRAY(mem, const expr *const *, phases + 1);
    for (int k = 0; k < p->phase_count; k++) {
        terms[k] = sorted_terms(p->phases[k].terms, mem);
        within[k] = sort_within(p->phases[k].talks, mem);
    }
    promise *promises =
        ARENA_ARRAY(mem, promise, (size_t)p->guarantee_count + 1);
    int count = 0;
    for (int i = 0; i < p->guarantee_count; i++)
        if (p->guarantees[i].status == CASE_OFFERED)
            promises[count++] = make_promise(c, &p->guarantees[i], mem);
    qsort(promises, (size_t)count, sizeof *promises, by_promise);
    return (plan){
        p, index, terms, within, promises, count, c->model[CASE_COLLAPSE]};
}

static int compare_terms(case_terms a, case_terms b) {
    if (a.count != b.count) return compare(a.count, b.count);
    for (int i = 0; i < a.count; i++) {
        int order = compare(a.items[i].issue, b.items[i].issue);
        if (order == 0)
            order = compare_list(a.items[i].options, b.items[i].options);
        if (order != 0) return order;
    }
    return 0;
}

static int compare_talks(const plan *a, const plan *b, int k) {
    const case_talks *x = a->p->phases[k].talks, *y = b->p->phases[k].talks;
    if (!x || !y) return compare(x != NULL, y != NULL);
    int order = compare_list(x->on, y->on);
    if (order == 0) order = compare_real(x->by.days, y->by.days);
    if (order == 0) order = compare((int)x->fail, (int)y->fail);
    if (order == 0) order = compare(x->within_count, y->within_count);
    for (int i = 0; order == 0 && i < x->within_count; i++)
        order = compare_expr(a->within[k][i], b->within[k][i]);
    return order;
}

static case_range collapse_of(const plan *a, int k) {
    const case_phase *phase = &a->p->phases[k];
    if (!phase->has_collapse) return a->collapse;
    return (case_range){.low = phase->collapse, .high = phase->collapse};
}

static int compare_phase(const plan *a, const plan *b, int k) {
    case_range x = collapse_of(a, k), y = collapse_of(b, k);
    int order =
        compare_real(a->p->phases[k].lasts.days, b->p->phases[k].lasts.days);
    if (order == 0) order = compare_terms(a->terms[k], b->terms[k]);
    if (order == 0) order = compare_real(x.low, y.low);
    if (order == 0) order = compare_real(x.high, y.high);
    return order != 0 ? order : compare_talks(a, b, k);
}

static int compare_plan(const plan *a, const plan *b) {
    int order = compare(a->p->phase_count, b->p->phase_count);
    if (order == 0) order = compare(a->promise_count, b->promise_count);
    for (int k = 0; order == 0 && k < a->p->phase_count; k++)
        order = compare_phase(a, b, k);
    for (int i = 0; order == 0 && i < a->promise_count; i++)
        order = compare_promise(&a->promises[i], &b->promises[i]);
    return order;
}

static int by_plan(const void *a, const void *b) {
    const plan *x = a, *y = b;
    int order = compare_plan(x, y);
    return order != 0 ? order : compare(x->index, y->index);
}

const int *record_same_plan(const case_model *c, arena *mem) {
    plan *plans = ARENA_ARRAY(mem, plan, (size_t)c->proposal_count + 1);
    int *first = ARENA_ARRAY(mem, int, (size_t)c->proposal_count + 1);
    for (int i = 0; i < c->proposal_count; i++)
        plans[i] = make_plan(c, &c->proposals[i], i, mem);
    qsort(plans, (size_t)c->proposal_count, sizeof *plans, by_plan);
    for (int i = 0; i < c->proposal_count; i++) {
        bool same = i > 0 && compare_plan(&plans[i - 1], &plans[i]) == 0;
        first[plans[i].index] =
            same ? first[plans[i - 1].index] : plans[i].index;
    }
    return first;
}

bool record_is_same_plan(const case_model *c, const case_proposal *a,
                         const case_proposal *b, arena *mem) {
    plan x = make_plan(c, a, 0, mem), y = make_plan(c, b, 1, mem);
    return compare_plan(&x, &y) == 0;
}
