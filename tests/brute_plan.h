/* SPDX-License-Identifier: Apache-2.0
 * The formulas of DESIGN section 5, written down once more as plainly as they
 * stand there: what the engine's plans are compared with. Nothing here uses
 * the engine's spaces, sums or settlements. */
#ifndef TESTS_BRUTE_PLAN_H
#define TESTS_BRUTE_PLAN_H

#include "random_case.h"

#include "plan/plan.h"

enum { PARTIES = 4, ISSUES = 5, OUTCOMES = 1024 };
/* Rows of a split: an issue, or one of these; ALL: everything. */
enum { ALL = -1, ONLY_CONDITIONS = ISSUES, ONLY_REST };

typedef struct brute {
    const case_model *c;
    const record_evidence *e;
    const draw *w;
    const case_proposal *p;
    const case_payment *pay; /* or NULL */
    int n;
    int x[OUTCOMES][ISSUES]; /* feasible outcomes in issue order */
    int count;
    int quo[ISSUES], y[3][ISSUES];
    double r, V0[PARTIES], now[PARTIES];
    int early; /* in x, or -1 */
    /* of the plan */
    double V[3][PARTIES], W[3][PARTIES], F[PARTIES], b[PARTIES];
    bool locked, breaks[PARTIES], can_settle;
    int settlement; /* in x, or -1 */
} brute;

/* --- Worths --- */

static inline double conditions(const brute *B, int p, const int *x) {
    double sum = 0;
    const case_preference *of = &B->c->preferences[p];
    for (int i = 0; i < of->when_count; i++)
        if (expr_holds(of->when[i].holds, x))
            sum += (double)of->when[i].worth / 1e12;
    return sum;
}

static inline double paid(const brute *B, int p, const int *x) {
    return B->pay && B->pay->party == p && expr_holds(B->pay->holds, x)
               ? (double)B->pay->worth / 1e12
               : 0;
}

static inline double w_of(const brute *B, int p, int j, int o) {
    return B->w->worth[p * B->c->cell_count + B->c->issues[j].cell + o];
}

static inline double signed_of(const brute *B, int p, int j, int o) {
    const record_face *f = &B->e->face[p * B->c->issue_count + j];
    double m = -1e300, w = w_of(B, p, j, o);
    if (f->weight > 0) {
        m = w_of(B, p, j, f->options.items[0]);
        for (int i = 1; i < f->options.count; i++)
            if (w_of(B, p, j, f->options.items[i]) < m)
                m = w_of(B, p, j, f->options.items[i]);
    }
    double shortfall = m - w > 0 ? m - w : 0;
    return w - B->w->model[CASE_FACE] * f->weight * shortfall;
}

static inline bool wanted(int row, int j) { return row == ALL || row == j; }

static inline double u_true(const brute *B, int p, const int *x, int row) {
    double sum = 0;
    for (int j = 0; j < B->c->issue_count; j++)
        if (wanted(row, j)) sum += w_of(B, p, j, x[j]);
    if (wanted(row, ONLY_CONDITIONS)) sum += conditions(B, p, x);
    return sum;
}

static inline double u_signed(const brute *B, int p, const int *x, int row) {
    double sum = 0;
    for (int j = 0; j < B->c->issue_count; j++)
        if (wanted(row, j)) sum += signed_of(B, p, j, x[j]);
    if (wanted(row, ONLY_CONDITIONS))
        sum += conditions(B, p, x) + paid(B, p, x);
    return sum;
}

static inline bool in_list(int_list list, int item) {
    for (int i = 0; i < list.count; i++)
        if (list.items[i] == item) return true;
    return false;
}

static inline double strength(const brute *B, const case_guarantee *g) {
    return g->has_strength ? g->strength : B->w->model[CASE_GUARANTEE];
}

static inline double h_of(const brute *B, int p, int j, bool covered) {
    double h = 1;
    for (int i = 0; i < B->c->issues[j].by.count; i++) {
        int q = B->c->issues[j].by.items[i];
        double honour = B->w->honour[p * B->c->actor_count + q];
        if (q != p && honour < h) h = honour;
    }
    for (int i = 0; covered && i < B->p->guarantee_count; i++) {
        const case_guarantee *g = &B->p->guarantees[i];
        if (g->status == CASE_OFFERED && g->of == CASE_OF_ISSUES &&
            in_list(g->issues, j))
            h = 1 - (1 - h) * (1 - strength(B, g));
    }
    return h;
}

static inline double u_promised(const brute *B, int p, const int *x,
                                const int *z, bool covered, int row) {
    double sum = 0;
    for (int j = 0; j < B->c->issue_count; j++) {
        double h = h_of(B, p, j, covered);
        if (wanted(row, j))
            sum += h * signed_of(B, p, j, x[j]) +
                   (1 - h) * signed_of(B, p, j, z[j]);
    }
    if (wanted(row, ONLY_CONDITIONS))
        sum += conditions(B, p, x) + (covered ? paid(B, p, x) : 0);
    return sum;
}

/* --- Outcomes --- */

