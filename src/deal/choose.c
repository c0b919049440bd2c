/* SPDX-License-Identifier: Apache-2.0
 * Which points of a frontier does a bargaining solution choose?
 *
 * The ideal is the most each party gets in a rational outcome; since concepts
 * but those of other tools rise with every worth, and worths of a rational
 * outcome that is not on the frontier are covered by a rational point of it,
 * nothing but the frontier needs to be looked at. */
#include "deal/choose.h"

bool deal_is_rational(const fixed *worth, const deal_party *parties, int n) {
    for (int p = 0; p < n; p++)
        if (worth[p] < parties[p].reserve) return false;
    return true;
}

static deal_stakes stakes_of(const deal_choices *c, const deal_party *parties,
                             int party_count, arena *mem) {
    const size_t n = (size_t)party_count;
    fixed *reserve = ARENA_ARRAY(mem, fixed, n);
    fixed *ideal = ARENA_ARRAY(mem, fixed, n);
    fixed *most = ARENA_ARRAY(mem, fixed, n);
    for (size_t p = 0; p < n; p++) {
        ideal[p] = reserve[p] = parties[p].reserve;
        for (size_t i = 0; i < c->count; i++) {
            const fixed worth = c->worth[i][p];
            if (i == 0 || worth > most[p]) most[p] = worth;
            if (c->rational[i] && worth > ideal[p]) ideal[p] = worth;
        }
    }
    return (deal_stakes){party_count, reserve, ideal, most};
}

deal_choices deal_choices_new(const fixed *const *worth, size_t count,
                              const deal_party *parties, int party_count,
                              arena *mem) {
    bool *rational = ARENA_ARRAY(mem, bool, count + 1);
    deal_choices c = {.worth = worth, .rational = rational, .count = count};
    for (size_t i = 0; i < count; i++) {
        rational[i] = deal_is_rational(worth[i], parties, party_count);
        c.any = c.any || rational[i];
    }
    c.stakes = stakes_of(&c, parties, party_count, mem);
    return c;
}

static bool may_choose(const deal_choices *c, const deal_concept *k, size_t i) {
    return k->whole_frontier || c->rational[i];
}

static size_t find_best(const deal_choices *c, const deal_concept *k) {
    size_t best = c->count;
    for (size_t i = 0; i < c->count; i++)
        if (may_choose(c, k, i) &&
            (best == c->count ||
             k->compare(&c->stakes, c->worth[i], c->worth[best]) > 0))
            best = i;
    return best;
}

void deal_choose(const deal_choices *c, const deal_concept *k, bool *tied) {
    const fixed *best = c->worth[find_best(c, k)];
    for (size_t i = 0; i < c->count; i++)
        tied[i] = may_choose(c, k, i) &&
                  (k->ties ? k->ties(&c->stakes, best, c->worth[i])
                           : k->compare(&c->stakes, best, c->worth[i]) == 0);
}
