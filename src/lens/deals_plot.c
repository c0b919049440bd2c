/* SPDX-License-Identifier: Apache-2.0
 * The deal space of two parties: outcomes, where they are few enough to be
 * shown, the frontier, the solutions and what no deal is worth. Of three or
 * four parties each two are shown, of more none: what is on the frontier for
 * all need not look so between two. */
#include "base/number.h"
#include "lens/deals.h"

enum { DOTS_SHOWN = 2000, PARTIES_SHOWN = 4 };

typedef struct view {
    doc_plot *plot;
    const deals_answer *a;
    const case_model *c;
    int x, y; /* parties */
} view;

static void dot(const view *v, const fixed *worth, doc_role role,
                const char *label, const char *note) {
    doc_plot_mark(v->plot, (doc_mark){.x = number_from_fixed(worth[v->x]),
                                      .y = number_from_fixed(worth[v->y]),
                                      .role = role,
                                      .label = label,
                                      .note = note});
}

static void plot_outcomes(const view *v, arena *mem) {
    const deal_space *space = v->a->space;
    int *outcome = ARENA_ARRAY(mem, int, (size_t)v->c->issue_count + 1);
    fixed *worth = ARENA_ARRAY(mem, fixed, (size_t)v->c->party_count);
    for (uint32_t x = 0; x < space->count; x++) {
        deal_space_outcome(space, x, outcome);
        worth[v->x] = deal_party_worth(v->c, &v->a->parties[v->x], outcome);
        worth[v->y] = deal_party_worth(v->c, &v->a->parties[v->y], outcome);
        dot(v, worth, DOC_OTHER, NULL, NULL);
    }
}

static bool same_point(const view *v, const merge_solution *a,
                       const merge_solution *b) {
    return a->worth[v->x] == b->worth[v->x] && a->worth[v->y] == b->worth[v->y];
}

/* One mark a point, named after every solution that is there. */
static void mark_solutions(const view *v, arena *mem) {
    const int count = deals_solution_count(v->a);
    for (int i = 0; i < count; i++) {
        const merge_solution s = deals_solution(v->a, i, mem);
        const char *label = s.name;
        bool seen = false;
        for (int k = 0; k < count; k++) {
            const merge_solution other = deals_solution(v->a, k, mem);
            if (k == i || !same_point(v, &other, &s)) continue;
            if (k < i) seen = true;
            label = arena_format(mem, "%s, %s", label, other.name);
        }
        if (!seen) dot(v, s.worth, DOC_MARKED, label, NULL);
    }
}

static void mark_reserve(const view *v, arena *mem) {
    const int n = v->c->party_count;
    fixed *reserve = ARENA_ARRAY(mem, fixed, (size_t)n);
    for (int p = 0; p < n; p++)
        reserve[p] = v->a->parties[p].reserve;
    dot(v, reserve, DOC_LIMIT, v->a->ask.from ? "the deal in hand" : "no deal",
        NULL);
}

/* Named after its parties where there are others. */
static doc_plot *new_plot(doc *to, const case_model *c, int x, int y) {
    const case_actor *one = &c->actors[x], *other = &c->actors[y];
    arena *mem = doc_arena(to);
    if (c->party_count == 2)
        return doc_plot_new(to, DOC_SCATTER, "deal-space", "The deal space");
    return doc_plot_new(
        to, DOC_SCATTER,
        arena_format(mem, "deal-space-%s-%s", one->id, other->id),
        arena_format(mem, "The deal space: %s and %s", one->name, other->name));
}

static void plot_two(doc *to, view *v, const char *beside) {
    arena *mem = doc_arena(to);
    v->plot = new_plot(to, v->c, v->x, v->y);
    doc_plot_beside(v->plot, beside);
    doc_axis_x(v->plot, v->c->actors[v->x].name, DOC_WORTH, 0, 0);
    doc_axis_y(v->plot, v->c->actors[v->y].name, DOC_WORTH, 0, 0);
    if (v->a->space && v->a->space->count <= DOTS_SHOWN) plot_outcomes(v, mem);
    for (size_t i = 0; i < deals_point_count(v->a) && i < DOTS_SHOWN; i++) {
        const merge_point p = deals_point(v->a, i, mem);
        dot(v, p.worth, DOC_FRONTIER, NULL, deals_show_count(p.count, mem));
    }
    mark_reserve(v, mem);
    mark_solutions(v, mem);
}

void deals_plot(doc *to, const case_model *c, const deals_answer *a,
                const char *beside) {
    if (c->party_count > PARTIES_SHOWN || deals_point_count(a) == 0) return;
    if (c->party_count > 2 && !beside) beside = "frontier";
    view v = {.a = a, .c = c};
    for (v.x = 0; v.x < c->party_count; v.x++)
        for (v.y = v.x + 1; v.y < c->party_count; v.y++)
            plot_two(to, &v, beside);
}