static inline void list_outcomes(brute *B) {
    int x[ISSUES] = {0};
    for (;;) {
        bool ok = true;
        for (int i = 0; i < B->c->rule_count; i++)
            ok = ok && expr_holds(B->c->rules[i].holds, x);
        if (ok) memcpy(B->x[B->count++], x, sizeof x);
        int j = B->c->issue_count - 1;
        while (j >= 0 && ++x[j] == B->c->issues[j].option_count)
            x[j--] = 0;
        if (j < 0) return;
    }
}

/* The Nash solution among the outcomes marked: most gainers, then the largest
 * product, then the first. */
static inline int nash(const brute *B, double u[][PARTIES], const bool *marked,
                       const double *d) {
    int gainers[OUTCOMES];
    double product[OUTCOMES], most = -1;
    int gain_most = -1;
    for (int i = 0; i < B->count; i++) {
        gainers[i] = 0;
        product[i] = 1;
        for (int p = 0; p < B->n; p++) {
            double gain = u[i][p] - d[p];
            if (!marked[i] || gain <= -1e-9) gainers[i] = -100;
            if (gain >= 1e-9) {
                gainers[i]++;
                product[i] *= gain;
            }
        }
        if (gainers[i] > gain_most) gain_most = gainers[i];
    }
    if (gain_most < 0) return -1;
    for (int i = 0; i < B->count; i++)
        if (gainers[i] == gain_most && product[i] > most) most = product[i];
    for (int i = 0; i < B->count; i++)
        if (gainers[i] == gain_most && product[i] >= most * (1 - 1e-12))
            return i;
    return -1;
}

/* --- No deal --- */

static inline void no_deal(brute *B) {
    static double u[OUTCOMES][PARTIES];
    bool all[OUTCOMES];
    B->r = log(2) / B->w->model[CASE_HALF_LIFE];
    double a = 1 / B->w->model[CASE_EARLY_DEAL];
    for (int j = 0; j < B->c->issue_count; j++)
        B->quo[j] = B->c->issues[j].now;
    for (int p = 0; p < B->n; p++)
        B->now[p] = u_true(B, p, B->quo, ALL);
    for (int i = 0; i < B->count; i++) {
        all[i] = true;
        for (int p = 0; p < B->n; p++)
            u[i][p] = u_promised(B, p, B->x[i], B->quo, false, ALL);
    }
    B->early = nash(B, u, all, B->now);
    for (int p = 0; p < B->n; p++) {
        const case_preference *of = &B->c->preferences[p];
        B->V0[p] = B->early < 0
                       ? B->now[p]
                       : (B->r * B->now[p] + a * u[B->early][p]) / (B->r + a);
        if (of->has_reserve) B->V0[p] = (double)of->reserve / 1e12;
        if (!of->no_reserve) continue;
        B->V0[p] = 1e300;
        for (int i = 0; i < B->count; i++)
            B->V0[p] = fmin(B->V0[p], u_true(B, p, B->x[i], ALL));
    }
}

/* --- A plan --- */

/* False if a phase breaks a rule. */
static inline bool stand(brute *B) {
    int y[ISSUES];
    for (int j = 0; j < B->c->issue_count; j++)
        y[j] = B->c->issues[j].now;
    for (int k = 0; k < B->p->phase_count; k++) {
        const case_terms *terms = &B->p->phases[k].terms;
        for (int i = 0; i < terms->count; i++)
            y[terms->items[i].issue] = terms->items[i].options.items[0];
        for (int i = 0; i < B->c->rule_count; i++)
            if (!expr_holds(B->c->rules[i].holds, y)) return false;
        memcpy(B->y[k], y, sizeof y);
    }
    return true;
}

static inline double hazard(const brute *B, int k) {
    const case_phase *f = &B->p->phases[k];
    return f->has_collapse ? f->collapse : B->w->model[CASE_COLLAPSE];
}

static inline void breach(brute *B) {
    for (int p = 0; p < B->n; p++) {
        B->b[p] = B->w->model[CASE_BREACH];
        for (int i = 0; i < B->p->guarantee_count; i++) {
            const case_guarantee *g = &B->p->guarantees[i];
            if (g->status == CASE_OFFERED && g->of == CASE_OF_TRUCE &&
                !in_list(g->to, p))
                B->b[p] += strength(B, g);
        }
    }
}

static inline double S_of(const brute *B, int p) {
    int k = B->p->phase_count - 1;
    double h = hazard(B, k);
    return (B->r * u_signed(B, p, B->y[k], ALL) + h * B->V0[p]) / (B->r + h);
}

static inline void fallback(brute *B, const case_talks *talks) {
    B->locked = talks->fail == CASE_STAY;
    for (int p = 0; p < B->n; p++) {
        B->breaks[p] = talks->fail == CASE_STAY &&
                       !(S_of(B, p) > B->V0[p] - B->b[p] - 1e-9);
        if (B->breaks[p]) B->locked = false;
    }
    for (int p = 0; p < B->n; p++) {
        B->F[p] = B->V0[p];
        if (B->locked) B->F[p] = S_of(B, p);
        if (B->breaks[p]) B->F[p] = B->V0[p] - B->b[p];
    }
}

