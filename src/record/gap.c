/* SPDX-License-Identifier: Apache-2.0
 *
 * Which single link, if it turned out to be open, would make a route?
 *
 * Such a route is the best open way from FROM to one end of the link, the
 * link, and the best open way from its other end to TO. It is listed when it
 * costs no more than the best open route: a longer one with a gap in it helps
 * nobody. Where the two ways meet, an open route is cheaper than that, so
 * nothing is lost by looking at best ways alone. One route is listed for each
 * link and direction, cheapest first; ties go to fewer links, then to the
 * end that is nearer to FROM.
 *
 * Unlisted pairs are all unknown, so there are many. They are tried in order
 * of the distance of their ends, and the search stops when no pair that is
 * left could enter the list.
 */
#include "record/gap.h"

#include <math.h>
#include <stdlib.h>

#include "record/reach.h"

typedef struct near {
    int actor;
    reach r;
} near;

static int by_nearness(const void *x, const void *y) {
    const near *a = x, *b = y;
    if (reach_closer(a->r, b->r)) return -1;
    if (reach_closer(b->r, a->r)) return 1;
    return (a->actor > b->actor) - (a->actor < b->actor);
}

/* All who have an open way to s->to and may pass on what comes from the other
 * side, nearest first. */
static int list_near(const reach_search *s, near *to) {
    int count = 0;
    for (int i = 0; i < s->n->actor_count; i++) {
        bool may = i == s->to || (!s->banned[i] && i >= s->n->party_count);
        if (may && reach_from(s, i).cost < INFINITY)
            to[count++] = (near){i, reach_from(s, i)};
    }
    qsort(to, (size_t)count, sizeof *to, by_nearness);
    return count;
}

/* Open to a, unknown from a to b, open from there. */
typedef struct gap {
    int a, b;
    reach r;
} gap;

typedef struct gaps {
    const record_network *n;
    gap *items; /* best first */
    int count, most;
    double limit; /* what a route may cost */
    double least; /* what an unknown link costs at least */
} gaps;

/* Keeps the list in order; a tie stays behind the earlier one. */
static void add_gap(gaps *to, gap one) {
    int at = to->count;
    if (at == to->most) {
        if (!reach_closer(one.r, to->items[at - 1].r)) return;
        at--;
    } else {
        to->count++;
    }
    for (; at > 0 && reach_closer(one.r, to->items[at - 1].r); at--)
        to->items[at] = to->items[at - 1];
    to->items[at] = one;
}

static reach join(reach a, double link, reach b) {
    return (reach){a.cost + link + b.cost, a.links + 1 + b.links};
}

/* True if neither this pair nor one that is farther apart can be listed. */
static bool is_past(const gaps *to, reach a, reach b) {
    reach least = join(a, to->least, b);
    if (least.cost > to->limit) return true;
    return to->count == to->most &&
           !reach_closer(least, to->items[to->count - 1].r);
}

static void try_gap(gaps *to, const near *a, const near *b) {
    record_link link = record_link_find(to->n, a->actor, b->actor);
    reach r = join(a->r, link.cost, b->r);
    if (link.state != CASE_UNKNOWN || r.cost > to->limit) return;
    if (r.links <= ROUTE_LINKS_MOST) add_gap(to, (gap){a->actor, b->actor, r});
}

static void pair_near(gaps *to, const reach_search *back,
                      const reach_search *on, arena *mem) {
    size_t actors = (size_t)to->n->actor_count;
    near *a = ARENA_ARRAY(mem, near, actors);
    near *b = ARENA_ARRAY(mem, near, actors);
    int a_count = list_near(back, a), b_count = list_near(on, b);
    for (int i = 0; i < a_count; i++) {
        for (int j = 0; j < b_count; j++) {
            if (is_past(to, a[i].r, b[j].r)) break;
            if (a[i].actor != b[j].actor) try_gap(to, &a[i], &b[j]);
        }
    }
}

static double least_unknown(const record_network *n) {
    double least = 1;
    for (int i = 0; i < n->link_count; i++)
        if (n->links[i].state == CASE_UNKNOWN && n->links[i].cost < least)
            least = n->links[i].cost;
    return least;
}

static record_route close_gap(const reach_search *back, const reach_search *on,
                              gap g, arena *mem) {
    int way[ROUTE_LINKS_MOST + 1];
    int actors[2 * ROUTE_LINKS_MOST + 2];
    int before = reach_follow(back, g.a, way);
    for (int i = 0; i < before; i++)
        actors[i] = way[before - 1 - i];
    int count = before + reach_follow(on, g.b, actors + before);
    record_route r = route_make(on->n, actors, count, mem);
    r.unknown = before - 1;
    return r;
}

/* Open ways to `end` that don't lead through `other`. */
static reach_search ways_to(const record_network *n, int end, int other,
                            arena *mem) {
    reach_search s = reach_new(n, ROUTE_LINKS_MOST, mem);
    s.from = other;
    s.to = end;
    s.banned[other] = true;
    reach_fill(&s);
    return s;
}

void gap_find(record_routes *r, const record_network *n, int from, int to,
              int most, arena *mem) {
    reach_search back = ways_to(n, from, to, mem);
    reach_search on = ways_to(n, to, from, mem);
    gaps g = {.n = n,
              .items = ARENA_ARRAY(mem, gap, (size_t)most),
              .most = most,
              .limit = r->open_count > 0 ? r->open[0].cost : INFINITY,
              .least = least_unknown(n)};
    pair_near(&g, &back, &on, mem);
    record_route *routes = ARENA_ARRAY(mem, record_route, (size_t)most);
    for (int i = 0; i < g.count; i++)
        routes[i] = close_gap(&back, &on, g.items[i], mem);
    r->unknown = routes;
    r->unknown_count = g.count;
}
