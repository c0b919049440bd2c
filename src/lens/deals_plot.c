/* SPDX-License-Identifier: Apache-2.0
 * The deal space of two parties: outcomes, where they are few enough to be
 * shown, the frontier, the solutions and what no deal is worth. */
#include "base/number.h"
#include "lens/deals.h"

enum { DOTS_SHOWN = 2000 };

static void dot(doc_plot *plot, const fixed *worth, doc_role role,
                const char *label, const char *note) {
    doc_plot_mark(plot, (doc_mark){.x = number_from_fixed(worth[0]),
                                   .y = number_from_fixed(worth[1]),
                                   .role = role,
                                   .label = label,
                                   .note = note});
}

static void plot_outcomes(doc *to, doc_plot *plot, const case_model *c,
                          const deals_answer *a) {
    arena *mem = doc_arena(to);
    int *outcome = ARENA_ARRAY(mem, int, (size_t)c->issue_count + 1);
    for (uint32_t x = 0; x < a->space->count && x < DOTS_SHOWN; x++) {
        deal_space_outcome(a->space, x, outcome);
        fixed worth[2];
        for (int p = 0; p < 2; p++)
            worth[p] = deal_party_worth(c, &a->parties[p], outcome);
        dot(plot, worth, DOC_OTHER, NULL, NULL);
    }
}

static bool same_point(const merge_solution *a, const merge_solution *b) {
    return a->worth[0] == b->worth[0] && a->worth[1] == b->worth[1];
}

/* One mark a point, named after every solution that is there. */
static void mark_solutions(doc *to, doc_plot *plot, const deals_answer *a) {
    arena *mem = doc_arena(to);
    for (int i = 0; i < deals_solution_count(a); i++) {
        const merge_solution s = deals_solution(a, i, mem);
        const char *label = s.name;
        bool seen = false;
        for (int k = 0; k < deals_solution_count(a); k++) {
            const merge_solution other = deals_solution(a, k, mem);
            if (k == i || !same_point(&other, &s)) continue;
            if (k < i) seen = true;
            label = arena_format(mem, "%s, %s", label, other.name);
        }
        if (!seen) dot(plot, s.worth, DOC_MARKED, label, NULL);
    }
}

void deals_plot(doc *to, const case_model *c, const deals_answer *a) {
    arena *mem = doc_arena(to);
    const size_t count = deals_point_count(a);
    if (c->party_count != 2 || count == 0) return;
    doc_plot *plot =
        doc_plot_new(to, DOC_SCATTER, "deal-space", "The deal space");
    doc_axis_x(plot, c->actors[0].name, DOC_WORTH, 0, 0);
    doc_axis_y(plot, c->actors[1].name, DOC_WORTH, 0, 0);
    if (a->space && a->space->count <= DOTS_SHOWN)
        plot_outcomes(to, plot, c, a);
    for (size_t i = 0; i < count && i < DOTS_SHOWN; i++) {
        const merge_point p = deals_point(a, i, mem);
        dot(plot, p.worth, DOC_FRONTIER, NULL, deals_show_count(p.count, mem));
    }
    fixed reserve[2] = {a->parties[0].reserve, a->parties[1].reserve};
    dot(plot, reserve, DOC_LIMIT, a->ask.from ? "the deal in hand" : "no deal",
        NULL);
    mark_solutions(to, plot, a);
}