static inline double q_of(const brute *B, int p, double days) {
    double q = 1 - pow(1 - B->w->model[CASE_TALKS_CLOSE], days / 7);
    for (int i = 0; i < B->p->guarantee_count; i++) {
        const case_guarantee *g = &B->p->guarantees[i];
        if (g->status == CASE_OFFERED && g->of == CASE_OF_TALKS &&
            in_list(g->to, p))
            q = 1 - (1 - q) * (1 - strength(B, g));
    }
    return q;
}

static inline double days_of(const case_phase *f) {
    if (!f->lasts.open) return f->lasts.days;
    return f->talks ? f->talks->by.days : INFINITY;
}

static inline const int *z_of(const brute *B, const case_talks *talks) {
    return talks->fail == CASE_STAY ? B->y[B->p->phase_count - 1] : B->quo;
}

static inline bool barred(const brute *B) {
    return B->c->talks_need &&
           !expr_holds(B->c->talks_need, B->y[B->p->phase_count - 1]);
}

static inline void settle(brute *B, const case_talks *talks) {
    static double u[OUTCOMES][PARTIES];
    bool may[OUTCOMES];
    const int *y = B->y[B->p->phase_count - 1];
    for (int i = 0; i < B->count; i++) {
        may[i] = true;
        for (int j = 0; j < B->c->issue_count; j++)
            if (!in_list(talks->on, j) && B->x[i][j] != y[j]) may[i] = false;
        for (int k = 0; k < talks->within_count; k++)
            if (!expr_holds(talks->within[k], B->x[i])) may[i] = false;
        for (int p = 0; p < B->n; p++)
            u[i][p] = u_promised(B, p, B->x[i], z_of(B, talks), true, ALL);
    }
    B->settlement = nash(B, u, may, B->F);
    B->can_settle = B->settlement >= 0;
    for (int p = 0; p < B->n && B->settlement >= 0; p++)
        if (u[B->settlement][p] - B->F[p] < 1e-9) B->can_settle = false;
}

/* The values with the decisions that were taken, but only what `row` adds: all
 * formulas are linear in the worths. */
static inline double V0_row(const brute *B, int p, int row) {
    const case_preference *of = &B->c->preferences[p];
    double a = 1 / B->w->model[CASE_EARLY_DEAL];
    if (of->has_reserve || of->no_reserve)
        return row == ALL || row == ONLY_REST ? B->V0[p] : 0;
    if (row == ONLY_REST) return 0;
    if (B->early < 0) return u_true(B, p, B->quo, row);
    return (B->r * u_true(B, p, B->quo, row) +
            a * u_promised(B, p, B->x[B->early], B->quo, false, row)) /
           (B->r + a);
}

static inline double F_row(const brute *B, int p, int row) {
    int k = B->p->phase_count - 1;
    double h = hazard(B, k), V0 = V0_row(B, p, row);
    double b = row == ALL || row == ONLY_REST ? B->b[p] : 0;
    double u = row == ONLY_REST ? 0 : u_signed(B, p, B->y[k], row);
    if (B->locked) return (B->r * u + h * V0) / (B->r + h);
    return B->breaks[p] ? V0 - b : V0;
}

static inline double W_row(const brute *B, int p, int row) {
    const case_phase *f = &B->p->phases[B->p->phase_count - 1];
    if (!f->talks) return V0_row(B, p, row);
    if (B->settlement < 0 || barred(B)) return F_row(B, p, row);
    double q = q_of(B, p, days_of(f));
    double u = row == ONLY_REST ? 0
                                : u_promised(B, p, B->x[B->settlement],
                                             z_of(B, f->talks), true, row);
    return q * u + (1 - q) * F_row(B, p, row);
}

static inline double V_row(const brute *B, int p, int from, int row,
                           double after[3]) {
    double W = W_row(B, p, row), V = W;
    for (int k = B->p->phase_count - 1; k >= from; k--) {
        double h = hazard(B, k), D = days_of(&B->p->phases[k]);
        double E = isinf(D) ? 0 : exp(-(B->r + h) * D);
        double u = row == ONLY_REST ? 0 : u_signed(B, p, B->y[k], row);
        after[k] = W;
        V = u * (1 - E) * B->r / (B->r + h) +
            V0_row(B, p, row) * (1 - E) * h / (B->r + h) + E * W;
        W = V;
    }
    return V;
}

static inline void value(brute *B) {
    const case_talks *talks = B->p->phases[B->p->phase_count - 1].talks;
    breach(B);
    B->settlement = -1;
    B->locked = B->can_settle = false;
    memset(B->breaks, 0, sizeof B->breaks);
    if (talks) {
        fallback(B, talks);
        settle(B, talks);
    }
    double after[3];
    for (int p = 0; p < B->n; p++)
        for (int k = 0; k < B->p->phase_count; k++) {
            B->V[k][p] = V_row(B, p, k, ALL, after);
            B->W[k][p] = after[k];
        }
}

#endif
