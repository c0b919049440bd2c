/* SPDX-License-Identifier: Apache-2.0
 * Does an outcome lie beyond a corner of a claimed frontier of two parties? A
 * program of its own for the checker: it shares nothing with the engine.
 *
 * Worths are sums of worths, none negative, of boxes: "issue j has one of these
 * options and issue k ...". An outcome that no claimed point covers is worth
 * more than one neighbour on the staircase to the first party and more than the
 * other to the second; so for each pair of neighbours (a corner) a search asks
 * whether both sums can reach what that takes. It takes issue after issue and
 * gives up a choice
 *   - when what the boxes that still hold are worth is too little for a party,
 *   - when a weighted sum of both parties can't reach what is needed: the worth
 *     of a box is shared out among its issues without an option, and each issue
 *     takes the option that collects most (any shares give a true bound; good
 *     ones are learned),
 *   - when another option of the issue breaks only boxes that this one breaks.
 * What is left of choices and reaches both needs is an outcome nobody claimed.
 * Bounds are in doubles, so 10^-9 of what is needed is left as a margin;
 * whether an outcome reaches the needs is decided in whole numbers.
 *
 * In: issues; options of each; boxes, each with party, worth, number of issues,
 * and for each of these issue, number of options, options; corners, each with
 * two needs (0: none). Out: how many choices were looked at, exit 0; or the
 * outcome, exit 1; exit 2 where it takes too many. */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ISSUES = 64, OPTIONS = 64, BOXES = 512, WORDS = BOXES / 64, SIDES = 8 };
enum { ROOT_STEPS = 600, STEPS = 6, WEIGHTS = 15, CHOICES_MOST = 3000000 };

typedef struct box {
    int party, count, issue[SIDES];
    int64_t worth;
    uint64_t has[SIDES];
} box;

typedef struct choice {
    uint64_t holds[WORDS]; /* boxes that may still */
    uint64_t open;         /* issues without an option */
    double share[BOXES][SIDES];
} choice;

static int issues, options[ISSUES], boxes;
static box all[BOXES];
static uint64_t breaks[ISSUES][OPTIONS][WORDS];
static int64_t need[2];
static double weight[2];
static int taken[ISSUES];
static long looked_at;

static long long number(void) {
    long long value;
    if (scanf("%lld", &value) != 1) exit(3);
    return value;
}

static bool holds(const choice *c, int b) {
    return c->holds[b / 64] >> b % 64 & 1;
}

static void read_boxes(void) {
    issues = (int)number();
    for (int j = 0; j < issues; j++)
        options[j] = (int)number();
    boxes = (int)number();
    if (issues > ISSUES || boxes > BOXES) exit(2);
    for (int b = 0; b < boxes; b++) {
        box *x = &all[b];
        x->party = (int)number();
        x->worth = number();
        x->count = (int)number();
        if (x->count > SIDES) exit(2);
        for (int i = 0; i < x->count; i++) {
            const int j = x->issue[i] = (int)number();
            if (options[j] > OPTIONS) exit(2);
            for (long long left = number(); left > 0; left--)
                x->has[i] |= UINT64_C(1) << number();
            for (int o = 0; o < options[j]; o++)
                if (!(x->has[i] >> o & 1))
                    breaks[j][o][b / 64] |= UINT64_C(1) << b % 64;
        }
    }
}

/* --- Bounds --- */

static bool enough_holds(const choice *c) {
    int64_t sum[2] = {0, 0};
    for (int b = 0; b < boxes; b++)
        if (holds(c, b)) sum[all[b].party] += all[b].worth;
    return sum[0] >= need[0] && sum[1] >= need[1];
}

/* Shares of issues without an option add up to the weighted worth. */
static double spread(choice *c) {
    double decided = 0;
    for (int b = 0; b < boxes; b++) {
        if (!holds(c, b)) continue;
        const box *x = &all[b];
        const double worth = weight[x->party] * (double)x->worth;
        double sum = 0;
        for (int i = 0; i < x->count; i++)
            if (c->open >> x->issue[i] & 1) sum += c->share[b][i];
        if (sum <= 0) decided += worth;
        for (int i = 0; i < x->count && sum > 0; i++)
            c->share[b][i] *= worth / sum;
    }
    return decided;
}

static double collect(const choice *c, int best[ISSUES]) {
    static double sum[ISSUES][OPTIONS];
    memset(sum, 0, sizeof sum);
    for (int b = 0; b < boxes; b++)
        for (int i = 0; holds(c, b) && i < all[b].count; i++) {
            const int j = all[b].issue[i];
            if (!(c->open >> j & 1)) continue;
            for (uint64_t has = all[b].has[i]; has; has &= has - 1)
                sum[j][__builtin_ctzll(has)] += c->share[b][i];
        }
    double bound = 0;
    for (int j = 0; j < issues; j++) {
        if (!(c->open >> j & 1)) continue;
        best[j] = 0;
        for (int o = 1; o < options[j]; o++)
            if (sum[j][o] > sum[j][best[j]]) best[j] = o;
        bound += sum[j][best[j]];
    }
    return bound;
}

