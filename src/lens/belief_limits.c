/* SPDX-License-Identifier: Apache-2.0
 * The belief lens, for people: what is left of the model's ranges, and what
 * the numbers can't tell. */
#include "lens/belief_lens.h"

static void row(doc_table *t, const char *name, case_range given,
                belief_range left, const case_model *c) {
    arena *mem = t->mem;
    doc_row(t);
    doc_cell(t, "%s", name);
    if (given.low < given.high) {
        doc_cell(t, "%s to %s", doc_show(given.low, 0, DOC_REAL, mem),
                 doc_show(given.high, 0, DOC_REAL, mem));
        doc_cell_number(t, left.mean, 0, DOC_REAL);
        doc_range(doc_cell_blank(t), left.low, left.high, DOC_REAL);
    } else {
        doc_cell(t, "fixed at %s", doc_show(given.low, 0, DOC_REAL, mem));
        doc_cell_blank(t);
        doc_cell_blank(t);
    }
    if (given.given)
        doc_cite(doc_cell_blank(t), NULL,
                 case_origin_print(c, &given.origin, mem));
    else
        doc_cell(t, "default");
}

static void show_honours(doc_table *t, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    const belief_summary *s = a->record.summary;
    for (int p = 0; p < c->party_count; p++)
        for (int q = 0; q < c->actor_count; q++) {
            int pair = p * c->actor_count + q;
            if (!s->honour_drawn[pair]) continue;
            const char *name =
                arena_format(t->mem, "honour: trust of %s in %s",
                             c->actors[p].name, c->actors[q].name);
            row(t, name, c->model[CASE_HONOUR], s->honour[pair], c);
        }
}

static void show_model(doc *to, const belief_answer *a) {
    const case_model *c = a->record.b->c;
    doc_section(to, "What is assumed of everyone, and what the record leaves "
                    "of it");
    doc_table *t = doc_table_new(to, "model");
    doc_column(t, DOC_LEFT, "Parameter");
    doc_column(t, DOC_LEFT, "Range");
    doc_column(t, DOC_RIGHT, "Mean of draws");
    doc_column(t, DOC_LEFT, "Middle 90 %");
    doc_column(t, DOC_LEFT, "From");
    for (int m = 0; m < CASE_PARAMETERS; m++)
        if (m != CASE_HONOUR)
            row(t, case_parameter_label((case_parameter_name)m), c->model[m],
                a->record.summary->model[m], c);
    show_honours(t, a);
    doc_end(to);
}

static void show_credence(doc *to) {
    doc_bullet(to, "Credences that the case doesn't give are an assumption of "
                   "Parley: 0.5 + (g - 0.5) s, with g by the source's grade "
                   "(A .95, B .85, C or none .75, D .65, E .55, F .60) and s "
                   "by the speaker (leader 1, official 0.8, unnamed 0.6), "
                   "times 0.75 when the speaker is not of the party.");
}

void belief_show_limits(doc *to, const belief_answer *a) {
    show_model(to, a);
    doc_section(to, "What this can't tell");
    doc_bullet(to, "Weights depend on how finely the analyst splits the "
                   "issues: a matter written as two issues weighs twice as "
                   "much before anybody has spoken.");
    doc_bullet(to, "Acceptance is a hard threshold on gains that are often "
                   "0.01 to 0.03, so small changes of the gain move shares "
                   "of draws a lot; read them with the mean gain beside them "
                   "(the plans lens has both).");
    doc_bullet(to, "A share of model draws compares what the model leaves "
                   "possible. It is not the chance that a party wants, or "
                   "would do, something.");
    show_credence(to);
    doc_end(to);
}
