/* SPDX-License-Identifier: Apache-2.0
 *
 * The best open way to one actor, from everybody at once.
 *
 * best[k][v] is the least (cost, links) of a way from v with at most k links,
 * found from best[k - 1] over v's open links: dynamic programming (Bellman
 * 1958), k times the number of links. Costs are not negative and a detour adds
 * links, so the least way passes nobody twice. Nobody passes a message on who
 * is a party or banned; where a way begins and ends is exempt.
 */
#include "record/reach.h"

#include <math.h>

static reach *row(const reach_search *s, int links) {
    return s->best + (size_t)links * (size_t)s->n->actor_count;
}

bool reach_closer(reach a, reach b) {
    if (a.cost < b.cost) return true;
    return !(a.cost > b.cost) && a.links < b.links;
}

static bool same(reach a, reach b) {
    return !reach_closer(a, b) && !reach_closer(b, a);
}

static bool passes_on(const reach_search *s, int actor) {
    if (s->banned[actor]) return false;
    return actor == s->from || actor >= s->n->party_count;
}

/* By way of one of the actor's open links. */
static reach step(const reach_search *s, int actor, int link, int links) {
    int next = s->n->others[link];
    reach r = row(s, links - 1)[next];
    if (actor == s->from && s->no_next[next]) return (reach){INFINITY, 0};
    return (reach){r.cost + s->n->costs[link], r.links + 1};
}

static reach best_step(const reach_search *s, int actor, int links) {
    reach best = {INFINITY, 0};
    if (actor == s->to) return (reach){0, 0};
    if (!passes_on(s, actor)) return best;
    for (int i = s->n->first[actor]; i < s->n->first[actor + 1]; i++) {
        reach r = step(s, actor, i, links);
        if (r.cost < INFINITY && reach_closer(r, best)) best = r;
    }
    return best;
}

reach_search reach_new(const record_network *n, int most, arena *mem) {
    size_t actors = (size_t)n->actor_count;
    return (reach_search){
        .n = n,
        .most = most,
        .banned = ARENA_ARRAY(mem, bool, actors),
        .no_next = ARENA_ARRAY(mem, bool, actors),
        .best = ARENA_ARRAY(mem, reach, (size_t)(most + 1) * actors)};
}

void reach_fill(reach_search *s) {
    for (int i = 0; i < s->n->actor_count; i++)
        row(s, 0)[i] = (reach){i == s->to ? 0 : INFINITY, 0};
    for (int k = 1; k <= s->most; k++)
        for (int i = 0; i < s->n->actor_count; i++)
            row(s, k)[i] = best_step(s, i, k);
}

reach reach_from(const reach_search *s, int actor) {
    return row(s, s->most)[actor];
}

static int next_on_way(const reach_search *s, int actor, int links) {
    reach best = best_step(s, actor, links);
    int i = s->n->first[actor];
    while (!same(step(s, actor, i, links), best))
        i++;
    return s->n->others[i];
}

int reach_follow(const reach_search *s, int actor, int *to) {
    int count = 0;
    to[count++] = actor;
    for (int k = s->most; actor != s->to; k--) {
        actor = next_on_way(s, actor, k);
        to[count++] = actor;
    }
    return count;
}
