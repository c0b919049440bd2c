/* SPDX-License-Identifier: Apache-2.0
 * Valuing plans by the hundred thousand: in how many draws do all accept, and
 * what does each party gain on average?
 *
 * Draws are taken in blocks. For a block the parts of all plans at hand are
 * read once (a bargain is solved once for all plans that share it); then each
 * plan is a few products and sums a draw. After a block, a plan is stopped
 * when it can't come onto the front any more: were all draws that are left
 * accepted by all, and every party's gain in them the most it could get from
 * any option of every issue, some cheaper or equally cheap plan would still
 * be as good in both.
 *
 *   V = stay u'(y) + fall V0 + after W, W = q u~(x*) + (1 - q) F
 *
 * The sums are taken in the order of the draws whatever the number of threads,
 * with the engine's own order of operations (plan/eval.c).
 *
 * Edge cases: where a lever sets parameters the most a party could gain isn't
 * known, and nothing is stopped. */
#include "advice/unlock_int.h"

#include <math.h>

#include "base/progress.h"
#include "base/threads.h"
#include "deal/bargain.h"

enum {
    BLOCK_LEAST = 16,
    BLOCKS = 8, /* at least so many, for stopping */
    FILL_DRAWS = 32,
    VALUE_PLANS = 512,
};
static const double block_numbers = 6e6; /* of all parts in a block */

/* --- Parts of a block of draws --- */

typedef struct filling {
    unlock_search *s;
    int begin, end;
} filling;

static double *row_of(const unlock_search *s, unlock_part part, int key,
                      int row, int draws) {
    return s->part[part].values[key] + (size_t)row * (size_t)draws;
}

static void fill_world(const filling *g, const plan_work *t, int world,
                       int at) {
    const unlock_search *s = g->s;
    int n = g->end - g->begin;
    for (int p = 0; p < s->parties; p++)
        row_of(s, UNLOCK_WORLD, world, p, n)[at] = t->no_deal[p];
    row_of(s, UNLOCK_WORLD, world, s->parties, n)[at] =
        t->draw->model[CASE_PUBLIC_REJECTION];
}

static void fill_standing(const filling *g, const plan_work *t, int key,
                          int at) {
    const unlock_search *s = g->s;
    const unlock_reader *r = &s->part[UNLOCK_STANDING].readers[key];
    const int *outcome =
        s->standings.keys + (size_t)r->standing * (size_t)s->standings.width;
    for (int p = 0; p < s->parties; p++) {
        double worth = plan_signed_worth(t, p, outcome);
        for (int i = 0; i < r->payment_count; i++)
            if (r->payments[i].party == p &&
                expr_holds(r->payments[i].holds, outcome))
                worth += number_from_fixed(r->payments[i].worth);
        row_of(s, UNLOCK_STANDING, key, p, g->end - g->begin)[at] = worth;
    }
}

static void fill_flow(const filling *g, const plan_work *t, int key, int at) {
    const unlock_search *s = g->s;
    const unlock_reader *r = &s->part[UNLOCK_FLOW].readers[key];
    plan_flow f = plan_flow_of(r->plan, t, r->phase);
    double rows[] = {f.stay, f.fall, f.after};
    for (int i = 0; i < 3; i++)
        row_of(s, UNLOCK_FLOW, key, i, g->end - g->begin)[at] = rows[i];
}

static void fill_talks(const filling *g, plan_work *t, plan_value *v,
                       unlock_part part, const int place[2]) {
    const unlock_search *s = g->s;
    const int key = place[0], at = place[1], n = g->end - g->begin;
    const unlock_reader *r = &s->part[part].readers[key];
    if (part != UNLOCK_CLOSING) plan_eval(r->plan, t, v);
    for (int p = 0; p < s->parties; p++) {
        double value;
        if (part == UNLOCK_CLOSING)
            value = plan_closing(r->plan, t, p);
        else if (part == UNLOCK_FALLBACK || !v->settlement)
            value = v->fallback[p];
        else
            value = v->settlement_worth[p];
        row_of(s, part, key, p, n)[at] = value;
    }
}

