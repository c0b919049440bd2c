/* SPDX-License-Identifier: Apache-2.0
 * The answer from merged levels: points by their first outcome, counts, and
 * the solutions with their ties. All concepts rise with every worth, so the
 * solutions are points of the frontier, and so is all that ties with them.
 *
 * Rational outcomes are not enumerated: none where no point of the frontier is
 * good enough for all, all where nothing is below any party's d, and else they
 * are counted where that takes few states (deal/live_count.c). Their number is
 * not known where worths are all different. */
#include "deal/merge_solve.h"

#include <stdlib.h>
#include <string.h>

#include "deal/choose.h"
#include "deal/digits.h"

typedef struct solving {
    const merge *m;
    const merge_ask *ask;
    const deal_party *parties;
    bool capped; /* a cap has made worths smaller */
    merge_point *points;
    size_t *place; /* [point]: its number in the last level */
    size_t count;
    deal_choices choices;
    arena *mem;
} solving;

/* --- What no deal is worth --- */

static fixed least_of(const merge *m, int p) {
    fixed least = 0;
    for (int k = 0; k < m->blocks->count; k++)
        least += m->blocks->items[k].least[p];
    const case_preference *of = &m->c->preferences[p];
    if (of->has_cap && least > of->cap) least = of->cap;
    return m->levels[m->blocks->count].count > 0 ? least : 0;
}

static const deal_party *find_parties(const merge *m, arena *mem) {
    const size_t n = (size_t)m->n;
    case_preference *of = ARENA_ARRAY(mem, case_preference, n);
    memcpy(of, m->c->preferences, n * sizeof *of);
    for (int p = 0; p < m->n; p++)
        if (of[p].no_reserve && !of[p].has_reserve) {
            of[p].has_reserve = true;
            of[p].reserve = least_of(m, p);
        }
    case_model c = *m->c;
    c.preferences = of;
    return deal_parties(&c, NULL, mem);
}

static bool all_rational(const solving *s) {
    for (int p = 0; p < s->m->n; p++)
        if (least_of(s->m, p) < s->parties[p].reserve) return false;
    return true;
}

/* NULL: not known. */
static const char *count_outcomes(const merge *m, arena *mem) {
    const char *count = "1";
    for (int k = 0; k < m->blocks->count && count; k++) {
        const char *outcomes = m->blocks->items[k].outcomes;
        count = outcomes ? digits_product(count, outcomes, mem) : NULL;
    }
    return count;
}

/* --- What is not known exactly --- */

/* By which no outcome is better for all than some point: what the blocks
 * lack, and what the steps were allowed to lose. */
static const fixed *find_gap(const merge *m, arena *mem) {
    fixed *gap = ARENA_ARRAY(mem, fixed, (size_t)m->n);
    bool any = false;
    for (int p = 0; p < m->n; p++) {
        for (int k = 0; k < m->blocks->count; k++) {
            const fixed *of = m->blocks->items[k].gap;
            gap[p] += of ? of[p] : 0;
        }
        gap[p] += m->lost[p];
        any = any || gap[p] > 0;
    }
    return any ? gap : NULL;
}

static bool has_large_block(const merge *m) {
    for (int k = 0; k < m->blocks->count; k++)
        for (size_t e = 0; e < m->blocks->items[k].count; e++)
            if (m->blocks->items[k].copies[e] == UINT64_MAX) return true;
    return false;
}

static const char *count_rational(const solving *s) {
    const merge *m = s->m;
    if (m->count_states == 0) return NULL;
    arena *scratch = arena_child(s->mem);
    fixed *least = ARENA_ARRAY(scratch, fixed, (size_t)m->n);
    int *issues = ARENA_ARRAY(scratch, int, (size_t)m->c->issue_count + 1);
    for (int p = 0; p < m->n; p++)
        least[p] = s->parties[p].reserve;
    for (int j = 0; j < m->c->issue_count; j++)
        issues[j] = j;
    const live_task *t =
        live_task_new(m->c, (int_list){issues, m->c->issue_count}, s->parties,
                      m->n, scratch, NULL);
    const live_limits limits = {.states = m->count_states};
    const char *count = t ? live_count(t, least, limits, s->mem) : NULL;
    arena_free(scratch);
    return count;
}

/* --- Points --- */

typedef struct place {
    const int *outcome;
    size_t point;
    int width;
} place;

static int by_outcome(const void *a, const void *b) {
    const place *x = a, *y = b;
    return merge_compare_outcome(x->outcome, y->outcome, x->width);
}

static place *places(const solving *s, arena *scratch) {
    const size_t issues = (size_t)s->m->c->issue_count;
    int *outcome = ARENA_ARRAY(s->mem, int, s->count *issues + 1);
    place *all = ARENA_ARRAY(scratch, place, s->count + 1);
    for (size_t i = 0; i < s->count; i++) {
        merge_outcome(s->m, i, outcome + i * issues);
        all[i] = (place){outcome + i * issues, i, (int)issues};
    }
    qsort(all, s->count, sizeof *all, by_outcome);
    return all;
}

static void cap_worths(solving *s, fixed *worth) {
    for (int p = 0; p < s->m->n; p++) {
        const deal_party *of = &s->parties[p];
        if (!of->has_cap || worth[p] <= of->cap) continue;
        worth[p] = of->cap;
        s->capped = true;
    }
}