/* An issue whose best option collects its share anyway gives some up. */
static void learn(choice *c, const int best[ISSUES], double rate) {
    for (int b = 0; b < boxes; b++)
        for (int i = 0; holds(c, b) && i < all[b].count; i++) {
            const int j = all[b].issue[i];
            if (!(c->open >> j & 1)) continue;
            if (all[b].has[i] >> best[j] & 1) c->share[b][i] *= 1 - rate;
            if (c->share[b][i] < 1e-12) c->share[b][i] = 1e-12;
        }
}

/* The least bound met; the needs together are 1. */
static double bound(choice *c, int steps) {
    double least = HUGE_VAL;
    int best[ISSUES];
    for (int t = 0; t < steps && least >= 1 - 1e-9; t++) {
        const double decided = spread(c);
        const double now = decided + collect(c, best);
        least = now < least ? now : least;
        learn(c, best, 0.3 / sqrt(1 + t / 4.0));
    }
    return least;
}

/* --- The search --- */

static bool breaks_less(int j, int a, int b, const choice *c) {
    bool equal = true;
    for (int w = 0; w < WORDS; w++) {
        const uint64_t x = breaks[j][a][w] & c->holds[w];
        const uint64_t y = breaks[j][b][w] & c->holds[w];
        if (x & ~y) return false;
        equal = equal && x == y;
    }
    return !equal || a < b;
}

static bool is_useful(int j, int o, const choice *c) {
    for (int other = 0; other < options[j]; other++)
        if (other != o && breaks_less(j, other, o, c)) return false;
    return true;
}

/* The issue that most worth hangs on; -1: nothing is open. */
static int next_issue(const choice *c) {
    double most = 0, on[ISSUES] = {0};
    int next = -1;
    for (int b = 0; b < boxes; b++)
        for (int i = 0; holds(c, b) && i < all[b].count; i++) {
            const int j = all[b].issue[i];
            if (!(c->open >> j & 1)) continue;
            on[j] += weight[all[b].party] * (double)all[b].worth;
            if (next < 0 || on[j] > most) {
                most = on[j];
                next = j;
            }
        }
    return next;
}

static bool search(const choice *from, int steps) {
    choice c = *from;
    if (!enough_holds(&c)) return false;
    if (++looked_at > CHOICES_MOST) exit(2);
    const int j = next_issue(&c);
    if (j < 0) return true;
    if (bound(&c, steps) < 1 - 1e-9) return false;
    for (int o = 0; o < options[j]; o++) {
        if (!is_useful(j, o, &c)) continue;
        choice after = c;
        for (int w = 0; w < WORDS; w++)
            after.holds[w] &= ~breaks[j][o][w];
        after.open &= ~(UINT64_C(1) << j);
        taken[j] = o;
        if (search(&after, STEPS)) return true;
    }
    taken[j] = 0;
    return false;
}

/* --- Corners --- */

static choice start(void) {
    choice c = {.open = issues < 64 ? (UINT64_C(1) << issues) - 1 : UINT64_MAX};
    for (int b = 0; b < boxes; b++) {
        c.holds[b / 64] |= UINT64_C(1) << b % 64;
        for (int i = 0; i < all[b].count; i++)
            c.share[b][i] = 1;
    }
    return c;
}

static void weigh(double share) {
    weight[0] = need[0] > 0 ? share / (double)need[0] : 0;
    weight[1] = need[1] > 0 ? (1 - share) / (double)need[1] : 0;
}

static bool lies_beyond(void) {
    if (need[0] <= 0 && need[1] <= 0) return true;
    double least = HUGE_VAL, best = need[0] > 0;
    choice learned = start();
    for (int i = 1; i <= WEIGHTS && need[0] > 0 && need[1] > 0; i++) {
        choice c = start();
        weigh(i / (WEIGHTS + 1.0));
        const double reached = bound(&c, ROOT_STEPS);
        if (reached >= least) continue;
        least = reached;
        best = i / (WEIGHTS + 1.0);
        learned = c;
    }
    weigh(best);
    memset(taken, 0, sizeof taken);
    return search(&learned, ROOT_STEPS);
}

int main(void) {
    read_boxes();
    for (long long left = number(); left > 0; left--) {
        need[0] = number();
        need[1] = number();
        if (!lies_beyond()) continue;
        for (int j = 0; j < issues; j++)
            printf("%d ", taken[j]);
        printf("\n");
        return 1;
    }
    printf("%ld\n", looked_at);
    return 0;
}
