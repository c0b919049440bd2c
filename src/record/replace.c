/* SPDX-License-Identifier: Apache-2.0
 *
 * Changes of position: which statement a later one has replaced.
 *
 * Demands of one party on one issue, and its answers to one proposal, are
 * positions: the latest holds (ties of date: the later line; a party's own
 * proposal comes before what is said of it). To have put it forward is such an
 * answer, and `withdraw` ends one without giving another. No other kind
 * replaces. A statement of lower rank never replaces one of higher rank: the
 * analyst's (lowest) none that has a source, and one by an outsider none by
 * the party's own speaker. Both are then kept, in conflict.
 *
 * So an atom is replaced when a later one of the same position, of the same
 * rank or higher, says something else and itself stands. That it must stand
 * matters when a party returns to an earlier position: the detour is
 * replaced, and what it had replaced counts as a repeat again. `replaced_by`
 * names the first such change, so that a history reads step by step.
 *
 * One pass over each position from its latest atom back, remembering for each
 * rank the nearest two atoms that differ: linear after the sort.
 */
#include "record/claim.h"

#include <stdlib.h>

static int date_order(const case_entry *a, const case_entry *b) {
    int order = time_compare(a->date, b->date);
    return order != 0 ? order : (int)b->authored - (int)a->authored;
}

int claim_order(const case_model *c, int a, int b) {
    int order = date_order(&c->record[a], &c->record[b]);
    return order != 0 ? order : (a > b) - (a < b);
}

/* For qsort: latest first within a position. */
typedef struct dated {
    const case_entry *e;
    claim_atom *atom;
} dated;

static int latest_first(const void *a, const void *b) {
    const dated *x = a, *y = b;
    if (x->atom->position != y->atom->position)
        return x->atom->position < y->atom->position ? -1 : 1;
    int order = date_order(y->e, x->e);
    if (order != 0) return order;
    return (x->atom < y->atom) - (x->atom > y->atom);
}

/* Of the atoms seen so far that may replace one of some rank: the nearest,
 * and the nearest that makes another claim than that. */
typedef struct nearest {
    const claim_atom *first, *other;
} nearest;

typedef struct seen {
    nearest all[CLAIM_RANKS], standing[CLAIM_RANKS];
} seen;

static void remember(nearest *by_rank, const claim_atom *a) {
    for (int rank = 0; rank <= a->rank; rank++) {
        nearest *n = &by_rank[rank];
        if (n->first && n->first->claim != a->claim) n->other = n->first;
        n->first = a;
    }
}

static const claim_atom *find_change(const nearest *n, const claim_atom *a) {
    if (n->first && n->first->claim != a->claim) return n->first;
    return n->other;
}

static void replace_one(seen *s, claim_atom *a) {
    if (find_change(&s->standing[a->rank], a))
        a->replaced_by = find_change(&s->all[a->rank], a)->entry;
    else
        remember(s->standing, a);
    remember(s->all, a);
}

void claim_replace(const case_model *c, const claim_atoms *a, arena *mem) {
    dated *order = ARENA_ARRAY(mem, dated, (size_t)a->count + 1);
    int count = 0;
    for (int i = 0; i < a->count; i++) {
        if (a->items[i].position < 0) continue;
        order[count++] = (dated){&c->record[a->items[i].entry], &a->items[i]};
    }
    qsort(order, (size_t)count, sizeof *order, latest_first);
    seen s = {0};
    for (int i = 0; i < count; i++) {
        if (i > 0 && order[i].atom->position != order[i - 1].atom->position)
            s = (seen){0};
        replace_one(&s, order[i].atom);
    }
}
