/* SPDX-License-Identifier: Apache-2.0
 * What an answer is expected to be worth before it is known.
 *
 * With A(P) the share of draws in which all accept P, P* the proposal with the
 * largest, and A(P | a) the same among the draws in which the party answers a:
 *
 *   EVOI(q) = sum_a P(a) max_P A(P | a) - A(P*)
 *
 * Raiffa and Schlaifer, "Applied Statistical Decision Theory" (1961); Howard,
 * "Information Value Theory", IEEE Transactions on Systems Science and
 * Cybernetics 2 (1966). It is never negative, and 0 where no answer changes
 * what is best to propose. The maximum of noisy shares is too large on the
 * draws it is taken from, so beside it stands the value that choices made on
 * one half of the chains have on the other half, which may be negative.
 * Questions of equal value are ordered by how far the answer is expected to
 * move A(P*).
 *
 * Edge cases: an answer is taken as true, and a party is taken to answer as it
 * would act. Questions that all draws left answer alike are not asked, nor is
 * one whose answer follows from that to a question before it. */
#include "advice/ask_int.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct asking {
    const ask_ask *ask;
    ask_answer *a;
    const bool *const *accepted; /* [proposal][draw] */
    arena *mem, *scratch;
} asking;

/* How often each proposal is accepted by all, among draws [from, to) that are
 * kept and answer yes or no: counts[2 * proposal + yes]; totals by answer. */
static void count_answers(const asking *g, const bool *yes, const int range[2],
                          int *counts, int total[2]) {
    const ask_answer *a = g->a;
    total[0] = total[1] = 0;
    memset(counts, 0, 2 * (size_t)a->proposal_count * sizeof *counts);
    for (int d = range[0]; d < range[1]; d++) {
        if (!a->keeps[d]) continue;
        total[yes[d]]++;
        for (int i = 0; i < a->proposal_count; i++)
            counts[2 * i + yes[d]] += g->accepted[i][d];
    }
}

/* The proposals that are best before the question, after no, after yes. */
typedef struct choice {
    int before, after[2];
} choice;

static choice choose(const int *counts, int proposals) {
    choice c = {0, {0, 0}};
    for (int i = 1; i < proposals; i++) {
        const int *of = counts + 2 * (size_t)i;
        const int *best = counts + 2 * (size_t)c.before;
        if (of[0] + of[1] > best[0] + best[1]) c.before = i;
        for (int k = 0; k < 2; k++)
            if (of[k] > counts[2 * c.after[k] + k]) c.after[k] = i;
    }
    return c;
}

static int gained(const int *counts, choice c) {
    int sum = 0;
    for (int k = 0; k < 2; k++)
        sum += counts[2 * c.after[k] + k] - counts[2 * c.before + k];
    return sum;
}

/* --- A question --- */

static double crossed(const asking *g, const bool *yes) {
    const belief *b = g->ask->belief;
    const int middle = b->chain_count / 2 * (b->draw_count / b->chain_count);
    const int ranges[2][2] = {{0, middle}, {middle, b->draw_count}};
    size_t room = 2 * (size_t)g->a->proposal_count;
    int *counts[2], total[2][2], sum = 0;
    for (int h = 0; h < 2; h++) {
        counts[h] = ARENA_ARRAY(g->scratch, int, room);
        count_answers(g, yes, ranges[h], counts[h], total[h]);
        if (total[h][0] + total[h][1] == 0) return NAN;
    }
    for (int h = 0; h < 2; h++)
        sum += gained(counts[!h], choose(counts[h], g->a->proposal_count));
    return (double)sum / g->a->kept;
}

static ask_branch branch_of(const asking *g, const int *counts, choice c,
                            int answer, const int total[2]) {
    double draws = total[answer];
    return (ask_branch){draws / (total[0] + total[1]),
                        g->a->proposals[c.after[answer]],
                        counts[2 * c.after[answer] + answer] / draws,
                        counts[2 * c.before + answer] / draws};
}

static belief_measure value_of(const asking *g, const bool *yes, choice c) {
    const belief *b = g->ask->belief;
    double *gain = ARENA_ARRAY(g->scratch, double, (size_t)b->draw_count);
    for (int d = 0; d < b->draw_count; d++)
        gain[d] = g->accepted[c.after[yes[d]]][d] - g->accepted[c.before][d];
    return belief_mean_where(b, gain, g->a->keeps, g->scratch);
}

