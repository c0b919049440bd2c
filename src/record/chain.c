/* SPDX-License-Identifier: Apache-2.0
 *
 * Two reports of one thing: are they two pieces of evidence, or one that was
 * printed twice?
 *
 * A report's chain is every hand that is named on its way: the source, its
 * outlet, the agencies it cites (`via` of the source) and those the entry
 * cites. Two chains are apart when no name stands in both (letter case set
 * aside). What isn't named can't be told apart, so this is the most that a
 * record can show, not proof of independence; two articles of one outlet are
 * never apart, and neither is anything from one agency. An analyst's entry
 * has no chain and confirms nothing.
 */
#include "record/chain.h"

#include <stdlib.h>
#include <strings.h>

typedef struct hand {
    const char *name;
    int entry;
} hand;

static int by_name(const void *a, const void *b) {
    const hand *x = a, *y = b;
    int order = strcasecmp(x->name, y->name);
    if (order != 0) return order;
    return (x->entry > y->entry) - (x->entry < y->entry);
}

static int count_links(const case_model *c) {
    int count = 0;
    for (int i = 0; i < c->record_count; i++) {
        const case_entry *e = &c->record[i];
        if (e->origin.source < 0) continue;
        count += 2 + c->sources[e->origin.source].via.count + e->via.count;
    }
    return count;
}

static int name_links(const case_model *c, int entry, hand *to) {
    const case_entry *e = &c->record[entry];
    if (e->origin.source < 0) return 0;
    const case_source *s = &c->sources[e->origin.source];
    int count = 0;
    to[count++] = (hand){s->id, entry};
    if (s->outlet) to[count++] = (hand){s->outlet, entry};
    for (int i = 0; i < s->via.count; i++)
        to[count++] = (hand){s->via.items[i], entry};
    for (int i = 0; i < e->via.count; i++)
        to[count++] = (hand){e->via.items[i], entry};
    return count;
}

/* Numbers the sorted names and hands them back to their entries. */
static int number_links(int_list *lists, int **places, const hand *links,
                        int count) {
    int number = -1;
    for (int i = 0; i < count; i++) {
        bool same = i > 0 && !strcasecmp(links[i].name, links[i - 1].name);
        if (!same)
            number++;
        else if (links[i].entry == links[i - 1].entry)
            continue;
        int entry = links[i].entry;
        places[entry][lists[entry].count++] = number;
    }
    return number + 1;
}

record_chains record_chain_all(const case_model *c, arena *mem) {
    hand *links = ARENA_ARRAY(mem, hand, (size_t)count_links(c) + 1);
    int_list *lists = ARENA_ARRAY(mem, int_list, (size_t)c->record_count + 1);
    int **places = ARENA_ARRAY(mem, int *, (size_t)c->record_count + 1);
    int count = 0;
    for (int i = 0; i < c->record_count; i++) {
        int own = name_links(c, i, links + count);
        places[i] = ARENA_ARRAY(mem, int, (size_t)own + 1);
        lists[i].items = places[i];
        count += own;
    }
    qsort(links, (size_t)count, sizeof *links, by_name);
    int link_count = number_links(lists, places, links, count);
    return (record_chains){lists, link_count};
}

bool record_chain_apart(const record_chains *all, int entry, int other) {
    const int_list a = all->links[entry], b = all->links[other];
    if (a.count == 0 || b.count == 0) return false;
    for (int i = 0, j = 0; i < a.count && j < b.count;) {
        if (a.items[i] == b.items[j]) return false;
        if (a.items[i] < b.items[j])
            i++;
        else
            j++;
    }
    return true;
}
