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
 * the number reached and the accuracy that fits; where that may be lost, it is
 * (merge_slack.c). Caps are applied to the last level: a smaller worth never
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
    merge_find_range(m);
}

bool merge_run(merge *m, int *reached) {
    begin(m);
    for (int k = 0; k < m->blocks->count; k++) {
        progress_report(m->mem, (size_t)k, (size_t)m->blocks->count);
        *reached = k + 1;
        if (!merge_add(m, k)) return false;
        m->total += m->levels[k + 1].count;
    }
    return true;
}

/* --- Refusing --- */

/* A trial gets a share of the points allowed, so that refusing is quick; a
 * merge that may lose something gets all of them, then less, down to the same
 * share, so that what was said to fit does. */
enum { TRIAL_SHARE = 4 };

/* What had to be lost, rounded up to what is printed; 0: it didn't fit. */
static double accuracy_that_fits(const merge *exact) {
    merge coarse = *exact;
    int reached;
    coarse.mem = arena_child(exact->mem);
    coarse.allowed = 1;
    coarse.used = coarse.last_share = 0;
    coarse.most = exact->most / TRIAL_SHARE;
    const bool fits = merge_run(&coarse, &reached);
    arena_free(coarse.mem);
    return fits ? ceil(coarse.used * 1e4) / 1e4 : 0;
}

static bool run(merge *m, int *reached) {
    if (m->allowed == 0) return merge_run(m, reached);
    const size_t most = m->most;
    for (size_t share = 1; share <= TRIAL_SHARE; share *= 2) {
        m->most = most / share;
        m->used = m->last_share = 0;
        if (merge_run(m, reached)) return true;
    }
    m->most = most;
    return false;
}

static void refuse(const merge *m, int reached, parley_diags *d) {
    size_t points = m->total + m->levels[reached].count;
    const char *noun =
        m->blocks->count == m->c->issue_count ? "issues" : "blocks of issues";
    if (m->allowed > 0)
        diag_error(d, SPAN_NONE, "deal/frontier-limit",
                   "the frontier has too many points for epsilon %.4g: all of "
                   "that is lost after %d of %d %s, where %zu points are "
                   "allowed in all",
                   m->allowed, reached, m->blocks->count, noun, m->most);
    else
        diag_error(d, SPAN_NONE, "deal/frontier-limit",
                   "the frontier has too many points: after %d of %d %s the "
                   "partial frontiers have %zu in all, where %zu are allowed",
                   reached, m->blocks->count, noun, points, m->most);
    const double share = d ? accuracy_that_fits(m) : 0;
    if (share > 0 && share < 1)
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
    m.allowed = limits.epsilon;
    const merge_answer *a = NULL;
    int reached = 0;
    if (m.blocks && run(&m, &reached)) {
        merge_ask ask = {wanted, wanted_count,
                         limits.ties ? limits.ties : MERGE_TIES_MOST};
        a = merge_answer_new(&m, &ask, mem);
    } else if (m.blocks) {
        refuse(&m, reached, d);
    }
    arena_free(scratch);
    return a;
}
