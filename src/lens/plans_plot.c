/* SPDX-License-Identifier: Apache-2.0
 * The plots of plans: who accepts, what happens when and where it is weakest,
 * and what the order of steps does to leverage. */
#include <math.h>

#include "base/text.h"
#include "lens/plans_page.h"
#include "record/phrase.h"

enum { BARS_MOST = 24, LANES_MOST = 4, STATIONS_MOST = 5 };

static bool single(const plans_page *p) { return p->a->main.belief->single; }

/* --- Who accepts --- */

static void bar(doc_plot *plot, const char *label, const char *series,
                const belief_measure *m, doc_role role) {
    doc_plot_mark(plot, (doc_mark){.label = label,
                                   .series = series,
                                   .y = m->mean,
                                   .error = m->error,
                                   .role = role});
}

static void aside(doc_plot *plot, const char *label, const char *note,
                  const belief_measure *m) {
    doc_plot_mark(plot, (doc_mark){.label = label,
                                   .series = "all",
                                   .note = note,
                                   .y = m->mean,
                                   .role = DOC_ASIDE});
}

static void bars_of(const plans_page *p, doc_plot *plot, const plans_row *r,
                    const char *label) {
    for (int i = 0; i < p->c->party_count; i++)
        bar(plot, label, p->c->actors[i].name, &r->accept.by_party[i],
            DOC_OTHER);
    bar(plot, label, "all", &r->accept.all, DOC_TOTAL);
    aside(plot, label, "all, with no record at all", &r->bare.all);
    if (plans_assumes(p->a))
        aside(plot, label, "all, without the analyst's assumptions",
              &r->sourced.all);
}

void plans_plot_accept(const plans_page *p) {
    const plans_answer *a = p->a;
    if (single(p) || a->row_count == 0) return;
    doc_plot *plot =
        doc_plot_new(p->to, DOC_BARS, "who-accepts",
                     "Share of model draws in which each accepts, and all do");
    doc_plot_beside(plot, "accept");
    doc_axis_y(plot, "accepts", DOC_SHARE, 0, 1);
    bool talks = false;
    for (int i = 0; i < a->row_count && i < BARS_MOST; i++) {
        const plans_row *r = &a->rows[a->order[i]];
        talks = talks || r == a->talks;
        bars_of(p, plot, r, plans_name(r));
    }
    if (!talks) bars_of(p, plot, a->talks, record_talks_word(p->c));
}

/* --- Which rows are shown one beside the other --- */

static int chosen_rows(const plans_page *p, const plans_row **rows, int most) {
    const plans_answer *a = p->a;
    int count = 0;
    if (a->bridge) {
        rows[count++] = a->bridge->from;
        rows[count++] = a->bridge->to;
        return count;
    }
    for (int i = 0; i < a->row_count && count < most; i++)
        rows[count++] = &a->rows[a->order[i]];
    return count;
}

/* --- What happens when --- */

static const char *terms_of(const plans_page *p, const case_phase *f) {
    if (f->terms.count == 0) return NULL;
    return record_terms_print(p->c, f->terms, p->mem);
}

static const char *agenda_of(const plans_page *p, const case_talks *t) {
    const char **names =
        ARENA_ARRAY(p->mem, const char *, (size_t)t->on.count + 1);
    for (int i = 0; i < t->on.count; i++)
        names[i] = p->c->issues[t->on.items[i]].id;
    const char *list = t->on.count == p->c->issue_count
                           ? "all issues"
                           : record_list_print(names, t->on.count, p->mem);
    return arena_format(p->mem, "on %s; if they fail, %s", list,
                        t->fail == CASE_STAY ? "it stays in force"
                                             : "all is as before");
}

static void mark_talks(const plans_page *p, doc_plot *plot, const char *lane,
                       const case_phase *f, double start) {
    const case_talks *t = f->talks;
    if (!t) return;
    doc_plot_mark(plot, (doc_mark){.series = lane,
                                   .label = "talks",
                                   .note = agenda_of(p, t),
                                   .x = start,
                                   .x_end = start + t->by.days});
}

