/* SPDX-License-Identifier: Apache-2.0
 * Exact worths of outcomes, and what no deal is worth.
 *
 * u_p(x) = sum_j w_pj(x_j) + the worths of the conditions that hold, at most
 * the cap. d_p is the reserve given; for `reserve: none` the least worth of a
 * feasible outcome; else u_p(now), 0 where the case has no status quo. All of
 * it in multiples of 10^-12, so nothing here rounds. A discount says what a
 * deal is worth later; at once it is 1 and plays no part. */
#include "deal/exact.h"

#include <assert.h>

/* Outcomes a piece: worths of a few parties stay in the nearest caches. */
enum { PIECE = 2048 };

static fixed conditions_of(const deal_party *p, const int *outcome) {
    fixed sum = 0;
    for (int i = 0; i < p->when_count; i++)
        if (expr_holds(p->when[i].holds, outcome)) sum += p->when[i].worth;
    return sum;
}

static fixed capped(const deal_party *p, fixed worth) {
    return p->has_cap && worth > p->cap ? p->cap : worth;
}

fixed deal_party_worth(const case_model *c, const deal_party *p,
                       const int *outcome) {
    fixed sum = conditions_of(p, outcome);
    for (int j = 0; j < c->issue_count; j++)
        sum += p->worth[c->issues[j].cell + outcome[j]];
    return capped(p, sum);
}

/* --- Streaming --- */

deal_stream deal_stream_new(const deal_space *s, const deal_party *parties,
                            int party_count, arena *mem) {
    deal_stream stream = {
        .space = s, .parties = parties, .party_count = party_count};
    fixed **worth = ARENA_ARRAY(mem, fixed *, (size_t)party_count);
    for (int p = 0; p < party_count; p++)
        worth[p] = ARENA_ARRAY(mem, fixed, PIECE);
    stream.worth = worth;
    stream.room = ARENA_ARRAY(mem, fixed, PIECE);
    stream.outcome = ARENA_ARRAY(mem, int, (size_t)s->c->issue_count + 1);
    return stream;
}

static void add_conditions(deal_stream *s, const deal_party *p, fixed *worth) {
    for (uint32_t i = 0; i < s->count; i++) {
        deal_space_outcome(s->space, s->begin + i, s->outcome);
        worth[i] += conditions_of(p, s->outcome);
    }
}

bool deal_stream_next(deal_stream *s) {
    s->begin += s->count;
    uint32_t left = s->space->count - s->begin;
    s->count = left < PIECE ? left : PIECE;
    for (int p = 0; s->count > 0 && p < s->party_count; p++) {
        const deal_party *of = &s->parties[p];
        fixed *worth = s->worth[p];
        deal_sums_exact(s->space, of->worth, s->begin, s->begin + s->count,
                        worth, s->room);
        if (of->when_count > 0) add_conditions(s, of, worth);
        for (uint32_t i = 0; of->has_cap && i < s->count; i++)
            worth[i] = capped(of, worth[i]);
    }
    return s->count > 0;
}

/* --- What no deal is worth --- */

fixed deal_party_least(const deal_space *s, const deal_party *p, arena *mem) {
    arena *scratch = arena_child(mem);
    deal_stream stream = deal_stream_new(s, p, 1, scratch);
    fixed least = INT64_MAX;
    while (deal_stream_next(&stream))
        for (uint32_t i = 0; i < stream.count; i++)
            if (stream.worth[0][i] < least) least = stream.worth[0][i];
    arena_free(scratch);
    return s->count > 0 ? least : 0;
}

static fixed worth_of_now(const case_model *c, const deal_party *p,
                          arena *mem) {
    if (!c->has_now) return 0;
    int *now = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (int j = 0; j < c->issue_count; j++)
        now[j] = c->issues[j].now;
    return deal_party_worth(c, p, now);
}

const deal_party *deal_parties(const case_model *c, const deal_space *s,
                               arena *mem) {
    deal_party *all = ARENA_ARRAY(mem, deal_party, (size_t)c->party_count);
    for (int i = 0; i < c->party_count; i++) {
        const case_preference *from = &c->preferences[i];
        assert(from->worth);
        deal_party *p = &all[i];
        *p = (deal_party){.worth = from->worth,
                          .when = from->when,
                          .when_count = from->when_count,
                          .has_cap = from->has_cap,
                          .cap = from->cap};
        if (from->has_reserve)
            p->reserve = from->reserve;
        else if (from->no_reserve)
            p->reserve = deal_party_least(s, p, mem);
        else
            p->reserve = worth_of_now(c, p, mem);
    }
    return all;
}
