/* SPDX-License-Identifier: Apache-2.0
 * Sets of changes, by size: all of a size, or the best of the size below
 * carried on.
 *
 * A set is applied to the proposal's fields change by change, in ascending
 * order, so the sets below one change share its work; sets that touch a field
 * twice are never built. A set is kept where its plan is new, or where it is
 * the cheapest that comes to it.
 *
 * Edge cases: size 0 is the proposal as it is. A plan that was stopped under a
 * dear set and turns up under a cheaper one is valued anew. */
#include "advice/unlock_int.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const double sets_most = 600000; /* of one size */
static const double work_most = 4e11;   /* sets x draws x what one takes */

/* --- Sets --- */

typedef struct building {
    unlock_search *s;
    int *forms; /* one a size, from the base */
    short changes[UNLOCK_CHANGES_MOST];
    int size;            /* wanted */
    const bool *allowed; /* [change] */
    double built;
    bool too_large;
} building;

static int *form_at(const building *g, int depth) {
    return g->forms + (size_t)depth * (size_t)g->s->f->slot_count;
}

static void apply(const building *g, int depth, int change) {
    const unlock_change *of = &g->s->changes[change];
    int *form = form_at(g, depth + 1);
    memcpy(form, form_at(g, depth), (size_t)g->s->f->slot_count * sizeof *form);
    for (int i = 0; i < of->write_count; i++)
        form[of->writes[i].slot] = of->writes[i].value;
}

static int keep_try(unlock_search *s, const building *g, int size, double cost,
                    int number) {
    if (s->try_count == s->try_room) {
        int room = s->try_room ? 2 * s->try_room : 256;
        s->tries = arena_grow(s->mem, s->tries, (size_t)s->try_count,
                              (size_t)room, sizeof *s->tries);
        s->try_room = room;
    }
    unlock_tried *t = &s->tries[s->try_count];
    *t = (unlock_tried){.count = (short)size, .cost = cost, .plan = number};
    memcpy(t->changes, g->changes, (size_t)size * sizeof *t->changes);
    return s->try_count++;
}

/* A set that is complete: its plan is new, known, or none. */
static void take_set(building *g, int size) {
    unlock_search *s = g->s;
    double cost = 0;
    for (int i = 0; i < size; i++)
        cost += s->changes[g->changes[i]].cost;
    int number = unlock_plan_of(s, form_at(g, size));
    g->built++;
    if (number == -1) s->work.broken++;
    if (number == -2) g->too_large = true;
    if (number < 0) return;
    unlock_plan *p = &s->plans[number];
    if (p->set >= 0) s->work.equal++;
    if (p->set >= 0 && p->cost <= cost) return;
    if (p->stopped) p->valued = false;
    p->cost = cost;
    p->set = keep_try(s, g, size, cost, number);
}

static bool fits_with(const building *g, int depth, int change) {
    size_t n = (size_t)g->s->change_count;
    for (int i = 0; i < depth; i++)
        if (g->s->conflict[(size_t)g->changes[i] * n + (size_t)change])
            return false;
    return true;
}

static void build_sets(building *g, int depth, int from) {
    if (depth == g->size || depth == UNLOCK_CHANGES_MOST) {
        take_set(g, depth);
        return;
    }
    for (int i = from; i < g->s->change_count && !g->too_large; i++) {
        if ((g->allowed && !g->allowed[i]) || !fits_with(g, depth, i)) continue;
        g->changes[depth] = (short)i;
        apply(g, depth, i);
        build_sets(g, depth + 1, i + 1);
    }
}

static building begin_sets(unlock_search *s, int size, const bool *allowed,
                           arena *mem) {
    building g = {.s = s, .size = size, .allowed = allowed};
    size_t slots = (size_t)s->f->slot_count;
    g.forms = ARENA_ARRAY(mem, int, (size_t)(size + 2) * slots + 1);
    memcpy(g.forms, s->f->base, slots * sizeof *g.forms);
    return g;
}

static double choose(int from, int size) {
    double count = 1;
    for (int i = 0; i < size; i++)
        count = count * (from - i) / (i + 1);
    return count;
}

/* --- Best first --- */

typedef struct parent {
    double share, least;
    int set;
} parent;

static int by_share(const void *a, const void *b) {
    const parent *x = a, *y = b;
    if (x->share > y->share || x->share < y->share)
        return x->share < y->share ? 1 : -1;
    if (x->least > y->least || x->least < y->least)
        return x->least < y->least ? 1 : -1;
    return (x->set > y->set) - (x->set < y->set);
}

