/* SPDX-License-Identifier: Apache-2.0
 *
 * Who can speak to whom?
 *
 * A channel of the case says so: open, barred or unknown. A pair that isn't
 * listed is unknown, unless a contact on record shows that the two have
 * spoken: then it is open, and the latest contact says since when ("seen
 * on"). A listed state is never overruled by a contact. Pairs listed twice
 * have the state of the later line. People stand for who they are of; a
 * contact inside one actor, or with somebody whose affiliation isn't known,
 * opens nothing.
 *
 * A meeting, call, visit or hosting puts everyone in it in touch with
 * everyone, up to 32 of them: in a larger gathering nobody can tell who spoke
 * to whom. In a shuttle the first named goes between the others, who need
 * not speak to each other. A message (or shuttle) `via` somebody shows the
 * links along the way, and none at all where the intermediary isn't known to
 * the case: an offer made through unnamed go-betweens is no direct channel.
 */
#include "record/network.h"

#include <stdlib.h>

#include "base/text.h"

enum { GATHERING = 32 };

typedef struct pairs {
    const case_model *c;
    record_link *items;
    int count;
    int room;
    arena *mem;
} pairs;

static void add_pair(pairs *to, record_link one) {
    if (one.a < 0 || one.b < 0 || one.a == one.b) return;
    if (one.a > one.b) {
        int a = one.a;
        one.a = one.b;
        one.b = a;
    }
    if (to->count == to->room) {
        int room = 2 * to->room;
        to->items = arena_grow(to->mem, to->items, (size_t)to->count,
                               (size_t)room, sizeof *to->items);
        to->room = room;
    }
    to->items[to->count++] = one;
}

static void add_seen(pairs *to, int a, int b, int entry) {
    add_pair(to, (record_link){a, b, CASE_OPEN, 1, -1, entry});
}

static int actor_of(const case_model *c, case_endpoint end) {
    return end.person ? c->people[end.index].of : end.index;
}

/* The actor a free text names: by id or by name, or -1. */
static int named_actor(const case_model *c, const char *text) {
    int actor = case_actor_find(c, text);
    for (int i = 0; actor < 0 && i < c->actor_count; i++)
        if (text_same(c->actors[i].name, text)) actor = i;
    if (actor >= 0) return actor;
    int person = case_person_find(c, text);
    return person < 0 ? -1 : c->people[person].of;
}

/* a to b by way of everyone in `via`. */
static void add_chain(pairs *to, int a, int b, int entry) {
    const case_entry *e = &to->c->record[entry];
    int last = a;
    for (int i = 0; i < e->via.count; i++) {
        int next = named_actor(to->c, e->via.items[i]);
        add_seen(to, last, next, entry);
        last = next;
    }
    add_seen(to, last, b, entry);
}

static bool goes_between(const case_entry *e) {
    return e->kind == CASE_SHUTTLE ||
           (e->kind == CASE_MESSAGE && e->via.count > 0);
}

static void add_contact(pairs *to, int entry) {
    const case_entry *e = &to->c->record[entry];
    if (e->between_count > GATHERING) return;
    for (int i = 0; i < e->between_count; i++) {
        int a = actor_of(to->c, e->between[i]);
        for (int j = i + 1; j < e->between_count; j++) {
            int b = actor_of(to->c, e->between[j]);
            if (goes_between(e))
                add_chain(to, a, b, entry);
            else
                add_seen(to, a, b, entry);
        }
        if (goes_between(e)) return;
    }
}

static int by_pair(const void *x, const void *y) {
    const record_link *a = x, *b = y;
    if (a->a != b->a) return a->a < b->a ? -1 : 1;
    if (a->b != b->b) return a->b < b->b ? -1 : 1;
    if (a->channel != b->channel) return a->channel < b->channel ? 1 : -1;
    return (a->contact > b->contact) - (a->contact < b->contact);
}

/* Into `to` goes what `one` adds: the latest contact. */
static void join_link(const case_model *c, record_link *to,
                      const record_link *one) {
    if (one->contact < 0) return;
    if (to->contact < 0 || time_compare(c->record[to->contact].date,
                                        c->record[one->contact].date) <= 0)
        to->contact = one->contact;
}

static void join_links(pairs *all) {
    qsort(all->items, (size_t)all->count, sizeof *all->items, by_pair);
    int kept = 0;
    for (int i = 0; i < all->count; i++) {
        record_link *last = kept > 0 ? &all->items[kept - 1] : NULL;
        const record_link *one = &all->items[i];
        if (last && last->a == one->a && last->b == one->b)
            join_link(all->c, last, one);
        else
            all->items[kept++] = *one;
    }
    all->count = kept;
}

/* Both directions of every open link, by counting. Links are sorted, so each
 * actor's smaller neighbours come first, and all ascend. */
static void index_open(record_network *n, arena *mem) {
    int *first = ARENA_ARRAY(mem, int, (size_t)n->actor_count + 2);
    for (int i = 0; i < n->link_count; i++) {
        if (n->links[i].state != CASE_OPEN) continue;
        first[n->links[i].a + 1]++;
        first[n->links[i].b + 1]++;
    }
    for (int i = 0; i < n->actor_count; i++)
        first[i + 1] += first[i];
    size_t count = (size_t)first[n->actor_count] + 1;
    int *others = ARENA_ARRAY(mem, int, count);
    double *costs = ARENA_ARRAY(mem, double, count);
    int *next = ARENA_ARRAY(mem, int, (size_t)n->actor_count + 1);
    for (int i = 0; i < n->actor_count; i++)
        next[i] = first[i];
    for (int side = 0; side < 2; side++) {
        for (int i = 0; i < n->link_count; i++) {
            const record_link *l = &n->links[i];
            if (l->state != CASE_OPEN) continue;
            int from = side == 0 ? l->b : l->a;
            others[next[from]] = side == 0 ? l->a : l->b;
            costs[next[from]++] = l->cost;
        }
    }
    n->first = first;
    n->others = others;
    n->costs = costs;
}

const record_network *record_network_build(const case_model *c, arena *mem) {
    pairs all = {.c = c,
                 .items = ARENA_ARRAY(mem, record_link, 16),
                 .room = 16,
                 .mem = mem};
    for (int i = 0; i < c->channel_count; i++) {
        const case_channel *l = &c->channels[i];
        add_pair(&all, (record_link){l->a, l->b, l->state, l->cost, i, -1});
    }
    for (int i = 0; i < c->record_count; i++)
        if (case_is_contact(c->record[i].kind) && !c->record[i].draft)
            add_contact(&all, i);
    join_links(&all);
    record_network *n = ARENA_NEW(mem, record_network);
    n->links = all.items;
    n->link_count = all.count;
    n->actor_count = c->actor_count;
    n->party_count = c->party_count;
    index_open(n, mem);
    return n;
}

record_link record_link_find(const record_network *n, int a, int b) {
    int low = 0, high = n->link_count;
    int x = a < b ? a : b, y = a < b ? b : a;
    while (low < high) {
        int middle = low + (high - low) / 2;
        const record_link *l = &n->links[middle];
        if (l->a == x && l->b == y) return *l;
        if (l->a < x || (l->a == x && l->b < y))
            low = middle + 1;
        else
            high = middle;
    }
    return (record_link){x, y, CASE_UNKNOWN, 1, -1, -1};
}

const case_origin *record_link_origin(const case_model *c,
                                      const record_link *l) {
    if (l->channel >= 0) return &c->channels[l->channel].origin;
    if (l->contact >= 0) return &c->record[l->contact].origin;
    return NULL;
}
