/* SPDX-License-Identifier: Apache-2.0
 * Which statement carries which conclusion? Each entry of the record that has
 * a claim is left out in turn (belief/leave.c), and the shares of draws are
 * taken again: of each party accepting each proposal, of all accepting it, and
 * of each option being an inferred party's best; and the mean weights.
 *
 * Errors are of the difference. Where draws were weighted the two shares come
 * from the same draws: with weights w that add up to 1 over n draws, shares s
 * before and t after, draw i adds n w_i (x_i - t) - (x_i - s) to the
 * difference, and the error is that of the mean of these numbers. Where the
 * posterior was sampled again the two errors add in squares.
 *
 * Edge cases: an entry without which the record can't be sampled is passed
 * over; with a single draw errors are 0. */
#include <math.h>

#include "base/progress.h"
#include "lens/belief_lens.h"

#define TIE 1e-9

typedef struct search {
    belief_answer *a;
    belief_carry *found;
    int count;
} search;

/* --- The draws of a share, 1 where it holds, or of a weight --- */

static void fill_accepts(const belief *b, const belief_carry *k,
                         double *holds) {
    size_t draws = (size_t)b->draw_count;
    int parties = b->c->party_count;
    int first = k->party < 0 ? 0 : k->party;
    int end = k->party < 0 ? parties : first + 1;
    for (size_t i = 0; i < draws; i++)
        holds[i] = 1;
    for (int p = first; p < end; p++) {
        const double *gain = b->gain + (size_t)(k->of * parties + p) * draws;
        for (size_t i = 0; i < draws; i++)
            if (!(gain[i] > -TIE)) holds[i] = 0;
    }
}

int belief_issue_of(const case_model *c, int cell) {
    int j = 0;
    while (j + 1 < c->issue_count && c->issues[j + 1].cell <= cell)
        j++;
    return j;
}

static const double *worths_of(const belief *b, int at, int party) {
    return b->draws[at].worth + (ptrdiff_t)party * b->c->cell_count;
}

static void fill_best(const belief *b, const belief_carry *k, double *holds) {
    const case_issue *j = &b->c->issues[belief_issue_of(b->c, k->of)];
    for (int i = 0; i < b->draw_count; i++) {
        const double *worth = worths_of(b, i, k->party);
        holds[i] = 1;
        for (int o = 0; o < j->option_count; o++)
            if (worth[j->cell + o] > worth[k->of] + TIE) holds[i] = 0;
    }
}

/* An inferred party's: the worth of its best option, the worst having 0. */
static void fill_weight(const belief *b, const belief_carry *k,
                        double *weight) {
    const case_issue *j = &b->c->issues[k->of];
    for (int i = 0; i < b->draw_count; i++) {
        const double *worth = worths_of(b, i, k->party) + j->cell;
        weight[i] = worth[0];
        for (int o = 1; o < j->option_count; o++)
            weight[i] = fmax(weight[i], worth[o]);
    }
}

static double *draws_of(const belief *b, const belief_carry *k, arena *mem) {
    double *holds = ARENA_ARRAY(mem, double, (size_t)b->draw_count);
    static void (*const fill[CARRIES_KINDS])(const belief *,
                                             const belief_carry *, double *) = {
        [CARRIES_ANSWER] = fill_accepts,
        [CARRIES_BEST] = fill_best,
        [CARRIES_WEIGHT] = fill_weight};
    fill[k->kind](b, k, holds);
    return holds;
}

/* --- Before and after --- */

/* Error of the difference on weighted draws; `holds` is used up. */
static double weighted_error(const belief_without *w, const belief_carry *k,
                             double *holds, arena *scratch) {
    int n = w->b->draw_count;
    for (int i = 0; i < n; i++)
        holds[i] =
            n * w->weights[i] * (holds[i] - k->after) - (holds[i] - k->before);
    return belief_mean(w->b, holds, scratch).error;
}

static void compare(belief_carry *k, const belief *b, const belief_without *w,
                    arena *scratch) {
    double *holds = draws_of(b, k, scratch);
    belief_measure before = belief_mean(b, holds, scratch);
    k->before = before.mean;
    if (w->b == b) {
        k->after = belief_without_mean(w, holds);
        k->error = w->weights ? weighted_error(w, k, holds, scratch) : 0;
        return;
    }
    belief_measure after =
        belief_mean(w->b, draws_of(w->b, k, scratch), scratch);
    k->after = after.mean;
    k->error = hypot(before.error, after.error);
}

static void add(search *s, belief_carry k, const belief_without *w,
                arena *scratch) {
    arena_place place = arena_mark(scratch);
    k.entry = w->entry;
    compare(&k, s->a->record.b, w, scratch);
    arena_back(scratch, place);
    s->found[s->count++] = k;
}

/* A proposal that can't be valued has no gain. */
static bool is_valued(const belief *b, int proposal) {
    size_t at = (size_t)(proposal * b->c->party_count) * (size_t)b->draw_count;
    return b->gain && !isnan(b->gain[at]);
}

static void add_all(search *s, const belief_without *w, arena *scratch) {
    const belief *b = s->a->record.b;
    const case_model *c = b->c;
    for (int i = 0; i < c->proposal_count; i++)
        for (int p = -1; is_valued(b, i) && p < c->party_count; p++)
            add(s, (belief_carry){.kind = CARRIES_ANSWER, .party = p, .of = i},
                w, scratch);
    for (int p = 0; p < c->party_count; p++)
        for (int o = 0; belief_is_inferred(c, p) && o < c->cell_count; o++)
            add(s, (belief_carry){.kind = CARRIES_BEST, .party = p, .of = o}, w,
                scratch);
    for (int p = 0; p < c->party_count; p++)
        for (int j = 0; belief_is_inferred(c, p) && j < c->issue_count; j++)
            add(s, (belief_carry){.kind = CARRIES_WEIGHT, .party = p, .of = j},
                w, scratch);
}

void belief_carries_find(belief_answer *a, arena *mem) {
    const belief *b = a->record.b;
    const case_model *c = b->c;
    int_list carriers = belief_carriers(b, mem);
    size_t each = (size_t)c->proposal_count * ((size_t)c->party_count + 1) +
                  (size_t)c->party_count *
                      ((size_t)c->cell_count + (size_t)c->issue_count);
    search s = {
        a, ARENA_ARRAY(mem, belief_carry, (size_t)carriers.count * each), 0};
    for (int i = 0; i < carriers.count; i++) {
        arena *scratch = arena_child(mem);
        belief_without w;
        progress_report(mem, (size_t)i, (size_t)carriers.count);
        if (belief_leave_out(&w, b, carriers.items[i], scratch, NULL) ==
            PARLEY_OK)
            add_all(&s, &w, scratch);
        arena_free(scratch);
    }
    a->carries = s.found;
    a->carry_count = s.count;
}
