/* SPDX-License-Identifier: Apache-2.0
 * The brief's paragraph on a proposal that is a truce: what share of truces
 * like it held, from how many, and how far that was off before. Nothing is
 * said where the case doesn't say that it is one. */
#include <math.h>

#include "lens/brief.h"
#include "lens/durability_lens.h"

static void say_share(doc_text *t, durability_estimate e) {
    doc_number(t, e.value, 0, DOC_SHARE);
    doc_more(t, " (between ");
    doc_number(t, e.low, 0, DOC_SHARE);
    doc_more(t, " and ");
    doc_number(t, e.high, 0, DOC_SHARE);
    doc_more(t, ")");
}

static const durability_point *point_at(const durability_answer *a,
                                        double days) {
    for (int i = 0; i < a->point_count; i++)
        if (a->points[i].days >= days) return &a->points[i];
    return NULL;
}

/* One a proposal on the table, as `table`: NULL where nothing is known. */
void brief_find_durability(brief_answer *a, const case_model *c, arena *mem) {
    const durability_figures *f = durability_figures_new(NULL, mem, NULL);
    const durability_answer **holds =
        ARENA_ARRAY(mem, const durability_answer *, (size_t)a->table_count + 1);
    a->holds = holds;
    for (int i = 0; i < a->table_count; i++) {
        const char *name = a->plans->rows[a->table[i]].name;
        const durability_answer *found =
            durability_find_answer(f, c, case_proposal_find(c, name), mem);
        if (!isnan(found->hold.value)) holds[i] = found;
    }
}

void brief_put_durability(doc *to, const brief_answer *a) {
    doc_enter(to, "durability");
    for (int i = 0; i < a->table_count; i++) {
        if (!a->holds[i]) continue;
        doc_enter(to, a->holds[i]->p->id);
        durability_put(to, a->holds[i]);
        doc_leave(to);
    }
    doc_leave(to);
}

static void say_open(doc_text *t, const durability_answer *a) {
    const double days = 30;
    const durability_point *month = point_at(a, days);
    if (!month) return;
    doc_more(t, "; of those of its kind, ");
    say_share(t, month->survival);
    doc_more(t, " still held after 30 days");
}

static void say_truce(doc *to, const durability_answer *a) {
    const durability_figure *auc = durability_quality(a, "auc");
    doc_text *t = doc_bullet(to, "Of past ceasefires in civil wars like ");
    doc_strong(t, "\"%s\"", a->p->name ? a->p->name : a->p->id);
    doc_more(t, ", ");
    say_share(t, a->hold);
    doc_more(t, a->fixed ? " held for their term"
                         : " of those with a known ending had not failed");
    if (!a->fixed) say_open(t, a);
    doc_more(t, " (AUC ");
    doc_number(t, auc ? auc->value : NAN, 0, DOC_SHARE);
    doc_more(t, " on %d).", auc ? auc->n : 0);
}

void brief_say_durability(doc *to, const case_model *c, const brief_answer *a) {
    int said = 0;
    for (int i = 0; i < a->table_count; i++) {
        if (!a->holds[i]) continue;
        if (said++ == 0) doc_section(to, "How long truces like these held");
        durability_ground(to, c, a->holds[i]);
        say_truce(to, a->holds[i]);
    }
    if (said == 0) return;
    doc_say(to, "These are figures of other conflicts, from 1989 to 2020, and "
                "say nothing of what would make a truce hold: see `parley "
                "durability`.");
    doc_end(to);
}
