/* SPDX-License-Identifier: Apache-2.0
 *
 * Logistic regression by Newton's method (iteratively reweighted least
 * squares, McCullagh and Nelder 1989): the b that maximises
 *
 *     sum of y ln p + (1 - y) ln (1 - p) - 0.005 sum of b_k^2, k > 0.
 *
 * The last term, a normal prior with deviation 10, is too weak to matter where
 * the data speak, and keeps b finite where a fact parts the endings altogether.
 * The covariance is the inverse of the information at the maximum. A step that
 * makes things worse is halved. A fact that never varies, or that the table
 * lacks, gets no coefficient.
 */
#include "durability/fit.h"

#include <math.h>
#include <string.h>

enum { T = DURABILITY_TERMS, LEAST_EACH = 5, STEPS = 60, HALVINGS = 20 };
#define PENALTY 0.01

typedef struct fitting {
    const durability_cases *k;
    durability_class of;
    int end;
    int terms[T]; /* those fitted, the intercept first */
    int count;
} fitting;

bool durability_in_class(const durability_case *c, durability_class of) {
    bool term = c->values[DURABILITY_FIXED] > 0;
    return of == DURABILITY_POOLED || term == (of == DURABILITY_FIXED_ONLY);
}

static double value_of(const durability_case *c, int term) {
    return term == 0 ? 1 : c->values[term - 1];
}

static bool varies(const fitting *f, int term) {
    double least = INFINITY, most = -INFINITY;
    for (int i = 0; i < f->end; i++) {
        if (!durability_in_class(&f->k->items[i], f->of)) continue;
        least = fmin(least, value_of(&f->k->items[i], term));
        most = fmax(most, value_of(&f->k->items[i], term));
    }
    return most > least;
}

static double sum_of(const fitting *f, const double b[T],
                     const durability_case *c) {
    double sum = 0;
    for (int i = 0; i < f->count; i++)
        sum += b[i] * value_of(c, f->terms[i]);
    return sum;
}

static double penalty_at(int i) { return i > 0 ? PENALTY : 0; }

/* ln(1 + e^x) without overflow. */
static double soft_plus(double x) { return fmax(x, 0) + log1p(exp(-fabs(x))); }

static double worth_of(const fitting *f, const double b[T]) {
    double sum = 0;
    for (int i = 0; i < f->end; i++) {
        const durability_case *c = &f->k->items[i];
        if (!durability_in_class(c, f->of)) continue;
        double eta = sum_of(f, b, c);
        sum -= soft_plus(c->failed ? -eta : eta);
    }
    for (int i = 0; i < f->count; i++)
        sum -= penalty_at(i) / 2 * b[i] * b[i];
    return sum;
}

/* Gradient and information of the penalised likelihood. */
static void slopes(const fitting *f, const double b[T], double gradient[T],
                   double information[T][T]) {
    memset(gradient, 0, T * sizeof *gradient);
    memset(information, 0, T * sizeof *information);
    for (int n = 0; n < f->end; n++) {
        const durability_case *c = &f->k->items[n];
        if (!durability_in_class(c, f->of)) continue;
        double p = durability_inverse_logit(sum_of(f, b, c));
        for (int i = 0; i < f->count; i++) {
            double x = value_of(c, f->terms[i]);
            gradient[i] += x * (c->failed - p);
            for (int k = 0; k < f->count; k++)
                information[i][k] += p * (1 - p) * x * value_of(c, f->terms[k]);
        }
    }
    for (int i = 0; i < f->count; i++) {
        gradient[i] -= penalty_at(i) * b[i];
        information[i][i] += penalty_at(i);
    }
}

/* The inverse of a symmetric positive definite matrix (Gauss-Jordan). */
static void invert(double m[T][T], double out[T][T], int count) {
    memset(out, 0, T * sizeof *out);
    for (int i = 0; i < count; i++)
        out[i][i] = 1;
    for (int i = 0; i < count; i++) {
        double pivot = m[i][i];
        for (int k = 0; k < count; k++) {
            m[i][k] /= pivot;
            out[i][k] /= pivot;
        }
        for (int r = 0; r < count; r++) {
            double factor = m[r][i];
            for (int k = 0; r != i && k < count; k++) {
                m[r][k] -= factor * m[i][k];
                out[r][k] -= factor * out[i][k];
            }
        }
    }
}

/* One step, halved until it is no worse. Returns how far it went. */
static double step(const fitting *f, double b[T]) {
    double gradient[T], information[T][T], inverse[T][T], way[T] = {0};
    slopes(f, b, gradient, information);
    invert(information, inverse, f->count);
    for (int i = 0; i < f->count; i++)
        for (int k = 0; k < f->count; k++)
            way[i] += inverse[i][k] * gradient[k];
    double before = worth_of(f, b);
    for (int halved = 0; halved < HALVINGS; halved++) {
        double next[T] = {0}, far = 0, part = ldexp(1, -halved);
        for (int i = 0; i < f->count; i++) {
            next[i] = b[i] + part * way[i];
            far = fmax(far, fabs(part * way[i]));
        }
        if (worth_of(f, next) < before) continue;
        memcpy(b, next, sizeof next);
        return far;
    }
    return 0;
}

/* Enough of both endings for each coefficient. */
static bool enough(const fitting *f, int *n) {
    int failed = 0;
    *n = 0;
    for (int i = 0; i < f->end; i++) {
        if (!durability_in_class(&f->k->items[i], f->of)) continue;
        (*n)++;
        failed += f->k->items[i].failed;
    }
    int least = failed < *n - failed ? failed : *n - failed;
    return least >= LEAST_EACH * f->count;
}

bool durability_fit(durability_logit *out, const durability_cases *k,
                    durability_class of, int end) {
    static const char *const parts[] = {"logit", "logit-fixed", "logit-open"};
    fitting f = {.k = k, .of = of, .end = end, .count = 1};
    double b[T] = {0}, gradient[T], information[T][T], inverse[T][T];
    for (int t = 1; t < T; t++)
        if (k->has[t - 1] && varies(&f, t)) f.terms[f.count++] = t;
    *out = (durability_logit){.part = parts[of], .own = true};
    if (!enough(&f, &out->n)) return false;
    for (int i = 0; i < STEPS && step(&f, b) > 1e-10; i++) {
    }
    slopes(&f, b, gradient, information);
    invert(information, inverse, f.count);
    out->weight_count = f.count;
    out->has_covariance = true;
    for (int i = 0; i < f.count; i++) {
        out->weight[f.terms[i]] = b[i];
        for (int j = 0; j < f.count; j++)
            out->covariance[f.terms[i]][f.terms[j]] = inverse[i][j];
    }
    return true;
}