/* One draw in one world. */
static void fill_draw(const filling *g, plan_work *t, plan_value *v,
                      const int place[2]) {
    const unlock_search *s = g->s;
    const int world = place[0], at = place[1];
    plan_begin(t, &s->worlds[world][g->begin + at]);
    fill_world(g, t, world, at);
    for (int part = UNLOCK_STANDING; part < UNLOCK_PARTS; part++) {
        const unlock_part_set *of = &s->part[part];
        for (int k = 0; k < of->keys.count; k++) {
            if (!of->wanted[k] || of->readers[k].world != world) continue;
            int here[] = {k, at};
            if (part == UNLOCK_STANDING)
                fill_standing(g, t, k, at);
            else if (part == UNLOCK_FLOW)
                fill_flow(g, t, k, at);
            else
                fill_talks(g, t, v, (unlock_part)part, here);
        }
    }
}

static void fill_piece(void *subject, size_t piece, arena *scratch) {
    const filling *g = subject;
    const unlock_search *s = g->s;
    const plan_setup *setup = s->ask->setup;
    plan_work *t = plan_work_new(setup, scratch);
    plan_value *v = plan_value_new(setup, s->f->phase_count, scratch);
    int from = (int)piece * FILL_DRAWS, to = from + FILL_DRAWS;
    if (to > g->end - g->begin) to = g->end - g->begin;
    for (int i = from; i < to; i++)
        for (int w = 0; w < s->part[UNLOCK_WORLD].keys.count; w++)
            if (s->part[UNLOCK_WORLD].wanted[w])
                fill_draw(g, t, v, (int[]){w, i});
}

void unlock_fill(unlock_search *s, int begin, int end, arena *mem) {
    size_t n = (size_t)(end - begin);
    for (int part = 0; part < UNLOCK_PARTS; part++) {
        unlock_part_set *of = &s->part[part];
        size_t rows = (size_t)unlock_rows(s, (unlock_part)part);
        for (int k = 0; k < of->keys.count; k++)
            of->values[k] =
                of->wanted[k] ? ARENA_ARRAY(mem, double, rows *n) : NULL;
    }
    filling g = {s, begin, end};
    threads_run((n + FILL_DRAWS - 1) / FILL_DRAWS, s->ask->belief->ask.threads,
                fill_piece, &g, mem);
}

/* --- Which parts are needed --- */

static void want(unlock_search *s, unlock_part part, int key) {
    if (key >= 0) s->part[part].wanted[key] = true;
}

static void want_plan(unlock_search *s, const int *parts) {
    want(s, UNLOCK_WORLD, parts[AT_WORLD]);
    want(s, UNLOCK_CLOSING, parts[AT_CLOSING]);
    want(s, UNLOCK_FALLBACK, parts[AT_FALLBACK]);
    want(s, UNLOCK_BARGAIN, parts[AT_BARGAIN]);
    for (int k = 0; k < s->f->phase_count; k++) {
        want(s, UNLOCK_STANDING, parts[AT_PHASES + 2 * k]);
        want(s, UNLOCK_FLOW, parts[AT_PHASES + 2 * k + 1]);
    }
}

static void forget_parts(unlock_search *s) {
    for (int part = 0; part < UNLOCK_PARTS; part++)
        for (int k = 0; k < s->part[part].keys.count; k++)
            s->part[part].wanted[k] = false;
}

/* Numbers a draw; counts the bargains. */
static double wanted_numbers(unlock_search *s) {
    double numbers = 0;
    for (int part = 0; part < UNLOCK_PARTS; part++)
        for (int k = 0; k < s->part[part].keys.count; k++) {
            if (!s->part[part].wanted[k]) continue;
            numbers += unlock_rows(s, (unlock_part)part);
            if (part == UNLOCK_BARGAIN) s->work.tables += s->draws;
        }
    return numbers;
}

