/* SPDX-License-Identifier: Apache-2.0
 *
 * How can FROM reach TO when they may not speak directly?
 *
 * A route goes over open links, through others only, never through a party
 * (a party is no messenger in its own dispute), and passes nobody twice. The
 * cheapest comes first; links cost 1 unless a channel says otherwise, so
 * without costs that is the one with the fewest links. Ties: fewer links,
 * then the actors' order in the case. At most 12 links are considered.
 *
 * Beside the best one stand the next best, by Yen's method (J. Y. Yen,
 * Management Science 17, 1971, pp. 712-716): for each actor on a route found
 * so far, the best detour that leaves there and is new. A detour is a best
 * way (reach.c) in a network without the actors before it.
 *
 * A cut vertex of the pair stands on every open route: the best route's
 * actors are tried one by one. Routes over one link of unknown state are
 * found in gap.c.
 */
#include "record/route.h"

#include <math.h>

#include "record/gap.h"
#include "record/reach.h"

record_route route_make(const record_network *n, const int *actors, int count,
                        arena *mem) {
    int *copy = ARENA_ARRAY(mem, int, (size_t)count);
    record_route r = {copy, count, 0, -1};
    for (int i = 0; i < count; i++)
        copy[i] = actors[i];
    for (int i = count - 1; i > 0; i--)
        r.cost += record_link_find(n, actors[i - 1], actors[i]).cost;
    return r;
}

record_route record_route_best(const record_network *n, int from, int to,
                               arena *mem) {
    int actors[ROUTE_LINKS_MOST + 1];
    int count = 0;
    arena_place before = arena_mark(mem);
    reach_search s = reach_new(n, ROUTE_LINKS_MOST, mem);
    s.from = from;
    s.to = to;
    reach_fill(&s);
    if (reach_from(&s, from).cost < INFINITY)
        count = reach_follow(&s, from, actors);
    arena_back(mem, before);
    if (count == 0) return (record_route){.unknown = -1};
    return route_make(n, actors, count, mem);
}

static int compare_routes(const record_route *a, const record_route *b) {
    if (a->cost < b->cost || b->cost < a->cost)
        return a->cost < b->cost ? -1 : 1;
    if (a->count != b->count) return a->count < b->count ? -1 : 1;
    for (int i = 0; i < a->count; i++)
        if (a->actors[i] != b->actors[i])
            return a->actors[i] < b->actors[i] ? -1 : 1;
    return 0;
}

/* Routes found, and those that may be next. */
typedef struct ranking {
    record_route *found, *next;
    int found_count, next_count;
    int most; /* room in found */
    reach_search search;
    arena *mem;
} ranking;

static bool shares_root(const record_route *r, const record_route *other,
                        int count) {
    if (other->count <= count) return false;
    for (int i = 0; i < count; i++)
        if (r->actors[i] != other->actors[i]) return false;
    return true;
}

static bool is_listed(const ranking *all, const record_route *r) {
    for (int i = 0; i < all->next_count; i++)
        if (compare_routes(&all->next[i], r) == 0) return true;
    return false;
}

static void keep_next(ranking *all, record_route r) {
    if (is_listed(all, &r)) return;
    all->next = arena_grow(all->mem, all->next, (size_t)all->next_count,
                           (size_t)all->next_count + 1, sizeof r);
    all->next[all->next_count++] = r;
}

static void forbid(ranking *all, const record_route *r, int root,
                   bool forbidden) {
    for (int i = 0; i < root; i++)
        all->search.banned[r->actors[i]] = forbidden;
    for (int i = 0; i < all->found_count; i++)
        if (shares_root(r, &all->found[i], root + 1))
            all->search.no_next[all->found[i].actors[root + 1]] = forbidden;
}

/* The best route that shares r's first `root` links and then leaves it and
 * all that were found. */
static void find_detour(ranking *all, const record_route *r, int root) {
    reach_search *s = &all->search;
    int whole[ROUTE_LINKS_MOST + 1];
    for (int i = 0; i < root; i++)
        whole[i] = r->actors[i];
    s->from = r->actors[root];
    s->most = ROUTE_LINKS_MOST - root;
    forbid(all, r, root, true);
    reach_fill(s);
    if (reach_from(s, s->from).cost < INFINITY) {
        int count = root + reach_follow(s, s->from, whole + root);
        keep_next(all, route_make(s->n, whole, count, all->mem));
    }
    forbid(all, r, root, false);
}

static bool take_next(ranking *all) {
    int best = 0;
    if (all->next_count == 0) return false;
    for (int i = 1; i < all->next_count; i++)
        if (compare_routes(&all->next[i], &all->next[best]) < 0) best = i;
    all->found[all->found_count++] = all->next[best];
    all->next[best] = all->next[--all->next_count];
    return true;
}

static void find_next(ranking *all) {
    while (all->found_count < all->most) {
        const record_route *last = &all->found[all->found_count - 1];
        for (int i = 0; i + 1 < last->count; i++)
            find_detour(all, last, i);
        if (!take_next(all)) return;
    }
}

static int_list find_cut(ranking *all) {
    const record_route *best = &all->found[0];
    reach_search *s = &all->search;
    int *cut = ARENA_ARRAY(all->mem, int, (size_t)best->count);
    int count = 0;
    s->from = best->actors[0];
    s->most = ROUTE_LINKS_MOST;
    for (int i = 1; i + 1 < best->count; i++) {
        s->banned[best->actors[i]] = true;
        reach_fill(s);
        if (isinf(reach_from(s, s->from).cost)) cut[count++] = best->actors[i];
        s->banned[best->actors[i]] = false;
    }
    return (int_list){cut, count};
}

static void find_open(record_routes *to, const record_network *n, int from,
                      int target, int most, arena *mem) {
    record_route best = record_route_best(n, from, target, mem);
    if (best.count == 0) return;
    ranking all = {.found = ARENA_ARRAY(mem, record_route, (size_t)most),
                   .most = most,
                   .search = reach_new(n, ROUTE_LINKS_MOST, mem),
                   .mem = mem};
    all.search.to = target;
    all.found[all.found_count++] = best;
    to->cut = find_cut(&all);
    find_next(&all);
    to->open = all.found;
    to->open_count = all.found_count;
}

const record_routes *record_routes_find(const record_network *n, int from,
                                        int to, int most, arena *mem) {
    record_routes *r = ARENA_NEW(mem, record_routes);
    r->direct = record_link_find(n, from, to);
    find_open(r, n, from, to, most, mem);
    gap_find(r, n, from, to, most, mem);
    return r;
}

static record_route best_from(const case_model *c, const record_network *n,
                              unsigned role, int to, arena *mem) {
    record_route best = {.unknown = -1};
    for (int i = n->party_count; i < n->actor_count; i++) {
        if ((c->actors[i].roles & role) == 0) continue;
        record_route r = record_route_best(n, i, to, mem);
        if (r.count > 0 && (best.count == 0 || r.cost < best.cost)) best = r;
    }
    return best;
}

record_route record_route_from_lead(const case_model *c,
                                    const record_network *n, int to,
                                    arena *mem) {
    if (to >= n->party_count &&
        (c->actors[to].roles & (CASE_LEAD | CASE_MEDIATOR)) != 0) {
        int *alone = ARENA_NEW(mem, int);
        *alone = to;
        return (record_route){alone, 1, 0, -1};
    }
    record_route r = best_from(c, n, CASE_LEAD, to, mem);
    return r.count > 0 ? r : best_from(c, n, CASE_MEDIATOR, to, mem);
}
