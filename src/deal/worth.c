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

static fixed conditions_of(const deal_party *p, const int *outcome) {
    fixed sum = 0;
    for (int i = 0; i < p->when_count; i++)
        if (expr_holds(p->when[i].holds, outcome)) sum += p->when[i].worth;
    return sum;
}

fixed deal_party_worth(const case_model *c, const deal_party *p,
                       const int *outcome) {
    fixed sum = conditions_of(p, outcome);
    for (int j = 0; j < c->issue_count; j++)
        sum += p->worth[c->issues[j].cell + outcome[j]];
    return deal_capped(p, sum);
}

void deal_party_range(const case_model *c, const deal_party *p, fixed *low,
                      fixed *high) {
    *low = *high = 0;
    for (int j = 0; j < c->issue_count; j++)
        deal_widen(p->worth + c->issues[j].cell,
                   (size_t)c->issues[j].option_count, 1, low, high);
    for (int i = 0; i < p->when_count; i++)
        *(p->when[i].worth < 0 ? low : high) += p->when[i].worth;
}

/* --- What no deal is worth --- */

fixed deal_party_least(const deal_space *s, const deal_party *p, arena *mem) {
    arena *scratch = arena_child(mem);
    deal_stream stream = deal_stream_new(s, p, 1, scratch);
    fixed least = INT64_MAX;
    while (deal_stream_next(&stream)) {
        if (stream.least[0] >= least) continue;
        deal_stream_look(&stream);
        for (uint32_t i = 0; i < stream.count; i++)
            if (stream.worth[0][i] < least) least = stream.worth[0][i];
    }
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
