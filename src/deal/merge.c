/* SPDX-License-Identifier: Apache-2.0
 * What everyone could sign, at any size: the frontier block by block.
 *
 * Worths add up over blocks (deal/block.c), so a choice in some blocks that
 * another choice in the same blocks dominates can be dropped whatever the rest
 * is: F(B1 + ... + Bk) = the undominated of F(B1 + ... + Bk-1) + F(Bk).
 * Nemhauser and Ullmann, Discrete Dynamic Programming and Capital Allocation,
 * Management Science 15 (1969). The work follows the size of the partial
 * frontiers and not the number of outcomes.
 *
 * All is exact: vectors are integers, equal ones are one point with the number
 * of its outcomes, and the first outcome in issue order.
 *
 * Edge cases: rules that can't be kept give no point. Frontiers can have as
 * many points as there are outcomes; beyond a limit the answer is refused with
 * the number reached and the accuracy that fits. With a slack, a point within
 * it of one that is kept goes, at each step, so the slacks of the steps add up
 * to the accuracy. Caps are applied to the last level: a smaller worth never
 * becomes the larger one by them. */
#include "deal/merge.h"

#include <math.h>

#include "base/progress.h"
#include "deal/merge_int.h"
#include "deal/merge_solve.h"

/* --- When --- */

bool merge_applies(const case_model *c) {
    for (int p = 0; p < c->party_count; p++) {
        const case_preference *of = &c->preferences[p];
        if (of->kind != CASE_WORTH) return false;
    }
    return c->party_count >= 2 && c->issue_count > 0;
}

/* --- The levels --- */

static void begin(merge *m) {
    m->levels = ARENA_ARRAY(m->mem, merge_level, (size_t)m->blocks->count + 1);
    m->levels[0] = (merge_level){1, ARENA_ARRAY(m->mem, fixed, (size_t)m->n),
                                 ARENA_NEW(m->mem, merge_step)};
    m->levels[0].step[0].copies = 1;
    m->total = 0;
}

bool merge_run(merge *m, int *reached) {
    begin(m);
    for (int k = 0; k < m->blocks->count; k++) {
        progress_report(m->mem, (size_t)k, (size_t)m->blocks->count);
        *reached = k + 1;
        if (!(m->n == 2 ? merge_two(m, k) : merge_many(m, k))) return false;
        m->total += m->levels[k + 1].count;
    }
    return true;
}

/* --- Refusing --- */

/* Accuracies are tried from coarse to fine: halves of each party's range. A
 * trial gets a share of the points allowed, so that refusing is quick. */
enum { HALVINGS = 20, TRIAL_SHARE = 4 };

static void set_slack(const merge *m, fixed *slack, double share) {
    const size_t n = (size_t)m->n;
    for (size_t p = 0; p < n; p++) {
        fixed range = 0;
        for (int k = 0; k < m->blocks->count; k++) {
            const deal_block *b = &m->blocks->items[k];
            fixed most = b->count > 0 ? b->worth[p] : 0;
            for (size_t e = 1; e < b->count; e++)
                if (b->worth[e * n + p] > most) most = b->worth[e * n + p];
            range += most - b->least[p];
        }
        slack[p] = (fixed)((double)range * share / m->blocks->count);
    }
}

/* The finest share of the ranges that fits; 0: none that was tried. */
static double accuracy_that_fits(const merge *exact) {
    double fits = 0;
    fixed *slack = ARENA_ARRAY(exact->mem, fixed, (size_t)exact->n);
    for (int i = 1; i <= HALVINGS; i++) {
        const double share = ldexp(1, -i);
        merge coarse = *exact;
        int reached;
        coarse.mem = arena_child(exact->mem);
        set_slack(exact, slack, share);
        coarse.slack = slack;
        coarse.most = exact->most / TRIAL_SHARE;
        bool ok = merge_run(&coarse, &reached);
        arena_free(coarse.mem);
        if (!ok) break;
        fits = share;
    }
    return fits;
}

static void refuse(const merge *m, int reached, parley_diags *d) {
    size_t points = m->total + m->levels[reached].count;
    const char *noun =
        m->blocks->count == m->c->issue_count ? "issues" : "blocks of issues";
    diag_error(d, SPAN_NONE, "deal/frontier-limit",
               "the frontier has too many points: after %d of %d %s the "
               "partial frontiers have %zu in all, where %zu are allowed",
               reached, m->blocks->count, noun, points, m->most);
    double share = accuracy_that_fits(m);
    if (share > 0)
        diag_hint(d,
                  "a frontier that misses nothing by more than %.4g%% of "
                  "each party's range of worths (epsilon %.4g) would fit",
                  100 * share, share);
}

const merge_answer *merge_solve(const case_model *c,
                                const deal_concept *const *wanted,
                                int wanted_count, merge_limits limits,
                                arena *mem, parley_diags *d) {
    arena *scratch = arena_child(mem);
    merge m = {.c = c, .n = c->party_count, .mem = scratch};
    m.most = limits.points ? limits.points : MERGE_POINTS_MOST;
    m.count_states = limits.count_states;
    m.blocks = deal_blocks_new(c, limits.block, scratch, d);
    if (m.blocks && limits.epsilon > 0) {
        fixed *slack = ARENA_ARRAY(scratch, fixed, (size_t)m.n);
        set_slack(&m, slack, limits.epsilon);
        m.slack = slack;
    }
    const merge_answer *a = NULL;
    int reached = 0;
    if (m.blocks && merge_run(&m, &reached)) {
        merge_ask ask = {wanted, wanted_count,
                         limits.ties ? limits.ties : MERGE_TIES_MOST};
        a = merge_answer_new(&m, &ask, mem);
    } else if (m.blocks) {
        refuse(&m, reached, d);
    }
    arena_free(scratch);
    return a;
}
