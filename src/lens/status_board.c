/* SPDX-License-Identifier: Apache-2.0
 * The board and the clock of talks that have a log: a row for each proposal
 * (where it stands, whom it waits for, what comes next and when), and the same
 * in time. Only what the status itself shows goes in: a viewer's board is
 * computed from what that viewer sees. */
#include "lens/status_lens.h"
#include "record/phrase.h"

static const char *name_of(const case_model *c, const char *id) {
    int actor = case_actor_find(c, id);
    return actor < 0 ? id : c->actors[actor].name;
}

static const char *waits_for(const case_model *c, const status_proposal *p,
                             arena *mem) {
    const char **names =
        ARENA_ARRAY(mem, const char *, (size_t)p->lines.count + 1);
    int count = 0;
    for (int i = 0; i < p->lines.count; i++) {
        const status_line *l = &p->lines.items[i];
        if (l->kind == STATUS_PENDING && l->who)
            names[count++] = name_of(c, l->who);
    }
    return record_list_print(names, count, mem);
}

static const status_deadline *next_of(const status_answer *a, int proposal) {
    for (int i = 0; i < a->deadline_count; i++)
        if (a->deadlines[i].proposal == proposal) return &a->deadlines[i];
    return NULL;
}

static void show_row(doc_table *t, const case_model *c, const status_answer *a,
                     const status_proposal *p, arena *mem) {
    const status_line *state = &p->lines.items[0];
    const status_deadline *next = next_of(a, p->proposal);
    doc_row(t);
    doc_cell(t, "%s", c->proposals[p->proposal].name);
    doc_cell(t, "%s", state->word ? state->word : "");
    doc_cell(t, "%s", state->when.given ? time_print(state->when, mem) : "");
    doc_cell(t, "%s", waits_for(c, p, mem));
    if (next)
        doc_cell(t, "%s: %s", time_print(zone_moment(next->z, next->at), mem),
                 next->what);
    else
        doc_cell(t, "%s", "");
}

/* --- The clock --- */

static double day_of(int64_t at) { return (double)at / 86400; }

static void mark_state(doc_plot *p, const case_model *c, const status_answer *a,
                       const status_proposal *of) {
    const status_line *state = &of->lines.items[0];
    if (!state->when.given) return;
    double now = day_of(a->now.seconds), since = day_of(state->when.seconds);
    doc_plot_mark(p,
                  (doc_mark){.series = c->proposals[of->proposal].name,
                             .label = state->word ? state->word : "its state",
                             .x = since,
                             .x_end = now > since ? now : since});
}

static void mark_deadlines(doc_plot *p, const case_model *c,
                           const status_answer *a, int proposal) {
    for (int i = 0; i < a->deadline_count; i++) {
        const status_deadline *one = &a->deadlines[i];
        if (one->proposal != proposal) continue;
        moment at = zone_moment(one->z, one->at);
        doc_plot_mark(p, (doc_mark){.series = c->proposals[proposal].name,
                                    .label = one->what,
                                    .note = time_print(at, p->mem),
                                    .x = day_of(one->at)});
    }
}

static void plot_clock(doc *to, const case_model *c, const status_answer *a) {
    if (!a->now.given) return;
    doc_plot *p = doc_plot_new(to, DOC_TIMELINE, "clock",
                               "Since when each stands as it does, and what "
                               "comes next");
    doc_plot_beside(p, "board");
    doc_axis_x(p, NULL, DOC_DATE, 0, 0);
    for (int i = 0; i < c->proposal_count; i++) {
        if (!a->proposals[i].shown || a->proposals[i].lines.count == 0)
            continue;
        mark_state(p, c, a, &a->proposals[i]);
        mark_deadlines(p, c, a, a->proposals[i].proposal);
    }
}

void status_show_board(doc *to, const case_model *c, const status_answer *a) {
    int shown = 0;
    for (int i = 0; i < c->proposal_count; i++)
        shown += a->proposals[i].shown && a->proposals[i].lines.count > 0;
    if (a->s->event_count == 0 || shown == 0) return;
    doc_table *t = doc_table_new(to, "board");
    doc_column(t, DOC_LEFT, "proposal");
    doc_column(t, DOC_LEFT, "state");
    doc_column(t, DOC_LEFT, "since");
    doc_column(t, DOC_LEFT, "waits for");
    doc_column(t, DOC_LEFT, "next");
    for (int i = 0; i < c->proposal_count; i++)
        if (a->proposals[i].shown && a->proposals[i].lines.count > 0)
            show_row(t, c, a, &a->proposals[i], doc_arena(to));
    plot_clock(to, c, a);
}