/* The best sets of a size, as many as are carried on. */
static parent *best_sets(const unlock_search *s, int size, int *count,
                         arena *mem) {
    parent *all = ARENA_ARRAY(mem, parent, (size_t)s->plan_keys.count + 1);
    *count = 0;
    for (int i = 0; i < s->plan_keys.count; i++) {
        const unlock_plan *p = &s->plans[i];
        if (p->set < 0 || !p->valued || p->stopped) continue;
        if (s->tries[p->set].count == size)
            all[(*count)++] =
                (parent){unlock_share(s, i), unlock_least(s, i), p->set};
    }
    qsort(all, (size_t)*count, sizeof *all, by_share);
    int most = s->ask->parents_most > 0 ? s->ask->parents_most : UNLOCK_PARENTS;
    if (*count > most) *count = most;
    return all;
}

static void load_set(building *g, const unlock_tried *t) {
    for (int i = 0; i < t->count; i++) {
        g->changes[i] = t->changes[i];
        apply(g, i, t->changes[i]);
    }
}

/* Puts a change in its place among those of a set, so that a set has one
 * order however it was reached. */
static void insert(building *g, int size, int change) {
    int at = size;
    for (; at > 0 && g->changes[at - 1] > change; at--)
        g->changes[at] = g->changes[at - 1];
    g->changes[at] = (short)change;
}

/* The largest share among sets of the size that carry a parent on and were
 * seen; where `build`, they are built instead. */
static double carry_on(unlock_search *s, int size, const bool *allowed,
                       bool build) {
    arena *scratch = arena_child(s->mem);
    int count;
    double best = -1;
    const parent *parents = best_sets(s, size - 1, &count, scratch);
    building g = begin_sets(s, size, allowed, scratch);
    for (int i = 0; i < count && !g.too_large; i++) {
        unlock_tried t = s->tries[parents[i].set];
        for (int k = 0; k < s->change_count; k++) {
            load_set(&g, &t);
            if ((allowed && !allowed[k]) || !fits_with(&g, size - 1, k))
                continue;
            apply(&g, size - 1, k);
            insert(&g, size - 1, k);
            if (build) {
                take_set(&g, size);
                continue;
            }
            int number = unlock_plan_of(s, form_at(&g, size));
            if (number >= 0 && s->plans[number].valued &&
                !s->plans[number].stopped)
                best = fmax(best, unlock_share(s, number));
        }
    }
    arena_free(scratch);
    return best;
}

static double best_share(const unlock_search *s, int size) {
    double best = -1;
    for (int i = 0; i < s->plan_keys.count; i++) {
        const unlock_plan *p = &s->plans[i];
        if (p->set >= 0 && p->valued && !p->stopped &&
            s->tries[p->set].count == size)
            best = fmax(best, unlock_share(s, i));
    }
    return best;
}

/* --- By size --- */

static const bool *allow_best(const unlock_search *s, int *count) {
    int found;
    bool *allowed = ARENA_ARRAY(s->mem, bool, (size_t)s->change_count + 1);
    const parent *best = best_sets(s, 1, &found, s->mem);
    if (found > s->ask->best_most) found = s->ask->best_most;
    for (int i = 0; i < found; i++)
        allowed[s->tries[best[i].set].changes[0]] = true;
    *count = found;
    return allowed;
}

static double limit_of(const unlock_search *s) {
    if (s->ask->sets_most > 0) return s->ask->sets_most;
    double each = 50 + plan_field_sums(s->ask->setup->field) * s->parties;
    return fmin(sets_most, work_most / (s->draws * each));
}

static bool try_size(unlock_search *s, int size, const bool *allowed,
                     int from) {
    double sets = choose(from, size);
    arena *scratch = arena_child(s->mem);
    building g = begin_sets(s, size, allowed, scratch);
    build_sets(&g, 0, 0);
    s->work.sets += sets;
    s->work.twice += sets - g.built;
    s->work.exact_most = size;
    arena_free(scratch);
    if (!g.too_large) unlock_value(s);
    return !g.too_large;
}

static void try_best_first(unlock_search *s, int size, const bool *allowed) {
    if (!s->work.best_first && size > 2)
        s->work.regret =
            best_share(s, size - 1) - carry_on(s, size - 1, allowed, false);
    s->work.best_first = true;
    carry_on(s, size, allowed, true);
    unlock_value(s);
}

bool unlock_try(unlock_search *s) {
    int most = s->ask->changes_most;
    if (most > UNLOCK_CHANGES_MOST) most = UNLOCK_CHANGES_MOST;
    int from = s->change_count;
    const bool *allowed = NULL;
    for (int size = 0; size <= most; size++) {
        if (size == 2 && s->ask->best_most > 0) allowed = allow_best(s, &from);
        bool whole = size < 2 || choose(from, size) <= limit_of(s);
        if (!whole)
            try_best_first(s, size, allowed);
        else if (!try_size(s, size, allowed, from))
            return false;
        s->work.changes_most = size;
    }
    return true;
}