static void weigh(const asking *g, const ask_question *q, ask_worth *out) {
    const int all[2] = {0, g->ask->belief->draw_count};
    int total[2];
    int *counts =
        ARENA_ARRAY(g->scratch, int, 2 * (size_t)g->a->proposal_count);
    count_answers(g, q->yes, all, counts, total);
    choice c = choose(counts, g->a->proposal_count);
    *out = (ask_worth){.question = q};
    out->no = branch_of(g, counts, c, 0, total);
    out->yes = branch_of(g, counts, c, 1, total);
    out->value = value_of(g, q->yes, c);
    out->value.mean = (double)gained(counts, c) / g->a->kept;
    out->crossed = crossed(g, q->yes);
    double leader = g->a->all.mean;
    out->shift = out->no.share * fabs(out->no.leader - leader) +
                 out->yes.share * fabs(out->yes.leader - leader);
}

/* --- Which are open --- */

static bool is_certain(const asking *g, const ask_question *q) {
    bool met[2] = {false, false};
    for (int d = 0; d < g->ask->belief->draw_count; d++)
        if (g->a->keeps[d]) met[q->yes[d]] = true;
    return !met[0] || !met[1];
}

/* The same answer, or the opposite one, in all draws that are left. */
static bool same_answer(const asking *g, const ask_question *x,
                        const ask_question *y) {
    bool same = true, opposite = true;
    for (int d = 0; d < g->ask->belief->draw_count; d++) {
        if (!g->a->keeps[d]) continue;
        if (x->yes[d] == y->yes[d])
            opposite = false;
        else
            same = false;
        if (!same && !opposite) return false;
    }
    return true;
}

static bool follows(const asking *g, const ask_worth *worths, int count,
                    const ask_question *q) {
    for (int i = 0; i < count; i++)
        if (worths[i].question->party == q->party &&
            same_answer(g, worths[i].question, q))
            return true;
    return false;
}

static int by_worth(const void *a, const void *b) {
    const ask_worth *x = a, *y = b;
    double value = y->value.mean - x->value.mean, shift = y->shift - x->shift;
    if (fabs(value) > 1e-12) return value > 0 ? 1 : -1;
    if (fabs(shift) > 1e-12) return shift > 0 ? 1 : -1;
    return (x->question > y->question) - (x->question < y->question);
}

static void weigh_all(asking *g) {
    ask_answer *a = g->a;
    ask_worth *worths =
        ARENA_ARRAY(g->mem, ask_worth, (size_t)a->question_count + 1);
    for (int i = 0; i < a->question_count; i++) {
        const ask_question *q = &a->questions[i];
        if (is_certain(g, q)) {
            a->certain++;
            continue;
        }
        if (follows(g, worths, a->worth_count, q)) {
            a->same++;
            continue;
        }
        weigh(g, q, &worths[a->worth_count++]);
    }
    qsort(worths, (size_t)a->worth_count, sizeof *worths, by_worth);
    a->worths = worths;
}

/* --- The answer --- */

static void keep_draws(asking *g) {
    const belief *b = g->ask->belief;
    bool *keeps = ARENA_ARRAY(g->mem, bool, (size_t)b->draw_count);
    for (int d = 0; d < b->draw_count; d++) {
        keeps[d] = true;
        for (int i = 0; i < g->ask->reply_count; i++) {
            const ask_reply *r = &g->ask->replies[i];
            keeps[d] =
                keeps[d] && ask_find_question(g->a, r->id)->yes[d] == r->yes;
        }
        g->a->kept += keeps[d];
    }
    g->a->keeps = keeps;
}

static void find_leader(asking *g) {
    ask_answer *a = g->a;
    const belief *b = g->ask->belief;
    int best = -1, most = -1;
    for (int i = 0; i < a->proposal_count; i++) {
        int count = 0;
        for (int d = 0; d < b->draw_count; d++)
            count += a->keeps[d] && g->accepted[i][d];
        if (count > most) best = i;
        if (count > most) most = count;
    }
    a->leader = best < 0 ? -1 : a->proposals[best];
    if (best < 0) return;
    double *all = ARENA_ARRAY(g->scratch, double, (size_t)b->draw_count);
    for (int d = 0; d < b->draw_count; d++)
        all[d] = g->accepted[best][d];
    a->all = belief_mean_where(b, all, a->keeps, g->scratch);
    a->all.mean = (double)most / a->kept;
}

ask_answer *ask_make(const ask_ask *ask, arena *mem) {
    ask_answer *a = ARENA_NEW(mem, ask_answer);
    a->leader = -1;
    ask_list(a, ask, mem);
    return a;
}

void ask_weigh(ask_answer *a, const ask_ask *ask, arena *mem) {
    asking g = {.ask = ask, .a = a, .mem = mem, .scratch = arena_child(mem)};
    keep_draws(&g);
    g.accepted = ask_accepted(a, ask->belief, g.scratch);
    if (a->kept >= ASK_KEPT_LEAST) find_leader(&g);
    if (a->leader >= 0 && !ask->belief->single) {
        weigh_all(&g);
        if (ask->sequence) ask_sequence(a, ask->belief, g.accepted, mem);
    }
    arena_free(g.scratch);
}
