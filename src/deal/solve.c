/* SPDX-License-Identifier: Apache-2.0
 * What everyone could sign, and which of it is best: the frontier, how many
 * outcomes are good enough for all, and the solutions with all their ties.
 *
 * One pass through the space builds the frontier. The solutions are among its
 * points (choose.c), and so are their ties. Only
 * when a point that ties stands for several outcomes does a second pass
 * collect them.
 *
 * Edge cases: no outcome with u_p >= d_p for all: no solution, the frontier is
 * given all the same. No outcome at all: nothing. */
#include "deal/choose.h"
#include "deal/exact.h"

#include <stdlib.h>
#include <string.h>

typedef struct solving {
    const deal_space *space;
    const deal_party *parties;
    int party_count, threads;
    deal_point *points;
    size_t point_count;
    deal_choices choices;
    uint32_t **members; /* [point]: its outcomes, or NULL: not asked for */
    arena *mem;
} solving;

/* --- The pass --- */

static int by_first(const void *a, const void *b) {
    uint32_t x = ((const deal_point *)a)->first;
    uint32_t y = ((const deal_point *)b)->first;
    return (x > y) - (x < y);
}

static void take_points(solving *s, const deal_front *f) {
    size_t n = (size_t)s->party_count;
    s->points = ARENA_ARRAY(s->mem, deal_point, f->count + 1);
    s->point_count = f->count;
    fixed *worth = ARENA_ARRAY(s->mem, fixed, f->count * n + 1);
    for (size_t i = 0; i < f->count; i++) {
        memcpy(worth + i * n, f->worth + i * n, n * sizeof *worth);
        s->points[i] =
            (deal_point){f->of[i].first, f->of[i].count, worth + i * n};
    }
    if (f->count > 0) qsort(s->points, f->count, sizeof *s->points, by_first);
}

static uint32_t find_points(solving *s) {
    arena *scratch = arena_child(s->mem);
    const deal_search search = {s->space, s->parties, s->party_count,
                                s->threads};
    uint32_t rational = 0;
    const deal_front f = deal_search_front(&search, &rational, scratch);
    take_points(s, &f);
    arena_free(scratch);
    return rational;
}

static deal_choices choices_of(const solving *s) {
    const fixed **worth =
        ARENA_ARRAY(s->mem, const fixed *, s->point_count + 1);
    for (size_t i = 0; i < s->point_count; i++)
        worth[i] = s->points[i].worth;
    return deal_choices_new(worth, s->point_count, s->parties, s->party_count,
                            s->mem);
}

/* --- The outcomes of the points that tie --- */

static bool same_worth(const deal_stream *s, uint32_t i, const fixed *worth) {
    for (int p = 0; p < s->party_count; p++)
        if (s->worth[p][i] != worth[p]) return false;
    return true;
}

static void collect(solving *s, size_t i, deal_stream *stream) {
    const deal_point *point = &s->points[i];
    uint32_t found = 0;
    while (found < point->count && deal_stream_seek(stream, point->worth))
        for (uint32_t k = 0; k < stream->count; k++)
            if (same_worth(stream, k, point->worth))
                s->members[i][found++] = stream->begin + k;
}

static const uint32_t *members_of(solving *s, size_t i) {
    if (s->members[i]) return s->members[i];
    s->members[i] =
        ARENA_ARRAY(s->mem, uint32_t, (size_t)s->points[i].count + 1);
    s->members[i][0] = s->points[i].first;
    if (s->points[i].count == 1) return s->members[i];
    arena *scratch = arena_child(s->mem);
    deal_stream stream =
        deal_stream_new(s->space, s->parties, s->party_count, scratch);
    collect(s, i, &stream);
    arena_free(scratch);
    return s->members[i];
}

static int by_index(const void *a, const void *b) {
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static deal_solution solve_one(solving *s, const deal_concept *k, bool *tied) {
    deal_choose(&s->choices, k, tied);
    uint32_t count = 0, at = 0;
    for (size_t i = 0; i < s->point_count; i++)
        if (tied[i]) count += s->points[i].count;
    size_t best = s->point_count;
    uint32_t *all = ARENA_ARRAY(s->mem, uint32_t, (size_t)count + 1);
    for (size_t i = 0; i < s->point_count; i++) {
        if (!tied[i]) continue;
        /* points are by first outcome: the first to tie is the one named */
        if (at == 0) best = i;
        memcpy(all + at, members_of(s, i), s->points[i].count * sizeof *all);
        at += s->points[i].count;
    }
    qsort(all, count, sizeof *all, by_index);
    return (deal_solution){.name = k->name,
                           .outcome = all[0],
                           .ties = all,
                           .tie_count = count,
                           .worth = s->points[best].worth};
}

const deal_answer *deal_solve(const deal_space *s, const deal_party *parties,
                              const deal_concept *const *wanted,
                              int wanted_count, int threads, arena *mem) {
    solving all = {.space = s,
                   .parties = parties,
                   .party_count = s->c->party_count,
                   .threads = threads,
                   .mem = mem};
    deal_answer *a = ARENA_NEW(mem, deal_answer);
    a->outcome_count = s->count;
    a->rational_count = find_points(&all);
    a->points = all.points;
    a->point_count = (int)all.point_count;
    if (a->rational_count == 0) return a;
    all.choices = choices_of(&all);
    all.members = ARENA_ARRAY(mem, uint32_t *, all.point_count);
    bool *tied = ARENA_ARRAY(mem, bool, all.point_count);
    deal_solution *solutions =
        ARENA_ARRAY(mem, deal_solution, (size_t)wanted_count + 1);
    for (int i = 0; i < wanted_count; i++)
        solutions[i] = solve_one(&all, wanted[i], tied);
    a->solutions = solutions;
    a->solution_count = wanted_count;
    return a;
}