/* --- A plan in a block --- */

typedef struct valuing {
    unlock_search *s;
    const int *plans;
    int count, begin, end;
} valuing;

/* V_1 of a party; value has one number a draw. */
static void value_party(const valuing *g, const int *parts, int party,
                        double *value) {
    const unlock_search *s = g->s;
    const int n = g->end - g->begin;
    const double *no_deal = row_of(s, UNLOCK_WORLD, parts[AT_WORLD], party, n);
    if (parts[AT_BARGAIN] < 0) {
        for (int i = 0; i < n; i++)
            value[i] = no_deal[i];
    } else {
        const double *q =
            row_of(s, UNLOCK_CLOSING, parts[AT_CLOSING], party, n);
        const double *settled =
            row_of(s, UNLOCK_BARGAIN, parts[AT_BARGAIN], party, n);
        const double *fallback =
            row_of(s, UNLOCK_FALLBACK, parts[AT_FALLBACK], party, n);
        for (int i = 0; i < n; i++)
            value[i] = q[i] * settled[i] + (1 - q[i]) * fallback[i];
    }
    for (int k = s->f->phase_count - 1; k >= 0; k--) {
        const double *standing =
            row_of(s, UNLOCK_STANDING, parts[AT_PHASES + 2 * k], party, n);
        const int flow = parts[AT_PHASES + 2 * k + 1];
        const double *stay = row_of(s, UNLOCK_FLOW, flow, 0, n);
        const double *fall = row_of(s, UNLOCK_FLOW, flow, 1, n);
        const double *after = row_of(s, UNLOCK_FLOW, flow, 2, n);
        for (int i = 0; i < n; i++)
            value[i] = stay[i] * standing[i] + fall[i] * no_deal[i] +
                       after[i] * value[i];
    }
}

static void value_plan(const valuing *g, int number, double *value,
                       int *refuses) {
    unlock_search *s = g->s;
    const int n = g->end - g->begin;
    const int *parts = unlock_parts_of(s, number);
    const double *weights = s->costs[parts[AT_COST]];
    const double *rejected =
        row_of(s, UNLOCK_WORLD, parts[AT_WORLD], s->parties, n);
    for (int i = 0; i < n; i++)
        refuses[i] = 0;
    for (int p = 0; p < s->parties; p++) {
        const double *no_deal = row_of(s, UNLOCK_WORLD, parts[AT_WORLD], p, n);
        double sum = 0;
        value_party(g, parts, p, value);
        for (int i = 0; i < n; i++) {
            double signing = value[i] - rejected[i] * weights[p];
            sum += signing - no_deal[i];
            refuses[i] |= !deal_at_least(signing, no_deal[i]);
        }
        s->gains[(size_t)number * (size_t)s->parties + (size_t)p] += sum;
    }
    int refused = 0;
    for (int i = 0; i < n; i++)
        refused += refuses[i];
    s->plans[number].accepted += n - refused;
}

static void value_piece(void *subject, size_t piece, arena *scratch) {
    const valuing *g = subject;
    size_t n = (size_t)(g->end - g->begin);
    double *value = ARENA_ARRAY(scratch, double, n);
    int *refuses = ARENA_ARRAY(scratch, int, n);
    int from = (int)piece * VALUE_PLANS, to = from + VALUE_PLANS;
    if (to > g->count) to = g->count;
    for (int i = from; i < to; i++)
        if (!g->s->plans[g->plans[i]].stopped)
            value_plan(g, g->plans[i], value, refuses);
}

/* --- Stopping --- */

typedef struct mark {
    double cost, share, least;
} mark;