static int weakest_phase(const plans_row *r) {
    int weak = 0;
    for (int k = 1; k < r->phase_count; k++)
        if (r->phases[k].leave > r->phases[weak].leave) weak = k;
    return weak;
}

/* Whoever walks away does so at the end of a phase or when talks are over. */
static void mark_weak(const plans_page *p, doc_plot *plot, const plans_row *r,
                      int phase, double end) {
    const plans_phase *f = &r->phases[phase];
    if (phase != weakest_phase(r) || !(f->leave > 0)) return;
    const char *name = p->c->actors[f->weakest].name;
    const char *from = r->proposal->phases[phase].name;
    const char *label =
        arena_format(p->mem, "weak link: %s would walk away%s%s%s", name,
                     r->phase_count > 1 ? " from " : "",
                     r->phase_count > 1 ? from : "", single(p) ? "" : " in");
    doc_plot_mark(plot, (doc_mark){.series = plans_name(r),
                                   .label = label,
                                   .x = end,
                                   .y = f->leave,
                                   .role = single(p) ? DOC_OTHER : DOC_MARKED,
                                   .tone = DOC_BAD});
}

static void mark_phases(const plans_page *p, doc_plot *plot,
                        const plans_row *r) {
    const case_proposal *of = r->proposal;
    double start = 0;
    for (int k = 0; k < of->phase_count; k++) {
        const case_phase *f = &of->phases[k];
        double end = start + f->lasts.days;
        double by = start + (f->talks ? f->talks->by.days : 0);
        doc_plot_mark(plot, (doc_mark){.series = plans_name(r),
                                       .label = f->name,
                                       .note = terms_of(p, f),
                                       .x = start,
                                       .x_end = end});
        mark_talks(p, plot, plans_name(r), f, start);
        mark_weak(p, plot, r, k, isfinite(end) ? end : by);
        start = end;
    }
}

void plans_plot_time(const plans_page *p) {
    const plans_row *rows[LANES_MOST];
    int count = chosen_rows(p, rows, LANES_MOST);
    if (count == 0) return;
    doc_section(p->to, "What happens when");
    doc_plot *plot = doc_plot_new(p->to, DOC_TIMELINE, "timeline",
                                  "Phases and talks, in days from the start");
    doc_axis_x(plot, NULL, DOC_DAYS, 0, 0);
    doc_axis_y(plot, "of draws", DOC_SHARE, 0, 0);
    for (int i = 0; i < count; i++)
        mark_phases(p, plot, rows[i]);
    doc_end(p->to);
}

/* --- Leverage --- */

static bool has_leverage(const plans_page *p, const plans_row *r) {
    for (int i = 0; i < p->c->party_count; i++)
        if (!isnan(r->leverage[i].mean)) return true;
    return false;
}

/* From the proposal with the smallest share to that with the largest. */
void plans_plot_leverage(const plans_page *p) {
    const plans_row *rows[STATIONS_MOST];
    int count = chosen_rows(p, rows, STATIONS_MOST), shown = 0;
    for (int i = 0; i < count; i++)
        if (has_leverage(p, rows[i])) rows[shown++] = rows[i];
    if (shown < 2) return;
    doc_plot *plot = doc_plot_new(p->to, DOC_SLOPE, "leverage-by-plan",
                                  "The leverage that each plan gives or takes");
    doc_plot_beside(plot, "leverage");
    doc_axis_y(plot, NULL, DOC_CHANGE, 0, 0);
    for (int i = 0; i < shown; i++) {
        const plans_row *r = rows[p->a->bridge ? i : shown - 1 - i];
        for (int j = 0; j < p->c->party_count; j++)
            doc_plot_mark(plot, (doc_mark){.series = p->c->actors[j].name,
                                           .label = plans_name(r),
                                           .y = r->leverage[j].mean,
                                           .error = r->leverage[j].error});
    }
}