/* Caps have made points equal, or dominated. */
static void drop_dominated(solving *s, const fixed *worth, arena *scratch) {
    size_t *stays = ARENA_ARRAY(scratch, size_t, s->count + 1);
    deal_undominated(worth, s->count, s->m->n, stays, scratch);
    for (size_t i = 0; i < s->count; i++)
        if (stays[i] != SIZE_MAX && stays[i] != i)
            s->points[stays[i]].count = digits_sum(s->points[stays[i]].count,
                                                   s->points[i].count, s->mem);
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++) {
        if (stays[i] != i) continue;
        s->points[kept] = s->points[i];
        s->place[kept++] = s->place[i];
    }
    s->count = kept;
}

static void take_points(solving *s) {
    const size_t n = (size_t)s->m->n;
    arena *scratch = arena_child(s->mem);
    const place *all = places(s, scratch);
    const fixed *from = s->m->levels[s->m->blocks->count].worth;
    const char **counts = merge_counts(s->m, s->mem);
    fixed *worth = ARENA_ARRAY(s->mem, fixed, s->count * n + 1);
    s->points = ARENA_ARRAY(s->mem, merge_point, s->count + 1);
    s->place = ARENA_ARRAY(s->mem, size_t, s->count + 1);
    for (size_t i = 0; i < s->count; i++) {
        size_t at = s->place[i] = all[i].point;
        memcpy(worth + i * n, from + at * n, n * sizeof *worth);
        cap_worths(s, worth + i * n);
        s->points[i] = (merge_point){worth + i * n, all[i].outcome, counts[at]};
    }
    if (s->capped) drop_dominated(s, worth, scratch);
    arena_free(scratch);
}

static deal_choices choices_of(const solving *s) {
    const fixed **worth = ARENA_ARRAY(s->mem, const fixed *, s->count + 1);
    for (size_t i = 0; i < s->count; i++)
        worth[i] = s->points[i].worth;
    return deal_choices_new(worth, s->count, s->parties, s->m->n, s->mem);
}

/* --- Solutions --- */

static bool is_one(const char *count) { return strcmp(count, "1") == 0; }

/* The outcomes of a point, the one known where there is but one. */
static size_t list_ties(const solving *s, size_t i, const int **to,
                        size_t most) {
    to[0] = s->points[i].outcome;
    if (is_one(s->points[i].count) || most == 1) return 1;
    size_t count;
    const int **all = merge_members(s->m, s->place[i], most, &count, s->mem);
    memcpy(to, all, count * sizeof *to);
    return count;
}

static void sort_ties(const solving *s, const int **all, size_t count) {
    arena *scratch = arena_child(s->mem);
    place *order = ARENA_ARRAY(scratch, place, count + 1);
    for (size_t i = 0; i < count; i++)
        order[i] = (place){all[i], i, s->m->c->issue_count};
    qsort(order, count, sizeof *order, by_outcome);
    for (size_t i = 0; i < count; i++)
        all[i] = order[i].outcome;
    arena_free(scratch);
}

static bool is_count(const char *digits, size_t count) {
    return strlen(digits) < 19 && strtoull(digits, NULL, 10) == count;
}

static merge_solution solve_one(const solving *s, const deal_concept *k,
                                bool *tied) {
    const size_t most = s->ask->ties_most;
    merge_solution found = {.name = k->name, .count = "0"};
    const int **all = ARENA_ARRAY(s->mem, const int *, most + 1);
    deal_choose(&s->choices, k, tied);
    for (size_t i = 0; i < s->count; i++) {
        if (!tied[i]) continue;
        /* points are by first outcome: the first to tie is the one named */
        if (!found.outcome) {
            found.outcome = s->points[i].outcome;
            found.worth = s->points[i].worth;
        }
        found.count = digits_sum(found.count, s->points[i].count, s->mem);
        if (found.listed < most)
            found.listed +=
                list_ties(s, i, all + found.listed, most - found.listed);
    }
    sort_ties(s, all, found.listed);
    found.ties = all;
    found.all_listed = is_count(found.count, found.listed);
    return found;
}

static void solve_all(const solving *s, merge_answer *a) {
    merge_solution *all =
        ARENA_ARRAY(s->mem, merge_solution, (size_t)s->ask->wanted_count + 1);
    bool *tied = ARENA_ARRAY(s->mem, bool, s->count + 1);
    for (int i = 0; i < s->ask->wanted_count; i++)
        all[i] = solve_one(s, s->ask->wanted[i], tied);
    a->solutions = all;
    a->solution_count = s->ask->wanted_count;
}

const merge_answer *merge_answer_new(const merge *m, const merge_ask *ask,
                                     arena *mem) {
    solving s = {.m = m, .ask = ask, .mem = mem};
    s.count = m->levels[m->blocks->count].count;
    s.parties = find_parties(m, mem);
    take_points(&s);
    s.choices = choices_of(&s);
    merge_answer *a = ARENA_NEW(mem, merge_answer);
    *a = (merge_answer){.parties = s.parties,
                        .outcome_count = count_outcomes(m, mem),
                        .any_rational = s.choices.any,
                        .points = s.points,
                        .point_count = s.count};
    if (!a->any_rational)
        a->rational_count = "0";
    else if (all_rational(&s))
        a->rational_count = a->outcome_count;
    else
        a->rational_count = count_rational(&s);
    a->gap = find_gap(m, mem);
    a->counts_least = s.capped || a->gap || has_large_block(m);
    if (a->any_rational) solve_all(&s, a);
    return a;
}