static mark *marks_of(const unlock_search *s, int *count, arena *mem) {
    int_list front = unlock_front(s, mem);
    mark *marks = ARENA_ARRAY(mem, mark, (size_t)front.count + 1);
    for (int i = 0; i < front.count; i++) {
        int number = front.items[i];
        marks[i] = (mark){s->plans[number].cost, unlock_share(s, number),
                          unlock_least(s, number)};
    }
    *count = front.count;
    return marks;
}

/* The most that each party could gain in the draws from `begin` on. */
static double *rest_of(const unlock_search *s, int begin, arena *mem) {
    double *rest = ARENA_ARRAY(mem, double, (size_t)s->parties);
    for (int p = 0; p < s->parties; p++)
        for (int i = begin; i < s->draws; i++)
            rest[p] += s->most[(size_t)p * (size_t)s->draws + (size_t)i];
    return rest;
}

static bool hopeless(const unlock_search *s, int number, const mark *marks,
                     int count, int left, const double *rest) {
    const unlock_plan *of = &s->plans[number];
    const double slack = 1e-9; /* sums are rounded */
    double share = (double)(of->accepted + left) / s->draws;
    double least = INFINITY;
    for (int p = 0; p < s->parties; p++) {
        double sum = s->gains[(size_t)number * (size_t)s->parties + (size_t)p];
        least = fmin(least, (sum + rest[p]) / s->draws + slack);
    }
    for (int i = 0; i < count; i++)
        if (marks[i].cost <= of->cost && marks[i].share > share &&
            marks[i].least > least)
            return true;
    return false;
}

static void stop_plans(unlock_search *s, const valuing *g, const mark *marks,
                       int count, arena *mem) {
    const int left = s->draws - g->end;
    if (!s->most || left == 0) return;
    const double *rest = rest_of(s, g->end, mem);
    for (int i = 0; i < g->count; i++) {
        unlock_plan *p = &s->plans[g->plans[i]];
        if (!p->stopped && hopeless(s, g->plans[i], marks, count, left, rest)) {
            p->stopped = true;
            s->work.spared += left;
        }
    }
}

/* --- All of them --- */

static int *plans_at_hand(unlock_search *s, int *count, arena *mem) {
    int *plans = ARENA_ARRAY(mem, int, (size_t)s->plan_keys.count + 1);
    forget_parts(s);
    *count = 0;
    for (int i = 0; i < s->plan_keys.count; i++) {
        unlock_plan *p = &s->plans[i];
        if (p->valued || p->set < 0) continue;
        plans[(*count)++] = i;
        p->accepted = 0;
        p->stopped = false;
        for (int k = 0; k < s->parties; k++)
            s->gains[(size_t)i * (size_t)s->parties + (size_t)k] = 0;
        want_plan(s, unlock_parts_of(s, i));
    }
    return plans;
}

static int block_of(unlock_search *s) {
    double fits = block_numbers / wanted_numbers(s);
    int block = s->draws / BLOCKS;
    if (fits < block) block = (int)fits;
    return block < BLOCK_LEAST ? BLOCK_LEAST : block;
}

void unlock_value(unlock_search *s) {
    arena *scratch = arena_child(s->mem);
    valuing g = {.s = s};
    g.plans = plans_at_hand(s, &g.count, scratch);
    int mark_count, block = block_of(s);
    const mark *marks = marks_of(s, &mark_count, scratch);
    s->work.valued += g.count;
    s->work.pairs += (double)g.count * s->draws;
    for (g.begin = 0; g.count > 0 && g.begin < s->draws; g.begin = g.end) {
        g.end = g.begin + block < s->draws ? g.begin + block : s->draws;
        arena *here = arena_child(scratch);
        unlock_fill(s, g.begin, g.end, here);
        threads_run(((size_t)g.count + VALUE_PLANS - 1) / VALUE_PLANS,
                    s->ask->belief->ask.threads, value_piece, &g, here);
        stop_plans(s, &g, marks, mark_count, here);
        arena_free(here);
    }
    for (int i = 0; i < g.count; i++)
        s->plans[g.plans[i]].valued = true;
    arena_free(scratch);
}
